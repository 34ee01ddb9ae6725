"""Queries of public profiles. The SQL is in sql/makers/."""

from datetime import datetime

from service.db.pool import Database, Db
from service.db.query import Row, batched, query


class ProfileRow(Row):
    handle: str
    display_name: str
    bio: str
    links: str
    avatar_url: str | None
    created_at: datetime
    followers: int
    following: int


@batched
async def find_profile(db: Database, handle: str) -> ProfileRow | None: ...


@query
async def find_renamed(db: Db, handle: str, now: datetime) -> str | None: ...
