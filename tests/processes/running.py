"""A real `serve` process, with the tiny app unless TEST_APP names another, and its log."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson

ENTRY = """
import os, sys
import service.processes.supervisor
from service.core.config import Config
service.processes.supervisor.SILENCE = float(os.environ["TEST_SILENCE"])
sys.exit(service.processes.supervisor.serve(Config.from_env(), app=os.environ["TEST_APP"]))
"""

ENVIRONMENT = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1/none",
    "REDIS_URL": "redis://127.0.0.1:1",
    "MAIL_URL": "file:///nonexistent",
    "SECRET_KEYS": "test:" + "0" * 40,
    "HOST": "127.0.0.1",
    "PORT": "0",
    "METRICS_PORT": "0",
    "WORKERS": "2",
    "DRAIN_WAIT": "0",
    "DRAIN_TIMEOUT": "5",
    "LOG_FORMAT": "json",
    "LOG_LEVEL": "info",
    "TEST_SILENCE": "30",
    "TEST_APP": "tests.processes.tiny_app:create",
}


class Running:
    """One running service. `lines` is its log so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[dict[str, Any]] = []
        self.text: list[str] = []
        self._changed = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())
        self.port = 0
        self.metrics_port = 0

    async def _read(self) -> None:
        assert self.process.stderr is not None
        while raw := await self.process.stderr.readline():
            async with self._changed:
                self.text.append(raw.decode())
                if raw.startswith(b"{"):
                    self.lines.append(orjson.loads(raw))
                self._changed.notify_all()
        async with self._changed:
            self._changed.notify_all()

    async def event(self, name: str, count: int = 1, *, within: float = 30.0) -> dict[str, Any]:
        """Wait for the count-th log entry of this event and return it."""

        def found() -> list[dict[str, Any]]:
            return [line for line in self.lines if line["event"] == name]

        try:
            async with asyncio.timeout(within), self._changed:
                await self._changed.wait_for(lambda: len(found()) >= count or self._reading.done())
                return found()[count - 1]
        except (TimeoutError, IndexError):
            raise AssertionError(f"no {name} ({count}) in the log:\n{''.join(self.text)}") from None

    async def ended(self, *, within: float = 20.0) -> int:
        """Wait for the end and return the exit status."""
        async with asyncio.timeout(within):
            await self._reading
            return await self.process.wait()

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def get(self, path: str) -> tuple[int, bytes]:
        """Send a GET request on a separate connection."""
        status, _, body = await exchange(
            self.port, f"GET {path} HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n".encode()
        )
        return status, body

    async def pids(self, count: int) -> set[int]:
        """Return the process IDs of the workers that respond, after `count` of them did."""
        seen: set[int] = set()

        async def ask() -> bool:
            seen.add(int((await self.get("/pid"))[1]))
            return len(seen) >= count

        await eventually(ask)
        return seen

    async def metric(self, series: str) -> float | None:
        """Return the current value of one series of /metrics."""
        _, _, body = await exchange(self.metrics_port, b"GET /metrics HTTP/1.0\r\n\r\n")
        found = re.search(rf"^{re.escape(series)} (\S+)$", body.decode(), re.MULTILINE)
        return float(found[1]) if found else None


async def exchange(port: int, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send the bytes, read until the server closes, and return status, lower-case headers and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        async with asyncio.timeout(20):
            response = await reader.read()
    finally:
        writer.close()
    return parse(response)


def parse(response: bytes) -> tuple[int, dict[str, str], bytes]:
    head, _, body = response.partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    return int(first.split(" ")[1]), headers, body


async def eventually(condition: Callable[[], Any], *, within: float = 20.0) -> None:
    """Wait until the condition holds. It may be asynchronous."""
    async with asyncio.timeout(within):
        while True:
            found = condition()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def running(**changes: str) -> AsyncIterator[Running]:
    """Yield a running service and kill it with its workers at the end of the block."""
    service = await start(**changes)
    try:
        serving = await service.event("service_started")
        service.port, service.metrics_port = serving["port"], serving["metrics_port"]
        yield service
    finally:
        await end(service)


async def start(**changes: str) -> Running:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        ENTRY,
        env={**os.environ, **ENVIRONMENT, **changes},
        stderr=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )
    return Running(process)


async def end(service: Running) -> None:
    """End the service at once: the second signal skips the drain."""
    for _ in range(2):
        if service.process.returncode is None:
            service.send(signal.SIGTERM)
            await asyncio.sleep(0.05)
    try:
        await service.ended()
    except TimeoutError:
        service.process.kill()
        raise


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
