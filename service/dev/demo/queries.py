"""Queries for the demo data. See sql/demo/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import query


@query
async def lock_load(db: Db) -> None: ...


@query
async def has_makers(db: Db) -> bool: ...  # type: ignore[empty-body]  # the body is its SQL file


@query
async def update_source(db: Db, workflow_id: UUID, source_id: UUID, number: int) -> None: ...


@query
async def settle(db: Db) -> None: ...


@query
async def take_jobs(db: Db, kind: str) -> list[str]: ...  # type: ignore[empty-body]


@query
async def insert_stars(db: Db, makers: list[UUID], projects: list[UUID], times: list[datetime]) -> None: ...


@query
async def insert_maker_follows(db: Db, makers: list[UUID], followed: list[UUID], times: list[datetime]) -> None: ...


@query
async def insert_project_follows(db: Db, makers: list[UUID], projects: list[UUID], times: list[datetime]) -> None: ...


@query
async def insert_votes(
    db: Db,
    comments: list[UUID],
    makers: list[UUID],
    projects: list[UUID],
    values: list[int],
    times: list[datetime],
) -> None: ...
