"""Periodic jobs that belong to no feature: what the platform itself keeps is kept for a stated time."""

from datetime import timedelta
from typing import Any, Final

from service.http import idempotency
from service.jobs.context import JobContext, Periodic
from service.jobs.outbox import delete_failed

FAILED_JOBS_KEPT: Final = timedelta(days=30)

PORTION: Final = 500
"""Answers a statement deletes at most: a busy hour's are too many for the time a statement has."""


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Deletes saved answers that no repeat gets any more, and jobs that were given up a month ago."""
    now = job.clock()
    while await idempotency.purge(job.db, now - idempotency.KEPT, PORTION) == PORTION:
        pass
    await delete_failed(job.db, now - FAILED_JOBS_KEPT)


PERIODIC: Final[Periodic] = {"housekeeping.purge": (3600, purge)}
