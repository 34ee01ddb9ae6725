"""Trends: the tags and tools that are livelier now than they were."""

from typing import Final

from service.deps import Deps
from service.features.community.feeds.queries import TrendingRow, list_trending
from service.features.community.feeds.schemas import Trend, Trends

SHOWN: Final = 20


async def get_trending(deps: Deps) -> Trends:
    """Tags and tools that are livelier this week than the week before. A worker counts them every ten minutes."""
    tags = await list_trending(deps.db, "tag", SHOWN)
    tools = await list_trending(deps.db, "tool", SHOWN)
    counted = [row.counted_at for row in [*tags, *tools]]
    return Trends([_trend_of(row) for row in tags], [_trend_of(row) for row in tools], max(counted, default=None))


def _trend_of(row: TrendingRow) -> Trend:
    return Trend(row.name, row.title, row.score, row.recent, row.before)
