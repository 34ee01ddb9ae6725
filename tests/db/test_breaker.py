"""Test that the circuit breaker opens when PostgreSQL stops responding, and only then."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Self
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from service.db import breaker
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database, Limits


class Network:
    """A TCP proxy in front of PostgreSQL that can drop all packets."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._parts = parts
        self._socket = parse_qs(parts.query).get("host", [""])[0]
        self._open = asyncio.Event()
        self._open.set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        user = self._parts.netloc.rpartition("@")[0] or "postgres"
        self.url = f"postgresql://{user}@127.0.0.1:{port}{self._parts.path}?sslmode=disable"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        self._open.clear()

    def restore(self) -> None:
        self._open.set()

    async def _serve(self, client: asyncio.StreamReader, responses: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        if self._socket:
            server, requests = await asyncio.open_unix_connection(f"{self._socket}/.s.PGSQL.{self._parts.port or 5432}")
        else:
            server, requests = await asyncio.open_connection(self._parts.hostname, self._parts.port or 5432)
        try:
            await asyncio.gather(self._pump(client, requests), self._pump(server, responses), return_exceptions=True)
        finally:
            requests.close()
            responses.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            await self._open.wait()
            sink.write(data)
        sink.close()


@pytest.fixture
async def network(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Network]:
    monkeypatch.setattr(breaker, "WATCH_SECONDS", 0.05)
    monkeypatch.setattr(breaker, "VERDICT_SECONDS", 0.5)
    async with Network(database_url.replace("%2F", "/")) as network:
        yield network


async def opened(network: Network, **limits: float) -> Database:
    database = Database(network.url, size=2, statements=10, breaker=True, limits=Limits(**limits))
    await database.start()
    assert await database.fetchval("select 1") == 1
    return database


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - the state changes inside the connection pool
            await asyncio.sleep(0.01)


async def test_a_partition_ends_running_calls_and_fails_new_ones_at_once(network: Network) -> None:
    db = await opened(network, command=60.0, statement=60.0)
    network.cut()
    running = [asyncio.create_task(db.fetchval("select 2")) for _ in range(2)]
    await until(lambda: not db.available)
    for call in running:
        with pytest.raises(DatabaseUnavailable):
            await call
    sent = network._tasks.copy()
    for _ in range(100):
        with pytest.raises(DatabaseUnavailable, match="timed out"):
            await db.fetchval("select 3")
    assert sent == network._tasks  # new calls failed without a turn of the loop
    network.restore()
    await until(lambda: db.available)
    assert await db.fetchval("select 4") == 4
    await db.close()


async def test_slow_statements_on_every_connection_do_not_open_the_breaker(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = await opened(network, acquire=1.0)
    probes = 0
    probe = db._breaker._connect

    async def counted() -> None:
        nonlocal probes
        await probe()
        probes += 1

    monkeypatch.setattr(db._breaker, "_connect", counted)
    heavy = [asyncio.create_task(db.fetchval("select 1 from pg_sleep(3)")) for _ in range(2)]
    await until(lambda: db.size == 2 and db.idle == 0)
    with pytest.raises(DatabaseUnavailable, match="TimeoutError"):
        await db.fetchval("select 1")
    assert await asyncio.gather(*heavy) == [1, 1]
    assert probes
    assert db.available
    await db.close()


async def test_statement_and_lock_timeouts_do_not_open_the_breaker(network: Network) -> None:
    db = await opened(network, statement=0.3, lock=0.3)
    holder = await asyncpg.connect(network.url)
    await holder.execute("begin; lock table maker in access exclusive mode")
    for _ in range(3):
        with pytest.raises(DatabaseUnavailable, match="QueryCanceled"):
            await db.fetchval("select 1 from pg_sleep(5)")
        with pytest.raises(DatabaseUnavailable, match=r"LockNotAvailable|QueryCanceled"):
            await db.fetchval("select count(*) from maker")
    assert db.available
    await holder.close()
    await db.close()


async def test_refused_connections_do_not_open_the_breaker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(breaker, "WATCH_SECONDS", 0.01)
    db = Database("postgresql://nobody@127.0.0.1:1/none", size=2, statements=10, breaker=True)
    await db.start()
    for _ in range(50):
        with pytest.raises(DatabaseUnavailable, match="Connection"):
            await db.fetchval("select 1")
        assert db.available
    await db.close()
