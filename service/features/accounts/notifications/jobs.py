"""What notifications have done behind the scenes: telling, mailing, throwing away, and counting again."""

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
"""Rows a transaction of the purge begins with."""

REPAIR: Final = "notifications.repair"

log = structlog.get_logger(__name__)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Deletes what nothing has happened to for 90 days. What is more than a maker keeps goes when they are told."""
    before = job.clock() - KEPT_FOR
    while makers := await list_old(job.db, before, PORTION):
        async with job.db.transaction() as tx:
            await lock_boxes(tx, makers)
            await delete_old(tx, makers, before)


async def repair_boxes(job: JobContext, payload: dict[str, Any]) -> None:
    """Makes the counts of boxes those of their rows."""
    await recount(job, payload, REPAIR, list_counts, _mend_boxes)


async def _mend_boxes(job: JobContext, wrong: list[UUID]) -> None:
    async with job.db.transaction() as tx:
        await lock_boxes(tx, wrong)
        await update_counts(tx, wrong)
    log.error("notification_counts_repaired", boxes=len(wrong))


JOBS: Final[Jobs] = {EVENT: tell, MAIL: send_digest}
PERIODIC: Final[Periodic] = {
    "notifications.digests": (3600, order_digests),
    "notifications.purge": (3600, purge),
    REPAIR: (86400, repair_boxes),
}
