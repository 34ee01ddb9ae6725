"""One client's connection: aiohttp's protocol and parser, our own way from a request to its answer.

Nothing here runs per request except `_serve` and `_handle_request`, which replace aiohttp's own, and the few lines of
`data_received`; time limits are kept by one sweeper of the server that looks at every connection once a second.
"""

import asyncio
from typing import TYPE_CHECKING, Final, cast

import structlog
from aiohttp import web
from aiohttp.http_writer import StreamWriter
from aiohttp.streams import EMPTY_PAYLOAD, StreamReader
from aiohttp.web_protocol import ERROR, RequestPayloadError, _ErrInfo

from service.http.dispatch import SERVER
from service.http.malformed import MAX_FIELD, MAX_HEADERS, MAX_LINE, malformed, unexpected
from service.http.problem import problem_response
from service.log import request_id as current_request_id

if TYPE_CHECKING:
    from aiohttp.web_protocol import _RequestHandler

    from service.http.server import HttpServer

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

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Connection(web.RequestHandler):
    """One client's connection."""

    __slots__ = ("_head_since", "_peer_ended", "_server", "_serving", "_unsent", "_write_blocked_since")

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
        self._serving = False
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
        if self._serving:
            return
        if self._messages:
            self._serving = True
            # It begins here and now, and reaches its first wait before this returns.
            self._task_handler = asyncio.Task(self._serve(), loop=self._loop, eager_start=True)
        elif self._head_since <= self._next_keepalive_close_time:
            # Idle and still without a message: a head has begun. Only its first bytes set the time.
            self._head_since = self._loop.time()

    def pause_writing(self) -> None:
        self._write_blocked_since = self._loop.time()
        super().pause_writing()

    @property
    def idle_since(self) -> float | None:
        """When it began to wait for a request (loop time); None while a request is read, handled or answered, and while
        the last answer is on its way."""
        if self._serving or self._close or self._head_since > self._next_keepalive_close_time:
            return None
        return self._next_keepalive_close_time

    def overdue(self, now: float) -> bool:
        """Whether the client has used up one of its time limits at `now` (loop time)."""
        if not self._serving:
            if self._close:  # what its transport still holds is the last answer
                return now - self._write_blocked_since > WRITE_TIMEOUT
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

    async def start(self) -> None:
        """Nothing: aiohttp's waits here for each request of the connection. See `_serve`."""

    async def _serve(self) -> None:
        """Answers the requests that are here, one after the other; then the connection is idle, or it ends.

        Replaces aiohttp's `start`, a task as old as the connection, which is woken for a request, makes a task for it,
        and is woken when that is done: two turns of the loop in each request.
        """
        server, handle, make = self._server, self._request_handler, self._request_factory
        assert handle is not None
        assert make is not None
        try:
            while self._messages and not self._force_close:
                message, payload = self._messages.popleft()
                if self._parser is not None:
                    self._parser.message_consumed()
                if self._buffer_paused and len(self._messages) <= self._msg_queue_resume_size:
                    self._resume_reading_if_drained()
                server.requests_count += 1
                handler = handle
                if isinstance(message, _ErrInfo):
                    current_request_id.set(None)  # not that of the request before
                    handler, message = self._make_error_handler(message), ERROR
                request = make(message, payload, self, StreamWriter(self, self._loop), _NOBODY)
                response, gone = await self._handle_request(request, None, handler)
                if gone or (payload is not EMPTY_PAYLOAD and not await self._discarded(payload)):
                    break
                if not response.keep_alive or self._close:
                    break
            else:
                self._next_keepalive_close_time = self._loop.time()
                return
        except ConnectionError:
            pass  # the client left
        except asyncio.CancelledError:
            self.force_close()
            raise
        except Exception:
            log.exception("connection_failed")
            self.force_close()
        finally:
            self._serving = False
        self._close = True  # data_received discards from here on
        self._write_blocked_since = self._loop.time()
        if self.transport is not None and not self._force_close:
            self.transport.close()

    async def _discarded(self, payload: StreamReader) -> bool:
        """Reads what a handler left of a body; False when the client takes too long over it."""
        try:
            async with asyncio.timeout(self._lingering_time):
                while not payload.is_eof() and not self._force_close:
                    await payload.readany()
        except TimeoutError:
            return False
        return True

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
            finished = response, False
            if self._upgraded:
                finished = await self.finish_response(request, response, start_time)
            else:
                try:
                    await response.prepare(request)
                    await response.write_eof()
                except ConnectionError:
                    finished = response, True
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


_NOBODY: Final = cast("asyncio.Task[None]", None)
"""Whose task a request is: nothing here asks."""

_data_received = web.RequestHandler.data_received  # saves the lookup by super() on every packet


class _NoTimer(asyncio.Handle):
    def __init__(self) -> None:
        pass

    def cancel(self) -> None:
        pass


_NO_TIMER = _NoTimer()
