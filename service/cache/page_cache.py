"""Public pages, kept as the bytes they are sent as, and shared by all processes.

A page is made once however many ask for it at the same time (single flight), then served from memory. Any change ends
all of them: here at once (`invalidate`), in the other processes when they hear of it (epochs.py). Within the process a
page carries the generation in which its making began, in Redis it stands under the epoch in which it began: so what was
read before a change is never taken for what was read after it.

How old a page may be, in seconds of the clock handed in:

- nothing changed: `LIFETIME` (jittered), then `STALE` more while it is made anew behind the scenes;
- something changed: `grace` more while it is made anew; then a request waits for the new one;
- messages do not reach this process: `DEAF_LIFETIME` and `grace`;
- messages were missed: nothing that was made before counts.

docs/decisions/0024-shared-pages.md tells why.
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
"""Seconds; each page takes its own between these, so that pages made together do not end together."""
STALE: Final = 30.0
DEAF_LIFETIME: Final = 0.5

REFRESH_INTERVAL: Final = 0.1
"""Seconds from one making of a page behind the scenes to the next: what a storm of changes costs at most."""
REFRESHES: Final = 4
"""Pages that are made behind the scenes at once; a pool of connections is for those who wait first."""

COPY_LIFETIME: Final = 5.0
LARGEST_COPY: Final = 64 * 1024
"""Bytes of a page that goes to Redis. Larger ones are kept by each process alone."""
COPIES_UNDER_WAY: Final = 4
COPIES_HELD: Final = 8 * 1024 * 1024
"""Bytes of Redis that the copies of one process take at most, about: who walks through all lists shall not fill it."""

LARGEST_SHARE: Final = 8
"""A page larger than this part of the capacity would push out too many others."""
LONGEST_KEY: Final = 1024
OVERHEAD: Final = 1000
"""Bytes that an entry takes beside its body and key."""

_FRESH, _STALE, _GONE = range(3)


class CachedPage(NamedTuple):
    """An answer that is the same for everybody. The headers are not to be changed."""

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
    """A page being made. `generation` and `born` are those of its beginning: it knows of nothing later.

    `waiting` counts the requests that wait for it, and a refresh behind the scenes as one that never leaves.
    """

    __slots__ = ("born", "generation", "task", "waiting")

    def __init__(self, generation: int, born: float) -> None:
        self.generation = generation
        self.born = born
        self.waiting = 0
        self.task: asyncio.Task[CachedPage]


class PageCache:
    """The public pages of one process, `capacity` bytes of them at most; with 0 nothing is kept.

    Counts `hits`, `stale` (served while it was made anew), `misses` (waited), `past` (had to see the latest), `copies`
    (taken over from Redis), `made` and `refreshes` (made behind the scenes).
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
        """Grows with every change heard of. What was made in an earlier one may lack something."""
        self._endings: deque[float] = deque()
        """When the last generations ended, those within `grace`."""

        self._epochs = Invalidation(redis, pubsub, on_change=self._end_generation, on_gap=self._forget)

        self.bytes_held = 0
        self.hits = self.stale = self.misses = self.past = self.copies = self.made = self.refreshes = 0

    @property
    def live(self) -> bool:
        """Whether this process hears of the others' changes just now."""
        return self._pubsub.live

    async def get(self, key: str, produce: Produce, *, latest: bool = False) -> CachedPage:
        """The page of `key`, which has to say everything that `produce` depends on.

        With `latest` it is made now. An answer that is not 200 goes to those who waited for it, and so does what
        `produce` raises. Who is cancelled while waiting takes nothing from the others.
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
        """Something public was committed. Counts here at once; the others are told without anybody waiting for it."""
        self._end_generation()
        self._epochs.begin()

    async def close(self) -> None:
        """Tells the others of the last change, if that is quickly done, and ends what is under way."""
        await self._epochs.close()
        tasks: list[asyncio.Task[Any]] = [*self._tasks, *(flight.task for flight in self._flights.values())]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # How old a page may be

    def _now(self) -> float:
        return self._clock().timestamp()

    def _standing(self, entry: _Entry, now: float) -> int:
        age = now - entry.born
        if age < 0:  # the clock was put back
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
        """Whether the first change after `generation` is that recent."""
        place = generation - (self._generation - len(self._endings))
        return place >= 0 and 0 <= now - self._endings[place] < self._grace

    def _end_generation(self) -> None:
        now = self._now()
        self._generation += 1
        self._endings.append(now)
        while self._endings and not 0 <= now - self._endings[0] < self._grace:
            self._endings.popleft()

    def _forget(self) -> None:
        """Changes may have gone unheard: nothing that was made before counts, not even for `grace`."""
        self._generation += 1
        self._endings.clear()
        self._entries.clear()
        self.bytes_held = 0

    # Making pages

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
        # A task of its own: whoever asked first may leave.
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
        """Abandon a page that nobody waits for any more. The next request starts it again."""
        if self._flights.get(key) is flight:
            del self._flights[key]
        abandon(flight.task)

    def _landed(self, key: str, flight: _Flight, task: asyncio.Task[CachedPage]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
        if task.cancelled() or (error := task.exception()) is None:
            return
        entry = self._entries.get(key)
        # What PostgreSQL cannot say just now may be said as it was. But a page that is gone by now is gone.
        if entry is not None and entry.born <= flight.born and not isinstance(error, DatabaseUnavailable):
            self._drop(key)

    def _keep(self, key: str, page: CachedPage, generation: int, born: float) -> None:
        if page.status != 200:
            return
        known = self._entries.get(key)
        if known is not None and (known.generation, known.born) > (generation, born) and known.born <= self._now():
            return  # somebody was faster, and knows more
        size = len(page.body) + len(key) + OVERHEAD
        self._drop(key)
        if size > self._capacity // LARGEST_SHARE:
            return
        # A copy: the encoder's buffer was half as large again, and what it gave back is too small for the next one.
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
            case _:  # too old, or another version's
                return None

    def _may_copy(self, size: int) -> bool:
        now = self._now()
        if not 0 <= now - self._copied_since < COPY_LIFETIME:
            self._copied_since, self._copied_bytes = now, 0
        if size > LARGEST_COPY or self._copying >= COPIES_UNDER_WAY:
            return False
        self._copied_bytes += size + OVERHEAD
        return self._copied_bytes <= COPIES_HELD // 2  # those of the span before may all be there still

    async def _copy(self, epoch: str, key: str, page: CachedPage, born: float) -> None:
        value = orjson.dumps([key, born, page.headers]) + b"\n" + page.body
        try:
            await self._redis.command("SET", _place(epoch, key), value, "PX", int(COPY_LIFETIME * 1000))
        except (CacheUnavailable, RedisError) as error:
            log.debug("page_not_copied", error=str(error))

    def _copied(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._copying -= 1


def _place(epoch: str, key: str) -> str:
    return f"page:{epoch}:{blake2b(key.encode(), digest_size=16).hexdigest()}"
