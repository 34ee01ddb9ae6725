"""Edits that know what they change, and addresses that lead on."""

import asyncio
from datetime import timedelta

from service.features.projects.projects.domain import OLD_SLUGS_KEPT
from tests.api import ApiClient, Reply, RunningService


def _leads_to(reply: Reply, path: str) -> None:
    reply.expect(308, "moved")
    assert reply.headers["Location"] == f"/api/v1{path}"


async def test_an_edit_names_what_it_changes(ada: ApiClient) -> None:
    path = await ada.draft()
    read = (await ada.get(path)).headers["ETag"]
    (await ada.patch(path, {"title": "x"})).expect(428, "if_match_required")
    (await ada.edit(path, if_match='"2-0"', title="x")).expect(412, "stale")
    (await ada.edit(path, if_match='"nonsense"', title="x")).expect(412, "stale")
    first = (await ada.edit(path, if_match=read, title="First")).expect(200)
    (await ada.edit(path, if_match=read, title="Second")).expect(412, "stale")
    assert (await ada.get(path)).json["title"] == "First"
    (await ada.edit(path, if_match=f'"9-0", {first.headers["ETag"]}', title="Third")).expect(200)
    assert (await ada.edit(path, if_match="*", title="Fourth")).expect(200).json["version"] == 4


async def test_what_changes_nothing_makes_no_version(ada: ApiClient) -> None:
    path = await ada.draft(links=[{"label": "x", "url": "https://example.org"}])
    read = await ada.get(path)
    unchanged, project = (await ada.edit(path)).expect(200), read.json
    # A read is written straight from its row, an edit's answer from the object: to the byte, it is the same.
    assert (unchanged.body, unchanged.headers["ETag"]) == (read.body, read.headers["ETag"])
    same = {name: project[name] for name in ("title", "tagline", "body", "cover_url", "slug", "visibility")}
    assert (await ada.edit(path, **same)).expect(200).json == project


async def test_null_clears_a_cover_and_nothing_else(ada: ApiClient) -> None:
    path = await ada.draft(cover_url="https://example.org/c.png", body="text")
    edited = (await ada.edit(path, cover_url=None)).expect(200).json
    assert (edited["cover_url"], edited["body"]) == (None, "text")
    for name in ("title", "tagline", "body", "links", "slug", "visibility"):
        assert (await ada.patch(path, {name: None}, headers={"If-Match": "*"})).expect(422).pointers == {
            f"/{name}": _type_error(name)
        }


def _type_error(name: str) -> str:
    return "unknown_value" if name == "visibility" else "wrong_type"


async def test_fifty_edits_of_one_version(ada: ApiClient) -> None:
    path = await ada.draft()
    read = (await ada.get(path)).headers["ETag"]
    replies = await asyncio.gather(*(ada.edit(path, if_match=read, title=f"Title {n}") for n in range(50)))
    assert sorted(reply.status for reply in replies) == [200] + [412] * 49
    (won,) = (reply.json for reply in replies if reply.status == 200)
    assert won["version"] == 2
    assert (await ada.get(path)).json == won


async def test_edits_and_states_at_once_lose_nothing(ada: ApiClient) -> None:
    path = await ada.draft()
    replies = await asyncio.gather(
        *(ada.edit(path, title=f"Title {n}") for n in range(10)), *(ada.post(f"{path}/publish") for _ in range(10))
    )
    assert {reply.status for reply in replies} == {200}
    # Ten edits and one publishing.
    assert (await ada.get(path)).json["version"] == 12


async def test_a_new_star_refuses_no_edit(service: RunningService, ada: ApiClient) -> None:
    path = await ada.published()
    read = (await ada.get(path)).headers["ETag"]
    await service.context.db.execute("update project_stats set stars = stars + 1")
    seen = await ada.get(path, headers={"If-None-Match": read})
    assert (seen.status, seen.json["stars"]) == (200, 1)
    (await ada.edit(path, if_match=read, title="Still mine")).expect(200)


async def test_old_slugs_lead_on(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.edit("/projects/ada/two", slug="three")).expect(200)
    for old in ("one", "two"):
        _leads_to(await visitor.get(f"/projects/ada/{old}"), "/projects/ada/three")
        _leads_to(await ada.edit(f"/projects/ada/{old}", title="x"), "/projects/ada/three")
        _leads_to(await ada.delete(f"/projects/ada/{old}"), "/projects/ada/three")
        _leads_to(await ada.post(f"/projects/ada/{old}/archive"), "/projects/ada/three/archive")
        _leads_to(await bob.post(f"/projects/ada/{old}/restore"), "/projects/ada/three/restore")
        (await visitor.get(f"/projects/bob/{old}")).expect(404)


async def test_an_old_slug_shows_no_secret(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.draft(slug="one")
    (await ada.edit("/projects/ada/one", slug="my-secret-plan")).expect(200)
    _leads_to(await ada.get("/projects/ada/one"), "/projects/ada/my-secret-plan")
    for client in (bob, visitor):
        (await client.get("/projects/ada/one")).expect(404)
    (await bob.edit("/projects/ada/one", title="x")).expect(404)
    (await ada.delete("/projects/ada/my-secret-plan")).expect(204)
    (await ada.get("/projects/ada/one")).expect(404)


async def test_back_to_an_old_slug(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.edit("/projects/ada/two", slug="one")).expect(200)
    (await visitor.get("/projects/ada/one")).expect(200)
    _leads_to(await visitor.get("/projects/ada/two"), "/projects/ada/one")


async def test_an_old_slug_belongs_to_who_takes_it(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("First", slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    # A slug that is made takes no link away from another project; one that is given does.
    assert (await ada.create_project("One")).expect(201).json["slug"] == "one-2"
    await ada.published("Second", slug="one")
    assert (await visitor.get("/projects/ada/one")).expect(200).json["title"] == "Second"
    (await ada.edit("/projects/ada/one", slug="three")).expect(200)
    _leads_to(await visitor.get("/projects/ada/one"), "/projects/ada/three")
    # Also when the entry of the first is still there, as a race may leave it.
    await service.context.db.execute(
        "insert into project_slug select owner_id, 'three', project_id, created_at from project where slug = 'two'"
    )
    assert (await visitor.get("/projects/ada/three")).expect(200).json["title"] == "Second"
    (await ada.edit("/projects/ada/three", slug="four")).expect(200)
    _leads_to(await visitor.get("/projects/ada/three"), "/projects/ada/four")


async def test_a_rename_into_another_project_is_refused(ada: ApiClient, bob: ApiClient) -> None:
    await ada.draft(slug="one")
    await ada.draft(slug="two")
    await bob.draft(slug="three")
    refused = (await ada.edit("/projects/ada/one", slug="two")).expect(409, "slug_taken")
    assert refused.pointers == {"/slug": "slug_taken"}
    (await ada.edit("/projects/ada/one", slug="three")).expect(200)


async def test_renaming_for_ever_keeps_the_latest(service: RunningService, ada: ApiClient) -> None:
    await ada.draft(slug="name-0")
    for number in range(OLD_SLUGS_KEPT + 3):
        (await ada.edit(f"/projects/ada/name-{number}", slug=f"name-{number + 1}")).expect(200)
    rows = await service.context.db.fetch("select slug from project_slug")
    assert {row["slug"] for row in rows} == {f"name-{number}" for number in range(3, OLD_SLUGS_KEPT + 3)}


async def test_an_old_handle_leads_on(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.update_me(handle="countess")).expect(200)
    _leads_to(await visitor.get("/projects/ada/two"), "/projects/countess/two")
    _leads_to(await visitor.get("/projects/Ada/one"), "/projects/countess/two")
    _leads_to(await ada.post("/projects/ada/two/archive"), "/projects/countess/two/archive")
    _leads_to(await visitor.get("/makers/ada/projects"), "/makers/countess/projects")
    (await visitor.get("/projects/ada/three")).expect(404)
    service.clock.move(timedelta(days=91))
    (await visitor.get("/projects/ada/two")).expect(404)
    (await visitor.get("/projects/countess/two")).expect(200)
