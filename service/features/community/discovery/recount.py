"""Recount jobs for the counters of projects and makers."""

from typing import Any, Final
from uuid import UUID

import structlog

from service.features.community.discovery.queries import (
    list_maker_counts,
    list_project_counts,
    lock_maker_counts,
    lock_project_counts,
    recount_remixes,
    update_maker_counts,
    update_project_counts,
)
from service.jobs.context import JobContext
from service.jobs.recount import recount

REPAIR_PROJECTS: Final = "discovery.repair_projects"
REPAIR_MAKERS: Final = "discovery.repair_makers"

log = structlog.get_logger(__name__)


async def repair_projects(job: JobContext, payload: dict[str, Any]) -> None:
    """Recount the stars, forks, comments, commenters and hot of projects."""
    await recount(job, payload, REPAIR_PROJECTS, list_project_counts, _correct_projects)


async def _correct_projects(job: JobContext, wrong: list[UUID]) -> None:
    async with job.db.transaction() as tx:
        await recount_remixes(tx, wrong)
        await lock_project_counts(tx, wrong)
        await update_project_counts(tx, wrong)
    log.error("project_counts_corrected", projects=len(wrong))
    await job.publish()


async def repair_makers(job: JobContext, payload: dict[str, Any]) -> None:
    """Recount the followers and following of makers."""
    await recount(job, payload, REPAIR_MAKERS, list_maker_counts, _correct_makers)


async def _correct_makers(job: JobContext, wrong: list[UUID]) -> None:
    async with job.db.transaction() as tx:
        await lock_maker_counts(tx, wrong)
        await update_maker_counts(tx, wrong)
    log.error("maker_counts_corrected", makers=len(wrong))
    await job.publish()
