"""Background jobs of discovery: project periods, recounts, and deletion of a departed maker's stars and follows."""

from typing import Any, Final
from uuid import UUID

from service.features.accounts.identity.domain import FORGET
from service.features.community.discovery.domain import PERIODS
from service.features.community.discovery.queries import (
    advance_period,
    delete_followers_of,
    delete_following_of,
    delete_other_follows_of,
    delete_stars_of,
    has_reactions,
)
from service.features.community.discovery.recount import (
    REPAIR_MAKERS,
    REPAIR_PROJECTS,
    repair_makers,
    repair_projects,
)
from service.jobs.context import JobContext, Jobs, Periodic, RetryLater

PORTION: Final = 500
"""Maximum number of rows per statement: keeps locks short and stays within the statement timeout."""


async def move_periods(context: JobContext, payload: dict[str, Any]) -> None:
    """Move aged projects to the next period. Lists stay correct if this job is late."""
    now = context.clock()
    for period, age in enumerate(PERIODS):
        while await advance_period(context.db, period, now - age, PORTION) == PORTION:
            pass


async def forget(context: JobContext, payload: dict[str, Any]) -> None:
    """Delete the stars and follows of a departed maker. The same statements update the counters.

    A job does this because their number is unbounded and the account deletion must stay short.
    """
    maker_id = UUID(payload["maker_id"])
    await delete_other_follows_of(context.db, maker_id)
    for remove in (delete_stars_of, delete_following_of, delete_followers_of):
        while await remove(context.db, maker_id, PORTION) > 0:
            pass
    await context.publish()
    if await has_reactions(context.db, maker_id):
        raise RetryLater("another process is deleting the remaining reactions")


JOBS: Final[Jobs] = {FORGET: forget}
PERIODIC: Final[Periodic] = {
    "discovery.periods": (300, move_periods),
    REPAIR_PROJECTS: (86400, repair_projects),
    REPAIR_MAKERS: (86400, repair_makers),
}
