"""Fixtures for cache tests: a Redis to stop, kill and flush, and one process's cache clients."""

import asyncio
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID

import pytest
from attrs import define, evolve, field, frozen

from service.cache.admission import Admission, AdmissionRequest, AdmissionResult
from service.cache.limits import Limit, LocalLimiter
from service.cache.redis import RedisClient
from service.cache.sessions import Sessions, SessionState
from service.core.ids import new_id
from service.dev.local.redis import find_program


@define
class Server:
    """A redis-server process. `stop` suspends it and `kill` ends it without a shutdown."""

    directory: Path
    port: int
    options: tuple[str, ...] = ()
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> None:
        program, _ = find_program()
        settings = ("--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(self.directory), "--save", "")
        self._process = subprocess.Popen([program, *settings, *self.options], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except ConnectionRefusedError:
                assert self._process.poll() is None, "redis-server did not start"
                assert time.monotonic() < deadline, "redis-server did not accept connections"
                time.sleep(0.01)

    def stop(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


type MakeServer = Callable[..., Server]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[MakeServer]:
    """Return a factory of servers that are not started yet; stop them after the test."""
    servers: list[Server] = []

    def make(*options: str) -> Server:
        servers.append(Server(tmp_path, free_port(), options))
        return servers[-1]

    yield make
    for server in servers:
        server.kill()


@pytest.fixture
def server(make_server: MakeServer) -> Server:
    """A running Redis that the test may stop, kill or flush."""
    server = make_server()
    server.start()
    return server


@define
class Rows:
    """Fake session table for `Sessions`, which lets a test delay rows and fail.

    The identity tests cover the SQL statement; these tests need control over the order of events.
    """

    states: dict[UUID, SessionState] = field(factory=dict)
    loads: list[list[UUID]] = field(factory=list)
    failure: Exception | None = None
    hold: asyncio.Event | None = None
    """When set: read rows at once and return them after the event."""
    reading: asyncio.Event = field(factory=asyncio.Event)

    async def load(self, session_ids: Sequence[UUID]) -> dict[UUID, SessionState]:
        self.loads.append(list(session_ids))
        found = {one: self.states[one] for one in session_ids if one in self.states}
        self.reading.set()
        if self.hold is not None:
            await self.hold.wait()
        if self.failure is not None:
            raise self.failure
        return found

    def add(self, role: str = "maker", *, live: bool = True, lasts: timedelta = timedelta(days=30)) -> SessionState:
        state = SessionState(new_id(), new_id(), role, live, datetime.now(UTC) + lasts)
        self.states[state.session_id] = state
        return state

    def end(self, state: SessionState) -> None:
        self.states[state.session_id] = evolve(state, live=False)


@frozen
class Cache:
    """The cache clients of one process."""

    redis: RedisClient
    rows: Rows
    sessions: Sessions
    admission: Admission

    async def ask(self, state: SessionState, limit: Limit | None = None) -> AdmissionResult:
        return await self.admission.ask(AdmissionRequest(str(state.maker_id), state.session_id, limit))

    async def until_back(self, within: float) -> float:
        """Wait until Redis makes decisions again and return the seconds that took."""
        began = time.monotonic()
        while (await self.admission.charge(Limit("probe", 1000, 1), "somebody", 0)).away:
            assert time.monotonic() - began < within, "Redis is running but not in use"
            await asyncio.sleep(0.01)
        return time.monotonic() - began


PATIENT = 5.0
"""Timeout in seconds for tests that do not test the deadline, long enough for a busy machine."""


class MakeCache(Protocol):
    async def __call__(
        self, url: str, *, buckets: int = 1, deadline: float = PATIENT, monotonic: Callable[[], float] = time.monotonic
    ) -> Cache: ...


@pytest.fixture
async def make_cache() -> AsyncIterator[MakeCache]:
    """Return a factory of one process's cache clients on a given Redis."""
    made: list[Cache] = []

    async def make(
        url: str, *, buckets: int = 1, deadline: float = PATIENT, monotonic: Callable[[], float] = time.monotonic
    ) -> Cache:
        redis, rows = RedisClient(url, timeout=deadline), Rows()
        sessions = Sessions(
            redis, rows.load, buckets=buckets, access_token_lifetime=timedelta(minutes=5), monotonic=monotonic
        )
        cache = Cache(redis, rows, sessions, Admission(redis, sessions, LocalLimiter(1), buckets=buckets))
        await redis.start()
        made.append(cache)
        return cache

    yield make
    for cache in made:
        await cache.redis.close()
