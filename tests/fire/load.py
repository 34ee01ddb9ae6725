"""Load generator for raw HTTP/1.1 that records the outcome of every request."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import orjson
from attrs import define, field, frozen

from tests.fire.client import Response, post, receive
from tests.fire.fixtures import Maker

type Source = Callable[[], tuple[bytes, str]]
"""Returns the next request and its name."""

PATIENCE = 20.0
"""Seconds after which a request without a response counts as failed."""


class Dropped(Exception):
    """Raised when no whole response arrived. The message names the stage."""


@define
class Connection:
    """One connection, opened when needed and reused unless the response closes it. It never retries."""

    port: int
    _reader: asyncio.StreamReader | None = field(init=False, default=None)
    _writer: asyncio.StreamWriter | None = field(init=False, default=None)

    async def exchange(self, request: bytes) -> Response:
        """Send a request and return the response. Raise Dropped."""
        stage = "connect"
        try:
            async with asyncio.timeout(PATIENCE):
                if self._reader is None or self._writer is None:
                    self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
                stage = "send"
                self._writer.write(request)
                stage = "receive"
                response = await receive(self._reader)
        except (OSError, EOFError, ValueError) as error:
            self.close()
            raise Dropped(f"{stage}: {type(error).__name__}") from error
        if response.closes:
            self.close()
        return response

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


@frozen
class Outcome:
    """One attempt. `sent` is in seconds of time.monotonic(); `status` is 0 without a whole response."""

    name: str
    sent: float
    seconds: float
    status: int
    failure: str = ""
    retry_after: str | None = None
    remaining: int | None = None
    """Rest of the rate limit; while Redis is unavailable, of this process's share."""

    @property
    def responded(self) -> float:
        return self.sent + self.seconds


@define
class Load:
    """Sends requests from `source` over `connections` connections, each as fast as responses arrive, within its block.

    Each client waits `pause` seconds between requests. With `retry`, it repeats the same bytes until the response is
    neither 503 nor 409. With `until_refused`, a client ends quietly when it cannot connect.
    """

    port: int
    source: Source
    connections: int
    pause: float = 0.0
    retry: bool = False
    until_refused: bool = False
    outcomes: list[Outcome] = field(init=False, factory=list)
    refused: int = field(init=False, default=0)
    _ending: bool = field(init=False, default=False)
    _tasks: list[asyncio.Task[None]] = field(init=False, factory=list)

    async def __aenter__(self) -> Self:
        self._tasks = [asyncio.create_task(self._client()) for _ in range(self.connections)]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending = True
        if kind is not None:
            for task in self._tasks:
                task.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        if kind is None:
            for result in results:
                if result is not None:
                    raise result

    async def finished(self) -> None:
        """Wait until every client has been refused."""
        await asyncio.gather(*self._tasks)

    async def _client(self) -> None:
        connection = Connection(self.port)
        try:
            while not self._ending:
                request, name = self.source()
                while True:
                    outcome = await self._attempt(connection, request, name)
                    if outcome.failure.startswith("connect: ConnectionRefused") and self.until_refused:
                        self.refused += 1
                        return
                    self.outcomes.append(outcome)
                    if not self.retry or outcome.status not in (0, 409, 503):
                        break
                    await asyncio.sleep(0.02)
                if outcome.failure or self.pause:
                    await asyncio.sleep(max(0.01, self.pause))
        finally:
            connection.close()

    @staticmethod
    async def _attempt(connection: Connection, request: bytes, name: str) -> Outcome:
        sent = time.monotonic()
        try:
            response = await connection.exchange(request)
        except Dropped as dropped:
            return Outcome(name, sent, time.monotonic() - sent, 0, str(dropped))
        left = response.headers.get("ratelimit")
        return Outcome(
            name,
            sent,
            time.monotonic() - sent,
            response.status,
            retry_after=response.headers.get("retry-after"),
            remaining=int(left.split("r=")[1].split(";")[0]) if left else None,
        )

    # Results

    @property
    def failures(self) -> Counter[str]:
        return Counter(outcome.failure for outcome in self.outcomes if outcome.failure)

    def statuses(self) -> Counter[int]:
        return Counter(outcome.status for outcome in self.outcomes)

    def names(self, status: int) -> list[str]:
        """Return the names of the requests with this status, in the order of the responses."""
        return [outcome.name for outcome in self.outcomes if outcome.status == status]

    def between(self, begin: float, end: float = float("inf")) -> list[Outcome]:
        """Return the outcomes of requests sent in this interval."""
        return [outcome for outcome in self.outcomes if begin <= outcome.sent < end]

    def first_success(self, after: float) -> float:
        """Return the seconds from `after` to the first successful response after it."""
        responded = [o.responded for o in self.outcomes if o.responded >= after and 200 <= o.status < 300]
        assert responded, "no request succeeded"
        return min(responded) - after


def percentile(outcomes: Iterable[Outcome], share: float) -> float:
    """Return the seconds within which this share of requests got a response."""
    times = sorted(outcome.seconds for outcome in outcomes)
    assert times, "there is no response"
    return times[min(len(times) - 1, int(len(times) * share))]


def figures(what: str, outcomes: Sequence[Outcome]) -> None:
    """Print a summary, which `pytest -s` shows."""
    if not outcomes:
        report(f"{what}: nothing")
        return
    span = max(o.responded for o in outcomes) - min(o.sent for o in outcomes)
    times = " ".join(f"p{int(share * 100)} {percentile(outcomes, share) * 1000:.1f}" for share in (0.5, 0.99))
    longest = max(o.seconds for o in outcomes) * 1000
    statuses = dict(Counter(o.status for o in outcomes))
    rate = f"{len(outcomes)} in {span:.1f} s ({len(outcomes) / span:.0f}/s)"
    report(f"{what}: {rate}, {times} max {longest:.1f} ms, {statuses}")


def report(line: str) -> None:
    print(f"    {line}", flush=True)


@define
class Writes:
    """Source of POST /projects with unique titles and no slug, so that a repeated write shows as a duplicate title."""

    ledger: str
    makers: Sequence[Maker]
    keys: bool = False
    """Send an Idempotency-Key."""
    close: bool = False
    count: int = field(init=False, default=0)

    def __call__(self) -> tuple[bytes, str]:
        self.count += 1
        title = f"{self.ledger} {self.count}"
        maker = self.makers[self.count % len(self.makers)]
        headers = dict(maker.bearer)
        if self.keys:
            headers["Idempotency-Key"] = title.replace(" ", "-")
        body = orjson.dumps({"title": title, "tagline": "A line in the ledger"})
        return post("/api/v1/projects", body, headers, close=self.close), title


@define
class Reads:
    """Source of GET requests of one path by all makers in turn."""

    path: str
    makers: Sequence[Maker]
    count: int = field(init=False, default=0)

    def __call__(self) -> tuple[bytes, str]:
        self.count += 1
        maker = self.makers[self.count % len(self.makers)]
        return get(self.path, maker.token), maker.handle


def get(path: str, token: str | None = None) -> bytes:
    """Return a whole GET request."""
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET /api/v1{path} HTTP/1.1\r\nHost: test\r\n{bearer}\r\n".encode()


@asynccontextmanager
async def connect_to_all_workers(port: int, each: int = 2, *, workers: int = 2) -> AsyncIterator[list[Connection]]:
    """Open at least `each` connections to every worker. A request ID starts with the prefix of its process."""
    connections: list[Connection] = []
    seen: Counter[str] = Counter()
    try:
        async with asyncio.timeout(PATIENCE):
            while len(seen) < workers or min(seen.values()) < each:
                connections.append(Connection(port))
                response = await connections[-1].exchange(get("/projects"))
                seen[response.headers["x-request-id"].partition("-")[0]] += 1
        yield connections
    finally:
        for connection in connections:
            connection.close()


async def published(port: int, maker: Maker) -> str:
    """Publish a project of the maker and return its path under /api/v1."""
    connection = Connection(port)
    body = orjson.dumps({"title": "Something to read", "tagline": "It stays", "body": "word " * 200})
    try:
        made = await connection.exchange(post("/api/v1/projects", body, maker.bearer))
        assert made.status == 201, made.body
        path = made.headers["location"]
        done = await connection.exchange(post(f"{path}/publish", b"", maker.bearer))
        assert done.status == 200, done.body
    finally:
        connection.close()
    return path.removeprefix("/api/v1")
