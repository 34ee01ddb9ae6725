"""A raw HTTP/1.1 client that loads a service and never retries, to count what a restart or a fault costs."""

import asyncio
from collections import Counter
from collections.abc import Callable

from attrs import define, field


@define
class Result:
    """What came of it. A request has failed when its connection was refused, reset or closed before the whole answer
    was there, or when nothing came within `patience`; an answer with any status is not a failure here."""

    ok: int = 0
    failed: int = 0
    statuses: Counter[int] = field(factory=Counter)
    failures: Counter[str] = field(factory=Counter)
    refused: int = 0
    """Connections refused, where `allow_refused`: nothing of theirs was accepted. Not part of `failed`."""
    closes: int = 0
    """Answers that said `Connection: close`."""


def post(path: str, body: bytes, headers: dict[str, str] | None = None, *, close: bool = False) -> bytes:
    """A whole POST request."""
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
    """Sends `request` over `connections` connections at once, each as fast as answers come, until the event is set.

    A connection is used again unless its answer says `Connection: close`, and then opened anew. With `allow_refused`
    a connection ends quietly when it can no longer be opened.
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
                status, close = await read_answer(reader)
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


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Reads one answer with a Content-Length; returns its status and whether it says `Connection: close`.

    Raises EOFError when the connection ends before the answer does.
    """
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    status = int(lines[0].split(b" ", 2)[1])
    headers = {name.lower(): value.strip().lower() for name, _, value in (line.partition(b":") for line in lines[1:-2])}
    if status not in {204, 304}:
        await reader.readexactly(int(headers.get(b"content-length", b"0")))
    return status, headers.get(b"connection") == b"close"
