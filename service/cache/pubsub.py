"""Redis pub/sub with one connection per listening process, reopened automatically.

Redis does not store messages for absent listeners. Listeners are informed of every gap (`on_gap`) and can check whether
messages currently arrive (`live`). Do not use pub/sub for messages that must not be lost.
"""

import asyncio
import random
import time
from collections.abc import Callable
from typing import Final

import hiredis
import structlog
from redis.asyncio.connection import AbstractConnection
from redis.exceptions import RedisError

from service.cache.redis import Endpoint, RedisClient

log = structlog.get_logger(__name__)

CONNECT_TIMEOUT: Final = 1.0
"""Maximum seconds for connecting and subscribing, and for `start`."""

PING_EVERY: Final = 0.5
LATE: Final = 1.0
"""Seconds without data from Redis after which delivery is no longer assumed: twice the interval of a healthy
connection.
"""

SILENCE: Final = 3.0
"""Seconds without data after which the connection is closed."""

AGAIN_FIRST: Final = 0.1
AGAIN_LAST: Final = 1.0


class PubSub:
    """Messages of some channels, in the order in which Redis sends them.

    Channels belong to the URL's database: two databases of one server do not receive each other's messages. All
    callbacks run in the event loop. An error of a listener is logged and affects no other listener.
    """

    def __init__(self, url: str) -> None:
        self._endpoint = Endpoint(url, timeout=CONNECT_TIMEOUT)
        self._listeners: dict[bytes, list[Callable[[bytes], None]]] = {}
        self._gaps: list[Callable[[], None]] = []
        self._confirmed: set[bytes] = set()
        self._heard = 0.0
        self._complete = False
        self._new_channel = asyncio.Event()
        self._tried: asyncio.Event = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def subscribe(self, channel: str, hear: Callable[[bytes], None]) -> None:
        """Call `hear` with every message on `channel` once Redis confirms the subscription, before or after `start`."""
        self._listeners.setdefault(self._endpoint.channel(channel).encode(), []).append(hear)
        self._new_channel.set()

    def on_gap(self, hear: Callable[[], None]) -> None:
        """Call `hear` after every new connection, including the first: earlier messages were missed.

        All channels are confirmed at that point, so the messages that follow complete any state that `hear` reads.
        """
        self._gaps.append(hear)

    @property
    def live(self) -> bool:
        """Return whether a message sent now would arrive: all channels are confirmed and Redis has sent data
        recently.
        """
        return self._complete and len(self._confirmed) == len(self._listeners) and time.monotonic() - self._heard < LATE

    async def start(self) -> None:
        """Connect once, for `CONNECT_TIMEOUT` at most. An unavailable Redis is not an error; the task keeps trying."""
        self._task = asyncio.create_task(self._listening(), name="pubsub")
        await self._tried.wait()

    async def close(self) -> None:
        """Close the connection and stop the delivery of messages."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _listening(self) -> None:
        delay, away = AGAIN_FIRST, False
        while True:
            connection = self._endpoint.connection()
            reason: Exception | None = None
            try:
                await self._open(connection)
                delay = AGAIN_FIRST
                if away:
                    log.info("pubsub_recovered")
                away = False
                self._tried.set()
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._read(connection))
                    group.create_task(self._keep(connection))
            except* (RedisError, OSError, EOFError) as errors:
                reason = errors
            except* Exception as errors:  # no driver error may end the subscription
                log.exception("pubsub_failed", exc_info=errors)
                reason = errors
            finally:
                self._complete = False
                self._confirmed.clear()
                await connection.disconnect(nowait=True)
            if not away:
                away = True
                log.warning("pubsub_unavailable", error=_first(reason))
            self._tried.set()
            # Jitter: all processes lose Redis at once and should not return at once.
            await asyncio.sleep(delay * random.uniform(0.5, 1.0))  # noqa: S311 - no secret
            delay = min(delay * 2, AGAIN_LAST)

    async def _open(self, connection: AbstractConnection) -> None:
        async with asyncio.timeout(CONNECT_TIMEOUT):
            await connection.connect()  # type: ignore[no-untyped-call]
            await self._subscribe(connection, list(self._listeners))
            while len(self._confirmed) < len(self._listeners):
                self._hear(await connection.read_response())
        self._heard = time.monotonic()
        self._complete = True
        for gap in self._gaps:
            _call(gap)

    async def _read(self, connection: AbstractConnection) -> None:
        while True:
            received = await connection.read_response()
            self._heard = time.monotonic()
            self._hear(received)

    async def _keep(self, connection: AbstractConnection) -> None:
        """Send PINGs and later subscriptions. No other task writes to an open connection."""
        while True:
            try:
                async with asyncio.timeout(PING_EVERY):
                    await self._new_channel.wait()
            except TimeoutError:
                if time.monotonic() - self._heard > SILENCE:
                    raise
                await _send(connection, b"PING")
            else:
                await self._subscribe(connection, [name for name in self._listeners if name not in self._confirmed])

    async def _subscribe(self, connection: AbstractConnection, channels: list[bytes]) -> None:
        self._new_channel.clear()
        if channels:
            await _send(connection, b"SUBSCRIBE", *channels)

    def _hear(self, received: object) -> None:
        match received:
            case [b"message", bytes(channel), bytes(message)]:
                for hear in self._listeners.get(channel, ()):
                    _call(hear, message)
            case [b"subscribe", bytes(channel), _]:
                self._confirmed.add(channel)
            case _:  # a PONG
                pass


async def publish(redis: RedisClient, channel: str, message: bytes) -> None:
    """Publish `message` to every process that listens at the moment. Raises CacheUnavailable."""
    await redis.command("PUBLISH", redis.endpoint.channel(channel), message)


async def _send(connection: AbstractConnection, *command: bytes) -> None:
    packed = hiredis.pack_command(command)  # type: ignore[arg-type]  # its stub says a tuple of one
    await connection.send_packed_command([packed], check_health=False)


def _call[*A](hear: Callable[[*A], None], *arguments: *A) -> None:
    try:
        hear(*arguments)
    except Exception:
        log.exception("listener_failed", listener=getattr(hear, "__qualname__", repr(hear)))


def _first(error: BaseException | None) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return str(error) or type(error).__name__
