"""What the worker does for the feeds: it counts what is trending."""

from datetime import timedelta
from typing import Any, Final

from service.features.community.feeds.queries import count_trending, delete_trending
from service.jobs.context import JobContext, Periodic

WEEK: Final = timedelta(days=7)


async def count(job: JobContext, payload: dict[str, Any]) -> None:
    """Counts the last two weeks anew."""
    now = job.clock()
    async with job.db.transaction() as tx:
        await count_trending(tx, now - 2 * WEEK, now - WEEK, now)
        await delete_trending(tx, now)
    await job.publish()


PERIODIC: Final[Periodic] = {"feeds.trending": (600, count)}
