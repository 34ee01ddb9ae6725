"""Live notifications: what reaches the open streams of this process, each number once and in order.

A message on the channel goes straight to the streams that have its predecessor. Everything else, a stream that has just
begun, a number that skips one, a connection to Redis that was away, makes its maker one of those who are *behind*: they
are looked up in PostgreSQL, many in one statement and one statement at a time, so that 5,000 streams that come back
together are a hundred statements one after the other. While a maker is looked up their messages only ask for another
look, and so nothing can fall between what is read and what is heard. See docs/decisions/0025-live-streams.md.
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
from service.features.accounts.notifications.schemas import Notification
from service.http import results as answers
from service.http.problem import TooManyStreams
from service.http.schema.wire import writer
from service.http.transport.stream import Stream, event

LOOK: Final = 100
"""Makers that are looked up together."""

PORTION: Final = 20
"""Notifications of one maker in one look, so that a reader can take them before the next."""

WATCH: Final = 5.0
"""Seconds between two looks at all makers while Redis does not reach this process."""

RECHECK: Final = 60.0
"""Seconds between two looks at all sessions and boxes: for what was never published, and for sessions that expire."""

SESSIONS: Final = 500
"""Sessions that are looked up together."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)
_write = writer(Notification)


class _Listener:
    """One stream. `seq` is the last number it has, None before the first look; `unread` is the count it was told."""

    __slots__ = ("checked", "maker_id", "seq", "session_id", "stream", "unread")

    def __init__(self, stream: Stream, maker_id: UUID, session_id: UUID, seq: int | None) -> None:
        self.stream = stream
        self.maker_id = maker_id
        self.session_id = session_id
        self.seq = seq
        self.unread = -1
        self.checked = False


class Broadcaster:
    """The listeners of this process. `start` after the database's; `close` ends the looking, not the streams."""

    def __init__(self, pubsub: PubSub, db: Database, clock: Clock, *, limit_per_maker: int) -> None:
        self._pubsub = pubsub
        self._db = db
        self._clock = clock
        self._limit_per_maker = limit_per_maker
        self._rooms: dict[UUID, list[_Listener]] = {}
        self._of_session: dict[UUID, list[_Listener]] = {}
        self._behind: dict[UUID, None] = {}
        """Makers to look up, the first to ask first."""
        self._looked_up: frozenset[UUID] = frozenset()
        self._looking: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._recheck = asyncio.Event()
        pubsub.subscribe(CHANNEL, self._hear)
        pubsub.subscribe(ENDED, self._hear_of_session)
        pubsub.on_gap(self._missed)

    def stream(self, maker_id: UUID, session_id: UUID, after: int | None) -> answers.Stream:
        """A stream for a maker, that goes on after the number `after`; without one it tells what is to come.

        Raises TooManyStreams when this process has as many of this maker as it may.
        """
        if len(self._rooms.get(maker_id, ())) >= self._limit_per_maker:
            raise TooManyStreams("Too many live streams of yours are open. Close some first.")
        return answers.Stream(partial(self._open, maker_id, session_id, after))

    async def start(self) -> None:
        """Begins to watch."""
        self._watching = asyncio.create_task(self._watch(), name="notifications")

    async def close(self) -> None:
        """Ends what `start` and the streams began."""
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

    # What is heard

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
        for listener in room[:]:  # whoever does not read leaves while it is sent
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

    # What is looked up

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
                except Exception as error:  # noqa: BLE001 - whatever it was, the streams are open and wait
                    if not away:
                        log.warning("notifications_not_read", reason=str(error) or type(error).__name__)
                    away = True
                    self._behind.update(dict.fromkeys(makers))
                    await asyncio.sleep(random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        finally:
            self._looked_up = frozenset()
            self._looking = None

    async def _bring_up(self, makers: Sequence[UUID]) -> None:
        """Sends each listener of these makers what it does not have. Raises what the database raises."""
        listeners = [listener for maker_id in makers for listener in self._rooms.get(maker_id, ())]
        if new := [listener for listener in listeners if not listener.checked]:
            # The request's own look at the session came before the first message that this process would have heard.
            await self._check(new)
        boxes = {box.maker_id: box for box in await list_boxes_of(self._db, list(makers))}
        wanted: dict[UUID, list[_Listener]] = {}
        for listener in listeners:
            box = boxes.get(listener.maker_id) or BoxOfRow(0, 0, listener.maker_id)
            if listener.seq is None or listener.seq > box.seq:
                listener.seq = box.seq  # a number that was never given is that of another database
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
        events = [(row.seq, event("notification", _write(notification_of(row)), row.seq)) for row in rows]
        complete = len(rows) < PORTION
        # A row that grew or went left a number behind that nobody has any more.
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
        """Ends those whose session has ended. Raises what the database raises."""
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
                # All processes hear of a gap at the same moment; they need not ask at the same moment.
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
                except Exception as error:  # noqa: BLE001 - the next time will do
                    log.warning("sessions_not_checked", reason=str(error) or type(error).__name__)


def _unread(count: int, seq: int | None = None) -> bytes:
    return event("unread", b'{"unread":%d}' % count, seq)


def _settle(listener: _Listener, box: BoxOfRow) -> None:
    """Tells a listener that has everything how many wait, when it does not know."""
    if listener.unread != box.unread:
        listener.unread = box.unread
        listener.stream.send(_unread(box.unread, box.seq))


def _take_out(places: dict[UUID, list[_Listener]], key: UUID, listener: _Listener) -> None:
    place = places.get(key)
    if place is not None and listener in place:
        place.remove(listener)
        if not place:
            del places[key]
