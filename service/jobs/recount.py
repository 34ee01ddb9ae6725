"""Recounts of counters, in batches.

Triggers keep counters correct. A wrong counter is a bug, so it is logged and repaired.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol
from uuid import UUID

from service.db.pool import Db
from service.jobs.context import JobContext
from service.jobs.outbox import enqueue

PORTION: Final = 500
"""Number of rows that are checked together."""
RECOUNT_SECONDS: Final = 10.0
"""Seconds after which a recount continues in another job."""

_FIRST: Final = UUID(int=0)


class Counted(Protocol):
    """Row with counters, and whether they are wrong."""

    @property
    def counted_id(self) -> UUID: ...
    @property
    def is_wrong(self) -> bool: ...


async def recount[R: Counted](
    job: JobContext,
    payload: dict[str, Any],
    kind: str,
    read: Callable[[Db, UUID, int], Awaitable[list[R]]],
    correct: Callable[[JobContext, list[UUID]], Awaitable[None]],
) -> None:
    """Check all rows that `read` returns, in the order of their ids, and repair wrong ones with `correct`.

    `kind` is the kind of this job: a long recount continues in another job of that kind.
    """
    after = UUID(payload["after"]) if "after" in payload else _FIRST
    until = time.monotonic() + RECOUNT_SECONDS
    while True:
        rows = await read(job.db, after, PORTION)
        if wrong := [row.counted_id for row in rows if row.is_wrong]:
            await correct(job, wrong)
        if len(rows) < PORTION:
            return
        after = rows[-1].counted_id
        if time.monotonic() > until:
            async with job.db.transaction() as tx:
                await enqueue(tx, kind, {"after": after}, dedupe_key=f"{kind}:{after}")
            return
