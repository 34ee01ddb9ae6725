"""Server-Sent Events (WHATWG HTML §9.2).

When a stream begins, its socket is detached from aiohttp: the connection's parser, request and task are freed. A
transport and a `Stream` remain, some 3 kB of memory per reader. The response ends with its connection (RFC 9112 §6.3,
rule 8), so an event is the same bytes for every reader. `Streams`, one per process, handles heartbeats, limits and
closing. The feature that opens a stream decides its events.
"""

import asyncio
import random
import socket
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, Literal, get_args

from aiohttp import HttpVersion10, web

from service.http.problem import TooManyStreams, Unavailable
from service.http.transport.connection import Connection
from service.http.transport.response import BytesResponse, head

type Reason = Literal["left", "slow", "talkative", "session_ended", "restart"]

REASONS: Final[Sequence[Reason]] = get_args(Reason.__value__)
"""Reasons why streams end. `left`: the reader or the network closed it. The reader receives the last two."""

HEARTBEAT: Final = 15.0
"""Seconds between heartbeat comments to a reader, so that no proxy closes the stream as idle."""

UNREAD: Final = 65_536
"""Maximum bytes buffered for a reader, besides the kernel's buffer. A slower reader is disconnected."""

SILENCE: Final = 30
"""TCP user timeout (RFC 5482): seconds without an acknowledgement or receive window after which the kernel disconnects.

Without it, a reader without a network stays connected for a quarter of an hour of retransmissions."""

TALK: Final = 4096
"""Maximum bytes that a reader may send after its request; a stream ignores input."""

RETRY: Final = (2.0, 5.0)
"""Range of the random reconnect delay in seconds, so that readers of a crashed process do not return all at once."""

RETRY_RESTART: Final = (0.0, 1.0)

PACE: Final = 1000
"""Streams per second that a drain closes, and so the rate of reconnects at other processes."""

BUSY_RETRY: Final = 5
"""Retry-After in seconds when too many streams are open."""

_BEATS: Final = 15
"""Groups of readers with staggered heartbeats: 5,000 at once would block the loop for 50 ms."""

_HEARTBEAT: Final = b":\n\n"
_USER_TIMEOUT: Final = getattr(socket, "TCP_USER_TIMEOUT", None)


def event(name: str, data: bytes, number: int | None = None) -> bytes:
    """Return one encoded event. `data` is one line, such as JSON; `number` becomes the reader's Last-Event-ID."""
    numbered = b"" if number is None else b"id: %d\n" % number
    return b"%sevent: %s\ndata: %s\n\n" % (numbered, name.encode(), data)


class Stream(asyncio.Protocol):
    """Stream of one reader. `on_end` is called once, when the stream ends for any reason."""

    __slots__ = ("_group", "_key", "_read", "_streams", "_stuck", "_transport", "on_end")

    def __init__(self, streams: "Streams", transport: asyncio.Transport, group: "set[Stream]", key: str) -> None:
        self._streams = streams
        self._transport: asyncio.Transport | None = transport
        self._group = group
        self._key = key
        self._read = 0
        self._stuck = False
        self.on_end: Callable[[], None] = _nothing
        group.add(self)

    @property
    def waiting(self) -> int:
        """Return the number of buffered bytes that the kernel has not accepted yet."""
        return 0 if self._transport is None else self._transport.get_write_buffer_size()

    def send(self, data: bytes) -> None:
        """Send events, and disconnect a reader that is too far behind. After the end, do nothing."""
        if self._transport is not None:
            self._transport.write(data)

    def end(self, reason: Reason, retry: float | None = None) -> None:
        """Send the reason and close. `retry` is the number of seconds after which the reader may reconnect."""
        transport = self._leave(reason)
        if transport is not None:
            hint = b"" if retry is None else b"retry: %d\n" % int(retry * 1000)
            transport.write(hint + event("closed", b'{"reason":"%s"}' % reason.encode()))
            transport.close()

    def beat(self) -> None:
        """Send a heartbeat if the buffer is empty. End the stream when it is not empty twice in a row."""
        if not self.waiting:
            self._stuck = False
            self.send(_HEARTBEAT)
        elif self._stuck:
            self.cut("slow")
        else:
            self._stuck = True

    def cut(self, reason: Reason) -> None:
        """Abort the stream and discard unsent data."""
        transport = self._leave(reason)
        if transport is not None:
            transport.abort()

    def _leave(self, reason: Reason) -> asyncio.Transport | None:
        transport, self._transport = self._transport, None
        if transport is not None:
            self._group.discard(self)
            self._streams.left(self._key, reason)
            on_end, self.on_end = self.on_end, _nothing
            on_end()
        return transport

    # asyncio.Protocol callbacks

    def pause_writing(self) -> None:
        self.cut("slow")

    def data_received(self, data: bytes) -> None:
        self._read += len(data)
        if self._read > TALK:
            self.cut("talkative")

    def connection_lost(self, exc: Exception | None) -> None:
        self._leave("left")


def _nothing() -> None:
    pass


class Streams:
    """Open streams of this process: at most `limit`, and `limit_per_address` of one client address.

    `ended` counts ended streams by reason.
    """

    def __init__(self, limit: int, limit_per_address: int, *, heartbeat: float = HEARTBEAT) -> None:
        self.limit = limit
        self._limit_per_address = limit_per_address
        self._of_address: Counter[str] = Counter()
        self.heartbeat = heartbeat
        self.ended: Counter[Reason] = Counter()
        self._groups: list[set[Stream]] = [set() for _ in range(_BEATS)]
        self._turn = 0
        self._opened = 0
        self._timer: asyncio.TimerHandle | None = None
        self._draining = False

    def __len__(self) -> int:
        return sum(map(len, self._groups))

    def admit(self, key: str) -> None:
        """Raise TooManyStreams or Unavailable when a limit is reached.

        `key` is the `limit_key` of the address, or "" for an address without a limit.
        """
        if key and self._of_address[key] >= self._limit_per_address:
            raise TooManyStreams("Too many live streams are open from this address. Close some first.")
        if len(self) >= self.limit:
            raise Unavailable("Too many live streams are open. Try again in a moment.", BUSY_RETRY)

    def left(self, key: str, reason: Reason) -> None:
        """Count a stream that has ended."""
        self.ended[reason] += 1
        if key:
            self._of_address[key] -= 1
            if not self._of_address[key]:
                del self._of_address[key]

    def open(self, transport: asyncio.Transport, opened: Callable[[Stream], None], key: str) -> None:
        """Begin a stream on a detached transport, to which the head was sent, and pass it to `opened`.

        A draining process closes the stream at once. It does not refuse it, because an EventSource never reconnects
        after a status other than 200.
        """
        self._opened += 1
        stream = Stream(self, transport, self._groups[self._opened % _BEATS], key)
        if key:
            self._of_address[key] += 1
        transport.set_protocol(stream)
        transport.set_write_buffer_limits(high=UNREAD)
        if _USER_TIMEOUT is not None and (plug := transport.get_extra_info("socket")) is not None:
            plug.setsockopt(socket.IPPROTO_TCP, _USER_TIMEOUT, SILENCE * 1000)
        if self._draining:
            stream.end("restart", _draw(RETRY_RESTART))
            return
        if self._timer is None:
            self._later()
        opened(stream)

    async def drain(self, limit: float) -> None:
        """Close all streams gradually, within half of `limit` seconds. Each reader reconnects to another process."""
        self._draining = True
        streams = [stream for group in self._groups for stream in group]
        random.shuffle(streams)
        loop = asyncio.get_running_loop()
        begun, pace = loop.time(), max(PACE, 2 * len(streams) / limit if limit else 0)
        for number, stream in enumerate(streams):
            if limit and (early := begun + number / pace - loop.time()) > 0.005:
                await asyncio.sleep(early)
            stream.end("restart", _draw(RETRY_RESTART))

    def close(self) -> None:
        """End the remaining streams and stop the heartbeat."""
        self._draining = True
        for group in self._groups:
            for stream in list(group):
                stream.end("restart", _draw(RETRY_RESTART))
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _later(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self.heartbeat / _BEATS, self._beat)

    def _beat(self) -> None:
        self._timer = None
        if not len(self):
            return  # the next stream starts it again
        self._turn = (self._turn + 1) % _BEATS
        for stream in list(self._groups[self._turn]):
            stream.beat()
        self._later()


def _draw(span: tuple[float, float]) -> float:
    return random.uniform(*span)  # noqa: S311 - no secret


class StreamResponse(BytesResponse):
    """Response that starts a stream. For HEAD, it sends only the head."""

    def __init__(
        self, streams: Streams, opened: Callable[[Stream], None], headers: dict[str, str], key: str = ""
    ) -> None:
        super().__init__(200, b"", {**headers, "Connection": "close"})
        self._key = key
        self._streams = streams
        self._opened = opened

    async def prepare(self, request: web.BaseRequest) -> None:
        """Send the head and detach the connection. Raise ConnectionError when the client has disconnected."""
        if self._sent:
            return
        self._sent = True
        if request.protocol.writing_paused:  # the client has not read the previous response
            await request.writer.drain()
        connection = request.transport
        if connection is None:
            raise ConnectionResetError("the client left")
        data = self.encode(old=request.version == HttpVersion10)
        if request.method == "HEAD":
            connection.write(data)
        else:
            assert isinstance(connection, Connection)
            transport = connection.release(data + b"retry: %d\n\n" % int(_draw(RETRY) * 1000))
            self._streams.open(transport, self._opened, self._key)

    def encode(self, head_only: bool = True, old: bool = False) -> bytes:
        """Return the head, which has no Content-Length. `old` selects HTTP/1.0."""
        return head(200, [f"{name}: {value}\r\n" for name, value in self._fields.items()], old=old)
