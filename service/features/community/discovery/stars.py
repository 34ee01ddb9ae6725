"""Stars of projects, and the caller's reactions to the items of a page.

Adding and removing a star are one statement each, which is its own transaction.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from service.core.ids import new_id
from service.deps import Deps
from service.features.community.discovery.access import marked
from service.features.community.discovery.domain import listed
from service.features.community.discovery.queries import (
    MarksRow,
    PersonRow,
    StarredRow,
    delete_star,
    get_marks,
    insert_star,
    list_stargazers,
    list_starred,
)
from service.features.community.discovery.schemas import ListedMaker, Marks, MarksQuery, StarredProject
from service.features.projects.projects.reading import missing
from service.features.workflows.versions.access import visible_project
from service.http.pagination import NEWEST, PageQuery
from service.http.refs import ProjectRef
from service.http.request import Principal
from service.http.results import NoContent, Page
from service.http.schema.mapper import mapper


async def star_project(deps: Deps, maker: Principal, project: ProjectRef) -> NoContent:
    """Star a project.

    Nothing changes if you already starred the project.
    """
    row = await insert_star(deps.db, project.handle, project.slug, maker.maker_id, deps.clock(), new_id())
    await marked(deps.db, deps, project, row)
    return NoContent()


async def unstar_project(deps: Deps, maker: Principal, project: ProjectRef) -> NoContent:
    """Remove your star from a project.

    Nothing changes if you did not star the project.
    """
    if await delete_star(deps.db, project.handle, project.slug, maker.maker_id) is None:
        raise await missing(deps.db, deps, project)
    return NoContent()


async def list_project_stargazers(deps: Deps, query: PageQuery, project: ProjectRef) -> Page[ListedMaker]:
    """List the makers who starred a project, newest star first."""
    place = await visible_project(deps, project)
    scope = f"projects/{place.project_id}/stargazers"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_stargazers(deps.db, place.project_id, *page.place)
    return page.of(rows, position_of, maker_of)


async def list_my_stars(deps: Deps, maker: Principal, query: PageQuery) -> Page[StarredProject]:
    """List the projects that you starred and can still see, newest star first."""
    scope = f"me/stars/{maker.maker_id}"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_starred(deps.db, maker.maker_id, *page.place)
    return page.of(rows, lambda row: (row.since, row.project_id), _starred_of)


async def list_my_reactions(deps: Deps, maker: Principal, query: MarksQuery) -> Marks:
    """Return which given projects, makers, tags and tools you starred or follow.

    Public lists are the same for every reader, so that the service can cache them. Request your own reactions
    separately, once per page. The response omits unknown items and items that you did not star or follow.
    """
    projects = [UUID(text) for text in listed(query.projects.lower())]
    handles, tags = listed(query.makers.lower()), listed(query.tags.lower())
    return _marks_of(await get_marks(deps.db, maker.maker_id, projects, handles, tags, listed(query.tools)))


def position_of(row: PersonRow) -> tuple[datetime, UUID]:
    return row.since, row.maker_id


maker_of: Final = mapper(PersonRow, ListedMaker)
_starred_of: Final = mapper(StarredRow, StarredProject, starred_at="since")
_marks_of: Final = mapper(MarksRow, Marks)
