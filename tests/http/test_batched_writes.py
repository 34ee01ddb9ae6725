"""Test responses that are written at the end of a loop turn: all arrive in order, whatever happens before."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiohttp import web

from service.http.transport.connection import GATHERED, Connection
from service.http.transport.response import BytesResponse
from service.http.transport.server import HttpServer
from tests.processes.running import eventually

GET = "GET {} HTTP/1.1\r\nHost: t\r\n\r\n"


class Served:
    """A server that uses BytesResponse, as the service does."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.http = HttpServer(self.handle)
        self.waiting = 0
        self.go = asyncio.Event()
        self.events: list[str] = []
        self.writers: list[asyncio.StreamWriter] = []

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path, headers = request.path, {"Content-Type": "text/plain"}
        match path:
            case "/together":
                self.waiting += 1
                await self.go.wait()
                self.events.append("answered")
            case "/gone":
                self.waiting += 1
                await self.go.wait()
                assert request.transport is not None
                asyncio.get_running_loop().call_soon(request.transport.abort)
            case "/plain":
                return web.Response(text=path)
            case "/closed-under-it":
                asyncio.get_running_loop().call_soon(request.protocol.force_close)
            case "/large":
                return BytesResponse(200, b"x" * 2 * GATHERED, headers)
            case "/last":
                headers["Connection"] = "close"
        return BytesResponse(200, path.encode(), headers)

    async def send(self, *paths: str) -> asyncio.StreamReader:
        """Send these requests in one packet on a separate connection."""
        reader, writer = await asyncio.open_connection(*self.listener.getsockname())
        self.writers.append(writer)
        writer.write("".join(map(GET.format, paths)).encode())
        return reader


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    served = Served()
    served.http.listen(served.listener)
    yield served
    for writer in served.writers:
        writer.close()
    served.http.stop_accepting()
    await served.http.drain(0.0)


async def bodies(reader: asyncio.StreamReader) -> list[str]:
    """Read until the server closes the connection and return the response bodies."""
    async with asyncio.timeout(10):
        responses = (await reader.read()).decode().split("HTTP/1.1 ")[1:]
    assert all(response.startswith("200 ") for response in responses)
    return [response.partition("\r\n\r\n")[2] for response in responses]


async def test_responses_of_one_turn_are_sent_together(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = Connection.flush

    def noted(connection: Connection) -> None:
        if connection._unsent:
            served.events.append("sent")
        flush(connection)

    monkeypatch.setattr(Connection, "flush", noted)
    readers = [await served.send("/together") for _ in range(3)]
    await eventually(lambda: served.waiting == 3)
    served.go.set()
    for reader in readers:
        assert (await reader.readuntil(b"/together")).startswith(b"HTTP/1.1 200 OK\r\n")
    assert served.events == ["answered"] * 3 + ["sent"] * 3


@pytest.mark.parametrize("between", ["/a", "/plain", "/large"])
async def test_pipelined_responses_keep_their_order(served: Served, between: str) -> None:
    found = await bodies(await served.send("/one", between, "/two", between, "/last"))
    body = "x" * 2 * GATHERED if between == "/large" else between
    assert found == ["/one", body, "/two", body, "/last"]


async def test_a_close_within_the_turn_sends_the_response_first(served: Served) -> None:
    assert await bodies(await served.send("/closed-under-it")) == ["/closed-under-it"]


async def test_a_drain_sends_ready_responses(served: Served) -> None:
    readers = [await served.send("/together") for _ in range(3)]
    await eventually(lambda: served.waiting == 3)
    drained = asyncio.create_task(served.http.drain(5.0))
    served.go.set()
    assert [await bodies(reader) for reader in readers] == [["/together"]] * 3
    await drained


async def test_a_disconnect_does_not_affect_other_responses(served: Served) -> None:
    """The client disconnects after its response is ready and before the end of the turn."""
    gone, stays = await served.send("/gone"), await served.send("/together", "/last")
    await eventually(lambda: served.waiting == 2)
    served.go.set()
    assert await bodies(stays) == ["/together", "/last"]
    async with asyncio.timeout(10):
        with suppress(ConnectionResetError):
            assert await gone.read() == b""
