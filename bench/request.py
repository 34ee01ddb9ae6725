"""One request, and the file of them that wrk (load.lua) and the open-loop generator (latency.py) go through."""

import http.client
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Final

import attrs
from attrs import frozen

SERIAL: Final = "#" * 16
"""In a body: a number of 16 digits that no other request of the run has."""

_NONE: Final = "-"
_serials: Final = count(int(time.time()) * 1_000_000 - 500_000_000)


@frozen
class Request:
    """`address` is where it says that it comes from (X-Forwarded-For); `body` is JSON on one line.

    With `revalidate` it brings the ETag of what it was answered before, which is asked for when the file is written.
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
        """What is sent besides Host and Content-Length."""
        fields = {
            "Authorization": self.token and f"Bearer {self.token}",
            "X-Forwarded-For": self.address,
            "If-None-Match": self.etag,
            "Content-Type": self.body and "application/json",
        }
        return {name: value for name, value in fields.items() if value}

    def line(self) -> str:
        """For the file: method, path, token, address, ETag and body, with tabs between; "-" for what is not there."""
        fields = (self.method, self.path, self.token, self.address, self.etag, self.body)
        return "\t".join(field or _NONE for field in fields)

    @classmethod
    def parse(cls, line: str) -> "Request":
        method, path, token, address, etag, body = (None if part == _NONE else part for part in line.split("\t"))
        assert method is not None
        assert path is not None
        return cls(path, token, method, body, address, etag=etag)

    def encode(self, host: str) -> bytes:
        """As it goes over the wire, keeping the connection (RFC 9112)."""
        body = (self.body or "").encode()
        fields = {"Host": host, **self.headers}
        if self.body is not None:
            fields["Content-Length"] = str(len(body))
        lines = [f"{self.method} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
        return "\r\n".join([*lines, "", ""]).encode() + body


def write(path: Path, requests: Iterable[Request]) -> None:
    path.write_text("".join(f"{request.line()}\n" for request in requests))


def read(path: Path) -> list[Request]:
    """The file again. Raises OSError."""
    return [Request.parse(line) for line in path.read_text().splitlines()]


def from_everywhere(requests: Iterable[Request]) -> list[Request]:
    """Each from an address of its own: the limit is decided for each, and refuses none."""
    return [
        attrs.evolve(request, address=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
        for number, request in enumerate(requests, start=1)
    ]


def ask(port: int, request: Request) -> tuple[int, dict[str, str], bytes]:
    """One request on a connection of its own: status, headers (names in lower case), body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        body = request.body and request.body.replace(SERIAL, f"{next(_serials):016}")
        connection.request(request.method, request.path, body, request.headers)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()
