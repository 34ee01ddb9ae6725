"""Test that session entries in Redis agree with PostgreSQL, also under races."""

import asyncio
from datetime import timedelta
from uuid import UUID

from attrs import evolve

from service.cache.admission import AdmissionRequest, AdmissionResult
from service.cache.limits import Limit
from service.cache.sessions import UNKNOWN_KEPT, UNKNOWN_LIFETIME, session_key
from service.core.ids import new_id
from tests.cache.conftest import Cache, MakeCache, Server

LIMIT = Limit("sessions", 1000, 60)


async def test_a_session_is_loaded_once_and_then_served_from_redis(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add("admin")
    results = await asyncio.gather(*(cache.ask(state, LIMIT) for _ in range(50)))
    assert {(result.session, result.role) for result in results} == {("live", "admin")}
    assert cache.rows.loads == [[state.session_id]] * 2  # the second read detects changes made meanwhile
    assert (await cache.ask(state)).session == "live"
    assert len(cache.rows.loads) == 2


async def test_a_session_ended_in_postgresql_stays_rejected(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add(live=False)
    for _ in range(2):
        result = await cache.ask(state)
        assert (result.session, result.role) == ("revoked", None)


async def test_the_next_check_sees_a_revocation(redis_url: str, make_cache: MakeCache) -> None:
    cache, other = await make_cache(redis_url), await make_cache(redis_url)
    first, second = cache.rows.add(), cache.rows.add()
    assert (await cache.ask(first)).session == "live"
    cache.rows.end(first)
    await cache.sessions.revoked(first.maker_id, [first.session_id])
    assert (await cache.ask(first)).session == "revoked"
    assert (await other.ask(first)).session == "revoked"
    assert (await cache.ask(second)).session == "live"


async def test_a_tombstone_wins_over_a_concurrent_cache_fill(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add()
    late = await _asked_while_rows_are_held(cache, state.maker_id, state.session_id)
    cache.rows.end(state)
    await cache.sessions.revoked(state.maker_id, [state.session_id])
    _let_go(cache)
    assert (await late).session == "revoked"
    assert (await cache.ask(state)).session == "revoked"


async def test_a_new_role_wins_over_a_concurrent_cache_fill(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add("maker")
    late = await _asked_while_rows_are_held(cache, state.maker_id, state.session_id)
    cache.rows.states[state.session_id] = evolve(state, role="admin")
    await cache.sessions.changed([cache.rows.states[state.session_id]])
    _let_go(cache)
    assert (await late).role == "admin"
    assert (await cache.ask(state)).role == "admin"


async def test_the_next_check_sees_a_new_role_and_ended_sessions_stay_ended(
    redis_url: str, make_cache: MakeCache
) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add("admin")
    assert (await cache.ask(state)).role == "admin"
    await cache.sessions.changed([evolve(state, role="maker")])
    assert (await cache.ask(state)).role == "maker"
    await cache.sessions.revoked(state.maker_id, [state.session_id])
    await cache.sessions.changed([evolve(state, role="admin")])
    assert (await cache.ask(state)).session == "revoked"


async def test_a_flushed_redis_ends_no_session_and_revives_none(server: Server, make_cache: MakeCache) -> None:
    cache = await make_cache(server.url)
    live, ended = cache.rows.add("admin"), cache.rows.add()
    assert (await cache.ask(live)).session == (await cache.ask(ended)).session == "live"
    cache.rows.end(ended)
    await cache.sessions.revoked(ended.maker_id, [ended.session_id])
    for _ in range(3):
        await cache.redis.command("FLUSHALL")
        await cache.redis.command("SCRIPT", "FLUSH")
        results = await asyncio.gather(*(cache.ask(state, LIMIT) for state in (live, ended) * 10))
        assert [(result.session, result.away) for result in results] == [("live", False), ("revoked", False)] * 10


async def test_an_entry_expires_with_its_session_and_within_15_minutes(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    short, long = cache.rows.add(lasts=timedelta(seconds=30)), cache.rows.add()
    over = cache.rows.add(lasts=timedelta(seconds=-1))
    assert (await cache.ask(short)).session == (await cache.ask(long)).session == "live"
    assert (await cache.ask(over)).session == "revoked"
    await cache.sessions.revoked(over.maker_id, [over.session_id])
    left = [await cache.redis.command("PTTL", session_key(0, one.session_id)) for one in (short, long, over)]
    assert 0 < left[0] <= 30_000 < left[1] <= 900_000
    assert 300_000 < left[2] <= 360_000  # longer than any access token


async def test_unknown_ids_query_postgresql_rarely(redis_url: str, make_cache: MakeCache) -> None:
    now = 0.0
    cache = await make_cache(redis_url, monotonic=lambda: now)
    request = AdmissionRequest(str(new_id()), new_id(), LIMIT)
    for _ in range(5):
        result = await cache.admission.ask(request)
        assert (result.session, result.role, result.allowed) == ("none", None, True)
    assert len(cache.rows.loads) == 1
    now = UNKNOWN_LIFETIME + 1
    await cache.admission.ask(request)
    assert len(cache.rows.loads) == 2


async def test_many_unknown_ids_are_batched_and_held_within_limits(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url, monotonic=lambda: 0.0)
    maker = str(new_id())
    requests = [AdmissionRequest(maker, new_id(), None) for _ in range(UNKNOWN_KEPT + 100)]
    for start in range(0, len(requests), 500):
        await asyncio.gather(*(cache.admission.ask(request) for request in requests[start : start + 500]))
    assert len(cache.rows.loads) <= len(requests) / 50
    before = len(cache.rows.loads)
    await cache.admission.ask(requests[-1])
    assert len(cache.rows.loads) == before
    await cache.admission.ask(requests[0])  # evicted to make room
    assert len(cache.rows.loads) == before + 1


async def test_without_postgresql_a_session_that_redis_does_not_know_is_unverified(
    redis_url: str, make_cache: MakeCache
) -> None:
    cache = await make_cache(redis_url)
    known, unknown = cache.rows.add(), cache.rows.add()
    await cache.ask(known)
    cache.rows.failure = ConnectionRefusedError("PostgreSQL is away")
    assert (await cache.ask(known, LIMIT)).session == "live"
    result = await cache.ask(unknown, LIMIT)
    assert (result.session, result.role, result.allowed, result.away) == ("unverified", None, True, False)
    assert result.remaining == LIMIT.quota - 1
    cache.rows.failure = None
    assert (await cache.ask(unknown)).session == "live"


async def test_a_session_is_not_valid_for_another_maker(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add("admin")
    result = await cache.admission.ask(AdmissionRequest(str(new_id()), state.session_id, None))
    assert (result.session, result.role) == ("none", None)


async def test_check_always_queries_postgresql(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add()
    await cache.sessions.revoked(state.maker_id, [state.session_id])
    checks = await asyncio.gather(*(cache.sessions.check(state.session_id) for _ in range(20)))
    assert checks == [state] * 20
    assert len(cache.rows.loads) == 1
    assert await cache.sessions.check(new_id()) is None


async def test_a_row_read_before_a_logout_is_not_cached_after_a_flush(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    state = cache.rows.add()
    late = await _asked_while_rows_are_held(cache, state.maker_id, state.session_id)
    cache.rows.end(state)
    await cache.sessions.revoked(state.maker_id, [state.session_id])
    await cache.redis.command("FLUSHDB")
    _let_go(cache)
    assert (await late).session == "revoked"
    assert (await cache.ask(state)).session == "revoked"


async def _asked_while_rows_are_held(cache: Cache, maker_id: UUID, session_id: UUID) -> asyncio.Task[AdmissionResult]:
    """Start a check that has read the row and has not cached it yet."""
    cache.rows.hold = asyncio.Event()
    ask = asyncio.ensure_future(cache.admission.ask(AdmissionRequest(str(maker_id), session_id, None)))
    await cache.rows.reading.wait()
    return ask


def _let_go(cache: Cache) -> None:
    assert cache.rows.hold is not None
    cache.rows.hold.set()
    cache.rows.hold = None
