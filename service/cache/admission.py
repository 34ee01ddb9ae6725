"""The gate: session and rate limit of many concurrent requests in one script call.

While one call is in flight, requests gather for the next (service/db/batching.py), one stream per hash slot.
gate.lua reads what the requests need and moves the limits; the answers are derived here, request by request
in their order, by the rule in limits.py. So a hundred requests cost Redis one call, and each is decided
exactly as if it had come alone.

What Redis does not know is read from PostgreSQL (sessions.py). What is decided when something is away:

- Redis away: this process limits alone, and sessions are `unverified`. `away` is set.
- PostgreSQL away while Redis does not know the session: `unverified` too, with the limit exact. The caller
  does the same as for the first: a read accepts the signed token, which ends within minutes; a write asks
  PostgreSQL, and fails with it. A revocation that only PostgreSQL has is then late for reads, by the rest of
  the access token at most.
"""

from pathlib import Path
from typing import Final, Literal, NamedTuple
from uuid import UUID

import structlog
from redis.exceptions import RedisError

from service.cache.limits import Limit, LocalLimiter, admits, remaining, reset_after, retry_after
from service.cache.redis import CacheUnavailable, RedisClient, Script
from service.cache.sessions import Sessions, session_key, slot
from service.db.batching import Batcher

log = structlog.get_logger(__name__)

type SessionVerdict = Literal["live", "revoked", "none", "unverified"]
type Mark = Literal["none", "set", "ask"]

_GATE = Script.load(Path(__file__).with_name("admission.lua"))
_BATCH: Final = 128

_NOT_ASKED: Final[tuple[SessionVerdict, str | None]] = ("none", None)

# By gate.lua's session codes; 0 is a session that Redis does not know.
_VERDICTS: Final[tuple[tuple[SessionVerdict, str | None], ...]] = (
    ("unverified", None),
    ("revoked", None),
    ("live", "maker"),
    ("live", "admin"),
)


class AdmissionRequest(NamedTuple):
    """What to decide: the session, the limit, or both.

    `bucket_key` is the maker's id as text (always, when there is a session), the client's address, or any
    other key of a limit. `cost` is 1 to take from the quota, or 0 to look only, which is still refused when
    nothing is left. `mark` says of a maker's write that it is one, and asks on a read whether there was one lately.
    `also` is a second limit under the same key, from which the request always takes one; it is refused when
    either limit refuses it.
    """

    bucket_key: str
    session_id: UUID | None
    limit: Limit | None
    cost: int = 1
    mark: Mark = "none"
    also: Limit | None = None


class AdmissionResult(NamedTuple):
    """Times in seconds.

    `session` is `none` when there is no such session, also when none was asked about; `unverified` when it
    could not be found out. `role` goes with `live`. `remaining` and the times are 0 without a limit. `away`:
    Redis did not decide the limit, this process did alone. `wrote`: the maker has written within the last
    5 s; known only where it was asked. `also_refused`: the second limit refused the request, and `remaining` and the
    times are those of the second limit.
    """

    session: SessionVerdict
    role: str | None
    allowed: bool
    remaining: int
    reset_after: float
    retry_after: float
    away: bool
    wrote: bool = False
    also_refused: bool = False


class Admission:
    """Decides requests. `local` limits while Redis is away; the keys are spread over `buckets` hash slots."""

    def __init__(self, redis: RedisClient, sessions: Sessions, local: LocalLimiter, *, buckets: int) -> None:
        self._redis = redis
        self._sessions = sessions
        self._local = local
        self._buckets = buckets
        self._streams: dict[int, Batcher[AdmissionRequest, AdmissionResult]] = {}
        self.asked = 0

    async def ask(self, request: AdmissionRequest) -> AdmissionResult:
        """Decides one request. Raises nothing, whatever is away."""
        self.asked += 1
        if not self._redis.available:
            return self._alone(request)
        number = slot(request.bucket_key, self._buckets)
        stream = self._streams.get(number)
        if stream is None:
            stream = self._streams[number] = Batcher(_Batch(self._redis, number).run, _BATCH)
        try:
            answer = await stream(request)
        except CacheUnavailable:
            return self._alone(request)
        except RedisError as error:  # a mistake in the script; a line for each request is enough
            log.error("gate_script_failed", error=str(error))
            return self._alone(request)
        if answer.session == "unverified":
            return await self._restored(request, answer)
        return answer

    async def charge(self, limit: Limit, key: str, cost: int = 1) -> AdmissionResult:
        """Takes from a limit under any key, such as attempts to log in per account. Raises nothing."""
        return await self.ask(AdmissionRequest(key, None, limit, cost))

    async def _restored(self, request: AdmissionRequest, answer: AdmissionResult) -> AdmissionResult:
        """The answer for a session that Redis does not know."""
        assert request.session_id is not None
        try:
            state = await self._sessions.restore(request.session_id)
        except Exception as error:  # noqa: BLE001 - whatever the database raised, the request goes on
            log.warning("session_unverified", error=str(error) or type(error).__name__)
            return answer
        session: SessionVerdict
        if state is None or str(state.maker_id) != request.bucket_key:
            session = "none"
        else:
            session = "live" if state.live else "revoked"
        return answer._replace(session=session, role=state.role if state is not None and session == "live" else None)

    def _alone(self, request: AdmissionRequest) -> AdmissionResult:
        session: SessionVerdict = "none" if request.session_id is None else "unverified"
        if request.limit is None:
            return AdmissionResult(session, None, True, 0, 0.0, 0.0, True)
        allowed, ahead = self._local.ask(request.limit, request.bucket_key, request.cost)
        share = self._local.share(request.limit)
        answer = _answer(session, None, share, allowed, ahead, away=True)
        if request.also is not None:
            also_allowed, ahead = self._local.ask(request.also, request.bucket_key, 1)
            if not also_allowed and allowed:
                return _refused_by(answer, self._local.share(request.also), ahead)
        return answer


class _Batch:
    """Runs the joined requests of one hash slot."""

    __slots__ = ("_prefix", "_redis", "_slot")

    def __init__(self, redis: RedisClient, number: int) -> None:
        self._redis = redis
        self._slot = number
        self._prefix = f"{{g{number}}}:l:"

    async def run(self, requests: list[AdmissionRequest]) -> list[AdmissionResult]:
        sessions: dict[UUID, int] = {}  # → position in the reply
        charges: dict[str, _Charge] = {}  # by key
        marks: dict[str, dict[str, int]] = {"ask": {}, "set": {}}  # → position among those asked
        asked: list[tuple[int, _Charge | None, _Charge | None]] = []
        for request in requests:
            position = -1
            if request.session_id is not None:
                position = sessions.setdefault(request.session_id, len(sessions))
            charge = also = None
            if request.limit is not None:
                charge = self._charge(charges, request.limit, request.bucket_key)
                if request.cost:
                    charge.takes += 1
            if request.also is not None:
                also = self._charge(charges, request.also, request.bucket_key)
                also.takes += 1
            asked.append((position, charge, also))
            if request.mark != "none":
                makers = marks[request.mark]
                makers.setdefault(request.bucket_key, len(makers))

        reply: list[int] = []
        marked: list[int] = []
        if sessions or charges:
            keys = [session_key(self._slot, session_id) for session_id in sessions]
            keys += charges
            arguments: list[int] = []
            for charge in charges.values():
                arguments += (charge.limit.interval, charge.limit.tolerance, charge.takes)
            if marks["ask"] or marks["set"]:
                keys += [f"{{g{self._slot}}}:w:{maker}" for makers in marks.values() for maker in makers]
                arguments += (len(marks["ask"]), len(marks["set"]))
            reply = await self._redis.script(_GATE, keys, arguments)
            marked = reply[len(sessions) + len(charges) :]
        for charge, ahead in zip(charges.values(), reply[len(sessions) : len(sessions) + len(charges)], strict=True):
            charge.ahead = ahead

        answers: list[AdmissionResult] = []
        for request, (position, charge, also) in zip(requests, asked, strict=True):
            session, role = _NOT_ASKED if position < 0 else _VERDICTS[reply[position]]
            if charge is None:
                answer = AdmissionResult(session, role, True, 0, 0.0, 0.0, False)
            else:
                allowed = admits(charge.limit, charge.ahead)
                if allowed and request.cost:
                    charge.ahead += charge.limit.interval
                answer = _answer(session, role, charge.limit, allowed, charge.ahead, away=False)
                if also is not None:
                    if admits(also.limit, also.ahead):
                        also.ahead += also.limit.interval
                    elif allowed:
                        answer = _refused_by(answer, also.limit, also.ahead)
            if request.mark == "ask" and marked[marks["ask"][request.bucket_key]]:
                answer = answer._replace(wrote=True)
            answers.append(answer)
        return answers

    def _charge(self, charges: "dict[str, _Charge]", limit: Limit, bucket_key: str) -> "_Charge":
        key = f"{self._prefix}{limit.name}:{bucket_key}"
        charge = charges.get(key)
        if charge is None:
            charge = charges[key] = _Charge(limit)
        return charge


class _Charge:
    """What the requests of one batch want of one limit's key."""

    __slots__ = ("ahead", "limit", "takes")

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.takes = 0
        self.ahead = 0


def _refused_by(answer: AdmissionResult, also: Limit, ahead: int) -> AdmissionResult:
    """Return the answer to a request that its second limit refuses."""
    return answer._replace(
        allowed=False,
        remaining=remaining(also, ahead),
        reset_after=reset_after(ahead),
        retry_after=retry_after(also, ahead),
        also_refused=True,
    )


def _answer(
    session: SessionVerdict, role: str | None, limit: Limit, allowed: bool, ahead: int, *, away: bool
) -> AdmissionResult:
    return AdmissionResult(
        session,
        role,
        allowed,
        remaining(limit, ahead),
        reset_after(ahead),
        0.0 if allowed else retry_after(limit, ahead),
        away,
    )
