"""Answers without an end: Server-Sent Events (WHATWG HTML §9.2).

When such an answer begins, its socket leaves aiohttp: the parser, the request and the task of the connection go, and
what stays of a reader is a transport and a `Stream`, some 3 kB of memory. The answer ends with its connection (RFC 9112
§6.3, the eighth rule), so that one event is the same bytes for every reader. Time, limits and the end are kept by
`Streams`, one for a process; who reads what is the business of the feature that opened them.
"""

import asyncio
import random
import socket
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, Literal, cast, get_args

from aiohttp import HttpVersion10, web

from service.http.problem import TooManyStreams, Unavailable
from service.http.transport.response import BytesResponse, Peer, head

type Reason = Literal["left", "slow", "talkative", "session_ended", "restart"]

REASONS: Final[Sequence[Reason]] = get_args(Reason.__value__)
"""Why streams end. `left`: the reader did it, or the network. The last two are told to the reader."""

HEARTBEAT: Final = 15.0
"""Seconds between two comments to one reader, so that no proxy takes the stream for dead."""

UNREAD: Final = 65_536
"""Bytes that may wait for a reader, beyond what the kernel has taken. One that is further behind is dropped."""

SILENCE: Final = 30
"""Seconds without a sign of the reader's kernel, or without room in it, after which ours ends the connection: the user
timeout of RFC 5482. Else one whose network is gone would be kept for a quarter of an hour of retransmissions."""

TALK: Final = 4096
"""Bytes that a reader may send after its request; a stream reads nothing."""

RETRY: Final = (2.0, 5.0)
"""Seconds after which a reader comes back; drawn for each, so that those of a process that died come one by one."""

RETRY_RESTART: Final = (0.0, 1.0)

PACE: Final = 1000
"""Streams a second that a drain closes: as many come to the other processes then."""

BUSY_RETRY: Final = 5
"""Seconds before the next attempt, told when there are too many streams."""

_BEATS: Final = 15
"""Groups of readers with a heartbeat at different times: 5,000 at once would hold up everything else for 50 ms."""

_HEARTBEAT: Final = b":\n\n"
_USER_TIMEOUT: Final = getattr(socket, "TCP_USER_TIMEOUT", None)


def event(name: str, data: bytes, number: int | None = None) -> bytes:
    """One event in the form of the stream. `data` is one line, as JSON is; `number` becomes the reader's last id."""
    numbered = b"" if number is None else b"id: %d\n" % number
    return b"%sevent: %s\ndata: %s\n\n" % (numbered, name.encode(), data)


class Stream(asyncio.Protocol):
    """One reader. `on_end` is called once, when it is gone for whatever reason."""

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
        """Bytes that the kernel has not taken yet."""
        return 0 if self._transport is None else self._transport.get_write_buffer_size()

    def send(self, data: bytes) -> None:
        """Sends events, or drops a reader that has not read those before. After the end it does nothing."""
        if self._transport is not None:
            self._transport.write(data)

    def end(self, reason: Reason, retry: float | None = None) -> None:
        """Says why and closes. `retry`: seconds after which the reader may come back."""
        transport = self._leave(reason)
        if transport is not None:
            hint = b"" if retry is None else b"retry: %d\n" % int(retry * 1000)
            transport.write(hint + event("closed", b'{"reason":"%s"}' % reason.encode()))
            transport.close()

    def beat(self) -> None:
        """A heartbeat, unless the last one still waits; the second that finds it so ends the stream."""
        if not self.waiting:
            self._stuck = False
            self.send(_HEARTBEAT)
        elif self._stuck:
            self.cut("slow")
        else:
            self._stuck = True

    def cut(self, reason: Reason) -> None:
        """Ends it at once, with whatever is unsent."""
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

    # The transport's side

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
    """The open streams of this process, `limit` of them at most, and `limit_per_address` of one client address.

    `ended` counts the others by reason.
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
        """Raise TooManyStreams or Unavailable when there are as many as there may be.

        `key` is what an address is counted by (`limit_key`), "" for an address without a limit.
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

    def open(self, transport: asyncio.Transport, head: bytes, opened: Callable[[Stream], None], key: str) -> None:
        """Begins a stream with the answer's head on a transport that nobody else has, and hands it to `opened`.

        A process that drains closes it at once. To refuse it would be worse: an EventSource never comes back after a
        status other than 200.
        """
        self._opened += 1
        stream = Stream(self, transport, self._groups[self._opened % _BEATS], key)
        if key:
            self._of_address[key] += 1
        transport.set_protocol(stream)
        transport.set_write_buffer_limits(high=UNREAD)
        if _USER_TIMEOUT is not None and (plug := transport.get_extra_info("socket")) is not None:
            plug.setsockopt(socket.IPPROTO_TCP, _USER_TIMEOUT, SILENCE * 1000)
        stream.send(head + b"retry: %d\n\n" % int(_draw(RETRY) * 1000))
        if self._draining:
            stream.end("restart", _draw(RETRY_RESTART))
            return
        if self._timer is None:
            self._later()
        opened(stream)

    async def drain(self, limit: float) -> None:
        """Closes all of them, one after the other in at most half of `limit` seconds; each comes back elsewhere."""
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
        """Ends what is left, and the heartbeat."""
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
    """The beginning of a stream; for HEAD, that is all of it."""

    def __init__(
        self, streams: Streams, opened: Callable[[Stream], None], headers: dict[str, str], key: str = ""
    ) -> None:
        super().__init__(200, b"", headers)
        self._key = key
        self._streams = streams
        self._opened = opened

    async def prepare(self, request: web.BaseRequest) -> None:
        """Sends the head and gives the connection away. Raises ConnectionError when the client is gone."""
        if self._eof_sent:
            return
        self._eof_sent = True
        protocol = cast("Peer", request.protocol)
        if protocol._paused:  # noqa: SLF001 - it has not read the answer before
            await protocol._drain_helper()  # noqa: SLF001
        self._keep_alive = False
        lines = [f"{name}: {value}\r\n" for name, value in self._fields.items() if name != "Connection"]
        data = head(200, [*lines, "Connection: close\r\n"], old=request.version == HttpVersion10)
        transport = protocol.transport
        if transport is None or transport.is_closing():
            raise ConnectionResetError("the client left")
        request.writer.output_size += len(data)
        if request.method == "HEAD":
            protocol.send(data, last=True)
        else:
            data = protocol.rest(data)
            self._streams.open(protocol.release(), data, self._opened, self._key)
