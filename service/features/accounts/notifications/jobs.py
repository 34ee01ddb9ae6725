"""Background jobs of notifications: delivery, digests, purge and recount."""

from typing import Any, Final
from uuid import UUID

import structlog

from service.features.accounts.notifications.delivery import tell
from service.features.accounts.notifications.digests import MAIL, order_digests, send_digest
from service.features.accounts.notifications.domain import KEPT_FOR
from service.features.accounts.notifications.notify import EVENT
from service.features.accounts.notifications.queries import (
    delete_old,
    list_counts,
    list_old,
    lock_boxes,
    update_counts,
)
from service.jobs.context import JobContext, Jobs, Periodic
from service.jobs.recount import recount

PORTION: Final = 500
"""Oldest rows that select the makers of one purge transaction."""

REPAIR: Final = "notifications.repair"

log = structlog.get_logger(__name__)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Purge notifications without an update for 90 days. Delivery deletes those over the limit per maker."""
    before = job.clock() - KEPT_FOR
    while makers := await list_old(job.db, before, PORTION):
        async with job.db.transaction() as tx:
            await lock_boxes(tx, makers)
            await delete_old(tx, makers, before)


async def repair_boxes(job: JobContext, payload: dict[str, Any]) -> None:
    """Recompute wrong box counters."""
    await recount(job, payload, REPAIR, list_counts, _correct_boxes)


async def _correct_boxes(job: JobContext, wrong: list[UUID]) -> None:
    async with job.db.transaction() as tx:
        await lock_boxes(tx, wrong)
        await update_counts(tx, wrong)
    log.error("notification_counts_corrected", boxes=len(wrong))


JOBS: Final[Jobs] = {EVENT: tell, MAIL: send_digest}
PERIODIC: Final[Periodic] = {
    "notifications.digests": (3600, order_digests),
    "notifications.purge": (3600, purge),
    REPAIR: (86400, repair_boxes),
}
