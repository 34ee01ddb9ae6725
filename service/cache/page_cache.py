"""Page cache: public pages, stored as the bytes of their response and shared by all processes through Redis.

Concurrent requests for a page share one production (single flight); later requests are served from memory. Any change
invalidates all pages: in this process at once (`invalidate`), in other processes when the message arrives
(invalidation.py). In memory, a page carries the generation in which its production started. In Redis, it is stored
under the epoch in which its production started. A page read before a change therefore never passes for a later one.

Maximum age of a page, in seconds of the given clock:

- without changes: `LIFETIME` (jittered), plus `STALE` while a background refresh runs;
- after a change: `grace` more while a background refresh runs; then requests wait for the new page;
- while no messages arrive: `DEAF_LIFETIME` and `grace`;
- after missed messages: all earlier pages are invalid.

docs/decisions/0024-page-cache.md gives the reasons.
"""

import asyncio
import random
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from functools import partial
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import orjson
import structlog
from redis.exceptions import RedisError

from service.cache.invalidation import Invalidation
from service.cache.pubsub import PubSub
from service.cache.redis import CacheUnavailable, RedisClient
from service.core.cancellation import abandon
from service.core.clock import Clock, system_clock
from service.db.errors import DatabaseUnavailable

log = structlog.get_logger(__name__)


LIFETIME: Final = (4.0, 6.0)
"""Range of lifetimes in seconds. Each page draws its own, so that pages made together do not expire together."""
STALE: Final = 30.0
DEAF_LIFETIME: Final = 0.5

REFRESH_INTERVAL: Final = 0.1
"""Minimum seconds between two background refreshes of a page. It bounds the cost of frequent changes."""
REFRESHES: Final = 4
"""Maximum number of concurrent background refreshes. Waiting requests have priority for database connections."""

COPY_LIFETIME: Final = 5.0
LARGEST_COPY: Final = 64 * 1024
"""Maximum size in bytes of a page stored in Redis. Larger pages stay in the memory of each process."""
COPIES_UNDER_WAY: Final = 4
COPIES_HELD: Final = 8 * 1024 * 1024
"""Approximate maximum of Redis memory, in bytes, for the copies of one process. A client that walks through all lists
must not fill Redis.
"""

LARGEST_SHARE: Final = 8
"""Divisor of the capacity. A page above `capacity / LARGEST_SHARE` bytes would evict too many others."""
LONGEST_KEY: Final = 1024
OVERHEAD: Final = 1000
"""Bytes of an entry in addition to its body and key."""

_FRESH, _STALE, _GONE = range(3)


class CachedPage(NamedTuple):
    """Response that is the same for all clients. Do not modify the headers."""

    status: int
    body: bytes
    headers: dict[str, str]


type Produce = Callable[[], Awaitable[CachedPage]]


class _Entry:
    __slots__ = ("born", "generation", "lifetime", "page", "size", "tried")

    def __init__(self, page: CachedPage, generation: int, born: float, size: int) -> None:
        self.page = page
        self.generation = generation
        self.born = born
        self.lifetime = random.uniform(*LIFETIME)  # noqa: S311 - no secret
        self.size = size
        self.tried = born


class _Flight:
    """Page in production. `generation` and `born` date from its start, because the page may lack later changes.

    `waiting` counts the waiting requests; a background refresh counts as a request that never leaves.
    """

    __slots__ = ("born", "generation", "task", "waiting")

    def __init__(self, generation: int, born: float) -> None:
        self.generation = generation
        self.born = born
        self.waiting = 0
        self.task: asyncio.Task[CachedPage]


class PageCache:
    """Public pages of one process, at most `capacity` bytes; 0 disables the cache.

    Counters: `hits`, `stale` (served during a refresh), `misses` (the request waited), `past` (the request required the
    latest page), `copies` (taken from Redis), `made` and `refreshes` (background).
    """

    def __init__(
        self, redis: RedisClient, pubsub: PubSub, *, capacity: int, grace: float, clock: Clock = system_clock
    ) -> None:
        self._redis = redis
        self._pubsub = pubsub
        self._capacity = capacity
        self._grace = grace
        self._clock = clock
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._flights: dict[str, _Flight] = {}
        self._refreshing = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._copying = 0
        self._copied_since = 0.0
        self._copied_bytes = 0

        self._generation = 0
        """Grows with every received change. A page of an earlier generation may lack changes."""
        self._endings: deque[float] = deque()
        """Times at which the last generations ended, those within `grace`."""

        self._epochs = Invalidation(redis, pubsub, on_change=self._end_generation, on_gap=self._forget)

        self.bytes_held = 0
        self.hits = self.stale = self.misses = self.past = self.copies = self.made = self.refreshes = 0

    @property
    def live(self) -> bool:
        """Return whether this process currently receives the changes of other processes."""
        return self._pubsub.live

    async def get(self, key: str, produce: Produce, *, latest: bool = False) -> CachedPage:
        """Return the page of `key`, which must identify everything that `produce` depends on.

        With `latest`, the page is always produced again. A response with a status other than 200 goes only to the
        requests that waited for it, and so does an error of `produce`. A cancelled request does not affect the other
        waiting requests.
        """
        if not self._capacity or len(key) > LONGEST_KEY or not key.isascii():
            return await produce()
        now = self._now()
        if latest:
            return await self._past(key, produce, now)
        entry = self._entries.get(key)
        if entry is not None:
            self._entries.move_to_end(key)
            standing = self._standing(entry, now)
            if standing == _FRESH:
                self.hits += 1
                return entry.page
            if standing == _STALE:
                self.stale += 1
                self._refresh(key, produce, entry, now)
                return entry.page
        self.misses += 1
        flight = self._flights.get(key)
        if flight is None or not self._may_join(flight, now):
            flight = self._start(key, produce, now)
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.task.done():
                self._give_up(key, flight)

    def invalidate(self) -> None:
        """Invalidate all pages after a commit. This takes effect here at once and is published in the background."""
        self._end_generation()
        self._epochs.begin()

    async def close(self) -> None:
        """Publish the last change if that is quick, and cancel running work."""
        await self._epochs.close()
        tasks: list[asyncio.Task[Any]] = [*self._tasks, *(flight.task for flight in self._flights.values())]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # Age checks

    def _now(self) -> float:
        return self._clock().timestamp()

    def _standing(self, entry: _Entry, now: float) -> int:
        age = now - entry.born
        if age < 0:  # the clock was set back
            return _GONE
        if entry.generation != self._generation:
            return _STALE if self._within_grace(entry.generation, now) else _GONE
        if age >= DEAF_LIFETIME and not self._pubsub.live:
            return _STALE if age < DEAF_LIFETIME + self._grace else _GONE
        if age < entry.lifetime:
            return _FRESH
        return _STALE if age < entry.lifetime + STALE else _GONE

    def _may_join(self, flight: _Flight, now: float) -> bool:
        if flight.generation != self._generation:
            return self._within_grace(flight.generation, now)
        return 0 <= now - flight.born < DEAF_LIFETIME or self._pubsub.live

    def _within_grace(self, generation: int, now: float) -> bool:
        """Return whether the first change after `generation` is at most `grace` seconds old."""
        place = generation - (self._generation - len(self._endings))
        return place >= 0 and 0 <= now - self._endings[place] < self._grace

    def _end_generation(self) -> None:
        now = self._now()
        self._generation += 1
        self._endings.append(now)
        while self._endings and not 0 <= now - self._endings[0] < self._grace:
            self._endings.popleft()

    def _forget(self) -> None:
        """Drop all pages after a possible loss of messages, without any grace period."""
        self._generation += 1
        self._endings.clear()
        self._entries.clear()
        self.bytes_held = 0

    # Production

    async def _past(self, key: str, produce: Produce, now: float) -> CachedPage:
        self.past += 1
        generation = self._generation
        self.made += 1
        page = await produce()
        self._keep(key, page, generation, now)
        return page

    def _refresh(self, key: str, produce: Produce, entry: _Entry, now: float) -> None:
        if now - entry.tried < REFRESH_INTERVAL or self._refreshing >= REFRESHES or key in self._flights:
            return
        entry.tried = now
        self.refreshes += 1
        self._refreshing += 1
        flight = self._start(key, produce, now)
        flight.waiting += 1
        flight.task.add_done_callback(self._refreshed)

    def _refreshed(self, task: asyncio.Task[CachedPage]) -> None:
        self._refreshing -= 1
        if not task.cancelled() and (error := task.exception()) is not None:
            log.info("page_refresh_failed", error=type(error).__name__)

    def _start(self, key: str, produce: Produce, now: float) -> _Flight:
        flight = _Flight(self._generation, now)
        epoch = self._epochs.current
        # Use a separate task, because the first request may be cancelled.
        flight.task = asyncio.get_running_loop().create_task(self._fly(key, produce, flight, epoch))
        self._flights[key] = flight
        flight.task.add_done_callback(partial(self._landed, key, flight))
        return flight

    async def _fly(self, key: str, produce: Produce, flight: _Flight, epoch: str | None) -> CachedPage:
        if epoch is not None and (copy := await self._find_copy(epoch, key, flight.born)) is not None:
            page, born = copy
            self.copies += 1
            self._keep(key, page, flight.generation, born)
            return page
        self.made += 1
        page = await produce()
        if page.status == 200:
            self._keep(key, page, flight.generation, flight.born)
            if epoch is not None and self._may_copy(len(page.body)):
                self._copying += 1
                task = asyncio.get_running_loop().create_task(self._copy(epoch, key, page, flight.born))
                self._tasks.add(task)
                task.add_done_callback(self._copied)
        return page

    def _give_up(self, key: str, flight: _Flight) -> None:
        """Abandon a page for which no request waits. The next request starts it again."""
        if self._flights.get(key) is flight:
            del self._flights[key]
        abandon(flight.task)

    def _landed(self, key: str, flight: _Flight, task: asyncio.Task[CachedPage]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
        if task.cancelled() or (error := task.exception()) is None:
            return
        entry = self._entries.get(key)
        # While PostgreSQL is unavailable the old page may be served. After any other error it is dropped: it may no
        # longer exist.
        if entry is not None and entry.born <= flight.born and not isinstance(error, DatabaseUnavailable):
            self._drop(key)

    def _keep(self, key: str, page: CachedPage, generation: int, born: float) -> None:
        if page.status != 200:
            return
        known = self._entries.get(key)
        if known is not None and (known.generation, known.born) > (generation, born) and known.born <= self._now():
            return  # a newer page is already cached
        size = len(page.body) + len(key) + OVERHEAD
        self._drop(key)
        if size > self._capacity // LARGEST_SHARE:
            return
        # Copy the body: the encoder's buffer is half as large again, and the memory it frees is too small for the next
        # one.
        page = page._replace(body=bytes(memoryview(page.body)))
        self._entries[key] = _Entry(page, generation, born, size)
        self.bytes_held += size
        while self.bytes_held > self._capacity:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.bytes_held -= entry.size

    # Copies in Redis

    async def _find_copy(self, epoch: str, key: str, now: float) -> tuple[CachedPage, float] | None:
        try:
            value = await self._redis.command("GET", _place(epoch, key))
        except (CacheUnavailable, RedisError):
            return None
        if value is None:
            return None
        head, _, body = value.partition(b"\n")
        try:
            told = orjson.loads(head)
        except ValueError:
            return None
        match told:
            case [str(known_as), float(born), dict(headers)] if known_as == key and 0 <= now - born < COPY_LIFETIME:
                return CachedPage(200, body, headers), born
            case _:  # too old, or written by another version
                return None

    def _may_copy(self, size: int) -> bool:
        now = self._now()
        if not 0 <= now - self._copied_since < COPY_LIFETIME:
            self._copied_since, self._copied_bytes = now, 0
        if size > LARGEST_COPY or self._copying >= COPIES_UNDER_WAY:
            return False
        self._copied_bytes += size + OVERHEAD
        return self._copied_bytes <= COPIES_HELD // 2  # copies of the previous span may still exist

    async def _copy(self, epoch: str, key: str, page: CachedPage, born: float) -> None:
        value = orjson.dumps([key, born, page.headers]) + b"\n" + page.body
        try:
            await self._redis.command("SET", _place(epoch, key), value, "PX", int(COPY_LIFETIME * 1000))
        except (CacheUnavailable, RedisError) as error:
            log.debug("page_copy_failed", error=str(error))

    def _copied(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._copying -= 1


def _place(epoch: str, key: str) -> str:
    return f"page:{epoch}:{blake2b(key.encode(), digest_size=16).hexdigest()}"
