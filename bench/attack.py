"""Attackers for bench/hostile.py: `python -m bench.attack PLAN.json` attacks for the planned time and prints counts.

Each attack is a limited number of clients with a limited number of requests in flight, on separate loopback addresses
(127.0.66.0/24). The process has the lowest priority, because real attackers do not share the server's processors.
"""

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

import orjson
from attrs import frozen

CONNECTIONS: Final = 300
"""Idle connections that one address opens to each server."""
SLOW_HEADS: Final = 100
DISCONNECTING: Final = 25
UNKNOWN_KEYS: Final = 130_000
MARKDOWN: Final = (
    "*a_ " * 2_400,
    "> " * 4_900,
    "[" * 4_900,
    "- " * 4_900,
    "`a" * 4_900,
    "|" * 4_900 + "\n" + "|-" * 2_400,
    "![a](" * 1_900,
    "<a@b.c>" * 1_300,
)
"""Comments of up to 10,000 characters that are expensive for some Markdown parsers."""

_PAUSE: Final = 0.05
_PATIENCE: Final = 15.0


@frozen
class Plan:
    """Targets and duration of an attack.

    It has the ports of the API and the web, and the paths of a comparison, a rendering, a project's page and its
    comments. `tokens` belong to the attackers' accounts; `seconds` is the duration.
    """

    api: int
    web: int | None
    diff: str
    render: str
    page: str
    comments: str
    tokens: list[str]
    seconds: float


class Attack:
    """All attackers of one plan, and the counted outcomes."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._until = time.monotonic() + plan.seconds
        self._serial = count()
        self.counts: Counter[str] = Counter()

    @property
    def _over(self) -> bool:
        return time.monotonic() >= self._until

    async def run(self) -> None:
        plan = self._plan
        unknown = b'{"inputs":{' + b",".join(b'"%d":""' % n for n in range(UNKNOWN_KEYS)) + b"}}"
        servers = [("API", plan.api)] + ([("web", plan.web)] if plan.web is not None else [])
        loops = [
            *(self._repeat("disconnect", partial(self._disconnect, f"127.0.66.{n + 1}")) for n in range(DISCONNECTING)),
            self._repeat("comment", self._comment, pause=1.0),
            *(
                self._repeat("unknown keys", partial(self._post, address, plan.render, unknown), pause=0.2)
                for address in ("127.0.66.100", "127.0.66.101")
            ),
        ]
        for name, port in servers:
            slow, idle = partial(self._slow_head, port), partial(self._idle, port)
            loops += [self._repeat(f"slow head, {name}", slow) for _ in range(SLOW_HEADS)]
            loops += [self._repeat(f"idle, {name}", idle, pause=1.0) for _ in range(CONNECTIONS)]
        if plan.web is not None:
            loops += [
                self._repeat("page with hostile Markdown", partial(self._page, plan.web, address), pause=0.2)
                for address in ("127.0.66.120", "127.0.66.121")
            ]
        await asyncio.gather(*loops)

    async def _repeat(self, name: str, act: Callable[[], Awaitable[str]], pause: float = _PAUSE) -> None:
        """Repeat the action until the time is over, and count outcomes."""
        while not self._over:
            try:
                async with asyncio.timeout(_PATIENCE):
                    outcome = await act()
            except (OSError, EOFError, TimeoutError) as error:
                outcome = type(error).__name__
            self.counts[f"{name}: {outcome}"] += 1
            await asyncio.sleep(pause)

    async def _open(self, port: int, address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))

    async def _exchange(self, port: int, address: str, request: bytes) -> str:
        reader, writer = await self._open(port, address)
        try:
            writer.write(request)
            line = await reader.readline()
            while await reader.read(65_536):
                pass
            return line.split(b" ")[1].decode() if line else "closed"
        finally:
            writer.transport.abort()

    async def _disconnect(self, address: str) -> str:
        """Request a comparison and disconnect."""
        _, writer = await self._open(self._plan.api, address)
        try:
            writer.write(_get(self._plan.diff))
            await asyncio.sleep(0.02)
            return "left"
        finally:
            writer.transport.abort()

    async def _comment(self) -> str:
        number = next(self._serial)
        body = orjson.dumps({"body": f"{MARKDOWN[number % len(MARKDOWN)]} {number}"[-10_000:]})
        token = self._plan.tokens[number % len(self._plan.tokens)]
        return await self._post("127.0.66.90", self._plan.comments, body, token)

    async def _post(self, address: str, path: str, body: bytes, token: str | None = None) -> str:
        bearer = f"Authorization: Bearer {token}\r\n" if token else ""
        head = (
            f"POST {path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\nContent-Type: application/json\r\n{bearer}"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return await self._exchange(self._plan.api, address, head.encode() + body)

    async def _page(self, port: int, address: str) -> str:
        return await self._exchange(port, address, _get(self._plan.page))

    async def _slow_head(self, port: int) -> str:
        """Send a request's head one header at a time until the server closes the connection."""
        reader, writer = await self._open(port, "127.0.66.110")
        try:
            writer.write(b"GET / HTTP/1.1\r\nHost: bench\r\n")
            while not self._over:
                writer.write(b"X-Slow: %s\r\n" % (b"a" * 4000))
                try:
                    async with asyncio.timeout(0.5):
                        line = await reader.readline()
                except TimeoutError:
                    continue
                return line.split(b" ")[1].decode() if line.startswith(b"HTTP/") else "closed"
            return "time is over"
        finally:
            writer.transport.abort()

    async def _idle(self, port: int) -> str:
        """Open a connection and keep it idle until the server closes it."""
        reader, writer = await self._open(port, "127.0.66.130")
        try:
            async with asyncio.timeout(min(_PATIENCE, max(0.0, self._until - time.monotonic()))):
                line = await reader.readline()
            return line.split(b" ")[1].decode() if line.startswith(b"HTTP/") else "closed"
        except TimeoutError:
            return "kept"
        finally:
            writer.transport.abort()


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n".encode()


def main(path: str) -> None:
    os.nice(19)
    plan: dict[str, Any] = orjson.loads(Path(path).read_bytes())
    attack = Attack(Plan(**plan))
    asyncio.run(attack.run())
    sys.stdout.buffer.write(orjson.dumps(dict(sorted(attack.counts.items()))))


if __name__ == "__main__":
    main(sys.argv[1])
