"""Test that the service bounds the cost of Redis outages and uses Redis again soon after."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
import uvloop
from redis.exceptions import ResponseError

from service.cache.admission import AdmissionResult
from service.cache.limits import Limit
from service.cache.redis import TIMEOUT, TRIES_AT_START, CacheUnavailable, RedisClient
from tests.cache.conftest import PATIENT, MakeCache, MakeServer, Server

LIMIT = Limit("away", 20, 3600)
BACK_WITHIN = 2.0


async def test_the_service_starts_without_redis_and_finds_it_later(
    make_server: MakeServer, make_cache: MakeCache
) -> None:
    server = make_server()
    cache = await make_cache(server.url)
    state = cache.rows.add()
    assert not cache.redis.available
    result = await cache.ask(state, LIMIT)
    assert (result.session, result.allowed, result.remaining, result.away) == ("unverified", True, 19, True)
    with pytest.raises(CacheUnavailable):
        await cache.sessions.revoked(state.maker_id, [state.session_id])
    with pytest.raises(CacheUnavailable):
        await cache.redis.command("PING")
    server.start()
    await cache.until_back(BACK_WITHIN)
    assert (await cache.ask(state, LIMIT)).session == "live"


async def test_a_stopped_redis_delays_a_check_by_150_ms_at_most_and_then_not_at_all(
    server: Server, make_cache: MakeCache
) -> None:
    cache = await make_cache(server.url, deadline=TIMEOUT)
    states = [cache.rows.add() for _ in range(30)]
    await asyncio.gather(*(cache.ask(state) for state in states))
    server.stop()
    first = asyncio.ensure_future(_timed(cache.ask(states[0], LIMIT)))
    await asyncio.sleep(0.005)  # the other checks queue behind a call that never returns
    took = await asyncio.gather(first, *(_timed(cache.ask(state, LIMIT)) for state in states))
    assert all(result.away and result.session == "unverified" and result.allowed for _, result in took)
    assert max(seconds for seconds, _ in took) < 0.15 + 0.04  # allowance for a busy machine
    assert not cache.redis.available

    began = time.monotonic()
    for state in states * 10:
        assert (await cache.ask(state)).away
    assert (time.monotonic() - began) / 300 < 0.001

    server.resume()
    assert await cache.until_back(BACK_WITHIN) < BACK_WITHIN
    assert {(await cache.ask(state)).session for state in states} == {"live"}


async def test_a_slow_redis_at_startup_counts_as_available(server: Server) -> None:
    redis = RedisClient(server.url)
    server.stop()
    starting = asyncio.ensure_future(redis.start())
    await asyncio.sleep(3 * TIMEOUT)
    assert not starting.done()
    server.resume()
    await starting
    assert redis.available
    await redis.close()


async def test_a_stopped_redis_delays_startup_by_one_second(server: Server) -> None:
    redis = RedisClient(server.url)
    server.stop()
    began = time.monotonic()
    await redis.start()
    assert not redis.available
    assert TRIES_AT_START * TIMEOUT <= time.monotonic() - began < 5
    await redis.close()


async def test_a_process_without_redis_still_limits(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    server.kill()
    results = await asyncio.gather(*(cache.admission.charge(LIMIT, "somebody") for _ in range(30)))
    assert sum(result.allowed for result in results) == 20
    assert all(result.away for result in results)


async def test_a_restarted_redis_without_scripts_is_used_again(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    state = cache.rows.add()
    for _ in range(3):
        assert (await cache.ask(state, LIMIT)).session == "live"
        server.kill()
        for _ in range(5):
            seconds, result = await _timed(cache.ask(state, LIMIT))
            assert result.away
            assert seconds < 0.15
        server.start()
        await cache.until_back(BACK_WITHIN)


async def test_a_probe_with_an_unexpected_error_is_repeated(
    server: Server, make_cache: MakeCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = await make_cache(server.url)
    server.kill()
    for _ in range(2):
        with pytest.raises(CacheUnavailable):
            await cache.redis.command("PING")
    exchange, raised = cache.redis._exchange, asyncio.Event()

    async def fail_once(command: tuple[str | bytes | int, ...]) -> object:
        if raised.is_set():
            return await exchange(command)
        raised.set()
        raise AttributeError("'NoneType' object has no attribute 'feed'")

    monkeypatch.setattr(cache.redis, "_exchange", fail_once)
    server.start()
    await cache.until_back(BACK_WITHIN)
    assert raised.is_set()


async def test_a_quick_restart_between_two_checks_causes_no_error(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    state = cache.rows.add()
    for _ in range(3):
        result = await cache.ask(state, LIMIT)
        assert (result.session, result.away, result.remaining) == ("live", False, 19)
        server.kill()
        server.start()


async def test_a_check_after_a_script_flush_counts_once(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    for left in range(19, 9, -1):
        await cache.redis.command("SCRIPT", "FLUSH")
        before = cache.redis.round_trips
        result = await cache.admission.charge(LIMIT, "somebody")
        assert (result.remaining, result.away) == (left, False)
        assert cache.redis.round_trips - before == 2


async def test_a_read_only_redis_counts_as_unavailable(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    admin = await make_cache(server.url)
    connection = await cache.redis.command("CLIENT", "ID")
    await admin.redis.command("CONFIG", "SET", "maxmemory", 1)
    for _ in range(5):
        assert (await cache.admission.charge(LIMIT, "somebody")).away
    before, deadline = cache.redis.round_trips, time.monotonic() + 5
    while cache.redis.round_trips < before + 2:  # two probes
        assert not cache.redis.available  # it still answers PING
        await admin.redis.command("PING")
        assert time.monotonic() < deadline, "no probe was sent"
        await asyncio.sleep(0.01)
    await admin.redis.command("CONFIG", "SET", "maxmemory", 0)
    await cache.until_back(BACK_WITHIN)
    # the name may point to another server after a failover
    assert await cache.redis.command("CLIENT", "ID") != connection


async def test_the_password_is_read_from_the_url(make_server: MakeServer, make_cache: MakeCache) -> None:
    server = make_server("--requirepass", "secret word")
    server.start()
    right = await make_cache(f"redis://:secret%20word@127.0.0.1:{server.port}/1")
    wrong = await make_cache(f"redis://:wrong@127.0.0.1:{server.port}/1")
    none = await make_cache(server.url)
    assert not (await right.admission.charge(LIMIT, "somebody")).away
    assert (await wrong.admission.charge(LIMIT, "somebody")).away
    assert (await none.admission.charge(LIMIT, "somebody")).away


async def test_a_cancelled_call_never_leaves_its_response_to_the_next_call(server: Server) -> None:
    redis = RedisClient(server.url, connections=1, timeout=PATIENT)
    for turns in range(40):
        call = asyncio.ensure_future(redis.command("ECHO", f"abandoned {turns}"))
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        assert await redis.command("ECHO", f"kept {turns}") == f"kept {turns}".encode()
        assert redis.available
    await redis.close()


async def test_few_connections_serve_many_calls(server: Server) -> None:
    redis = RedisClient(server.url, connections=2)
    results = await asyncio.gather(*(redis.command("ECHO", number) for number in range(40)))
    assert results == [str(number).encode() for number in range(40)]
    clients = (await redis.command("CLIENT", "LIST")).decode().splitlines()
    assert len(clients) == 2
    await redis.close()


async def test_a_command_error_is_raised_and_does_not_mark_redis_unavailable(server: Server) -> None:
    redis = RedisClient(server.url, timeout=PATIENT)
    for _ in range(5):
        with pytest.raises(ResponseError):
            await redis.command("GET")
    await redis.command("PING")
    assert redis.available
    assert redis.round_trips == 6
    await redis.close()
    with pytest.raises(CacheUnavailable):
        await redis.command("PING")


async def _timed(call: Awaitable[AdmissionResult]) -> tuple[float, AdmissionResult]:
    began = time.monotonic()
    result = await call
    return time.monotonic() - began, result


@pytest.mark.parametrize("new_loop", [asyncio.new_event_loop, uvloop.new_event_loop])
def test_a_response_in_the_socket_counts_after_the_deadline(
    server: Server, new_loop: Callable[[], asyncio.AbstractEventLoop]
) -> None:
    async def starve() -> None:
        redis = RedisClient(server.url)
        await redis.start()
        for _ in range(5):
            before = redis.round_trips
            call = asyncio.ensure_future(redis.command("PING"))
            while redis.round_trips == before:  # noqa: ASYNC110
                await asyncio.sleep(0)  # lets the call be sent
            time.sleep(TIMEOUT + 0.05)  # noqa: ASYNC251 - blocks the loop on purpose
            await call
        server.stop()
        began = time.monotonic()
        with pytest.raises(CacheUnavailable):
            await redis.command("PING")
        assert TIMEOUT <= time.monotonic() - began < TIMEOUT + 0.05
        await redis.close()

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(starve())
