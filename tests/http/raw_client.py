"""Raw HTTP client for requests that a client library would not send."""

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import orjson
from attrs import frozen


@frozen
class RawReply:
    """A response with header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def problem(self) -> dict[str, Any]:
        """Return the problem. Fail if the response is none or misses a field."""
        assert self.headers["content-type"] == "application/problem+json", self
        problem: dict[str, Any] = orjson.loads(self.body)
        assert problem["status"] == self.status
        assert problem["code"]
        assert problem["title"]
        assert problem["request_id"] == self.headers["x-request-id"]
        return problem


@frozen
class RawClient:
    """A connection to a service at `url`."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def to(cls, url: str) -> "RawClient":
        place = urlsplit(url)
        return cls(*await asyncio.open_connection(place.hostname, place.port))

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def reply(self, *, bodyless: bool = False) -> RawReply:
        """Return the next response.

        Raise IncompleteReadError when the connection ends first, TimeoutError after 15 s.
        """
        async with asyncio.timeout(15):
            head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            start, *lines = head.rstrip("\r\n").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            length = 0 if bodyless else int(headers.get("content-length", 0))
            return RawReply(int(start.split()[1]), headers, await self.reader.readexactly(length))

    async def close(self) -> None:
        self.writer.close()


async def exchange(url: str, data: bytes, *, bodyless: bool = False) -> RawReply:
    """Send `data` on a separate connection and return the response."""
    client = await RawClient.to(url)
    try:
        await client.send(data)
        return await client.reply(bodyless=bodyless)
    finally:
        await client.close()


def head(method: str, path: str, headers: Mapping[str, str] | None = None) -> bytes:
    """Return the head of a request."""
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: test",
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def message(method: str, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    """Return a whole request with a JSON body, unless the headers change its type."""
    return (
        head(method, path, {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})})
        + body
    )


def chunked(body: bytes, size: int = 1000) -> bytes:
    """Return a chunked body (RFC 9112 §7.1)."""
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
