"""Periodic job that purges deleted projects."""

from typing import Any, Final

from service.features.projects.projects.domain import RESTORABLE
from service.features.projects.projects.queries import purge_deleted, purge_orphaned
from service.jobs.context import JobContext, Periodic

PORTION: Final = 500
"""Maximum number of rows per statement. It keeps locks short and stays well within the statement timeout."""


async def purge(context: JobContext, payload: dict[str, Any]) -> None:
    """Purge projects that were deleted, or whose owner left, more than 30 days ago."""
    before = context.clock() - RESTORABLE
    for remove in (purge_deleted, purge_orphaned):
        removed = PORTION
        while removed == PORTION:
            removed = await remove(context.db, before, PORTION)
            if removed:  # cached pages still name it as the origin of its remixes
                await context.publish()


PERIODIC: Final[Periodic] = {"projects.purge": (3600, purge)}
