"""Admission check: session and rate limit of many concurrent requests in one script call.

While one call is in flight, requests queue for the next (service/db/batching.py), in one queue per hash slot.
admission.lua reads the required entries and updates the limits. This module derives the result of each request, in
order, by the rule in limits.py. A hundred requests cost Redis one call, and each result equals that of a separate call.

Sessions that Redis does not have are read from PostgreSQL (sessions.py). During outages:

- Redis is unavailable: this process limits alone, and sessions are `unverified`. `away` is set.
- PostgreSQL is unavailable and Redis does not have the session: the session is `unverified`, too, and the limit is
  exact. In both cases a read accepts the signed token, which expires within minutes; a write asks PostgreSQL and fails
  with it. A revocation that is only in PostgreSQL reaches reads late, by the rest of the access token at most.
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

_SCRIPT = Script.load(Path(__file__).with_name("admission.lua"))
_BATCH: Final = 128

_NOT_ASKED: Final[tuple[SessionVerdict, str | None]] = ("none", None)

# Indexed by the session codes of admission.lua; 0 is a session that Redis does not have.
_VERDICTS: Final[tuple[tuple[SessionVerdict, str | None], ...]] = (
    ("unverified", None),
    ("revoked", None),
    ("live", "maker"),
    ("live", "admin"),
)


class AdmissionRequest(NamedTuple):
    """Request for an admission check: of the session, the limit, or both.

    `bucket_key` is the maker's id as text (always, if there is a session), the client's address, or another key of a
    limit. `cost` is 1 to take from the quota. With 0 the request takes nothing, but is still refused if the quota is
    used up. `mark` is `set` for a maker's write, and `ask` for a read that needs to know about recent writes. `also` is
    a second limit under the same key, from which the request always takes one. The request is refused if either limit
    refuses it.
    """

    bucket_key: str
    session_id: UUID | None
    limit: Limit | None
    cost: int = 1
    mark: Mark = "none"
    also: Limit | None = None


class AdmissionResult(NamedTuple):
    """Result of an admission check. Times are in seconds.

    `session` is `none` if the session does not exist or was not requested, and `unverified` if its state is unknown.
    `role` is set for `live`. `remaining` and the times are 0 without a limit. `away`: Redis is unavailable, and this
    process decided alone. `wrote`: the maker has written within the last 5 s; it is set only for requests with the mark
    `ask`. `also_refused`: the second limit refused the request, and `remaining` and the times are those of the second
    limit.
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
    """Admission checks in Redis, with keys in `buckets` hash slots. `local` applies limits during an outage of
    Redis.
    """

    def __init__(self, redis: RedisClient, sessions: Sessions, local: LocalLimiter, *, buckets: int) -> None:
        self._redis = redis
        self._sessions = sessions
        self._local = local
        self._buckets = buckets
        self._streams: dict[int, Batcher[AdmissionRequest, AdmissionResult]] = {}
        self.asked = 0

    async def ask(self, request: AdmissionRequest) -> AdmissionResult:
        """Check one request. Raises nothing, even during outages."""
        self.asked += 1
        if not self._redis.available:
            return self._alone(request)
        number = slot(request.bucket_key, self._buckets)
        stream = self._streams.get(number)
        if stream is None:
            stream = self._streams[number] = Batcher(_Batch(self._redis, number).run, _BATCH)
        try:
            result = await stream(request)
        except CacheUnavailable:
            return self._alone(request)
        except RedisError as error:  # a bug in the script; one line per request is enough
            log.error("admission_script_failed", error=str(error))
            return self._alone(request)
        if result.session == "unverified":
            return await self._restored(request, result)
        return result

    async def charge(self, limit: Limit, key: str, cost: int = 1) -> AdmissionResult:
        """Take from a limit under any key, such as login attempts per account. Raises nothing."""
        return await self.ask(AdmissionRequest(key, None, limit, cost))

    async def _restored(self, request: AdmissionRequest, result: AdmissionResult) -> AdmissionResult:
        """Return the result for a session that Redis does not have."""
        assert request.session_id is not None
        try:
            state = await self._sessions.restore(request.session_id)
        except Exception as error:  # noqa: BLE001 - no database error may fail the request
            log.warning("session_unverified", error=str(error) or type(error).__name__)
            return result
        session: SessionVerdict
        if state is None or str(state.maker_id) != request.bucket_key:
            session = "none"
        else:
            session = "live" if state.live else "revoked"
        return result._replace(session=session, role=state.role if state is not None and session == "live" else None)

    def _alone(self, request: AdmissionRequest) -> AdmissionResult:
        session: SessionVerdict = "none" if request.session_id is None else "unverified"
        if request.limit is None:
            return AdmissionResult(session, None, True, 0, 0.0, 0.0, True)
        allowed, ahead = self._local.ask(request.limit, request.bucket_key, request.cost)
        share = self._local.share(request.limit)
        result = _result(session, None, share, allowed, ahead, away=True)
        if request.also is not None:
            also_allowed, ahead = self._local.ask(request.also, request.bucket_key, 1)
            if not also_allowed and allowed:
                return _refused_by(result, self._local.share(request.also), ahead)
        return result


class _Batch:
    """Batched requests of one hash slot."""

    __slots__ = ("_prefix", "_redis", "_slot")

    def __init__(self, redis: RedisClient, number: int) -> None:
        self._redis = redis
        self._slot = number
        self._prefix = f"{{g{number}}}:l:"

    async def run(self, requests: list[AdmissionRequest]) -> list[AdmissionResult]:
        sessions: dict[UUID, int] = {}  # → position in the reply
        charges: dict[str, _Charge] = {}  # by key
        marks: dict[str, dict[str, int]] = {"ask": {}, "set": {}}  # → position among the marks
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
            reply = await self._redis.script(_SCRIPT, keys, arguments)
            marked = reply[len(sessions) + len(charges) :]
        for charge, ahead in zip(charges.values(), reply[len(sessions) : len(sessions) + len(charges)], strict=True):
            charge.ahead = ahead

        results: list[AdmissionResult] = []
        for request, (position, charge, also) in zip(requests, asked, strict=True):
            session, role = _NOT_ASKED if position < 0 else _VERDICTS[reply[position]]
            if charge is None:
                result = AdmissionResult(session, role, True, 0, 0.0, 0.0, False)
            else:
                allowed = admits(charge.limit, charge.ahead)
                if allowed and request.cost:
                    charge.ahead += charge.limit.interval
                result = _result(session, role, charge.limit, allowed, charge.ahead, away=False)
                if also is not None:
                    if admits(also.limit, also.ahead):
                        also.ahead += also.limit.interval
                    elif allowed:
                        result = _refused_by(result, also.limit, also.ahead)
            if request.mark == "ask" and marked[marks["ask"][request.bucket_key]]:
                result = result._replace(wrote=True)
            results.append(result)
        return results

    def _charge(self, charges: "dict[str, _Charge]", limit: Limit, bucket_key: str) -> "_Charge":
        key = f"{self._prefix}{limit.name}:{bucket_key}"
        charge = charges.get(key)
        if charge is None:
            charge = charges[key] = _Charge(limit)
        return charge


class _Charge:
    """Demand of one batch on the key of one limit."""

    __slots__ = ("ahead", "limit", "takes")

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.takes = 0
        self.ahead = 0


def _refused_by(result: AdmissionResult, also: Limit, ahead: int) -> AdmissionResult:
    """Return the result of a request that its second limit refuses."""
    return result._replace(
        allowed=False,
        remaining=remaining(also, ahead),
        reset_after=reset_after(ahead),
        retry_after=retry_after(also, ahead),
        also_refused=True,
    )


def _result(
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
