"""One request, and the file of requests for wrk (load.lua) and the open-loop generator (latency.py)."""

import http.client
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Final

import attrs
from attrs import frozen

SERIAL: Final = "#" * 16
"""Placeholder in a body for a 16-digit number that is unique in the run."""

_NONE: Final = "-"
_serials: Final = count(int(time.time()) * 1_000_000 - 500_000_000)


@frozen
class Request:
    """A request. `address` is sent as X-Forwarded-For; `body` is JSON on one line.

    With `revalidate` it sends the ETag of an earlier response, which is requested when the file is written.
    """

    path: str
    token: str | None = None
    method: str = "GET"
    body: str | None = None
    address: str | None = None
    revalidate: bool = False
    etag: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """Return all headers except Host and Content-Length."""
        fields = {
            "Authorization": self.token and f"Bearer {self.token}",
            "X-Forwarded-For": self.address,
            "If-None-Match": self.etag,
            "Content-Type": self.body and "application/json",
        }
        return {name: value for name, value in fields.items() if value}

    def line(self) -> str:
        """Return the line of the file: method, path, token, address, ETag, body, separated by tabs; "-" if absent."""
        fields = (self.method, self.path, self.token, self.address, self.etag, self.body)
        return "\t".join(field or _NONE for field in fields)

    @classmethod
    def parse(cls, line: str) -> "Request":
        method, path, token, address, etag, body = (None if part == _NONE else part for part in line.split("\t"))
        assert method is not None
        assert path is not None
        return cls(path, token, method, body, address, etag=etag)

    def encode(self, host: str) -> bytes:
        """Return the encoded request, which keeps the connection open (RFC 9112)."""
        body = (self.body or "").encode()
        fields = {"Host": host, **self.headers}
        if self.body is not None:
            fields["Content-Length"] = str(len(body))
        lines = [f"{self.method} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
        return "\r\n".join([*lines, "", ""]).encode() + body


def write(path: Path, requests: Iterable[Request]) -> None:
    path.write_text("".join(f"{request.line()}\n" for request in requests))


def read(path: Path) -> list[Request]:
    """Read the file. Raise OSError."""
    return [Request.parse(line) for line in path.read_text().splitlines()]


def from_everywhere(requests: Iterable[Request]) -> list[Request]:
    """Give each request a different address, so that the limit is checked but never reached."""
    return [
        attrs.evolve(request, address=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
        for number, request in enumerate(requests, start=1)
    ]


def ask(port: int, request: Request) -> tuple[int, dict[str, str], bytes]:
    """Send one request on a separate connection and return status, headers (names in lower case) and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        body = request.body and request.body.replace(SERIAL, f"{next(_serials):016}")
        connection.request(request.method, request.path, body, request.headers)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()
