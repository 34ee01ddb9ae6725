"""Test requests that HTTP/1.1 forbids and the parser accepts, and clients that half-close before reading."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiohttp import web

from service.http.transport.response import BytesResponse
from service.http.transport.server import HttpServer
from tests.api import RunningService
from tests.http.raw_client import RawClient, exchange, head
from tests.processes.running import eventually

BODY = b"2\r\n{}\r\n0\r\n\r\n"
JSON = "Content-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (f"POST /api/v1/projects HTTP/1.0\r\n{JSON}Transfer-Encoding: chunked\r\n\r\n", 400, "malformed_request"),
        (
            f"POST /api/v1/projects HTTP/1.0\r\n{JSON}Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n",
            400,
            "malformed_request",
        ),
        (
            f"POST /api/v1/projects HTTP/1.1\r\nHost: t\r\n{JSON}Transfer-Encoding: gzip, chunked\r\n\r\n",
            501,
            "transfer_coding_not_supported",
        ),
        ("GET /livez HTTP/2.0\r\nHost: t\r\n\r\n", 505, "version_not_supported"),
        ("GET /livez HTTP/0.9\r\nHost: t\r\n\r\n", 505, "version_not_supported"),
        ("GET /livez\r\n\r\n", 505, "version_not_supported"),
        ("GET /nothing HTTP/2.0\r\nHost: t\r\n\r\n", 505, "version_not_supported"),
        (
            "GET /api/v1/me HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
            400,
            "malformed_request",
        ),
        (
            "GET /livez HTTP/1.1\r\nHost: t\r\nauthorization: Basic a\r\nAUTHORIZATION: Basic a\r\n\r\n",
            400,
            "malformed_request",
        ),
    ],
)
async def test_a_request_that_breaks_the_protocol_ends_its_connection(
    service: RunningService, data: str, status: int, code: str
) -> None:
    client = await RawClient.to(service.url)
    following = head("GET", "/livez") if "HTTP/1.1" in data or "keep-alive" in data else b""
    await client.send(data.encode() + (BODY if "chunked" in data else b"") + following)
    reply = await client.reply()
    assert (reply.status, reply.problem["code"]) == (status, code)
    assert reply.headers["connection"] == "close"
    async with asyncio.timeout(15):
        with suppress(ConnectionResetError):
            assert await client.reader.read() == b""  # later bytes are not parsed as a request
    await client.close()


async def test_one_authorization_header_and_chunked_in_any_case_are_accepted(service: RunningService) -> None:
    ada = await service.maker("ada")
    data = (
        f"POST /api/v1/projects HTTP/1.1\r\nHost: t\r\n{JSON}Authorization: Bearer {ada.access_token}\r\n"
        "Transfer-Encoding: Chunked\r\n\r\n"
    )
    body = b'{"title": "In one chunk"}'
    reply = await exchange(service.url, data.encode() + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
    assert reply.status == 201


@pytest.mark.parametrize("path", ["/livez", "/api/v1/projects", "/api/v1/makers/nobody"])
async def test_a_half_closed_client_gets_its_responses(service: RunningService, path: str) -> None:
    expected = await exchange(service.url, head("GET", path))
    client = await RawClient.to(service.url)
    await client.send(head("GET", "/livez") + head("GET", path))
    client.writer.write_eof()
    assert (await client.reply()).status == 200
    reply = await client.reply()
    assert reply.status == expected.status
    assert len(reply.body) == len(expected.body)
    assert await client.reader.read() == b""
    await client.close()


async def test_a_truncated_body_gets_400(service: RunningService) -> None:
    ada = await service.maker("ada")
    client = await RawClient.to(service.url)
    headers = {
        "Authorization": f"Bearer {ada.access_token}",
        "Content-Type": "application/json",
        "Content-Length": "100",
    }
    await client.send(head("POST", "/api/v1/projects", headers) + b'{"title": "Half')
    client.writer.write_eof()
    reply = await client.reply()
    assert (reply.status, reply.problem["code"]) == (400, "malformed_body")
    assert await client.reader.read() == b""
    await client.close()


class Waiting:
    """A server whose handler responds when the test says so."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.http = HttpServer(self.handle)
        self.started = 0
        self.cancelled = 0
        self.go = asyncio.Event()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self.started += 1
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return BytesResponse(200, b"response to " + request.path.encode(), {"Content-Type": "text/plain"})

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(*self.listener.getsockname())


@pytest.fixture
async def waiting() -> AsyncIterator[Waiting]:
    waiting = Waiting()
    waiting.http.listen(waiting.listener)
    yield waiting
    waiting.go.set()
    waiting.http.stop_accepting()
    await waiting.http.drain(0.0)


async def test_a_half_closed_client_gets_a_slow_response(waiting: Waiting) -> None:
    reader, writer = await waiting.connect()
    writer.write(head("GET", "/one") + head("GET", "/two"))
    writer.write_eof()
    async with asyncio.timeout(15):
        first = await reader.readexactly(3)  # the probe has found a client that still waits
        assert waiting.started == 1
        waiting.go.set()
        responses = first + await reader.read()
    assert responses.count(b"HTTP/1.1 200 OK\r\n") == 2
    assert responses.startswith(b"HTTP/1.1 200 OK\r\n")
    assert responses.index(b"response to /one") < responses.index(b"response to /two")
    assert waiting.cancelled == 0
    writer.close()


@pytest.mark.parametrize("how", ["close", "reset"])
async def test_a_disconnect_cancels_the_handler(waiting: Waiting, how: str) -> None:
    writers = [(await waiting.connect())[1] for _ in range(20)]
    for writer in writers:
        writer.write(head("GET", "/one") + head("GET", "/two"))
    await eventually(lambda: waiting.started == 20)
    for writer in writers:
        if how == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        writer.transport.abort()
    await eventually(lambda: waiting.cancelled == 20)
    await eventually(lambda: not waiting.http.connections)
    assert waiting.started == 20  # the second request of each connection never started


async def test_a_disconnect_during_a_response_does_not_affect_others(waiting: Waiting) -> None:
    reader, writer = await waiting.connect()
    _, gone = await waiting.connect()
    for one in (writer, gone):
        one.write(head("GET", "/one"))
    await eventually(lambda: waiting.started == 2)
    gone.transport.abort()
    await eventually(lambda: waiting.cancelled == 1)
    waiting.go.set()
    assert (await asyncio.wait_for(reader.readuntil(b"response to /one"), 15)).startswith(b"HTTP/1.1 200")
    writer.close()
