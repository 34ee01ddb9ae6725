"""Raw Server-Sent Events client that never reconnects by itself, and helpers that cause events."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import orjson
import pytest
from attrs import define, field

from service.core.ids import new_id
from service.features.accounts.notifications import delivery
from service.features.accounts.notifications.broadcaster import Broadcaster
from service.features.accounts.notifications.notify import Subject, notify
from tests.api import ApiClient, RunningService

PATH = "/api/v1/notifications/stream"


@define
class Event:
    """One event; `number` is its ID or None."""

    name: str
    data: Any
    number: int | None = None


@define
class EventReader:
    """One stream. `retry` and `beats` record the retry interval and the heartbeats."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    status: int
    headers: Mapping[str, str]
    retry: list[int] = field(factory=list)
    beats: int = 0

    async def next(self, within: float = 10.0) -> Event | None:
        """Return the next event, or None at the end of the stream."""
        async with asyncio.timeout(within):
            return await self._next()

    async def _next(self) -> Event | None:
        fields: dict[str, str] = {}
        while line := (await self.reader.readline()).decode():
            assert line.endswith("\n")
            name, _, value = line[:-1].partition(":")
            if line == "\n":
                if "data" in fields:
                    number = int(fields["id"]) if "id" in fields else None
                    return Event(fields["event"], orjson.loads(fields["data"]), number)
                fields = {}
            elif not name:
                self.beats += 1
            elif name == "retry":
                self.retry.append(int(value))
            else:
                fields[name] = value.removeprefix(" ")
        return None

    async def named(self, name: str, within: float = 10.0) -> Event:
        """Return the next event with this name."""
        found = await self.next(within)
        assert found is not None, f"the stream ended before {name}"
        assert found.name == name, found
        return found

    async def numbers(self, last: int) -> list[int]:
        """Return the numbers of the notifications up to `last`."""
        seen: list[int] = []
        while not seen or seen[-1] < last:
            found = await self.next()
            assert found is not None, f"the stream ended after {seen}"
            if found.name == "notification":
                assert found.number is not None
                assert found.number == found.data["seq"]
                seen.append(found.number)
        return seen

    async def ended(self, within: float = 10.0) -> str:
        """Read to the end and return the reason of the final event, or ""."""
        last: Event | None = None
        try:
            while found := await self.next(within):
                last = found
        except ConnectionError:
            return ""
        return last.data["reason"] if last is not None and last.name == "closed" else ""


@asynccontextmanager
async def reading(
    port: int,
    token: str,
    after: int | str | None = None,
    *,
    method: str = "GET",
    path: str = PATH,
    address: str | None = None,
) -> AsyncIterator[EventReader]:
    """Open a stream, optionally from `address`, and close it at the end of the block."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        lines = [f"{method} {path} HTTP/1.1", "Host: t", f"Authorization: Bearer {token}"]
        if after is not None:
            lines.append(f"Last-Event-ID: {after}")
        if address is not None:
            lines.append(f"X-Forwarded-For: {address}")
        writer.write("\r\n".join([*lines, "", ""]).encode())
        async with asyncio.timeout(20):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *rest = head.strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
        yield EventReader(reader, writer, int(first.split(" ")[1]), headers)
    finally:
        writer.close()


def port_of(service: RunningService) -> int:
    port = urlsplit(service.url).port
    assert port is not None
    return port


async def id_of(client: ApiClient) -> UUID:
    return UUID((await client.get("/me")).expect(200).json["id"])


async def cause_events(service: RunningService, *makers: UUID, times: int = 1) -> None:
    """Cause `times` events for these makers and deliver them."""
    for _ in range(times):
        async with service.app.deps.db.transaction() as tx:
            about = Subject(report_id=new_id(), note="dismissed")
            await notify(tx, "moderation", actor_id=None, recipients=makers, subject=about)
        await service.deliver()


def unpublished(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list that collects the messages instead of publishing them."""
    messages: list[bytes] = []

    async def gather(_: object, __: str, message: bytes) -> None:
        messages.append(message)

    monkeypatch.setattr(delivery, "publish", gather)
    return messages


def broadcaster_of(service: RunningService) -> Broadcaster:
    return cast("Broadcaster", service.app.deps.broadcaster)
