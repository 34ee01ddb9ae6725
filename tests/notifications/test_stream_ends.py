"""Test how live streams start, and when they end."""

import asyncio
import contextlib
import socket
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import orjson
import pytest

from tests.api import ApiClient, RunningService, config_for, running_service
from tests.notifications.event_reader import EventReader, broadcaster_of, cause_events, id_of, port_of, reading
from tests.processes.running import eventually


async def test_only_the_streams_of_an_ended_session_end(service: RunningService, ada: ApiClient) -> None:
    phone = ada.elsewhere()
    (await phone.login()).expect(200)
    async with (
        reading(port_of(service), ada.access_token) as here,
        reading(port_of(service), phone.access_token) as there,
    ):
        await here.named("unread")
        await there.named("unread")
        (await phone.logout()).expect(204)
        assert await there.ended(1.0) == "session_ended"
        await cause_events(service, await id_of(ada))
        assert (await here.named("notification")).number == 1


async def test_a_suspension_or_password_change_ends_streams(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    root = await service.admin()
    async with (
        reading(port_of(service), ada.access_token) as one,
        reading(port_of(service), bob.access_token) as other,
    ):
        await one.named("unread")
        await other.named("unread")
        (await root.put("/admin/makers/ada/suspension")).expect(204)
        assert await one.ended(1.0) == "session_ended"
        changed = {"current_password": bob.password, "new_password": "another horse battery"}
        (await bob.elsewhere().login()).expect(200)
        phone = bob.elsewhere()
        (await phone.login()).expect(200)
        (await phone.put("/me/password", changed)).expect(204)
        assert await other.ended(1.0) == "session_ended"


async def test_the_recheck_ends_streams_of_ended_sessions(service: RunningService, ada: ApiClient) -> None:
    """The message was lost or the session has expired: PostgreSQL decides."""
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        maker = await id_of(ada)
        service.clock.move(timedelta(minutes=10))
        broadcaster_of(service)._recheck.set()  # the access token has expired, the session has not
        await cause_events(service, maker)
        await stream.named("notification")
        await stream.named("unread")
        service.clock.move(timedelta(days=365))
        broadcaster_of(service)._recheck.set()
        assert await stream.ended() == "session_ended"


async def test_a_session_that_ends_during_the_start_of_a_stream(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first database check ends a stream whose session was revoked after the admission check."""
    broadcaster = broadcaster_of(service)
    monkeypatch.setattr(broadcaster, "_of_session", {})  # simulates a lost message
    monkeypatch.setattr(broadcaster, "_hear_of_session", lambda message: None)
    opening = broadcaster._open

    def late(*arguments: Any) -> None:
        asyncio.get_running_loop().create_task(revoked_then(*arguments))

    async def revoked_then(*arguments: Any) -> None:
        await service.app.deps.db.execute("update session set revoked_at = created_at")
        opening(*arguments)

    monkeypatch.setattr(broadcaster, "_open", late)
    async with reading(port_of(service), ada.access_token) as stream:
        assert await stream.ended() == "session_ended"


async def test_the_streams_of_a_maker_are_limited(database_url: str, redis_url: str, tmp_path: Path) -> None:
    config = config_for(database_url, redis_url, tmp_path / "mail", MAX_STREAMS_PER_MAKER="3")
    async with running_service(config) as service, AsyncExitStack() as stack:
        ada, bob = await service.maker("ada"), await service.maker("bob")
        streams: list[EventReader] = []
        for _ in range(3):
            streams.append(await stack.enter_async_context(reading(port_of(service), ada.access_token)))
            await streams[-1].named("unread")
        full = (await ada.get("/notifications/stream")).expect(429, "too_many_streams")
        assert int(full.headers["Retry-After"]) > 0
        other = await stack.enter_async_context(reading(port_of(service), bob.access_token))
        await other.named("unread")
        await cause_events(service, await id_of(ada), await id_of(bob))
        for stream in (*streams, other):  # the rejected stream did not end the others
            await stream.named("notification")
        streams[0].writer.close()
        await eventually(lambda: len(service.app.streams) == 3)
        again = await stack.enter_async_context(reading(port_of(service), ada.access_token))
        assert again.status == 200
        await stack.aclose()
        await eventually(lambda: len(service.app.streams) == 0)
        assert not broadcaster_of(service)._rooms
        assert not broadcaster_of(service)._of_session


async def test_the_streams_of_an_address_are_limited(database_url: str, redis_url: str, tmp_path: Path) -> None:
    config = config_for(database_url, redis_url, tmp_path / "mail", MAX_STREAMS_PER_ADDRESS="2")
    async with running_service(config) as service, AsyncExitStack() as stack:
        makers = [await service.maker(handle) for handle in ("ada", "bob", "cleo")]
        for maker, address in zip(makers, ("2001:db8::1", "2001:db8::2", "2001:db8::3"), strict=True):
            stream = await stack.enter_async_context(reading(port_of(service), maker.access_token, address=address))
            assert stream.status == (200 if address != "2001:db8::3" else 429)
        for other in ("2001:db8:0:1::1", None):  # another network, and the proxy itself, which has no limit
            stream = await stack.enter_async_context(reading(port_of(service), makers[2].access_token, address=other))
            assert stream.status == 200
        await stack.aclose()
        await eventually(lambda: len(service.app.streams) == 0)
        assert not service.app.streams._of_address


async def test_twenty_tabs_of_one_maker_work(service: RunningService, ada: ApiClient) -> None:
    async with AsyncExitStack() as stack:
        streams = [
            await stack.enter_async_context(reading(port_of(service), ada.access_token, address="192.0.2.77"))
            for _ in range(20)
        ]
        for stream in streams:
            await stream.named("unread")


async def test_the_streams_of_a_process_are_limited(database_url: str, redis_url: str, tmp_path: Path) -> None:
    config = config_for(database_url, redis_url, tmp_path / "mail", MAX_STREAMS="1", MAX_IN_FLIGHT="1")
    async with running_service(config) as service:
        ada = await service.maker()
        async with reading(port_of(service), ada.access_token) as stream:
            await stream.named("unread")
            # An open stream does not count as a request in flight.
            full = (await ada.get("/notifications/stream")).expect(503, "unavailable")
            assert full.headers["Retry-After"] == "5"
            (await ada.get("/notifications")).expect(200)
        await eventually(lambda: len(service.app.streams) == 0)
        async with reading(port_of(service), ada.access_token) as stream:
            await stream.named("unread")


async def test_a_stream_that_is_not_read_is_closed(service: RunningService, ada: ApiClient) -> None:
    maker, broadcaster = await id_of(ada), broadcaster_of(service)
    async with reading(port_of(service), ada.access_token) as reader:
        await reader.named("unread")
        with socket.socket() as lazy:
            lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            lazy.connect(("127.0.0.1", port_of(service)))
            lazy.sendall(
                f"GET /api/v1/notifications/stream HTTP/1.1\r\nHost: t\r\n"
                f"Authorization: Bearer {ada.access_token}\r\n\r\n".encode()
            )
            await eventually(lambda: len(service.app.streams) == 2)
            await cause_events(service, maker)  # after this event, Redis delivers the messages and nothing is polled
            assert (await reader.named("notification")).number == 1
            await reader.named("unread")
            await eventually(lambda: not broadcaster._behind and not broadcaster._looked_up)
            sent = 1
            while len(service.app.streams) == 2:
                sent += 1
                assert sent < 20_000, "the stream is buffered without limit"
                broadcaster._hear(large(maker, sent))
                assert (await reader.named("notification")).number == sent
                await reader.named("unread")
        assert service.app.streams.ended == {"slow": 1}
        broadcaster._hear(large(maker, sent + 1))
        assert (await reader.named("notification")).number == sent + 1


def large(maker: UUID, seq: int) -> bytes:
    notification = {"seq": seq, "title": "x" * 4000}
    return orjson.dumps({"maker_id": str(maker), "seq": seq, "unread": seq, "notification": notification})


async def test_a_heartbeat_keeps_a_stream_open_and_detects_stuck_clients(
    service: RunningService, ada: ApiClient
) -> None:
    service.app.streams.heartbeat = 0.15
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        await cause_events(service, await id_of(ada))
        await stream.named("notification")
        await stream.named("unread")
        while stream.beats < 3:
            with pytest.raises(TimeoutError):
                await stream.next(0.3)
        (open_stream,) = (found for group in service.app.streams._groups for found in group)
        cast("asyncio.Transport", stream.writer.transport).pause_reading()
        while not open_stream.waiting:  # fill the kernel's buffers and a part of the service's
            open_stream.send(b":" + b"x" * 1000 + b"\n")
        await eventually(lambda: service.app.streams.ended["slow"] == 1, within=20.0)


async def test_a_stream_follows_pipelined_responses_and_ends_the_pipeline(
    service: RunningService, ada: ApiClient
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(service))
    token = f"Authorization: Bearer {ada.access_token}\r\n"
    writer.write(
        b"GET /livez HTTP/1.1\r\nHost: t\r\n\r\n"
        + f"GET /api/v1/notifications/stream HTTP/1.1\r\nHost: t\r\n{token}\r\n".encode()
        + b"GET /livez HTTP/1.1\r\nHost: t\r\n\r\n" * 100
    )
    before, _, after = (await reader.readuntil(b"event: unread\n")).partition(b"text/event-stream")
    assert before.count(b"HTTP/1.1 200 OK") == 2
    assert b"HTTP/1.1" not in after
    writer.write(b"x" * 5000)
    rest = b""
    with contextlib.suppress(ConnectionError):
        rest = await reader.read()
    assert b"HTTP/1.1" not in rest
    assert service.app.streams.ended == {"talkative": 1}
    writer.close()


async def test_head_opens_no_stream(service: RunningService, ada: ApiClient) -> None:
    async with reading(port_of(service), ada.access_token, method="HEAD") as head:
        assert (head.status, head.headers["content-type"]) == (200, "text/event-stream")
        assert "content-length" not in head.headers
        assert await head.reader.read() == b""
    assert len(service.app.streams) == 0


async def test_a_stream_is_counted_once_at_its_start(service: RunningService, ada: ApiClient) -> None:
    metrics = service.app.deps.metrics
    key = ("/api/v1/notifications/stream", "GET", 200)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        assert sum(metrics._requests[key].counts) == 1
        assert metrics.streams_open.take() == 1
        assert service.app.handle.in_flight == 0
    await eventually(lambda: metrics.streams_open.take() == 0)
    assert service.app.streams.ended == {"left": 1}
    assert sum(metrics._requests[key].counts) == 1


def test_every_event_has_one_data_line() -> None:
    """JSON contains no raw line breaks."""
    assert b"\n" not in orjson.dumps({"title": "a\nb\r\n\u2028c"})
