"""Epochs of the public pages: how the processes tell each other that something public has changed.

An epoch has a name that is never used again. A change begins a new one, which is written into Redis and said to all in
one script; so everybody hears of the epochs in the order in which they stood. What was read while an epoch was the last
one heard of has all changes up to it, also in a process that hears late, and also when Redis was emptied since: a
number would begin anew and meet what was kept under it before.
"""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Final

import structlog
from redis.exceptions import RedisError

from service.cache.pubsub import PubSub
from service.cache.redis import CacheUnavailable, RedisClient, Script

log = structlog.get_logger(__name__)

CHANNEL: Final = "pages"
EPOCH: Final = "page:epoch"

BETWEEN: Final = 0.01
"""Seconds between two epochs that a process begins: the first change of a storm is told at once, and each round trip
to Redis then tells of those that came in as long."""
AGAIN_FIRST: Final = 0.1
AGAIN_LAST: Final = 1.0
LAST_WORD: Final = 0.5
"""Seconds that `close` gives the others to be told of the last change."""

_BEGIN: Final = Script.load(Path(__file__).with_name("invalidation.lua"))


class Invalidation:
    """One process' view. `on_change` is called when another process has changed something, `on_gap` when changes may
    have gone unheard."""

    def __init__(
        self, redis: RedisClient, pubsub: PubSub, *, on_change: Callable[[], None], on_gap: Callable[[], None]
    ) -> None:
        self._redis = redis
        self._pubsub = pubsub
        self._on_change = on_change
        self._on_gap = on_gap
        self._name = token_hex(8)
        self._begun = 0
        self._epoch: str | None = None
        self._awaited: str | None = None
        """The epoch we began last, until we hear of it."""
        self._unsaid = False
        self._saying: asyncio.Task[None] | None = None
        self._learning: asyncio.Task[None] | None = None
        self._heard = 0
        pubsub.subscribe(CHANNEL, self._hear)
        pubsub.on_gap(self._missed)

    @property
    def current(self) -> str | None:
        """What is read from now on has all changes up to this epoch.

        None when that cannot be said: nothing is heard, or a change of our own is not yet part of any epoch.
        """
        return self._epoch if self._pubsub.live else None

    def begin(self) -> None:
        """Something was changed here. The others are told soon, and until they are there is no current epoch."""
        self._epoch = None
        self._unsaid = True
        if self._saying is None:
            self._saying = asyncio.get_running_loop().create_task(self._say(), name="epochs: say")

    async def close(self) -> None:
        """Tells the others of the last change if that is quickly done."""
        if self._saying is not None:
            await asyncio.wait([self._saying], timeout=LAST_WORD)
        tasks = [task for task in (self._saying, self._learning) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _say(self) -> None:
        """Begins epochs until the last change is covered by one; those that come meanwhile travel together."""
        pause = AGAIN_FIRST
        try:
            while self._unsaid:
                self._unsaid = False
                self._begun += 1
                self._awaited = f"{self._name}-{self._begun}"
                try:
                    await announce(self._redis, self._awaited)
                    await asyncio.sleep(BETWEEN)
                except (CacheUnavailable, RedisError) as error:
                    # Perhaps Redis was away for us alone: the others have to hear of it yet.
                    self._unsaid = True
                    log.debug("change_not_announced", reason=str(error))
                    await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - no secret
                    pause = min(2 * pause, AGAIN_LAST)
        finally:
            self._saying = None

    def _hear(self, message: bytes) -> None:
        epoch = message.decode(errors="replace")
        self._heard += 1
        if not epoch.startswith(self._name):
            self._on_change()
        if epoch == self._awaited:
            self._awaited = None
        # It covers all that was said up to here, but not a change of ours that is yet to be said or heard.
        self._epoch = epoch if self._awaited is None and not self._unsaid else None

    def _missed(self) -> None:
        self._on_gap()
        self._epoch = self._awaited = None
        if self._saying is not None:
            self._unsaid = True  # whether what is being said will be heard here is unknown: say it once more
        if self._learning is not None:
            self._learning.cancel()
        self._learning = asyncio.get_running_loop().create_task(self._learn(), name="epochs: learn")

    async def _learn(self) -> None:
        """Asks for the epoch that stands, unless a message tells it first; begins one in an empty Redis."""
        heard, pause, new = self._heard, AGAIN_FIRST, token_hex(8)
        while self._heard == heard:
            try:
                standing = await self._redis.command("SET", EPOCH, new, "NX", "GET")
            except (CacheUnavailable, RedisError):
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - no secret
                pause = min(2 * pause, AGAIN_LAST)
                continue
            if self._heard == heard and self._awaited is None and not self._unsaid:
                self._epoch = new if standing is None else standing.decode(errors="replace")
            return


async def announce(redis: RedisClient, epoch: str | None = None) -> None:
    """Begins an epoch, and tells every process that listens. Raises CacheUnavailable."""
    await redis.script(_BEGIN, [EPOCH], [epoch or token_hex(8), redis.endpoint.channel(CHANNEL)])
