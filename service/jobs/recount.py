"""Counting again, a portion at a time. Counters are always right, by triggers: one that is not is a fault, is logged as
one, and mended."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol
from uuid import UUID

from service.db.pool import Db
from service.jobs.context import JobContext
from service.jobs.outbox import enqueue

PORTION: Final = 500
"""Rows that are looked at together."""
RECOUNT_SECONDS: Final = 10.0
"""After which a repair goes on in another job."""

_FIRST: Final = UUID(int=0)


class Counted(Protocol):
    """Something that has counters, and whether they are not what they count."""

    @property
    def counted_id(self) -> UUID: ...
    @property
    def is_wrong(self) -> bool: ...


async def recount[R: Counted](
    job: JobContext,
    payload: dict[str, Any],
    kind: str,
    read: Callable[[Db, UUID, int], Awaitable[list[R]]],
    mend: Callable[[JobContext, list[UUID]], Awaitable[None]],
) -> None:
    """Looks at all that `read` lists, in the order of its ids, and has what is wrong mended. `kind` is this job's own:
    what takes long goes on in another one."""
    after = UUID(payload["after"]) if "after" in payload else _FIRST
    until = time.monotonic() + RECOUNT_SECONDS
    while True:
        rows = await read(job.db, after, PORTION)
        if wrong := [row.counted_id for row in rows if row.is_wrong]:
            await mend(job, wrong)
        if len(rows) < PORTION:
            return
        after = rows[-1].counted_id
        if time.monotonic() > until:
            async with job.db.transaction() as tx:
                await enqueue(tx, kind, {"after": after}, dedupe_key=f"{kind}:{after}")
            return
