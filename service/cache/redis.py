"""Redis with a bound on what it can cost: a deadline, no retries, few connections, a circuit breaker.

redis-py opens connections (TLS, AUTH, SELECT); what goes over them then is hiredis' to write and read, with nothing in
between (`_Line`). Its client and pools stay out: with their defaults a stopped Redis held a call for 58 s, and a
repeated call may run a script twice. Commands are those of Redis 7.
"""

import asyncio
import hashlib
import random
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import hiredis
import structlog
from attrs import frozen
from redis._parsers.base import BaseParser
from redis.asyncio.connection import AbstractConnection, Connection, parse_url
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import (
    AuthenticationError,
    ClusterDownError,
    InvalidResponse,
    MasterDownError,
    NoPermissionError,
    NoScriptError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisError,
    ResponseError,
    TryAgainError,
)

from service.core.cancellation import protected

log = structlog.get_logger(__name__)

type Argument = str | bytes | int

TIMEOUT: Final = 0.1
"""Seconds for a whole call: connecting where needed, sending and reading."""

SUSPECT_TIMEOUT: Final = 0.05
"""The same for a call after a failed one: whoever queued behind the first waits 150 ms in all, not 200."""

LAST_TURNS: Final = 3
"""Turns of the loop after a deadline: sockets are read in the first, and who waits for them wakes in the next."""

CONNECTION_WAIT: Final = 0.05
"""Seconds to wait for one of the connections to come free. Waiting in vain says nothing about Redis."""

FAILURES_TO_OPEN: Final = 2
TRIES_AT_START: Final = 10
PROBE_FIRST: Final = 0.25
PROBE_LAST: Final = 1.0
PROBE_KEY: Final = "{g0}:probe"

# Redis answers, but not for us or not now. What else it answers with an error is the caller's own mistake.
_REFUSALS: Final = (
    AuthenticationError,
    ClusterDownError,
    MasterDownError,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    TryAgainError,
)
_REFUSAL_CODES: Final = ("MISCONF", "NOREPLICAS", "BUSY", "UNKILLABLE")


class CacheUnavailable(Exception):
    """Redis did not serve this call. Whether it did the work is unknown."""


@frozen
class Script:
    """A Lua script and the digest under which Redis keeps it."""

    text: str
    sha: str

    @classmethod
    def of(cls, text: str) -> "Script":
        return cls(text, hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest())

    @classmethod
    def load(cls, path: Path) -> "Script":
        return cls.of(path.read_text(encoding="utf-8"))


class _Deadline:
    """`asyncio.timeout`, but for the last look: what is in the socket when the time is up still counts.

    A loop turns to its timers before its sockets. A process that was kept off the CPU for longer than `seconds` would
    throw away the answer that came meanwhile, and take its own slowness for an absence of Redis.
    """

    __slots__ = ("_handle", "_loop", "_scope", "_seconds")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._scope = asyncio.timeout(None)

    async def __aenter__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._handle: asyncio.Handle = self._loop.call_later(self._seconds, self._late, LAST_TURNS)
        await self._scope.__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._handle.cancel()
        await self._scope.__aexit__(kind, error, trace)

    def _late(self, turns: int) -> None:
        if turns:
            self._handle = self._loop.call_soon(self._late, turns - 1)
        else:
            self._scope.reschedule(self._loop.time())


class Endpoint:
    """One Redis and how its connections are made. The URL may carry user and password, `rediss://` means TLS,
    `unix://` a socket."""

    def __init__(self, url: str, *, timeout: float) -> None:
        options: dict[str, Any] = dict(parse_url(url))
        self._class: type[AbstractConnection] = options.pop("connection_class", Connection)
        self._options = options | {
            "protocol": 2,  # no HELLO, no push messages: one request, one answer
            "driver_info": None,
            "retry": Retry(NoBackoff(), 0),
            "socket_timeout": None,  # one deadline covers the whole call
            "socket_connect_timeout": timeout,
        }
        self._database = int(options.get("db") or 0)

    def connection(self) -> AbstractConnection:
        """A connection that is not open yet."""
        return self._class(**self._options)

    def channel(self, name: str) -> str:
        """The channel of this name: Redis' own are those of the whole server, whatever database one is in."""
        return f"{self._database}:{name}"


class _Line(asyncio.Protocol):
    """An open connection: one command, one answer, in turn.

    It takes the place of the streams that redis-py connects with, whose checks and layers on every command and answer
    cost three times what hiredis does (docs/performance.md).
    """

    def __init__(self, connection: AbstractConnection) -> None:
        # Both would close the transport when they are collected: the one is kept, the other has nothing to close.
        self._writer, connection._writer = connection._writer, None  # noqa: SLF001
        assert self._writer is not None
        self._transport = self._writer.transport
        self._reader = hiredis.Reader(
            protocolError=InvalidResponse, replyError=BaseParser.parse_error, notEnoughData=_INCOMPLETE
        )
        self._answer: asyncio.Future[Any] | None = None
        self._loop = asyncio.get_running_loop()
        self.usable = True
        """Whether it is open, and holds nothing that nobody asked for."""
        self._transport.set_protocol(self)

    @classmethod
    async def open(cls, endpoint: Endpoint) -> "_Line":
        connection = endpoint.connection()
        try:
            await connection.connect()  # type: ignore[no-untyped-call]
        except BaseException:
            await connection.disconnect(nowait=True)
            raise
        return cls(connection)

    async def ask(self, command: bytes) -> Any:
        """Raises redis.ResponseError for an error that Redis answers with, OSError when it is gone."""
        answer = self._answer = self._loop.create_future()
        self._transport.write(command)
        try:
            return await answer
        finally:
            self._answer = None
            if answer.cancelled():  # what comes late would be taken for the answer to the next
                self.close()

    def close(self) -> None:
        self.usable = False
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        try:
            self._reader.feed(data)
            answer = self._reader.gets()
        except InvalidResponse as error:
            self._end(error)
            return
        if answer is _INCOMPLETE:
            return
        waiting = self._answer
        if waiting is None or waiting.done() or self._reader.has_data():
            self._end(InvalidResponse("Redis answers what nobody asked"))
        elif isinstance(answer, RedisError):
            waiting.set_exception(answer)
        else:
            waiting.set_result(answer)

    def eof_received(self) -> None:
        self._end(None)

    def connection_lost(self, error: Exception | None) -> None:
        self._end(error)

    def _end(self, error: Exception | None) -> None:
        self.close()
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error or ConnectionResetError("Redis closed the connection"))


_INCOMPLETE: Final = object()


class RedisClient:
    """At most `connections` connections to one Redis, opened when needed.

    After `FAILURES_TO_OPEN` failures in a row the breaker opens: calls raise CacheUnavailable at once and a
    task of its own probes Redis, so that no request pays for finding out. The probe writes, because a full
    disk, a full memory or a replica still answers PING.

    `round_trips` counts the calls that reached the wire.
    """

    def __init__(
        self,
        url: str,
        *,
        connections: int = 4,
        timeout: float = TIMEOUT,
    ) -> None:
        self.endpoint = Endpoint(url, timeout=timeout)
        self._timeout = timeout
        self._suspect_timeout = min(timeout, SUSPECT_TIMEOUT)
        self._idle: deque[_Line] = deque()
        self._permits = asyncio.Semaphore(connections)
        self._failures = 0
        self._probe: asyncio.Task[None] | None = None
        self._closed = False
        self.round_trips = 0

    @property
    def available(self) -> bool:
        """Whether calls are tried now: False while the breaker is open."""
        return self._probe is None and not self._closed

    async def start(self) -> None:
        """Looks for Redis, which is given ten times as long as later: no request waits yet, and a machine that starts
        much at once is slow. Its absence is no error: the breaker opens and the probe goes on."""
        self._closed = False
        for tries_left in reversed(range(TRIES_AT_START)):
            try:
                await self._try()
                return
            except (RedisError, OSError, EOFError) as error:
                if not tries_left:
                    self._open(error)

    async def close(self) -> None:
        """Ends the probe and the idle connections; later calls raise CacheUnavailable."""
        self._closed = True
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.gather(self._probe, return_exceptions=True)
            self._probe = None
        while self._idle:
            self._idle.pop().close()

    async def script(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        """Runs a script in one round trip; in two when Redis has lost it (restart, failover, SCRIPT FLUSH).

        All keys share a hash tag. Raises CacheUnavailable, and redis.ResponseError for a mistake in the
        script.
        """
        try:
            return await self.command("EVALSHA", script.sha, len(keys), *keys, *args)
        except NoScriptError:  # it did not run, so running it now runs it once; EVAL also keeps it
            return await self.command("EVAL", script.text, len(keys), *keys, *args)

    async def command(self, *args: Argument) -> Any:
        """Sends one command and returns its answer: int, bytes, None or a list of them.

        Raises CacheUnavailable, at once while the breaker is open, and redis.ResponseError for a wrong
        command.
        """
        if not self.available:
            raise CacheUnavailable("Redis is away")
        if self._permits.locked():
            try:
                async with asyncio.timeout(CONNECTION_WAIT):
                    await self._permits.acquire()
            except TimeoutError as error:
                raise CacheUnavailable("no connection to Redis came free in time") from error
        else:
            await self._permits.acquire()
        try:
            # A command that is torn off costs its connection.
            with protected():
                async with _Deadline(self._suspect_timeout if self._failures else self._timeout):
                    answer = await self._exchange(args)
        except RedisError as error:
            if isinstance(error, ResponseError) and not _refuses(error):
                self._failures = 0
                raise
            raise self._failed(error) from error
        except (OSError, EOFError) as error:  # OSError covers TimeoutError
            raise self._failed(error) from error
        finally:
            self._permits.release()
        self._failures = 0
        return answer

    async def _exchange(self, args: tuple[Argument, ...]) -> Any:
        """One command on one connection."""
        line = self._idle.pop() if self._idle else None
        if line is None or not line.usable:
            line = await _Line.open(self.endpoint)
        try:
            self.round_trips += 1
            return await line.ask(hiredis.pack_command(args))  # type: ignore[arg-type]  # its stub says a tuple of one
        except ResponseError as error:
            if _refuses(error):  # after a failover the name may lead to another server: connect anew
                line.close()
            raise
        finally:
            if self._closed:
                line.close()
            elif line.usable:
                self._idle.append(line)

    async def _try(self) -> None:
        """Whether it serves calls: raises what a call would, past the breaker."""
        async with _Deadline(self._timeout):
            await self._exchange(("SET", PROBE_KEY, 1, "PX", 1000))

    def _failed(self, error: Exception) -> CacheUnavailable:
        self._failures += 1
        if self._failures >= FAILURES_TO_OPEN:
            self._open(error)
        return CacheUnavailable(str(error) or "Redis did not answer in time")

    def _open(self, error: Exception) -> None:
        if self.available:
            log.warning("redis_away", error=str(error) or type(error).__name__)
            self._probe = asyncio.get_running_loop().create_task(self._probing())

    async def _probing(self) -> None:
        """Looks for Redis from time to time, and closes the breaker when a write succeeds."""
        since = asyncio.get_running_loop().time()
        delay = PROBE_FIRST
        while True:
            # Many processes lose Redis at the same moment; they need not come back at the same moment.
            await asyncio.sleep(delay * random.uniform(0.8, 1.2))  # noqa: S311 - no secret
            delay = min(delay * 2, PROBE_LAST)
            try:
                await self._try()
            except (RedisError, OSError, EOFError):
                continue
            except Exception:
                # Whatever a driver comes up with: a probe that ended here would keep the breaker open for ever.
                log.exception("redis_probe_failed")
                continue
            self._failures = 0
            self._probe = None
            log.info("redis_back", away=round(asyncio.get_running_loop().time() - since, 3))
            return


def _refuses(error: ResponseError) -> bool:
    return isinstance(error, _REFUSALS) or str(error).startswith(_REFUSAL_CODES)
