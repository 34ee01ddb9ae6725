"""Test the list of a maker's projects, as owner and as member."""

from datetime import timedelta
from typing import Any

import pytest

from service.core.ids import new_id
from tests.api import ApiClient, RunningService
from tests.members.actions import join, joined_meanwhile


async def listed(client: ApiClient, filters: str = "", limit: int = 100) -> list[tuple[str, str, str]]:
    """Return (handle, slug, role) of each project, read in pages of `limit`."""
    pages = await client.pages(f"/me/projects{filters}", limit)
    return [(p["handle"], p["slug"], p["role"]) for page in pages for p in page]


async def test_the_list_contains_owned_and_shared_projects(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    """It includes private drafts of two owners, which no other list contains."""
    await cleo.published("Own")
    await join(service, ada, coach, cleo, "viewer")
    await join(service, bob, tutor, cleo, "editor")
    everything = [("bob", "tutor", "editor"), ("ada", "coach", "viewer"), ("cleo", "own", "owner")]
    assert await listed(cleo) == everything
    for limit in (1, 2, 3):
        assert await listed(cleo, limit=limit) == everything
    for number, role in enumerate(("editor", "viewer", "owner")):
        assert await listed(cleo, f"?role={role}") == [everything[number]]
    assert await listed(cleo, "?status=draft") == everything[:2]
    assert await listed(cleo, "?status=draft&role=viewer") == everything[1:2]
    assert await listed(cleo, "?status=published&role=viewer") == []
    # Each owner has a separate list.
    assert await listed(ada) == [("ada", "coach", "owner")]
    assert await listed(bob) == [("bob", "tutor", "owner")]
    for client in (ada, bob):
        for role in ("editor", "viewer"):
            assert await listed(client, f"?role={role}") == []
    ((shown, _, own),) = await cleo.pages("/me/projects")
    assert shown["owner"]["handle"] == "bob"
    assert shown["since"] > shown["created_at"]
    assert own["since"] == own["created_at"]
    for role in ("admin", "", "OWNER"):
        (await cleo.get(f"/me/projects?role={role}")).expect(422)


async def test_the_list_shows_the_current_role(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, cleo, "viewer")
    await join(service, bob, tutor, cleo, "viewer")
    before = (await cleo.get("/me/projects")).expect(200).headers["ETag"]
    (await ada.put(f"{coach}/members/cleo", {"role": "editor"})).expect(200)
    (await cleo.get("/me/projects", headers={"If-None-Match": before})).expect(200)
    assert await listed(cleo) == [("bob", "tutor", "viewer"), ("ada", "coach", "editor")]
    assert await listed(cleo, "?role=viewer") == [("bob", "tutor", "viewer")]


async def test_former_members_do_not_see_the_project(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, bob, "viewer")
    await join(service, ada, coach, cleo, "editor")
    await join(service, bob, tutor, cleo, "editor")
    (await cleo.delete(f"{coach}/members/cleo")).expect(204)
    assert await listed(cleo) == [("bob", "tutor", "editor")]
    assert await listed(bob) == [("ada", "coach", "viewer"), ("bob", "tutor", "owner")]
    (await ada.delete(f"{coach}/members/bob")).expect(204)
    assert await listed(bob) == [("bob", "tutor", "owner")]
    (await bob.delete(f"{tutor}/members/cleo")).expect(204)
    assert await listed(cleo) == []
    assert await listed(ada) == [("ada", "coach", "owner")]
    # A rejoined project is first, as the last one joined.
    await join(service, bob, tutor, cleo, "viewer")
    await join(service, ada, coach, cleo, "viewer")
    assert await listed(cleo) == [("ada", "coach", "viewer"), ("bob", "tutor", "viewer")]


async def test_a_transfer_changes_roles_and_keeps_the_order(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo, "viewer")
    await ada.draft("After")
    await cleo.draft("Later")
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    assert await listed(ada) == [("ada", "after", "owner"), ("cleo", "coach", "editor")]
    assert await listed(cleo) == [("cleo", "later", "owner"), ("cleo", "coach", "owner")]
    assert await listed(ada, "?role=owner") == [("ada", "after", "owner")]
    assert await listed(cleo, "?role=viewer") == []


async def test_only_the_owner_sees_a_deleted_project(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    (await ada.delete(coach)).expect(204)
    assert await listed(ada, "?status=deleted&role=owner") == await listed(ada) == [("ada", "coach", "owner")]
    for filters in ("", "?status=deleted", "?role=editor", "?status=deleted&role=editor"):
        assert await listed(cleo, filters) == []
    (await ada.post(f"{coach}/restore")).expect(200)
    assert await listed(cleo) == [("ada", "coach", "editor")]
    # After a transfer and the new owner's deletion, the former owner does not see it.
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    (await cleo.delete("/projects/cleo/coach")).expect(204)
    assert await listed(ada, "?status=deleted") == []
    assert await listed(cleo, "?status=deleted") == [("cleo", "coach", "owner")]
    service.clock.move(timedelta(days=30, seconds=60))
    (await cleo.login()).expect(200)
    assert await listed(cleo) == []


async def test_projects_of_a_deleted_owner_are_not_listed(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    """Deleting an account deletes its projects."""
    await join(service, bob, tutor, cleo)
    (await ada.delete_me()).expect(204)
    await joined_meanwhile(service, "coach", "cleo")
    (await cleo.get(coach)).expect(404)
    assert await listed(cleo) == [("bob", "tutor", "editor")]


async def _join_many(service: RunningService, member: ApiClient, count: int) -> list[str]:
    """Insert `member` as viewer and editor of two owners' drafts, three with the same time."""
    db = service.context.db
    slugs = []
    now = service.clock().replace(microsecond=0)
    for number in range(count):
        slugs.append(f"p-{number}")
        await db.execute(
            "with made as (insert into project (project_id, owner_id, slug, title, created_at, updated_at)"
            " select $1, maker_id, $2, 'Title', $3, $3 from maker where handle = $4 returning project_id, owner_id),"
            " counted as (insert into project_stats (project_id) select project_id from made)"
            " insert into project_member (project_id, maker_id, role, created_at)"
            " select project_id, owner_id, 'owner', $3::timestamptz from made union all"
            " select project_id, maker_id, $5, $6 from made, maker where handle = $7",
            new_id(),
            slugs[-1],
            # The order of creation differs from the order of joining.
            now + timedelta(minutes=number),
            ("ada", "bob")[number % 2],
            ("viewer", "editor")[number % 3 % 2],
            now - timedelta(minutes=number // 3),
            member.handle,
        )
    return slugs


async def test_pages_of_any_size_contain_each_project_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient
) -> None:
    slugs = await _join_many(service, cleo, 23)
    (whole,) = await cleo.pages("/me/projects", 100)
    assert {p["slug"] for p in whole} == set(slugs)
    places = [(p["since"], p["project_id"]) for p in whole]
    assert places == sorted(places, reverse=True)
    for filters, wanted in (
        ("", whole),
        ("?role=viewer", [p for p in whole if p["role"] == "viewer"]),
        ("?role=editor&status=draft", [p for p in whole if p["role"] == "editor"]),
    ):
        for limit in (1, 2, 7, 22, 23, 24):
            pages = await cleo.pages(f"/me/projects{filters}", limit)
            assert [p for page in pages for p in page] == wanted, (filters, limit)


async def test_pages_are_complete_when_memberships_change(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient
) -> None:
    """The row of the cursor is deleted, and the next row gets another role."""
    await _join_many(service, cleo, 12)
    (whole,) = await cleo.pages("/me/projects", 100)
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = (await cleo.get(f"/me/projects?limit=5{cursor}")).expect(200).json
        seen += page["data"]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
        last = seen[-1]
        path = f"/projects/{last['handle']}/{last['slug']}"
        (await cleo.delete(f"{path}/members/cleo")).expect(204)
    assert [p["slug"] for p in seen] == [p["slug"] for p in whole]
    assert len(await listed(cleo)) == 10


@pytest.mark.parametrize("filters", ["", "?role=editor", "?role=viewer&status=draft"])
async def test_the_list_takes_one_statement(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, filters: str
) -> None:
    async def statements() -> int:
        before = service.app.deps.db.statement_count
        (await cleo.get(f"/me/projects{filters}")).expect(200)
        return service.app.deps.db.statement_count - before

    await cleo.me()  # the session is cached from here on
    assert await statements() == 1
    await _join_many(service, cleo, 20)
    assert await statements() == 1
