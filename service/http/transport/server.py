"""HTTP server: accepts connections, enforces time limits, batches writes and drains."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final

import structlog
from aiohttp import web

from service.http.request import RequestIds
from service.http.transport.connection import Connection
from service.http.transport.connection_limit import ConnectionLimit, Place

type Handle = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

IDLE_GRACE: Final = 2.0
"""Seconds without traffic on every connection after which a drain ends early."""

SETTLE: Final = 0.1
"""Seconds to let pending handshakes finish when the service stops for good."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class HttpServer(web.Server):
    """Server that accepts connections from a listening socket and passes each request to `handle`.

    Create it inside a running loop. An exception of `handle` becomes a 500 problem.
    """

    def __init__(self, handle: Handle, limit: ConnectionLimit | None = None) -> None:
        super().__init__(handle)
        self._limit = limit
        self.draining = False
        """Whether every response carries `Connection: close` and ends its connection."""
        self.request_ids = RequestIds()
        self._listener: socket.socket | None = None
        self._arriving: set[asyncio.Task[Any]] = set()
        self._unsent: list[Connection] = []
        self._sweeper: asyncio.Task[None] | None = None

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        super().connection_lost(handler, exc)
        if isinstance(handler, Connection) and handler.place is not None:
            handler.place.release()

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
        if self._limit is not None:
            self._limit.close_lingering(keep=0)

    def _quiet(self, begun: float, now: float) -> bool:
        for connection in self._connections:
            since = connection.idle_since if isinstance(connection, Connection) else None
            if since is None or now - max(since, begun) < IDLE_GRACE:
                return False
        return True

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(1.0)
            if self._limit is not None:
                self._limit.close_lingering()
            now = self._loop.time()
            for connection in self.connections:
                if isinstance(connection, Connection) and connection.overdue(now):
                    connection.cut()
