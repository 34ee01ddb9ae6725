"""Test stars: add, remove, list and count them, by makers who may see the project."""

from datetime import timedelta

from tests.api import ApiClient, RunningService
from tests.discovery.fixtures import add_makers, assert_counters, project_id


async def test_adding_and_removing_a_star_are_idempotent(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.published()
    other = await ada.published("Another")
    for _ in range(2):
        (await bob.put(f"{path}/star")).expect(204)
    (await ada.put(f"{path}/star")).expect(204)
    assert (await visitor.get(path)).json["stars"] == 2
    assert (await visitor.get(other)).json["stars"] == 0
    for _ in range(2):
        (await bob.delete(f"{path}/star")).expect(204)
    assert (await visitor.get(path)).json["stars"] == 1
    assert [maker["handle"] for maker in (await visitor.get(f"{path}/stargazers")).json["data"]] == ["ada"]
    await assert_counters(service)


async def test_a_star_does_not_change_the_version(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    tag = (await ada.get(path)).headers["ETag"]
    (await bob.put(f"{path}/star")).expect(204)
    (await ada.edit(path, if_match=tag, title="Changed")).expect(200)


async def test_stargazers_are_paginated_newest_first(service: RunningService, ada: ApiClient) -> None:
    path = await ada.published()
    fans = await add_makers(service, 7)
    for fan in fans:
        (await fan.put(f"{path}/star")).expect(204)
        service.clock.move(timedelta(seconds=1))
    pages = await ada.pages(f"{path}/stargazers", limit=3)
    handles = [[maker["handle"] for maker in page] for page in pages]
    assert handles == [["fan-6", "fan-5", "fan-4"], ["fan-3", "fan-2", "fan-1"], ["fan-0"]]


async def test_my_stars_list_only_my_visible_projects(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    first, second = await ada.published("First"), await ada.published("Second")
    for path in (first, second):
        (await bob.put(f"{path}/star")).expect(204)
        service.clock.move(timedelta(seconds=1))
    (await ada.put(f"{first}/star")).expect(204)
    mine = (await bob.get("/me/stars")).json["data"]
    assert [project["slug"] for project in mine] == ["second", "first"]
    assert mine[0]["starred_at"] > mine[1]["starred_at"]
    assert mine[0]["stars"] == 1
    (await ada.edit(second, visibility="private")).expect(200)
    assert [project["slug"] for project in (await bob.get("/me/stars")).json["data"]] == ["first"]
    assert [project["slug"] for project in (await ada.get("/me/stars")).json["data"]] == ["first"]


async def test_a_hidden_project_cannot_be_starred(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    hidden = await ada.published("Hidden", visibility="private")
    draft = await ada.draft("Draft")
    for path in (hidden, draft):
        (await bob.put(f"{path}/star")).expect(404, "not_found")
        (await bob.delete(f"{path}/star")).expect(404, "not_found")
        (await bob.get(f"{path}/stargazers")).expect(404)
        (await ada.put(f"{path}/star")).expect(204)
    unlisted = await ada.published("Unlisted", visibility="unlisted")
    (await bob.put(f"{unlisted}/star")).expect(204)
    (await ada.post(f"{unlisted}/archive")).expect(200)
    (await bob.delete(f"{unlisted}/star")).expect(204)
    (await bob.put(f"{unlisted}/star")).expect(204)
    (await ada.delete(unlisted)).expect(204)
    (await ada.put(f"{unlisted}/star")).expect(404)
    await assert_counters(service)


async def test_a_removed_project_cannot_be_starred(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    (await ada.put(f"{path}/star")).expect(204)
    root = await service.admin()
    (await root.put(f"/admin{path}/removal", {"reason": "spam"})).expect(204)
    (await ada.put(f"{path}/star")).expect(409, "removed")
    (await bob.put(f"{path}/star")).expect(404)
    (await ada.delete(f"{path}/star")).expect(204)
    await assert_counters(service)


async def test_starring_a_former_path_redirects(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    (await ada.edit(path, slug="coach")).expect(200)
    moved = (await bob.put(f"{path}/star")).expect(308, "moved")
    assert moved.headers["Location"] == "/api/v1/projects/ada/coach/star"
    assert (await bob.delete(f"{path}/star")).headers["Location"] == "/api/v1/projects/ada/coach/star"
    (await bob.put("/projects/ADA/coach/star")).expect(204)


async def test_the_owner_is_notified_once(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    for client in (ada, bob, bob):
        (await client.put(f"{path}/star")).expect(204)
    await service.deliver()
    notifications = (await ada.get("/notifications")).json["data"]
    assert [(each["kind"], each["actor_count"]) for each in notifications] == [("star", 1)]
    assert (await bob.get("/notifications")).json["data"] == []


async def test_a_star_takes_one_statement(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    """One statement inserts the star and the notification; a repeat inserts neither."""
    path = await ada.published()
    (await bob.get("/me")).expect(200)
    counts = [service.app.deps.db.statement_count]
    for _ in range(2):
        (await bob.put(f"{path}/star")).expect(204)
        counts.append(service.app.deps.db.statement_count)
    assert (counts[1] - counts[0], counts[2] - counts[1]) == (1, 1)


async def test_reactions_list_only_the_makers_own(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    starred, followed = await ada.published("Starred", tags=["speech"]), await ada.published("Followed")
    ids = [str(await project_id(service, path)) for path in (starred, followed)]
    (await bob.put(f"{starred}/star")).expect(204)
    (await bob.put(f"/me/follows{followed.replace('/projects', '/project')}")).expect(204)
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (await bob.put("/me/follows/tag/speech")).expect(204)
    (await bob.put("/me/follows/tool/claude")).expect(204)
    path = f"/me/reactions?projects={','.join(ids)}&makers=ADA,bob&tags=speech,other&tools=claude,ollama"
    assert (await bob.get(path)).json == {
        "starred": [ids[0]],
        "followed_projects": [ids[1]],
        "followed_makers": ["ada"],
        "followed_tags": ["speech"],
        "followed_tools": ["claude"],
    }
    assert not any((await ada.get(path)).json.values())
    assert not any((await ada.get("/me/reactions")).json.values())
    for wrong in ("projects=one,two", f"projects={ids[0]},", "makers=,", "tools=a,,b"):
        (await bob.get(f"/me/reactions?{wrong}")).expect(422, "invalid_input")
    many = ",".join(f"t{number}" for number in range(101))
    assert (await bob.get(f"/me/reactions?tags={many}")).expect(422).pointers == {"/tags": "wrong_format"}
