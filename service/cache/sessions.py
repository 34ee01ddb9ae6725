"""Sessions: stored in PostgreSQL and cached in Redis for at most 15 minutes.

An entry contains the role of a live session, or is a tombstone (`revoked`). Its key has the hash tag of the maker's
bucket, which the maker's rate limits share. The admission check can therefore read both in one call on Redis Cluster,
too. A session that Redis does not have is read from PostgreSQL and written to Redis without overwriting a newer entry.
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
"""Maximum time until PostgreSQL is read again. It bounds cache staleness after a lost message."""

ENDED: Final = "sessions"
"""Channel on which all processes receive tombstones, published by the script that writes them: the session's id as
text. It ends long-running work, such as live streams, that checks its session only at the start.
"""

TOMBSTONE_MARGIN: Final = timedelta(minutes=1)
"""Time by which a tombstone outlives the last access token, for slow readers and clock differences."""

UNKNOWN_LIFETIME: Final = 10.0
UNKNOWN_KEPT: Final = 10_000
_BATCH: Final = 128
_WRITE = Script.load(Path(__file__).with_name("sessions.lua"))


@frozen
class SessionState:
    """State of a session in PostgreSQL. `live`: it is neither revoked nor expired, and its maker is active."""

    session_id: UUID
    maker_id: UUID
    role: str
    live: bool
    expires_at: datetime


type Load = Callable[[Sequence[UUID]], Awaitable[Mapping[UUID, SessionState]]]
"""Function that reads sessions from PostgreSQL; its result omits ids without a row."""


def slot(bucket_key: str, buckets: int) -> int:
    """Return the number of the hash tag `{g<slot>}` that all keys of one caller share."""
    return crc32(bucket_key.encode()) % buckets if buckets > 1 else 0


@lru_cache(maxsize=20_000)
def session_key(slot: int, session_id: UUID) -> str:
    """Return the key of a session's entry. The result is cached, because every request of the session needs it."""
    return f"{{g{slot}}}:s:{session_id}"


class Sessions:
    """Batched reader of sessions in PostgreSQL that keeps the entries in Redis current.

    `load` reads PostgreSQL. At most two of its calls run at a time, one for `check` and one for `restore`, for any
    number of unknown sessions. Ids without a row are cached for 10 s, 10,000 of them at most.
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
        """Return the session's current state in PostgreSQL, or None if it has no row. Raises the errors of `load`."""
        return await self._check(session_id)

    async def restore(self, session_id: UUID) -> SessionState | None:
        """Return the session's state in PostgreSQL and write it to Redis; a tombstone written meanwhile wins.

        Ids that recently had no row are not read again. Without Redis, the state in PostgreSQL counts. Raises the
        errors of `load`.

        If Redis lost a tombstone, a row read before a logout could be written after it. The row is therefore read again
        once the entry is stored: a logout that the second read misses comes after the entry, and its tombstone
        overwrites the entry.
        """
        if self._unknown.get(session_id, 0.0) > self._monotonic():
            return None
        return await self._restore(session_id)

    async def revoked(self, maker_id: UUID, session_ids: Sequence[UUID]) -> None:
        """Revoke these sessions of one maker at once. Call it after the commit. Raises CacheUnavailable."""
        lifetime = _milliseconds(self._tombstone_lifetime)
        entries = [(session_id, REVOKED, lifetime) for session_id in session_ids]
        await self._write("replace", slot(str(maker_id), self._buckets), entries)

    async def changed(self, states: Iterable[SessionState]) -> None:
        """Write committed changes to Redis: a new role, a suspension, a new session.

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
            log.info("session_restore_failed", error=str(error))
        return [states.get(session_id) for session_id in session_ids]

    async def _second_look(self, put_back: list[SessionState]) -> Mapping[UUID, SessionState]:
        """Return the sessions that changed after they were first read, and write them to Redis."""
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
            raise ValueError(f"invalid session role {state.role!r}: use one of {', '.join(ROLES)}")
        return state.session_id, state.role, _milliseconds(min(left, ENTRY_LIFETIME))

    async def _write(
        self, how: Literal["restore", "replace"], slot: int, entries: Sequence[tuple[UUID, str, int]]
    ) -> list[str]:
        """Write entries of one slot and return the values that are stored afterwards."""
        if not entries:
            return []
        arguments: list[str | int] = [how]
        for _, value, lifetime in entries:
            arguments += (value, lifetime)
        arguments.append(self._redis.endpoint.channel(ENDED))
        keys = [session_key(slot, session_id) for session_id, _, _ in entries]
        return [value.decode() for value in await self._redis.script(_WRITE, keys, arguments)]


def _as_standing(state: SessionState, value: str) -> SessionState:
    """Return `state` updated with the value in Redis. Values unknown to this version change nothing."""
    if value == REVOKED:
        return evolve(state, live=False)
    return evolve(state, role=value) if value in ROLES and value != state.role else state


def _milliseconds(span: timedelta) -> int:
    return max(1, span // timedelta(milliseconds=1))
