"""What only the demo data asks of the database. See sql/demo/."""

from uuid import UUID

from service.db.pool import Db
from service.db.query import query


@query
async def lock_load(db: Db) -> None: ...


@query
async def has_makers(db: Db) -> bool: ...  # type: ignore[empty-body]  # the body is its SQL file


@query
async def update_source(db: Db, workflow_id: UUID, source_id: UUID, number: int) -> None: ...
