"""Minimal app with the interface that `service.processes.supervisor` needs, for tests of processes."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

from aiohttp import web

from service.core.config import Config
from service.core.metrics import Metrics
from service.http.transport.stream import StreamResponse, Streams

JSON = {"Content-Type": "application/json"}


class TinyApp:
    def __init__(self) -> None:
        self.draining = False
        self.deps = SimpleNamespace(metrics=Metrics())
        self.streams = Streams(100, 100)
        self._events = self.deps.metrics.counter("tiny_requests_total", "Requests to the tiny app.").labels()

    async def start(self) -> None:
        if Path(os.environ.get("TINY_REFUSES", "/nonexistent")).exists():
            raise RuntimeError("told not to start")
        if fifo := os.environ.get("TINY_WAITS"):  # until the test writes to the FIFO
            await asyncio.to_thread(Path(fifo).read_bytes)

    async def stop(self) -> None:
        pass

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self._events.inc()
        self.deps.metrics.request(request.path, request.method, 200, 0.001)
        match request.path:
            case "/echo":
                return web.Response(body=await request.read(), headers=JSON)
            case "/readyz":
                return web.Response(status=503 if self.draining else 200, body=b"{}", headers=JSON)
            case "/pid":
                return web.Response(body=str(os.getpid()).encode(), headers=JSON)
            case "/slow":
                await asyncio.sleep(1.0)
                return web.Response(body=b'"slow"', headers=JSON)
            case "/stream":
                return StreamResponse(self.streams, lambda stream: None, {"Content-Type": "text/event-stream"})
            case "/raise":
                raise ValueError("password=hunter2hunter2")
            case "/cancelled":
                raise asyncio.CancelledError
            case "/hang":
                os.kill(os.getpid(), signal.SIGSTOP)
            case "/die-in-a-beat":
                channel = sys.argv[sys.argv.index("--channel") + 1]
                os.write(int(channel), b'{"beat":{"def')
                os.kill(os.getpid(), signal.SIGKILL)
            case "/strange-beats":
                self.deps.metrics.flush = lambda: {"define": [], "add": [["never_defined", [], 1.0]]}
        return web.Response(body=b'{"ok":true}', headers=JSON)


def create(_: Config) -> TinyApp:
    return TinyApp()
