"""Helpers for page cache tests: several processes in one loop, a fixed clock and a source that counts renders."""

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


async def until(done: Callable[[], bool], message: Callable[[], str] = str, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not done():
        assert time.monotonic() < deadline, message()
        await asyncio.sleep(0.002)


@define
class FixedClock:
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@define
class Source:
    """Source of pages. It reads `value` first and responds later, as a database snapshot does."""

    value: int = 1
    renders: int = 0
    failure: Exception | None = None
    status: int = 200
    hold: asyncio.Event | None = None

    async def __call__(self) -> CachedPage:
        self.renders += 1
        value, hold, failure = self.value, self.hold, self.failure
        if hold is not None:
            await hold.wait()
        if failure is not None:
            raise failure
        return CachedPage(self.status, str(value).encode(), {"ETag": f'"{value}"'})


@frozen
class Process:
    """The cache clients of one process."""

    redis: RedisClient
    pubsub: PubSub
    pages: PageCache
    source: Source

    async def get(self, key: str = "/a", *, latest: bool = False) -> int:
        page = await self.pages.get(key, self.source, latest=latest)
        assert page.headers["ETag"] == f'"{page.body.decode()}"'
        return int(page.body)

    async def idle(self) -> None:
        """Wait until no page is being rendered and all invalidations have arrived."""
        epochs = self.pages._epochs
        await until(lambda: not (self.pages._flights or self.pages._tasks or epochs._saying))
        await until(lambda: not self.pubsub.live or self.pages._epochs.current is not None)


@define
class Processes:
    clock: FixedClock = field(factory=FixedClock)
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
        """Commit a change through this process."""
        self.source.value = to
        by.pages.invalidate()


@asynccontextmanager
async def processes() -> AsyncIterator[Processes]:
    started = Processes()
    yield started
    for process in started.running:
        await process.pages.close()
        await process.pubsub.close()
        await process.redis.close()
