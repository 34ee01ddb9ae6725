"""Test concurrent admission checks: each maker gets their own session, limit and mark, also when others cancel."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Literal

from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.cache.admission import Admission, AdmissionRequest, AdmissionResult, Mark
from service.cache.limits import Limit, LocalLimiter
from service.cache.redis import RedisClient
from service.cache.sessions import Sessions, SessionState
from tests.cache.conftest import PATIENT, Rows

type Kind = Literal["maker", "admin", "ended", "unknown"]


@frozen
class Caller:
    """A caller with a kind of session and a separate limit."""

    state: SessionState
    kind: Kind
    limit: Limit
    writes: bool

    def request(self, *, session: bool, limited: bool, mark: Mark) -> AdmissionRequest:
        return AdmissionRequest(
            str(self.state.maker_id),
            self.state.session_id if session else None,
            self.limit if limited else None,
            1,
            mark,
        )

    def check(self, request: AdmissionRequest, result: AdmissionResult, taken: int) -> None:
        """Check the result. `taken` is the largest number of requests that the limit has counted."""
        assert not result.away
        verdict: tuple[str, str | None] = ("none", None)
        if request.session_id is not None:
            verdict = {"ended": ("revoked", None), "unknown": ("none", None)}.get(self.kind, ("live", self.kind))
        assert (result.session, result.role) == verdict
        if request.limit is not None:
            assert self.limit.quota - taken <= result.remaining < self.limit.quota
        assert result.wrote == (request.mark == "ask" and self.writes)


ASK = st.tuples(
    st.integers(0, 5),  # caller
    st.booleans(),  # includes the session
    st.booleans(),  # includes the limit
    st.booleans(),  # asks for the session's write mark
    st.integers(0, 5),  # loop turns before the check starts
    st.none() | st.integers(0, 8),  # loop turns until the check is cancelled
)


@given(
    kinds=st.lists(st.sampled_from(("maker", "admin", "ended", "unknown")), min_size=6, max_size=6),
    writers=st.sets(st.integers(0, 5)),
    asks=st.lists(ASK, min_size=1, max_size=60),
    buckets=st.sampled_from((1, 3)),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_caller_gets_their_own_result(
    redis_url: str,
    kinds: list[Kind],
    writers: set[int],
    asks: list[tuple[int, bool, bool, bool, int, int | None]],
    buckets: int,
) -> None:
    asyncio.run(_check_results(redis_url, kinds, writers, asks, buckets))


async def _check_results(
    redis_url: str,
    kinds: list[Kind],
    writers: set[int],
    asks: list[tuple[int, bool, bool, bool, int, int | None]],
    buckets: int,
) -> None:
    redis, rows = RedisClient(redis_url, timeout=PATIENT), Rows()
    sessions = Sessions(redis, rows.load, buckets=buckets, access_token_lifetime=timedelta(minutes=5))
    admission = Admission(redis, sessions, LocalLimiter(1), buckets=buckets)
    callers: list[Caller] = []
    for number, kind in enumerate(kinds):
        state = rows.add("admin" if kind == "admin" else "maker", live=kind != "ended")
        if kind == "unknown":
            del rows.states[state.session_id]
        # Quotas far apart, so that a remaining count identifies the limit.
        callers.append(Caller(state, kind, Limit("own", 1000 * (number + 1), 86_400), number in writers))
    taken: Counter[int] = Counter()

    async def ask(number: int, session: bool, limited: bool, mark: bool, later: int, patience: int | None) -> None:
        for _ in range(later):
            await asyncio.sleep(0)
        who = callers[number]
        request = who.request(session=session, limited=limited, mark="ask" if session and mark else "none")
        taken[number] += limited
        call = asyncio.ensure_future(admission.ask(request))
        if patience is not None:
            for _ in range(patience):
                await asyncio.sleep(0)
            call.cancel()
        try:
            result = await call
        except asyncio.CancelledError:
            assert patience is not None
        else:
            who.check(request, result, taken[number])

    try:
        for number in writers:
            await admission.ask(callers[number].request(session=True, limited=False, mark="set"))
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            for asked in asks:
                group.create_task(ask(*asked))
    finally:
        await redis.close()
