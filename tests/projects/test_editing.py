"""Test edits with If-Match, and redirects of former paths."""

import asyncio
from datetime import timedelta

from service.features.projects.projects.domain import OLD_SLUGS_KEPT
from tests.api import ApiClient, Reply, RunningService


def _redirects_to(reply: Reply, path: str) -> None:
    reply.expect(308, "moved")
    assert reply.headers["Location"] == f"/api/v1{path}"


async def test_an_edit_needs_if_match(ada: ApiClient) -> None:
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


async def test_an_edit_without_changes_keeps_the_version(ada: ApiClient) -> None:
    path = await ada.draft(links=[{"label": "x", "url": "https://example.org"}])
    read = await ada.get(path)
    unchanged, project = (await ada.edit(path)).expect(200), read.json
    # GET encodes the row, PATCH the object: both have the same bytes.
    assert (unchanged.body, unchanged.headers["ETag"]) == (read.body, read.headers["ETag"])
    same = {name: project[name] for name in ("title", "tagline", "body", "cover_url", "slug", "visibility")}
    assert (await ada.edit(path, **same)).expect(200).json == project


async def test_only_the_cover_and_the_license_accept_null(ada: ApiClient) -> None:
    path = await ada.draft(cover_url="https://example.org/c.png", license="MIT", body="text")
    edited = (await ada.edit(path, cover_url=None, license=None)).expect(200).json
    assert (edited["cover_url"], edited["license"], edited["body"]) == (None, None, "text")
    for name in ("title", "tagline", "body", "links", "slug", "visibility"):
        assert (await ada.patch(path, {name: None}, headers={"If-Match": "*"})).expect(422).pointers == {
            f"/{name}": _type_error(name)
        }


def _type_error(name: str) -> str:
    return "unknown_value" if name == "visibility" else "wrong_type"


async def test_one_of_fifty_concurrent_edits_wins(ada: ApiClient) -> None:
    path = await ada.draft()
    read = (await ada.get(path)).headers["ETag"]
    replies = await asyncio.gather(*(ada.edit(path, if_match=read, title=f"Title {n}") for n in range(50)))
    assert sorted(reply.status for reply in replies) == [200] + [412] * 49
    (won,) = (reply.json for reply in replies if reply.status == 200)
    assert won["version"] == 2
    assert (await ada.get(path)).json == won


async def test_concurrent_edits_and_state_changes_are_all_applied(ada: ApiClient) -> None:
    path = await ada.draft()
    replies = await asyncio.gather(
        *(ada.edit(path, title=f"Title {n}") for n in range(10)), *(ada.post(f"{path}/publish") for _ in range(10))
    )
    assert {reply.status for reply in replies} == {200}
    # Ten edits and one publish.
    assert (await ada.get(path)).json["version"] == 12


async def test_a_star_does_not_make_an_edit_stale(service: RunningService, ada: ApiClient) -> None:
    path = await ada.published()
    read = (await ada.get(path)).headers["ETag"]
    await service.context.db.execute("update project_stats set stars = stars + 1")
    seen = await ada.get(path, headers={"If-None-Match": read})
    assert (seen.status, seen.json["stars"]) == (200, 1)
    (await ada.edit(path, if_match=read, title="Still mine")).expect(200)


async def test_former_slugs_redirect(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.edit("/projects/ada/two", slug="three")).expect(200)
    for old in ("one", "two"):
        _redirects_to(await visitor.get(f"/projects/ada/{old}"), "/projects/ada/three")
        _redirects_to(await ada.edit(f"/projects/ada/{old}", title="x"), "/projects/ada/three")
        _redirects_to(await ada.delete(f"/projects/ada/{old}"), "/projects/ada/three")
        _redirects_to(await ada.post(f"/projects/ada/{old}/archive"), "/projects/ada/three/archive")
        _redirects_to(await bob.post(f"/projects/ada/{old}/restore"), "/projects/ada/three/restore")
        (await visitor.get(f"/projects/bob/{old}")).expect(404)


async def test_a_former_slug_does_not_reveal_a_hidden_project(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    await ada.draft(slug="one")
    (await ada.edit("/projects/ada/one", slug="my-secret-plan")).expect(200)
    _redirects_to(await ada.get("/projects/ada/one"), "/projects/ada/my-secret-plan")
    for client in (bob, visitor):
        (await client.get("/projects/ada/one")).expect(404)
    (await bob.edit("/projects/ada/one", title="x")).expect(404)
    (await ada.delete("/projects/ada/my-secret-plan")).expect(204)
    (await ada.get("/projects/ada/one")).expect(404)


async def test_a_project_can_return_to_a_former_slug(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.edit("/projects/ada/two", slug="one")).expect(200)
    (await visitor.get("/projects/ada/one")).expect(200)
    _redirects_to(await visitor.get("/projects/ada/two"), "/projects/ada/one")


async def test_a_reused_slug_leads_to_its_new_project(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    await ada.published("First", slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    # A generated slug does not take a former slug; an explicit one does.
    assert (await ada.create_project("One")).expect(201).json["slug"] == "one-2"
    await ada.published("Second", slug="one")
    assert (await visitor.get("/projects/ada/one")).expect(200).json["title"] == "Second"
    (await ada.edit("/projects/ada/one", slug="three")).expect(200)
    _redirects_to(await visitor.get("/projects/ada/one"), "/projects/ada/three")
    # Also if the old entry still exists, as a race may leave it.
    await service.context.db.execute(
        "insert into project_slug select owner_id, 'three', project_id, created_at from project where slug = 'two'"
    )
    assert (await visitor.get("/projects/ada/three")).expect(200).json["title"] == "Second"
    (await ada.edit("/projects/ada/three", slug="four")).expect(200)
    _redirects_to(await visitor.get("/projects/ada/three"), "/projects/ada/four")


async def test_a_rename_to_a_slug_in_use_is_rejected(ada: ApiClient, bob: ApiClient) -> None:
    await ada.draft(slug="one")
    await ada.draft(slug="two")
    await bob.draft(slug="three")
    refused = (await ada.edit("/projects/ada/one", slug="two")).expect(409, "slug_taken")
    assert refused.pointers == {"/slug": "slug_taken"}
    (await ada.edit("/projects/ada/one", slug="three")).expect(200)


async def test_the_number_of_former_slugs_is_limited(service: RunningService, ada: ApiClient) -> None:
    await ada.draft(slug="name-0")
    for number in range(OLD_SLUGS_KEPT + 3):
        (await ada.edit(f"/projects/ada/name-{number}", slug=f"name-{number + 1}")).expect(200)
    rows = await service.context.db.fetch("select slug from project_slug")
    assert {row["slug"] for row in rows} == {f"name-{number}" for number in range(3, OLD_SLUGS_KEPT + 3)}


async def test_a_former_handle_redirects(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published(slug="one")
    (await ada.edit("/projects/ada/one", slug="two")).expect(200)
    (await ada.update_me(handle="countess")).expect(200)
    _redirects_to(await visitor.get("/projects/ada/two"), "/projects/countess/two")
    _redirects_to(await visitor.get("/projects/Ada/one"), "/projects/countess/two")
    _redirects_to(await ada.post("/projects/ada/two/archive"), "/projects/countess/two/archive")
    _redirects_to(await visitor.get("/makers/ada/projects"), "/makers/countess/projects")
    (await visitor.get("/projects/ada/three")).expect(404)
    service.clock.move(timedelta(days=91))
    (await visitor.get("/projects/ada/two")).expect(404)
    (await visitor.get("/projects/countess/two")).expect(200)
