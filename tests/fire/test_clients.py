"""Test that slow, abusive or disconnected clients affect only themselves."""

import asyncio
import gzip
import random
import resource
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import orjson

from tests.fire.client import post, receive
from tests.fire.fixtures import ROUNDS, Deployment, Service
from tests.fire.load import Connection, Load, Reads, Writes, figures, get, percentile, published, report
from tests.processes.running import eventually

SLOW = 2000
SLOW_BODIES = 90
"""Below the rate limit of logins per address, so that the service waits for the bodies."""


def memory(service: Service) -> int:
    """Return the resident bytes of the workers."""
    size = resource.getpagesize()
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * size for pid in service.workers())


class _Slow(asyncio.Protocol):
    """Client that sends a beginning and then one byte from time to time."""

    def __init__(self, begin: bytes) -> None:
        self._begin = begin
        self.response = b""
        self.closed = asyncio.Event()
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._begin)

    def data_received(self, data: bytes) -> None:
        self.response += data

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed.set()

    def trickle(self) -> None:
        if self.transport is not None and not self.closed.is_set():
            self.transport.write(b"a")


@asynccontextmanager
async def slow(port: int, count: int, begin: bytes) -> AsyncIterator[Sequence[_Slow]]:
    loop = asyncio.get_running_loop()
    clients = [(await loop.create_connection(lambda: _Slow(begin), "127.0.0.1", port))[1] for _ in range(count)]
    try:
        yield clients
    finally:
        for client in clients:
            assert client.transport is not None
            client.transport.abort()
        for client in clients:
            await client.closed.wait()


async def test_slow_clients_are_disconnected_and_others_are_unaffected(deployment: Deployment) -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    count = min(SLOW, hard // 4)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    makers = deployment.makers(200)
    login = post("/api/v1/auth/login", b"{" + b" " * 2000)[:-2000]
    with deployment.serving() as service:
        path = await published(service.port, makers[0])
        async with Load(service.port, Reads(path, makers), 8, pause=0.005) as normal:
            await asyncio.sleep(1.0)
        before = memory(service)
        async with (
            slow(service.port, count, b"GET /api/v1/projects HTTP/1.1\r\nHost: t\r\nX-Slow: ") as heads,
            slow(service.port, SLOW_BODIES, login) as bodies,
            Load(service.port, Reads(path, makers), 8, pause=0.005) as load,
        ):
            grown = memory(service) - before
            clients = [*heads, *bodies]
            async with asyncio.timeout(30):
                while not (all(c.closed.is_set() for c in heads) and all(c.response for c in bodies)):
                    for client in clients:
                        client.trickle()
                    await asyncio.sleep(1.0)
        figures("without them", normal.outcomes)
        figures(f"with {len(clients)} slow clients", load.outcomes)
        report(f"{grown / len(clients) / 1024:.1f} KiB a slow client")
        assert load.failures == {}
        assert set(load.statuses()) == {200}
        assert percentile(load.outcomes, 0.99) < percentile(normal.outcomes, 0.99) + 0.15
        assert not any(client.response for client in heads)
        assert all(client.response.startswith(b"HTTP/1.1 408") for client in bodies)
        assert grown < len(clients) * 64 * 1024


async def test_oversized_requests_are_rejected_and_take_no_memory(deployment: Deployment) -> None:
    maker = deployment.makers(1)[0]
    bomb = gzip.compress(b" " * 200_000_000, 9)
    with deployment.serving() as service:
        connection = Connection(service.port)
        before = memory(service)
        packed = post("/api/v1/projects", bomb, {**maker.bearer, "Content-Encoding": "gzip"})
        assert (await connection.exchange(packed)).status in (413, 415)
        for name in ("gzip", "deflate", "br", "zstd"):
            few = post("/api/v1/projects", bomb[:1000], {**maker.bearer, "Content-Encoding": name})
            assert (await connection.exchange(few)).status == 415
        for limit in ("1000000000", "9" * 5000, "-1", "0", "1e9"):
            assert (await connection.exchange(get(f"/projects?limit={limit}"))).status == 422
        assert (await connection.exchange(post("/api/v1/projects", b"[" * 500_000, maker.bearer))).status == 400
        large = orjson.dumps({"title": "t", "body": "a" * 2_000_000})
        assert (await connection.exchange(post("/api/v1/projects", large, maker.bearer))).status == 413
        assert (await connection.exchange(get("/me", maker.token))).status == 200
        connection.close()
        assert memory(service) - before < 30_000_000


async def test_disconnected_clients_release_database_connections(deployment: Deployment) -> None:
    makers = deployment.makers(200)
    with deployment.serving(DATABASE_POOL_SIZE="4") as service:
        path = await published(service.port, makers[0])
        writes, reads = Writes("left", makers), Reads(path, makers)
        for number in range(600):
            _, writer = await asyncio.open_connection("127.0.0.1", service.port)
            request, _ = (writes if number % 3 else reads)()
            writer.write(request if number % 5 else request[: len(request) // 2])
            await asyncio.sleep(0.0005 * (number % 7))
            writer.transport.abort()
        await eventually(lambda: not busy(deployment), within=5)
        # More requests than connections, so that a lost connection shows.
        async with Load(service.port, Writes("stayed", makers), 32) as load:
            await asyncio.sleep(1.0)
        figures("afterwards", load.outcomes)
        assert load.failures == {}
        assert set(load.statuses()) == {201}
        assert service.events("request_failed") == []
        titles = deployment.titles("left %")
        assert len(titles) == len(set(titles))
        report(f"{len(titles)} of {writes.count} writes happened although their client had left")


async def test_unfinished_heads_take_little_memory(deployment: Deployment) -> None:
    head = b"GET / HTTP/1.1\r\nHost: t\r\n" + b"".join(b"X-%d: %b\r\n" % (n, b"a" * 16_000) for n in range(95))
    with deployment.serving(WORKERS="1") as service:
        before = memory(service)
        async with slow(service.port, 40, head) as clients:
            for client in clients:
                async with asyncio.timeout(10):
                    await client.closed.wait()
            grown = memory(service) - before
        report(f"{grown / len(clients) / 1024:.1f} KiB a client with an unfinished head of {len(head)} bytes")
        responses = Counter(client.response[9:12] for client in clients)
        report(str(dict(responses)))
        # A client that still sends when its connection closes may lose the response (RFC 9112 §9.6).
        assert responses[b"431"] > 0
        assert set(responses) <= {b"431", b""}
        assert grown < 20_000_000


async def test_writes_of_disconnecting_clients_are_complete_or_absent(deployment: Deployment) -> None:
    """Repeat each write with its key until it is acknowledged; most attempts disconnect at a random moment."""
    makers = deployment.makers(200)
    writes = Writes("left-key", makers, keys=True)
    logged = deployment.postgres.log.stat().st_size
    with deployment.serving(DATABASE_POOL_SIZE="4") as service:
        acknowledged: list[str] = []
        left = 0

        async def client() -> None:
            nonlocal left
            for _ in range(40 * ROUNDS):
                request, title = writes()
                for attempt in range(200):
                    reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
                    writer.write(request)
                    patience = random.uniform(0.0, 0.03) if attempt < 4 else 20.0
                    try:
                        async with asyncio.timeout(patience):
                            response = await receive(reader)
                    except TimeoutError:
                        left += 1
                        writer.transport.abort()
                        continue
                    writer.close()
                    assert response.status in {201, 409, 503}, response
                    if response.status == 201:
                        acknowledged.append(title)
                        break
                    await asyncio.sleep(0.02)

        await asyncio.gather(*(client() for _ in range(12)))
        await eventually(lambda: not busy(deployment), within=10)
        # Abandoned requests must hold no connection: send more requests than there are connections.
        async with Load(service.port, Writes("after-all", makers), 32) as load:
            await asyncio.sleep(1.0)
        figures("afterwards", load.outcomes)
        assert load.failures == {}
        assert set(load.statuses()) == {201}
        assert service.events("request_failed") == []
        assert service.events("unexpected_exception") == []
    report(f"{len(acknowledged)} writes were acknowledged, {left} attempts were left")
    assert left > len(acknowledged)
    titles = Counter(deployment.titles("left-key %"))
    assert titles == Counter(acknowledged)  # each title exists exactly once
    with deployment.database() as database:
        # Related rows of a write exist with it.
        assert database.execute(HALF_DONE).fetchall() == []
    # The server cancelled no statement; each cancellation would take a separate connection.
    assert b"canceling statement due to user request" not in deployment.postgres.log.read_bytes()[logged:]


HALF_DONE = """
select title from project p where title like 'left-key %' and (
    not exists (select from project_member m where m.project_id = p.project_id and m.maker_id = p.owner_id)
    or not exists (select from idempotency_key k where k.key = replace(p.title, ' ', '-'))
)
"""


def busy(deployment: Deployment) -> int:
    """Return the number of active or open transactions of the service."""
    with deployment.database() as database:
        row = database.execute(
            "select count(*) from pg_stat_activity"
            " where application_name = 'aipoweredmakers' and state is distinct from 'idle'"
        ).fetchone()
    assert row is not None
    return int(row[0])
