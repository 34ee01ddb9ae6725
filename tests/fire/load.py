"""A load of raw HTTP/1.1 whose every request leaves a record: what was answered, when, and what was not."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import orjson
from attrs import define, field, frozen

from tests.fire.client import Answer, post, receive
from tests.fire.ground import Maker

type Source = Callable[[], tuple[bytes, str]]
"""Gives the next request and what to call it."""

PATIENCE = 20.0
"""Seconds after which a request without an answer has failed."""


class Dropped(Exception):
    """No whole answer came; the message says at which stage."""


@define
class Line:
    """One connection, opened when needed and used again unless its answer says otherwise. It never retries."""

    port: int
    _reader: asyncio.StreamReader | None = field(init=False, default=None)
    _writer: asyncio.StreamWriter | None = field(init=False, default=None)

    async def exchange(self, request: bytes) -> Answer:
        """Raises Dropped."""
        stage = "connect"
        try:
            async with asyncio.timeout(PATIENCE):
                if self._reader is None or self._writer is None:
                    self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
                stage = "send"
                self._writer.write(request)
                stage = "receive"
                answer = await receive(self._reader)
        except (OSError, EOFError, ValueError) as error:
            self.close()
            raise Dropped(f"{stage}: {type(error).__name__}") from error
        if answer.closes:
            self.close()
        return answer

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


@frozen
class Outcome:
    """One attempt. `sent` is in seconds of time.monotonic(); `status` is 0 when no whole answer came."""

    name: str
    sent: float
    seconds: float
    status: int
    failure: str = ""
    retry_after: str | None = None
    remaining: int | None = None
    """What is left of the rate limit; while Redis is away, of this process' share of it."""

    @property
    def answered(self) -> float:
        return self.sent + self.seconds


@define
class Load:
    """Sends what `source` gives over `connections` connections, each as fast as answers come, while its block runs.

    `pause` is what a client thinks between two requests. With `retry` a request goes on, the same bytes again, until
    it has an answer that is neither a 503 nor a 409. With `until_refused` a connection that cannot be opened ends its
    client quietly.
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
        """Waits until every client has been refused."""
        await asyncio.gather(*self._tasks)

    async def _client(self) -> None:
        line = Line(self.port)
        try:
            while not self._ending:
                request, name = self.source()
                while True:
                    outcome = await self._attempt(line, request, name)
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
            line.close()

    @staticmethod
    async def _attempt(line: Line, request: bytes, name: str) -> Outcome:
        sent = time.monotonic()
        try:
            answer = await line.exchange(request)
        except Dropped as dropped:
            return Outcome(name, sent, time.monotonic() - sent, 0, str(dropped))
        left = answer.headers.get("ratelimit")
        return Outcome(
            name,
            sent,
            time.monotonic() - sent,
            answer.status,
            retry_after=answer.headers.get("retry-after"),
            remaining=int(left.split("r=")[1].split(";")[0]) if left else None,
        )

    # What came of it

    @property
    def failures(self) -> Counter[str]:
        return Counter(outcome.failure for outcome in self.outcomes if outcome.failure)

    def statuses(self) -> Counter[int]:
        return Counter(outcome.status for outcome in self.outcomes)

    def names(self, status: int) -> list[str]:
        """What was answered so, in the order of the answers."""
        return [outcome.name for outcome in self.outcomes if outcome.status == status]

    def between(self, begin: float, end: float = float("inf")) -> list[Outcome]:
        """What was sent in this time."""
        return [outcome for outcome in self.outcomes if begin <= outcome.sent < end]

    def first_success(self, after: float) -> float:
        """Seconds from `after` to the first success that was answered after it."""
        answered = [o.answered for o in self.outcomes if o.answered >= after and 200 <= o.status < 300]
        assert answered, "it did not come back"
        return min(answered) - after


def percentile(outcomes: Iterable[Outcome], share: float) -> float:
    """Seconds within which this share was answered."""
    times = sorted(outcome.seconds for outcome in outcomes)
    assert times, "nothing was answered"
    return times[min(len(times) - 1, int(len(times) * share))]


def figures(what: str, outcomes: Sequence[Outcome]) -> None:
    """Prints how it went, for whoever runs with -s."""
    if not outcomes:
        report(f"{what}: nothing")
        return
    span = max(o.answered for o in outcomes) - min(o.sent for o in outcomes)
    times = " ".join(f"p{int(share * 100)} {percentile(outcomes, share) * 1000:.1f}" for share in (0.5, 0.99))
    longest = max(o.seconds for o in outcomes) * 1000
    statuses = dict(Counter(o.status for o in outcomes))
    rate = f"{len(outcomes)} in {span:.1f} s ({len(outcomes) / span:.0f}/s)"
    report(f"{what}: {rate}, {times} max {longest:.1f} ms, {statuses}")


def report(line: str) -> None:
    print(f"    {line}", flush=True)


@define
class Writes:
    """POST /projects, each with a title of its own and no slug: a project that is made twice is there twice."""

    ledger: str
    makers: Sequence[Maker]
    keys: bool = False
    """With an Idempotency-Key, else without."""
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
    """GETs of one path, each maker in turn."""

    path: str
    makers: Sequence[Maker]
    count: int = field(init=False, default=0)

    def __call__(self) -> tuple[bytes, str]:
        self.count += 1
        maker = self.makers[self.count % len(self.makers)]
        return get(self.path, maker.token), maker.handle


def get(path: str, token: str | None = None) -> bytes:
    """A whole GET request."""
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET /api/v1{path} HTTP/1.1\r\nHost: test\r\n{bearer}\r\n".encode()


@asynccontextmanager
async def lines_to_all(port: int, each: int = 2, *, workers: int = 2) -> AsyncIterator[list[Line]]:
    """Open connections, at least `each` to every worker: a request id begins with its process' own prefix."""
    lines: list[Line] = []
    seen: Counter[str] = Counter()
    try:
        async with asyncio.timeout(PATIENCE):
            while len(seen) < workers or min(seen.values()) < each:
                lines.append(Line(port))
                answer = await lines[-1].exchange(get("/projects"))
                seen[answer.headers["x-request-id"].partition("-")[0]] += 1
        yield lines
    finally:
        for line in lines:
            line.close()


async def published(port: int, maker: Maker) -> str:
    """Publishes a project of the maker; returns its path under /api/v1."""
    line = Line(port)
    body = orjson.dumps({"title": "Something to read", "tagline": "It stays", "body": "word " * 200})
    try:
        made = await line.exchange(post("/api/v1/projects", body, maker.bearer))
        assert made.status == 201, made.body
        path = made.headers["location"]
        done = await line.exchange(post(f"{path}/publish", b"", maker.bearer))
        assert done.status == 200, done.body
    finally:
        line.close()
    return path.removeprefix("/api/v1")
