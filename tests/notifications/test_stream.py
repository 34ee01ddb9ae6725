"""Test the live stream: complete and without duplicates after reconnects, lost messages and outages."""

import asyncio
from contextlib import AsyncExitStack
from random import Random
from typing import Any
from uuid import UUID

import orjson
import pytest
import redis

from service.cache.pubsub import PubSub, publish
from service.core.ids import new_id
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database
from service.features.accounts.notifications import broadcaster as hub_module
from service.features.accounts.notifications.notify import CHANNEL
from service.features.accounts.notifications.queries import BoxOfRow, list_boxes_of
from tests.api import ApiClient, RunningService
from tests.notifications.event_reader import broadcaster_of, cause_events, id_of, port_of, reading, unpublished
from tests.processes.running import eventually


async def test_a_stream_sends_the_unread_count_and_then_new_notifications(
    service: RunningService, ada: ApiClient
) -> None:
    maker = await id_of(ada)
    await cause_events(service, maker)
    async with reading(port_of(service), ada.access_token) as stream:
        assert stream.status == 200
        assert stream.headers["content-type"] == "text/event-stream"
        assert stream.headers["cache-control"] == "no-store"
        assert stream.headers["x-accel-buffering"] == "no"
        assert "x-request-id" in stream.headers
        first = await stream.named("unread")
        assert (first.data, first.number) == ({"unread": 1}, 1)
        assert 2000 <= stream.retry[0] <= 5000
        await cause_events(service, maker)
        received = await stream.named("notification")
        (listed, _) = (await ada.get("/notifications")).expect(200).json["data"]
        assert (received.data, received.number) == (listed, 2)
        assert (await stream.named("unread")).data == {"unread": 2}
        (await ada.post("/notifications/read", {"up_to": 2})).expect(204)
        assert (await stream.named("unread")).data == {"unread": 0}


async def test_a_reconnected_stream_sends_missed_notifications(service: RunningService, ada: ApiClient) -> None:
    maker = await id_of(ada)
    await cause_events(service, maker, times=45)  # more than one portion
    async with reading(port_of(service), ada.access_token, 3) as stream:
        assert await stream.numbers(45) == list(range(4, 46))
        assert (await stream.named("unread")).data == {"unread": 45}
        await cause_events(service, maker)
        assert await stream.numbers(46) == [46]
    async with reading(port_of(service), ada.access_token, 46) as stream:
        received = await stream.named("unread")  # none was missed
        assert (received.data, received.number) == ({"unread": 46}, 46)


async def test_a_notification_updated_meanwhile_is_sent_once(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    project = await ada.published()
    eve = await service.maker("eve", address="192.0.2.9")
    for fan in (bob, eve):
        (await fan.put(f"{project}/star")).expect(204)
    await service.deliver()
    async with reading(port_of(service), ada.access_token, 0) as stream:
        received = await stream.named("notification")
        assert (received.number, received.data["actor_count"]) == (2, 2)
        assert (await stream.named("unread")).data == {"unread": 1}


async def test_an_unknown_last_event_id_starts_at_the_current_state(service: RunningService, ada: ApiClient) -> None:
    await cause_events(service, await id_of(ada))
    async with reading(port_of(service), ada.access_token, 999_999) as stream:
        assert (await stream.named("unread")).number == 1
        await cause_events(service, await id_of(ada))
        assert (await stream.named("notification")).number == 2
    async with reading(port_of(service), ada.access_token, "") as stream:
        assert (await stream.named("unread")).number == 2
    for wrong in ("-1", "1.5", "abc", "9" * 19, "٣"):
        reply = await ada.get("/notifications/stream", headers={"Last-Event-ID": wrong})
        reply.expect(400, "invalid_last_event_id")


async def test_a_stream_sends_only_its_makers_notifications(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    makers = await id_of(ada), await id_of(bob)
    async with (
        reading(port_of(service), ada.access_token) as one,
        reading(port_of(service), bob.access_token) as other,
    ):
        for stream in (one, other):
            await stream.named("unread")
        seen: dict[int, set[str]] = {0: set(), 1: set()}
        for turn in range(6):
            await cause_events(service, makers[turn % 2])
        await cause_events(service, *makers)
        for index, stream in enumerate((one, other)):
            while len(seen[index]) < 4:
                received = await stream.next()
                assert received is not None
                if received.name == "notification":
                    seen[index].add(received.data["notification_id"])
        assert not seen[0] & seen[1]
        for index, client in enumerate((ada, bob)):
            listed = (await client.get("/notifications")).expect(200).json["data"]
            assert {row["notification_id"] for row in listed} == seen[index]
    (await service.client().get("/notifications/stream")).expect(401, "unauthorized")


async def test_repeated_reconnects_lose_and_duplicate_nothing(service: RunningService, ada: ApiClient) -> None:
    maker, last, random = await id_of(ada), 120, Random(7)

    async def happen() -> None:
        for _ in range(last // 2):
            await cause_events(service, maker, times=random.randrange(1, 3))
        while (await ada.get("/notifications/unread")).json["seq"] < last:
            await cause_events(service, maker)

    happening = asyncio.create_task(happen())
    seen: list[int] = []
    visits = 0
    while not seen or seen[-1] < last:
        async with reading(port_of(service), ada.access_token, seen[-1] if seen else 0) as stream:
            visits += 1
            for _ in range(random.randrange(1, 12)):
                received = await stream.next()
                assert received is not None
                if received.number is not None and received.name == "notification":
                    seen.append(received.number)
                    if received.number >= last:
                        break
    await happening
    assert seen == list(range(1, seen[-1] + 1))
    assert visits > 10


@pytest.mark.parametrize("seed", range(5))
async def test_lost_duplicate_and_reordered_messages(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    maker, random = await id_of(ada), Random(seed)
    messages = unpublished(monkeypatch)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        seen: list[int] = []
        last = 0
        for _ in range(6):
            messages.clear()
            await cause_events(service, maker, times=random.randrange(1, 9))
            last = orjson.loads(messages[-1])["seq"]
            said = random.choices(messages[:-1], k=len(messages)) if len(messages) > 1 else []
            random.shuffle(said)
            said.insert(random.randrange(len(said) + 1), messages[-1])
            for message in said:
                await publish(service.app.deps.redis, CHANNEL, message)
            seen += await stream.numbers(last)
        assert seen == list(range(1, last + 1))


async def test_a_notification_during_the_start_of_a_stream(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is delivered after the first read of the box and before the stream is registered."""
    maker, broadcaster, read = await id_of(ada), broadcaster_of(service), list_boxes_of

    async def slow(db: Database, makers: list[UUID]) -> list[BoxOfRow]:
        monkeypatch.setattr(hub_module, "list_boxes_of", read)
        boxes = await read(db, makers)
        await cause_events(service, maker)
        await eventually(lambda: maker in broadcaster._behind)
        return boxes

    monkeypatch.setattr(hub_module, "list_boxes_of", slow)
    async with reading(port_of(service), ada.access_token) as stream:
        assert (await stream.named("unread")).data == {"unread": 0}
        assert (await stream.named("notification")).number == 1
        assert (await stream.named("unread")).data == {"unread": 1}


async def test_missed_notifications_are_read_after_a_redis_outage(
    service: RunningService, ada: ApiClient, worker_redis: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = await id_of(ada)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await cause_events(service, maker, times=3)
        worker_redis.client_kill_filter(_type="pubsub")
        assert await stream.numbers(3) == [1, 2, 3]


async def test_unpublished_notifications_are_found_by_the_recheck(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker may die between its commit and its message."""
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await cause_events(service, await id_of(ada))
        broadcaster_of(service)._recheck.set()
        assert (await stream.named("notification")).number == 1


async def test_many_reconnects_share_statements(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 makers with one missed notification each are read in batches of a hundred."""
    deps = service.app.deps
    makers = [new_id() for _ in range(300)]
    sessions = [new_id() for _ in makers]
    now = deps.clock()
    await deps.db.execute(
        """insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)
           select m, 'm-' || n, 'm-' || n || '@example.org', 'M', 'none', $2, $2
           from unnest($1::uuid[]) with ordinality as t (m, n)""",
        makers,
        now,
    )
    await deps.db.execute(
        """insert into session
           (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at, expires_at)
           select s, m, 't', 't', '127.0.0.1', '127.0.0.0/24', $3::timestamptz, $3, $3::timestamptz + interval '1 day'
           from unnest($1::uuid[], $2::uuid[]) as t (s, m)""",
        sessions,
        makers,
        now,
    )
    tokens = [
        deps.access_tokens.issue(maker, session, "maker")[0] for maker, session in zip(makers, sessions, strict=True)
    ]
    unpublished(monkeypatch)
    for first in range(0, len(makers), 100):
        await cause_events(service, *makers[first : first + 100])
    async with AsyncExitStack() as stack:
        before = deps.db.statement_count
        streams = await asyncio.gather(
            *(stack.enter_async_context(reading(port_of(service), token, 0)) for token in tokens)
        )
        await asyncio.gather(*(stream.numbers(1) for stream in streams))
        opened = deps.db.statement_count - before
        for first in range(0, len(makers), 100):
            await cause_events(service, *makers[first : first + 100])
        before = deps.db.statement_count
        broadcaster_of(service)._missed()
        assert {tuple(received) for received in await asyncio.gather(*(stream.numbers(2) for stream in streams))} == {
            (2,)
        }
        assert deps.db.statement_count - before <= 12  # boxes and rows in three batches, and the sessions
    assert opened < 100  # plus the admission checks of sessions missing in Redis


async def test_without_redis_streams_poll_the_database(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PubSub, "live", False)
    monkeypatch.setattr(hub_module, "WATCH", 0.1)
    broadcaster_of(service)._recheck.set()  # apply the new interval now
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await cause_events(service, await id_of(ada))
        assert (await stream.named("notification")).number == 1


async def test_without_postgresql_streams_wait(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await cause_events(service, await id_of(ada))
    calls = 0

    async def away(*_: object) -> list[Any]:
        nonlocal calls
        calls += 1
        raise DatabaseUnavailable("away")

    with monkeypatch.context() as patch:
        patch.setattr(hub_module, "list_boxes_of", away)
        async with reading(port_of(service), ada.access_token, 0) as stream:
            await eventually(lambda: calls >= 2)
            patch.undo()
            assert await stream.numbers(1) == [1]
