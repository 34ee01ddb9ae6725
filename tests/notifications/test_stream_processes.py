"""Test live streams of real processes: restarts, shutdowns, kills, and logouts in another process."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from tests.api import ApiClient, RunningService
from tests.notifications.actions import id_of
from tests.notifications.event_reader import cause_events, reading
from tests.processes.running import Running, eventually, running


@asynccontextmanager
async def processes(service: RunningService, **changes: str) -> AsyncIterator[Running]:
    """Run additional service processes with the same database, Redis and keys."""
    config = service.app.deps.config
    (key,) = config.secret_keys
    async with running(
        TEST_APP="service.app:create_app",
        DATABASE_URL=config.database_url,
        REDIS_URL=config.redis_url,
        SECRET_KEYS=f"{key.kid}:{key.secret.decode()}",
        PUBLIC_URL=config.public_url,
        **changes,
    ) as running_processes:
        yield running_processes


async def follow(port: int, token: str, last: int, visits: list[str]) -> list[int]:
    """Return the numbers up to `last` that a client receives when it reconnects after every end."""
    seen: list[int] = []
    while not seen or seen[-1] < last:
        try:
            async with reading(port, token, seen[-1] if seen else 0) as stream:
                while not seen or seen[-1] < last:
                    received = await stream.next(30.0)
                    if received is None or received.name == "closed":
                        visits.append(received.data["reason"] if received else "")
                        break
                    if received.name == "notification":
                        assert received.number is not None
                        seen.append(received.number)
        except ConnectionError:
            visits.append("cut")
        except asyncio.IncompleteReadError:
            visits.append("cut")
    return seen


async def test_restarts_do_not_wait_for_streams_or_lose_notifications(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    makers = [await id_of(service.context.db, handle) for handle in ("ada", "bob")]
    clients = [client for client in (ada, bob) for _ in range(6)]
    visits: list[str] = []
    async with processes(service, DRAIN_TIMEOUT="60") as real:
        following = [asyncio.create_task(follow(real.port, c.access_token, 30, visits)) for c in clients]
        for turn in range(30):
            await cause_events(service, *makers)
            if turn in (5, 15):
                real.send(signal.SIGHUP)
                # A worker that waited for its streams would take a minute.
                await real.event("reload_finished", 1 if turn == 5 else 2, within=30.0)
        received = await asyncio.gather(*following)
    for seen in received:
        assert seen == list(range(1, 31))
    assert visits.count("restart") >= len(clients)
    assert set(visits) == {"restart"}


async def test_a_shutdown_ends_streams(service: RunningService, ada: ApiClient) -> None:
    async with processes(service, DRAIN_TIMEOUT="60") as real, AsyncExitStack() as stack:
        streams = [await stack.enter_async_context(reading(real.port, ada.access_token)) for _ in range(8)]
        for stream in streams:
            await stream.named("unread")

        async def counted() -> bool:
            return await real.metric("streams_open") == 8

        await eventually(counted)
        real.send(signal.SIGTERM)
        for stream in streams:
            assert await stream.ended() == "restart"
            assert stream.retry[-1] <= 1000
        assert await real.ended() == 0


async def test_a_killed_worker_loses_no_notification(service: RunningService, ada: ApiClient) -> None:
    maker = await id_of(service.context.db, "ada")
    visits: list[str] = []
    async with processes(service) as real:
        following = [asyncio.create_task(follow(real.port, ada.access_token, 10, visits)) for _ in range(4)]
        for turn in range(10):
            await cause_events(service, maker)
            if turn == 4:
                for pid in workers(real):
                    os.kill(pid, signal.SIGKILL)
        received = await asyncio.gather(*following)
    assert received == [list(range(1, 11))] * 4
    assert visits


def workers(real: Running) -> list[int]:
    """Return the child processes of the process that owns the socket."""
    pid = real.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


async def test_a_logout_ends_streams_in_other_processes_at_once(service: RunningService, ada: ApiClient) -> None:
    async with processes(service) as real:
        waited = []
        for _ in range(5):
            phone = ada.elsewhere()
            (await phone.login()).expect(200)
            async with (
                reading(real.port, phone.access_token) as ending,
                reading(real.port, ada.access_token) as staying,
            ):
                await ending.named("unread")
                await staying.named("unread")
                (await phone.logout()).expect(204)
                answered = asyncio.get_running_loop().time()
                assert await ending.ended() == "session_ended"
                waited.append(asyncio.get_running_loop().time() - answered)
                with pytest.raises(TimeoutError):
                    await staying.next(0.1)
        assert sorted(waited)[2] < 0.1
