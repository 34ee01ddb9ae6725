"""What moderation has done behind the scenes: telling those who reported, and forgetting what was written."""

from typing import Any, Final
from uuid import UUID

from service.features.accounts.notifications.notify import Subject, notify
from service.features.operations.moderation.domain import TEXTS_KEPT
from service.features.operations.moderation.queries import find_outcome, purge_removals, purge_texts, update_told
from service.features.operations.moderation.queue import SETTLED
from service.jobs.context import JobContext, Jobs, Periodic

_PORTION: Final = 100


async def tell_reporters(job: JobContext, payload: dict[str, Any]) -> None:
    """Writes a notification for everybody who reported what was settled. In portions, each marked in the transaction
    that tells them: however often the job comes, nobody hears it twice."""
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
    """Empties the notes and deletes the snapshots of what was settled 90 days ago."""
    while await purge_texts(job.db, job.clock() - TEXTS_KEPT, _PORTION) == _PORTION:
        pass
    await purge_removals(job.db)


JOBS: Final[Jobs] = {SETTLED: tell_reporters}
PERIODIC: Final[Periodic] = {"moderation.purge": (3600, purge)}
