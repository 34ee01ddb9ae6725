"""Client connection: it stands between the socket's transport and aiohttp's request handler.

For the event loop it is the protocol, for aiohttp the transport. So it can limit time and size, defer writes, probe
half-closed clients and detach a stream, while aiohttp parses the requests and calls the handler in order. The server's
sweeper checks the time limits of every connection once a second.
"""

import asyncio
from typing import Final, Protocol, cast

from aiohttp import EMPTY_PAYLOAD, StreamReader, web

from service.core.cancellation import abandon
from service.http.transport.connection_limit import Place
from service.http.transport.half_close import Probe
from service.http.transport.malformed import MALFORMED, MAX_HEAD, HeadTooLarge, check_head_size
from service.http.transport.response import BytesResponse

HEAD_TIMEOUT: Final = 10.0
"""Seconds to receive a request's head: since the connect for the first, since its first byte for later ones."""

IDLE_TIMEOUT: Final = 75.0
"""Seconds between a response and the next request. A proxy in front needs a shorter idle timeout."""

GATHERED: Final = 16_384
"""Maximum bytes of a write that waits for the end of the loop iteration; larger ones happen at once."""

WRITE_TIMEOUT: Final = 30.0
"""Seconds without progress after which a client that does not read its response is disconnected."""

LINGER: Final = 2.0
"""Seconds for which a client that still sends can read the error before its connection is closed."""


class Server(Protocol):
    """Interface of the server (server.py) that a connection uses."""

    connections: "set[Connection]"

    def make_handler(self) -> web.RequestHandler: ...
    def flush_soon(self, connection: "Connection") -> None: ...
    def problem(self, error: BaseException, peername: object) -> BytesResponse: ...


class Connection(asyncio.Protocol, asyncio.Transport):
    """Connection of one client."""

    __slots__ = (
        "_blocked_since",
        "_body",
        "_closing",
        "_feed",
        "_handler",
        "_has_large_input",
        "_has_served",
        "_head_since",
        "_head_size",
        "_idle_since",
        "_input_ended",
        "_lingers",
        "_loop",
        "_place",
        "_probe",
        "_server",
        "_task",
        "_transport",
        "_unsent",
        "ending",
        "lost",
        "queue",
    )

    _transport: asyncio.Transport

    def __init__(self, server: Server, loop: asyncio.AbstractEventLoop, place: Place | None = None) -> None:
        self._server = server
        self._loop = loop
        self._handler = server.make_handler()
        self._feed = self._handler.data_received
        self.queue = self._handler._messages  # noqa: SLF001
        """Requests that aiohttp has parsed and not yet passed to its handler, each with its body.

        No documented name tells which request is the last that a draining server or a half-closed client waits for.
        This is the only private name of aiohttp that the service uses; tests/http/test_aiohttp.py proves its meaning.
        """
        self._place = place
        self._task: asyncio.Task[object] | None = None
        self._body: StreamReader = EMPTY_PAYLOAD
        """Body of the request that was passed to its handler last."""
        self._has_served = False
        self._idle_since = 0.0
        self._head_since = 0.0
        self._head_size = 0
        """Bytes received of an incomplete head."""
        self._has_large_input = False
        """Whether a queued head may be larger than MAX_HEAD."""
        self._blocked_since: float | None = None
        self._unsent = b""
        self._input_ended = False
        self._probe: Probe | None = None
        self._closing = False
        self._lingers = False
        """Whether `close` leaves a client that still sends LINGER seconds to read the response."""
        self.ending = False
        """Whether no further request is read. The connection closes after the response to the last one in the queue."""
        self.lost = False

    @property
    def serving(self) -> bool:
        """Return whether a request is being handled."""
        return self._task is not None

    @property
    def idle_since(self) -> float | None:
        """Return the loop time since which the connection waits for a request.

        Return None while it receives or handles a request, or sends its last response.
        """
        busy = self._task is not None or self.queue or self._closing or self._head_size or not self._body.is_eof()
        return None if busy else self._idle_since

    def overdue(self, now: float) -> bool:
        """Return whether the client has exceeded a time limit at `now` (loop time)."""
        if self._blocked_since is not None and now - self._blocked_since > WRITE_TIMEOUT:
            return True
        if self._closing or self._task is not None or self.queue:
            return False
        if self._head_size:
            return now - self._head_since > HEAD_TIMEOUT
        return now - self._idle_since > (IDLE_TIMEOUT if self._has_served else HEAD_TIMEOUT)

    # Requests, called by the server

    def begin(self, request: web.BaseRequest) -> None:
        """Note that the current task handles a request. Raise HeadTooLarge."""
        self._task = asyncio.current_task()
        self._body = request.content
        if self._input_ended:
            self._begin_probe()
        # aiohttp does not parse what follows a request for another protocol until that is declined.
        if "Upgrade" in request.headers or request.method == "CONNECT":
            self.ending = True
        if self._has_large_input:
            self._has_large_input = bool(self.queue)
            check_head_size(request)

    def finish(self) -> None:
        """Note that the request of the current task has its response."""
        self._task = None
        self._has_served = True
        self._idle_since = self._loop.time()
        if self.lost:
            self._server.connections.discard(self)

    def problem(self, error: BaseException) -> BytesResponse:
        """Return the response to malformed input or to an exception. It is the connection's last."""
        self._lingers = isinstance(error, MALFORMED)
        return self._server.problem(error, self._transport.get_extra_info("peername"))

    def drop(self) -> None:
        """Close the connection, also in the view of aiohttp."""
        self._handler.force_close()

    def release(self, data: bytes) -> asyncio.Transport:
        """Send `data`, then detach and return the socket's transport, for a stream. The connection ends without it."""
        self.write(data)
        self.flush()
        self._transport.resume_reading()  # pipelined requests may have paused it, and it would not report a disconnect
        self._task = None  # so that connection_lost does not abandon the calling task
        self.connection_lost(None)
        return self._transport

    # asyncio.Protocol: what the socket's transport reports

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._idle_since = self._loop.time()
        self._server.connections.add(self)
        self._handler.connection_made(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._closing = self.lost = True
        self._unsent = b""
        if self._probe is not None:
            self._probe.stop()
        self._handler.connection_lost(exc)
        if self._place is not None:
            self._place.release()
        if self._task is not None:
            abandon(self._task)
        else:
            self._body.feed_eof()  # aiohttp may wait for the unread rest of it
            self._server.connections.discard(self)

    def data_received(self, data: bytes) -> None:
        queue = self.queue
        count = len(queue)
        in_body = not (queue[-1][1] if count else self._body).is_eof()
        if self._closing or (self.ending and not in_body):
            return
        self._feed(data)
        if len(queue) == count and not in_body:
            self._received_part_of_head(len(data))
        elif self._head_size + len(data) > MAX_HEAD:
            self._has_large_input, self._head_size = True, 0
        else:
            self._head_size = 0

    def _received_part_of_head(self, size: int) -> None:
        if not self._head_size:  # only its first bytes start the timeout
            self._head_since = self._loop.time() if self._has_served else self._idle_since
        self._head_size += size
        if self._head_size > MAX_HEAD:
            if self._task is not None or self.queue:
                self.ending = True
            else:
                self.write(self.problem(HeadTooLarge()).encode())
                self.drop()

    def eof_received(self) -> bool:
        """Keep the connection open while the client still waits for responses."""
        if self._closing or (self._task is None and not self.queue):
            self.flush()
            return False
        if not self._input_ended:
            self.ending = self._input_ended = True
            body = self.queue[-1][1] if self.queue else self._body
            if not body.is_eof():
                body.set_exception(web.RequestPayloadError("The client ended its input within the body."))
            if self._task is not None:
                self._begin_probe()
        return True

    def _begin_probe(self) -> None:
        self.flush()
        self._probe = Probe(self._transport, self._loop)

    def pause_writing(self) -> None:
        self._blocked_since = self._loop.time()
        self._handler.pause_writing()

    def resume_writing(self) -> None:
        self._blocked_since = self._loop.time() if self._closing else None
        self._handler.resume_writing()

    # asyncio.Transport: what aiohttp and the responses call

    def get_extra_info(self, name: str, default: object = None) -> object:
        return self._transport.get_extra_info(name, default)

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send data. Defer small data to the end of the loop iteration.

        Responses that are ready together, such as those of a batched query, are then written back to back and wake the
        receiving client or proxy once. A write that wakes a process costs several times one that does not.
        """
        if self._closing:
            return
        if self._probe is not None:
            data = self._probe.rest(bytes(data))
            self._probe = None
        if len(data) > GATHERED:
            self.flush()
            self._transport.write(data)
        elif self._unsent:
            self._unsent += data
        else:
            self._unsent = bytes(data)
            self._server.flush_soon(self)

    def flush(self) -> None:
        """Send the data that `write` deferred."""
        if self._unsent:
            data, self._unsent = self._unsent, b""
            self._transport.write(data)

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        """Close after all data is sent.

        A close while the client still sends would reset the connection and lose the response (RFC 9112 §9.6). So after
        an error, end the output and discard input for up to LINGER seconds.
        """
        if self._closing:
            return
        self.flush()
        self._closing = True
        self._blocked_since = self._loop.time()
        if self._lingers and self._transport.can_write_eof():
            self._transport.write_eof()
            self._loop.call_later(LINGER, self._transport.close)
        else:
            self._transport.close()

    def abort(self) -> None:
        """Close at once and discard unsent data."""
        self._closing = True
        self._unsent = b""
        self._transport.abort()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()
