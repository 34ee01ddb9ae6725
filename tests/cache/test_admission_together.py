"""Concurrent admission checks: each maker gets their own session, limit and mark, also when others are cancelled."""

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
class Somebody:
    """A caller with a session of some kind, and a limit that is nobody else's."""

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

    def check(self, request: AdmissionRequest, answer: AdmissionResult, taken: int) -> None:
        """`taken`: how often this limit may have been taken from by then."""
        assert not answer.away
        verdict: tuple[str, str | None] = ("none", None)
        if request.session_id is not None:
            verdict = {"ended": ("revoked", None), "unknown": ("none", None)}.get(self.kind, ("live", self.kind))
        assert (answer.session, answer.role) == verdict
        if request.limit is not None:
            assert self.limit.quota - taken <= answer.remaining < self.limit.quota
        assert answer.wrote == (request.mark == "ask" and self.writes)


ASK = st.tuples(
    st.integers(0, 5),  # who
    st.booleans(),  # with the session
    st.booleans(),  # with the limit
    st.booleans(),  # with the session's mark
    st.integers(0, 5),  # turns of the loop before asking
    st.none() | st.integers(0, 8),  # turns after which they leave
)


@given(
    kinds=st.lists(st.sampled_from(("maker", "admin", "ended", "unknown")), min_size=6, max_size=6),
    writers=st.sets(st.integers(0, 5)),
    asks=st.lists(ASK, min_size=1, max_size=60),
    buckets=st.sampled_from((1, 3)),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everybody_is_told_of_themselves(
    redis_url: str,
    kinds: list[Kind],
    writers: set[int],
    asks: list[tuple[int, bool, bool, bool, int, int | None]],
    buckets: int,
) -> None:
    asyncio.run(_told(redis_url, kinds, writers, asks, buckets))


async def _told(
    redis_url: str,
    kinds: list[Kind],
    writers: set[int],
    asks: list[tuple[int, bool, bool, bool, int, int | None]],
    buckets: int,
) -> None:
    redis, rows = RedisClient(redis_url, timeout=PATIENT), Rows()
    sessions = Sessions(redis, rows.load, buckets=buckets, access_token_lifetime=timedelta(minutes=5))
    admission = Admission(redis, sessions, LocalLimiter(1), buckets=buckets)
    people: list[Somebody] = []
    for number, kind in enumerate(kinds):
        state = rows.add("admin" if kind == "admin" else "maker", live=kind != "ended")
        if kind == "unknown":
            del rows.states[state.session_id]
        # Quotas so far apart that what is left of one cannot be left of another.
        people.append(Somebody(state, kind, Limit("own", 1000 * (number + 1), 86_400), number in writers))
    taken: Counter[int] = Counter()

    async def ask(number: int, session: bool, limited: bool, mark: bool, later: int, patience: int | None) -> None:
        for _ in range(later):
            await asyncio.sleep(0)
        who = people[number]
        request = who.request(session=session, limited=limited, mark="ask" if session and mark else "none")
        taken[number] += limited
        call = asyncio.ensure_future(admission.ask(request))
        if patience is not None:
            for _ in range(patience):
                await asyncio.sleep(0)
            call.cancel()
        try:
            answer = await call
        except asyncio.CancelledError:
            assert patience is not None
        else:
            who.check(request, answer, taken[number])

    try:
        for number in writers:
            await admission.ask(people[number].request(session=True, limited=False, mark="set"))
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            for asked in asks:
                group.create_task(ask(*asked))
    finally:
        await redis.close()
