"""The last step of every answer: head and body as one write.

aiohttp's own Response can stream, compress, set cookies and ranges; it pays for that with header dictionaries built
and walked several times. An answer of this service is bytes that are known in full, so its head is one string. On a
guarded read this took 11 % of a request to 4 % (bench, `guarded_read`).
"""

import asyncio
import time
from email.utils import formatdate
from http import HTTPStatus
from typing import Final, Protocol, cast

from aiohttp import HttpVersion10, web

SERVER: Final = "aipoweredmakers"

_STATUS_LINES: Final = {status.value: f"{status.value} {status.phrase}\r\n" for status in HTTPStatus}
_BODYLESS: Final = frozenset({204, 304})


class Peer(Protocol):
    """What a response needs of its connection (connection.py)."""

    transport: asyncio.Transport | None
    _paused: bool

    async def _drain_helper(self) -> None: ...
    def send(self, data: bytes, *, last: bool) -> None: ...
    def rest(self, data: bytes) -> bytes: ...
    def release(self) -> asyncio.Transport: ...


class _Date:
    """The Date header of this second (RFC 9110 §6.6.1)."""

    def __init__(self) -> None:
        self._second = 0
        self._line = ""

    def line(self) -> str:
        second = int(time.time())
        if second != self._second:
            self._second = second
            self._line = f"Date: {formatdate(second, usegmt=True)}\r\n"
        return self._line


_date: Final = _Date()


def head(status: int, lines: list[str], *, old: bool) -> bytes:
    """An answer's head, of lines with their ends; `old` for HTTP/1.0. Raises RuntimeError for a line break in one."""
    text = f"HTTP/1.{0 if old else 1} {_STATUS_LINES[status]}{_date.line()}{''.join(lines)}\r\n"
    if text.count("\n") != len(lines) + 3 or text.count("\r") != len(lines) + 3:
        raise RuntimeError("a header value holds a line break")
    return text.encode()


class BytesResponse(web.StreamResponse):
    """An answer whose bytes are known. Header values must be free of line breaks: RuntimeError otherwise."""

    def __init__(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        # Not StreamResponse.__init__: what it prepares for streaming is what this class is without.
        self._status = status
        self._content = body
        self._fields = headers
        self._keep_alive: bool | None = None
        self._eof_sent = False

    async def prepare(self, request: web.BaseRequest) -> None:
        """Sends the whole answer. Raises ConnectionError when the client is gone."""
        if self._eof_sent:
            return
        self._eof_sent = True
        protocol = cast("Peer", request.protocol)
        transport = protocol.transport
        if transport is None or transport.is_closing():
            raise ConnectionResetError("the client left")
        keep_alive = self._keep_alive
        if keep_alive is None:
            keep_alive = self._keep_alive = request.keep_alive and "Connection" not in self._fields
        old = request.version == HttpVersion10
        fields = self._fields
        lines = [f"{name}: {value}\r\n" for name, value in fields.items()]
        status = self._status
        if status not in _BODYLESS:
            lines.append(f"Content-Length: {len(self._content)}\r\n")
        if "Connection" not in fields:
            if not keep_alive:
                lines.append("Connection: close\r\n")
            elif old:
                lines.append("Connection: keep-alive\r\n")
        try:
            data = head(status, lines, old=old)
        except RuntimeError:
            self._eof_sent = False
            raise
        if status not in _BODYLESS and request.method != "HEAD":
            data += self._content
        if protocol._paused:  # noqa: SLF001 - a client that pipelines and does not read
            await protocol._drain_helper()  # noqa: SLF001
        protocol.send(data, last=not keep_alive)
        request.writer.output_size += len(data)
        if protocol._paused:  # noqa: SLF001 - the client reads slowly: wait, as aiohttp's own writer does
            await protocol._drain_helper()  # noqa: SLF001

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to send."""
