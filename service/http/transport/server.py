"""HTTP server: accepts connections, passes requests to a handler, enforces time limits, batches writes and drains."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, override

import structlog
from aiohttp import web

from service.core.cancellation import is_abandoned
from service.core.log import request_id as current_request_id
from service.http.request import RequestIds
from service.http.transport.connection import Connection
from service.http.transport.connection_limit import ConnectionLimit, Place
from service.http.transport.malformed import MALFORMED, MAX_FIELD, MAX_HEADERS, MAX_LINE, problem_of
from service.http.transport.response import BytesResponse, problem_response

type Handle = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

IDLE_GRACE: Final = 2.0
"""Seconds without traffic on every connection after which a drain ends early."""

SETTLE: Final = 0.1
"""Seconds to let pending handshakes finish when the service stops for good."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class HttpServer:
    """Server that accepts connections from a listening socket and passes each request to `handle`.

    Create it inside a running loop. An exception of `handle` becomes a 500 problem.
    """

    def __init__(self, handle: Handle, limit: ConnectionLimit | None = None) -> None:
        self._handle = handle
        self._limit = limit
        self._loop = asyncio.get_running_loop()
        self._aiohttp = web.Server(self._respond)
        self.draining = False
        """Whether every response carries `Connection: close` and ends its connection."""
        self.connections: set[Connection] = set()
        """Open connections, and lost ones whose request is still being handled."""
        self._ids = RequestIds()
        self._listener: socket.socket | None = None
        self._arriving: set[asyncio.Task[Any]] = set()
        self._unsent: list[Connection] = []
        self._sweeper: asyncio.Task[None] | None = None

    def make_handler(self) -> web.RequestHandler:
        """Return aiohttp's handler for a new connection. Its own idle timeout, an hour, is never reached."""
        return _Handler(
            self._aiohttp,
            loop=self._loop,
            access_log=None,  # type: ignore[arg-type]
            max_line_size=MAX_LINE,
            max_field_size=MAX_FIELD,
            max_headers=MAX_HEADERS,
            auto_decompress=False,  # compressed bodies are rejected, not decompressed
        )

    async def _respond(self, request: web.BaseRequest) -> web.StreamResponse:
        """Handle one request and send its response. aiohttp then finds it sent."""
        connection = request.transport
        if connection is None:
            raise ConnectionResetError("the client left")
        assert isinstance(connection, Connection)
        try:
            try:
                connection.begin(request)
                response = await self._handle(request)
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is None or task.cancelling() or is_abandoned():
                    raise
                # A cancellation of another task leaked into this handler; its client still waits for a response.
                response = connection.problem(RuntimeError("a handler was cancelled from below"))
            except Exception as error:  # noqa: BLE001 -- the client gets a response in any case
                if connection.lost and isinstance(error, ConnectionError | web.RequestPayloadError):
                    raise ConnectionResetError("the client left") from None
                response = connection.problem(error)
            if (self.draining or connection.ending) and not connection.queue:
                response.force_close()
            await response.prepare(request)
            await response.write_eof()
            return response
        finally:
            connection.finish()

    def problem(self, error: BaseException, peername: object) -> BytesResponse:
        """Return the response to malformed input or to an exception that a handler did not catch."""
        request_id = current_request_id.get() or self._ids.take(None)
        problem = problem_of(error)
        if problem.status == 500:
            log.error("unexpected_exception", request_id=request_id, exc_info=error)
        else:
            remote = peername[0] if isinstance(peername, tuple) else None
            log.info("malformed_request", request_id=request_id, code=problem.code, remote=remote)
        return problem_response(problem, request_id)

    def flush_soon(self, connection: Connection) -> None:
        """Flush the connection at the end of this loop iteration."""
        if not self._unsent:
            self._loop.call_soon(self._flush)
        self._unsent.append(connection)

    def _flush(self) -> None:
        connections, self._unsent = self._unsent, []
        for connection in connections:
            connection.flush()

    def listen(self, listener: socket.socket) -> None:
        """Start to accept from `listener`. The server owns its descriptor, but not the kernel's accept queue."""
        listener.setblocking(False)
        self._listener = listener
        self._loop.add_reader(listener.fileno(), self._accept)
        if self._sweeper is None:
            self._sweeper = self._loop.create_task(self._sweep())

    def _accept(self) -> bool:
        """Accept one connection; leave the next to the next loop iteration. Return whether to try again.

        libuv's listener accepts all pending connections in one iteration. Then the first of several workers to wake
        takes nearly every connection of a burst: 63 of 65, compared with 35 of 65 here.
        """
        listener = self._listener
        if listener is None:
            return False
        try:
            client, peername = listener.accept()
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                log.error("accept_failed", reason=errno.errorcode[error.errno])
                self._loop.remove_reader(listener.fileno())
                self._loop.call_later(0.2, self._accept_again)
                return False
            return True  # the client disconnected before the accept
        place = None
        if self._limit is not None:
            place = self._limit.claim(peername)
            if place is None:
                self._limit.refuse(client)
                return True
        client.setblocking(False)
        make = partial(Connection, self, self._loop, place)
        task = self._loop.create_task(self._loop.connect_accepted_socket(make, client))
        self._arriving.add(task)
        task.add_done_callback(partial(self._arrived, place))
        return True

    def _arrived(self, place: Place | None, task: asyncio.Task[Any]) -> None:
        self._arriving.discard(task)
        # The task fails when the client disconnects before its transport exists.
        if (task.cancelled() or task.exception() is not None) and place is not None:
            place.release()

    def _accept_again(self) -> None:
        if self._listener is not None:
            self._loop.add_reader(self._listener.fileno(), self._accept)

    def stop_accepting(self) -> None:
        """Close this process's descriptor. Queued connections remain for other processes that hold the socket."""
        if self._listener is not None:
            self._loop.remove_reader(self._listener.fileno())
            self._listener.close()
            self._listener = None

    async def accept_the_last(self) -> None:
        """Accept all queued connections, then close the descriptor. Use it when no other process holds the socket."""
        await asyncio.sleep(SETTLE)
        while self._accept():
            pass
        self.stop_accepting()

    async def drain(self, limit: float) -> None:
        """Finish requests in flight with `Connection: close`, then close all connections within `limit` seconds.

        An idle connection stays open for IDLE_GRACE: its client may be sending, and a close would lose the request.
        """
        self.draining = True
        begun = self._loop.time()
        while self.connections or self._arriving:
            now = self._loop.time()
            if now - begun >= limit or (not self._arriving and self._quiet(begun, now)):
                break
            await asyncio.sleep(0.01)
        for connection in list(self.connections):
            if connection.idle_since is not None:
                connection.drop()
        if self.connections:
            await self._aiohttp.shutdown(1.0)
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
        if self._limit is not None:
            self._limit.close_lingering(keep=0)

    def _quiet(self, begun: float, now: float) -> bool:
        for connection in self.connections:
            since = connection.idle_since
            if since is None or now - max(since, begun) < IDLE_GRACE:
                return False
        return True

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(1.0)
            if self._limit is not None:
                self._limit.close_lingering()
            now = self._loop.time()
            for connection in list(self.connections):
                if connection.overdue(now):
                    connection.abort()


class _Handler(web.RequestHandler):
    """aiohttp's handler of one connection. It parses requests and passes them to `HttpServer._respond` one by one."""

    __slots__ = ()

    @override
    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Return the response to input that the parser rejects.

        Raise ConnectionError for other errors: the client has disconnected, or its response could not be sent.
        """
        connection = self.transport
        if isinstance(connection, Connection) and isinstance(exc, MALFORMED):
            return connection.problem(exc)
        if not isinstance(exc, ConnectionError):
            log.error("response_failed", request_id=current_request_id.get(), exc_info=exc)
        raise ConnectionResetError("no response can be sent") from exc

    @override
    def log_exception(self, *args: Any, **kw: Any) -> None:
        """Log an exception that ends the connection, unless the client caused it by a broken body that nobody read."""
        error = kw.get("exc_info")
        if not isinstance(error, web.RequestPayloadError):
            log.error("connection_failed", exc_info=error)
