"""Test deleting, restoring and purging projects."""

from datetime import timedelta

from service.features.projects.projects.jobs import purge
from tests.api import ApiClient, RunningService

TABLES = ("project", "project_member", "project_stats", "project_slug")


async def _counts(service: RunningService) -> dict[str, int]:
    return {table: await service.context.db.fetchval(f"select count(*) from {table}") for table in TABLES}


async def test_a_project_is_deleted_and_restored(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.published()
    before = (await ada.get(path)).json
    (await ada.delete(path)).expect(204)
    for client in (ada, visitor):
        (await client.get(path)).expect(404)
    (await ada.edit(path, title="x")).expect(404)
    (await ada.post(f"{path}/publish")).expect(404)
    (await ada.delete(path)).expect(404)
    assert await visitor.pages("/projects") == [[]]
    assert await visitor.pages("/makers/ada/projects") == [[]]
    (listed,) = (await ada.pages("/me/projects"))[0]
    assert listed["deleted_at"] is not None
    assert (await ada.pages("/me/projects?status=deleted"))[0] == [listed]
    assert await ada.pages("/me/projects?status=published") == [[]]
    # Its slug stays reserved.
    (await ada.create_project("Other", slug="reading-coach")).expect(409, "slug_taken")

    back = (await ada.post(f"{path}/restore")).expect(200).json
    assert {**back, "version": 0, "updated_at": 0} == {**before, "version": 0, "updated_at": 0}
    assert back["version"] == before["version"] + 2
    assert (await visitor.get(path)).expect(200).json == back
    assert (await ada.post(f"{path}/restore")).expect(200).json == back
    assert (await ada.pages("/me/projects"))[0][0]["deleted_at"] is None


async def test_drafts_and_archived_projects_are_restored_unchanged(ada: ApiClient) -> None:
    draft, archived = await ada.draft("Draft"), await ada.published("Archived")
    (await ada.post(f"{archived}/archive")).expect(200)
    for path, status in ((draft, "draft"), (archived, "archived")):
        (await ada.delete(path)).expect(204)
        assert (await ada.post(f"{path}/restore")).expect(200).json["status"] == status


async def test_a_deleted_project_is_purged_after_thirty_days(service: RunningService, ada: ApiClient) -> None:
    path = await ada.published(slug="one")
    (await ada.edit(path, slug="two")).expect(200)
    kept = await ada.published("Kept")
    (await ada.delete("/projects/ada/two")).expect(204)

    service.clock.move(timedelta(days=30, seconds=-60))
    await purge(service.context, {})
    assert (await _counts(service))["project"] == 2
    (await ada.login()).expect(200)
    (await ada.post("/projects/ada/two/restore")).expect(200)
    (await ada.delete("/projects/ada/two")).expect(204)

    service.clock.move(timedelta(days=30, seconds=60))
    (await ada.login()).expect(200)
    # Restoring is too late, before and after the purge.
    assert [p["slug"] for p in (await ada.pages("/me/projects"))[0]] == ["kept"]
    (await ada.post("/projects/ada/two/restore")).expect(404)
    await purge(service.context, {})
    assert await _counts(service) == {"project": 1, "project_member": 1, "project_stats": 1, "project_slug": 0}
    (await ada.get(kept)).expect(200)
    (await ada.create_project("New", slug="two")).expect(201)


async def test_projects_of_a_deleted_maker_are_purged_after_thirty_days(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    await ada.published()
    await bob.published()
    (await ada.delete_me()).expect(204)
    await purge(service.context, {})
    assert (await _counts(service))["project"] == 2
    service.clock.move(timedelta(days=31))
    await purge(service.context, {})
    assert (await _counts(service))["project"] == 1
    (await service.client().get("/projects/bob/reading-coach")).expect(200)


async def test_the_purge_works_in_portions(service: RunningService, ada: ApiClient) -> None:
    from service.features.projects.projects import queries

    for number in range(5):
        await ada.draft(f"Project {number}")
    now = service.clock()
    await service.context.db.execute("update project set deleted_at = $1", now)
    assert await queries.purge_deleted(service.context.db, now, 10) == 0
    assert await queries.purge_deleted(service.context.db, now + timedelta(seconds=1), 2) == 2
    service.clock.move(timedelta(days=31))
    await purge(service.context, {})
    assert set((await _counts(service)).values()) == {0}
