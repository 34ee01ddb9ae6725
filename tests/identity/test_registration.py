"""Test registration: from the first request to the confirmed account."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from service.features.accounts.identity.domain import device_of
from tests.api import PASSWORD, RunningService


async def test_registration_confirmation_login_and_logout(service: RunningService) -> None:
    client = service.client("Ada-Lovelace")
    (await client.register()).expect(202)
    (await client.login()).expect(401, "invalid_credentials")

    mail = await service.mail_to(client.email)
    assert "@ada-lovelace" in mail
    token = await service.token_to(client.email)
    link = (await client.post("/auth/email/link", {"token": token})).expect(200)
    assert link.json == {"purpose": "registration", "handle": "ada-lovelace", "email": "Ada-Lovelace@example.org"}
    confirmed = (await client.verify(token, display_name="  Ada   Lovelace ")).expect(200)
    assert confirmed.json == {"handle": "ada-lovelace", "email": "Ada-Lovelace@example.org"}

    reply = (await client.login(email="ADA-lovelace@EXAMPLE.org")).expect(200)
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.json["token_type"] == "Bearer"
    assert 290 <= reply.json["expires_in"] <= 300

    me = (await client.me()).expect(200)
    assert me.json == reply.json["maker"]
    assert me.json["display_name"] == "Ada Lovelace"
    assert (me.json["role"], me.json["version"]) == ("maker", 1)
    assert me.headers["ETag"].startswith('"1-')
    assert "private" in me.headers["Cache-Control"]

    (session,) = await client.sessions()
    assert session["id"] == client.session_id
    assert session["current"] is True
    assert session["device"] == "Firefox on Linux"
    assert session["ip"] == client.address

    (await client.logout()).expect(204)
    (await client.me()).expect(401, "invalid_token")
    (await client.refresh()).expect(401, "invalid_refresh_token")


async def test_the_display_name_is_the_handle_unless_given(service: RunningService) -> None:
    ada = await service.maker("ada")
    assert (await ada.me()).json["display_name"] == "ada"


async def test_a_confirmation_link_works_once_and_then_reveals_nothing(service: RunningService) -> None:
    """A used link does not reveal the account's new address."""
    client = service.client("ada")
    await client.register()
    token = await service.token_to(client.email)
    (await client.verify(token)).expect(200)
    (await client.login()).expect(200)
    (await client.put("/me/email", {"password": PASSWORD, "email": "new@example.org"})).expect(202)
    change = await service.token_to("new@example.org")
    (await client.verify(change)).expect(200)
    for used in (token, change):
        for reply in (await client.verify(used), await client.post("/auth/email/link", {"token": used})):
            assert reply.expect(422).pointers == {"/token": "invalid_token"}
            assert b"example.org" not in reply.body
    assert await service.context.db.fetchval("select count(*) from maker") == 1


async def test_two_concurrent_confirmations_create_one_account(service: RunningService) -> None:
    client = service.client("ada")
    await client.register()
    token = await service.token_to(client.email)
    words = ("first purple umbrella", "second purple umbrella")
    replies = await asyncio.gather(*(client.verify(token, password=password) for password in words))
    # The second request finds the link used or the address taken.
    won = [reply.status for reply in replies].index(200)
    assert replies[1 - won].status in (409, 422)
    (await client.login(password=words[won])).expect(200)
    (await client.login(password=words[1 - won])).expect(401)


async def test_a_confirmation_link_expires(service: RunningService) -> None:
    client = service.client("ada")
    await client.register()
    token = await service.token_to(client.email)
    service.clock.move(timedelta(hours=24, seconds=1))
    refused = (await client.verify(token)).expect(422)
    assert refused.pointers == {"/token": "invalid_token"}


async def test_a_token_is_valid_for_its_purpose_and_issuer_only(service: RunningService) -> None:
    ada = await service.maker("ada")
    await ada.post("/auth/password/forgot", {"email": ada.email})
    reset = await service.token_to(ada.email)
    for token in (reset, "x", reset[:-1] + ("A" if reset[-1] != "A" else "Q"), "é" * 43):
        assert (await ada.verify(token)).expect(422).pointers == {"/token": "invalid_token"}


async def test_the_slower_of_two_registrations_chooses_another_handle(service: RunningService) -> None:
    first, second = service.client("ada"), service.client("ada")
    second.email = "second@example.org"
    await first.register()
    await second.register()
    (await first.verify(await service.token_to(first.email))).expect(200)
    token = await service.token_to(second.email)
    taken = (await second.verify(token)).expect(409, "handle_taken")
    assert taken.pointers == {"/handle": "handle_taken"}
    assert (await second.verify(token, handle="admin")).expect(422).pointers == {"/handle": "reserved"}
    assert (await second.verify(token, handle="ada2")).expect(200).json["handle"] == "ada2"
    second.handle = "ada2"
    (await second.login()).expect(200)


async def test_one_of_two_registrations_of_an_address_is_confirmed(service: RunningService) -> None:
    client = service.client("ada")
    await client.register()
    first = await service.token_to(client.email)
    await client.register(handle="ada-two")
    second = await service.token_to(client.email)
    (await client.verify(second, password="another long password")).expect(200)
    (await client.verify(first)).expect(409, "email_taken")
    (await client.login()).expect(401)
    (await client.login(password="another long password")).expect(200)


async def test_a_confirmation_can_be_sent_again(service: RunningService) -> None:
    client = service.client("ada")
    await client.register()
    first = await service.token_to(client.email)
    (await client.post("/auth/email/resend", {"email": "ADA@example.org"})).expect(202)
    assert len(await service.mails_to(client.email)) == 2
    assert await service.token_to(client.email) == first


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("email", "ada", "wrong_format"),
        ("email", "ada@localhost", "wrong_format"),
        ("email", '"a b"@example.org', "wrong_format"),
        ("email", "a@[127.0.0.1]", "wrong_format"),
        ("email", "a@1.2.3.4", "wrong_format"),
        ("email", "á@example.org", "wrong_format"),
        ("email", "a" * 65 + "@example.org", "wrong_format"),
        ("email", "a" * 250 + "@b.org", "too_long"),
        ("email", "a\r\nBcc: b@example.org", "control_character"),
        ("email", None, "wrong_type"),
        ("handle", "ab", "too_short"),
        ("handle", "a" * 31, "too_long"),
        ("handle", "-ada", "wrong_format"),
        ("handle", "a--da", "wrong_format"),
        ("handle", "a_da", "wrong_format"),
        ("handle", "ÀDA", "wrong_format"),
        ("handle", "Settings", "reserved"),
        ("handle", "deleted-1234", "reserved"),
        ("password", "correct horse battery", "unknown_field"),
        ("role", "admin", "unknown_field"),
        ("id", "0190163d-8694-739b-aea5-966c26f8ad91", "unknown_field"),
        ("owner_id", "0190163d-8694-739b-aea5-966c26f8ad91", "unknown_field"),
    ],
)
async def test_invalid_registrations_are_rejected(service: RunningService, field: str, value: Any, code: str) -> None:
    client = service.client("ada-l")
    client.email = "ada.lovelace@example.org"
    refused = (await client.register(**{field: value})).expect(422, "invalid_input")
    assert refused.pointers == {f"/{field}": code}
    assert await service.context.db.fetchval("select count(*) from registration") == 0


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("display_name", "  ", "too_short"),
        ("display_name", "ad\u202ea", "control_character"),
        ("display_name", "x" * 81, "too_long"),
        ("password", "short", "too_short"),
        ("password", "p" * 129, "too_long"),
        ("password", "password1234", "too_common"),
        ("password", "ada.lovelace@example.org", "too_personal"),
        ("handle", "Settings", "reserved"),
        ("role", "admin", "unknown_field"),
        ("email", "other@example.org", "unknown_field"),
    ],
)
async def test_invalid_confirmations_are_rejected(service: RunningService, field: str, value: Any, code: str) -> None:
    client = service.client("ada-l")
    client.email = "ada.lovelace@example.org"
    await client.register()
    token = await service.token_to(client.email)
    refused = (await client.verify(token, **{field: value})).expect(422, "invalid_input")
    assert refused.pointers == {f"/{field}": code}
    assert await service.context.db.fetchval("select count(*) from maker") == 0
    (await client.verify(token)).expect(200)


async def test_all_errors_are_reported_at_once(service: RunningService) -> None:
    client = service.client("ada")
    assert (await client.register(email="a@b", handle="api")).pointers == {
        "/email": "wrong_format",
        "/handle": "reserved",
    }
    await client.register()
    refused = await client.verify(
        await service.token_to(client.email), handle="api", display_name="?!", password="short"
    )
    assert refused.pointers == {"/handle": "reserved", "/display_name": "too_short", "/password": "too_short"}


async def test_an_international_domain_is_one_address(service: RunningService) -> None:
    client = service.client("ada")
    client.email = "ada@bücher.example"
    (await client.register()).expect(202)
    token = await service.token_to("ada@xn--bcher-kva.example")
    assert (await client.verify(token)).json["email"] == "ada@xn--bcher-kva.example"
    (await client.login()).expect(200)
    (await client.login(email="ada@XN--BCHER-KVA.example")).expect(200)


async def test_a_login_can_name_its_device(service: RunningService) -> None:
    ada = await service.maker()
    phone = ada.elsewhere()
    (await phone.login(device="Ada's phone")).expect(200)
    assert {session["device"] for session in await ada.sessions()} == {"Firefox on Linux", "Ada's phone"}


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", "curl"),
        ("", "Unknown device"),
    ],
)
def test_a_device_is_named_by_its_user_agent(user_agent: str, device: str) -> None:
    assert device_of(user_agent) == device


async def test_the_body_of_a_login_is_limited(service: RunningService) -> None:
    (await service.client("ada").post("/auth/login", {"email": "a@b.org", "password": "x" * 4096})).expect(413)


async def test_passwords_and_tokens_are_not_stored(service: RunningService) -> None:
    client = service.client("ada")
    await client.register()
    await client.post("/auth/email/resend", {"email": client.email})
    stored = await service.context.db.fetch(
        "select registration::text as row from registration union all select outbox_job::text from outbox_job"
    )
    token = await service.token_to(client.email)
    assert len(stored) == 3
    for row in stored:
        assert PASSWORD not in row["row"]
        assert token not in row["row"]
