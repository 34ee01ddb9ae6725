"""How many connections one client address may hold open in this process, and how the next one is refused."""

import socket
import time
from collections import Counter, deque
from contextlib import suppress
from typing import Final

from service.http.problem import MEDIA_TYPE, Problem, encode
from service.http.request import Addresses, RequestIds, limit_key
from service.http.transport.response import head

RETRY_AFTER: Final = 10
"""Seconds after which a refused client may try again."""

LINGER: Final = 1.0
"""Seconds for which a refused connection stays half-closed. A close before the request is read resets the connection,
and its client may lose the answer (RFC 9112 §9.6)."""

MAX_LINGERING: Final = 128
"""Refused connections that are kept for LINGER. Beyond them the oldest is closed at once."""


class Place:
    """One connection's place among those of its address; free again after `release`, which may be called twice."""

    __slots__ = ("_key", "_open")

    def __init__(self, key: str, open_: Counter[str]) -> None:
        self._key = key
        self._open = open_

    def release(self) -> None:
        key, self._key = self._key, ""
        if key:
            self._open[key] -= 1
            if not self._open[key]:
                del self._open[key]


class ConnectionLimit:
    """At most `limit` open connections of one IPv4 address or IPv6 /64, except of trusted proxies.

    `refused` counts the others. A live stream is no longer one of these connections: `Streams` has limits of its own.
    """

    def __init__(self, limit: int, addresses: Addresses) -> None:
        self.refused = 0
        self._limit = limit
        self._addresses = addresses
        self._open: Counter[str] = Counter()
        self._lingering: deque[tuple[float, socket.socket]] = deque()
        self._ids = RequestIds()

    def claim(self, peername: object) -> Place | None:
        """A place for a new connection; None when its address has none left."""
        address, trusted = self._addresses.peer(peername)
        key = "" if trusted else limit_key(address)
        if key:
            if self._open[key] >= self._limit:
                return None
            self._open[key] += 1
        return Place(key, self._open)

    def refuse(self, client: socket.socket) -> None:
        """Answer 429 without a task, a transport or a read, and close a moment later."""
        self.refused += 1
        with suppress(OSError):  # the client has left, or has no room for the answer
            client.setblocking(False)
            client.send(self._answer())
            client.shutdown(socket.SHUT_WR)
        self._lingering.append((time.monotonic(), client))
        self.close_lingering(keep=MAX_LINGERING)

    def close_lingering(self, *, keep: int | None = None) -> None:
        """Close refused connections: those beyond `keep`, or without it those older than LINGER."""
        now = time.monotonic()
        while self._lingering and (
            len(self._lingering) > keep if keep is not None else now - self._lingering[0][0] >= LINGER
        ):
            self._lingering.popleft()[1].close()

    def _answer(self) -> bytes:
        request_id = self._ids.take(None)
        problem = Problem(429, "too_many_connections", "Too many connections are open from this address.")
        body = encode(problem, request_id)
        lines = [
            f"Content-Type: {MEDIA_TYPE}\r\n",
            "Cache-Control: no-store\r\n",
            f"Retry-After: {RETRY_AFTER}\r\n",
            f"X-Request-Id: {request_id}\r\n",
            f"Content-Length: {len(body)}\r\n",
            "Connection: close\r\n",
        ]
        return head(429, lines, old=False) + body
