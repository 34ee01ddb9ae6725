"""Test that the open-loop generator sends on schedule and measures latency from the scheduled time."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bench.latency import Latencies, LatencyError, generate, measure
from bench.request import SERIAL, Request, read, write

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
STALL = 0.2


class Server:
    """Server that sends `responses` in turn, in pieces, and stalls once for all connections."""

    def __init__(self, responses: Iterable[bytes], *, stall_at: int | None = None) -> None:
        self.responses, self.stall_at = list(responses), stall_at
        self.requests: list[bytes] = []
        self._going = asyncio.Event()
        self._going.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = next((int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")), 0)
            self.requests.append(head + await reader.readexactly(length))
            number = len(self.requests)
            if number == self.stall_at:
                self._going.clear()
                asyncio.get_running_loop().call_later(STALL, self._going.set)
            await self._going.wait()
            response = self.responses[number % len(self.responses)]
            if not response:
                writer.close()
                return
            writer.write(response[:20])
            await writer.drain()
            writer.write(response[20:])


async def run(server: Server, messages: list[bytes], *, rate: float, seconds: float, connections: int = 4) -> Latencies:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await server.serve(reader, writer)
        except asyncio.IncompleteReadError:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1")
    async with listening:
        port = listening.sockets[0].getsockname()[1]
        return await generate(port, messages, rate, seconds, connections)


GET = Request("/").encode("127.0.0.1")


async def test_a_stall_shows_in_the_tail_latency() -> None:
    """At 500 requests per second for 2 s, a stall of 0.2 s delays a tenth of all requests."""
    found = await run(Server([OK], stall_at=500), [GET], rate=500, seconds=2)
    assert found.requests == 1000
    assert found.refused == found.broken == 0
    # A closed-loop generator would report only four late responses, one per stalled connection.
    assert found.percentiles["99"] > STALL * 1000 * 0.8
    assert found.percentiles["99.9"] > STALL * 1000 * 0.9
    assert found.percentiles["50"] < STALL * 1000 * 0.5
    assert found.longest >= STALL * 1000
    # Sending stayed on schedule during the stall.
    assert found.late["50"] < 20


async def test_without_a_stall_there_is_no_tail() -> None:
    found = await run(Server([OK]), [GET], rate=200, seconds=0.5)
    assert found.requests == 100
    assert found.percentiles["50"] < STALL * 1000 * 0.5


async def test_refused_and_broken_requests_are_counted() -> None:
    too_many = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
    nothing_new = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 700\r\n\r\n'
    found = await run(Server([too_many, nothing_new]), [GET], rate=200, seconds=0.5)
    assert (found.refused, found.broken) == (50, 0)
    found = await run(Server([OK, OK, OK, b""]), [GET], rate=100, seconds=0.1)
    assert found.broken > 0


async def test_missing_responses_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.latency._PATIENCE", 0.2)
    with pytest.raises(LatencyError, match="no response"):
        await run(Server([b""]), [GET], rate=100, seconds=0.1)


async def test_messages_are_sent_in_turn_with_unique_serial_numbers() -> None:
    server = Server([OK])
    body = f'{{"n": "{SERIAL}"}}'
    messages = [request.encode("127.0.0.1") for request in (Request("/a", method="POST", body=body), Request("/b"))]
    await run(server, messages, rate=400, seconds=0.1, connections=1)
    assert [request.split()[1] for request in server.requests[:4]] == [b"/a", b"/b", b"/a", b"/b"]
    numbers = [request.rpartition(b'"n": "')[2][:16] for request in server.requests[::2]]
    assert len(set(numbers)) == len(numbers) == 20
    assert all(number.isdigit() for number in numbers)


async def test_the_generator_runs_as_a_separate_process(tmp_path: Path) -> None:
    file = tmp_path / "requests"
    write(file, [Request("/a", token="t", address="10.0.0.1"), Request("/b", method="DELETE", etag='"1"')])
    assert [request.path for request in read(file)] == ["/a", "/b"]
    server = Server([OK])
    listening = await asyncio.start_server(server.serve, "127.0.0.1")
    port = listening.sockets[0].getsockname()[1]
    found = await asyncio.to_thread(lambda: measure(port, file, 100, 0.3, 2))
    listening.close()
    assert (found.requests, found.refused, found.broken) == (30, 0, 0)
    assert server.requests[0].startswith(b"GET /a HTTP/1.1\r\nHost: ")
    assert b"Authorization: Bearer t\r\nX-Forwarded-For: 10.0.0.1\r\n" in server.requests[0]
    assert server.requests[1].startswith(b"DELETE /b ")
    assert b'If-None-Match: "1"\r\n' in server.requests[1]


@pytest.mark.parametrize("field", ["body", "token", "etag", "address"])
def test_a_request_is_parsed_from_its_line(field: str) -> None:
    change: Callable[..., Request] = Request
    request = change("/a?b=c", method="POST", **{field: '{"a": "b c"}'})
    assert Request.parse(request.line()) == request
