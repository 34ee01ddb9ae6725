"""Following feed, assembled on read."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from typing import Final, cast
from uuid import UUID

from service.core.cancellation import together
from service.deps import Deps
from service.features.community.feeds.queries import (
    NewProjectRow,
    NewRemixRow,
    NewVersionRow,
    list_followed_projects,
    list_followed_remixes,
    list_followed_versions,
)
from service.features.community.feeds.schemas import Because, News, NewsWorkflow
from service.http.pagination import NEWEST, PageQuery
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import Value, mapper

type Row = NewProjectRow | NewVersionRow | NewRemixRow


async def list_feed(deps: Deps, maker: Principal, query: PageQuery) -> Page[News]:
    """List news about the makers, projects, tags and tools you follow, newest first.

    The feed contains new projects of followed makers, tags and tools, and new versions and remixes of followed
    projects. Each item appears once, with the follow that caused it. The 500 newest follows of each kind count.
    """
    scope = f"feed/{maker.maker_id}"
    page = deps.cursors.page(query, scope, NEWEST)
    place = (maker.maker_id, *page.place)
    # Each query returns a full page, because all items of the page can come from one of them.
    parts: list[Sequence[Row]] = await together(
        list_followed_projects(deps.db, *place),
        list_followed_versions(deps.db, *place),
        list_followed_remixes(deps.db, *place),
    )
    rows = sorted(chain(*parts), key=_position, reverse=True)
    return page.of(rows, _position, _news_of)


def _position(row: Row) -> tuple[datetime, UUID]:
    if isinstance(row, NewProjectRow):
        return cast("datetime", row.published_at), row.project_id
    return row.at, row.item_id


def _news_of(row: Row) -> News:
    match row:
        case NewProjectRow():
            return _project_of(row)
        case NewVersionRow():
            return _version_of(row)
        case NewRemixRow():
            return _remix_of(row)


_WORKFLOW: Final = {"slug": "workflow", "title": "workflow_title", "version": "number"}

_project_of: Final = mapper(
    NewProjectRow,
    News,
    kind=Value("project"),
    at=lambda row: row.published_at,
    because={"kind": "because"},
    workflow=Value(None),
)
_version_of: Final = mapper(
    NewVersionRow,
    News,
    kind=Value("version"),
    because=lambda row: Because("project", f"{row.handle}/{row.slug}"),
    workflow=_WORKFLOW,
)
_remix_of: Final = mapper(
    NewRemixRow,
    News,
    kind=Value("remix"),
    because=lambda row: Because("project", row.source),
    workflow=lambda row: NewsWorkflow(row.workflow, row.workflow_title, row.number, ""),
)
