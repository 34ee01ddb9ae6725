"""Audit log of admin actions: one row per action, written in the transaction of the action."""

from datetime import datetime
from typing import Final
from uuid import UUID

import orjson

from service.core.ids import new_id
from service.db.pool import Tx
from service.features.accounts.audit.queries import insert_audit

KINDS: Final = ["maker", "project", "workflow", "comment", "collection", "report", "tool", "suggestion"]


async def record(tx: Tx, admin_id: UUID | None, action: str, target_id: UUID, now: datetime, **detail: object) -> None:
    """Write an admin action to the audit log, in the transaction of the action.

    `admin_id` is None for a command on the server. `action` is "<kind>.<verb>", as in "project.remove"; the kind is one
    of KINDS. `detail` must be JSON-serializable and contain no names: rows are permanent, and names are looked up when
    the log is read. Takes one round trip.
    """
    kind, _, _ = action.partition(".")
    await insert_audit(
        tx,
        audit_id=new_id(),
        admin_id=admin_id,
        action=action,
        target_kind=kind,
        target_id=target_id,
        detail=orjson.dumps(detail).decode(),
        now=now,
    )
