"""Test that admins cannot decide cases about themselves."""

from typing import Any

import pytest

from tests.api import ApiClient, RunningService
from tests.moderation.actions import cases, comment_on, remove, report, target_of
from tests.versions.fixtures import CONTENT

KINDS = ["maker", "project", "workflow", "comment", "collection"]


async def of_root(service: RunningService, root: ApiClient, ada: ApiClient, kind: str) -> dict[str, Any]:
    """Return a target of each kind that belongs to the admin."""
    if kind == "maker":
        return {"kind": "maker", "handle": "root-ada"}
    if kind == "comment":
        return {"kind": "comment", "comment_id": str(await comment_on(service, await ada.published("Adas"), root))}
    if kind == "collection":
        (await root.post("/collections", {"title": "Mine"})).expect(201)
        return {"kind": "collection", "handle": "root-ada", "slug": "mine"}
    path = await root.published()
    if kind == "workflow":
        await root.workflow(path, "Lesson")
        (await root.save_version(f"{path}/workflows/lesson", CONTENT)).expect(201)
    return target_of(path, "lesson" if kind == "workflow" else None)


@pytest.mark.parametrize("kind", KINDS)
async def test_another_admin_decides_the_case(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, rita: ApiClient, kind: str
) -> None:
    target = await of_root(service, root, ada, kind)
    (await report(bob, target, note="It is spam.")).expect(201)
    (case,) = await cases(root)
    assert case["is_own"] is True
    place = f"/admin/reports/{case['case_id']}"
    for outcome in ("removed", "suspended", "handled"):
        (await root.post(f"{place}/action", {"outcome": outcome})).expect(403, "own_case")
    (await root.post(f"{place}/dismiss", {})).expect(403, "own_case")
    assert [found["status"] for found in await cases(root)] == ["open"], "the case was decided"
    (filed,) = (await root.get(place)).expect(200).json["filed"]
    assert (filed["reporter"], filed["note"]) == (None, "")

    (case,) = await cases(rita)
    assert case["is_own"] is False
    (filed,) = (await rita.get(place)).expect(200).json["filed"]
    assert (filed["reporter"], filed["note"]) == ("bob", "It is spam.")
    (await rita.post(f"{place}/dismiss", {})).expect(200)
    (await root.post(f"{place}/dismiss", {})).expect(403, "own_case")
    (await rita.post(f"{place}/dismiss", {})).expect(409, "decided")


async def test_a_comment_in_an_admins_project_is_not_the_admins_case(
    service: RunningService, bob: ApiClient, ada: ApiClient, root: ApiClient
) -> None:
    comment_id = str(await comment_on(service, await root.published(), bob))
    (await report(ada, {"kind": "comment", "comment_id": comment_id})).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "removed"})).expect(200)


async def test_admins_cannot_restore_their_own_content(
    service: RunningService, ada: ApiClient, root: ApiClient, rita: ApiClient
) -> None:
    path = await root.published()
    (await root.post("/collections", {"title": "Mine"})).expect(201)
    comment_id = await comment_on(service, await ada.published("Adas"), root)
    for place in (f"/admin{path}", "/admin/collections/root-ada/mine", f"/admin/comments/{comment_id}"):
        (await rita.put(f"{place}/removal", {"reason": "spam"})).expect(204)
        (await root.delete(f"{place}/removal")).expect(403, "own_case")
        (await rita.delete(f"{place}/removal")).expect(204)
    (await remove(root, path)).expect(204)
