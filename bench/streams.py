"""Thousands of live streams on one worker: their memory, and the delivery time.

The service runs with its defaults; makers, sessions and notifications are rows. The readers are bare protocols in one
other process on the same cores.
"""

import asyncio
import resource
import time
from collections.abc import Sequence
from contextlib import contextmanager
from statistics import quantiles
from typing import Any, Final
from uuid import UUID

import attrs
import orjson
import psycopg
import redis
import uvloop
from attrs import define, field, frozen

from bench.contenders import OURS, started
from bench.dataset import Dataset, fill
from bench.processes import StartError, cpu_seconds, resident_bytes, tree
from bench.servers import Servers

MEBIBYTE: Final = 2**20
MEMORY_BOUND: Final = 150.0
"""Limit in MiB of a worker with 5,000 streams."""

DELIVERY_BOUND: Final = 1.0
"""Limit in seconds until all streams have received a notification."""

PATIENCE: Final = 60.0
_AT_ONCE: Final = 256
_SPARE: Final = 512


@frozen
class Spread:
    """Seconds."""

    p50: float
    p95: float
    p99: float
    last: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        cuts = quantiles(values, n=100)
        return cls(cuts[49], cuts[94], cuts[98], max(values))


@frozen
class Found:
    """Results of one run. Memory is the worker's, in MiB; times are seconds from the first message or connection.

    `opened`: all connect at once and receive their unread count. `published`: one notification per maker, published as
    a job does. `blip`: Redis ends all subscriptions, and notifications written meanwhile are delivered. `rolled`: all
    reconnect at once, and each has missed one.
    """

    streams: int
    before: float
    opened_memory: float
    beating: float
    after: float
    opened: Spread
    published: list[Spread] = field(factory=list)
    published_cpu: list[float] = field(factory=list)
    blip: Spread | None = None
    blip_statements: int = 0
    rolled: Spread | None = None
    rolled_statements: int = 0

    @property
    def each(self) -> float:
        """Return the KiB per open stream."""
        return (self.beating - self.before) * 1024 / self.streams


@define(slots=True, eq=False)
class _Round:
    """An awaited event, and when each reader received it."""

    mark: bytes
    wanted: int
    begun: float = field(factory=time.perf_counter)
    times: list[float] = field(factory=list)
    done: asyncio.Event = field(factory=asyncio.Event)

    def heard(self) -> None:
        self.times.append(time.perf_counter() - self.begun)
        if len(self.times) == self.wanted:
            self.done.set()


class _Reader(asyncio.Protocol):
    """One stream. It keeps the end of what it read and looks only for the mark of the round."""

    __slots__ = ("_crowd", "_seen", "_tail", "transport")

    def __init__(self, crowd: "_Crowd") -> None:
        self._crowd = crowd
        self._seen: _Round | None = None
        self._tail = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        now = self._crowd.round
        text = self._tail + data
        if self._seen is not now and now.mark in text:
            self._seen = now
            now.heard()
        self._tail = text[-64:]

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._crowd.leaving:
            self._crowd.lost += 1


class _Crowd:
    """All readers."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self._port = port
        self._requests = requests
        self._readers: list[_Reader] = []
        self.round = _Round(b"", 0)
        self.lost = 0
        self.leaving = False

    async def come(self, requests: Sequence[bytes], mark: bytes) -> Spread:
        """Connect all readers, with `_AT_ONCE` handshakes in flight."""
        self.leaving, self.round = False, _Round(mark, len(requests))
        loop, turns = asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE)

        async def one(request: bytes) -> None:
            async with turns:
                transport, reader = await loop.create_connection(lambda: _Reader(self), "127.0.0.1", self._port)
                transport.write(request)
                self._readers.append(reader)

        await asyncio.gather(*(one(request) for request in requests))
        return await self.all_heard("received their unread count")

    def expect(self, mark: bytes) -> None:
        self.round = _Round(mark, len(self._readers))

    async def all_heard(self, what: str) -> Spread:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.round.done.wait()
        except TimeoutError:
            told = f"only {len(self.round.times)} of {self.round.wanted} {what}; {self.lost} were disconnected"
            raise StartError(told) from None
        if self.lost:
            raise StartError(f"{self.lost} streams were disconnected")
        return Spread.of(self.round.times)

    async def leave(self) -> None:
        self.leaving = True
        for reader in self._readers:
            if reader.transport is not None:
                reader.transport.abort()
        self._readers.clear()
        await asyncio.sleep(1.0)


@contextmanager
def descriptors(streams: int) -> Any:
    """Raise the limit of descriptors for both ends. Raise StartError if the machine has too few."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < streams + _SPARE:
        raise StartError(
            f"{streams} streams need {streams + _SPARE} descriptors, but only {hard} are allowed (ulimit -Hn)"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def measure(servers: Servers, streams: int, rounds: int, rest: float) -> Found:
    """Fill the database, start one worker and measure. `rest` seconds lie between opening and weighing.

    Raise StartError.
    """
    dataset = fill(servers.database_url, streams)
    with descriptors(streams), started(OURS, servers, 1, servers.place / "none") as running:
        (worker,) = [pid for pid in tree(running.pids) if pid not in running.pids]
        return uvloop.run(_measure(servers, dataset, running.port, worker, rounds, rest))


async def _measure(servers: Servers, dataset: Dataset, port: int, worker: int, rounds: int, rest: float) -> Found:
    def memory() -> float:
        return resident_bytes([worker]) / MEBIBYTE

    makers = [reader.maker_id for reader in dataset.readers]
    tokens = [token for _, token in dataset.tokens()]
    crowd = _Crowd(port, [])
    # The first request creates caches that must not count as stream memory.
    warm = _Crowd(port, [])
    await warm.come([_request(tokens[0])], b"event: unread")
    await warm.leave()
    before = memory()
    opened = await crowd.come([_request(token) for token in tokens], b"event: unread")
    opened_memory = memory()
    await asyncio.sleep(rest)
    beating = memory()
    published, cpu = [], []
    seq = 0
    with redis.Redis.from_url(servers.redis_url) as client:
        for _ in range(rounds):
            seq += 1
            messages = _write_down(servers, makers, seq)
            begun = cpu_seconds([worker])
            crowd.expect(b"id: %d\nevent: notification\n" % seq)
            publishing = asyncio.to_thread(_publish, client, messages)
            _, spread = await asyncio.gather(publishing, crowd.all_heard("received the event"))
            published.append(spread)
            cpu.append(cpu_seconds([worker]) - begun)
        seq += 1
        _write_down(servers, makers, seq)
        counts = servers.counts()
        crowd.expect(b"id: %d\nevent: notification\n" % seq)
        client.client_kill_filter(_type="pubsub")
        blip = await crowd.all_heard("received the event after the blip")
        blip_statements = servers.counts().statements - counts.statements
    after = memory()
    await crowd.leave()
    seq += 1
    _write_down(servers, makers, seq)
    tokens = [token for _, token in dataset.tokens()]
    counts = servers.counts()
    rolled = await crowd.come([_request(token, seq - 1) for token in tokens], b"id: %d\nevent: notification\n" % seq)
    rolled_statements = servers.counts().statements - counts.statements
    await crowd.leave()
    return Found(
        len(makers),
        before,
        opened_memory,
        beating,
        after,
        opened,
        published,
        cpu,
        blip,
        blip_statements,
        rolled,
        rolled_statements,
    )


def _request(token: str, after: int | None = None) -> bytes:
    """Return the request with the headers of a browser."""
    lines = [
        "GET /api/v1/notifications/stream HTTP/1.1",
        "Host: api.example.org",
        "Accept: text/event-stream",
        "Accept-Language: nl-NL,nl;q=0.9,en;q=0.8",
        "Cache-Control: no-cache",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        f"Authorization: Bearer {token}",
    ]
    if after is not None:
        lines.append(f"Last-Event-ID: {after}")
    return "\r\n".join([*lines, "", ""]).encode()


_INSERT: Final = """
with box as (
    insert into notification_box as b (maker_id, seq, kept, unread)
    select m, %(seq)s, 1, 1 from unnest(%(makers)s::uuid[]) m
    on conflict (maker_id) do update set seq = %(seq)s, kept = b.kept + 1, unread = b.unread + 1
    returning b.maker_id
)
insert into notification
    (notification_id, maker_id, seq, kind, group_key, subject, actors, created_at, updated_at)
select gen_random_uuid(), maker_id, %(seq)s, 'moderation', 'bench:' || %(seq)s, '{"note": "dismissed"}', 0, now(), now()
from box
returning maker_id, notification_id
"""


def _write_down(servers: Servers, makers: Sequence[UUID], seq: int) -> list[bytes]:
    """Insert a notification for each maker, and return the messages that announce them."""
    with psycopg.connect(servers.database_url) as connection:
        rows = connection.execute(_INSERT, {"seq": seq, "makers": list(makers)}).fetchall()
    told: dict[str, Any] = {
        "seq": seq,
        "kind": "comment",
        "title": "Grace and 4 others commented on Reading coach for children who mix up letters",
        "path": "/api/v1/projects/ada/reading-coach-for-children/comments",
        "actors": [{"handle": f"maker-{n}", "display_name": f"Maker {n}", "avatar_url": None} for n in range(3)],
        "actor_count": 5,
        "event_count": 7,
        "subject": {"project": {"handle": "ada", "slug": "reading-coach", "title": "Reading coach"}, "workflow": None},
        "note": None,
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z",
        "read_at": None,
    }
    return [
        orjson.dumps(
            {
                "maker_id": str(maker_id),
                "seq": seq,
                "unread": seq,
                "notification": {"notification_id": str(notification_id), **told},
            }
        )
        for maker_id, notification_id in rows
    ]


def _publish(client: "redis.Redis", messages: Sequence[bytes]) -> None:
    with client.pipeline(transaction=False) as pipeline:
        for message in messages:
            pipeline.publish("0:notifications", message)
        pipeline.execute()


def page(found: Found) -> list[str]:
    """Return the lines of the report."""
    times: list[tuple[str, Spread | None]] = [
        ("all connect at once: first event", found.opened),
        *[(f"one event each, round {n}", spread) for n, spread in enumerate(found.published, 1)],
        (f"after an outage of Redis ({found.blip_statements} statements)", found.blip),
        (f"all reconnect at once, each missed one ({found.rolled_statements} statements)", found.rolled),
    ]
    return [
        f"{found.streams} streams of {found.streams} makers on one worker.",
        "",
        "| memory of the worker | MiB |",
        "|---|---|",
        f"| before | {found.before:.1f} |",
        f"| all open | {found.opened_memory:.1f} |",
        f"| after heartbeats | {found.beating:.1f} |",
        f"| after all events | {found.after:.1f} |",
        f"| bound | {MEMORY_BOUND:.0f} |",
        "",
        f"One open stream uses {found.each:.1f} KiB.",
        "",
        "| seconds until delivery | p50 | p95 | p99 | all |",
        "|---|---|---|---|---|",
        *[
            f"| {what} | {spread.p50:.3f} | {spread.p95:.3f} | {spread.p99:.3f} | {spread.last:.3f} |"
            for what, spread in times
            if spread is not None
        ],
    ]


def problems(found: Found) -> list[str]:
    """Return the limits that are exceeded."""
    wrong = []
    if (most := max(found.opened_memory, found.beating, found.after)) > MEMORY_BOUND:
        wrong.append(f"memory: {most:.1f} MiB; the limit is {MEMORY_BOUND:.0f}")
    slow = [spread.last for spread in found.published if spread.last > DELIVERY_BOUND]
    return wrong + [f"an event took {last:.2f} s to reach all" for last in slow]


def data(found: Found) -> dict[str, Any]:
    """Return the data for the JSON file."""
    return attrs.asdict(found)
