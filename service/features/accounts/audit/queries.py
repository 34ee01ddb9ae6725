"""Queries of the audit log. The SQL is in sql/audit/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import query


@query
async def insert_audit(
    db: Db,
    audit_id: UUID,
    admin_id: UUID | None,
    action: str,
    target_kind: str,
    target_id: UUID,
    detail: str,
    now: datetime,
) -> None: ...
