"""First floor: the service's server stack with one constant body, the fastest possible response of this stack."""

import argparse
import asyncio
import signal
import socket
from pathlib import Path

import uvloop
from aiohttp import web

from service.http.transport.response import BytesResponse
from service.http.transport.server import HttpServer
from service.processes.listener import BACKLOG


async def serve(port: int, body: bytes) -> None:
    """Serve until SIGTERM."""

    async def handle(_: web.BaseRequest) -> web.StreamResponse:
        return BytesResponse(200, body, {"Content-Type": "application/json"})

    listener = socket.create_server(("127.0.0.1", port), reuse_port=True, backlog=BACKLOG)
    HttpServer(handle).listen(listener)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--body", type=Path, required=True)
    options = parser.parse_args()
    uvloop.run(serve(options.port, options.body.read_bytes()))
