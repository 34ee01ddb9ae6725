"""Queries of the sitemap. See sql/sitemap/."""

from datetime import datetime

from service.db.pool import Db
from service.db.query import Row, query


class PortionRow(Row):
    """Lines of one file. `last` is the key of the last address. `last` and `lines` are None if no address is left."""

    urls: int
    last: str | None
    lines: str | None


class FileRow(Row):
    name: str
    urls: int
    built_at: datetime


@query
async def list_makers(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def list_projects(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def list_workflows(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def list_collections(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def list_tags(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def list_tools(db: Db, base: str, after: str, limit: int) -> PortionRow: ...


@query
async def put_file(db: Db, name: str, urls: int, body: bytes, now: datetime) -> None: ...


@query
async def delete_files(db: Db, names: list[str]) -> None: ...


@query
async def list_files(db: Db) -> list[FileRow]: ...


@query
async def get_file(db: Db, name: str) -> bytes: ...
