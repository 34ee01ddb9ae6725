"""Processes that share pages, in one loop: a clock that stands still, and a source that counts how often it is read."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from attrs import define, field, frozen

from service.cache.page_cache import CachedPage, PageCache
from service.cache.pubsub import PubSub
from service.cache.redis import RedisClient
from tests.cache.conftest import PATIENT

GRACE = 0.3
CAPACITY = 1024 * 1024


async def until(done: Callable[[], bool], told: Callable[[], str] = str, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not done():
        assert time.monotonic() < deadline, told()
        await asyncio.sleep(0.002)


@define
class StandingClock:
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@define
class Source:
    """What pages are made of. A making reads `value` at its beginning, as a statement's snapshot does."""

    value: int = 1
    made: int = 0
    failure: Exception | None = None
    status: int = 200
    hold: asyncio.Event | None = None

    async def __call__(self) -> CachedPage:
        self.made += 1
        value, hold, failure = self.value, self.hold, self.failure
        if hold is not None:
            await hold.wait()
        if failure is not None:
            raise failure
        return CachedPage(self.status, str(value).encode(), {"ETag": f'"{value}"'})


@frozen
class Process:
    """What one process holds."""

    redis: RedisClient
    pubsub: PubSub
    pages: PageCache
    source: Source

    async def get(self, key: str = "/a", *, latest: bool = False) -> int:
        page = await self.pages.get(key, self.source, latest=latest)
        assert page.headers["ETag"] == f'"{page.body.decode()}"'
        return int(page.body)

    async def idle(self) -> None:
        """Until nothing is under way, and what was said has been heard."""
        epochs = self.pages._epochs
        await until(lambda: not (self.pages._flights or self.pages._tasks or epochs._saying))
        await until(lambda: not self.pubsub.live or self.pages._epochs.current is not None)


@define
class Processes:
    clock: StandingClock = field(factory=StandingClock)
    source: Source = field(factory=Source)
    running: list[Process] = field(factory=list)

    async def start(self, url: str, *, capacity: int = CAPACITY, grace: float = GRACE) -> Process:
        redis, pubsub = RedisClient(url, timeout=PATIENT), PubSub(url)
        pages = PageCache(redis, pubsub, capacity=capacity, grace=grace, clock=self.clock)
        process = Process(redis, pubsub, pages, self.source)
        self.running.append(process)
        await redis.start()
        await pubsub.start()
        await process.idle()
        return process

    async def idle(self) -> None:
        for process in self.running:
            await process.idle()

    def change(self, by: Process, to: int) -> None:
        """Commits a change, as a request to that process would."""
        self.source.value = to
        by.pages.invalidate()


@asynccontextmanager
async def processes() -> AsyncIterator[Processes]:
    made = Processes()
    yield made
    for process in made.running:
        await process.pages.close()
        await process.pubsub.close()
        await process.redis.close()
