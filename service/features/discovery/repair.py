"""Counting again. Counters are always right, by triggers: one that is not is a fault, is logged as one, and mended."""

import time
from typing import Any, Final
from uuid import UUID

import structlog

from service.db.outbox import enqueue
from service.features.discovery.queries import (
    list_maker_counts,
    list_project_counts,
    lock_maker_counts,
    lock_project_counts,
    update_maker_counts,
    update_project_counts,
)
from service.jobs import JobContext

REPAIR_PROJECTS: Final = "discovery.repair_projects"
REPAIR_MAKERS: Final = "discovery.repair_makers"

PORTION: Final = 500
"""Rows that are looked at together."""
REPAIR_SECONDS: Final = 10.0
"""After which a repair goes on in another job."""

_FIRST: Final = UUID(int=0)

log = structlog.get_logger(__name__)


async def repair_projects(job: JobContext, payload: dict[str, Any]) -> None:
    """Makes stars, forks, comments, commenters and hot of projects what they count."""
    after, until = _begun(payload)
    while True:
        rows = await list_project_counts(job.db, after, PORTION)
        if wrong := [row.project_id for row in rows if row.is_wrong]:
            async with job.db.transaction() as tx:
                await lock_project_counts(tx, wrong)
                await update_project_counts(tx, wrong)
            log.error("project_counts_repaired", projects=len(wrong))
            await job.publish()
        if len(rows) < PORTION:
            return
        after = rows[-1].project_id
        if time.monotonic() > until:
            await _go_on(job, REPAIR_PROJECTS, after)
            return


async def repair_makers(job: JobContext, payload: dict[str, Any]) -> None:
    """Makes followers and following of makers what they count."""
    after, until = _begun(payload)
    while True:
        rows = await list_maker_counts(job.db, after, PORTION)
        if wrong := [row.maker_id for row in rows if row.is_wrong]:
            async with job.db.transaction() as tx:
                await lock_maker_counts(tx, wrong)
                await update_maker_counts(tx, wrong)
            log.error("maker_counts_repaired", makers=len(wrong))
            await job.publish()
        if len(rows) < PORTION:
            return
        after = rows[-1].maker_id
        if time.monotonic() > until:
            await _go_on(job, REPAIR_MAKERS, after)
            return


def _begun(payload: dict[str, Any]) -> tuple[UUID, float]:
    """After which row to begin, and until when (monotonic seconds) to go on."""
    return UUID(payload["after"]) if "after" in payload else _FIRST, time.monotonic() + REPAIR_SECONDS


async def _go_on(job: JobContext, kind: str, after: UUID) -> None:
    async with job.db.transaction() as tx:
        await enqueue(tx, kind, {"after": after}, dedupe_key=f"{kind}:{after}")
