"""Periodic jobs that belong to no feature: what the platform itself keeps is kept for a stated time."""

from datetime import timedelta
from typing import Any, Final

from service.db.outbox import delete_failed
from service.http import idempotency
from service.jobs import JobContext, Periodic

FAILED_JOBS_KEPT: Final = timedelta(days=30)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Deletes saved answers that no repeat gets any more, and jobs that were given up a month ago."""
    now = job.clock()
    await idempotency.delete_expired(job.db, now - idempotency.KEPT)
    await delete_failed(job.db, now - FAILED_JOBS_KEPT)


PERIODIC: Final[Periodic] = {"housekeeping.purge": (3600, purge)}
