"""Raw HTTP/1.1 client that loads a service and never retries, to count the failures of a restart or a fault."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping

from attrs import define, field, frozen


@define
class Result:
    """Counts of one load.

    A request fails when its connection is refused, reset or closed before the whole response, or when nothing arrives
    within `patience`. A response with any status is not a failure.
    """

    ok: int = 0
    failed: int = 0
    statuses: Counter[int] = field(factory=Counter)
    failures: Counter[str] = field(factory=Counter)
    refused: int = 0
    """Refused connections with `allow_refused`. No request was accepted on them, so they are not part of `failed`."""
    closes: int = 0
    """Responses with `Connection: close`."""


def post(path: str, body: bytes, headers: dict[str, str] | None = None, *, close: bool = False) -> bytes:
    """Return a whole POST request."""
    lines = [f"POST {path} HTTP/1.1", "Host: test", "Content-Type: application/json", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if close:
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode() + body


async def hammer(
    host: str,
    port: int,
    request: bytes | Callable[[], bytes],
    connections: int,
    until: asyncio.Event,
    *,
    patience: float = 10.0,
    allow_refused: bool = False,
) -> Result:
    """Send `request` over `connections` connections, each as fast as responses arrive, until the event is set.

    A connection is reused unless its response says `Connection: close`. With `allow_refused`, a client ends quietly
    when it can no longer connect.
    """
    result = Result()
    async with asyncio.TaskGroup() as group:
        for _ in range(connections):
            group.create_task(_drive(host, port, request, until, patience, allow_refused, result))
    return result


async def _drive(
    host: str,
    port: int,
    request: bytes | Callable[[], bytes],
    until: asyncio.Event,
    patience: float,
    allow_refused: bool,
    result: Result,
) -> None:
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    while not until.is_set():
        stage = "connect"
        try:
            async with asyncio.timeout(patience):
                if streams is None:
                    streams = await asyncio.open_connection(host, port)
                stage = "send"
                reader, writer = streams
                writer.write(request if isinstance(request, bytes) else request())
                stage = "receive"
                status, close = await read_response(reader)
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            if streams is not None:
                streams[1].close()
                streams = None
            if allow_refused and stage == "connect":
                result.refused += 1
                return
            result.failed += 1
            result.failures[f"{stage}: {type(error).__name__}"] += 1
            await asyncio.sleep(0.01)
            continue
        result.ok += 1
        result.statuses[status] += 1
        if close:
            result.closes += 1
            writer.close()
            streams = None
    if streams is not None:
        streams[1].close()


@frozen
class Response:
    """A whole response with header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def closes(self) -> bool:
        return self.headers.get("connection", "").lower() == "close"


async def read_response(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Read one response and return its status and whether it says `Connection: close`. Raise as `receive` does."""
    response = await receive(reader)
    return response.status, response.closes


async def receive(reader: asyncio.StreamReader) -> Response:
    """Read one response with a Content-Length. Raise EOFError when the connection ends before the response."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n"))[:-4].decode("latin-1").split("\r\n")
    status = int(first.split(" ", 2)[1])
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = 0 if status in {204, 304} else int(headers.get("content-length", "0"))
    return Response(status, headers, await reader.readexactly(length))
