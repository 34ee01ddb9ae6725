"""Background jobs of search: rebalance tiers and delete unused words.

docs/decisions/0027-search.md explains the tiers.
"""

from typing import Any, Final

from service.features.community.search.queries import (
    count_tier,
    delete_unused_words,
    find_floor,
    insert_floor,
    update_tier,
)
from service.jobs.context import JobContext, Periodic

TIERS: Final = (4_000, 16_000, 64_000, 256_000)
"""Number of projects per tier after rebalancing, from tier 0 on. The last tier holds all other projects."""
FULL: Final = 1.5
"""Factor of its size at which a tier is rebalanced."""
PORTION: Final = 200
"""Maximum number of projects per statement. A move inserts every word of a project into the next tier's index."""
WORDS: Final = 200
"""Number of words checked per statement."""


async def settle(context: JobContext, payload: dict[str, Any]) -> None:
    """Move projects that are no longer among the hottest to the next tier."""
    for tier, kept in enumerate(TIERS):
        most = int(kept * FULL)
        if await count_tier(context.db, tier, most) == most:
            floor = await find_floor(context.db, tier, kept)
            if floor is not None:
                await insert_floor(context.db, tier, floor)
        while await update_tier(context.db, tier, PORTION) == PORTION:
            pass


async def forget(context: JobContext, payload: dict[str, Any]) -> None:
    """Delete rare words that no project or maker uses any more. Otherwise spelling correction could reveal a deleted
    name."""
    kind, word = "", ""
    while (last := await delete_unused_words(context.db, kind, word, WORDS)) is not None:
        kind, word = last.kind, last.word


PERIODIC: Final[Periodic] = {"search.settle": (300, settle), "search.forget": (86_400, forget)}
