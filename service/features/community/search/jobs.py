"""What search has done behind the scenes: tiers stay small, and words that nothing has any more are forgotten.

Why there are tiers: docs/decisions/0027-search.md.
"""

from typing import Any, Final

from service.features.community.search.queries import (
    count_tier,
    delete_unused_words,
    find_floor,
    insert_floor,
    update_tier,
)
from service.jobs.context import JobContext, Jobs, Periodic

TIERS: Final = (4_000, 16_000, 64_000, 256_000)
"""How many projects a tier holds, from tier 0 on, once it was put in order; the last tier holds all others."""
FULL: Final = 1.5
"""A tier is put in order when it holds this much more."""
PORTION: Final = 200
"""Projects that move in one statement: each is put into the index of its next tier word by word."""
WORDS: Final = 200
"""Words that are looked up in one statement."""


async def settle(context: JobContext, payload: dict[str, Any]) -> None:
    """Moves what is no longer among the hottest on to the next tier."""
    for tier, kept in enumerate(TIERS):
        most = int(kept * FULL)
        if await count_tier(context.db, tier, most) == most:
            floor = await find_floor(context.db, tier, kept)
            if floor is not None:
                await insert_floor(context.db, tier, floor)
        while await update_tier(context.db, tier, PORTION) == PORTION:
            pass


async def forget(context: JobContext, payload: dict[str, Any]) -> None:
    """Removes rare words that no project or maker has any more: nobody's name stays for being close to another."""
    kind, word = "", ""
    while (last := await delete_unused_words(context.db, kind, word, WORDS)) is not None:
        kind, word = last.kind, last.word


JOBS: Final[Jobs] = {}
PERIODIC: Final[Periodic] = {"search.settle": (300, settle), "search.forget": (86_400, forget)}
