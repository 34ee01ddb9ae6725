"""Queries of tags. See sql/tags/. Triggers write the rows: see migrations/0005_tool_tag.sql."""

from service.db.pool import Db
from service.db.query import Row, query


class TagRow(Row):
    name: str
    projects: int


@query
async def get(db: Db, name: str) -> TagRow: ...


@query
async def list_most_used(db: Db, below: int, after: str, limit: int) -> list[TagRow]: ...
