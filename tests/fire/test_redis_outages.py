"""Test Redis stopped, killed and flushed under a load of reads."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import orjson
import pytest
import redis.asyncio as redis_client

from tests.api import PASSWORD
from tests.fire.client import post
from tests.fire.fixtures import ROUNDS, Deployment
from tests.fire.load import Connection, Load, Reads, connect_to_all_workers, figures, get, percentile, published, report
from tests.processes.running import eventually

NORMAL_SECONDS = 2.0
AWAY_SECONDS = 2.5
SHARE = 300
"""Of 600 reads per minute, the share that one of two processes grants while Redis is unavailable."""


def stop(deployment: Deployment) -> None:
    deployment.redis.process.send_signal(signal.SIGSTOP)


def resume(deployment: Deployment) -> None:
    deployment.redis.process.send_signal(signal.SIGCONT)


@asynccontextmanager
async def unavailable(
    deployment: Deployment, break_redis: Callable[[Deployment], None], repair_redis: Callable[[Deployment], None]
) -> AsyncIterator[None]:
    break_redis(deployment)
    try:
        yield
    finally:
        await deployment.in_thread(repair_redis, deployment)


@pytest.mark.parametrize(
    ("break_redis", "repair_redis"),
    [(stop, resume), (Deployment.kill_redis, Deployment.start_redis)],
    ids=["stopped", "killed"],
)
async def test_reads_succeed_without_redis(
    deployment: Deployment, break_redis: Callable[[Deployment], None], repair_redis: Callable[[Deployment], None]
) -> None:
    makers = deployment.makers(400)
    with deployment.serving() as service:
        path = await published(service.port, makers[0])
        async with Load(service.port, Reads(path, makers), 16, pause=0.005) as load:
            await asyncio.sleep(1.0)  # until every session is cached in Redis
            begin = time.monotonic()
            await asyncio.sleep(NORMAL_SECONDS)
            left = time.monotonic()
            async with unavailable(deployment, break_redis, repair_redis):
                await asyncio.sleep(AWAY_SECONDS)
            returned = time.monotonic()
            await asyncio.sleep(3.0)
        normal, without, after = load.between(begin, left), load.between(left, returned), load.between(returned)
        figures("normal", normal)
        figures(break_redis.__name__, without)
        figures("after", after)
        assert load.failures == {}
        assert set(load.statuses()) == {200}
        assert percentile(without, 0.99) <= percentile(normal, 0.99) + 0.15
        assert max(outcome.seconds for outcome in load.outcomes) < 1.0

        # Without Redis, a process grants at most its share; with Redis, the limit is shared.
        def shared(outcome_remaining: int | None) -> bool:
            return outcome_remaining is not None and outcome_remaining >= SHARE

        alone = [o for o in without if o.sent > left + 0.5]
        assert not any(shared(o.remaining) for o in alone)
        last_alone = max((o.responded for o in after if not shared(o.remaining)), default=returned)
        report(f"the shared limit again {last_alone - returned:.2f} s after its return")
        assert last_alone - returned < 2.0
        false_alarms = sum(not shared(o.remaining) for o in normal)
        report(f"decided without Redis though it was available: {false_alarms} of {len(normal)}")


async def test_login_needs_redis_and_logout_does_not(deployment: Deployment) -> None:
    leaving, staying = deployment.makers(2)
    with deployment.serving() as service, deployment.delivering():
        async with connect_to_all_workers(service.port) as connections:
            login = post("/api/v1/auth/login", orjson.dumps({"email": staying.email, "password": PASSWORD}))
            assert {(await connection.exchange(get("/me", leaving.token))).status for connection in connections} == {
                200
            }
            async with unavailable(deployment, stop, resume):
                for connection in connections:
                    began = time.monotonic()
                    response = await connection.exchange(login)
                    assert (response.status, "retry-after" in response.headers) == (503, True)
                    assert time.monotonic() - began < 1.0
                assert (await connections[0].exchange(post("/api/v1/auth/logout", b"", leaving.bearer))).status == 204
                # Writes check the session in PostgreSQL; reads trust the token's signature until it expires.
                for connection in connections:
                    assert (await connection.exchange(post("/api/v1/projects", b"{}", leaving.bearer))).status == 401
            returned = time.monotonic()
            refused = await until_refused(connections, leaving.token)
            report(f"the logout reached Redis {refused - returned:.2f} s after its return")
            assert {(await connection.exchange(get("/me", staying.token))).status for connection in connections} == {
                200
            }

            async def logs_in() -> bool:
                return (await connections[0].exchange(login)).status == 200

            await eventually(logs_in, within=3)


async def until_refused(connections: list[Connection], token: str) -> float:
    """Return when (time.monotonic()) every worker rejects the token. The outbox may delay a job by two seconds."""

    async def refused() -> bool:
        return {(await connection.exchange(get("/me", token))).status for connection in connections} == {401}

    await eventually(refused, within=10)
    return time.monotonic()


async def test_a_flushed_redis_ends_no_session_and_revives_none(deployment: Deployment) -> None:
    makers = deployment.makers(240 * ROUNDS)
    leaving, staying = makers[::2], makers[1::2]
    with deployment.serving() as service, deployment.delivering():
        path = await published(service.port, staying[0])
        flushes = 0
        left: dict[str, float] = {}

        async def flush(until: asyncio.Event) -> None:
            nonlocal flushes
            async with redis_client.Redis.from_url(deployment.redis.url()) as redis:
                while not until.is_set():
                    await redis.flushall()
                    flushes += 1
                    await asyncio.sleep(0.01)

        until = asyncio.Event()
        flushing = asyncio.create_task(flush(until))
        async with (
            Load(service.port, Reads(path, staying), 8) as active,
            Load(service.port, Reads(path, leaving), 8) as logged_out,
        ):
            connection = Connection(service.port)
            for maker in leaving:
                assert (await connection.exchange(post("/api/v1/auth/logout", b"", maker.bearer))).status == 204
                left[maker.handle] = time.monotonic()
            connection.close()
            await asyncio.sleep(1.0)
        until.set()
        await flushing
        figures("active", active.outcomes)
        figures("logged out", logged_out.outcomes)
        assert set(active.statuses()) == {200}
        assert set(logged_out.statuses()) == {200, 401}
        late = [o.sent - left[o.name] for o in logged_out.outcomes if o.status == 200 and o.sent > left[o.name]]
        report(
            f"{flushes} FLUSHALLs, {len(left)} logouts; {len(late)} reads after a logout, of {len(logged_out.outcomes)}"
        )
        assert late == []
        early = [o for o in logged_out.outcomes if o.status == 401 and o.responded < left[o.name] - 1.0]
        assert early == []
