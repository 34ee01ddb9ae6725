"""Test logins: success, equal responses to unknown accounts, and rate limits."""

import asyncio
from typing import Any

import pytest
import redis.asyncio

from service.cache.limits import admits
from service.features.accounts.identity import limits
from service.features.accounts.identity.domain import network_of
from tests.api import ApiClient, Reply, RunningService


@pytest.fixture
def hashes(service: RunningService, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of verified password hashes."""
    seen: list[str] = []
    hasher = service.app.deps.passwords._hasher
    verify = hasher.verify

    class Counting:
        def verify(self, hash: str, password: str) -> bool:  # noqa: A002
            seen.append(hash)
            return verify(hash, password)

        def __getattr__(self, name: str) -> Any:
            return getattr(hasher, name)

    monkeypatch.setattr(service.app.deps.passwords, "_hasher", Counting())
    return seen


def _comparable(reply: Reply) -> tuple[int, set[str], dict[str, Any]]:
    """Return everything in a response except the time, the rate limit and the request ID."""
    kept = {name for name in reply.headers if name not in ("Date", "X-Request-Id", "RateLimit")}
    return reply.status, kept, {name: value for name, value in reply.json.items() if name != "request_id"}


async def test_a_wrong_password_and_an_unknown_address_get_the_same_response(
    service: RunningService, hashes: list[str]
) -> None:
    ada = await service.registered()
    await service.client("pending").register()
    hashes.clear()
    stranger = service.client(address="198.51.100.9")
    results = []
    for email in (ada.email, "nobody@example.org", "pending@example.org", "not an address", "x@localhost"):
        results.append(_comparable(await stranger.login(email=email, password="wrong but long enough", keep=False)))
        assert len(hashes) == len(results)
    assert all(result == results[0] for result in results)
    assert results[0][0] == 401
    # Each uses the parameters of a real account, so that each takes equally long.
    assert len({hash.rsplit("$", 2)[0] for hash in hashes}) == 1  # noqa: A001


async def test_a_registration_does_not_reveal_whether_an_address_exists(service: RunningService) -> None:
    ada = await service.maker()
    taken, free = service.client("other-one"), service.client("other-two")
    taken.email = ada.email.upper()
    first, second = await taken.register(), await free.register()
    assert _comparable(first) == _comparable(second)
    assert first.status == 202
    assert "already have an account" in await service.mail_to("ADA@example.org")
    assert "/confirm#" not in await service.mail_to("ADA@example.org")
    assert "/confirm#" in await service.mail_to(free.email)


@pytest.mark.parametrize("path", ["/auth/password/forgot", "/auth/email/resend"])
async def test_requesting_a_mail_does_not_reveal_whether_an_address_exists(service: RunningService, path: str) -> None:
    ada = await service.maker()
    before = len(await service.mails_to(ada.email))
    known = await service.client().post(path, {"email": ada.email})
    unknown = await service.client().post(path, {"email": "nobody@example.org"})
    assert _comparable(known) == _comparable(unknown)
    assert known.status == 202
    assert await service.mails_to("nobody@example.org") == []
    assert len(await service.mails_to(ada.email)) == before + (path == "/auth/password/forgot")


async def test_a_long_password_is_rejected_as_wrong(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.login(password="x" * 512, keep=False)).expect(401)
    (await ada.login(password="x" * 513, keep=False)).expect(422)


async def test_a_suspension_is_reported_only_after_the_right_password(service: RunningService) -> None:
    ada = await service.maker()
    await service.context.db.execute("update maker set status = 'suspended'")
    (await ada.login(password="wrong but long enough", keep=False)).expect(401, "invalid_credentials")
    (await ada.login(keep=False)).expect(403, "account_suspended")


async def _exhaust(client: ApiClient, address: str) -> None:
    """Use up the attempts of one network at one account."""
    for _ in range(limits._FROM_ONE_NETWORK.quota):
        await client.service.app.deps.admission.charge(
            limits._FROM_ONE_NETWORK, limits._key("login", client.email, network_of(address))
        )


async def _attack(client: ApiClient) -> None:
    """Use up the strangers' quota with attempts from many networks."""
    for _ in range(limits._FROM_STRANGERS.quota):
        await client.service.app.deps.admission.charge(limits._FROM_STRANGERS, limits._key("login", client.email))


async def test_attempts_of_one_network_at_one_account_are_limited(service: RunningService, hashes: list[str]) -> None:
    ada = await service.maker()
    grace = await service.maker("grace")
    attacker = ApiClient(service, "198.51.100.7", email=ada.email, password="wrong but long enough")
    hashes.clear()
    quota = limits._FROM_ONE_NETWORK.quota
    for _ in range(quota):
        (await attacker.login()).expect(401)
    refused = (await attacker.login()).expect(429)
    assert int(refused.headers["Retry-After"]) >= 1
    assert len(hashes) == quota  # rejected before the hash
    neighbour = ApiClient(service, "198.51.100.200", email=ada.email.upper(), password=ada.password)
    (await neighbour.login()).expect(429)
    neighbour.email = grace.email
    (await neighbour.login()).expect(200)
    (await ada.login()).expect(200)


async def test_the_owner_can_log_in_during_an_attack(service: RunningService) -> None:
    ada = await service.maker()
    await _attack(ada)
    for _ in range(limits._UNDER_ATTACK.quota + 1):
        (await ada.login()).expect(200)  # from a network that this account has used

    attacker = ada.elsewhere("198.51.100.7")
    attacker.password = "wrong but long enough"
    for _ in range(limits._UNDER_ATTACK.quota):
        (await attacker.login()).expect(401)
    (await attacker.login()).expect(429)

    abroad = ada.elsewhere("203.0.113.77")
    (await abroad.login()).expect(200)  # from a new network: slower, but not locked out


async def test_an_unknown_account_has_the_same_limits(service: RunningService) -> None:
    ghost = service.client("ghost", "198.51.100.7")
    await _attack(ghost)
    for _ in range(limits._UNDER_ATTACK.quota):
        (await ghost.login()).expect(401)
    (await ghost.login()).expect(429)


async def test_concurrent_attempts_are_all_counted(service: RunningService) -> None:
    ada = await service.maker()
    attacker = ada.elsewhere("198.51.100.7")
    attacker.password = "wrong but long enough"
    replies = await asyncio.gather(*(attacker.login() for _ in range(25)))
    assert sorted(reply.status for reply in replies) == [401] * 20 + [429] * 5


async def test_redis_contains_no_email_address(service: RunningService) -> None:
    ada = await service.registered()
    await ada.post("/auth/password/forgot", {"email": ada.email})
    async with redis.asyncio.Redis.from_url(service.context.config.redis_url, decode_responses=True) as client:
        keys = [key async for key in client.scan_iter()]
    assert any(":l:login-network:" in key for key in keys)
    assert not any("example" in key for key in keys)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("unknown", "unknown"),
    ],
)
def test_the_network_of_an_address(address: str, network: str) -> None:
    assert network_of(address) == network


def test_the_limit_under_attack_is_stricter() -> None:
    usual, strict = limits._FROM_ONE_NETWORK, limits._UNDER_ATTACK
    assert strict.quota / strict.window < usual.quota / usual.window
    assert admits(strict, 0)
