"""Test that batched admission checks give the same results as separate checks."""

import asyncio
import time
from datetime import timedelta
from uuid import uuid4

import pytest
import redis as redis_client
from attrs import define, field
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.cache import admission as admission_module
from service.cache.admission import Admission, AdmissionRequest, Mark
from service.cache.limits import Limit, LocalLimiter
from service.cache.redis import RedisClient, Script
from service.cache.sessions import Sessions, SessionState
from tests.cache.conftest import PATIENT, MakeCache, MakeServer, Rows, free_port


async def test_200_concurrent_requests_in_two_processes_get_exactly_the_quota(
    redis_url: str, make_cache: MakeCache
) -> None:
    one, other = await make_cache(redis_url), await make_cache(redis_url)
    limit, key = Limit("exact", 50, 3600), str(uuid4())
    results = await asyncio.gather(*((one, other)[i % 2].admission.charge(limit, key) for i in range(200)))
    granted = [result for result in results if result.allowed]
    assert len(granted) == 50
    assert sorted(result.remaining for result in granted) == list(range(50))
    assert not any(result.away for result in results)
    assert all(result.remaining == 0 and 0 < result.retry_after <= 72 for result in results if not result.allowed)


async def test_concurrent_checks_share_round_trips(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    limit = Limit("shared", 1000, 60)
    states = [cache.rows.add() for _ in range(64)]
    await asyncio.gather(*(cache.ask(state, limit) for state in states))
    before = cache.redis.round_trips

    async def client(number: int) -> None:
        for _ in range(20):
            assert (await cache.ask(states[number], limit)).session == "live"

    await asyncio.gather(*(client(number) for number in range(64)))
    assert (cache.redis.round_trips - before) / (64 * 20) <= 0.2
    assert len(cache.rows.loads) <= 2  # sessions missing in Redis are loaded from PostgreSQL in one batch


async def test_a_caller_who_waits_for_retry_after_is_admitted(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    limit, key = Limit("refill", 20, 1), str(uuid4())
    began = time.monotonic()
    granted = 0
    while (result := await cache.admission.charge(limit, key)).allowed:
        granted += 1
    assert granted >= 20
    assert 0 < result.retry_after <= 0.05
    assert result.reset_after <= 1
    await asyncio.sleep(result.retry_after)
    assert (await cache.admission.charge(limit, key)).allowed
    assert granted + 1 <= 20 + (time.monotonic() - began) / 0.05 + 1


async def test_a_check_with_cost_zero_takes_no_quota(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    limit, key = Limit("look", 3, 3600), str(uuid4())
    for _ in range(5):
        assert (await cache.admission.charge(limit, key, 0)).remaining == 3
    results = await asyncio.gather(*(cache.admission.charge(limit, key, cost) for cost in (1, 0, 1, 0, 1, 0, 1)))
    assert [(result.allowed, result.remaining) for result in results] == [
        (True, 2), (True, 2), (True, 1), (True, 1), (True, 0), (False, 0), (False, 0),
    ]  # fmt: skip


async def test_callers_and_limits_have_separate_counts(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    key = str(uuid4())
    asked = [(Limit(name, 1, 3600), who) for name in ("one", "two") for who in (key, key + "x")]
    results = await asyncio.gather(*(cache.admission.charge(limit, who) for limit, who in asked + asked))
    assert [result.allowed for result in results] == [True] * 4 + [False] * 4


async def test_a_request_without_session_and_limit_is_admitted(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    result = await cache.admission.ask(AdmissionRequest("somebody", None, None))
    assert (result.session, result.allowed, result.away) == ("none", True, False)


async def test_a_smaller_quota_or_a_backward_clock_step_locks_no_caller_out(
    redis_url: str, make_cache: MakeCache
) -> None:
    cache = await make_cache(redis_url)
    key = str(uuid4())
    await asyncio.gather(*(cache.admission.charge(Limit("was", 100, 3600), key) for _ in range(100)))
    result = await cache.admission.charge(Limit("was", 10, 10), key)
    assert not result.allowed
    assert result.retry_after <= 1


async def test_a_cancelled_check_does_not_affect_others(redis_url: str, make_cache: MakeCache) -> None:
    cache = await make_cache(redis_url)
    limit, key = Limit("cancel", 100, 3600), str(uuid4())
    for turns in range(12):  # cancelled while queued, while in flight, and after
        asks = [asyncio.ensure_future(cache.admission.charge(limit, f"{key}{turns}")) for _ in range(9)]
        for _ in range(turns):
            await asyncio.sleep(0)
        asks[4].cancel()
        results = await asyncio.gather(*asks, return_exceptions=True)
        others = [result for number, result in enumerate(results) if number != 4]
        assert len({result.remaining for result in others}) == 8  # type: ignore[union-attr]
        assert not any(result.away for result in others)  # type: ignore[union-attr]


async def test_all_keys_of_one_call_have_the_same_hash_slot(make_server: MakeServer, make_cache: MakeCache) -> None:
    """A node in cluster mode rejects a script whose keys have different slots."""
    server = make_server("--cluster-enabled", "yes", "--cluster-port", str(free_port()))
    server.start()
    cache = await make_cache(server.url, buckets=16)
    assert not cache.redis.available  # PING works, but no key is served
    with redis_client.Redis.from_url(server.url) as admin:
        admin.execute_command("CLUSTER ADDSLOTSRANGE", 0, 16383)
    await cache.until_back(within=5)
    limit = Limit("cluster", 10, 60)
    states = [cache.rows.add("admin") for _ in range(40)]
    for _ in range(2):
        results = await asyncio.gather(*(cache.ask(state, limit) for state in states))
        assert {(result.session, result.role, result.allowed, result.away) for result in results} == {
            ("live", "admin", True, False)
        }
    for state in states:
        await cache.sessions.revoked(state.maker_id, [state.session_id])
    await cache.sessions.changed(states)
    results = await asyncio.gather(*(cache.ask(state, limit) for state in states))
    assert {result.session for result in results} == {"revoked"}


@define
class Model:
    """Reference GCRA for one request at a time: one theoretical arrival time per caller."""

    arrivals: dict[tuple[str, str], int] = field(factory=dict)

    def ask(self, now: int, limit: Limit, key: str, cost: int) -> tuple[bool, int]:
        """Return whether the request conforms and how many more would."""
        spacing = -(-limit.window * 1_000_000 // limit.quota)
        arrival = max(now, self.arrivals.get((limit.name, key), now))
        conforms = arrival - now <= spacing * (limit.quota - 1)
        if conforms and cost:
            arrival += spacing
            self.arrivals[limit.name, key] = arrival
        more = 0
        while arrival + more * spacing - now <= spacing * (limit.quota - 1):
            more += 1
        return conforms, more


LIMITS = (Limit("three", 3, 1), Limit("seven", 7, 60), Limit("many", 40, 7))
REQUESTS = st.tuples(st.sampled_from(LIMITS), st.sampled_from(("a", "b")), st.sampled_from((0, 1, 1, 1)))
STEPS = st.lists(st.tuples(st.integers(0, 3_000_000), st.lists(REQUESTS, min_size=1, max_size=60)), max_size=8)
DOUBLES_ARE_EXACT_UNTIL = 2**53 - 86_400_000_000


def scripted_clock(text: str, clock: str) -> str:
    """Return admission.lua with a clock that reads a list, and without expiry of entries."""
    moved = text.replace("redis.call('TIME')", f"redis.call('LRANGE', '{clock}', 0, -1)")
    moved = moved.replace("'PX', math.ceil(", "'PX', 3600000 + math.ceil(")
    assert moved.count(clock) == 1
    assert moved.count("3600000") == 1
    return moved


@given(start=st.integers(1_700_000_000_000_000, DOUBLES_ARE_EXACT_UNTIL - 24_000_000), steps=STEPS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_script_agrees_with_the_reference_model(
    redis_url: str, start: int, steps: list[tuple[int, list[tuple[Limit, str, int]]]]
) -> None:
    """Compare batches with single requests, up to the largest time that a double represents exactly."""
    asyncio.run(_compare_with_model(redis_url, start, steps))


async def _compare_with_model(redis_url: str, now: int, steps: list[tuple[int, list[tuple[Limit, str, int]]]]) -> None:
    example = str(uuid4())
    clock = f"{{g0}}:clock:{example}"
    redis = RedisClient(redis_url, timeout=PATIENT)
    admission = Admission(redis, _no_sessions(redis), LocalLimiter(1), buckets=1)
    model = Model()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(admission_module, "_SCRIPT", Script.of(scripted_clock(admission_module._SCRIPT.text, clock)))
        try:
            for passed, requests in steps:
                now += passed
                await redis.command("DEL", clock)
                await redis.command("RPUSH", clock, now // 1_000_000, now % 1_000_000)
                asks = (admission.charge(limit, key + example, cost) for limit, key, cost in requests)
                results = await asyncio.gather(*asks)
                for (limit, key, cost), result in zip(requests, results, strict=True):
                    assert not result.away
                    assert (result.allowed, result.remaining) == model.ask(now, limit, key, cost)
                    assert (result.retry_after > 0) == (not result.allowed)
        finally:
            await redis.close()


def _no_sessions(redis: RedisClient) -> Sessions:
    return Sessions(redis, Rows().load, buckets=1, access_token_lifetime=timedelta(minutes=5))


async def test_a_recent_write_is_reported_only_for_its_maker_and_only_on_request(
    redis_url: str, make_cache: MakeCache
) -> None:
    one, other = await make_cache(redis_url), await make_cache(redis_url)
    limit = Limit("marked", 1000, 60)
    ada, bob = one.rows.add(), one.rows.add()
    other.rows.states |= one.rows.states

    def asking(state: SessionState, mark: Mark, limit: Limit | None = limit) -> AdmissionRequest:
        return AdmissionRequest(str(state.maker_id), state.session_id, limit, 1, mark)

    for state in (ada, bob):
        assert not (await one.admission.ask(asking(state, "ask"))).wrote
    assert not (await one.admission.ask(asking(ada, "set"))).wrote
    for cache in (one, other):
        requests = [asking(ada, "ask"), asking(bob, "ask"), asking(ada, "none"), asking(ada, "ask", None)]
        results = await asyncio.gather(*(cache.admission.ask(request) for request in requests))
        assert [result.wrote for result in results] == [True, False, False, True]
        assert [result.session for result in results] == ["live"] * 4
        assert all(result.allowed and not result.away for result in results)
    key = f"{{g0}}:w:{ada.maker_id}"
    assert 0 < await one.redis.command("PTTL", key) <= 5000


async def test_write_marks_do_not_affect_sessions_and_limits_of_the_batch(
    redis_url: str, make_cache: MakeCache
) -> None:
    cache = await make_cache(redis_url)
    limit = Limit("beside", 10, 3600)
    states = [cache.rows.add() for _ in range(6)]
    await asyncio.gather(*(cache.ask(state) for state in states))
    marks: list[Mark] = ["none", "set", "ask"]
    before = cache.redis.round_trips
    results = await asyncio.gather(
        *(
            cache.admission.ask(
                AdmissionRequest(str(state.maker_id), state.session_id, limit, 1, marks[(number + turn) % 3])
            )
            for turn in range(4)
            for number, state in enumerate(states)
        )
    )
    assert cache.redis.round_trips - before == 1
    assert [result.remaining for result in results] == [9] * 6 + [8] * 6 + [7] * 6 + [6] * 6
    assert all(result.session == "live" and result.allowed for result in results)
    # all requests were in one batch, so none follows another's write
    assert not any(result.wrote for result in results)


@pytest.mark.parametrize("away", [False, True])
async def test_a_second_limit_is_exact_and_does_not_change_the_first(
    redis_url: str, make_cache: MakeCache, away: bool
) -> None:
    one, other = await make_cache(redis_url), await make_cache(redis_url)
    if away:
        await asyncio.gather(one.redis.close(), other.redis.close())
        other = one
    limit, also, key = Limit("first", 10, 3600), Limit("first_304", 30, 3600), str(uuid4())
    request = AdmissionRequest(key, None, limit, 0, also=also)
    results = await asyncio.gather(*((one, other)[i % 2].admission.ask(request) for i in range(100)))
    assert sum(result.allowed for result in results) == 30
    assert all(result.also_refused and result.retry_after > 0 for result in results if not result.allowed)
    assert {result.remaining for result in results if result.allowed} == {10}
    # An exhausted first limit rejects requests that the second would allow.
    fresh = AdmissionRequest(str(uuid4()), None, limit, 0, also=also)
    for _ in range(10):
        assert (await one.admission.charge(limit, fresh.bucket_key)).allowed
    result = await one.admission.ask(fresh)
    assert (result.allowed, result.also_refused) == (False, False)
