"""Periodic jobs of the platform itself: purge data after its retention time."""

from datetime import timedelta
from typing import Any, Final

from service.http import idempotency
from service.jobs.context import JobContext, Periodic
from service.jobs.outbox import delete_failed

FAILED_JOBS_KEPT: Final = timedelta(days=30)

PORTION: Final = 500
"""Maximum number of saved responses that one statement deletes, so that it ends within the time limit."""


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Delete expired idempotency responses, and jobs that were parked a month ago."""
    now = job.clock()
    while await idempotency.purge(job.db, now - idempotency.KEPT, PORTION) == PORTION:
        pass
    await delete_failed(job.db, now - FAILED_JOBS_KEPT)


PERIODIC: Final[Periodic] = {"housekeeping.purge": (3600, purge)}
