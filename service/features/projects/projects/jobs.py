"""What projects have done behind the scenes: the end of what was deleted."""

from typing import Any, Final

from service.features.projects.projects.domain import RESTORABLE
from service.features.projects.projects.queries import purge_deleted, purge_orphaned
from service.jobs.context import JobContext, Jobs, Periodic

PORTION: Final = 500
"""Rows a statement deletes at most: short locks, and well within the statement's time."""


async def purge(context: JobContext, payload: dict[str, Any]) -> None:
    """Removes for good what was deleted, or whose owner left, more than 30 days ago."""
    before = context.clock() - RESTORABLE
    for remove in (purge_deleted, purge_orphaned):
        removed = PORTION
        while removed == PORTION:
            removed = await remove(context.db, before, PORTION)
            if removed:  # what others remixed of it is told otherwise from now on
                await context.publish()


JOBS: Final[Jobs] = {}
PERIODIC: Final[Periodic] = {"projects.purge": (3600, purge)}
