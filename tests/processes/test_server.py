"""Test the HTTP server on real sockets: malformed, slow, pipelined and late requests."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
import pytest
from aiohttp import web

from service.http.transport import connection
from service.http.transport import server as module
from service.http.transport.response import BytesResponse
from service.http.transport.server import HttpServer
from service.processes.listener import refuse_new
from tests.processes.running import eventually, exchange, parse
from tests.processes.tiny_app import TinyApp

GET = b"GET / HTTP/1.1\r\nHost: t\r\n\r\n"
LARGE_HEADER = b"A: " + b"a" * 12_000 + b"\r\n"


class Served:
    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self.listener.getsockname()[1]
        self.http = HttpServer(TinyApp().handle)

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    served = Served()
    served.http.listen(served.listener)
    yield served
    served.http.stop_accepting()
    await served.http.drain(0.0)


def is_problem(response: tuple[int, dict[str, str], bytes], status: int, code: str) -> None:
    got, headers, body = response
    document = orjson.loads(body)
    assert (got, document["status"], document["code"]) == (status, status, code)
    assert headers["content-type"] == "application/problem+json"
    assert headers["connection"] == "close"
    assert set(document) == {"type", "title", "status", "detail", "code", "request_id"}
    assert document["request_id"] == headers["x-request-id"]
    assert b"Traceback" not in body


@pytest.mark.parametrize(
    ("request_bytes", "status", "code"),
    [
        (b"hello\r\n\r\n", 400, "malformed_request"),
        (b"GET\r\n\r\n", 400, "malformed_request"),
        (b"GET / HTTP/9.9\r\nHost: t\r\n\r\n", 400, "malformed_request"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "malformed_request"),
        (b"GET / HTTP/1.1\r\n\r\n", 400, "malformed_request"),
        (b"GET / HTTP/1.1\r\nHost: t\r\nno colon\r\n\r\n", 400, "malformed_request"),
        (b"GET / HTTP/1.1\r\nHost: t\r\nA: b\x00c\r\n\r\n", 400, "malformed_request"),
        (b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: x\r\n\r\n", 400, "malformed_request"),
        (b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n", 400, "malformed_request"),
        (b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400, "malformed_request"),
        (
            b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            "malformed_request",
        ),
        (b"POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "malformed_request"),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: t\r\n\r\n", 414, "uri_too_long"),
        (b"GET /" + b"a" * 2_000_000 + b" HTTP/1.1\r\nHost: t\r\n\r\n", 414, "uri_too_long"),
        (b"GET / HTTP/1.1\r\nHost: t\r\nA: " + b"a" * 20_000 + b"\r\n\r\n", 431, "header_too_large"),
        (b"GET / HTTP/1.1\r\nHost: t\r\n" + b"A: b\r\n" * 200 + b"\r\n", 431, "too_many_headers"),
        (b"GET / HTTP/1.1\r\nHost: t\r\n" + LARGE_HEADER * 3 + b"\r\n", 431, "head_too_large"),
        (b"GET / HTTP/1.1\r\nHost: t\r\n" + LARGE_HEADER * 3, 431, "head_too_large"),
        (b"GET / HTTP/1.1\r\nHost: t\r\n" + LARGE_HEADER * 90, 431, "head_too_large"),
    ],
)
async def test_a_malformed_request_gets_a_problem(served: Served, request_bytes: bytes, status: int, code: str) -> None:
    is_problem(await exchange(served.port, request_bytes), status, code)


@pytest.mark.parametrize("path", ["/raise", "/cancelled"])
async def test_an_unhandled_exception_gets_a_500_problem(served: Served, path: str) -> None:
    response = await exchange(served.port, f"GET {path} HTTP/1.1\r\nHost: t\r\nAccept: text/html\r\n\r\n".encode())
    is_problem(response, 500, "internal_error")
    assert b"hunter2" not in response[2]


async def test_an_aiohttp_exception_gets_a_problem() -> None:
    async def handle(_: web.BaseRequest) -> web.StreamResponse:
        raise web.HTTPRequestEntityTooLarge(1, 2)

    served = Served()
    http = HttpServer(handle)
    http.listen(served.listener)
    response = await exchange(served.port, GET)
    assert (response[0], response[1]["content-type"]) == (413, "application/problem+json")
    http.stop_accepting()
    await http.drain(0.0)


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"CONNECT t:443 HTTP/1.1\r\nHost: t:443\r\n\r\n",
    ],
)
async def test_a_protocol_upgrade_is_ignored_and_the_connection_closed(served: Served, data: bytes) -> None:
    status, headers, _ = await exchange(served.port, data)
    assert (status, headers["connection"]) == (200, "close")


async def test_pipelined_requests_get_responses_in_order(served: Served) -> None:
    reader, writer = await served.connect()
    bodies = [f'{{"n":{n}}}'.encode() for n in range(100)]
    writer.write(
        b"".join(
            b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies
        )
    )
    for body in bodies:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
        assert head.startswith(b"HTTP/1.1 200")
        assert await reader.readexactly(len(body)) == body
    writer.close()


async def test_pipelined_requests_are_completed_in_a_drain(served: Served) -> None:
    reader, writer = await served.connect()
    writer.write(b"GET /slow HTTP/1.1\r\nHost: t\r\n\r\n" + GET * 2)
    await eventually(lambda: any(c.serving for c in served.http.connections))
    draining = asyncio.create_task(served.http.drain(10))
    responses = await asyncio.wait_for(reader.read(), 5)
    assert responses.count(b"HTTP/1.1 200") == 3
    assert responses.count(b"Connection: close") == 1
    writer.close()
    await draining


async def test_the_size_of_a_head_in_pieces_is_limited(served: Served) -> None:
    reader, writer = await served.connect()
    for _ in range(2):  # a head just below the limit is accepted, also as a second request
        writer.write(GET[:-2] + LARGE_HEADER * 2)
        await asyncio.sleep(0)
        writer.write(b"\r\n")
        assert (await asyncio.wait_for(reader.readuntil(b"}"), 5)).startswith(b"HTTP/1.1 200")
    writer.write(GET[:-2])
    for _ in range(3):
        await asyncio.sleep(0)
        writer.write(LARGE_HEADER)
    is_problem(parse(await asyncio.wait_for(reader.read(), 5)), 431, "head_too_large")
    writer.close()


async def test_the_size_of_a_pipelined_head_is_limited(served: Served) -> None:
    reader, writer = await served.connect()
    writer.write(b"GET /slow HTTP/1.1\r\nHost: t\r\n\r\n")
    await eventually(lambda: any(c.serving for c in served.http.connections))
    writer.write(GET[:-2] + LARGE_HEADER * 90)
    status, _, body = parse(await asyncio.wait_for(read_to_the_end(reader), 5))
    assert (status, body) == (200, b'"slow"')
    writer.close()


async def test_a_large_body_does_not_count_as_a_head(served: Served) -> None:
    reader, writer = await served.connect()
    for body in (b"a" * 200_000, b"GET / HTTP/1.1\r\n" + LARGE_HEADER * 9):
        writer.write(b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
        assert await asyncio.wait_for(reader.readexactly(len(body)), 5) == body
    writer.close()


async def test_slow_heads_are_closed_while_others_are_served(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HEAD_TIMEOUT", 0.5)
    good_reader, good_writer = await served.connect()
    slow = [await served.connect() for _ in range(200)]
    for number, (_, writer) in enumerate(slow):
        if number % 2:  # the other clients send nothing
            writer.write(b"GET / HTTP/1.1\r\nHost: t\r\nX-A: ")
    # Sending single bytes does not extend the time.
    ended = 0
    for _ in range(60):
        good_writer.write(GET)
        assert (await asyncio.wait_for(good_reader.readuntil(b"}"), 1)).startswith(b"HTTP/1.1 200")
        for number, (reader, writer) in enumerate(slow):
            if number % 2 and not reader.at_eof() and not writer.is_closing():
                writer.write(b"a")
        await asyncio.sleep(0.05)
        ended = sum(reader.at_eof() or reader.exception() is not None for reader, _ in slow)
        if ended == len(slow):
            break
    assert ended == len(slow)
    assert len(served.http.connections) == 1
    for _, writer in [*slow, (good_reader, good_writer)]:
        writer.close()


async def test_a_slow_second_head_is_closed_and_an_idle_connection_is_not(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "HEAD_TIMEOUT", 0.5)
    (reader, writer), (idle_reader, idle_writer) = await served.connect(), await served.connect()
    for r, w in ((reader, writer), (idle_reader, idle_writer)):
        w.write(GET)
        await r.readuntil(b"}")
    writer.write(b"GET / HT")
    assert await asyncio.wait_for(read_to_the_end(reader), 5) == b""
    idle_writer.write(GET)
    assert (await idle_reader.readuntil(b"}")).startswith(b"HTTP/1.1 200")
    monkeypatch.setattr(connection, "IDLE_TIMEOUT", 0.2)
    assert await asyncio.wait_for(read_to_the_end(idle_reader), 5) == b""
    writer.close()
    idle_writer.close()


async def read_to_the_end(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""


async def test_a_client_that_does_not_read_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WRITE_TIMEOUT", 0.3)

    async def handle(_: web.BaseRequest) -> web.StreamResponse:
        return web.Response(body=b"a" * 20_000_000)

    served = Served()
    http = HttpServer(handle)
    http.listen(served.listener)
    with socket.create_connection(("127.0.0.1", served.port)) as client:
        client.sendall(GET)
        await eventually(lambda: len(http.connections) == 1)
        await eventually(lambda: not http.connections, within=5)
    http.stop_accepting()
    await http.drain(0.0)


LAST = b"a" * 60_000
"""More than the small buffers of `unread` hold, less than what makes a transport wait."""


@asynccontextmanager
async def unread() -> AsyncIterator[tuple[HttpServer, socket.socket]]:
    """A closed connection whose client has not read the last response."""

    async def handle(_: web.BaseRequest) -> web.StreamResponse:
        return BytesResponse(200, LAST, {"Connection": "close"})

    served = Served()
    served.listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    http = HttpServer(handle)
    http.listen(served.listener)
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.setblocking(False)
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", served.port))
        client.send(GET)
        await eventually(lambda: any(c.is_closing() for c in http.connections))
        yield http, client
    http.stop_accepting()
    await http.drain(0.0)


async def whole(client: socket.socket) -> bool:
    """Read the response of `unread` and return whether it is complete."""
    response = b""
    async with asyncio.timeout(10):
        while data := await asyncio.get_running_loop().sock_recv(client, 65_536):
            response += data
    return response.endswith(b"\r\n\r\n" + LAST)


async def test_a_connection_with_an_unread_response_is_not_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "IDLE_TIMEOUT", 0.0)
    async with unread() as (_, client):
        await asyncio.sleep(1.5)  # time for the sweeper
        assert await whole(client)


async def test_a_drain_waits_for_an_unread_response(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE_GRACE", 0.1)
    async with unread() as (http, client):
        draining = asyncio.create_task(http.drain(10))
        await asyncio.sleep(0.5)
        assert not draining.done()
        assert await whole(client)
        await asyncio.wait_for(draining, 5)


async def test_a_response_that_is_never_read_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "WRITE_TIMEOUT", 0.3)
    async with unread() as (http, _):
        await eventually(lambda: not http.connections, within=5)


async def test_an_idle_connection_is_served_during_a_drain_and_closed_at_its_end(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IDLE_GRACE", 0.5)
    used, quiet = await served.connect(), await served.connect()
    for reader, writer in (used, quiet):
        writer.write(GET)
        await reader.readuntil(b"}")
    served.http.stop_accepting()
    draining = asyncio.create_task(served.http.drain(10))
    await asyncio.sleep(0)
    used[1].write(GET)
    status, headers, _ = parse(await asyncio.wait_for(used[0].read(), 5))
    assert (status, headers["connection"]) == (200, "close")
    assert not quiet[0].at_eof()
    await asyncio.wait_for(draining, 5)
    assert await quiet[0].read() == b""
    used[1].close()
    quiet[1].close()


async def test_a_drain_waits_no_longer_than_its_limit(served: Served) -> None:
    _, writer = await served.connect()
    writer.write(b"GET /slow HTTP/1.1\r\nHost: t\r\n\r\n")
    await eventually(lambda: any(c.serving for c in served.http.connections))
    await asyncio.wait_for(served.http.drain(0.0), 3)
    writer.close()


async def test_queued_connections_are_served_at_shutdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLE", 0)  # the loop has no time to accept before the last check
    served = Served()
    clients = []
    for _ in range(50):  # the loop does not run meanwhile, so all wait in the kernel's queue
        client = socket.create_connection(("127.0.0.1", served.port))
        client.sendall(GET)
        client.setblocking(False)
        clients.append(client)
    served.http.listen(served.listener)
    served.http.draining = True
    refuse_new(served.listener)
    late = socket.socket()
    late.settimeout(0.05)
    with pytest.raises(TimeoutError):  # not in the queue, because its SYN was dropped
        late.connect(("127.0.0.1", served.port))
    late.close()
    await served.http.accept_the_last()
    await served.http.drain(5)
    for client in clients:
        status, headers, _ = parse(await asyncio.get_running_loop().sock_recv(client, 10_000))
        assert (status, headers["connection"]) == (200, "close")
        client.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", served.port), timeout=1)
