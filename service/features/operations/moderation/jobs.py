"""Jobs that notify reporters and purge the texts of settled cases."""

from typing import Any, Final
from uuid import UUID

from service.features.accounts.notifications.notify import Subject, notify
from service.features.operations.moderation.domain import TEXTS_KEPT
from service.features.operations.moderation.queries import find_outcome, purge_removals, purge_texts, update_told
from service.features.operations.moderation.queue import SETTLED
from service.jobs.context import JobContext, Jobs, Periodic

_PORTION: Final = 100


async def tell_reporters(job: JobContext, payload: dict[str, Any]) -> None:
    """Notify every reporter of a settled case.

    Process the reporters in batches. The transaction that notifies a batch also marks it, so a repeated job notifies
    nobody twice.
    """
    case_id = UUID(payload["case_id"])
    outcome = await find_outcome(job.db, case_id)
    told = _PORTION
    while outcome is not None and told == _PORTION:
        async with job.db.transaction() as tx:
            rows = await update_told(tx, case_id, job.clock(), _PORTION)
            for row in rows:
                if row.reporter_id is not None:
                    subject = Subject(report_id=row.report_id, note=outcome)
                    await notify(tx, "moderation", actor_id=None, recipients=[row.reporter_id], subject=subject)
        told = len(rows)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Empty the notes and delete the snapshots of cases that were settled more than 90 days ago."""
    while await purge_texts(job.db, job.clock() - TEXTS_KEPT, _PORTION) == _PORTION:
        pass
    await purge_removals(job.db)


JOBS: Final[Jobs] = {SETTLED: tell_reporters}
PERIODIC: Final[Periodic] = {"moderation.purge": (3600, purge)}
