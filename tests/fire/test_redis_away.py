"""Redis stopped, killed and emptied under a load of reads."""

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
from tests.fire.ground import ROUNDS, Ground
from tests.fire.load import Line, Load, Reads, figures, get, lines_to_all, percentile, published, report
from tests.processes.running import eventually

NORMAL_SECONDS = 2.0
AWAY_SECONDS = 2.5
SHARE = 300
"""Of the 600 reads a minute, what one of two processes grants by itself while Redis is away."""


def stop(ground: Ground) -> None:
    ground.redis.process.send_signal(signal.SIGSTOP)


def resume(ground: Ground) -> None:
    ground.redis.process.send_signal(signal.SIGCONT)


@asynccontextmanager
async def away(ground: Ground, leave: Callable[[Ground], None], back: Callable[[Ground], None]) -> AsyncIterator[None]:
    leave(ground)
    try:
        yield
    finally:
        await ground.aside(back, ground)


@pytest.mark.parametrize(
    ("leave", "back"), [(stop, resume), (Ground.kill_redis, Ground.start_redis)], ids=["stopped", "killed"]
)
async def test_reads_go_on_without_redis(
    ground: Ground, leave: Callable[[Ground], None], back: Callable[[Ground], None]
) -> None:
    makers = ground.makers(400)
    with ground.serving() as service:
        path = await published(service.port, makers[0])
        async with Load(service.port, Reads(path, makers), 16, pause=0.005) as load:
            await asyncio.sleep(1.0)  # every session is in Redis now
            begin = time.monotonic()
            await asyncio.sleep(NORMAL_SECONDS)
            left = time.monotonic()
            async with away(ground, leave, back):
                await asyncio.sleep(AWAY_SECONDS)
            returned = time.monotonic()
            await asyncio.sleep(3.0)
        normal, without, after = load.between(begin, left), load.between(left, returned), load.between(returned)
        figures("normal", normal)
        figures(leave.__name__, without)
        figures("after", after)
        assert load.failures == {}
        assert set(load.statuses()) == {200}
        assert percentile(without, 0.99) <= percentile(normal, 0.99) + 0.15
        assert max(outcome.seconds for outcome in load.outcomes) < 1.0

        # Alone, a process grants no more than its share; the shared limit counts from the whole.
        def shared(outcome_remaining: int | None) -> bool:
            return outcome_remaining is not None and outcome_remaining >= SHARE

        alone = [o for o in without if o.sent > left + 0.5]
        assert not any(shared(o.remaining) for o in alone)
        last_alone = max((o.answered for o in after if not shared(o.remaining)), default=returned)
        report(f"the shared limit again {last_alone - returned:.2f} s after its return")
        assert last_alone - returned < 2.0
        false_alarms = sum(not shared(o.remaining) for o in normal)
        report(f"decided alone though Redis was there: {false_alarms} of {len(normal)}")


async def test_login_waits_for_redis_and_logout_does_not(ground: Ground) -> None:
    leaving, staying = ground.makers(2)
    with ground.serving() as service, ground.delivering():
        async with lines_to_all(service.port) as lines:
            login = post("/api/v1/auth/login", orjson.dumps({"email": staying.email, "password": PASSWORD}))
            assert {(await line.exchange(get("/me", leaving.token))).status for line in lines} == {200}
            async with away(ground, stop, resume):
                for line in lines:
                    began = time.monotonic()
                    answer = await line.exchange(login)
                    assert (answer.status, "retry-after" in answer.headers) == (503, True)
                    assert time.monotonic() - began < 1.0
                assert (await lines[0].exchange(post("/api/v1/auth/logout", b"", leaving.bearer))).status == 204
                # PostgreSQL knows, and writes ask it; reads trust the signature until it expires.
                for line in lines:
                    assert (await line.exchange(post("/api/v1/projects", b"{}", leaving.bearer))).status == 401
            returned = time.monotonic()
            refused = await until_refused(lines, leaving.token)
            report(f"the logout reached Redis {refused - returned:.2f} s after its return")
            assert {(await line.exchange(get("/me", staying.token))).status for line in lines} == {200}

            async def logs_in() -> bool:
                return (await lines[0].exchange(login)).status == 200

            await eventually(logs_in, within=3)


async def until_refused(lines: list[Line], token: str) -> float:
    """When every worker refuses the token (time.monotonic()): the outbox puts a job off by up to two seconds."""

    async def refused() -> bool:
        return {(await line.exchange(get("/me", token))).status for line in lines} == {401}

    await eventually(refused, within=10)
    return time.monotonic()


async def test_emptying_redis_logs_nobody_out_and_nobody_back_in(ground: Ground) -> None:
    makers = ground.makers(240 * ROUNDS)
    leaving, staying = makers[::2], makers[1::2]
    with ground.serving() as service, ground.delivering():
        path = await published(service.port, staying[0])
        flushes = 0
        left: dict[str, float] = {}

        async def flush(until: asyncio.Event) -> None:
            nonlocal flushes
            async with redis_client.Redis.from_url(ground.redis.url()) as redis:
                while not until.is_set():
                    await redis.flushall()
                    flushes += 1
                    await asyncio.sleep(0.01)

        until = asyncio.Event()
        flushing = asyncio.create_task(flush(until))
        async with (
            Load(service.port, Reads(path, staying), 8) as stay,
            Load(service.port, Reads(path, leaving), 8) as leave,
        ):
            line = Line(service.port)
            for maker in leaving:
                assert (await line.exchange(post("/api/v1/auth/logout", b"", maker.bearer))).status == 204
                left[maker.handle] = time.monotonic()
            line.close()
            await asyncio.sleep(1.0)
        until.set()
        await flushing
        figures("stay", stay.outcomes)
        figures("leave", leave.outcomes)
        assert set(stay.statuses()) == {200}
        assert set(leave.statuses()) == {200, 401}
        late = [o.sent - left[o.name] for o in leave.outcomes if o.status == 200 and o.sent > left[o.name]]
        report(f"{flushes} FLUSHALLs, {len(left)} logouts; {len(late)} reads after a logout, of {len(leave.outcomes)}")
        assert late == []
        early = [o for o in leave.outcomes if o.status == 401 and o.answered < left[o.name] - 1.0]
        assert early == []
