"""Queries of the synthetic loader. See sql/synthetic/."""

from datetime import datetime
from uuid import UUID

from attrs import frozen

from service.db.pool import Db
from service.db.query import query


@frozen
class ToolRow:
    slug: str
    tool_id: UUID


@frozen
class CountsRow:
    makers: int
    projects: int
    workflows: int
    versions: int
    stars: int
    comments: int


@query
async def lock_load(db: Db) -> None: ...


@query
async def has_makers(db: Db) -> bool: ...  # type: ignore[empty-body]  # the body is its SQL file


@query
async def list_tools(db: Db) -> list[ToolRow]: ...  # type: ignore[empty-body]  # as above


@query
async def count_rows(db: Db) -> CountsRow: ...  # type: ignore[empty-body]  # as above


@query
async def list_wrong(db: Db) -> list[str]: ...  # type: ignore[empty-body]  # as above


# Derived rows


@query
async def insert_owners(db: Db) -> None: ...


@query
async def insert_drafts(db: Db) -> None: ...


@query
async def insert_steps(db: Db) -> None: ...


@query
async def insert_commenters(db: Db) -> None: ...


@query
async def insert_counted_remixes(db: Db) -> None: ...


@query
async def insert_project_stats(db: Db) -> None: ...


@query
async def insert_maker_stats(db: Db) -> None: ...


@query
async def insert_project_tags(db: Db) -> None: ...


@query
async def insert_tags(db: Db) -> None: ...


@query
async def insert_tool_uses(db: Db) -> None: ...


@query
async def insert_tool_stats(db: Db) -> None: ...


@query
async def insert_ranks(db: Db, now: datetime) -> None: ...


@query
async def insert_notifications(db: Db, makers: int) -> None: ...


@query
async def insert_notification_actors(db: Db) -> None: ...


@query
async def insert_notification_boxes(db: Db) -> None: ...


@query
async def insert_search_floors(db: Db, kept: list[int]) -> None: ...


@query
async def insert_maker_searches(db: Db) -> None: ...


@query
async def insert_words(db: Db) -> None: ...
