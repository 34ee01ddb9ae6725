"""Probe that distinguishes a half-closed connection (RFC 9112 §9.6) from a disconnected client.

The server sees both as the end of input. A half-closed client waits for its response; the kernel of a disconnected one
replies to data with a reset. So the server sends the first bytes of the response, which are always the same, one at a
time. The write after a reset fails, and the event loop reports the connection as lost.
"""

import asyncio
from typing import Final

BEGINNING: Final = b"HTTP/1."
"""First bytes of every response, independent of version and status."""

FIRST_PAUSE: Final = 0.02
"""Seconds between the first byte and the second. The pause doubles each time, to 1.3 s in total, so a reset that takes
up to 0.64 s is detected."""


class Probe:
    """Sender of the first bytes of the next response on `transport`, one by one, until the response is ready."""

    __slots__ = ("_loop", "_pause", "_sent", "_timer", "_transport")

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._pause = FIRST_PAUSE
        self._sent = 0
        self._timer: asyncio.TimerHandle | None = None
        self._send()

    def rest(self, response: bytes) -> bytes:
        """End the probe and return the unsent part of `response`."""
        self.stop()
        sent, self._sent = self._sent, 0
        return response[sent:]

    def stop(self) -> None:
        """Stop the probe."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _send(self) -> None:
        self._timer = None
        if self._transport.is_closing():
            return
        self._transport.write(BEGINNING[self._sent : self._sent + 1])
        self._sent += 1
        if self._sent < len(BEGINNING):
            self._timer = self._loop.call_later(self._pause, self._send)
            self._pause *= 2
