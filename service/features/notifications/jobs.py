"""What notifications have done behind the scenes: telling, mailing, throwing away, and counting again."""

import time
from typing import Any, Final
from uuid import UUID

import structlog

from service.db.outbox import enqueue
from service.features.notifications.digests import MAIL, order_digests, send_digest
from service.features.notifications.notify import EVENT
from service.features.notifications.queries import delete_old, list_counts, list_old, lock_boxes, update_counts
from service.features.notifications.rules import KEPT_FOR
from service.features.notifications.telling import tell
from service.jobs import JobContext, Jobs, Periodic

PORTION: Final = 500
"""Rows a transaction of the purge begins with, and boxes one of the repair looks at."""

REPAIR: Final = "notifications.repair"
REPAIR_SECONDS: Final = 10.0
"""After which the repair goes on in another job."""

_FIRST: Final = UUID(int=0)

log = structlog.get_logger(__name__)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Deletes what nothing has happened to for 90 days. What is more than a maker keeps goes when they are told."""
    before = job.clock() - KEPT_FOR
    while makers := await list_old(job.db, before, PORTION):
        async with job.db.transaction() as tx:
            await lock_boxes(tx, makers)
            await delete_old(tx, makers, before)


async def repair(job: JobContext, payload: dict[str, Any]) -> None:
    """Makes the counts of boxes those of their rows. They always are: a box that differs is a fault, and logged so."""
    after, until = UUID(payload["after"]) if "after" in payload else _FIRST, time.monotonic() + REPAIR_SECONDS
    while True:
        rows = await list_counts(job.db, after, PORTION)
        wrong = [row.maker_id for row in rows if row.is_wrong]
        if wrong:
            async with job.db.transaction() as tx:
                await lock_boxes(tx, wrong)
                await update_counts(tx, wrong)
            log.error("notification_counts_repaired", boxes=len(wrong))
        if len(rows) < PORTION:
            return
        after = rows[-1].maker_id
        if time.monotonic() > until:
            async with job.db.transaction() as tx:
                await enqueue(tx, REPAIR, {"after": after}, dedupe_key=f"{REPAIR}:{after}")
            return


JOBS: Final[Jobs] = {EVENT: tell, MAIL: send_digest}
PERIODIC: Final[Periodic] = {
    "notifications.digests": (3600, order_digests),
    "notifications.purge": (3600, purge),
    REPAIR: (86400, repair),
}
