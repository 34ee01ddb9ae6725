"""Test client addresses behind proxies, the wiring of a process, and responses under overload."""

import asyncio
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiohttp import web
from multidict import CIMultiDict

from service.app import create_app
from service.core.config import Config, ConfigError
from service.http.request import Addresses, limit_key
from tests.api import config_for, running_service
from tests.http.raw_client import RawClient, exchange, head


def request_from(peer: object, *forwarded: str) -> web.BaseRequest:
    headers: CIMultiDict[str] = CIMultiDict([("X-Forwarded-For", line) for line in forwarded])
    return cast("web.BaseRequest", SimpleNamespace(protocol=SimpleNamespace(peername=peer), headers=headers))


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("10.0.0.1", ["192.0.2.7"], "192.0.2.7"),
        ("10.0.0.1", ["198.51.100.1, 192.0.2.7"], "192.0.2.7"),
        ("10.0.0.1", ["198.51.100.1, 192.0.2.7", "10.1.1.1"], "192.0.2.7"),
        ("10.0.0.1", ["10.1.1.1"], "10.1.1.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["192.0.2.7, nonsense"], "10.0.0.1"),
        ("10.0.0.1", ["192.0.2.7:4711"], "10.0.0.1"),
        ("10.0.0.1", ["fe80::1%" + "a" * 57], "10.0.0.1"),
        ("192.0.2.9", ["198.51.100.1"], "192.0.2.9"),
        ("::ffff:10.0.0.1", ["::ffff:192.0.2.7"], "192.0.2.7"),
        ("::ffff:192.0.2.9", ["198.51.100.1"], "192.0.2.9"),
        ("fd00::1", ["2001:DB8:0::7"], "2001:db8::7"),
        ("fd00::1", ["fe80::1%\udcff"], "fe80::1"),
        ("fe80::1%eth0", ["198.51.100.1"], "fe80::1"),
    ],
)
def test_the_client_is_the_last_address_that_is_no_trusted_proxy(peer: str, forwarded: list[str], address: str) -> None:
    addresses = Addresses(TRUSTING.trusted_proxies)
    assert addresses.of(request_from((peer, 4711), *forwarded)) == address


TRUSTING = Config.from_env(
    {
        "DATABASE_URL": "postgresql://db/x",
        "REDIS_URL": "redis://cache",
        "MAIL_URL": "file:///mail",
        "SECRET_KEYS": "test:" + "0" * 40,
        "TRUSTED_PROXIES": "10.0.0.0/8, fd00::/8",
    }
)


def test_without_proxies_the_peer_is_the_client() -> None:
    addresses = Addresses(())
    assert addresses.of(request_from(("192.0.2.9", 4711), "198.51.100.1")) == "192.0.2.9"
    assert addresses.of(request_from(("::ffff:192.0.2.9", 4711), "198.51.100.1")) == "192.0.2.9"
    assert addresses.of(request_from("", "198.51.100.1")) == "unknown"


@pytest.mark.parametrize(
    ("address", "key"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("unknown", "unknown")],
)
def test_addresses_of_one_network_share_a_limit(address: str, key: str) -> None:
    assert limit_key(address) == key


async def test_an_overloaded_process_returns_503_and_stays_alive(
    database_url: str, redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[Any] = []
    monkeypatch.setattr("service.app.log_request", lambda *request: logged.append(request))
    async with running_service(config_for(database_url, redis_url, tmp_path, MAX_IN_FLIGHT="1")) as service:
        slow = await RawClient.to(service.url)
        json = {"Content-Type": "application/json", "Content-Length": "2"}
        await slow.send(head("POST", "/api/v1/auth/login", json) + b"{")
        while service.app.handle.in_flight < 1:
            await (await RawClient.to(service.url)).close()
        busy = await exchange(service.url, head("GET", "/api/v1/invitations/hunter2"))
        assert (busy.status, busy.problem["code"], busy.headers["retry-after"]) == (503, "unavailable", "1")
        assert logged[-1][3] == "/api/v1/invitations/{token}"  # the log uses the pattern instead of the path
        assert (await exchange(service.url, head("GET", "/livez"))).status == 200
        await slow.send(b"}")
        assert (await slow.reply()).status == 422
        await slow.close()
        assert (await exchange(service.url, head("GET", "/api/v1/projects"))).status == 200
        wrong = await exchange(service.url, head("PUT", "/api/v1/invitations/hunter2"))
        assert (wrong.status, logged[-1][3]) == (405, "/api/v1/invitations/{token}")


async def test_concurrent_readiness_probes_share_statements(database_url: str, redis_url: str, tmp_path: Path) -> None:
    async with running_service(config_for(database_url, redis_url, tmp_path)) as service:
        before = service.app.deps.db.statement_count
        replies = await asyncio.gather(*(exchange(service.url, head("GET", "/readyz")) for _ in range(60)))
        assert {reply.status for reply in replies} == {200}
        assert service.app.deps.db.statement_count - before < 60


@pytest.mark.parametrize(("workers", "each"), [("1", os.cpu_count()), ("256", 1)])
def test_all_processes_use_at_most_one_hash_thread_per_core(workers: str, each: int) -> None:
    app = create_app(config_for("postgresql://db/x", "redis://cache", Path("/nowhere"), WORKERS=workers))
    assert app.deps.passwords._threads._max_workers == each


@pytest.mark.parametrize(
    "sender", ["AIpoweredMakers", "no-reply", "@localhost", "a@", "a@b, c@d", "A <a@b>\nBcc: c@d", "Ä <ä b@c>"]
)
def test_an_invalid_mail_sender_is_rejected_at_startup(sender: str) -> None:
    with pytest.raises(ConfigError, match="MAIL_FROM"):
        config_for("postgresql://db/x", "redis://cache", Path("/nowhere"), MAIL_FROM=sender)
