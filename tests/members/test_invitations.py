"""Test invitations: accept, decline, expire and withdraw."""

from asyncio import gather
from datetime import timedelta

import pytest

from service.core.ids import new_id
from service.security.tokens import OneTimeTokens
from tests.api import ApiClient, RunningService
from tests.members.actions import add_members, invite, invited, join, pending, roles


async def test_an_invited_maker_reads_the_invitation_and_joins(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    made = (await invite(ada, coach, "editor", handle="Cleo")).expect(201)
    assert made.headers["Location"] == f"/api/v1{coach}/invitations/{made.json['invitation_id']}"
    assert (made.json["handle"], made.json["email"], made.json["role"]) == ("cleo", None, "editor")
    assert await pending(ada, coach) == [made.json]

    mail = await service.mail_to(cleo.email)
    assert "@ada invites you" in mail
    assert "coach" not in mail.lower()
    token = await service.token_to(cleo.email)
    (await cleo.get(coach)).expect(404)

    shown = (await cleo.get(f"/invitations/{token}")).expect(200).json
    assert shown["project"] == {
        "handle": "ada",
        "slug": "coach",
        "title": "Coach",
        "owner": {"handle": "ada", "display_name": "ada", "avatar_url": None},
    }
    assert (await cleo.pages("/me/invitations")) == [[shown]]
    assert shown["token"] == token

    joined = (await cleo.post(f"/invitations/{token}/accept")).expect(200).json
    assert (joined["role"], joined["project"]["slug"]) == ("editor", "coach")
    assert await roles(cleo, coach) == {"ada": "owner", "cleo": "editor"}
    assert await pending(ada, coach) == []
    assert await cleo.pages("/me/invitations") == [[]]
    (await cleo.get(tutor)).expect(404)
    # A repeat gets the same response.
    assert (await cleo.post(f"/invitations/{token}/accept")).expect(200).json == joined
    (await cleo.post(f"/invitations/{token}/decline")).expect(409, "accepted")
    (await cleo.edit(coach, title="Better")).expect(200)


async def test_the_link_in_the_mail_works_for_any_maker(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    (await invite(ada, coach, "viewer", email="Cleo.Work@Example.org")).expect(201)
    token = await service.token_to("Cleo.Work@example.org")
    assert await cleo.pages("/me/invitations") == [[]]
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)
    assert await roles(ada, coach) == {"ada": "owner", "cleo": "viewer"}
    # The link works once.
    for action in ("accept", "decline"):
        (await bob.post(f"/invitations/{token}/{action}")).expect(404)
    (await bob.get(f"/invitations/{token}")).expect(404)


async def test_an_invitation_by_address_appears_in_the_account_of_that_address(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    (await invite(ada, coach, email=cleo.email.upper())).expect(201)
    ((shown,),) = await cleo.pages("/me/invitations")
    assert await bob.pages("/me/invitations") == [[]]
    (await cleo.post(f"/invitations/{shown['token']}/accept")).expect(200)


async def test_an_invitation_by_handle_is_for_that_maker(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    (await bob.get(f"/invitations/{token}")).expect(404)
    for action in ("accept", "decline"):
        (await bob.post(f"/invitations/{token}/{action}")).expect(404)
        (await service.client().post(f"/invitations/{token}/{action}")).expect(401)
    assert await roles(ada, coach) == {"ada": "owner"}
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)


async def test_a_maker_who_declined_can_be_invited_again(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    (await cleo.post(f"/invitations/{token}/decline")).expect(204)
    (await cleo.post(f"/invitations/{token}/accept")).expect(404)
    assert await pending(ada, coach) == []
    again = await invited(service, ada, coach, cleo)
    assert again != token
    (await cleo.post(f"/invitations/{again}/accept")).expect(200)


async def test_a_repeated_invitation_replaces_the_first(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for invitee in ({"handle": "cleo"}, {"email": "Someone@example.org"}):
        first = (await invite(ada, coach, "viewer", **invitee)).expect(201)
        again = (await invite(ada, coach, "viewer", **{k: v.upper() for k, v in invitee.items()})).expect(200)
        assert again.json == first.json
        assert (await invite(ada, coach, "editor", **invitee)).expect(200).json == first.json | {"role": "editor"}
    assert [row["role"] for row in await pending(ada, coach)] == ["editor", "editor"]
    assert len(await service.mails_to(cleo.email)) == 1
    assert len(await service.mails_to("Someone@example.org")) == 1
    token = await service.token_to(cleo.email)
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)
    assert (await roles(ada, coach))["cleo"] == "editor"
    (await invite(ada, coach, handle="cleo")).expect(409, "already_member")


async def test_invitations_do_not_reveal_whether_an_address_has_an_account(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """A member's address does not reveal the member either."""
    await join(service, ada, coach, cleo)
    before = len(await service.mails_to(cleo.email))
    known, member, unknown = [
        (await invite(ada, coach, email=email)).expect(201)
        for email in ("bob@example.org", cleo.email, "nobody@example.org")
    ]
    for reply in (known, member, unknown):
        shown = {key: value for key, value in reply.json.items() if key not in ("invitation_id", "email")}
        assert shown.keys() == {"handle", "role", "created_at", "expires_at"}
        assert shown["handle"] is None
    assert len(await pending(ada, coach)) == 3
    assert len(await service.mails_to(cleo.email)) == before, "a member needs no mail"


async def test_invitation_tokens_are_not_stored(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """Neither the table nor the queue contains the token.

    processes/test_log.py tests that paths with tokens are not logged.
    """
    (await invite(ada, coach, handle="cleo")).expect(201)
    db = service.context.db
    stored = [
        *await db.fetch("select i::text from invitation i"),
        *await db.fetch("select j::text from outbox_job j"),
    ]
    token = await service.token_to(cleo.email)
    invitation_id = await db.fetchval("select invitation_id from invitation")
    assert token == OneTimeTokens(service.app.deps.keyring).encode("invitation", invitation_id)
    assert stored
    assert not [row for row in stored if token in row[0]]
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)


async def test_an_invitation_expires(service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    token = await invited(service, ada, coach, cleo)
    service.clock.move(timedelta(days=7, seconds=1))
    await ada.login()
    await cleo.login()
    for path in (f"/invitations/{token}/accept", f"/invitations/{token}/decline"):
        (await cleo.post(path)).expect(404)
    assert await pending(ada, coach) == []
    assert await cleo.pages("/me/invitations") == [[]]
    # An expired invitation does not block a new one.
    await invited(service, ada, coach, cleo)
    assert await service.context.db.fetchval("select count(*) from invitation") == 1


async def test_expired_invitations_are_purged(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    from service.features.projects.members.jobs import purge

    await invited(service, ada, coach, cleo)
    await purge(service.context, {})
    assert await service.context.db.fetchval("select count(*) from invitation") == 1
    service.clock.move(timedelta(days=7, seconds=1))
    await purge(service.context, {})
    assert await service.context.db.fetchval("select count(*) from invitation") == 0


@pytest.mark.parametrize("token", ["x", "A" * 43, "é" * 43])
async def test_unknown_tokens_are_rejected(cleo: ApiClient, token: str) -> None:
    (await cleo.get(f"/invitations/{token}")).expect(404)
    for action in ("accept", "decline"):
        (await cleo.post(f"/invitations/{token}/{action}")).expect(404)


async def test_a_token_for_another_purpose_is_rejected(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    (await invite(ada, coach, handle="cleo")).expect(201)
    invitation_id = await service.context.db.fetchval("select invitation_id from invitation")
    other = OneTimeTokens(service.app.deps.keyring).encode("password_reset", invitation_id)
    (await cleo.post(f"/invitations/{other}/accept")).expect(404)


@pytest.mark.parametrize(
    ("invitee", "pointer", "code"),
    [
        ({}, "", "exactly_one"),
        ({"handle": "cleo", "email": "cleo@example.org"}, "", "exactly_one"),
        ({"handle": "nobody-here"}, "/handle", "unknown_maker"),
        ({"email": "no address"}, "/email", "wrong_format"),
        ({"handle": "cleo", "role": "owner"}, "/role", "unknown_value"),
    ],
)
async def test_invalid_invitations_are_rejected(
    ada: ApiClient, cleo: ApiClient, coach: str, invitee: dict[str, str], pointer: str, code: str
) -> None:
    refused = (await ada.post(f"{coach}/invitations", {"role": "editor", **invitee})).expect(422)
    assert refused.pointers == {pointer: code}
    (await invite(ada, coach, handle="ada")).expect(409, "already_member")


async def test_a_project_has_at_most_twenty_pending_invitations(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str
) -> None:
    replies = await gather(*(invite(ada, coach, email=f"guest-{n}@example.org") for n in range(25)))
    assert sorted(reply.status for reply in replies) == [201] * 20 + [409] * 5
    (await invite(bob, tutor, email="guest-0@example.org")).expect(201)
    (await ada.delete(f"{coach}/invitations/{(await pending(ada, coach))[0]['invitation_id']}")).expect(204)
    (await invite(ada, coach, email="guest-30@example.org")).expect(201)
    (await invite(ada, coach, email="guest-31@example.org")).expect(409, "too_many_invitations")


async def test_invitations_have_a_separate_rate_limit(ada: ApiClient, coach: str) -> None:
    statuses = [(await invite(ada, coach, email="guest@example.org")).status for _ in range(31)]
    assert statuses == [201] + [200] * 29 + [429]


async def test_invitation_mails_to_one_address_are_limited(service: RunningService, ada: ApiClient, coach: str) -> None:
    """Five mails per day are sent to one address; further invitations are stored without a mail."""
    for _ in range(8):
        made = (await invite(ada, coach, email="guest@example.org")).expect(201).json
        await service.deliver()
        (await ada.delete(f"{coach}/invitations/{made['invitation_id']}")).expect(204)
    assert len(await service.mails_to("guest@example.org")) == 5


async def test_a_repeat_with_an_idempotency_key_creates_one_invitation(ada: ApiClient, coach: str) -> None:
    body = {"role": "viewer", "email": "guest@example.org"}
    first, again = [await ada.post(f"{coach}/invitations", body, headers={"Idempotency-Key": "once"}) for _ in range(2)]
    assert (first.status, again.status, again.json) == (201, 201, first.json)
    assert again.headers["Idempotency-Replayed"] == "true"


async def test_a_project_has_at_most_fifty_members(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    await add_members(service, coach, 49)
    (await cleo.post(f"/invitations/{token}/accept")).expect(409, "too_many_members")
    (await invite(ada, coach, email="guest@example.org")).expect(409, "too_many_members")
    (await ada.delete(f"{coach}/members/guest-1")).expect(204)
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)
    assert len(await roles(cleo, coach)) == 50


async def test_the_last_free_place_is_taken_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    tokens = [await invited(service, ada, coach, guest) for guest in (bob, cleo)]
    await add_members(service, coach, 48)
    replies = await gather(
        *(guest.post(f"/invitations/{token}/accept") for guest, token in zip((bob, cleo), tokens, strict=True))
    )
    assert sorted(reply.status for reply in replies) == [200, 409]
    assert len(await roles(ada, coach)) == 50


async def test_an_archived_project_accepts_no_members_but_removals(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """No one can join or get a higher role; removals are always possible."""
    await join(service, ada, coach, bob)
    token = await invited(service, ada, coach, cleo)
    (await ada.post(f"{coach}/publish")).expect(200)
    (await ada.post(f"{coach}/archive")).expect(200)
    (await invite(ada, coach, email="guest@example.org")).expect(409, "archived")
    (await cleo.post(f"/invitations/{token}/accept")).expect(409, "archived")
    (await ada.put(f"{coach}/members/bob", {"role": "viewer"})).expect(409, "archived")
    (await ada.post(f"{coach}/transfer", {"handle": "bob"})).expect(409, "archived")
    (await cleo.post(f"/invitations/{token}/decline")).expect(204)
    (await ada.delete(f"{coach}/members/bob")).expect(204)


async def test_invitations_to_a_deleted_project_are_invalid(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    (await ada.delete(coach)).expect(204)
    (await cleo.get(f"/invitations/{token}")).expect(404)
    (await cleo.post(f"/invitations/{token}/accept")).expect(404)
    assert await cleo.pages("/me/invitations") == [[]]
    (await invite(ada, coach, handle="cleo")).expect(404)
    (await ada.post(f"{coach}/restore")).expect(200)
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)


async def test_invitations_of_a_deleted_owner_are_invalid(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    (await ada.delete_me()).expect(204)
    (await cleo.get(f"/invitations/{token}")).expect(404)
    (await cleo.post(f"/invitations/{token}/accept")).expect(404)
    assert await service.context.db.fetchval("select count(*) from project_member") == 1


async def test_a_suspended_maker_cannot_join(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    admin = await service.admin()
    (await admin.put("/admin/makers/cleo/suspension")).expect(204)
    (await cleo.post(f"/invitations/{token}/accept")).expect(401)
    # The session check has passed; accepting checks the account again.
    (await admin.delete("/admin/makers/cleo/suspension")).expect(204)
    (await cleo.login()).expect(200)
    (await cleo.me()).expect(200)
    await service.context.db.execute("update maker set status = 'suspended' where handle = 'cleo'")
    (await cleo.post(f"/invitations/{token}/accept")).expect(403, "account_inactive")
    assert await roles(ada, coach) == {"ada": "owner"}


# Concurrent requests


async def test_concurrent_accepts_create_one_membership(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    token = await invited(service, ada, coach, cleo)
    replies = await gather(*(cleo.post(f"/invitations/{token}/accept") for _ in range(10)))
    assert [reply.status for reply in replies] == [200] * 10
    assert len({reply.body for reply in replies}) == 1
    assert await roles(ada, coach) == {"ada": "owner", "cleo": "editor"}


async def test_two_makers_with_one_link_create_one_member(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    (await invite(ada, coach, email="shared@example.org")).expect(201)
    token = await service.token_to("shared@example.org")
    replies = await gather(*(guest.post(f"/invitations/{token}/accept") for guest in (bob, cleo) * 5))
    assert sorted({reply.status for reply in replies}) == [200, 404]
    assert len(await roles(ada, coach)) == 2


async def test_twenty_concurrent_invitations_create_one(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    replies = await gather(*(invite(ada, coach, handle="cleo") for _ in range(20)))
    assert sorted(reply.status for reply in replies) == [200] * 19 + [201]
    assert len(await pending(ada, coach)) == 1


async def test_an_invitation_is_either_accepted_or_withdrawn(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for _ in range(6):
        made = (await invite(ada, coach, handle="cleo")).expect(201).json
        token = OneTimeTokens(service.app.deps.keyring).encode(
            "invitation",
            await service.context.db.fetchval("select invitation_id from invitation where ended_at is null"),
        )
        withdrawn, accepted = await gather(
            ada.delete(f"{coach}/invitations/{made['invitation_id']}"), cleo.post(f"/invitations/{token}/accept")
        )
        assert {(withdrawn.status, accepted.status)} <= {(204, 404), (404, 200)}
        assert ("cleo" in await roles(ada, coach)) is (accepted.status == 200)
        await cleo.delete(f"{coach}/members/cleo")


async def test_a_removed_member_cannot_rejoin_with_an_old_link(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """This holds also for a link that is used at the moment of the removal."""
    token = await invited(service, ada, coach, cleo)
    (await cleo.post(f"/invitations/{token}/accept")).expect(200)
    removed, *_ = await gather(
        ada.delete(f"{coach}/members/cleo"), *(cleo.post(f"/invitations/{token}/accept") for _ in range(5))
    )
    removed.expect(204)
    (await cleo.post(f"/invitations/{token}/accept")).expect(404)
    assert await roles(ada, coach) == {"ada": "owner"}


async def test_a_concurrent_invitation_and_removal_end_in_one_state(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    again, removed = await gather(invite(ada, coach, handle="cleo"), ada.delete(f"{coach}/members/cleo"))
    removed.expect(204)
    assert again.status in (201, 409)
    assert len(await pending(ada, coach)) == (1 if again.status == 201 else 0)
    assert await roles(ada, coach) == {"ada": "owner"}


# Ownership


async def test_each_owner_has_their_own_invitations(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    hers = (await invite(ada, coach, handle="cleo")).expect(201).json
    his = (await invite(bob, tutor, "viewer", handle="cleo")).expect(201).json
    assert await pending(ada, coach) == [hers]
    assert await pending(bob, tutor) == [his]
    for path in (f"{tutor}/invitations", f"{tutor}/members"):
        (await ada.get(path)).expect(404)
    (await ada.delete(f"{tutor}/invitations/{his['invitation_id']}")).expect(404)
    # A maker's own project gives no access to them either.
    (await ada.delete(f"{coach}/invitations/{his['invitation_id']}")).expect(404)
    (await ada.delete(f"{coach}/invitations/{new_id()}")).expect(404)
    (await invite(ada, tutor, handle="cleo")).expect(404)
    newest, older = (await cleo.pages("/me/invitations"))[0]
    assert (newest["project"]["slug"], older["project"]["slug"]) == ("tutor", "coach")
    assert [len(page) for page in await cleo.pages("/me/invitations", limit=1)] == [1, 1]
    (await cleo.post(f"/invitations/{newest['token']}/accept")).expect(200)
    assert await roles(ada, coach) == {"ada": "owner"}
    assert await pending(ada, coach) == [hers]
