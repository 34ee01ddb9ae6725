"""The HTTP server: aiohttp's low-level protocol, with limits for slow clients, problems for errors, and a drain.

Nothing here runs per request except `_handle_request`, which replaces aiohttp's own, and the few lines of
`data_received`; time limits are kept by one sweeper that looks at every connection once a second.
"""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import structlog
from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

from service.http.dispatch import SERVER
from service.http.malformed import MAX_FIELD, MAX_HEADERS, MAX_LINE, malformed, unexpected
from service.http.problem import problem_response
from service.http.request import RequestIds
from service.log import request_id as current_request_id

if TYPE_CHECKING:
    from aiohttp.web_protocol import _RequestHandler

type Handle = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

HEAD_TIMEOUT: Final = 10.0
"""Seconds for a request's head: from the connect for the first, from its first byte for later ones."""

IDLE_TIMEOUT: Final = 75.0
"""Seconds between an answer and the next request. A proxy in front must give up its idle connections sooner."""

GATHERED: Final = 16_384
"""Bytes of an answer that may wait for the end of a turn of the loop; larger ones are written at once."""

WRITE_TIMEOUT: Final = 30.0
"""Seconds without progress for a client that does not read its answer."""

LINGER: Final = 2.0
"""Seconds in which a client that still sends may read the error that ended its connection."""

IDLE_GRACE: Final = 2.0
"""Seconds of silence on every connection after which a drain ends early."""

SETTLE: Final = 0.1
"""Seconds for handshakes under way when the service stops for good."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Connection(web.RequestHandler):
    """One client's connection."""

    __slots__ = ("_head_since", "_peer_ended", "_server", "_unsent", "_write_blocked_since")

    def __init__(self, server: "HttpServer", loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(
            server,
            loop=loop,
            keepalive_timeout=0,  # then `_next_keepalive_close_time` is simply when the connection became idle
            access_log=None,  # type: ignore[arg-type]
            max_line_size=MAX_LINE,
            max_field_size=MAX_FIELD,
            max_headers=MAX_HEADERS,
            auto_decompress=False,  # a compressed body is refused, not inflated
        )
        self._server = server
        self._head_since = 0.0
        self._write_blocked_since = 0.0
        self._unsent = b""
        self._peer_ended: asyncio.Future[None] | None = None
        # aiohttp arms its own timer where it finds none; the sweeper does that work.
        self._keepalive_handle = _NO_TIMER

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._next_keepalive_close_time = self._loop.time()
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._end_of_input()
        super().connection_lost(exc)

    def eof_received(self) -> None:
        self._end_of_input()

    def _end_of_input(self) -> None:
        if self._peer_ended is not None and not self._peer_ended.done():
            self._peer_ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        _data_received(self, data)
        # Idle and still without a message: a head has begun. Only its first bytes set the time.
        if self._waiter is not None and not self._messages and self._head_since <= self._next_keepalive_close_time:
            self._head_since = self._loop.time()

    def pause_writing(self) -> None:
        self._write_blocked_since = self._loop.time()
        super().pause_writing()

    @property
    def idle_since(self) -> float | None:
        """When it began to wait for a request (loop time); None while a request is read, handled or answered."""
        if self._waiter is None or self._messages or self._head_since > self._next_keepalive_close_time:
            return None
        return self._next_keepalive_close_time

    def overdue(self, now: float) -> bool:
        """Whether the client has used up one of its time limits at `now` (loop time)."""
        if self._waiter is not None and not self._messages:
            idle_since = self._next_keepalive_close_time
            if self._head_since > idle_since:
                begun = self._head_since if self._request_count else idle_since
                return now - begun > HEAD_TIMEOUT
            return now - idle_since > (IDLE_TIMEOUT if self._request_count else HEAD_TIMEOUT)
        return self._paused and now - self._write_blocked_since > WRITE_TIMEOUT

    def send(self, data: bytes, *, last: bool) -> None:
        """Sends one answer; a small one that is not the connection's `last` goes at the end of this turn of the loop.

        Answers that become ready together, as those of a joined query do, are then written one right after the other,
        and wake the client or proxy at the other end once and not each time. A write that wakes somebody costs several
        times one that does not: nearly a quarter of a guarded read went there (docs/performance.md).
        """
        if last or self._close or self._force_close or len(data) > GATHERED:
            self.flush()
            if self.transport is not None:
                self.transport.write(data)
        else:
            # Nothing else waits here: `flush` has run since the answer before, see `_handle_request`.
            self._unsent = data
            self._server.flush_soon(self)

    def flush(self) -> None:
        """Sends what `send` has put off."""
        if self._unsent:
            data, self._unsent = self._unsent, b""
            if self.transport is not None:
                self.transport.write(data)

    def force_close(self) -> None:
        self.flush()
        super().force_close()

    def cut(self) -> None:
        """Ends it at once, with whatever is unsent: for a client that does not read."""
        transport = self.transport
        self.force_close()
        if transport is not None:
            transport.abort()

    def release(self) -> asyncio.Transport:
        """Gives the transport to somebody else, for an answer that does not end: nothing else of this is left then.

        Raises ConnectionError when the client is gone.
        """
        self.flush()
        transport, self.transport = self.transport, None
        if transport is None:
            raise ConnectionResetError("the client left")
        transport.resume_reading()  # too many pipelined requests may have paused it: the end would not be heard
        self.connection_lost(None)
        return transport

    async def _handle_request(
        self, request: web.BaseRequest, start_time: float | None, request_handler: "_RequestHandler"
    ) -> tuple[web.StreamResponse, bool]:
        # Replaces aiohttp's: no text/plain or HTML errors, and Connection: close while draining.
        self._request_in_progress = True
        if self._unsent:
            self.flush()  # a pipelined request: whatever it writes comes after the answer before
        try:
            self._current_request = request
            try:
                response = await request_handler(request)
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is None or task.cancelling():
                    raise
                # Somebody else's cancellation leaked into this handler; its client still waits for an answer.
                response = self.handle_error(request, 500, RuntimeError("a handler was cancelled from below"))
            except Exception as error:  # noqa: BLE001 -- whatever it is, the client gets an answer
                response = self.handle_error(request, 500, error)
            finally:
                self._current_request = None
            # Pipelined requests that are already here are answered first; the last answer says close. So does one to a
            # request for another protocol (WebSocket, CONNECT): what follows it is not parsed as HTTP any more.
            if (self._server.draining or self._upgraded) and not self._messages:
                response.force_close()
            finished = await self.finish_response(request, response, start_time)
            if request_handler is not self._request_handler and not finished[1]:
                await self._linger()
            return finished
        finally:
            self._request_in_progress = False
            if self._handler_waiter is not None and not self._handler_waiter.done():
                self._handler_waiter.set_result(None)

    async def _linger(self) -> None:
        """Half-closes and discards input: a close while the client still sends would reset the connection and take
        the answer with it (RFC 9112 §9.6)."""
        transport = self.transport
        if transport is None or not transport.can_write_eof():
            return
        self._close = True  # data_received discards from here on
        self._peer_ended = self._loop.create_future()
        transport.write_eof()
        try:
            async with asyncio.timeout(LINGER):
                await self._peer_ended
        except TimeoutError:
            pass

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The answer for input that cannot be parsed and for what a handler let through.

        Raises ConnectionError when the client is gone or an answer has already begun: nothing can be said then.
        """
        gone = self.transport is None
        if gone and isinstance(exc, ConnectionError | RequestPayloadError):
            raise ConnectionError("the client left")
        request_id = current_request_id.get() or self._server.request_ids.take(None)
        if status == 500 and not isinstance(exc, RequestPayloadError):
            status, code, detail = unexpected(exc)
            if status == 500:
                log.error("unexpected_exception", request_id=request_id, exc_info=exc)
        else:
            status, code, detail = malformed(exc)
            log.info("malformed_request", request_id=request_id, code=code, remote=request.remote)
        if gone or request.writer.output_size > 0:
            raise ConnectionError("an answer has already begun")
        response = problem_response(status, code, detail, request_id)
        response.headers["Connection"] = "close"
        response.headers["Server"] = SERVER
        response.force_close()
        return response


_data_received = web.RequestHandler.data_received  # saves the lookup by super() on every packet


class _NoTimer(asyncio.Handle):
    def __init__(self) -> None:
        pass

    def cancel(self) -> None:
        pass


_NO_TIMER = _NoTimer()


class HttpServer(web.Server):
    """Accepts connections from a listening socket and hands each request to `handle`.

    Must be made inside a running loop. `handle` answers every request; what it raises becomes a 500 problem.
    """

    def __init__(self, handle: Handle) -> None:
        super().__init__(handle)
        self.draining = False
        """Once true, every answer carries `Connection: close` and its connection ends after it."""
        self.request_ids = RequestIds()
        self._listener: socket.socket | None = None
        self._arriving: set[asyncio.Task[Any]] = set()
        self._unsent: list[Connection] = []
        self._sweeper: asyncio.Task[None] | None = None

    def __call__(self) -> Connection:
        return Connection(self, self._loop)

    def flush_soon(self, connection: Connection) -> None:
        """Flushes the connection at the end of this turn of the loop."""
        if not self._unsent:
            self._loop.call_soon(self._flush)
        self._unsent.append(connection)

    def _flush(self) -> None:
        connections, self._unsent = self._unsent, []
        for connection in connections:
            connection.flush()

    def listen(self, listener: socket.socket) -> None:
        """Starts to accept from `listener`, which this server now owns (its descriptor, not the queue behind it)."""
        listener.setblocking(False)
        self._listener = listener
        self._loop.add_reader(listener.fileno(), self._accept)
        if self._sweeper is None:
            self._sweeper = self._loop.create_task(self._sweep())

    def _accept(self) -> bool:
        """Accepts one connection, and leaves the next to the next turn of the loop.

        libuv's own listener takes all there are in one turn, so that the first of several workers to wake gets nearly
        every connection of a burst (63 of 65 against 35 of 65 here).
        """
        listener = self._listener
        if listener is None:
            return False
        try:
            client, _ = listener.accept()
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                log.error("accept_failed", reason=errno.errorcode[error.errno])
                self._loop.remove_reader(listener.fileno())
                self._loop.call_later(0.2, self._accept_again)
                return False
            return True  # the client was gone before it was accepted
        client.setblocking(False)
        task = self._loop.create_task(self._loop.connect_accepted_socket(self, client))
        self._arriving.add(task)
        task.add_done_callback(self._arrived)
        return True

    def _arrived(self, task: asyncio.Task[Any]) -> None:
        self._arriving.discard(task)
        if not task.cancelled():
            task.exception()  # seen: the client was gone before its transport was made

    def _accept_again(self) -> None:
        if self._listener is not None:
            self._loop.add_reader(self._listener.fileno(), self._accept)

    def stop_accepting(self) -> None:
        """Closes this process's descriptor. What is queued behind it belongs to whoever else holds the socket."""
        if self._listener is not None:
            self._loop.remove_reader(self._listener.fileno())
            self._listener.close()
            self._listener = None

    async def accept_the_last(self) -> None:
        """Takes everything still queued, for a socket that nobody holds afterwards; then closes the descriptor."""
        await asyncio.sleep(SETTLE)
        while self._accept():
            pass
        self.stop_accepting()

    async def drain(self, limit: float) -> None:
        """Answers what is under way with `Connection: close`, then closes; takes at most `limit` seconds.

        An idle connection is kept for IDLE_GRACE: its client may be sending this very moment, and a close would then
        lose a request.
        """
        self.draining = True
        begun = self._loop.time()
        while self._connections or self._arriving:
            now = self._loop.time()
            if now - begun >= limit or (not self._arriving and self._quiet(begun, now)):
                break
            await asyncio.sleep(0.01)
        for connection in self.connections:
            if isinstance(connection, Connection) and connection.idle_since is not None:
                connection.force_close()
        if self._connections:
            await self.shutdown(1.0)
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None

    def _quiet(self, begun: float, now: float) -> bool:
        for connection in self._connections:
            since = connection.idle_since if isinstance(connection, Connection) else None
            if since is None or now - max(since, begun) < IDLE_GRACE:
                return False
        return True

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(1.0)
            now = self._loop.time()
            for connection in self.connections:
                if isinstance(connection, Connection) and connection.overdue(now):
                    connection.cut()
