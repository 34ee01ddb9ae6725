"""Live notifications of real processes: a roll, an end, a death, and what one does to the streams of another."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from tests.api import ApiClient, RunningService
from tests.notifications.acts import id_of
from tests.notifications.events import reading, tell
from tests.processes.running import Running, eventually, running


@asynccontextmanager
async def processes(service: RunningService, **changes: str) -> AsyncIterator[Running]:
    """The service once more, in processes of its own, on the same database and Redis and with the same keys."""
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
    """The numbers up to `last` that a client hears which comes back at once, however often it is sent away."""
    seen: list[int] = []
    while not seen or seen[-1] < last:
        try:
            async with reading(port, token, seen[-1] if seen else 0) as stream:
                while not seen or seen[-1] < last:
                    told = await stream.next(30.0)
                    if told is None or told.name == "closed":
                        visits.append(told.data["reason"] if told else "")
                        break
                    if told.name == "notification":
                        assert told.number is not None
                        seen.append(told.number)
        except ConnectionError:
            visits.append("cut")
        except asyncio.IncompleteReadError:
            visits.append("cut")
    return seen


async def test_rolls_wait_for_no_stream_and_cost_no_notification(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    makers = [await id_of(service.context.db, handle) for handle in ("ada", "bob")]
    clients = [client for client in (ada, bob) for _ in range(6)]
    visits: list[str] = []
    async with processes(service, DRAIN_TIMEOUT="60") as real:
        following = [asyncio.create_task(follow(real.port, c.access_token, 30, visits)) for c in clients]
        for turn in range(30):
            await tell(service, *makers)
            if turn in (5, 15):
                real.send(signal.SIGHUP)
                # A worker that waited for its streams would take a minute.
                await real.event("renewed", 1 if turn == 5 else 2, within=30.0)
        heard = await asyncio.gather(*following)
    for seen in heard:
        assert seen == list(range(1, 31))
    assert visits.count("restart") >= len(clients)
    assert set(visits) == {"restart"}


async def test_the_end_of_the_service_ends_its_streams(service: RunningService, ada: ApiClient) -> None:
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


async def test_a_worker_that_is_killed_takes_no_notification_with_it(service: RunningService, ada: ApiClient) -> None:
    maker = await id_of(service.context.db, "ada")
    visits: list[str] = []
    async with processes(service) as real:
        following = [asyncio.create_task(follow(real.port, ada.access_token, 10, visits)) for _ in range(4)]
        for turn in range(10):
            await tell(service, maker)
            if turn == 4:
                for pid in workers(real):
                    os.kill(pid, signal.SIGKILL)
        heard = await asyncio.gather(*following)
    assert heard == [list(range(1, 11))] * 4
    assert visits


def workers(real: Running) -> list[int]:
    """The children of the process that holds the socket."""
    pid = real.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


async def test_a_logout_here_ends_a_stream_there_at_once(service: RunningService, ada: ApiClient) -> None:
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
