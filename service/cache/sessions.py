"""Sessions: durable in PostgreSQL, served from Redis, where an entry lives 15 minutes at most.

An entry holds the role of a live session, or is a tombstone (`revoked`). Its key has the hash tag of the
maker's bucket, which is also that of the maker's rate limits, so that the gate reads both in one call on
Redis Cluster too. A session that Redis does not know is read from PostgreSQL and put back, without
overwriting what stands there by then.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal
from uuid import UUID
from zlib import crc32

import structlog
from attrs import evolve, frozen

from service.cache.redis import CacheUnavailable, RedisClient, Script
from service.core.clock import Clock, system_clock
from service.db.batching import Batcher

log = structlog.get_logger(__name__)

ROLES: Final = ("maker", "admin")
REVOKED: Final = "revoked"

ENTRY_LIFETIME: Final = timedelta(minutes=15)
"""After this long at most, PostgreSQL is asked again: what a lost message may have left wrong ends here."""

ENDED: Final = "sessions"
"""The channel on which every process hears of tombstones, with the script that writes them: the session's id as text.
What only looks at a session when it begins, such as a live stream, ends with it so."""

TOMBSTONE_MARGIN: Final = timedelta(minutes=1)
"""A tombstone outlives the last access token by this, for slow readers and clocks that differ."""

UNKNOWN_LIFETIME: Final = 10.0
UNKNOWN_KEPT: Final = 10_000
_BATCH: Final = 128
_WRITE = Script.load(Path(__file__).with_name("sessions.lua"))


@frozen
class SessionState:
    """A session as PostgreSQL has it. `live`: it is not revoked, not expired, and its maker is active."""

    session_id: UUID
    maker_id: UUID
    role: str
    live: bool
    expires_at: datetime


type Load = Callable[[Sequence[UUID]], Awaitable[Mapping[UUID, SessionState]]]
"""Reads sessions from PostgreSQL; an id without a row is absent from the answer."""


def slot(bucket_key: str, buckets: int) -> int:
    """The hash tag `{g<slot>}` that all of one caller's keys share."""
    return crc32(bucket_key.encode()) % buckets if buckets > 1 else 0


@lru_cache(maxsize=20_000)
def session_key(slot: int, session_id: UUID) -> str:
    """The key of a session's entry. Remembered: it is asked for with every request of the session."""
    return f"{{g{slot}}}:s:{session_id}"


class Sessions:
    """Reads sessions from PostgreSQL for many callers at once, and keeps Redis' entries true.

    `load` reads PostgreSQL. At most two of its calls run at a time, one for `check` and one for `restore`,
    however many unknown sessions are asked about; ids without a row are remembered for 10 s, 10,000 of them
    at most.
    """

    def __init__(
        self,
        redis: RedisClient,
        load: Load,
        *,
        buckets: int,
        access_token_lifetime: timedelta,
        clock: Clock = system_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._redis = redis
        self._load = load
        self._buckets = buckets
        self._tombstone_lifetime = access_token_lifetime + TOMBSTONE_MARGIN
        self._clock = clock
        self._monotonic = monotonic
        self._unknown: OrderedDict[UUID, float] = OrderedDict()
        self._check: Batcher[UUID, SessionState | None] = Batcher(self._read, _BATCH)
        self._restore: Batcher[UUID, SessionState | None] = Batcher(self._read_and_put_back, _BATCH)

    async def check(self, session_id: UUID) -> SessionState | None:
        """The session as PostgreSQL has it now; None when it has no row. Raises what `load` raises."""
        return await self._check(session_id)

    async def restore(self, session_id: UUID) -> SessionState | None:
        """The session as PostgreSQL has it, put back into Redis; a tombstone written meanwhile wins.

        An id that had no row a moment ago is not asked about again. Without Redis it is PostgreSQL's word
        that counts. Raises what `load` raises.

        A row that was read before a logout could be put back after it, if Redis lost the tombstone in between. So
        the row is looked at once more when its entry stands: a logout that is not seen then comes after the entry,
        and its tombstone overwrites it.
        """
        if self._unknown.get(session_id, 0.0) > self._monotonic():
            return None
        return await self._restore(session_id)

    async def revoked(self, maker_id: UUID, session_ids: Sequence[UUID]) -> None:
        """Ends these sessions of one maker at once. Call it after the commit. Raises CacheUnavailable."""
        lifetime = _milliseconds(self._tombstone_lifetime)
        entries = [(session_id, REVOKED, lifetime) for session_id in session_ids]
        await self._write("replace", slot(str(maker_id), self._buckets), entries)

    async def changed(self, states: Iterable[SessionState]) -> None:
        """Makes Redis say what was just committed: another role, a suspension, a new session.

        Raises CacheUnavailable; entries before the failure are written.
        """
        for number, group in self._by_slot(states).items():
            await self._write("replace", number, [self._entry(state) for state in group])

    async def _read(self, session_ids: list[UUID]) -> list[SessionState | None]:
        states = await self._load(list(set(session_ids)))
        return [states.get(session_id) for session_id in session_ids]

    async def _read_and_put_back(self, session_ids: list[UUID]) -> list[SessionState | None]:
        states = dict(await self._load(list(set(session_ids))))
        until = self._monotonic() + UNKNOWN_LIFETIME
        for session_id in session_ids:
            if session_id not in states:
                self._unknown[session_id] = until
                self._unknown.move_to_end(session_id)
        while len(self._unknown) > UNKNOWN_KEPT:
            self._unknown.popitem(last=False)
        try:
            for number, group in self._by_slot(states.values()).items():
                standing = await self._write("restore", number, [self._entry(state) for state in group])
                for state, value in zip(group, standing, strict=True):
                    states[state.session_id] = _as_standing(state, value)
            states |= await self._second_look([state for state in states.values() if state.live])
        except CacheUnavailable as error:
            log.info("sessions_not_put_back", error=str(error))
        return [states.get(session_id) for session_id in session_ids]

    async def _second_look(self, put_back: list[SessionState]) -> Mapping[UUID, SessionState]:
        """What has changed while these were put back; Redis then says so too."""
        if not put_back:
            return {}
        now = await self._load([state.session_id for state in put_back])
        changed = {
            state.session_id: found
            for state in put_back
            if (found := now.get(state.session_id)) is not None and (found.live, found.role) != (state.live, state.role)
        }
        await self.changed(changed.values())
        return changed

    def _by_slot(self, states: Iterable[SessionState]) -> dict[int, list[SessionState]]:
        groups: dict[int, list[SessionState]] = {}
        for state in states:
            groups.setdefault(slot(str(state.maker_id), self._buckets), []).append(state)
        return groups

    def _entry(self, state: SessionState) -> tuple[UUID, str, int]:
        left = state.expires_at - self._clock()
        if not state.live or left <= timedelta():
            return state.session_id, REVOKED, _milliseconds(self._tombstone_lifetime)
        if state.role not in ROLES:
            raise ValueError(f"a session's role is one of {', '.join(ROLES)}, not {state.role!r}")
        return state.session_id, state.role, _milliseconds(min(left, ENTRY_LIFETIME))

    async def _write(
        self, how: Literal["restore", "replace"], slot: int, entries: Sequence[tuple[UUID, str, int]]
    ) -> list[str]:
        """Writes entries of one slot; returns the values that stand then."""
        if not entries:
            return []
        arguments: list[str | int] = [how]
        for _, value, lifetime in entries:
            arguments += (value, lifetime)
        arguments.append(self._redis.endpoint.channel(ENDED))
        keys = [session_key(slot, session_id) for session_id, _, _ in entries]
        return [value.decode() for value in await self._redis.script(_WRITE, keys, arguments)]


def _as_standing(state: SessionState, value: str) -> SessionState:
    """`state` corrected by what stands in Redis; a value that this version does not know corrects nothing."""
    if value == REVOKED:
        return evolve(state, live=False)
    return evolve(state, role=value) if value in ROLES and value != state.role else state


def _milliseconds(span: timedelta) -> int:
    return max(1, span // timedelta(milliseconds=1))
