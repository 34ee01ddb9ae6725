"""What the transport relies on in aiohttp: one private name, and two overridden methods."""

import ast
import asyncio
import inspect
import socket
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from service.http.transport import server
from service.http.transport.response import BytesResponse
from service.http.transport.server import HttpServer
from service.http.transport.stream import StreamResponse
from tests.http.raw_client import head
from tests.processes.running import eventually

type Connect = Callable[[], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]


async def test_the_queue_holds_the_parsed_requests_that_wait_and_their_bodies() -> None:
    go = asyncio.Event()

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        await go.wait()
        return BytesResponse(200, await request.read(), {"X-Path": request.path})

    listener = socket.create_server(("127.0.0.1", 0))
    http = HttpServer(handle)
    http.listen(listener)
    reader, writer = await asyncio.open_connection(*listener.getsockname())
    writer.write(head("GET", "/one") + head("GET", "/two") + head("POST", "/three", {"Content-Length": "4"}) + b"bo")
    await eventually(lambda: any(connection.serving for connection in http.connections))
    (connection,) = http.connections
    queued = list(connection.queue)
    assert [getattr(message, "path", "") for message, _ in queued] == ["/two", "/three"]
    assert [body.is_eof() for _, body in queued] == [True, False]
    writer.write(b"dy" + b"no request\r\n\r\n")
    await eventually(lambda: len(connection.queue) == 3)
    assert queued[1][1].is_eof()
    go.set()
    async with asyncio.timeout(15):
        answers = await reader.read()
    assert answers.count(b"HTTP/1.1 200 OK\r\n") == 3
    assert b"body" in answers
    assert b"HTTP/1.0 400 Bad Request\r\n" in answers or b"HTTP/1.1 400 Bad Request\r\n" in answers
    writer.close()
    http.stop_accepting()
    await http.drain(0.0)


def private_names(subject: type) -> set[str]:
    """Return the names with one leading underscore that the source of a class defines or uses."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(subject)))
    found = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    found |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


@pytest.mark.parametrize("ours", [BytesResponse, StreamResponse, server._Handler])
def test_a_subclass_shares_no_private_name_with_aiohttp(ours: type) -> None:
    bases = [base for base in ours.__mro__ if base.__module__.startswith("aiohttp")]
    theirs = {name for base in bases for name in private_names(base)}
    assert theirs
    assert private_names(ours) & theirs == set()


@asynccontextmanager
async def served(go: asyncio.Event, headers: dict[str, str]) -> AsyncIterator[tuple[HttpServer, Connect]]:
    """Start a server that responds with these headers and reads no body. It delays `/wait` until `go`."""

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        if request.path == "/wait":
            await go.wait()
        return BytesResponse(200, b"ok", headers)

    listener = socket.create_server(("127.0.0.1", 0))
    http = HttpServer(handle)
    http.listen(listener)
    yield http, lambda: asyncio.open_connection(*listener.getsockname())
    http.stop_accepting()
    await http.drain(0.0)


HALF = head("POST", "/", {"Content-Length": "100"}) + b"half"


async def test_a_body_that_ends_early_and_that_no_handler_read_is_no_error() -> None:
    go = asyncio.Event()
    async with served(go, {}) as (http, connect):
        with capture_logs() as logs:
            reader, writer = await connect()
            writer.write(head("GET", "/wait") + HALF)
            writer.write_eof()
            await eventually(lambda: any(connection.ending for connection in http.connections))
            go.set()
            assert (await asyncio.wait_for(reader.read(), 15)).count(b"HTTP/1.1 200 OK\r\n") == 2
        assert logs == []
        writer.close()


async def test_a_client_that_leaves_within_an_unread_body_leaves_nothing() -> None:
    async with served(asyncio.Event(), {}) as (http, connect):
        reader, writer = await connect()
        writer.write(HALF)
        await asyncio.wait_for(reader.readuntil(b"ok"), 15)
        writer.transport.abort()
        await eventually(lambda: not http.connections)
        await eventually(lambda: not http._aiohttp.connections, within=5)  # aiohttp itself waits 10 s for the rest


async def test_a_header_with_a_line_break_ends_the_connection_and_is_logged() -> None:
    async with served(asyncio.Event(), {"X-Header": "a\r\nSet-Cookie: b"}) as (_, connect):
        with capture_logs() as logs:
            reader, writer = await connect()
            writer.write(head("GET", "/"))
            assert await asyncio.wait_for(reader.read(), 15) == b""
        assert [line["event"] for line in logs] == ["response_failed"]
        writer.close()
