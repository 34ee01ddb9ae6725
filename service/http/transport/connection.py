"""Client connection: aiohttp's protocol and parser, with a faster path from request to response.

Per request, only `_serve`, `_handle_request` and a few lines of `data_received` run here; the first two replace
aiohttp's own. The server's sweeper checks the time limits of every connection once a second.
"""

import asyncio
from typing import TYPE_CHECKING, Final, Protocol, cast

import structlog
from aiohttp import web
from aiohttp.http_writer import StreamWriter
from aiohttp.streams import EMPTY_PAYLOAD, StreamReader
from aiohttp.web_protocol import ERROR, RequestPayloadError, _ErrInfo

from service.core.cancellation import abandon, is_abandoned
from service.core.log import request_id as current_request_id
from service.http.problem import MEDIA_TYPE, Problem, encode
from service.http.request import RequestIds
from service.http.transport.connection_limit import Place
from service.http.transport.half_close import Probe
from service.http.transport.malformed import (
    MAX_FIELD,
    MAX_HEAD,
    MAX_HEADERS,
    MAX_LINE,
    HeadTooLarge,
    malformed,
    unexpected,
)
from service.http.transport.response import SERVER, BytesResponse

if TYPE_CHECKING:
    from aiohttp.web_protocol import _RequestHandler


HEAD_TIMEOUT: Final = 10.0
"""Seconds to receive a request's head: since the connect for the first, since its first byte for later ones."""

IDLE_TIMEOUT: Final = 75.0
"""Seconds between a response and the next request. A proxy in front needs a shorter idle timeout."""

GATHERED: Final = 16_384
"""Maximum bytes of a response that waits for the end of the loop iteration; larger ones are written at once."""

WRITE_TIMEOUT: Final = 30.0
"""Seconds without progress after which a client that does not read its response is disconnected."""

LINGER: Final = 2.0
"""Seconds for which a client that still sends can read the error before its connection is closed."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Server(Protocol):
    """Interface of the server (server.py) that a connection uses."""

    draining: bool
    request_ids: RequestIds
    requests_count: int

    def flush_soon(self, connection: "Connection") -> None: ...


class Connection(web.RequestHandler):
    """Connection of one client."""

    __slots__ = (
        "_head_since",
        "_head_size",
        "_input_ended",
        "_payload",
        "_peer_ended",
        "_probe",
        "_server",
        "_serving",
        "_unsent",
        "_write_blocked_since",
        "place",
    )

    def __init__(self, server: "Server", loop: asyncio.AbstractEventLoop, place: Place | None = None) -> None:
        super().__init__(
            cast("web.Server", server),
            loop=loop,
            keepalive_timeout=0,  # makes `_next_keepalive_close_time` the time at which the connection became idle
            access_log=None,  # type: ignore[arg-type]
            max_line_size=MAX_LINE,
            max_field_size=MAX_FIELD,
            max_headers=MAX_HEADERS,
            auto_decompress=False,  # compressed bodies are rejected, not decompressed
        )
        self._server = server
        self.place = place
        """Slot in the connection limit of the client's address."""
        self._serving = False
        self._payload: StreamReader = EMPTY_PAYLOAD
        """Body of the request that was passed to its handler last."""
        self._head_since = 0.0
        self._head_size = 0
        """Bytes received of an incomplete head."""
        self._input_ended = False
        self._probe: Probe | None = None
        self._write_blocked_since = 0.0
        self._unsent = b""
        self._peer_ended: asyncio.Future[None] | None = None
        # Prevents aiohttp from starting its own timer; the sweeper replaces it.
        self._keepalive_handle = _NO_TIMER

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._next_keepalive_close_time = self._loop.time()
        super().connection_made(transport)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._end_of_input()
        if self._probe is not None:
            self._probe.stop()
        task = self._task_handler if self._serving else None
        super().connection_lost(exc)
        if task is not None:
            abandon(task)

    def eof_received(self) -> bool:  # type: ignore[override]  # asyncio: True keeps the transport open
        """Keep the connection open while the client still waits for responses."""
        self._end_of_input()
        if not self._serving or self._close:
            return False
        if not self._input_ended:
            self._input_ended = True
            payload = self._newest_payload()
            if not payload.is_eof():
                payload.set_exception(RequestPayloadError("The client ended its input within the body."))
            if self._current_request is not None:
                self._begin_probe()
        return True

    def _begin_probe(self) -> None:
        self.flush()
        if self.transport is not None:
            self._probe = Probe(self.transport, self._loop)

    def _end_of_input(self) -> None:
        if self._peer_ended is not None and not self._peer_ended.done():
            self._peer_ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        if self._serving:
            self._received_while_serving(data)
            return
        _data_received(self, data)
        if self._messages:
            if self._head_size + len(data) > MAX_HEAD:
                self._check_heads()
            self._begin_serving()
        elif not self._close and not self._force_close:
            # A head has begun but is incomplete. Only its first bytes start the timeout.
            if self._head_since <= self._next_keepalive_close_time:
                self._head_since = self._loop.time()
            self._head_size += len(data)
            if self._head_size > MAX_HEAD:
                self._messages.append(_HEAD_TOO_LARGE)
                self._begin_serving()

    def _begin_serving(self) -> None:
        self._head_size = 0
        self._serving = True
        # The eager task runs to its first await before this method returns.
        self._task_handler = asyncio.Task(self._serve(), loop=self._loop, eager_start=True)

    def _received_while_serving(self, data: bytes) -> None:
        """Parse more of a body, or pipelined requests."""
        in_body = not self._newest_payload().is_eof()
        count = len(self._messages)
        _data_received(self, data)
        if in_body or len(self._messages) > count:
            if self._head_size + len(data) > MAX_HEAD:
                self._check_heads()
            self._head_size = 0
        else:
            self._head_size += len(data)
            if self._head_size > MAX_HEAD:
                self._close = True  # after the response to the current request

    def _newest_payload(self) -> StreamReader:
        """Return the body of the request that was received last."""
        return self._messages[-1][1] if self._messages else self._payload

    def _check_heads(self) -> None:
        """Replace queued requests whose head is too large. Only large input needs this check."""
        for number, (message, _) in enumerate(self._messages):
            if not isinstance(message, _ErrInfo):
                size = len(message.path) + sum(len(name) + len(value) + 4 for name, value in message.raw_headers)
                if size > MAX_HEAD:
                    self._messages[number] = _HEAD_TOO_LARGE

    def pause_writing(self) -> None:
        self._write_blocked_since = self._loop.time()
        super().pause_writing()

    @property
    def idle_since(self) -> float | None:
        """Return the loop time since which the connection waits for a request.

        Return None while it receives or handles a request, or sends its last response.
        """
        if self._serving or self._close or self._head_since > self._next_keepalive_close_time:
            return None
        return self._next_keepalive_close_time

    def overdue(self, now: float) -> bool:
        """Return whether the client has exceeded a time limit at `now` (loop time)."""
        if not self._serving:
            if self._close:  # the transport still sends the last response
                return now - self._write_blocked_since > WRITE_TIMEOUT
            idle_since = self._next_keepalive_close_time
            if self._head_since > idle_since:
                begun = self._head_since if self._request_count else idle_since
                return now - begun > HEAD_TIMEOUT
            return now - idle_since > (IDLE_TIMEOUT if self._request_count else HEAD_TIMEOUT)
        return self._paused and now - self._write_blocked_since > WRITE_TIMEOUT

    def send(self, data: bytes, *, last: bool) -> None:
        """Send a response. Defer a small one that is not the connection's `last` to the end of the loop iteration.

        Responses that are ready together, such as those of a batched query, are then written back to back and wake the
        receiving client or proxy once. A write that wakes a process costs several times one that does not: it was
        nearly a quarter of a guarded read (docs/performance.md).
        """
        if self._probe is not None:
            data = self.rest(data)
        if last or self._close or self._force_close or len(data) > GATHERED:
            self.flush()
            if self.transport is not None:
                self.transport.write(data)
        else:
            # `_unsent` is empty: `_handle_request` flushes the previous response first.
            self._unsent = data
            self._server.flush_soon(self)

    def rest(self, data: bytes) -> bytes:
        """Return the part of a response that the probe of a half-closed connection has not sent."""
        probe, self._probe = self._probe, None
        return data if probe is None else probe.rest(data)

    def flush(self) -> None:
        """Send the response that `send` deferred."""
        if self._unsent:
            data, self._unsent = self._unsent, b""
            if self.transport is not None:
                self.transport.write(data)

    def force_close(self) -> None:
        self.flush()
        super().force_close()

    def cut(self) -> None:
        """Abort the connection of a client that does not read; discard unsent data."""
        transport = self.transport
        self.force_close()
        if transport is not None:
            transport.abort()

    def release(self) -> asyncio.Transport:
        """Detach and return the transport, for a stream. The connection ends without it.

        Raise ConnectionError when the client has disconnected.
        """
        self.flush()
        transport, self.transport = self.transport, None
        if transport is None:
            raise ConnectionResetError("the client left")
        transport.resume_reading()  # pipelined requests may have paused it, and it would not report a disconnect
        self._serving = False  # so that connection_lost does not abandon the calling task
        self.connection_lost(None)
        return transport

    async def start(self) -> None:
        """Do nothing; `_serve` replaces aiohttp's request loop."""

    async def _serve(self) -> None:
        """Handle the queued requests in order; then leave the connection idle or close it.

        It replaces aiohttp's `start`, one task per connection that wakes for each request, creates a task for it, and
        wakes again when that ends. That costs two loop iterations per request.
        """
        server, handle, make = self._server, self._request_handler, self._request_factory
        assert handle is not None
        assert make is not None
        try:
            while self._messages and not self._force_close:
                message, payload = self._messages.popleft()
                self._payload = payload
                if self._parser is not None:
                    self._parser.message_consumed()
                if self._buffer_paused and len(self._messages) <= self._msg_queue_resume_size:
                    self._resume_reading_if_drained()
                server.requests_count += 1
                handler = handle
                if isinstance(message, _ErrInfo):
                    current_request_id.set(None)  # clear the id of the previous request
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
            pass  # the client disconnected
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
        """Discard the unread rest of a body. Return False when the client sends it too slowly."""
        try:
            async with asyncio.timeout(self._lingering_time):
                while not payload.is_eof() and not self._force_close:
                    await payload.readany()
        except (TimeoutError, RequestPayloadError):
            return False
        return True

    async def _handle_request(
        self, request: web.BaseRequest, start_time: float | None, request_handler: "_RequestHandler"
    ) -> tuple[web.StreamResponse, bool]:
        # Replaces aiohttp's method: no text/plain or HTML errors, and Connection: close while draining.
        self._request_in_progress = True
        if self._unsent:
            self.flush()  # keeps pipelined responses in order
        try:
            self._current_request = request
            if self._input_ended:
                self._begin_probe()
            try:
                response = await request_handler(request)
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is None or task.cancelling() or is_abandoned():
                    raise
                # A cancellation of another task leaked into this handler; its client still waits for a response.
                response = self.handle_error(request, 500, RuntimeError("a handler was cancelled from below"))
            except Exception as error:  # noqa: BLE001 -- the client gets a response in any case
                response = self.handle_error(request, 500, error)
            finally:
                self._current_request = None
            # Close after the last queued request when the server drains or the client has ended its input.
            # Data after a request for another protocol (WebSocket, CONNECT) is not parsed as HTTP, so close then, too.
            if (self._server.draining or self._upgraded or self._input_ended) and not self._messages:
                response.force_close()
            if self._probe is not None and not isinstance(response, BytesResponse):
                return response, True  # it would repeat the bytes that the probe has sent
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
        """Half-close the connection and discard input for up to LINGER seconds.

        A close while the client still sends would reset the connection and lose the response (RFC 9112 §9.6).
        """
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
        """Return the response to malformed input or to an exception that a handler did not catch.

        Raise ConnectionError when the client has disconnected or a response has already begun.
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
        headers = {
            "Content-Type": MEDIA_TYPE,
            "Cache-Control": "no-store",
            "X-Request-Id": request_id,
            "Server": SERVER,
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }
        return BytesResponse(status, encode(Problem(status, code, detail), request_id), headers)


_NOBODY: Final = cast("asyncio.Task[None]", None)
"""Placeholder for the task of a request, which no code here reads."""

_HEAD_TOO_LARGE: Final = (_ErrInfo(400, HeadTooLarge(), ""), EMPTY_PAYLOAD)
"""Queue entry that replaces a request whose head is too large."""

_data_received = web.RequestHandler.data_received  # avoids a super() lookup per packet


class _NoTimer(asyncio.Handle):
    def __init__(self) -> None:
        pass

    def cancel(self) -> None:
        pass


_NO_TIMER = _NoTimer()
