"""Test reports: valid targets, one report per maker, and notifications of reporters."""

import asyncio
from datetime import timedelta

import pytest

from service.features.operations.moderation.domain import TEXTS_KEPT
from service.features.operations.moderation.jobs import purge, tell_reporters
from tests.api import ApiClient, RunningService
from tests.moderation.actions import cases, comment_on, moderation_notifications, report, target_of
from tests.versions.fixtures import CONTENT


async def test_two_reporters_of_one_target_are_notified_of_the_outcome(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    path = await ada.published("Reading coach", body="Buy my pills.")
    made = (await report(bob, target_of(path), note=" It sells pills. ")).expect(201)
    assert made.json["status"] == "open"
    assert made.json["note"] == "It sells pills."
    assert made.json["target"] == {
        "kind": "project",
        "handle": "ada",
        "slug": "reading-coach",
        "workflow": None,
        "comment_id": None,
    }
    (await bob.get(made.headers["Location"].removeprefix("/api/v1"))).expect(200)
    (await cleo.get(made.headers["Location"].removeprefix("/api/v1"))).expect(404)
    (await report(cleo, target_of(path), reason="illegal")).expect(201)

    (case,) = await cases(root)
    assert (case["reports"], case["reasons"]) == (2, ["spam", "illegal"])
    assert case["target"]["standing"] == "published"
    assert case["target"]["author"] == "ada"
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "removed", "answer": "Thanks."})).expect(
        200
    )
    assert await cases(root) == []
    for reporter in (bob, cleo):
        (mine,) = (await reporter.get("/me/reports")).expect(200).json["data"]
        assert (mine["status"], mine["answer"]) == ("actioned", "Thanks.")
        assert mine["target"]["handle"] is None, "non-members find the removed project"
        assert await moderation_notifications(service, reporter) == [
            {"report_id": mine["report_id"], "note": "actioned"}
        ]
    (removal,) = await moderation_notifications(service, ada)
    assert removal["note"] == "project_removed"
    assert (await ada.get(f"{path}/removal")).expect(200).json["reason"] == "spam"


async def test_a_maker_reports_a_target_once_until_the_decision(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (await report(bob, target_of(path), reason="other")).expect(409, "already_reported")
    (case,) = await cases(root)
    assert (case["reports"], case["reasons"]) == (1, ["spam"]), "the rejected report was stored"
    (await root.post(f"/admin/reports/{case['case_id']}/dismiss", {})).expect(200)
    (await report(bob, target_of(path))).expect(201)
    assert len((await bob.get("/me/reports")).json["data"]) == 2
    assert len(await cases(root)) == len(await cases(root, "dismissed")) == 1


async def test_concurrent_reports_create_one_case(service: RunningService, ada: ApiClient, root: ApiClient) -> None:
    path = await ada.published()
    makers = [await service.maker(f"maker-{n}", address=f"198.51.100.{n}") for n in range(1, 7)]
    replies = await asyncio.gather(*(report(maker, target_of(path)) for maker in makers for _ in range(2)))
    assert sorted(reply.status for reply in replies) == [201] * 6 + [409] * 6
    (case,) = await cases(root)
    assert case["reports"] == 6
    counted = await service.context.db.fetchval("select count(*) from report_snapshot")
    assert counted == 1, "the reports have different snapshots"


async def test_a_repeat_with_an_idempotency_key_creates_one_report(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    first = (await report(bob, target_of(path), key="once")).expect(201)
    again = (await report(bob, target_of(path), key="once")).expect(201)
    assert first.body == again.body


async def test_every_kind_can_be_reported(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    project = await ada.published()
    flow = await ada.workflow(project, content=CONTENT)
    (await ada.save_version(flow)).expect(201)
    comment_id = str(await comment_on(service, project, ada))
    for target in (
        target_of(project),
        target_of(project, "lesson"),
        {"kind": "comment", "comment_id": comment_id},
        {"kind": "maker", "handle": "ADA"},
    ):
        (await report(bob, target)).expect(201)
    found = await cases(root)
    assert [case["target"]["kind"] for case in found] == ["project", "workflow", "comment", "maker"]
    assert {case["target"]["author"] for case in found} == {"ada"}
    assert [case["target"]["workflow"] for case in found] == [None, "lesson", None, None]
    said = []
    for case in found:
        detail = (await root.get(f"/admin/reports/{case['case_id']}")).expect(200).json
        (snapshot,) = detail["snapshots"]
        assert snapshot["content"] == detail["now"]
        assert detail["filed"][0]["reporter"] == "bob"
        assert detail["filed"][0]["snapshot_id"] == snapshot["snapshot_id"]
        said.append(snapshot["content"])
    assert said[1]["content"]["steps"][0]["key"] == CONTENT["steps"][0]["key"]
    assert said[2] == {"body": "Buy my pills."}
    mine = (await bob.get("/me/reports")).json["data"]
    assert [found["target"]["comment_id"] for found in mine] == [None, comment_id, None, None]


@pytest.mark.parametrize(
    ("target", "pointers"),
    [
        ({"kind": "project", "handle": "ada"}, {"/target/slug": "required"}),
        ({"kind": "comment"}, {"/target/comment_id": "required"}),
        ({"kind": "maker", "handle": "ada", "slug": "x"}, {"/target/slug": "not_applicable"}),
        ({"kind": "project", "handle": "ada", "slug": "nothing"}, {"/target": "unknown_target"}),
        ({"kind": "maker", "handle": "nobody"}, {"/target": "unknown_target"}),
        ({"kind": "collection", "handle": "ada"}, {"/target/slug": "required"}),
        ({"kind": "maker", "handle": "bob"}, {"/target": "own_target"}),
    ],
)
async def test_invalid_targets_are_rejected(
    ada: ApiClient, bob: ApiClient, target: dict[str, str], pointers: dict[str, str]
) -> None:
    assert (await report(bob, target)).expect(422).pointers == pointers


async def test_hidden_content_cannot_be_reported(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    project = await ada.published("Seen")
    comment_id = str(await comment_on(service, project, ada))
    untold = await ada.workflow(project, "Untold")
    hidden = {
        "draft": await ada.draft("Draft"),
        "private": await ada.published("Private", visibility="private"),
        "deleted": await ada.published("Deleted"),
    }
    (await ada.delete(hidden["deleted"])).expect(204)
    for name, path in hidden.items():
        assert (await report(bob, target_of(path))).status == 422, name
    (await report(bob, target_of(project, untold.rsplit("/", 1)[1]))).expect(422)
    archived = await ada.published("Archived")
    (await ada.post(f"{archived}/archive")).expect(200)
    (await report(bob, target_of(archived))).expect(201)
    (await root.put(f"/admin/comments/{comment_id}/removal", {"reason": "spam"})).expect(204)
    (await report(bob, {"kind": "comment", "comment_id": comment_id})).expect(422)
    (await root.put(f"/admin{project}/removal", {"reason": "spam"})).expect(204)
    (await report(bob, target_of(project))).expect(422)
    (await report(ada, target_of(project))).expect(422)  # the reporter's own project


async def test_a_report_keeps_the_reported_content(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    path = await ada.published(body="First.")
    (await report(bob, target_of(path))).expect(201)
    (await ada.edit(path, body="Second.")).expect(200)
    (await report(cleo, target_of(path))).expect(201)
    (await ada.edit(path, body="Innocent.")).expect(200)
    (case,) = await cases(root)
    detail = (await root.get(f"/admin/reports/{case['case_id']}")).expect(200).json
    assert [taken["content"]["body"] for taken in detail["snapshots"]] == ["First.", "Second."]
    assert detail["now"]["body"] == "Innocent."


async def test_a_report_stays_when_its_reporter_is_deleted(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    for reporter in (bob, cleo):
        (await report(reporter, target_of(path), note="Look.")).expect(201)
    (await bob.delete_me()).expect(204)
    (case,) = await cases(root)
    detail = (await root.get(f"/admin/reports/{case['case_id']}")).expect(200).json
    assert [(filed["reporter"], filed["note"]) for filed in detail["filed"]] == [(None, "Look."), ("cleo", "Look.")]
    (await root.post(f"/admin/reports/{case['case_id']}/dismiss", {})).expect(200)
    assert [subject["note"] for subject in await moderation_notifications(service, cleo)] == ["dismissed"]


async def test_a_repeated_job_notifies_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    path = await ada.published()
    (await report(bob, target_of(path))).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/dismiss", {})).expect(200)
    payload = {"case_id": case["case_id"]}
    await asyncio.gather(*(tell_reporters(service.context, payload) for _ in range(4)))
    assert len(await moderation_notifications(service, bob)) == 1


async def test_report_texts_are_purged(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, root: ApiClient
) -> None:
    settled, open_ = await ada.published("Settled"), await ada.published("Open")
    for path in (settled, open_):
        (await report(bob, target_of(path), note="Look.")).expect(201)
    case = (await cases(root))[0]
    (await root.post(f"/admin/reports/{case['case_id']}/dismiss", {})).expect(200)
    service.clock.move(TEXTS_KEPT - timedelta(minutes=1))
    await purge(service.context, {})
    assert await service.context.db.fetchval("select count(*) from report_snapshot") == 2
    service.clock.move(timedelta(minutes=2))
    await purge(service.context, {})
    rows = await service.context.db.fetch(
        "select note, snapshot_id is null as forgotten from report order by report_id"
    )
    assert [tuple(row) for row in rows] == [("", True), ("Look.", False)]
    assert await service.context.db.fetchval("select count(*) from report_snapshot") == 1


async def test_own_reports_are_paginated(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    for number in range(5):
        (await report(bob, target_of(await ada.published(f"Project {number}")))).expect(201)
    pages = await bob.pages("/me/reports", limit=2)
    assert [len(page) for page in pages] == [2, 2, 1]
    slugs = [found["target"]["slug"] for page in pages for found in page]
    assert slugs == [f"project-{number}" for number in (4, 3, 2, 1, 0)]
