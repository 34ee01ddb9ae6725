"""Page-cache invalidation: epochs that publish changes of public data to all processes.

An epoch has a name that is never reused. A change begins a new epoch; one script stores it in Redis and publishes it,
so all processes receive the epochs in the order in which they were stored. Data read while an epoch is the last one
received includes all changes up to it. This also holds in a process that receives epochs late, and after Redis lost its
data: a counter would restart and match old entries.
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
"""Seconds between two epochs that a process begins. The first change is published at once; further changes are batched
into one round trip to Redis.
"""
AGAIN_FIRST: Final = 0.1
AGAIN_LAST: Final = 1.0
LAST_WORD: Final = 0.5
"""Seconds that `close` allows for publishing the last change."""

_BEGIN: Final = Script.load(Path(__file__).with_name("invalidation.lua"))


class Invalidation:
    """Current epoch, as seen by one process.

    `on_change` is called after a change by another process, `on_gap` when this process may have missed changes.
    """

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
        """Name of our latest epoch until its message arrives."""
        self._unsaid = False
        self._saying: asyncio.Task[None] | None = None
        self._learning: asyncio.Task[None] | None = None
        self._heard = 0
        pubsub.subscribe(CHANNEL, self._hear)
        pubsub.on_gap(self._missed)

    @property
    def current(self) -> str | None:
        """Return the epoch whose changes are included in all reads from now on.

        Returns None if that is unknown: no messages arrive, or a change of this process is not yet part of any epoch.
        """
        return self._epoch if self._pubsub.live else None

    def begin(self) -> None:
        """Record a change and publish it soon. Until it is published there is no current epoch."""
        self._epoch = None
        self._unsaid = True
        if self._saying is None:
            self._saying = asyncio.get_running_loop().create_task(self._say(), name="epochs: say")

    async def close(self) -> None:
        """Publish the last change if that takes at most LAST_WORD seconds, and stop the tasks."""
        if self._saying is not None:
            await asyncio.wait([self._saying], timeout=LAST_WORD)
        tasks = [task for task in (self._saying, self._learning) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _say(self) -> None:
        """Begin epochs until one covers the last change. Changes during a round trip are batched."""
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
                    # Retry: Redis may be unavailable to this process only, and the other processes still need the
                    # change.
                    self._unsaid = True
                    log.debug("invalidation_not_published", reason=str(error))
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
        # The epoch covers all earlier changes, except one of this process that is not yet published or received.
        self._epoch = epoch if self._awaited is None and not self._unsaid else None

    def _missed(self) -> None:
        self._on_gap()
        self._epoch = self._awaited = None
        if self._saying is not None:
            self._unsaid = True  # the message may be lost here: publish again
        if self._learning is not None:
            self._learning.cancel()
        self._learning = asyncio.get_running_loop().create_task(self._learn(), name="epochs: learn")

    async def _learn(self) -> None:
        """Read the current epoch unless a message delivers it first. Begin an epoch if Redis has none."""
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
    """Begin an epoch and publish it to every listening process. Raises CacheUnavailable."""
    await redis.script(_BEGIN, [EPOCH], [epoch or token_hex(8), redis.endpoint.channel(CHANNEL)])
