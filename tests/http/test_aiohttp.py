"""Private names of aiohttp: the transport uses one, and its meaning is tested here."""

import ast
import asyncio
import inspect
import socket
import textwrap

import pytest
from aiohttp import web

from service.http.transport import server
from service.http.transport.response import BytesResponse
from service.http.transport.stream import StreamResponse
from tests.http.raw_client import head
from tests.processes.running import eventually


async def test_the_queue_holds_the_parsed_requests_that_wait_and_their_bodies() -> None:
    go = asyncio.Event()

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        await go.wait()
        return BytesResponse(200, await request.read(), {"X-Path": request.path})

    listener = socket.create_server(("127.0.0.1", 0))
    http = server.HttpServer(handle)
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
