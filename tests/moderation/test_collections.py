"""Test that collections are reported, removed and restored like projects and comments."""

from tests.api import ApiClient, RunningService
from tests.moderation.actions import audited, cases, moderation_notifications, report

CLASSROOM = "/collections/ada/classroom"
TARGET = {"kind": "collection", "handle": "ada", "slug": "classroom"}


async def created(ada: ApiClient, **more: object) -> None:
    project = await ada.published()
    body = {"title": "Classroom", "description": "Buy my pills.", **more}
    (await ada.post("/collections", body)).expect(201)
    _, _, handle, slug = project.split("/")
    (await ada.put(f"{CLASSROOM}/items/{handle}/{slug}", {"note": "The best pills."})).expect(204)


async def test_a_collection_is_reported_removed_and_restored(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient
) -> None:
    await created(ada)
    before = (await visitor.get(CLASSROOM)).expect(200).json
    assert before["removed"] is False
    made_report = (await report(bob, TARGET, reason="copyright")).expect(201).json
    assert made_report["target"] == {**TARGET, "workflow": None, "comment_id": None}
    (await report(bob, TARGET)).expect(409, "already_reported")
    (case,) = await cases(root)
    assert case["target"] | {"target_id": ""} == {
        **TARGET,
        "target_id": "",
        "workflow": None,
        "author": "ada",
        "standing": "published",
    }
    place = f"/admin/reports/{case['case_id']}"
    detail = (await root.get(place)).expect(200).json
    said = {"title": "Classroom", "description": "Buy my pills.", "notes": ["The best pills."]}
    assert (detail["now"], detail["snapshots"][0]["content"]) == (said, said)
    settled = await root.post(f"{place}/action", {"outcome": "removed", "note": "A letter came."})
    assert settled.expect(200).json["target"]["standing"] == "removed"

    for client in (visitor, bob, root):
        (await client.get(CLASSROOM)).expect(404)
        (await client.get(f"{CLASSROOM}/items")).expect(404)
        assert (await client.get("/makers/ada/collections")).expect(200).json["data"] == []
    assert (await ada.get(CLASSROOM)).expect(200).json["removed"] is True
    assert [row["removed"] for row in (await ada.get("/me/collections")).json["data"]] == [True]
    why = (await ada.get(f"{CLASSROOM}/removal")).expect(200).json
    assert (why["reason"], why["note"]) == ("copyright", "A letter came.")
    for client, status in ((visitor, 401), (bob, 404), (root, 404)):
        (await client.get(f"{CLASSROOM}/removal")).expect(status)
    (await report(bob, TARGET)).expect(422)
    assert (await bob.get(f"/me/reports/{made_report['report_id']}")).json["target"]["slug"] is None

    for refused in (
        await ada.edit(CLASSROOM, title="Another"),
        await ada.put(f"{CLASSROOM}/items/ada/reading-coach", {"note": "Still."}),
        await ada.delete(f"{CLASSROOM}/items/ada/reading-coach"),
        await ada.patch(f"{CLASSROOM}/items", {"project_ids": []}, headers={"If-Match": "*"}),
    ):
        assert refused.status in (409, 422)
        assert refused.status == 422 or refused.code == "removed"

    (item,) = (await root.get("/admin/removed?kind=collection")).expect(200).json["data"]
    assert (item["kind"], item["handle"], item["slug"], item["title"]) == (
        "collection",
        "ada",
        "classroom",
        "Classroom",
    )
    assert len((await root.get("/admin/removed")).json["data"]) == 1
    assert (await root.get("/admin/removed?kind=project")).json["data"] == []

    (await root.delete(f"/admin{CLASSROOM}/removal")).expect(204)
    (await root.delete(f"/admin{CLASSROOM}/removal")).expect(204)
    restored = (await visitor.get(CLASSROOM)).expect(200).json
    changing = {"version": 0, "updated_at": ""}
    assert restored | changing == before | changing
    (await ada.get(f"{CLASSROOM}/removal")).expect(404)
    assert (await root.get("/admin/removed")).json["data"] == []
    actions = await audited(root, f"?target={before['collection_id']}")
    assert actions == ["collection.restore", "collection.remove"], "an action without effect is logged"
    (entry, *_) = (await root.get("/admin/audit?action=collection.remove")).json["data"]
    assert (entry["target"], entry["detail"]["reported"]) == ("ada/classroom", True)
    public = (await visitor.get("/moderation/log")).json["data"]
    assert [(line["kind"], line["action"]) for line in public] == [
        ("collection", "restored"),
        ("collection", "removed"),
    ]
    assert [subject["note"] for subject in await moderation_notifications(service, ada)] == [
        "collection_removed",
        "collection_restored",
    ]
    await service.deliver()
    titles = [row["title"] for row in (await ada.get("/notifications")).json["data"]]
    assert "A moderator removed one of your collections" in titles


async def test_makers_report_only_visible_collections_of_others(
    ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    await created(ada, visibility="private")
    assert (await report(bob, TARGET)).expect(422).pointers == {"/target": "unknown_target"}
    assert (await report(ada, TARGET)).expect(422).pointers == {"/target": "own_target"}
    (await ada.edit(CLASSROOM, visibility="unlisted")).expect(200)
    (await report(bob, TARGET)).expect(201)
    (await ada.edit(CLASSROOM, visibility="private")).expect(200)
    (case,) = await cases(root)
    assert case["target"]["standing"] == "private"
    (await root.get(f"/admin/reports/{case['case_id']}")).expect(200)
    assert "report.read" in await audited(root), "reading a private collection is not logged"
    missing = (await report(bob, {"kind": "collection", "handle": "ada"})).expect(422)
    assert missing.pointers == {"/target/slug": "required"}


async def test_a_deleted_collection_cannot_be_removed(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    await created(ada)
    (await report(bob, TARGET)).expect(201)
    (await root.put(f"/admin{CLASSROOM}/removal", {"reason": "spam"})).expect(204)
    (await ada.delete(CLASSROOM)).expect(204)
    assert (await root.get("/admin/removed")).json["data"] == []
    (case,) = await cases(root)
    assert case["target"]["standing"] == "gone"
    place = f"/admin/reports/{case['case_id']}"
    (await root.post(f"{place}/action", {"outcome": "removed"})).expect(409, "gone")
    (await root.post(f"{place}/dismiss", {})).expect(200)
    (await root.put(f"/admin{CLASSROOM}/removal", {"reason": "spam"})).expect(404)


async def test_two_collections_are_removed_separately(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    for maker in (ada, bob):
        (await maker.post("/collections", {"title": "Classroom"})).expect(201)
        (await root.put(f"/admin/collections/{maker.handle}/classroom/removal", {"reason": "spam"})).expect(204)
    assert len((await root.get("/admin/removed")).json["data"]) == 2
    (await root.delete("/admin/collections/bob/classroom/removal")).expect(204)
    (await ada.get("/collections/bob/classroom")).expect(200)
    (await bob.get("/collections/ada/classroom")).expect(404)
