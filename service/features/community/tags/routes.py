"""Routes of the tags that makers assign to projects."""

from typing import Final

from service.cache.limits import READ
from service.deps import Deps
from service.features.community.tags.queries import TagRow, get, list_most_used
from service.features.community.tags.schemas import Tag
from service.features.projects.projects.reading import page_of
from service.features.projects.projects.schemas import ProjectSummary
from service.http.pagination import PageQuery
from service.http.refs import Lower
from service.http.results import Page
from service.http.routing import OPTIONAL, Route, route
from service.http.schema.mapper import mapper

_FIRST: Final = (2**31 - 1, "")
"""Sorts before every tag: the start position of a first page."""


async def list_tags(deps: Deps, query: PageQuery) -> Page[Tag]:
    """List the tags of public projects, most used first."""
    page = deps.cursors.page(query, "tags", _FIRST)
    rows = await list_most_used(deps.db, *page.place)
    return page.of(rows, lambda row: (row.projects, row.name), _tag_of)


async def get_tag(deps: Deps, name: Lower) -> Tag:
    """Return a tag.

    The result is 404 if no public project has it.
    """
    return _tag_of(await get(deps.db, name))


async def list_tag_projects(deps: Deps, query: PageQuery, name: Lower) -> Page[ProjectSummary]:
    """List the public projects with a tag, newest publication first."""
    tag = await get_tag(deps, name)
    return await page_of(deps, query, "tags", tag=tag.name)


_tag_of: Final = mapper(TagRow, Tag)


ROUTES: Final[list[Route]] = [
    route("GET", "/tags", list_tags, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/tags/{name}", get_tag, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/tags/{name}/projects", list_tag_projects, auth=OPTIONAL, limit=READ, shared=True),
]
