"""Test the admins' queue: each case is decided once, for all its reports."""

import asyncio

import pytest

from tests.api import ApiClient, RunningService
from tests.moderation.actions import audited, cases, comment_on, moderation_notifications, remove, report, target_of


async def test_one_of_two_admins_decides_a_case(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, rita: ApiClient
) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (case,) = await cases(root)
    place = f"/admin/reports/{case['case_id']}"
    replies = await asyncio.gather(
        root.post(f"{place}/action", {"outcome": "removed"}),
        rita.post(f"{place}/dismiss", {}),
        root.post(f"{place}/dismiss", {}),
        rita.post(f"{place}/action", {"outcome": "removed"}),
    )
    assert sorted(reply.status for reply in replies) == [200, 409, 409, 409]
    assert {reply.code for reply in replies} == {"", "decided"}
    (settled,) = [reply.json for reply in replies if reply.status == 200]
    there = (await ada.get(path)).json["status"]
    assert there == ("removed" if settled["outcome"] == "removed" else "published")
    assert len(await moderation_notifications(service, bob)) == 1
    # the log also has the appointments of both admins
    assert len(await audited(root)) - 2 == (2 if there == "removed" else 1)


async def test_a_suspension_applies_to_the_author(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    project = await ada.published()
    comment_id = str(await comment_on(service, project, bob))
    (await report(cleo, {"kind": "comment", "comment_id": comment_id}, reason="harassment")).expect(201)
    (case,) = await cases(root)
    action = {"outcome": "suspended", "note": "Third time, Bob."}
    done = await root.post(f"/admin/reports/{case['case_id']}/action", action)
    assert (done.expect(200).json["outcome"], done.json["settled_by"]) == ("suspended", "root-ada")
    (await bob.me()).expect(401)
    assert (await bob.login(keep=False)).expect(403).json["note"] == "Third time, Bob."
    (await ada.me()).expect(200)
    (entry, *_) = (await root.get("/admin/audit?action=maker.suspend")).json["data"]
    assert entry["target"] == "bob"
    assert entry["detail"] == {"reason": "harassment", "note": "Third time, Bob.", "reported": True}


async def test_the_reason_of_a_suspension_needs_the_right_password(
    ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    for _ in range(2):  # the second suspension counts
        (await root.put("/admin/makers/bob/suspension?reason=spam")).expect(204)
        (await root.delete("/admin/makers/bob/suspension")).expect(204)
        (await root.put("/admin/makers/bob/suspension?reason=copyright")).expect(204)
    refused = (await bob.login(keep=False)).expect(403, "account_suspended").json
    assert (refused["reason"], refused["note"]) == ("copyright", "")
    assert refused["detail"] == "This account is suspended (copyright)."
    wrong = (await bob.post("/auth/login", {"email": bob.email, "password": "not Bob's password"})).expect(401)
    assert "reason" not in wrong.json
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    assert (await ada.login(keep=False)).expect(403).json["reason"] == "other"


async def test_a_comment_is_removed(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    project = await ada.published()
    comment_id = str(await comment_on(service, project, bob))
    assert (await ada.get(project)).json["comments"] == 1
    (await report(cleo, {"kind": "comment", "comment_id": comment_id})).expect(201)
    (case,) = await cases(root)
    body = {"outcome": "removed", "note": "No pills here."}
    (await root.post(f"/admin/reports/{case['case_id']}/action", body)).expect(200)
    assert (await ada.get(project)).json["comments"] == 0
    (subject,) = await moderation_notifications(service, bob)
    assert (subject["comment_id"], subject["note"]) == (comment_id, "comment_removed")
    assert (await bob.get(f"/comments/{comment_id}/removal")).expect(200).json["note"] == "No pills here."
    (await ada.get(f"/comments/{comment_id}/removal")).expect(404)


async def test_removing_a_workflow_removes_its_project(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    project = await ada.published()
    flow = await ada.workflow(project)
    content = {"variables": [], "steps": [{"key": "one", "title": "One", "template": "Say hello."}]}
    (await ada.save_version(flow, content)).expect(201)
    (await report(bob, target_of(project, "lesson"))).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "removed"})).expect(200)
    (await bob.get(project)).expect(404)


async def test_impossible_decisions_are_rejected(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    project = await ada.published()
    (await report(bob, {"kind": "maker", "handle": "ada"})).expect(201)
    (await report(bob, target_of(project))).expect(201)
    maker, _ = await cases(root)
    place = f"/admin/reports/{maker['case_id']}"
    (await root.post(f"{place}/action", {"outcome": "removed"})).expect(422)
    assert len(await cases(root)) == 2, "the rejected action decided a case"
    (await root.post(f"/admin/reports/{root.session_id}/dismiss", {})).expect(404)
    (await root.get(f"/admin/reports/{root.session_id}")).expect(404)
    (await ada.delete_me()).expect(204)
    assert [case["target"]["standing"] for case in await cases(root)] == ["gone", "gone"]
    detail = (await root.get(f"/admin/reports/{maker['case_id']}")).expect(200).json
    assert detail["now"] is None
    (await root.post(f"{place}/action", {"outcome": "suspended"})).expect(409, "gone")
    (await root.post(f"{place}/action", {"outcome": "handled"})).expect(200)
    (await root.post(f"{place}/dismiss", {})).expect(409, "decided")


async def test_a_case_about_the_only_admin_waits_for_another(bob: ApiClient, root: ApiClient) -> None:
    """No one can decide it until a second admin is appointed (docs/operations.md)."""
    (await report(bob, {"kind": "maker", "handle": "root-ada"})).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "suspended"})).expect(403, "own_case")
    assert len(await cases(root)) == 1


async def test_reading_private_content_is_logged(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (case,) = await cases(root)
    place = f"/admin/reports/{case['case_id']}"
    (await root.get(place)).expect(200)
    assert await audited(root, "?action=report.read") == []
    (await ada.edit(path, visibility="private")).expect(200)
    assert (await root.get(place)).expect(200).json["case"]["target"]["standing"] == "private"
    assert await audited(root, "?action=report.read") == ["report.read"]


async def test_the_queue_is_paginated(service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    for number in range(5):
        (await report(bob, target_of(await ada.published(f"Project {number}")))).expect(201)
    pages = await root.pages("/admin/reports", limit=2)
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [case["target"]["slug"] for page in pages for case in page] == [f"project-{n}" for n in range(5)]
    cursor = (await root.get("/admin/reports?limit=2")).json["next_cursor"]
    (await root.get(f"/admin/reports?status=dismissed&cursor={cursor}")).expect(400, "invalid_cursor")


@pytest.mark.parametrize("state", ["draft", "published", "archived", "private", "deleted"])
async def test_admins_reading_drafts_is_logged(ada: ApiClient, root: ApiClient, state: str) -> None:
    path = await (ada.draft() if state == "draft" else ada.published())
    flow = await ada.workflow(path)
    match state:
        case "archived":
            (await ada.post(f"{path}/archive")).expect(200)
        case "private":
            (await ada.edit(path, visibility="private")).expect(200)
        case "deleted":
            (await ada.delete(path)).expect(204)
    shown = (await root.get(f"/admin{path}")).expect(200).json
    assert shown["project"]["title"] == "Reading coach"
    assert [named["slug"] for named in shown["workflows"]] == ["lesson"]
    out = state in ("published", "archived")
    assert await audited(root, "?action=project.read") == ([] if out else ["project.read"])
    assert (await root.get(f"/admin{flow}")).expect(200).json["content"] is None
    assert await audited(root, "?action=workflow.read") == ["workflow.read"]  # the workflow has no version yet
    (await ada.get(f"/admin{path}")).expect(403)


async def test_the_admins_reason_replaces_the_reported_one(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    path = await ada.published()
    (await report(bob, target_of(path), reason="other")).expect(201)
    (case,) = await cases(root)
    body = {"outcome": "removed", "reason": "secrets"}
    (await root.post(f"/admin/reports/{case['case_id']}/action", body)).expect(200)
    assert (await ada.get(f"{path}/removal")).json["reason"] == "secrets"
    (await remove(root, path, "illegal")).expect(204)
    assert (await ada.get(f"{path}/removal")).json["reason"] == "illegal"


async def test_reporter_and_owner_are_notified(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "removed"})).expect(200)
    await service.deliver()
    for maker, title in (
        (bob, "A moderator acted on your report"),
        (ada, "A moderator removed Reading coach"),
    ):
        (heard,) = (await maker.get("/notifications")).expect(200).json["data"]
        assert (heard["kind"], heard["title"], heard["actors"]) == ("moderation", title, [])


async def test_reading_content_of_a_deleted_maker_is_logged(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (await ada.edit(path, visibility="private", body="Written since, and for nobody.")).expect(200)
    (await ada.delete_me()).expect(204)
    (case,) = await cases(root)
    read = (await root.get(f"/admin/reports/{case['case_id']}")).expect(200).json
    assert (read["case"]["target"]["standing"], read["now"]["body"]) == ("gone", "Written since, and for nobody.")
    assert await audited(root, "?action=report.read") == ["report.read"]
