"""Broadcaster of live notifications: sends each number once and in order to the open streams of this process.

A channel message goes directly to the streams that have its predecessor. A new stream, a skipped number or an
interrupted Redis connection marks the maker as *behind*. Makers behind are read from PostgreSQL in batches, one
statement at a time, so that 5,000 reconnecting streams take about a hundred sequential statements. A message for a
maker who is being read only schedules another read, so that none is lost between the read and the subscription. See
docs/decisions/0025-live-streams.md.
"""

import asyncio
import random
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import batched, islice
from typing import Final, cast
from uuid import UUID

import orjson
import structlog

from service.cache.pubsub import PubSub
from service.cache.sessions import ENDED
from service.core.clock import Clock
from service.db.pool import Database
from service.features.accounts.identity.queries import load_sessions
from service.features.accounts.notifications.notify import CHANNEL
from service.features.accounts.notifications.queries import BoxOfRow, MissedRow, list_boxes_of, list_missed
from service.features.accounts.notifications.reading import notification_of
from service.http import results
from service.http.problem import TooManyStreams
from service.http.schema.output import encode
from service.http.transport.stream import Stream, event

LOOK: Final = 100
"""Makers per read."""

PORTION: Final = 20
"""Notifications per maker and read, so that a client can receive them before the next read."""

WATCH: Final = 5.0
"""Seconds between two reads of all makers while no message from Redis reaches this process."""

RECHECK: Final = 60.0
"""Seconds between two checks of all sessions and boxes: finds unpublished notifications and expired sessions."""

SESSIONS: Final = 500
"""Sessions per check."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class _Listener:
    """One stream. `seq` is the last number sent, None before the first read; `unread` is the last count sent."""

    __slots__ = ("checked", "maker_id", "seq", "session_id", "stream", "unread")

    def __init__(self, stream: Stream, maker_id: UUID, session_id: UUID, seq: int | None) -> None:
        self.stream = stream
        self.maker_id = maker_id
        self.session_id = session_id
        self.seq = seq
        self.unread = -1
        self.checked = False


class Broadcaster:
    """Streams of this process. Call `start` after the database's `start`. `close` stops the tasks, not the streams."""

    def __init__(self, pubsub: PubSub, db: Database, clock: Clock, *, limit_per_maker: int) -> None:
        self._pubsub = pubsub
        self._db = db
        self._clock = clock
        self._limit_per_maker = limit_per_maker
        self._rooms: dict[UUID, list[_Listener]] = {}
        self._of_session: dict[UUID, list[_Listener]] = {}
        self._behind: dict[UUID, None] = {}
        """Makers to read, in the order of requests."""
        self._looked_up: frozenset[UUID] = frozenset()
        self._looking: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._recheck = asyncio.Event()
        pubsub.subscribe(CHANNEL, self._hear)
        pubsub.subscribe(ENDED, self._hear_of_session)
        pubsub.on_gap(self._missed)

    def stream(self, maker_id: UUID, session_id: UUID, after: int | None) -> results.Stream:
        """Return a stream that resumes after the number `after`; None sends only new notifications.

        Raises TooManyStreams when the maker has reached the limit of this process.
        """
        if len(self._rooms.get(maker_id, ())) >= self._limit_per_maker:
            raise TooManyStreams("You have too many open streams. Close one first.")
        return results.Stream(partial(self._open, maker_id, session_id, after))

    async def start(self) -> None:
        """Start the watch task."""
        self._watching = asyncio.create_task(self._watch(), name="notifications")

    async def close(self) -> None:
        """Cancel the watch and read tasks."""
        tasks = [task for task in (self._watching, self._looking) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _open(self, maker_id: UUID, session_id: UUID, after: int | None, stream: Stream) -> None:
        listener = _Listener(stream, maker_id, session_id, after)
        self._rooms.setdefault(maker_id, []).append(listener)
        self._of_session.setdefault(session_id, []).append(listener)
        stream.on_end = partial(self._gone, listener)
        self._look((maker_id,))

    def _gone(self, listener: _Listener) -> None:
        _take_out(self._rooms, listener.maker_id, listener)
        _take_out(self._of_session, listener.session_id, listener)

    # Messages from Redis

    def _hear(self, message: bytes) -> None:
        told = orjson.loads(message)
        maker_id = UUID(told["maker_id"])
        room = self._rooms.get(maker_id)
        if room is None:
            return
        if maker_id in self._behind or maker_id in self._looked_up:
            self._look((maker_id,))
            return
        seq: int = told["seq"]
        unread: int = told["unread"]
        notification = told["notification"]
        data = b""
        for listener in room[:]:  # copy: sending removes a slow client from the list
            last = cast("int", listener.seq)
            if notification is not None and seq == last + 1:
                if not data:
                    data = event("notification", orjson.dumps(notification), seq) + _unread(unread)
                listener.seq, listener.unread = seq, unread
                listener.stream.send(data)
            elif seq > last:
                self._look((maker_id,))
            elif notification is None and seq == last and unread != listener.unread:
                listener.unread = unread
                listener.stream.send(_unread(unread))

    def _hear_of_session(self, message: bytes) -> None:
        for listener in self._of_session.get(UUID(message.decode()), [])[:]:
            listener.stream.end("session_ended")

    def _missed(self) -> None:
        self._look(self._rooms)
        self._recheck.set()

    # Reads from PostgreSQL

    def _look(self, maker_ids: Iterable[UUID]) -> None:
        self._behind.update(dict.fromkeys(maker_ids))
        if self._behind and self._looking is None:
            self._looking = asyncio.get_running_loop().create_task(self._catch_up())

    async def _catch_up(self) -> None:
        away = False
        try:
            while self._behind:
                makers = list(islice(self._behind, LOOK))
                for maker_id in makers:
                    del self._behind[maker_id]
                self._looked_up = frozenset(makers)
                try:
                    await self._bring_up(makers)
                    away = False
                except Exception as error:  # noqa: BLE001 - retry any error: the streams stay open
                    if not away:
                        log.warning("notification_check_failed", reason=str(error) or type(error).__name__)
                    away = True
                    self._behind.update(dict.fromkeys(makers))
                    await asyncio.sleep(random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        finally:
            self._looked_up = frozenset()
            self._looking = None

    async def _bring_up(self, makers: Sequence[UUID]) -> None:
        """Send each listener of these makers its missing notifications. Propagates database errors."""
        listeners = [listener for maker_id in makers for listener in self._rooms.get(maker_id, ())]
        if new := [listener for listener in listeners if not listener.checked]:
            # The session may have ended between the admission check and the registration of the listener.
            await self._check(new)
        boxes = {box.maker_id: box for box in await list_boxes_of(self._db, list(makers))}
        wanted: dict[UUID, list[_Listener]] = {}
        for listener in listeners:
            box = boxes.get(listener.maker_id) or BoxOfRow(0, 0, listener.maker_id)
            if listener.seq is None or listener.seq > box.seq:
                listener.seq = box.seq  # unassigned number: from another database
            if listener.seq < box.seq and listener.stream.waiting:
                asyncio.get_running_loop().call_later(0.5, self._look, (listener.maker_id,))
            elif listener.seq < box.seq:
                wanted.setdefault(listener.maker_id, []).append(listener)
            else:
                _settle(listener, box)
        if not wanted:
            return
        after = [min(cast("int", listener.seq) for listener in room) for room in wanted.values()]
        rows: dict[UUID, list[MissedRow]] = {}
        for row in await list_missed(self._db, list(wanted), after, PORTION):
            rows.setdefault(row.maker_id, []).append(row)
        for maker_id, room in wanted.items():
            self._deliver(room, boxes[maker_id], rows.get(maker_id, []))
            await asyncio.sleep(0)

    def _deliver(self, room: Sequence[_Listener], box: BoxOfRow, rows: Sequence[MissedRow]) -> None:
        events = [(row.seq, event("notification", encode(notification_of(row)), row.seq)) for row in rows]
        complete = len(rows) < PORTION
        # An updated or deleted row leaves its former number unused, so continue from the box's number.
        last = max(box.seq, rows[-1].seq if rows else 0) if complete else rows[-1].seq
        for listener in room:
            missed = b"".join(data for seq, data in events if seq > cast("int", listener.seq))
            listener.seq = max(last, cast("int", listener.seq))
            listener.stream.send(missed)
            if complete and last == box.seq:
                _settle(listener, box)
        if not complete or last > box.seq:
            self._look((box.maker_id,))

    async def _check(self, listeners: Sequence[_Listener]) -> None:
        """End the streams of ended sessions. Propagates database errors."""
        for portion in batched(listeners, SESSIONS):
            states = await load_sessions(
                self._db, list({listener.session_id for listener in portion}), clock=self._clock
            )
            for listener in portion:
                state = states.get(listener.session_id)
                if state is None or not state.live:
                    listener.stream.end("session_ended")
                listener.checked = True

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        checked = loop.time()
        while True:
            try:
                async with asyncio.timeout(WATCH):
                    await self._recheck.wait()
                # All processes notice a gap at the same moment; jitter spreads their reads.
                await asyncio.sleep(random.uniform(0.0, 1.0))  # noqa: S311 - no secret
            except TimeoutError:
                if not self._pubsub.live:
                    self._look(self._rooms)
            if self._recheck.is_set() or loop.time() - checked > RECHECK:
                self._recheck.clear()
                checked = loop.time()
                self._look(self._rooms)
                try:
                    await self._check([listener for room in self._rooms.values() for listener in room])
                except Exception as error:  # noqa: BLE001 - the next check retries
                    log.warning("session_check_failed", reason=str(error) or type(error).__name__)


def _unread(count: int, seq: int | None = None) -> bytes:
    return event("unread", b'{"unread":%d}' % count, seq)


def _settle(listener: _Listener, box: BoxOfRow) -> None:
    """Send the unread count to an up-to-date listener if the count changed."""
    if listener.unread != box.unread:
        listener.unread = box.unread
        listener.stream.send(_unread(box.unread, box.seq))


def _take_out(places: dict[UUID, list[_Listener]], key: UUID, listener: _Listener) -> None:
    place = places.get(key)
    if place is not None and listener in place:
        place.remove(listener)
        if not place:
            del places[key]
