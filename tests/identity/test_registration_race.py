"""Test every order in which two parties register and confirm (docs/decisions/0039-registration-protocol.md).

The owner reads the mailbox. The attacker knows the address and cannot read mail.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import permutations

import pytest

from tests.api import ApiClient, RunningService

OWNERS_PASSWORD = "seven green umbrellas dance"
ATTACKERS_PASSWORD = "nine yellow bicycles sing"

_SOMEBODY_WAITS = """
    select exists (
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    )"""

type Step = tuple[str, str]
# A mail can be requested again without a login, so it does not matter who takes the step "resend".
ADDRESS_STEPS: tuple[Step, ...] = (
    ("owner", "register"),
    ("owner", "confirm"),
    ("attacker", "register"),
    ("attacker", "resend"),
)
HANDLE_STEPS: tuple[Step, ...] = (
    ("first", "register"),
    ("first", "confirm"),
    ("second", "register"),
    ("second", "resend"),
    ("second", "confirm"),
)


def _orders(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Return all orders in which each party registers before confirming."""
    for order in permutations(steps):
        done: set[Step] = set()
        for who, what in order:
            if what == "confirm" and (who, "register") not in done:
                break
            done.add((who, what))
        else:
            yield order


def _named(order: tuple[Step, ...]) -> str:
    return " ".join(f"{who[0]}-{what}" for who, what in order)


async def _links(service: RunningService, address: str) -> list[tuple[str, str]]:
    """Return the token and text of each confirmation mail, the newest last."""
    found = []
    for mail in await service.mails_to(address):
        body = mail.get_body(("plain",))
        assert body is not None
        text = body.get_content()
        found += [(word.partition("#")[2], text) for word in text.split() if "/confirm#" in word]
    return found


def _attacker(service: RunningService, handle: str, email: str) -> ApiClient:
    attacker = service.client(handle, "198.51.100.66")
    attacker.email, attacker.password = email, ATTACKERS_PASSWORD
    return attacker


@pytest.mark.parametrize("order", list(_orders(ADDRESS_STEPS)), ids=_named)
@pytest.mark.parametrize("link", [0, -1], ids=["oldest-link", "newest-link"])
async def test_two_registrations_of_one_address(service: RunningService, order: tuple[Step, ...], link: int) -> None:
    """Whichever link the owner follows, the account has the owner's password."""
    owner = service.client("rightful")
    owner.password = OWNERS_PASSWORD
    attacker = _attacker(service, "attacker", owner.email)

    async def confirm() -> None:
        token, text = (await _links(service, owner.email))[link]
        details = (await owner.post("/auth/email/link", {"token": token})).expect(200).json
        assert f"@{details['handle']}" in text
        owner.handle = (await owner.verify(token, handle="rightful")).expect(200).json["handle"]

    steps: dict[Step, Callable[[], Awaitable[object]]] = {
        ("owner", "register"): owner.register,
        ("owner", "confirm"): confirm,
        ("attacker", "register"): attacker.register,
        ("attacker", "resend"): lambda: attacker.post("/auth/email/resend", {"email": owner.email}),
    }
    for step in order:
        await steps[step]()
        (await attacker.verify("A" * 43)).expect(422)  # the attacker has no link
    (await owner.login()).expect(200)
    (await attacker.login(keep=False)).expect(401)
    # The remaining links create no second account and do not change this one.
    for token, _ in await _links(service, owner.email):
        assert (await owner.verify(token, password=ATTACKERS_PASSWORD, handle="other")).status in (409, 422)
    (await attacker.login(keep=False)).expect(401)
    (await owner.login()).expect(200)
    assert await service.context.db.fetchval("select count(*) from maker") == 1


@pytest.mark.parametrize("order", list(_orders(HANDLE_STEPS)), ids=_named)
async def test_two_registrations_of_one_handle(service: RunningService, order: tuple[Step, ...]) -> None:
    """The first to confirm gets the handle; the other gets 409 and chooses another with the same link."""
    first, second = service.client("wanted"), service.client("wanted", "198.51.100.66")
    second.email, second.password = "second@example.org", ATTACKERS_PASSWORD
    first.password = OWNERS_PASSWORD
    parties = {"first": first, "second": second}
    refused: set[str] = set()
    holder = ""

    async def take_step(who: str, what: str) -> None:
        nonlocal holder
        party = parties[who]
        if what == "register":
            reply = await party.register()
            if holder:
                reply.expect(409, "handle_taken")
                (await party.register(handle=f"{who}-choice")).expect(202)
                refused.add(who)
            else:
                reply.expect(202)
        elif what == "resend":
            (await party.post("/auth/email/resend", {"email": party.email})).expect(202)
        else:
            token, _ = (await _links(service, party.email))[-1]
            if holder and who not in refused:
                (await party.verify(token)).expect(409, "handle_taken")
                (await party.verify(token, handle=f"{who}-choice")).expect(200)
            else:
                (await party.verify(token)).expect(200)
                holder = holder or who

    for step in order:
        await take_step(*step)
    for who, party in parties.items():
        (await party.login()).expect(200)
        assert (await party.me()).json["handle"] == ("wanted" if who == holder else f"{who}-choice")
        (await parties["first" if who == "second" else "second"].login(email=party.email, keep=False)).expect(401)


async def test_an_address_change_needs_a_login_of_its_account(service: RunningService) -> None:
    """An attacker changes their address to the victim's; the victim's click on the link has no effect."""
    attacker = await service.maker("attacker", address="198.51.100.66")
    victim = service.client("victim")
    (await attacker.put("/me/email", {"password": attacker.password, "email": victim.email})).expect(202)
    mail = await service.mail_to(victim.email)
    assert "@attacker" in mail
    token = await service.token_to(victim.email)
    (await victim.post("/auth/email/verify", {"token": token})).expect(422)
    victim.password = OWNERS_PASSWORD
    refused = (await victim.verify(token)).expect(422)
    assert refused.pointers == {"/password": "wrong_password"}
    assert (await attacker.me()).json["email"] == "attacker@example.org"
    # The owner can still register the address.
    (await victim.register()).expect(202)
    (await victim.verify(await service.token_to(victim.email))).expect(200)
    (await victim.login()).expect(200)
    (await attacker.verify(token)).expect(409, "email_taken")


async def test_guesses_of_confirmation_tokens_are_limited(service: RunningService) -> None:
    ada = await service.maker("ada")
    (await ada.put("/me/email", {"password": ada.password, "email": "new@example.org"})).expect(202)
    token = await service.token_to("new@example.org")
    for number in range(5):
        guesser = service.client("", f"198.51.{number}.7")
        (await guesser.verify(token, password=f"a wrong guess no. {number}")).expect(422)
    (await service.client("", "203.0.113.9").verify(token, password=ada.password)).expect(429)
    assert (await ada.me()).json["email"] == "ada@example.org"


async def test_a_reset_link_is_not_sent_to_an_address_that_is_being_changed(service: RunningService) -> None:
    """The job waits for the address change and then finds no account with the old address."""
    ada = await service.maker("ada")
    before = len(await service.mails_to(ada.email))
    (await ada.post("/auth/password/forgot", {"email": ada.email})).expect(202)
    async with service.context.db.transaction() as tx:
        await tx.execute("update maker set email = 'new@example.org'")
        sending = asyncio.create_task(service.mails_to(ada.email))
        while not sending.done() and not await service.context.db.fetchval(_SOMEBODY_WAITS):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert not sending.done()
    assert len(await sending) == before
    assert await service.context.db.fetchval("select count(*) from one_time_token") == 0
