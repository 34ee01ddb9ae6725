"""Test collections: create, fill, order and read them."""

import asyncio
from typing import Any

from service.features.community.collections.schemas import MAX_COLLECTIONS
from tests.api import ApiClient, RunningService


async def _create(client: ApiClient, title: str = "For the classroom", **more: Any) -> str:
    made = (await client.post("/collections", {"title": title, **more})).expect(201)
    return str(made.headers["Location"]).removeprefix("/api/v1")


async def _slugs(client: ApiClient, path: str) -> list[str]:
    """Return the project slugs of all pages of a collection."""
    slugs: list[str] = []
    cursor = ""
    while True:
        page = (await client.get(f"{path}/items?limit=2{cursor}")).expect(200).json
        slugs += [item["project"]["slug"] for item in page["data"]]
        if page["next_cursor"] is None:
            return slugs
        cursor = f"&cursor={page['next_cursor']}"


async def test_collection_lifecycle(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    for slug in ("one", "two", "three"):
        await bob.published(slug.title(), slug=slug)
    path = await _create(ada, description="What works.")
    assert path == "/collections/ada/for-the-classroom"
    for slug in ("one", "two", "three"):
        (await ada.put(f"{path}/items/bob/{slug}", {"note": f"Why {slug}"})).expect(204)
    read = (await visitor.get(path)).expect(200)
    assert (read.json["items"], read.json["owner"]["handle"], read.json["version"]) == (3, "ada", 4)
    assert await _slugs(visitor, path) == ["one", "two", "three"]

    items = (await visitor.get(f"{path}/items")).json["data"]
    assert [item["note"] for item in items] == ["Why one", "Why two", "Why three"]
    by_slug = {item["project"]["slug"]: item["project"]["project_id"] for item in items}
    order = {"project_ids": [by_slug["three"], by_slug["one"]]}
    (await ada.patch(f"{path}/items", order)).expect(428)
    (await ada.patch(f"{path}/items", order, headers={"If-Match": '"1-0"'})).expect(412, "stale")
    (await ada.patch(f"{path}/items", order, headers={"If-Match": read.headers["ETag"]})).expect(200)
    assert await _slugs(visitor, path) == ["three", "one", "two"]

    (await ada.put(f"{path}/items/bob/one", {"note": "Because."})).expect(204)
    assert await _slugs(visitor, path) == ["three", "one", "two"]
    (await ada.delete(f"{path}/items/bob/three")).expect(204)
    (await ada.delete(f"{path}/items/bob/three")).expect(204)
    assert await _slugs(visitor, path) == ["one", "two"]
    assert (await visitor.get(path)).json["items"] == 2
    assert [c["slug"] for c in (await visitor.get("/makers/ada/collections")).json["data"]] == ["for-the-classroom"]

    (await ada.delete(path)).expect(204)
    (await visitor.get(path)).expect(404)
    (await visitor.get("/projects/bob/one")).expect(200)


async def test_only_the_owner_changes_a_collection(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await bob.published("One", slug="one")
    shown, hidden = await _create(ada, "Shown"), await _create(ada, "Hidden", visibility="private")
    linked = await _create(ada, "Linked", visibility="unlisted")
    own = await _create(bob, "Shown")
    for path, status in ((shown, 403), (linked, 403), (hidden, 404)):
        any_version = {"If-Match": "*"}
        (await bob.patch(path, {"title": "Mine"}, headers=any_version)).expect(status)
        (await bob.put(f"{path}/items/bob/one", {})).expect(status)
        (await bob.delete(f"{path}/items/bob/one")).expect(status)
        (await bob.delete(path)).expect(status)
        for client in (bob, visitor):
            (await client.get(path)).expect(404 if status == 404 else 200)
            (await client.get(f"{path}/items")).expect(404 if status == 404 else 200)
    (await ada.get(hidden)).expect(200)
    assert [c["slug"] for c in (await visitor.get("/makers/ada/collections")).json["data"]] == ["shown"]
    assert {c["slug"] for c in (await ada.get("/me/collections")).json["data"]} == {"shown", "hidden", "linked"}
    assert [c["slug"] for c in (await bob.get("/me/collections")).json["data"]] == ["shown"]
    (await bob.put(f"{own}/items/bob/one", {})).expect(204)
    assert await _slugs(ada, shown) == []
    assert await _slugs(ada, own) == ["one"]


async def test_a_collection_shows_no_hidden_projects(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await bob.published("Shown", slug="shown")
    await bob.published("Private", slug="private", visibility="private")
    await bob.draft("Draft", slug="draft")
    path = await _create(bob)
    for slug in ("shown", "private", "draft"):
        (await bob.put(f"{path}/items/bob/{slug}", {})).expect(204)
    assert await _slugs(bob, path) == ["shown", "private", "draft"]
    for client in (ada, visitor):
        assert await _slugs(client, path) == ["shown"]
    mine = await _create(ada)
    for slug in ("private", "draft", "nothing"):
        (await ada.put(f"{mine}/items/bob/{slug}", {})).expect(404)
    # An item whose project becomes private is hidden and can still be removed.
    (await ada.put(f"{mine}/items/bob/shown", {})).expect(204)
    (await bob.edit("/projects/bob/shown", visibility="private")).expect(200)
    assert await _slugs(ada, mine) == []
    (await ada.delete(f"{mine}/items/bob/shown")).expect(204)
    assert (await ada.get(mine)).json["items"] == 0


async def test_an_item_can_pin_a_version(ada: ApiClient, bob: ApiClient) -> None:
    project = await bob.published("One", slug="one")
    workflow = await bob.workflow(project, "Lesson")
    content = {"variables": [], "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": "Say hello."}]}
    (await bob.post(f"{workflow}/versions", {"content": content})).expect(201)
    path = await _create(ada)
    item = f"{path}/items/bob/one"
    assert (await ada.put(item, {"workflow": "lesson"})).expect(422).pointers == {"/version": "required"}
    assert (await ada.put(item, {"version": 1})).expect(422).pointers == {"/workflow": "required"}
    assert (await ada.put(item, {"workflow": "lesson", "version": 2})).expect(422).pointers == {
        "/version": "unknown_version"
    }
    (await ada.put(item, {"workflow": "lesson", "version": 1})).expect(204)
    (found,) = (await ada.get(f"{path}/items")).json["data"]
    assert found["pinned"] == {"workflow": "lesson", "title": "Lesson", "version": 1}
    (await bob.delete(workflow)).expect(204)
    (found,) = (await ada.get(f"{path}/items")).json["data"]
    assert found["pinned"] is None


async def test_an_order_names_each_item_once(ada: ApiClient) -> None:
    for slug in ("one", "two"):
        await ada.published(slug.title(), slug=slug)
    path = await _create(ada)
    (await ada.put(f"{path}/items/ada/one", {})).expect(204)
    one = (await ada.get("/projects/ada/one")).json["project_id"]
    two = (await ada.get("/projects/ada/two")).json["project_id"]
    reply = await ada.patch(f"{path}/items", {"project_ids": [one, two, one]}, headers={"If-Match": "*"})
    assert reply.expect(422).pointers == {"/project_ids/1": "unknown_project", "/project_ids/2": "duplicate"}


async def test_concurrent_changes_are_all_applied(ada: ApiClient) -> None:
    slugs = [f"p{n}" for n in range(12)]
    for slug in slugs:
        await ada.published(slug, slug=slug)
    path = await _create(ada)
    replies = await asyncio.gather(*(ada.put(f"{path}/items/ada/{slug}", {}) for slug in slugs for _ in range(2)))
    assert {reply.status for reply in replies} == {204}
    assert sorted(await _slugs(ada, path)) == sorted(slugs)
    collection = (await ada.get(path)).json
    assert (collection["items"], collection["version"]) == (12, 13)
    await asyncio.gather(*(ada.delete(f"{path}/items/ada/{slug}") for slug in slugs[:6] for _ in range(2)))
    assert (await ada.get(path)).json["items"] == 6
    assert sorted(await _slugs(ada, path)) == sorted(slugs[6:])


async def test_slugs_are_unique_per_owner(ada: ApiClient) -> None:
    assert await _create(ada, "Prompts") == "/collections/ada/prompts"
    assert await _create(ada, "Prompts") == "/collections/ada/prompts-2"
    (await ada.post("/collections", {"title": "x", "slug": "prompts"})).expect(409, "slug_taken")
    (await ada.post("/collections", {"title": " "})).expect(422)


async def test_a_repeated_request_creates_one_collection(ada: ApiClient) -> None:
    key = {"Idempotency-Key": "one"}
    first, again = [await ada.post("/collections", {"title": "Once"}, headers=key) for _ in range(2)]
    assert first.json == again.json
    assert len((await ada.get("/me/collections")).json["data"]) == 1


async def test_the_number_of_collections_is_limited(service: RunningService, ada: ApiClient) -> None:
    await _create(ada)
    await service.context.db.execute(
        """
        insert into collection (collection_id, maker_id, slug, title, created_at, updated_at)
        select gen_random_uuid(), c.maker_id, 'c' || n, 'C', c.created_at, c.created_at
        from collection c cross join generate_series(2, $1::integer) as n
        """,
        MAX_COLLECTIONS,
    )
    (await ada.post("/collections", {"title": "One more"})).expect(409, "too_many_collections")


async def test_a_purged_project_is_removed_and_not_counted(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    await bob.published("One", slug="one")
    path = await _create(ada)
    (await ada.put(f"{path}/items/bob/one", {})).expect(204)
    await service.context.db.execute("delete from project where slug = 'one'")
    assert (await ada.get(path)).json["items"] == 0
    assert await _slugs(ada, path) == []


async def test_deleting_a_maker_deletes_their_collections(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    path = await _create(ada)
    (await ada.delete_me()).expect(204)
    (await visitor.get(path)).expect(404)
    assert await service.context.db.fetchval("select count(*) from collection") == 0


async def test_a_former_handle_redirects(ada: ApiClient, visitor: ApiClient) -> None:
    path = await _create(ada)
    (await ada.update_me(handle="ada-l")).expect(200)
    moved = (await visitor.get(f"{path}/items?limit=2")).expect(308, "moved")
    assert moved.headers["Location"] == "/api/v1/collections/ada-l/for-the-classroom/items?limit=2"
    moved = (await visitor.get("/makers/ada/collections")).expect(308, "moved")
    assert moved.headers["Location"] == "/api/v1/makers/ada-l/collections"
