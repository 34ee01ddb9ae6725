"""Queries of feeds and trends. See sql/feeds/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query
from service.features.projects.projects.queries import SummaryRow


class NewProjectRow(SummaryRow):
    """New project. `because` is the kind of the follow; `name` is a handle, a tag or a tool's slug."""

    because: str
    name: str


class NewVersionRow(SummaryRow):
    at: datetime
    item_id: UUID
    workflow: str
    workflow_title: str
    number: int
    changelog: str


class NewRemixRow(SummaryRow):
    """New remix. `workflow` is the slug of the remix; `source` is the address of the followed project."""

    at: datetime
    item_id: UUID
    workflow: str
    workflow_title: str
    number: int
    source: str


class TrendingRow(Row):
    kind: str
    name: str
    title: str
    score: float
    recent: int
    before: int
    counted_at: datetime


class VersionRow(Row):
    version_id: UUID
    slug: str
    title: str
    number: int
    changelog: str
    author: str
    created_at: datetime


# Following feed: `before` and `before_id` are the end of the previous page


@query
async def list_followed_projects(
    db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[NewProjectRow]: ...


@query
async def list_followed_versions(
    db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[NewVersionRow]: ...


@query
async def list_followed_remixes(
    db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[NewRemixRow]: ...


# Trending


@query
async def list_trending(db: Db, kind: str, limit: int) -> list[TrendingRow]: ...


@query
async def count_trending(db: Db, since: datetime, recent: datetime, now: datetime) -> None: ...


@query
async def delete_trending(db: Db, before: datetime) -> None: ...


# Atom


@query
async def list_versions(db: Db, project_id: UUID, limit: int) -> list[VersionRow]: ...
