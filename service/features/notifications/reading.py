"""Notifications as they are read."""

from typing import Final, cast

import orjson

from service.features.notifications.bodies import About, AboutProject, AboutWorkflow, Actor, Notification
from service.features.notifications.notify import Kind
from service.features.notifications.queries import NotificationRow
from service.features.notifications.rules import title_of
from service.features.projects.reading import PLACE

_INVITATIONS: Final = "/api/v1/me/invitations"


def notification_of(row: NotificationRow) -> Notification:
    """The wire form of a row."""
    actors = [Actor(**actor) for actor in orjson.loads(row.newest)]
    about = _about(row)
    return Notification(
        row.notification_id,
        row.seq,
        cast("Kind", row.kind),
        title_of(
            row.kind,
            [actor.display_name for actor in actors],
            row.actors,
            of_project=row.of_project,
            project=row.project_title,
            workflow=row.workflow_title,
            upstream=row.upstream_title,
            version_number=row.version_number,
            note=row.note,
        ),
        _path(row, about, actors),
        actors,
        row.actors,
        row.events,
        about,
        row.note,
        row.created_at,
        row.updated_at,
        row.read_at,
    )


def _about(row: NotificationRow) -> About | None:
    if row.project_handle is None or row.project_slug is None or row.project_title is None:
        return None
    workflow = None
    if row.workflow_slug is not None and row.workflow_title is not None:
        workflow = AboutWorkflow(row.workflow_slug, row.workflow_title)
    project = AboutProject(row.project_handle, row.project_slug, row.project_title)
    return About(project, workflow, row.version_number, row.comment_id)


def _path(row: NotificationRow, about: About | None, actors: list[Actor]) -> str | None:
    """Where a client finds it: None for what is gone."""
    if row.kind == "invitation":
        return _INVITATIONS if about else None
    if row.kind == "follow" and not row.of_project:
        return f"/api/v1/makers/{actors[0].handle}" if actors else None
    if about is None:
        return None
    project = f"{PLACE}/{about.project.handle}/{about.project.slug}"
    if about.comment_id is not None:
        return f"{project}/comments"
    if about.workflow is None:
        return project
    workflow = f"{project}/workflows/{about.workflow.slug}"
    more = {"remix": "/lineage", "upstream_changed": "/upstream"}
    return workflow + more.get(row.kind, "")
