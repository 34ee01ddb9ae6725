"""Test members: change roles, remove, leave, and lose a role during a write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.api import ApiClient, Reply, RunningService
from tests.members.actions import invite, join, joined_meanwhile, pending, roles
from tests.versions.fixtures import CONTENT, numbered


async def test_members_see_each_other(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, cleo, "viewer")
    await join(service, ada, coach, bob, "editor")
    for client in (ada, bob, cleo):
        page = (await client.get(f"{coach}/members")).expect(200)
        assert [(member["handle"], member["role"]) for member in page.json["data"]] == [
            ("ada", "owner"),
            ("bob", "editor"),
            ("cleo", "viewer"),
        ]
    assert await roles(bob, tutor) == {"bob": "owner"}
    for client in (ada, cleo):
        (await client.get(f"{tutor}/members")).expect(404)
    (await service.client().get(f"{coach}/members")).expect(401)
    public = await bob.published("Public")
    (await ada.get(f"{public}/members")).expect(403, "not_yours")


async def test_the_owner_changes_roles(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, bob, "viewer")
    await join(service, ada, coach, cleo, "editor")
    await join(service, bob, tutor, cleo, "viewer")
    (await bob.edit(coach, title="Mine")).expect(403)
    changed = (await ada.put(f"{coach}/members/BOB", {"role": "editor"})).expect(200).json
    assert (changed["handle"], changed["role"]) == ("bob", "editor")
    (await ada.put(f"{coach}/members/bob", {"role": "editor"})).expect(200)
    (await bob.edit(coach, title="Ours")).expect(200)
    (await ada.put(f"{coach}/members/cleo", {"role": "viewer"})).expect(200)
    (await cleo.edit(coach, title="Mine")).expect(403)
    assert await roles(ada, coach) == {"ada": "owner", "bob": "editor", "cleo": "viewer"}
    assert await roles(bob, tutor) == {"bob": "owner", "cleo": "viewer"}

    # Only the owner changes roles, and only to known ones; non-members must be invited.
    for client in (bob, cleo):
        for member in ("ada", "bob", "cleo"):
            (await client.put(f"{coach}/members/{member}", {"role": "viewer"})).expect(403, "not_yours")
    (await ada.put(f"{coach}/members/ada", {"role": "editor"})).expect(409, "is_owner")
    (await ada.put(f"{coach}/members/bob", {"role": "owner"})).expect(422)
    (await ada.put(f"{coach}/members/nobody", {"role": "viewer"})).expect(404)
    (await ada.put(f"{tutor}/members/cleo", {"role": "editor"})).expect(404)


async def test_members_are_removed_and_leave(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    await join(service, ada, coach, bob)
    await join(service, ada, coach, cleo)
    await join(service, bob, tutor, cleo)
    (await bob.delete(f"{coach}/members/cleo")).expect(403, "not_yours")
    (await bob.delete(f"{coach}/members/nobody")).expect(403, "not_yours")
    (await ada.delete(f"{coach}/members/nobody")).expect(404)
    (await ada.delete(f"{tutor}/members/cleo")).expect(404)
    (await ada.delete(f"{coach}/members/ada")).expect(409, "is_owner")
    (await bob.delete(f"{coach}/members/ada")).expect(403, "not_yours")

    (await ada.delete(f"{coach}/members/cleo")).expect(204)
    for reply in (await cleo.get(coach), await cleo.edit(coach, title="x"), await cleo.get(f"{coach}/members")):
        reply.expect(404)
    (await bob.delete(f"{coach}/members/Bob")).expect(204)
    (await bob.delete(f"{coach}/members/bob")).expect(404)
    assert await roles(ada, coach) == {"ada": "owner"}
    assert await roles(bob, tutor) == {"bob": "owner", "cleo": "editor"}


async def test_a_deleted_member_is_not_listed(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, cleo)
    (await cleo.delete_me()).expect(204)
    assert await roles(ada, coach) == {"ada": "owner"}


async def test_projects_of_a_deleted_owner_are_hidden_from_editors(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """No one can see a deleted maker's projects, including editors who know the new path."""
    workflow = await ada.workflow(coach, content=CONTENT)
    (await ada.save_version(workflow)).expect(201)
    own = await cleo.workflow(await cleo.published("Own"), content=CONTENT)
    (await cleo.save_version(own)).expect(201)
    (await ada.delete_me()).expect(204)
    await joined_meanwhile(service, "coach", "cleo")
    handle = await service.context.db.fetchval("select handle from maker where status = 'deleted'")
    left = coach.replace("/ada/", f"/{handle}/")
    workflow = f"{left}/workflows/lesson"
    for reply in (
        await cleo.get(left),
        await cleo.edit(left, title="Mine"),
        await cleo.post(f"{left}/workflows", {"title": "Another"}),
        await cleo.save_draft(workflow, CONTENT),
        await cleo.save_version(workflow, numbered(2)),
        await cleo.put(f"{workflow}/labels/stable", {"number": 1}),
        await cleo.get(f"{left}/members"),
    ):
        reply.expect(404, "not_found")
    (await cleo.post(f"{own}/fork", {"project": f"{handle}/coach"})).expect(422)


async def test_an_owner_must_transfer_shared_projects_before_deleting_the_account(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await ada.published("Alone")
    binned = await ada.published("Binned")
    await join(service, ada, binned, cleo)
    (await ada.delete(binned)).expect(204)
    await join(service, ada, coach, cleo)
    refused = (await ada.delete_me()).expect(409, "has_shared_projects")
    assert "coach" in refused.json["detail"]
    assert not {"alone", "binned"} & set(refused.json["detail"].replace(".", "").split())
    (await ada.me()).expect(200)
    (await ada.post(f"{coach}/transfer", {"handle": "cleo"})).expect(200)
    (await ada.delete_me()).expect(204)
    (await cleo.get("/projects/cleo/coach")).expect(200)


async def test_former_paths_redirect(service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    await join(service, ada, coach, cleo)
    (await ada.edit(coach, slug="moved")).expect(200)
    (await ada.update_me(handle="ada-l")).expect(200)
    place = "/api/v1/projects/ada-l/moved"
    for reply, rest in (
        (await cleo.get(f"{coach}/members"), "members"),
        (await ada.put(f"{coach}/members/cleo", {"role": "viewer"}), "members/cleo"),
        (await ada.delete(f"{coach}/members/cleo"), "members/cleo"),
        (await ada.delete(f"{coach}/members/%5C%c3%a9%2F%3f"), "members/%5C%C3%A9%2F%3F"),
        (await ada.get(f"{coach}/invitations"), "invitations"),
        (await invite(ada, coach, email="guest@example.org"), "invitations"),
        (await ada.post(f"{coach}/transfer", {"handle": "cleo"}), "transfer"),
    ):
        assert reply.expect(308).headers["Location"] == f"{place}/{rest}"
    stranger = await service.maker("stranger", address="192.0.2.9")
    (await stranger.get(f"{coach}/members")).expect(404)


# Roles that change during a write


@asynccontextmanager
async def meanwhile(service: RunningService, path: str, statement: str, *arguments: object) -> AsyncIterator[None]:
    """Hold the project's lock until the block's requests wait for it, then commit a change of members."""
    async with service.context.db.transaction() as tx:
        project_id = await tx.fetchval(
            "select p.project_id from project p join maker o on o.maker_id = p.owner_id"
            " where '/projects/' || o.handle || '/' || p.slug = $1 for no key update of p",
            path,
        )
        yield
        async with asyncio.timeout(10):
            waits = (
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
            )
            while not await tx.fetchval(waits):  # noqa: ASYNC110 - locks have no event
                await asyncio.sleep(0.01)
        await tx.execute(statement, project_id, *arguments)


async def _write(client: ApiClient, path: str, what: str) -> Reply:
    match what:
        case "edit":
            return await client.edit(path, title="Too late")
        case "new workflow":
            return await client.post(f"{path}/workflows", {"title": "Too late"})
        case "details":
            return await client.patch(f"{path}/workflows/flow", {"title": "Too late"}, headers={"If-Match": "*"})
        case "draft":
            content = {"steps": [{"key": "late", "title": "Late"}]}
            return await client.put(f"{path}/workflows/flow/draft", {"content": content}, headers={"If-Match": "*"})
        case "version":
            content = {"steps": [{"key": "late", "title": "Late", "template": "Too late."}]}
            return await client.post(f"{path}/workflows/flow/versions", {"content": content})
        case "invite":
            return await invite(client, path, email="late@example.org")
        case "remove":
            return await client.delete(f"{path}/members/cleo")
        case "transfer":
            return await client.post(f"{path}/transfer", {"handle": "ada"})
        case "delete":
            return await client.delete(path)
        case _:
            return await client.post(f"{path}/{what}")


async def _state(service: RunningService, gone: int = 0) -> Any:
    """Return the state that a write would change, counting `gone` members as present."""
    return await service.context.db.fetchrow(
        "select (select string_agg(row(title, status, deleted_at, owner_id)::text, ',') from project),"
        " (select string_agg(row(title, head_number)::text, ',') from workflow),"
        " (select string_agg(content::text, ',') from workflow_draft),"
        " (select count(*) from project_member) + $1::int, (select count(*) from invitation)",
        gone,
    )


CHANGES = {
    "demoted": "update project_member set role = 'viewer' where project_id = $1 and maker_id = $2",
    "removed": "delete from project_member where project_id = $1 and maker_id = $2",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("what", ["edit", "new workflow", "details", "draft", "version"])
async def test_a_removed_editor_cannot_complete_a_write(
    service: RunningService, ada: ApiClient, cleo: ApiClient, change: str, what: str
) -> None:
    path = await ada.published("Coach")
    (await ada.post(f"{path}/workflows", {"title": "Flow"})).expect(201)
    (await _write(ada, path, "version")).expect(201)
    await join(service, ada, path, cleo)
    before = await _state(service)
    cleo_id = await service.context.db.fetchval("select maker_id from maker where handle = 'cleo'")
    async with asyncio.TaskGroup() as tasks, meanwhile(service, path, change, cleo_id):
        written = tasks.create_task(_write(cleo, path, what))
    written.result().expect(403, "not_yours")
    members = 1 if change == CHANGES["removed"] else 0
    assert await _state(service, members) == before


@pytest.mark.parametrize("what", ["edit", "publish", "archive", "delete", "invite", "remove", "transfer"])
async def test_a_former_owner_cannot_complete_an_owners_action(
    service: RunningService, ada: ApiClient, cleo: ApiClient, what: str
) -> None:
    """A transfer commits while the former owner's request waits."""
    path = await ada.published("Coach")
    await join(service, ada, path, cleo, "viewer")
    before = await _state(service)
    async with (
        asyncio.TaskGroup() as tasks,
        meanwhile(service, path, "update project_member set role = 'viewer' where project_id = $1 and role = 'owner'"),
    ):
        written = tasks.create_task(_write(ada, path, what))
    written.result().expect(403)
    assert await _state(service) == before


@pytest.mark.parametrize("what", ["draft", "version"])
async def test_an_archived_project_rejects_a_waiting_save(
    service: RunningService, ada: ApiClient, cleo: ApiClient, what: str
) -> None:
    """The archive commits while an editor's save waits."""
    path = await ada.published("Coach")
    (await ada.post(f"{path}/workflows", {"title": "Flow"})).expect(201)
    await join(service, ada, path, cleo)
    async with (
        asyncio.TaskGroup() as tasks,
        meanwhile(service, path, "update project set status = 'archived' where project_id = $1"),
    ):
        written = tasks.create_task(_write(cleo, path, what))
    written.result().expect(409, "archived")


async def test_a_removal_waits_for_running_writes(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """Of twenty edits and a removal, edits after the removal are rejected and none fails."""
    await join(service, ada, coach, cleo)
    edits = [cleo.edit(coach, title=f"Title {n}") for n in range(20)]
    replies = await asyncio.gather(*edits[:10], ada.delete(f"{coach}/members/cleo"), *edits[10:])
    assert replies[10].status == 204
    assert {reply.status for reply in replies} <= {200, 204, 404}
    assert await pending(ada, coach) == []
    (await cleo.edit(coach, title="After")).expect(404)
