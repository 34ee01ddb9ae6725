"""Notification lists, unread count and read marks."""

from contextlib import suppress
from functools import partial
from typing import Final, cast

import msgspec
import orjson

from service.cache.pubsub import publish
from service.cache.redis import CacheUnavailable
from service.core.config import API_PATH
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.notifications.domain import title_of
from service.features.accounts.notifications.notify import CHANNEL
from service.features.accounts.notifications.queries import (
    BoxRow,
    NotificationRow,
    find_box,
    list_newest,
    list_unread,
    lock_boxes,
    mark_read,
    mark_read_until,
)
from service.features.accounts.notifications.schemas import (
    About,
    AboutProject,
    AboutWorkflow,
    Actor,
    Notification,
    NotificationQuery,
    ReadMarks,
    UnreadCount,
)
from service.http.problem import FieldError, Unprocessable
from service.http.request import Principal
from service.http.results import NoContent, Page
from service.http.schema.fields import INT64, Missing
from service.http.schema.mapper import GIVEN, mapper

_DECIDED: Final = {
    "actioned": "/me/reports",
    "dismissed": "/me/reports",
    "collection_removed": "/me/collections",
    "collection_restored": "/me/collections",
    "suggestion_accepted": "/tools",
}
_LAST: Final = INT64[1]


async def list_notifications(deps: Deps, maker: Principal, query: NotificationQuery) -> Page[Notification]:
    """List your notifications, most recently updated first.

    With `unread`, only unread notifications are listed. The newest 200 are kept, each for 90 days after its last
    update.
    """
    scope = f"notifications/{maker.maker_id}?unread={query.unread}"
    page = deps.cursors.page(query, scope, (_LAST,))
    listed = list_unread if query.unread else list_newest
    rows = await listed(deps.db, maker.maker_id, *page.place)
    return page.of(rows, lambda row: (row.seq,), notification_of)


async def count_unread(deps: Deps, maker: Principal) -> UnreadCount:
    """Return the number of your unread notifications."""
    box = await find_box(deps.db, maker.maker_id)
    return UnreadCount(0, 0) if box is None else UnreadCount(box.unread, box.seq)


async def mark_notifications_read(tx: Tx, deps: Deps, maker: Principal, body: ReadMarks) -> NoContent:
    """Mark notifications as read.

    Pass `notification_ids`, or `up_to` with a `seq` that you received. Notifications updated after `up_to` stay
    unread. Unknown ids and ids of other makers are ignored.
    """
    if isinstance(body.notification_ids, Missing) == isinstance(body.up_to, Missing):
        message = "Send either notification_ids or up_to."
        raise Unprocessable([FieldError("", "exactly_one", message)], message)
    if not await lock_boxes(tx, [maker.maker_id]):
        return NoContent()  # no box: the maker has no notifications
    if not isinstance(body.notification_ids, Missing):
        box = await mark_read(tx, maker.maker_id, body.notification_ids, deps.clock())
    else:
        box = await mark_read_until(tx, maker.maker_id, cast("int", body.up_to), deps.clock())
    if box is not None:
        tx.after_commit(partial(_tell_streams, deps, maker, box))
    return NoContent()


async def _tell_streams(deps: Deps, maker: Principal, box: BoxRow) -> None:
    """Publish the unread count, so that other devices update. A stream that misses it reads the count again."""
    about = {"maker_id": str(maker.maker_id), "seq": box.seq, "unread": box.unread, "notification": None}
    with suppress(CacheUnavailable):
        await publish(deps.redis, CHANNEL, orjson.dumps(about))


def notification_of(row: NotificationRow) -> Notification:
    """Build the response schema of a row."""
    actors = _actors_of(row.newest)
    about = _about(row)
    path = _path(row, about, actors)
    title = title_of(
        row.kind,
        [actor.display_name for actor in actors],
        row.actors,
        of_project=row.of_project,
        project=row.project_title,
        workflow=row.workflow_title,
        upstream=row.upstream_title,
        version_number=row.version_number,
        note=row.note,
    )
    return _notification_of(
        row, title=title, path=None if path is None else API_PATH + path, actors=actors, subject=about
    )


_actors_of: Final = msgspec.json.Decoder(list[Actor]).decode
_notification_of: Final = mapper(
    NotificationRow,
    Notification,
    title=GIVEN,
    path=GIVEN,
    actors=GIVEN,
    actor_count="actors",
    event_count="events",
    subject=GIVEN,
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
    """Return the path of the subject below API_PATH, or None when it is gone or hidden."""
    if row.kind == "invitation":
        return "/me/invitations" if about else None
    if row.kind == "follow" and not row.of_project:
        return f"/makers/{actors[0].handle}" if actors else None
    if row.kind == "moderation" and not row.of_project:
        return _DECIDED.get(row.note or "")
    if about is None:
        return None
    project = f"/projects/{about.project.handle}/{about.project.slug}"
    if about.comment_id is not None:
        return f"/comments/{about.comment_id}"
    if about.workflow is None:
        return project
    workflow = f"{project}/workflows/{about.workflow.slug}"
    more = {"remix": "/lineage", "upstream_changed": "/upstream"}
    return workflow + more.get(row.kind, "")
