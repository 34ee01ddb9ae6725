"""Test the transfer of a project to another owner."""

import asyncio
from typing import Any

from tests.api import ApiClient, RunningService
from tests.members.actions import invite, join, roles


async def owners(service: RunningService) -> list[Any]:
    """Return every project with its owner according to both tables."""
    rows = await service.context.db.fetch(
        "select p.slug, o.handle, count(*) from project p join maker o on o.maker_id = p.owner_id"
        " join project_member m on m.project_id = p.project_id and m.role = 'owner' and m.maker_id = p.owner_id"
        " group by 1, 2 order by 1"
    )
    return [tuple(row) for row in rows]


async def test_a_project_is_transferred_to_a_member(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, cleo, "viewer")
    await join(service, ada, coach, bob, "editor")
    before = (await ada.get(coach)).json
    moved = (await ada.post(f"{coach}/transfer", {"handle": "Cleo"})).expect(200).json
    assert (moved["handle"], moved["slug"], moved["owner"]["handle"]) == ("cleo", "coach", "cleo")
    assert (moved["project_id"], moved["version"]) == (before["project_id"], before["version"] + 1)
    place = "/projects/cleo/coach"
    assert await roles(cleo, place) == {"cleo": "owner", "ada": "editor", "bob": "editor"}
    assert await owners(service) == [("coach", "cleo", 1), ("tutor", "bob", 1)]
    for client, role in ((ada, "editor"), (cleo, "owner")):
        ((listed,),) = await client.pages("/me/projects")
        assert (listed["handle"], listed["slug"], listed["role"]) == ("cleo", "coach", role)

    # The old path redirects for makers who may see the project.
    for client in (ada, bob, cleo):
        assert (await client.get(coach)).expect(308).headers["Location"] == f"/api/v1{place}"
    (await service.client().get(coach)).expect(404)
    # The former owner has only an editor's rights.
    (await ada.delete(place)).expect(403)
    (await invite(ada, place, email="guest@example.org")).expect(403)
    (await ada.edit(place, title="Still ours")).expect(200)
    (await cleo.delete(f"{place}/members/ada")).expect(204)
    (await ada.get(place)).expect(404)
    (await ada.get(coach)).expect(404)


async def test_a_repeated_transfer_redirects_and_changes_nothing(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    (await ada.post(f"{coach}/transfer", {"handle": "ada"})).expect(200)
    await join(service, ada, coach, cleo)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    again = (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(308)
    assert again.headers["Location"] == "/api/v1/projects/cleo/coach/transfer"
    (await ada.post("/projects/cleo/coach/transfer", {"handle": "cleo"})).expect(403)
    # After a transfer back, the old path is current again and the other one redirects.
    (await cleo.post("/projects/cleo/coach/transfer", {"handle": "ada"})).expect(200)
    (await ada.get(coach)).expect(200)
    assert (await cleo.get("/projects/cleo/coach")).expect(308).headers["Location"] == f"/api/v1{coach}"


async def test_a_project_is_transferred_only_to_active_members(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for handle in ("cleo", "nobody"):
        refused = (await ada.post(f"{coach}/transfer", {"handle": handle})).expect(422)
        assert refused.pointers == {"/handle": "not_a_member"}
    await join(service, ada, coach, cleo)
    await join(service, ada, coach, bob, "viewer")
    for client in (cleo, bob):
        (await client.post(f"{coach}/transfer", {"handle": client.handle})).expect(403, "not_yours")
    admin = await service.admin()
    (await admin.put("/admin/makers/cleo/suspension")).expect(204)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(409, "account_inactive")
    (await bob.delete_me()).expect(204)
    assert (await ada.post(f"{coach}/transfer", {"handle": "bob"})).expect(422).pointers == {"/handle": "not_a_member"}
    assert await owners(service) == [("coach", "ada", 1)]


async def test_a_slug_that_the_new_owner_uses_gets_409(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    theirs = await cleo.draft("Coach")
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(409, "slug_taken")
    (await cleo.delete(theirs)).expect(204)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(409, "slug_taken")
    assert await roles(ada, coach) == {"ada": "owner", "cleo": "editor"}
    (await ada.edit(coach, slug="coach-2")).expect(200)
    (await ada.post("/projects/ada/coach-2/transfer", {"handle": "cleo"})).expect(200)
    # Both former paths of the former owner redirect.
    for slug in ("coach", "coach-2"):
        reply = (await ada.get(f"/projects/ada/{slug}")).expect(308)
        assert reply.headers["Location"] == "/api/v1/projects/cleo/coach-2"


async def test_a_reused_path_does_not_redirect(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    fresh = await ada.draft("Another", slug="coach")
    assert (await ada.get(fresh)).expect(200).json["title"] == "Another"
    assert await owners(service) == [("coach", "ada", 1), ("coach", "cleo", 1)]


async def test_twenty_concurrent_transfers_leave_one_owner(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for guest in (bob, cleo):
        await join(service, ada, coach, guest)
    replies = await asyncio.gather(
        *(ada.post(f"{coach}/transfer", {"handle": handle}) for handle in ("bob", "cleo") * 10)
    )
    assert sorted(reply.status for reply in replies) == [200] + [308] * 19
    ((slug, owner, count),) = await owners(service)
    assert (slug, count) == ("coach", 1)
    client = {"bob": bob, "cleo": cleo}[owner]
    found = await roles(client, f"/projects/{owner}/coach")
    assert sorted(found.values()) == ["editor", "editor", "owner"]


async def test_a_chain_of_transfers(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """Each owner transfers the project on as soon as possible; all former paths redirect to the last."""
    for guest in (bob, cleo):
        await join(service, ada, coach, guest)
    makers = {"ada": ada, "bob": bob, "cleo": cleo}
    following = {"ada": "bob", "bob": "cleo", "cleo": "ada"}
    for _ in range(4):
        replies = await asyncio.gather(
            *(
                client.post(f"/projects/{name}/coach/transfer", {"handle": following[name]})
                for name, client in makers.items()
                for _ in range(3)
            )
        )
        assert {reply.status for reply in replies} <= {200, 308, 403, 404, 409}
        ((_, owner, count),) = await owners(service)
        assert count == 1
        for name in makers.keys() - {owner}:
            reply = await makers[name].get(f"/projects/{name}/coach")
            assert reply.status in (308, 404)
            if reply.status == 308:
                assert reply.headers["Location"] == f"/api/v1/projects/{owner}/coach"


async def test_a_transfer_races_a_new_project_with_the_same_slug(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """One of the two gets the path, the other an error."""
    await join(service, ada, coach, cleo)
    moved, made = await asyncio.gather(
        ada.post(f"{coach}/transfer", {"handle": "cleo"}), cleo.create_project("Mine", slug="coach")
    )
    assert (moved.status, made.status) in ((200, 409), (409, 201))
    assert {reply.code for reply in (moved, made)} == {"", "slug_taken"}


async def test_pending_invitations_belong_to_the_new_owner(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    (await invite(ada, coach, handle="bob")).expect(201)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    ((shown,),) = await bob.pages("/me/invitations")
    assert shown["project"]["owner"]["handle"] == "cleo"
    (await bob.post(f"/invitations/{shown['token']}/accept")).expect(200)
