"""Test sessions: refresh, logout and the list of sessions."""

import asyncio
import time
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import redis.asyncio
import structlog
from structlog.testing import capture_logs

from service.cache import sessions as cached
from service.security.tokens import RefreshTokens
from tests.api import RunningService, config_for, running_service


async def _live_sessions(service: RunningService) -> int:
    count: int = await service.context.db.fetchval("select count(*) from session where revoked_at is null")
    return count


async def test_a_refresh_returns_new_tokens_of_the_same_session(service: RunningService) -> None:
    ada = await service.maker()
    first = ada.refresh_token, ada.access_token
    reply = (await ada.refresh()).expect(200)
    assert reply.headers["Cache-Control"] == "no-store"
    assert set(reply.json) == {"access_token", "token_type", "expires_in", "refresh_token", "session_id"}
    assert first[0] != ada.refresh_token
    assert first[1] != ada.access_token
    assert [session["id"] for session in await ada.sessions()] == [ada.session_id]


async def test_fifty_concurrent_refreshes_return_one_successor(service: RunningService) -> None:
    ada = await service.maker()
    replies = await asyncio.gather(*(ada.refresh(keep=False) for _ in range(50)))
    assert {reply.status for reply in replies} == {200}
    assert len({reply.json["refresh_token"] for reply in replies}) == 1
    assert await _live_sessions(service) == 1
    (await ada.refresh(replies[0].json["refresh_token"])).expect(200)
    (await ada.me()).expect(200)


async def test_the_previous_token_returns_the_same_successor_for_ten_seconds(service: RunningService) -> None:
    ada = await service.maker()
    parent = ada.refresh_token
    successor = (await ada.refresh()).expect(200).json["refresh_token"]
    service.clock.move(timedelta(seconds=9))
    assert (await ada.refresh(parent)).expect(200).json["refresh_token"] == successor
    service.clock.move(timedelta(seconds=2))
    (await ada.refresh(parent, keep=False)).expect(401, "invalid_refresh_token")
    (await ada.refresh(successor, keep=False)).expect(401, "invalid_refresh_token")
    (await ada.me()).expect(401)


async def test_replaying_the_previous_token_does_not_extend_its_grace_period(service: RunningService) -> None:
    ada = await service.maker()
    parent = ada.refresh_token
    (await ada.refresh()).expect(200)
    service.clock.move(timedelta(seconds=8))
    (await ada.refresh(parent, keep=False)).expect(200)
    service.clock.move(timedelta(seconds=8))
    (await ada.refresh(parent, keep=False)).expect(401)


async def test_an_older_token_ends_the_session_and_is_logged(service: RunningService) -> None:
    ada = await service.maker()
    other = ada.elsewhere()
    (await other.login()).expect(200)
    grandparent = ada.refresh_token
    (await ada.refresh()).expect(200)
    (await ada.refresh()).expect(200)
    structlog.reset_defaults()
    with capture_logs() as logs:
        (await ada.refresh(grandparent, keep=False)).expect(401, "invalid_refresh_token")
    (entry,) = [line for line in logs if line["event"] == "refresh_token_reused"]
    assert entry["session_id"] == ada.session_id
    assert entry["log_level"] == "warning"
    (await ada.me()).expect(401, "invalid_token")
    (await ada.refresh(keep=False)).expect(401, "invalid_refresh_token")
    (await other.me()).expect(200)


async def test_tokens_newer_than_a_restored_backup_are_accepted(service: RunningService) -> None:
    ada = await service.maker()
    for _ in range(3):
        (await ada.refresh()).expect(200)
    await service.context.db.execute("update session set counter = 1")
    (await ada.refresh()).expect(200)
    (await ada.refresh()).expect(200)


async def test_invalid_refresh_tokens_are_rejected(service: RunningService) -> None:
    ada = await service.maker()
    unknown = RefreshTokens(service.context.keyring).encode(uuid4(), 0)
    for token in (unknown, "rt_x", ada.refresh_token[:-2] + "AA", ada.access_token[:60], "é"):
        (await ada.refresh(token, keep=False)).expect(401, "invalid_refresh_token")
    (await ada.refresh()).expect(200)


async def test_a_session_lasts_thirty_days_from_its_last_refresh(service: RunningService) -> None:
    ada = await service.maker()
    service.clock.move(timedelta(days=29))
    (await ada.refresh()).expect(200)
    service.clock.move(timedelta(days=29))
    (await ada.refresh()).expect(200)
    service.clock.move(timedelta(days=30, seconds=1))
    (await ada.refresh(keep=False)).expect(401)


async def test_a_session_lasts_half_a_year_at_most(service: RunningService) -> None:
    ada = await service.maker()
    for _ in range(7):
        service.clock.move(timedelta(days=25))
        (await ada.refresh()).expect(200)
    service.clock.move(timedelta(days=5, seconds=1))
    (await ada.refresh(keep=False)).expect(401)


async def test_a_logout_invalidates_the_access_token_at_once(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.me()).expect(200)
    (await ada.logout()).expect(204)
    ended = time.perf_counter()
    (await ada.me()).expect(401, "invalid_token")
    assert time.perf_counter() - ended < 0.1
    (await ada.patch("/me", {"bio": "x"}, headers={"If-Match": "*"})).expect(401)


async def test_one_session_can_be_ended(service: RunningService) -> None:
    ada = await service.maker()
    phone, tablet = ada.elsewhere(), ada.elsewhere()
    (await phone.login(device="phone")).expect(200)
    (await tablet.login(device="tablet")).expect(200)
    listed = await ada.sessions()
    assert [session["device"] for session in listed] == ["tablet", "phone", "Firefox on Linux"]
    assert [session["current"] for session in listed] == [False, False, True]
    (await ada.delete(f"/auth/sessions/{phone.session_id}")).expect(204)
    (await phone.me()).expect(401)
    (await phone.refresh(keep=False)).expect(401)
    (await tablet.me()).expect(200)
    (await ada.delete(f"/auth/sessions/{phone.session_id}")).expect(404)


async def test_all_other_sessions_can_be_ended(service: RunningService) -> None:
    ada = await service.maker()
    grace = await service.maker("grace")
    others = [ada.elsewhere() for _ in range(3)]
    for other in others:
        (await other.login()).expect(200)
    (await ada.delete("/auth/sessions")).expect(204)
    for other in others:
        (await other.me()).expect(401)
    (await ada.me()).expect(200)
    (await grace.me()).expect(200)
    assert len(await ada.sessions()) == 1


async def test_sessions_of_others_are_not_found(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    assert [session["id"] for session in await ada.sessions()] == [ada.session_id]
    (await ada.delete(f"/auth/sessions/{grace.session_id}")).expect(404, "not_found")
    (await ada.delete("/auth/sessions")).expect(204)
    (await grace.me()).expect(200)
    (await grace.refresh()).expect(200)
    (await ada.delete("/auth/sessions/not-a-uuid")).expect(404)


async def test_a_maker_has_fifty_sessions_at_most(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.me()).expect(200)
    await service.context.db.execute(
        """insert into session
               (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at, expires_at)
           select gen_random_uuid(), maker_id, 'old', '', '', '', $1, $1, $2
           from maker cross join generate_series(1, 49)""",
        service.clock() + timedelta(seconds=1),
        service.clock() + timedelta(days=1),
    )
    service.clock.move(timedelta(seconds=2))
    assert len(await ada.sessions()) == 50
    (await ada.elsewhere().login()).expect(200)
    (await ada.me()).expect(401)  # the least recently used session


async def test_a_flushed_redis_ends_no_session(service: RunningService) -> None:
    ada = await service.maker()
    phone = ada.elsewhere()
    (await phone.login()).expect(200)
    (await phone.logout()).expect(204)
    await _flush_redis(service)
    (await ada.me()).expect(200)
    (await phone.me()).expect(401)


async def _flush_redis(service: RunningService) -> None:
    async with redis.asyncio.Redis.from_url(service.context.config.redis_url) as client:
        await client.flushdb()


@pytest.mark.parametrize("path", ["/me", "/auth/sessions"])
async def test_anonymous_clients_have_no_account(service: RunningService, path: str) -> None:
    client = service.client("ada")
    reply = (await client.get(path)).expect(401, "unauthorized")
    assert reply.headers["WWW-Authenticate"].startswith("Bearer")
    (await client.get(path, token="x.y.z")).expect(401, "invalid_token")


async def test_tokens_of_deleted_and_suspended_makers_do_not_refresh(service: RunningService) -> None:
    """The rotation itself checks the maker's status."""
    ada = await service.maker()
    await service.context.db.execute("update maker set status = 'suspended'")
    (await ada.refresh(keep=False)).expect(401)
    assert await _live_sessions(service) == 1


async def test_a_job_revokes_sessions_after_a_redis_outage(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.me()).expect(200)
    job = "select payload::text from outbox_job where kind = 'identity.sessions'"
    assert await service.context.db.fetchval(job) is None
    (await ada.logout()).expect(204)
    assert ada.session_id in await service.context.db.fetchval(job)
    await _flush_redis(service)
    # State after a process died right after the commit: Redis has a live entry.
    key = cached.session_key(0, UUID(ada.session_id))
    await service.context.redis.script(cached._WRITE, [key], ["replace", "maker", 60_000])
    (await ada.me()).expect(200)
    await service.deliver()
    (await ada.me()).expect(401)


async def test_without_redis_sessions_stay_valid_and_logins_fail(service: RunningService) -> None:
    ada = await service.maker()
    phone = ada.elsewhere()
    (await phone.login()).expect(200)
    (await phone.me()).expect(200)
    config = service.context.config
    without = config_for(config.database_url, "redis://127.0.0.1:1", service.mail_directory)
    async with running_service(without) as lame:
        for client in (ada, phone):
            client.service = lame
        refused = (await ada.login(keep=False)).expect(503)
        assert int(refused.headers["Retry-After"]) >= 1
        (await ada.me()).expect(200)
        (await phone.refresh()).expect(200)
        (await phone.logout()).expect(204)
        (await phone.update_me(bio="x")).expect(401)
        (await ada.update_me(bio="x")).expect(200)
        assert (await ada.put("/admin/makers/ada/suspension")).status == 503
    # The outbox later revokes the session in Redis.
    phone.service = service
    (await phone.me()).expect(200)
    await service.deliver()
    (await phone.me()).expect(401)
