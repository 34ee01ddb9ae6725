"""Test removals: only members see removed content, no one can change it, and it can be restored."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from tests.api import ApiClient, RunningService
from tests.moderation.actions import audited, comment_on, moderation_notifications, remove
from tests.remixes.actions import changed, fork, forked, pull
from tests.versions.fixtures import CONTENT


async def in_state(ada: ApiClient, state: str, **more: Any) -> str:
    """Return the path of a project of ada's in the given state."""
    path = await (ada.draft(**more) if state == "draft" else ada.published(**more))
    if state == "archived":
        (await ada.post(f"{path}/archive")).expect(200)
    return path


def without_time(project: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in project.items() if name not in ("version", "updated_at")}


@pytest.mark.parametrize("state", ["draft", "published", "archived"])
async def test_a_project_is_removed_and_restored(
    service: RunningService, ada: ApiClient, root: ApiClient, visitor: ApiClient, state: str
) -> None:
    path = await in_state(ada, state)
    before = (await ada.get(path)).expect(200).json
    assert (await remove(root, path, "copyright", "A letter came.")).expect(204).body == b""
    now = (await ada.get(path)).expect(200).json
    assert now["status"] == "removed"
    told_why = (await ada.get(f"{path}/removal")).expect(200).json
    assert (told_why["reason"], told_why["note"]) == ("copyright", "A letter came.")
    (await visitor.get(path)).expect(404)
    (await visitor.get(f"{path}/removal")).expect(401)
    (await root.get(f"{path}/removal")).expect(404)
    shown = (await root.get(f"/admin{path}")).expect(200).json
    assert (shown["status_before_removal"], shown["removal"]["reason"]) == (state, "copyright")
    (item,) = (await root.get("/admin/removed")).json["data"]
    assert (item["kind"], item["slug"], item["was"], item["removed_by"]) == (
        "project",
        "reading-coach",
        state,
        "root-ada",
    )

    (await remove(root, path, "copyright", "A letter came.")).expect(204)
    (await root.delete(f"/admin{path}/removal")).expect(204)
    (await root.delete(f"/admin{path}/removal")).expect(204)
    assert without_time((await ada.get(path)).expect(200).json) == without_time(before)
    (await ada.get(f"{path}/removal")).expect(404)
    assert (await root.get("/admin/removed")).json["data"] == []
    assert await audited(root, f"?target={before['project_id']}") == [
        "project.restore",
        "project.read",
        "project.remove",
    ], "an action without effect is logged"
    assert [subject["note"] for subject in await moderation_notifications(service, ada)] == [
        "project_removed",
        "project_restored",
    ]


async def test_the_owner_cannot_restore_a_removed_project(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    path = await ada.published()
    (await ada.delete(path)).expect(204)
    (await remove(root, path)).expect(204)
    assert (await ada.post(f"{path}/restore")).expect(200).json["status"] == "removed"
    (await bob.get(path)).expect(404)
    (await root.delete(f"/admin{path}/removal")).expect(204)
    (await bob.get(path)).expect(200)


async def test_a_removed_project_is_not_listed_or_counted(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.published(tags=["reading"])
    flow = await ada.workflow(path, "Reading lesson")
    tooled = {"variables": [], "steps": [{"key": "one", "title": "One", "template": "Hi.", "tool": "whisper"}]}
    (await ada.save_version(flow, tooled)).expect(201)
    lists = (
        "/projects",
        "/projects?tag=reading",
        "/projects?tool=whisper",
        "/projects?tag=reading&tool=whisper",
        "/makers/ada/projects",
        "/tags/reading/projects",
        "/projects?sort=hot",
        "/projects?sort=top&window=month",
        "/search?q=Reading",
        "/search?q=Reading&type=workflows",
        "/tools/whisper/projects",
        "/tools/whisper/workflows",
    )

    async def listed() -> list[int]:
        return [len((await visitor.get(place)).expect(200).json["data"]) for place in lists]

    async def counted() -> tuple[int, int]:
        tag = (await visitor.get("/tags/reading")).json
        return (tag["projects"] if tag.get("projects") else 0, (await visitor.get("/tools/whisper")).json["used_by"])

    assert await listed() == [1] * len(lists)
    assert await counted() == (1, 1)
    (await remove(root, path)).expect(204)
    assert (await visitor.get("/tags/reading/projects")).status in (200, 404)
    kept = [place for place in lists if not place.startswith("/tags")]
    assert [len((await visitor.get(place)).expect(200).json["data"]) for place in kept] == [0] * len(kept)
    assert await counted() == (0, 0)
    own = (await ada.get("/me/projects")).json["data"]
    assert [found["status"] for found in own] == ["removed"]
    (await root.delete(f"/admin{path}/removal")).expect(204)
    assert await listed() == [1] * len(lists)
    assert await counted() == (1, 1)


async def test_a_removed_project_cannot_be_changed(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    flow = await ada.workflow(path)
    (await ada.save_version(flow, CONTENT)).expect(201)
    mine = await bob.published()
    (await remove(root, path)).expect(204)
    any_version = {"If-Match": "*"}
    refused = [
        await ada.edit(path, title="Changed"),
        await ada.post(f"{path}/publish"),
        await ada.post(f"{path}/archive"),
        await ada.post(f"{path}/unarchive"),
        await ada.post(f"{path}/workflows", {"title": "Another"}),
        await ada.patch(flow, {"title": "Changed"}, headers=any_version),
        await ada.save_draft(flow, changed(0, template="Other.")),
        await ada.save_version(flow, changed(0, template="Other.")),
        await ada.put(f"{flow}/labels/stable", {"number": 1}),
        await ada.delete(flow),
        await ada.post(f"{path}/invitations", {"handle": "bob", "role": "editor"}),
        await ada.post(f"{path}/transfer", {"handle": "ada"}),
        await fork(ada, flow),
        await ada.post(f"{path}/comments", {"body": "Mine."}),
    ]
    assert [(reply.status, reply.code) for reply in refused] == [(409, "removed")] * len(refused)
    for reply in (
        await fork(bob, flow),
        await bob.get(flow),
        await bob.post(f"{flow}/versions/1/render", {}),
        await bob.post(f"{path}/comments", {"body": "Mine."}),
        await bob.put(f"{path}/star"),
        await bob.put(path.replace("/projects", "/me/follows/project")),
    ):
        reply.expect(404)
    (await ada.put(f"{path}/star")).expect(409, "removed")
    (await bob.get(mine)).expect(200)


async def test_a_concurrent_publish_does_not_undo_a_removal(
    service: RunningService, ada: ApiClient, root: ApiClient
) -> None:
    for number in range(5):
        path = await ada.draft(f"Draft {number}")
        published, removed = await asyncio.gather(ada.post(f"{path}/publish"), remove(root, path))
        removed.expect(204)
        assert published.status in (200, 409)
        assert (await ada.get(path)).json["status"] == "removed"
        (await root.delete(f"/admin{path}/removal")).expect(204)
        was = "published" if published.status == 200 else "draft"
        assert (await ada.get(path)).json["status"] == was


async def test_updates_cannot_be_pulled_from_a_removed_project(
    service: RunningService, ada: ApiClient, root: ApiClient
) -> None:
    """Otherwise its owner, who still sees it, could continue in a remix."""
    source = await ada.published("Source")
    flow = await ada.workflow(source)
    (await ada.save_version(flow, CONTENT)).expect(201)
    await ada.published()
    remix = await forked(ada, flow)
    (await ada.save_version(flow, changed(0, template="Newer."))).expect(201)
    assert (await ada.get(f"{remix}/upstream")).json["state"] == "behind"
    (await remove(root, source)).expect(204)
    assert (await ada.get(f"{remix}/upstream")).expect(200).json["state"] == "gone"
    (await pull(ada, remix)).expect(409, "no_upstream")
    (await root.delete(f"/admin{source}/removal")).expect(204)
    (await pull(ada, remix)).expect(201)


async def test_a_comment_is_removed_and_restored(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    project = await ada.published()
    comment_id = await comment_on(service, project, bob)
    place = f"/admin/comments/{comment_id}/removal"
    for _ in range(2):
        (await root.put(place, {"reason": "harassment"})).expect(204)
    assert (await ada.get(project)).json["comments"] == 0
    (item,) = (await root.get("/admin/removed?kind=comment")).json["data"]
    assert (item["comment_id"], item["author"], item["body"]) == (str(comment_id), "bob", "Buy my pills.")
    assert (await root.get("/admin/removed?kind=project")).json["data"] == []
    for _ in range(2):
        (await root.delete(place)).expect(204)
    assert (await ada.get(project)).json["comments"] == 1
    (await bob.get(f"/comments/{comment_id}/removal")).expect(404)
    assert await audited(root, f"?target={comment_id}") == ["comment.restore", "comment.remove"]
    (await root.put(f"/admin/comments/{uuid4()}/removal", {"reason": "spam"})).expect(404)
    (await root.delete(f"/admin/comments/{uuid4()}/removal")).expect(404)
    assert [subject["note"] for subject in await moderation_notifications(service, bob)] == [
        "comment_removed",
        "comment_restored",
    ]


async def test_removing_something_unknown_is_404(ada: ApiClient, root: ApiClient) -> None:
    (await remove(root, "/projects/ada/nothing")).expect(404)
    (await root.delete("/admin/projects/ada/nothing/removal")).expect(404)
    (await root.get("/admin/projects/ada/nothing")).expect(404)
    (await root.put("/admin/projects/ada/nothing/removal", {"reason": "dislike"})).expect(422)


async def test_removed_content_is_paginated(ada: ApiClient, root: ApiClient) -> None:
    for number in range(5):
        (await remove(root, await ada.published(f"Project {number}"))).expect(204)
    pages = await root.pages("/admin/removed", limit=2)
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [item["slug"] for page in pages for item in page] == [f"project-{n}" for n in (4, 3, 2, 1, 0)]
