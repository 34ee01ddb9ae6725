"""Who gets in, what the others learn, and who is slowed."""

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
    """What was verified, one entry a hash."""
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


def _told(reply: Reply) -> tuple[int, set[str], dict[str, Any]]:
    """All that an answer tells, but for the request's id and the time."""
    kept = {name for name in reply.headers if name not in ("Date", "X-Request-Id", "RateLimit")}
    return reply.status, kept, {name: value for name, value in reply.json.items() if name != "request_id"}


async def test_a_wrong_password_and_an_unknown_address_are_told_alike(
    service: RunningService, hashes: list[str]
) -> None:
    ada = await service.maker()
    await service.client("pending").register()
    hashes.clear()
    stranger = service.client(address="198.51.100.9")
    answers = []
    for email in (ada.email, "nobody@example.org", "pending@example.org", "not an address", "x@localhost"):
        answers.append(_told(await stranger.login(email=email, password="wrong but long enough", keep=False)))
        assert len(hashes) == len(answers)
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 401
    # Each with the parameters of a real account, so that each takes as long.
    assert len({hash.rsplit("$", 2)[0] for hash in hashes}) == 1  # noqa: A001


async def test_a_registration_tells_nothing_about_an_address(service: RunningService) -> None:
    ada = await service.maker()
    taken, free = service.client("other-one"), service.client("other-two")
    taken.email = ada.email.upper()
    first, second = await taken.register(), await free.register()
    assert _told(first) == _told(second)
    assert first.status == 202
    assert "already have an account" in await service.mail_to("ADA@example.org")
    assert "/confirm#" not in await service.mail_to("ADA@example.org")
    assert "/confirm#" in await service.mail_to(free.email)


@pytest.mark.parametrize("path", ["/auth/password/forgot", "/auth/email/resend"])
async def test_asking_for_a_mail_tells_nothing_about_an_address(service: RunningService, path: str) -> None:
    ada = await service.maker()
    before = len(await service.mails_to(ada.email))
    known = await service.client().post(path, {"email": ada.email})
    unknown = await service.client().post(path, {"email": "nobody@example.org"})
    assert _told(known) == _told(unknown)
    assert known.status == 202
    assert await service.mails_to("nobody@example.org") == []
    assert len(await service.mails_to(ada.email)) == before + (path == "/auth/password/forgot")


async def test_a_long_password_is_only_wrong(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.login(password="x" * 512, keep=False)).expect(401)
    (await ada.login(password="x" * 513, keep=False)).expect(422)


async def test_suspension_shows_after_the_right_password_only(service: RunningService) -> None:
    ada = await service.maker()
    await service.context.db.execute("update maker set status = 'suspended'")
    (await ada.login(password="wrong but long enough", keep=False)).expect(401, "invalid_credentials")
    (await ada.login(keep=False)).expect(403, "account_suspended")


async def _exhaust(client: ApiClient, address: str) -> None:
    """Uses up what one network may try at one account."""
    for _ in range(limits._FROM_ONE_NETWORK.quota):
        await client.service.app.deps.admission.charge(
            limits._FROM_ONE_NETWORK, limits._key("login", client.email, network_of(address))
        )


async def _attack(client: ApiClient) -> None:
    """Many networks have tried until strangers' quota is used up."""
    for _ in range(limits._FROM_STRANGERS.quota):
        await client.service.app.deps.admission.charge(limits._FROM_STRANGERS, limits._key("login", client.email))


async def test_one_network_tries_one_account_only_so_often(service: RunningService, hashes: list[str]) -> None:
    ada = await service.maker()
    grace = await service.maker("grace")
    attacker = ApiClient(service, "198.51.100.7", email=ada.email, password="wrong but long enough")
    hashes.clear()
    quota = limits._FROM_ONE_NETWORK.quota
    for _ in range(quota):
        (await attacker.login()).expect(401)
    refused = (await attacker.login()).expect(429)
    assert int(refused.headers["Retry-After"]) >= 1
    assert len(hashes) == quota  # refused before the hash
    neighbour = ApiClient(service, "198.51.100.200", email=ada.email.upper(), password=ada.password)
    (await neighbour.login()).expect(429)
    neighbour.email = grace.email
    (await neighbour.login()).expect(200)
    (await ada.login()).expect(200)


async def test_the_owner_gets_in_while_many_networks_attack(service: RunningService) -> None:
    ada = await service.maker()
    await _attack(ada)
    for _ in range(limits._UNDER_ATTACK.quota + 1):
        (await ada.login()).expect(200)  # from where this account was used before

    attacker = ada.elsewhere("198.51.100.7")
    attacker.password = "wrong but long enough"
    for _ in range(limits._UNDER_ATTACK.quota):
        (await attacker.login()).expect(401)
    (await attacker.login()).expect(429)

    abroad = ada.elsewhere("203.0.113.77")
    (await abroad.login()).expect(200)  # from a new network, slowed and not locked out


async def test_an_account_that_is_none_is_limited_alike(service: RunningService) -> None:
    ghost = service.client("ghost", "198.51.100.7")
    await _attack(ghost)
    for _ in range(limits._UNDER_ATTACK.quota):
        (await ghost.login()).expect(401)
    (await ghost.login()).expect(429)


async def test_attempts_at_once_are_counted_one_by_one(service: RunningService) -> None:
    ada = await service.maker()
    attacker = ada.elsewhere("198.51.100.7")
    attacker.password = "wrong but long enough"
    replies = await asyncio.gather(*(attacker.login() for _ in range(25)))
    assert sorted(reply.status for reply in replies) == [401] * 20 + [429] * 5


async def test_redis_holds_no_address(service: RunningService) -> None:
    ada = await service.maker()
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
def test_the_neighbourhood_of_an_address(address: str, network: str) -> None:
    assert network_of(address) == network


def test_under_attack_is_stricter_than_usual() -> None:
    usual, strict = limits._FROM_ONE_NETWORK, limits._UNDER_ATTACK
    assert strict.quota / strict.window < usual.quota / usual.window
    assert admits(strict, 0)
