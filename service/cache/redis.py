"""Redis client with bounded cost: a deadline, no retries, few connections and a circuit breaker.

redis-py opens connections (TLS, AUTH, SELECT); after that, hiredis reads and writes directly (`_Line`). The client and
the pools of redis-py are not used: with their defaults a stopped Redis blocked a call for 58 s, and a retry may run a
script twice. Commands are those of Redis 7.
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
"""Maximum seconds for a whole call: connecting if necessary, sending and reading."""

SUSPECT_TIMEOUT: Final = 0.05
"""Maximum seconds for a call after a failed one: a call queued behind the failed one waits 150 ms in all, not 200."""

LAST_TURNS: Final = 3
"""Event-loop turns after a deadline: the first reads the sockets, the next wakes the tasks that wait for them."""

CONNECTION_WAIT: Final = 0.05
"""Maximum seconds to wait for a free connection. This timeout does not count as a failure of Redis."""

FAILURES_TO_OPEN: Final = 2
TRIES_AT_START: Final = 10
PROBE_FIRST: Final = 0.25
PROBE_LAST: Final = 1.0
PROBE_KEY: Final = "{g0}:probe"

# Redis responds but refuses service. Any other error response is a mistake of the caller.
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
    """Failure of a Redis call. Whether Redis executed the call is unknown."""


@frozen
class Script:
    """Lua script and the digest under which Redis stores it."""

    text: str
    sha: str

    @classmethod
    def of(cls, text: str) -> "Script":
        return cls(text, hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest())

    @classmethod
    def load(cls, path: Path) -> "Script":
        return cls.of(path.read_text(encoding="utf-8"))


class _Deadline:
    """Variant of `asyncio.timeout` that still accepts data that is in the socket when the time is up.

    The event loop runs timers before sockets. Without this class, a process that got no CPU time for `seconds` would
    discard a response that has arrived. It would also mistake its own delay for an outage of Redis.
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
    """Connection settings of one Redis. The URL may contain user and password; `rediss://` means TLS, `unix://` a
    socket.
    """

    def __init__(self, url: str, *, timeout: float) -> None:
        options: dict[str, Any] = dict(parse_url(url))
        self._class: type[AbstractConnection] = options.pop("connection_class", Connection)
        self._options = options | {
            "protocol": 2,  # no HELLO, no push messages: one response per request
            "driver_info": None,
            "retry": Retry(NoBackoff(), 0),
            "socket_timeout": None,  # _Deadline covers the whole call
            "socket_connect_timeout": timeout,
        }
        self._database = int(options.get("db") or 0)

    def connection(self) -> AbstractConnection:
        """Return a connection that is not open yet."""
        return self._class(**self._options)

    def channel(self, name: str) -> str:
        """Return the channel name for this database, because Redis shares channels between databases."""
        return f"{self._database}:{name}"


class _Line(asyncio.Protocol):
    """Open connection with one command and one response at a time.

    It replaces the streams of redis-py, whose checks and layers on every command and response cost three times as much
    as hiredis.
    """

    def __init__(self, connection: AbstractConnection) -> None:
        # Both objects close the transport on garbage collection: keep the writer, and leave the connection nothing to
        # close.
        self._writer, connection._writer = connection._writer, None  # noqa: SLF001
        assert self._writer is not None
        self._transport = self._writer.transport
        self._reader = hiredis.Reader(
            protocolError=InvalidResponse, replyError=BaseParser.parse_error, notEnoughData=_INCOMPLETE
        )
        self._reply: asyncio.Future[Any] | None = None
        self._loop = asyncio.get_running_loop()
        self.usable = True
        """Whether the connection is open and has no unexpected data."""
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
        """Send a command and return the response. Raises redis.ResponseError for an error response, OSError if Redis is
        gone.
        """
        reply = self._reply = self._loop.create_future()
        self._transport.write(command)
        try:
            return await reply
        finally:
            self._reply = None
            if reply.cancelled():  # a late response would pass for the response to the next command
                self.close()

    def close(self) -> None:
        self.usable = False
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        try:
            self._reader.feed(data)
            reply = self._reader.gets()
        except InvalidResponse as error:
            self._end(error)
            return
        if reply is _INCOMPLETE:
            return
        waiting = self._reply
        if waiting is None or waiting.done() or self._reader.has_data():
            self._end(InvalidResponse("Redis sent a response without a request"))
        elif isinstance(reply, RedisError):
            waiting.set_exception(reply)
        else:
            waiting.set_result(reply)

    def eof_received(self) -> None:
        self._end(None)

    def connection_lost(self, error: Exception | None) -> None:
        self._end(error)

    def _end(self, error: Exception | None) -> None:
        self.close()
        if self._reply is not None and not self._reply.done():
            self._reply.set_exception(error or ConnectionResetError("Redis closed the connection"))


_INCOMPLETE: Final = object()


class RedisClient:
    """Client with at most `connections` connections to one Redis, opened on demand.

    After `FAILURES_TO_OPEN` consecutive failures the breaker opens: calls raise CacheUnavailable at once, and a
    separate task probes Redis, so that no request pays for the check. The probe writes, because Redis still responds to
    PING with a full disk, with full memory or as a replica.

    `round_trips` counts the calls that were sent.
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
        """Return whether calls are attempted: False while the breaker is open."""
        return self._probe is None and not self._closed

    async def start(self) -> None:
        """Probe Redis, with ten times the usual tries.

        No request waits yet, and a machine that starts many processes at once is slow. An unavailable Redis is not an
        error: the breaker opens and probing continues.
        """
        self._closed = False
        for tries_left in reversed(range(TRIES_AT_START)):
            try:
                await self._try()
                return
            except (RedisError, OSError, EOFError) as error:
                if not tries_left:
                    self._open(error)

    async def close(self) -> None:
        """Stop probing and close the idle connections. Later calls raise CacheUnavailable."""
        self._closed = True
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.gather(self._probe, return_exceptions=True)
            self._probe = None
        while self._idle:
            self._idle.pop().close()

    async def script(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        """Run a script in one round trip, or in two if Redis has lost it (restart, failover, SCRIPT FLUSH).

        All keys share a hash tag. Raises CacheUnavailable, and redis.ResponseError for a bug in the script.
        """
        try:
            return await self.command("EVALSHA", script.sha, len(keys), *keys, *args)
        except NoScriptError:  # the script did not run, so this is its only run; EVAL also stores it
            return await self.command("EVAL", script.text, len(keys), *keys, *args)

    async def command(self, *args: Argument) -> Any:
        """Send one command and return its response: int, bytes, None or a list of them.

        Raises CacheUnavailable, at once while the breaker is open, and redis.ResponseError for an invalid command.
        """
        if not self.available:
            raise CacheUnavailable("Redis is unavailable")
        if self._permits.locked():
            try:
                async with asyncio.timeout(CONNECTION_WAIT):
                    await self._permits.acquire()
            except TimeoutError as error:
                raise CacheUnavailable("timed out waiting for a Redis connection") from error
        else:
            await self._permits.acquire()
        try:
            # An interrupted command would cost its connection.
            with protected():
                async with _Deadline(self._suspect_timeout if self._failures else self._timeout):
                    reply = await self._exchange(args)
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
        return reply

    async def _exchange(self, args: tuple[Argument, ...]) -> Any:
        """Send one command over one connection and return the response."""
        line = self._idle.pop() if self._idle else None
        if line is None or not line.usable:
            line = await _Line.open(self.endpoint)
        try:
            self.round_trips += 1
            return await line.ask(hiredis.pack_command(args))  # type: ignore[arg-type]  # its stub says a tuple of one
        except ResponseError as error:
            if _refuses(error):  # after a failover the name may resolve to another server
                line.close()
            raise
        finally:
            if self._closed:
                line.close()
            elif line.usable:
                self._idle.append(line)

    async def _try(self) -> None:
        """Send a probe past the breaker. Raises the same errors as a call."""
        async with _Deadline(self._timeout):
            await self._exchange(("SET", PROBE_KEY, 1, "PX", 1000))

    def _failed(self, error: Exception) -> CacheUnavailable:
        self._failures += 1
        if self._failures >= FAILURES_TO_OPEN:
            self._open(error)
        return CacheUnavailable(str(error) or "Redis timed out")

    def _open(self, error: Exception) -> None:
        if self.available:
            log.warning("redis_unavailable", error=str(error) or type(error).__name__)
            self._probe = asyncio.get_running_loop().create_task(self._probing())

    async def _probing(self) -> None:
        """Probe Redis periodically and close the breaker when a write succeeds."""
        since = asyncio.get_running_loop().time()
        delay = PROBE_FIRST
        while True:
            # Jitter: many processes lose Redis at once and should not return at once.
            await asyncio.sleep(delay * random.uniform(0.8, 1.2))  # noqa: S311 - no secret
            delay = min(delay * 2, PROBE_LAST)
            try:
                await self._try()
            except (RedisError, OSError, EOFError):
                continue
            except Exception:
                # No driver error may end the probes, or the breaker would stay open forever.
                log.exception("redis_probe_failed")
                continue
            self._failures = 0
            self._probe = None
            log.info("redis_recovered", seconds=round(asyncio.get_running_loop().time() - since, 3))
            return


def _refuses(error: ResponseError) -> bool:
    return isinstance(error, _REFUSALS) or str(error).startswith(_REFUSAL_CODES)
