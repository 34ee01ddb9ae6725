"""Test the profile, handle, password and address of an account, and its deletion."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from service.features.accounts.identity.domain import deleted_handle
from service.features.accounts.identity.limits import PASSWORD as PASSWORD_LIMIT
from tests.api import PASSWORD, ApiClient, RunningService

NEW_PASSWORD = "a quite different pass phrase"


async def test_a_profile_is_partially_updated(service: RunningService) -> None:
    ada = await service.maker()
    tag = (await ada.me()).headers["ETag"]
    links = [{"label": "Home", "url": "https://example.org/~ada"}]
    reply = await ada.update_me(if_match=tag, display_name="Ada L.", bio=" Numbers. \n", links=links)
    changed = reply.expect(200).json
    assert (changed["display_name"], changed["bio"], changed["links"]) == ("Ada L.", "Numbers.", links)
    assert (changed["handle"], changed["version"]) == ("ada", 2)
    assert reply.headers["ETag"] == (await ada.me()).headers["ETag"]
    assert (await ada.update_me(avatar_url="https://example.org/a.png")).json[
        "avatar_url"
    ] == "https://example.org/a.png"
    cleared = (await ada.update_me(avatar_url=None)).json
    assert (cleared["avatar_url"], cleared["links"]) == (None, links)


async def test_a_stale_edit_is_rejected(service: RunningService) -> None:
    ada = await service.maker()
    tag = (await ada.me()).headers["ETag"]
    (await ada.update_me(if_match=tag, bio="first")).expect(200)
    (await ada.update_me(if_match=tag, bio="second")).expect(412, "stale")
    (await ada.patch("/me", {"bio": "third"})).expect(428)
    assert (await ada.me()).json["bio"] == "first"
    replies = await asyncio.gather(*(ada.update_me(if_match='"2"', bio=str(number)) for number in range(8)))
    assert sorted(reply.status for reply in replies) == [200] + [412] * 7


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"bio": None}, "/bio", "wrong_type"),
        ({"bio": "x" * 2001}, "/bio", "too_long"),
        ({"display_name": "\u200b"}, "/display_name", "too_short"),
        ({"handle": "me"}, "/handle", "too_short"),
        ({"handle": "Admin"}, "/handle", "reserved"),
        ({"avatar_url": "javascript:alert(1)"}, "/avatar_url", "wrong_format"),
        ({"avatar_url": "https://user:pass@example.org/"}, "/avatar_url", "wrong_format"),
        ({"avatar_url": "https://exa mple.org/"}, "/avatar_url", "wrong_format"),
        ({"avatar_url": "https://[::1/"}, "/avatar_url", "wrong_format"),
        ({"avatar_url": "//example.org/a.png"}, "/avatar_url", "wrong_format"),
        (
            {"links": [{"label": "a", "url": "https://a.org"}, {"label": "b", "url": "data:x"}]},
            "/links/1/url",
            "wrong_format",
        ),
        ({"links": [{"label": "a", "url": "https://a.org"}] * 11}, "/links", "too_many"),
        ({"links": [{"label": "a"}]}, "/links/0/url", "required"),
        ({"role": "admin"}, "/role", "unknown_field"),
        ({"id": "0190163d-8694-739b-aea5-966c26f8ad91"}, "/id", "unknown_field"),
        ({"email": "other@example.org"}, "/email", "unknown_field"),
        ({"owner_id": 1, "status": "active"}, "/owner_id", "unknown_field"),
    ],
)
async def test_invalid_profile_fields_are_rejected(
    service: RunningService, change: dict[str, Any], pointer: str, code: str
) -> None:
    ada = await service.maker()
    refused = (await ada.update_me(**change)).expect(422)
    assert refused.pointers[pointer] == code
    assert (await ada.me()).json["version"] == 1


async def test_a_former_handle_redirects_for_ninety_days(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    (await ada.update_me(handle="Countess")).expect(200)
    moved = (await service.client().get("/makers/ada")).expect(308, "moved")
    assert moved.headers["Location"] == "/api/v1/makers/countess"
    (await grace.update_me(handle="ada")).expect(409, "handle_taken")
    (await service.client("ada").register(email="new@example.org")).expect(409, "handle_taken")

    service.clock.move(timedelta(days=90, seconds=1))
    await grace.login()
    (await service.client().get("/makers/ada")).expect(404)
    (await grace.update_me(handle="ada")).expect(200)
    assert (await service.client().get("/makers/ada")).expect(200).json["display_name"] == "grace"


async def test_makers_can_take_their_former_handle_back(service: RunningService) -> None:
    ada = await service.maker("ada")
    (await ada.update_me(handle="countess")).expect(200)
    (await ada.update_me(handle="ADA")).expect(200)
    assert (await service.client().get("/makers/countess")).expect(308).headers["Location"].endswith("/ada")
    (await service.client().get("/makers/ada")).expect(200)


async def test_the_number_of_reserved_handles_is_limited(service: RunningService) -> None:
    ada = await service.maker("ada")
    for number in range(3):
        (await ada.update_me(handle=f"ada{number}")).expect(200)
    (await ada.update_me(handle="ada9")).expect(409, "too_many_handles")
    (await ada.update_me(handle="ada1")).expect(200)


async def test_the_handle_of_another_maker_is_rejected(service: RunningService) -> None:
    ada = await service.maker("ada")
    await service.maker("grace")
    refused = (await ada.update_me(handle="Grace", bio="x")).expect(409, "handle_taken")
    assert refused.pointers == {"/handle": "handle_taken"}
    assert (await ada.me()).json["bio"] == ""


_LOCK_WAITS = """
    select exists (
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    )"""


async def test_a_concurrently_released_handle_is_reserved(service: RunningService) -> None:
    """A request that waited for the unique key sees the new reservation."""
    ada = await service.maker("ada")
    client = service.client("ada")
    client.email = "second@example.org"
    await service.context.db.execute("update maker set handle = 'aside' where handle = 'ada'")
    (await client.register()).expect(202)
    await service.context.db.execute("update maker set handle = 'ada' where handle = 'aside'")
    token = await service.token_to(client.email)
    async with service.context.db.transaction() as tx:
        await tx.execute("update maker set handle = 'countess' where handle = 'ada'")
        await tx.execute(
            "insert into handle_reservation select 'ada', maker_id, $1 from maker where handle = 'countess'",
            service.clock() + timedelta(days=90),
        )
        waiting = asyncio.create_task(client.verify(token))
        while not await service.context.db.fetchval(_LOCK_WAITS):  # noqa: ASYNC110 - locks have no event
            await asyncio.sleep(0.01)
    (await waiting).expect(409, "handle_taken")
    (await ada.me()).expect(200)


async def test_a_changed_password_ends_all_other_sessions(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    phone = ada.elsewhere()
    (await phone.login()).expect(200)
    await ada.post("/auth/password/forgot", {"email": ada.email})
    old_link = await service.token_to(ada.email)
    change = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    (await ada.put("/me/password", change)).expect(204)
    (await phone.me()).expect(401)
    (await phone.refresh(keep=False)).expect(401)
    (await ada.me()).expect(200)
    (await grace.me()).expect(200)
    (await ada.login(keep=False)).expect(401)
    (await ada.login(password=NEW_PASSWORD, keep=False)).expect(200)
    (await grace.login(keep=False)).expect(200)
    assert "was changed" in await service.mail_to(ada.email)
    (await ada.post("/auth/password/reset", {"token": old_link, "password": "yet another password"})).expect(422)


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"current_password": "wrong but long enough"}, 403, "wrong_password"),
        ({"new_password": "short"}, 422, "invalid_input"),
        ({"new_password": "ada@example.org"}, 422, "invalid_input"),
        ({"role": "admin"}, 422, "invalid_input"),
    ],
)
async def test_an_invalid_password_change_is_rejected(
    service: RunningService, change: dict[str, str], status: int, code: str
) -> None:
    ada = await service.maker()
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD, **change}
    (await ada.put("/me/password", body)).expect(status, code)
    (await ada.login(keep=False)).expect(200)


async def test_one_of_two_concurrent_password_changes_wins(service: RunningService) -> None:
    ada = await service.maker()
    news = [f"{NEW_PASSWORD} {number}" for number in range(2)]
    replies = await asyncio.gather(
        *(ada.put("/me/password", {"current_password": PASSWORD, "new_password": new}) for new in news)
    )
    won = [reply.status for reply in replies].index(204)
    assert replies[1 - won].status in (403, 409)
    (await ada.login(password=news[won], keep=False)).expect(200)
    (await ada.login(password=news[1 - won], keep=False)).expect(401)


async def test_password_guesses_with_a_stolen_session_are_limited(service: RunningService) -> None:
    ada = await service.maker()
    for _ in range(PASSWORD_LIMIT.quota):
        (await ada.delete_me("wrong but long enough")).expect(403, "wrong_password")
    (await ada.delete_me()).expect(429)


async def test_a_forgotten_password_is_reset(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    (await service.client().post("/auth/password/forgot", {"email": "ADA@example.org"})).expect(202)
    token = await service.token_to(ada.email)
    client = service.client()
    weak = (await client.post("/auth/password/reset", {"token": token, "password": "password1234"})).expect(422)
    assert weak.pointers == {"/password": "too_common"}
    (await client.post("/auth/password/reset", {"token": token, "password": NEW_PASSWORD})).expect(204)
    (await ada.me()).expect(401)
    (await ada.refresh(keep=False)).expect(401)
    (await grace.me()).expect(200)
    (await ada.login(password=NEW_PASSWORD)).expect(200)
    again = (await client.post("/auth/password/reset", {"token": token, "password": PASSWORD})).expect(422)
    assert again.pointers == {"/token": "invalid_token"}


async def test_a_reset_link_works_for_an_hour(service: RunningService) -> None:
    ada = await service.maker()
    await ada.post("/auth/password/forgot", {"email": ada.email})
    token = await service.token_to(ada.email)
    service.clock.move(timedelta(hours=1, seconds=1))
    (await ada.post("/auth/password/reset", {"token": token, "password": NEW_PASSWORD})).expect(422)


async def test_a_reset_link_used_concurrently_works_once(service: RunningService) -> None:
    ada = await service.maker()
    await ada.post("/auth/password/forgot", {"email": ada.email})
    token = await service.token_to(ada.email)
    replies = await asyncio.gather(
        *(ada.post("/auth/password/reset", {"token": token, "password": f"{NEW_PASSWORD}{n}"}) for n in range(5))
    )
    assert sorted(reply.status for reply in replies) == [204] + [422] * 4


async def test_an_address_changes_when_the_new_one_is_confirmed(service: RunningService) -> None:
    ada = await service.maker()
    (await ada.put("/me/email", {"password": PASSWORD, "email": "new@example.org"})).expect(202)
    assert (await ada.me()).json["email"] == "ada@example.org"
    assert "change its address to n…@example.org" in " ".join((await service.mail_to("ada@example.org")).split())
    token = await service.token_to("new@example.org")
    link = (await service.client().post("/auth/email/link", {"token": token})).expect(200)
    assert link.json == {"purpose": "email_change", "handle": "ada", "email": "new@example.org"}
    first = (await ada.elsewhere().verify(token)).expect(200)
    assert first.json == {"handle": "ada", "email": "new@example.org"}
    assert "is now n…@example.org" in (await service.mail_to("ada@example.org")).replace("\n", " ")
    me = (await ada.me()).expect(200).json
    assert (me["email"], me["version"]) == ("new@example.org", 2)
    (await ada.login(keep=False)).expect(401)
    (await ada.login(email="new@example.org", keep=False)).expect(200)


async def test_a_new_address_needs_the_password(service: RunningService) -> None:
    ada = await service.maker()
    wrong = {"password": "wrong but long enough", "email": "new@example.org"}
    (await ada.put("/me/email", wrong)).expect(403, "wrong_password")
    (await ada.put("/me/email", {"password": PASSWORD, "email": "ADA@example"})).expect(422)
    (await ada.put("/me/email", {"password": PASSWORD, "email": ada.email})).expect(409, "unchanged")
    assert await service.mails_to("new@example.org") == []


async def test_the_address_of_another_cannot_be_taken_or_detected(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    free = (await ada.put("/me/email", {"password": PASSWORD, "email": "free@example.org"})).expect(202)
    held = (await ada.put("/me/email", {"password": PASSWORD, "email": "GRACE@example.org"})).expect(202)
    assert free.json == held.json
    assert "already have an account" in await service.mail_to("GRACE@example.org")
    (await grace.me()).expect(200)


async def test_an_address_belongs_to_the_first_maker_who_confirms_it(service: RunningService) -> None:
    ada, grace = await service.maker("ada"), await service.maker("grace")
    tokens = []
    for maker in (ada, grace):
        (await maker.put("/me/email", {"password": PASSWORD, "email": "wanted@example.org"})).expect(202)
        tokens.append(await service.token_to("wanted@example.org"))
    (await ada.verify(tokens[1])).expect(200)
    (await ada.verify(tokens[0])).expect(409, "email_taken")
    assert (await ada.me()).json["email"] == "ada@example.org"


async def test_a_confirmed_address_invalidates_links_sent_to_the_old_one(service: RunningService) -> None:
    ada = await service.maker()
    await ada.post("/auth/password/forgot", {"email": ada.email})
    reset = await service.token_to(ada.email)
    await ada.put("/me/email", {"password": PASSWORD, "email": "new@example.org"})
    (await ada.verify(await service.token_to("new@example.org"))).expect(200)
    (await ada.post("/auth/password/reset", {"token": reset, "password": NEW_PASSWORD})).expect(422)


async def _tables_with(service: RunningService, texts: list[str]) -> list[str]:
    """Return the tables with rows that contain one of the texts."""
    tables = await service.context.db.fetch(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"
    )
    found = []
    for table in tables:
        row = f'select exists (select from "{table[0]}" t where t::text ilike any ($1::text[]))'
        if await service.context.db.fetchval(row, [f"%{text}%" for text in texts]):
            found.append(table[0])
    return found


async def test_deletion_keeps_a_row_without_personal_data(service: RunningService) -> None:
    ada, grace = await service.maker("ada", address="198.51.100.7"), await service.maker("grace")
    phone = ada.elsewhere()
    (await phone.login(device="Ada's phone")).expect(200)
    maker_id = (await ada.me()).json["id"]
    (await ada.update_me(bio="Numbers", links=[{"label": "Home", "url": "https://ada.example"}])).expect(200)
    (await ada.delete_me("wrong but long enough")).expect(403)
    (await ada.delete_me()).expect(204)

    for client in (ada, phone):
        (await client.me()).expect(401)
        (await client.refresh(keep=False)).expect(401)
    (await ada.login(keep=False)).expect(401, "invalid_credentials")
    (await grace.get("/makers/ada")).expect(404)
    (await grace.get(f"/makers/{deleted_handle(UUID(maker_id))}")).expect(404)
    assert "was deleted" in await service.mail_to(ada.email)

    row = await service.context.db.fetchrow("select * from maker where maker_id = $1", UUID(maker_id))
    assert row is not None
    assert (row["status"], row["display_name"], row["email"]) == ("deleted", "Deleted maker", None)
    assert await _tables_with(service, ["ada@", "Ada's", "Numbers", "ada.example", ada.address, phone.address]) == []
    (await grace.me()).expect(200)


async def test_the_handle_of_a_deleted_maker_stays_reserved(service: RunningService) -> None:
    ada = await service.maker("ada")
    (await ada.delete_me()).expect(204)
    heir = service.client("ada")
    (await heir.register()).expect(409, "handle_taken")
    service.clock.move(timedelta(days=90, seconds=1))
    (await heir.register()).expect(202)
    (await heir.verify(await service.token_to(heir.email))).expect(200)
    (await heir.login()).expect(200)


@pytest.mark.parametrize(
    "change", ["update maker set password_hash = password_hash || ' '", "update maker set status = 'suspended'"]
)
async def test_a_login_waits_for_a_running_change(service: RunningService, change: str) -> None:
    ada = await service.maker()
    async with service.context.db.transaction() as tx:
        await tx.execute(change)
        waiting = asyncio.create_task(ada.login(keep=False))
        while not await service.context.db.fetchval(_LOCK_WAITS):  # noqa: ASYNC110 - locks have no event
            await asyncio.sleep(0.01)
    (await waiting).expect(401)
    assert await service.context.db.fetchval("select count(*) from session") == 1


async def test_a_login_that_races_a_change_creates_no_session(service: RunningService) -> None:
    """The session is inserted only if the verified state is unchanged."""
    ada = await service.maker()
    logins: list[ApiClient] = [ada.elsewhere(f"203.0.113.{number}") for number in range(6)]
    change = ada.put("/me/password", {"current_password": PASSWORD, "new_password": NEW_PASSWORD})
    replies = await asyncio.gather(*(client.login() for client in logins[:3]), change, *(c.login() for c in logins[3:]))
    assert [reply.status for reply in replies].count(204) == 1
    live = {session["id"] for session in await ada.sessions()}
    assert live == {ada.session_id}
    for client in logins:
        if client.access_token:
            (await client.me()).expect(401)
