"""Audit log of admin actions: one row per action, written in the transaction of the action."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal, get_args
from uuid import UUID

import orjson

from service.core.ids import new_id
from service.db.pool import Tx
from service.features.accounts.audit.queries import insert_audit

type TargetKind = Literal["maker", "project", "workflow", "comment", "collection", "report", "tool", "suggestion"]

KINDS: Final[list[str]] = list(get_args(TargetKind.__value__))


async def record(
    tx: Tx,
    *,
    admin_id: UUID | None,
    action: str,
    target_kind: TargetKind,
    target_id: UUID,
    detail: Mapping[str, object],
    now: datetime,
) -> None:
    """Write an admin action to the audit log, in the transaction of the action.

    `admin_id` is None for a command on the server. `action` is "<kind>.<verb>", as in "project.remove". `detail` must
    be JSON-serializable and contain no names: rows are permanent, and names are looked up when the log is read. Takes
    one round trip.
    """
    await insert_audit(tx, new_id(), admin_id, action, target_kind, target_id, orjson.dumps(detail).decode(), now)
