"""Background job of the feeds: count trends."""

from datetime import timedelta
from typing import Any, Final

from service.features.community.feeds.queries import count_trending, delete_trending
from service.jobs.context import JobContext, Periodic

WEEK: Final = timedelta(days=7)


async def count(job: JobContext, payload: dict[str, Any]) -> None:
    """Count the trends of the last two weeks."""
    now = job.clock()
    async with job.db.transaction() as tx:
        await count_trending(tx, now - 2 * WEEK, now - WEEK, now)
        await delete_trending(tx, now)
    await job.publish()


PERIODIC: Final[Periodic] = {"feeds.trending": (600, count)}
