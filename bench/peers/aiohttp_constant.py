"""Second floor: aiohttp as documented, with one constant body."""

import argparse
import asyncio
from pathlib import Path

import uvloop
from aiohttp import web


def application(body: bytes) -> web.Application:
    """Return an application that sends `body` for every path."""

    async def constant(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type="application/json")

    app = web.Application()
    app.router.add_get("/{path:.*}", constant)
    return app


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--body", type=Path, required=True)
    options = parser.parse_args()
    loop = uvloop.new_event_loop()
    asyncio.set_event_loop(loop)
    web.run_app(
        application(options.body.read_bytes()),
        host="127.0.0.1",
        port=options.port,
        reuse_port=True,
        access_log=None,
        print=None,
        loop=loop,
    )
