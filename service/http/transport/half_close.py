"""Tells a client that has only ended its sending (RFC 9112 §9.6) from one that has disconnected.

Both look the same here: the end of input. The first waits for its response; the kernel of the second answers whatever
is sent with a reset. So the server sends the response's first bytes, which are the same for every response, one at a
time: the write after a reset fails, and the event loop reports the connection as lost.
"""

import asyncio
from typing import Final

BEGINNING: Final = b"HTTP/1."
"""What every response begins with, whatever its version and status."""

FIRST_PAUSE: Final = 0.02
"""Seconds between the first byte and the second; then twice as long each time, 1.3 s in all. So a reset that takes up
to 0.64 s is noticed."""


class Probe:
    """Sends the beginning of the next response on `transport`, byte by byte, until the response itself comes."""

    __slots__ = ("_loop", "_pause", "_sent", "_timer", "_transport")

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._pause = FIRST_PAUSE
        self._sent = 0
        self._timer: asyncio.TimerHandle | None = None
        self._send()

    def rest(self, response: bytes) -> bytes:
        """End the probe and return what is still to send of `response`."""
        self.stop()
        sent, self._sent = self._sent, 0
        return response[sent:]

    def stop(self) -> None:
        """Send no more."""
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
