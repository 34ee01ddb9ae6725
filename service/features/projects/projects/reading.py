"""Handlers that return a project and lists of projects."""

from datetime import datetime
from typing import Final
from uuid import UUID

from service.db.pool import Db
from service.deps import Deps
from service.features.accounts.makers.reading import maker_id_of
from service.features.projects.projects.domain import RESTORABLE
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
    OwnProject,
    OwnQuery,
    Project,
    ProjectSummary,
)
from service.http.pagination import NEWEST, PageQuery
from service.http.problem import Forbidden, NotFound, Problem
from service.http.refs import MakerRef, ProjectRef
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import JSON, mapper


async def get_project(deps: Deps, project: ProjectRef) -> Project:
    """Return a project.

    A former handle or slug redirects to the current address (308).
    """
    row = await find_by_slug(deps.db, project.handle, project.slug, project.viewer_id)
    if row is None:
        raise await missing(deps.db, deps, project)
    return project_of(row)


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


project_of: Final = mapper(ProjectRow, Project, links=JSON)
summary_of: Final = mapper(SummaryRow, ProjectSummary)
own_of: Final = mapper(OwnRow, OwnProject)
