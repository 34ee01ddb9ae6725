"""Following feed, assembled on read."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from typing import cast
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
from service.features.projects.projects.reading import summary_of
from service.http.pagination import NEWEST, PageQuery
from service.http.request import Principal
from service.http.results import Page

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
    project = summary_of(row)
    at, _ = _position(row)
    match row:
        case NewProjectRow():
            # The statement writes only the kinds of Because.
            return News("project", at, Because(row.because, row.name), project, None)  # type: ignore[arg-type]
        case NewVersionRow():
            workflow = NewsWorkflow(row.workflow, row.workflow_title, row.number, row.changelog)
            return News("version", at, Because("project", f"{row.handle}/{row.slug}"), project, workflow)
        case NewRemixRow():
            workflow = NewsWorkflow(row.workflow, row.workflow_title, row.number, "")
            return News("remix", at, Because("project", row.source), project, workflow)
