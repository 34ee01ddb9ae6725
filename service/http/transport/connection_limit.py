"""Limit of open connections per client address in this process, and the refusal of further ones."""

import socket
import time
from collections import Counter, deque
from contextlib import suppress
from typing import Final

from service.http.problem import Problem
from service.http.request import Addresses, RequestIds, limit_key
from service.http.transport.response import problem_response

RETRY_AFTER: Final = 10
"""Seconds after which a refused client may try again."""

LINGER: Final = 1.0
"""Seconds for which a refused connection stays half-closed.

A close before the request is read resets the connection, and the client may lose the response (RFC 9112 §9.6)."""

MAX_LINGERING: Final = 128
"""Maximum refused connections that linger. A further one closes the oldest at once."""


class Place:
    """Slot of one connection in the limit of its address."""

    __slots__ = ("_key", "_open")

    def __init__(self, key: str, open_: Counter[str]) -> None:
        self._key = key
        self._open = open_

    def release(self) -> None:
        """Free the slot. A second call has no effect."""
        key, self._key = self._key, ""
        if key:
            self._open[key] -= 1
            if not self._open[key]:
                del self._open[key]


class ConnectionLimit:
    """Limit of open connections per IPv4 address or IPv6 /64. Trusted proxies have no limit.

    `refused` counts the refused connections. Live streams do not count: `Streams` has its own limits.
    """

    def __init__(self, limit: int, addresses: Addresses) -> None:
        self.refused = 0
        self._limit = limit
        self._addresses = addresses
        self._open: Counter[str] = Counter()
        self._lingering: deque[tuple[float, socket.socket]] = deque()
        self._ids = RequestIds()

    def claim(self, peername: object) -> Place | None:
        """Reserve a slot for a new connection. Return None when its address has no free slot."""
        address, trusted = self._addresses.peer(peername)
        key = "" if trusted else limit_key(address)
        if key:
            if self._open[key] >= self._limit:
                return None
            self._open[key] += 1
        return Place(key, self._open)

    def refuse(self, client: socket.socket) -> None:
        """Respond with 429 without a task, a transport or a read; close after LINGER seconds."""
        self.refused += 1
        with suppress(OSError):  # the client has disconnected, or the send buffer is full
            client.setblocking(False)
            client.send(self._response())
            client.shutdown(socket.SHUT_WR)
        self._lingering.append((time.monotonic(), client))
        self.close_lingering(keep=MAX_LINGERING)

    def close_lingering(self, *, keep: int | None = None) -> None:
        """Close the oldest refused connections beyond `keep`, or, without `keep`, all older than LINGER."""
        now = time.monotonic()
        while self._lingering and (
            len(self._lingering) > keep if keep is not None else now - self._lingering[0][0] >= LINGER
        ):
            self._lingering.popleft()[1].close()

    def _response(self) -> bytes:
        detail = "Too many connections are open from this address."
        headers = {"Retry-After": str(RETRY_AFTER)}
        problem = Problem(429, "too_many_connections", detail, headers=headers)
        return problem_response(problem, self._ids.take(None)).encode()
