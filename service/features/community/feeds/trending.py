"""Trending tags and tools."""

from typing import Final

from service.deps import Deps
from service.features.community.feeds.queries import TrendingRow, list_trending
from service.features.community.feeds.schemas import Trend, Trends
from service.http.schema.mapper import mapper

SHOWN: Final = 20


async def get_trending(deps: Deps) -> Trends:
    """Return the trending tags and tools.

    They had more activity in the last 7 days than in the 7 days before. A worker counts them every ten minutes.
    """
    tags = await list_trending(deps.db, "tag", SHOWN)
    tools = await list_trending(deps.db, "tool", SHOWN)
    counted = [row.counted_at for row in [*tags, *tools]]
    return Trends([_trend_of(row) for row in tags], [_trend_of(row) for row in tools], max(counted, default=None))


_trend_of: Final = mapper(TrendingRow, Trend)
