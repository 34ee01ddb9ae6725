"""Answers that wait for the end of a turn of the loop: all of them arrive, in order, whatever comes in between."""

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
    """A server whose answers come from BytesResponse, as the service's do."""

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
        """Sends these requests in one packet, on a connection of their own."""
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
    """Reads until the other side closes."""
    async with asyncio.timeout(10):
        answers = (await reader.read()).decode().split("HTTP/1.1 ")[1:]
    assert all(answer.startswith("200 ") for answer in answers)
    return [answer.partition("\r\n\r\n")[2] for answer in answers]


async def test_answers_that_become_ready_together_are_sent_together(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
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
async def test_pipelined_answers_keep_their_order(served: Served, between: str) -> None:
    found = await bodies(await served.send("/one", between, "/two", between, "/last"))
    body = "x" * 2 * GATHERED if between == "/large" else between
    assert found == ["/one", body, "/two", body, "/last"]


async def test_a_close_before_the_end_of_the_turn_sends_it_first(served: Served) -> None:
    assert await bodies(await served.send("/closed-under-it")) == ["/closed-under-it"]


async def test_a_drain_sends_what_is_ready(served: Served) -> None:
    readers = [await served.send("/together") for _ in range(3)]
    await eventually(lambda: served.waiting == 3)
    drained = asyncio.create_task(served.http.drain(5.0))
    served.go.set()
    assert [await bodies(reader) for reader in readers] == [["/together"]] * 3
    await drained


async def test_a_client_that_is_gone_hurts_nobody(served: Served) -> None:
    """Its answer is ready, and it goes before the end of the turn."""
    gone, stays = await served.send("/gone"), await served.send("/together", "/last")
    await eventually(lambda: served.waiting == 2)
    served.go.set()
    assert await bodies(stays) == ["/together", "/last"]
    async with asyncio.timeout(10):
        with suppress(ConnectionResetError):
            assert await gone.read() == b""
