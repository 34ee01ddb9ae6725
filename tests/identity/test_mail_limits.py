"""Test mail limits (docs/decisions/0041-mail-limits.md): attackers cannot block a recovery or flood an address."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest

from service.features.accounts.identity import limits
from service.features.accounts.identity.domain import REGISTRATION_LIFE, RESET_LIFE, RESET_LIFE_LEFT
from tests.api import ApiClient, RunningService

NEW_PASSWORD = "seven green umbrellas dance"


def _strangers(service: RunningService) -> Iterator[ApiClient]:
    """Yield any number of clients, each in a separate network."""
    for number in count(1):
        yield service.client("", f"10.{number // 250}.{number % 250}.1")


async def _forgot(client: ApiClient, email: str) -> None:
    (await client.post("/auth/password/forgot", {"email": email})).expect(202)


async def test_strangers_cannot_block_a_recovery_mail(service: RunningService) -> None:
    ada = await service.maker("ada")
    strangers = _strangers(service)
    for _ in range(20):
        for kind in ("password/forgot", "email/resend"):
            (await next(strangers).post(f"/auth/{kind}", {"email": ada.email})).expect(202)
        (await next(strangers).post("/auth/register", {"email": ada.email, "handle": "stranger"})).expect(202)
    # The mail that a stranger requested works, and another request does not invalidate it.
    await _forgot(ada, ada.email)
    token = await service.token_to(ada.email)
    (await ada.post("/auth/password/reset", {"token": token, "password": NEW_PASSWORD})).expect(204)
    # After it is used, the next request sends a new mail despite the exhausted limit.
    for _ in range(5):
        await _forgot(next(strangers), ada.email)
    before = len(await service.mails_to(ada.email))
    await _forgot(ada, ada.email)
    assert len(await service.mails_to(ada.email)) == before
    another = await service.token_to(ada.email)
    assert another != token
    (await ada.post("/auth/password/reset", {"token": another, "password": "another long password"})).expect(204)
    (await ada.login(password="another long password")).expect(200)


async def test_the_owner_always_has_a_valid_link(service: RunningService) -> None:
    """During an attack of several hours, the owner requests a link at any moment."""
    ada = await service.maker("ada")
    strangers = _strangers(service)
    for _ in range(30):
        for _ in range(3):
            await _forgot(next(strangers), ada.email)
        await _forgot(ada, ada.email)
        await service.deliver()
        left = await service.context.db.fetchval(
            "select max(expires_at) - $1 from one_time_token where used_at is null", service.clock()
        )
        assert left >= RESET_LIFE_LEFT - timedelta(minutes=1)
        service.clock.move(timedelta(minutes=7))


async def test_an_address_is_not_flooded(service: RunningService) -> None:
    """The limit does not depend on the number of clients."""
    ada = await service.registered("ada")
    stranger = service.client("", "10.200.0.1")
    before = len(await service.mails_to(ada.email))
    strangers = _strangers(service)
    for number in range(40):
        client = next(strangers)
        await _forgot(client, ada.email)
        (await client.register(email=ada.email, handle=f"stranger{number}")).expect(202)
        (await client.post("/auth/email/resend", {"email": ada.email.upper()})).expect(202)
    sent = len(await service.mails_to(ada.email)) - before
    # Registration sent one confirmation mail.
    assert sent == limits.MAILS["recovery"].quota + limits.MAILS["confirmation"].quota - 1
    await _forgot(stranger, ada.email)
    assert len(await service.mails_to(ada.email)) - before == sent
    waiting = await service.context.db.fetchval("select count(*) from outbox_job where kind = 'identity.mail'")
    assert waiting == 0


async def test_rejected_requests_do_not_fill_the_outbox(service: RunningService) -> None:
    strangers = _strangers(service)
    for _ in range(30):
        await _forgot(next(strangers), "ada@example.org")
    waiting = await service.context.db.fetchval("select count(*) from outbox_job where kind = 'identity.mail'")
    assert waiting <= limits.MAILS["recovery"].quota + 1


async def test_one_network_does_not_use_up_the_quota_of_others(service: RunningService) -> None:
    client = service.client("ada", "192.0.2.1")
    for number in range(6):
        neighbour = service.client("", f"198.51.100.{number}")
        (await neighbour.register(email=client.email, handle=f"stranger{number}")).expect(202)
    sent = len(await service.mails_to(client.email))
    assert sent == limits.MAILS_FROM_NETWORK.quota
    (await client.register()).expect(202)
    assert "@ada" in await service.mail_to(client.email)
    (await client.verify(await service.token_to(client.email))).expect(200)


async def test_registration_is_possible_with_any_link_in_the_mailbox(service: RunningService) -> None:
    """Strangers used up the confirmation mails.

    The owner can confirm with one of those links, with their own handle and password.
    """
    ada = service.client("ada")
    strangers = _strangers(service)
    for number in range(8):
        (await next(strangers).register(email=ada.email, handle=f"stranger{number}")).expect(202)
    (await ada.register()).expect(202)
    assert "@stranger" in await service.mail_to(ada.email)
    confirmed = (await ada.verify(await service.token_to(ada.email), handle="ada")).expect(200)
    assert confirmed.json["handle"] == "ada"
    (await ada.login()).expect(200)


async def test_mail_requests_of_one_client_are_limited(service: RunningService) -> None:
    client = service.client("", "198.51.100.7")
    for number in range(limits.MAIL_REQUEST.quota):
        await _forgot(client, f"a{number}@example.org")
    (await client.post("/auth/password/forgot", {"email": "other@example.org"})).expect(429)


@pytest.mark.parametrize(
    ("kind", "life"), [("recovery", RESET_LIFE - RESET_LIFE_LEFT), ("confirmation", REGISTRATION_LIFE)]
)
def test_a_rejected_mail_has_a_predecessor_with_a_valid_link(kind: limits.MailKind, life: timedelta) -> None:
    """GCRA rejects a mail only within one interval after the last."""
    assert limits.MAILS[kind].interval <= life / timedelta(microseconds=1)
