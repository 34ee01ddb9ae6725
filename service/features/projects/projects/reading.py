"""Handlers that return a project and lists of projects."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

import orjson

from service.db.pool import Db
from service.deps import Deps
from service.features.accounts.makers.reading import maker_id_of
from service.features.projects.projects.domain import RESTORABLE, Role
from service.features.projects.projects.queries import (
    OwnRow,
    ProjectRow,
    SummaryRow,
    find_address,
    find_by_slug,
    list_newest,
    list_own,
    list_shown,
    list_tagged,
    list_tagged_using,
    list_using,
)
from service.features.projects.projects.schemas import (
    Link,
    Owner,
    OwnProject,
    OwnQuery,
    Project,
    ProjectSummary,
    Status,
    Visibility,
)
from service.http.pagination import NEWEST, PageQuery
from service.http.problem import Forbidden, NotFound, Problem
from service.http.refs import MakerRef, ProjectRef
from service.http.request import Principal
from service.http.results import Page, Written


async def get_project(deps: Deps, project: ProjectRef) -> Written[Project]:
    """Return a project.

    A former handle or slug redirects to the current address (308).
    """
    row = await find_by_slug(deps.db, project.handle, project.slug, project.viewer_id)
    if row is None:
        raise await missing(deps.db, deps, project)
    return Written(_written(row), row.version)


async def page_of(
    deps: Deps, query: PageQuery, scope: str, *, tag: str | None = None, tool: str | None = None
) -> Page[ProjectSummary]:
    """Return a page of public projects, last published first. `tag` and `tool` (a slug) filter the list."""
    scope = f"{scope}&tag={tag}&tool={tool}"
    page = deps.cursors.page(query, scope, NEWEST)
    if tag is None:
        rows = await (list_newest(deps.db, *page.place) if tool is None else list_using(deps.db, tool, *page.place))
    elif tool is None:
        rows = await list_tagged(deps.db, tag, *page.place)
    else:
        rows = await list_tagged_using(deps.db, tag, tool, *page.place)
    return page.of(rows, _published, summary_of)


async def list_maker_projects(deps: Deps, query: PageQuery, maker: MakerRef) -> Page[ProjectSummary]:
    """List the public projects of a maker.

    Archived projects are included. The last published project comes first.
    """
    maker_id = await maker_id_of(deps, maker)
    scope = f"makers/{maker_id}/projects"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_shown(deps.db, maker_id, *page.place)
    return page.of(rows, _published, summary_of)


async def list_my_projects(deps: Deps, maker: Principal, query: OwnQuery) -> Page[OwnProject]:
    """List the projects that you are a member of.

    Drafts and private projects are included. The project that you joined last comes first. A deleted project that you
    own is listed while you can restore it.
    """
    scope = f"me/projects/{maker.maker_id}?role={query.role}&status={query.status}"
    page = deps.cursors.page(query, scope, NEWEST)
    restorable = deps.clock() - RESTORABLE
    rows = await list_own(deps.db, maker.maker_id, query.role, query.status, restorable, *page.place)
    return page.of(rows, lambda row: (row.since, row.project_id), own_of)


def _published(row: SummaryRow) -> tuple[datetime | None, UUID]:
    return row.published_at, row.project_id


async def missing(db: Db, deps: Deps, project: ProjectRef, *, members_only: bool = False) -> Problem:
    """Return the problem after a query found nothing: Moved if the project has another address, or else NotFound.

    With `members_only`, the problem is Forbidden if the viewer can see the project.
    """
    found = await find_address(db, project.handle, project.slug, project.viewer_id, deps.clock())
    if found is not None and (found.handle, found.slug) != (project.handle, project.slug):
        return project.moved(found.handle, found.slug)
    if found is not None and members_only:
        return Forbidden("not_yours", "Your role in this project doesn't allow this.")
    return NotFound()


# Conversion of rows to wire types


def project_of(row: ProjectRow) -> Project:
    return Project(
        row.project_id,
        row.handle,
        row.slug,
        Owner(row.handle, row.display_name, row.avatar_url),
        row.title,
        row.tagline,
        row.body,
        [Link(**link) for link in orjson.loads(row.links)],
        row.cover_url,
        row.tags,
        cast("Visibility", row.visibility),
        cast("Status", row.status),
        row.version,
        row.stars,
        row.forks,
        row.comments,
        row.created_at,
        row.updated_at,
        row.published_at,
    )


def _written(row: ProjectRow) -> bytes:
    """Serialize `project_of(row)` without building its objects: they cost three times as much."""
    return orjson.dumps(
        {
            "project_id": str(row.project_id),
            "handle": row.handle,
            "slug": row.slug,
            "owner": {"handle": row.handle, "display_name": row.display_name, "avatar_url": row.avatar_url},
            "title": row.title,
            "tagline": row.tagline,
            "body": row.body,
            "links": [{"label": link["label"], "url": link["url"]} for link in orjson.loads(row.links)],
            "cover_url": row.cover_url,
            "tags": row.tags,
            "visibility": row.visibility,
            "status": row.status,
            "version": row.version,
            "stars": row.stars,
            "forks": row.forks,
            "comments": row.comments,
            "created_at": row.created_at,
            "updated_at": row.updated_at,
            "published_at": row.published_at,
        },
        option=orjson.OPT_UTC_Z,
    )


def _summary[T: ProjectSummary](kind: type[T], row: SummaryRow, **more: Any) -> T:
    return kind(
        project_id=row.project_id,
        handle=row.handle,
        slug=row.slug,
        owner=Owner(row.handle, row.display_name, row.avatar_url),
        title=row.title,
        tagline=row.tagline,
        cover_url=row.cover_url,
        tags=row.tags,
        visibility=cast("Visibility", row.visibility),
        status=cast("Status", row.status),
        stars=row.stars,
        forks=row.forks,
        comments=row.comments,
        created_at=row.created_at,
        updated_at=row.updated_at,
        published_at=row.published_at,
        **more,
    )


def summary_of(row: SummaryRow) -> ProjectSummary:
    return _summary(ProjectSummary, row)


def own_of(row: OwnRow) -> OwnProject:
    return _summary(OwnProject, row, deleted_at=row.deleted_at, role=cast("Role", row.role), since=row.since)
