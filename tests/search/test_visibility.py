"""Test that search finds exactly what visitors may see at that moment."""

import asyncio

from tests.api import ApiClient, RunningService
from tests.search.fixtures import flow, found, search


async def test_only_listed_content_is_found(
    ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient
) -> None:
    project = await ada.draft("Zeppelin", body="airship")
    await flow(ada, project, "Zeppelin flow", "Fly the airship.")
    theirs = await bob.published("Zeppelin of Bob", body="airship")
    await flow(bob, theirs, "Bob flow", "Fly the airship.")

    async def seen() -> bool:
        """Return whether ada's content is found, by anyone including herself."""
        results = set()
        for client in (ada, bob, visitor):
            for q in ("zeppelin", "airship", "Zepelin"):
                slugs = await found(client, q)
                assert "zeppelin-of-bob" in slugs
                results.add("zeppelin" in slugs)
            results.add("zeppelin-flow" in await found(client, "airship", "workflows"))
            suggested = (await client.get("/search/suggest?q=zepp")).expect(200).json["data"]
            results.add("Zeppelin" in [each["text"] for each in suggested])
            everything = (await search(client, "airship", type="all"))["data"]
            results.add(any(hit["type"] == "project" and hit["project"]["slug"] == "zeppelin" for hit in everything))
        assert len(results) == 1, results
        return results.pop()

    assert not await seen()
    (await ada.post(f"{project}/publish")).expect(200)
    assert await seen()
    for visibility in ("unlisted", "private"):
        (await ada.edit(project, visibility=visibility)).expect(200)
        assert not await seen(), visibility
        (await ada.edit(project, visibility="public")).expect(200)
        assert await seen(), visibility
    (await ada.post(f"{project}/archive")).expect(200)
    assert not await seen()
    (await ada.post(f"{project}/unarchive")).expect(200)
    assert await seen()
    (await ada.delete(project)).expect(204)
    assert not await seen()
    (await ada.post(f"{project}/restore")).expect(200)
    assert await seen()
    (await root.put(f"/admin{project}/removal", {"reason": "spam"})).expect(204)
    assert not await seen()
    (await root.delete(f"/admin{project}/removal")).expect(204)
    assert await seen()
    (await ada.delete_me()).expect(204)
    # A deleted maker searches as a visitor.
    ada.access_token = ""
    assert not await seen()


async def test_changes_are_searchable_at_once(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published("Reading coach", tagline="Along", body="banana")
    (await ada.edit(project, title="Writing coach", tags=["mango"])).expect(200)
    assert await found(visitor, "reading") == []
    assert await found(visitor, "writing mango banana") == ["reading-coach"]
    (await ada.edit(project, body="papaya")).expect(200)
    assert await found(visitor, "banana") == []
    assert await found(visitor, "writing mango papaya") == ["reading-coach"]

    workflow = await flow(ada, project, "Lesson", "Ask for an apricot.")
    assert await found(visitor, "apricot papaya") == ["reading-coach"]
    (await ada.patch(workflow, {"title": "Cherry"}, headers={"If-Match": "*"})).expect(200)
    assert await found(visitor, "cherry") == ["reading-coach"]
    assert await found(visitor, "cherry apricot", "workflows") == ["lesson"]
    # Only editors see a draft.
    (
        await ada.save_draft(workflow, {"variables": [], "steps": [{"key": "a", "title": "A", "template": "Quince."}]})
    ).expect(200)
    assert await found(visitor, "quince") == []
    assert await found(visitor, "quince", "workflows") == []
    (await ada.save_version(workflow)).expect(201)
    assert await found(visitor, "quince") == ["reading-coach"]
    assert await found(visitor, "quince", "workflows") == ["lesson"]
    assert await found(visitor, "apricot", "workflows") == []
    (await ada.delete(workflow)).expect(204)
    assert await found(visitor, "quince") == []
    assert await found(visitor, "quince", "workflows") == []
    assert await found(visitor, "papaya") == ["reading-coach"]


async def test_a_transferred_project_is_found_with_its_new_owner(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    project = await ada.published("Reading coach")
    (await ada.post(f"{project}/invitations", {"handle": "bob", "role": "editor"})).expect(201)
    waiting = (await bob.get("/me/invitations")).expect(200).json["data"]
    (await bob.post(f"/invitations/{waiting[0]['token']}/accept")).expect(200)
    (await ada.post(f"{project}/transfer", {"handle": "bob"})).expect(200)
    (hit,) = (await search(visitor, "reading"))["data"]
    assert hit["project"]["handle"] == "bob"
    (await ada.delete_me()).expect(204)
    assert await found(visitor, "reading") == ["reading-coach"]


async def test_makers_are_found_by_their_current_name(ada: ApiClient, root: ApiClient, visitor: ApiClient) -> None:
    assert await found(visitor, "ada", "makers") == ["ada", "root-ada"]
    (await ada.update_me(display_name="Augusta King")).expect(200)
    assert await found(visitor, "king", "makers") == ["ada"]
    (await ada.update_me(handle="countess")).expect(200)
    assert await found(visitor, "ada", "makers") == ["root-ada"]
    assert await found(visitor, "countess", "makers") == ["countess"]
    (await root.put("/admin/makers/countess/suspension", {"reason": "spam"})).expect(204)
    assert await found(visitor, "king", "makers") == []
    (await root.delete("/admin/makers/countess/suspension")).expect(204)
    assert await found(visitor, "king", "makers") == ["countess"]
    (await ada.login()).expect(200)
    (await ada.delete_me()).expect(204)
    assert await found(visitor, "king", "makers") == []
    assert await found(visitor, "countess", "makers") == []


async def test_concurrent_changes_are_all_searchable(ada: ApiClient, visitor: ApiClient) -> None:
    """Each change rewrites the project's search document, so the last one must read the others."""
    project = await ada.published("Reading coach")
    flows = [await flow(ada, project, f"Flow {name}", "Nothing.") for name in ("one", "two", "three", "four")]
    for turn in range(3):
        saved = await asyncio.gather(
            *(
                ada.save_version(
                    path, {"variables": [], "steps": [{"key": "a", "title": "A", "template": f"w{turn}x{at}"}]}
                )
                for at, path in enumerate(flows)
            ),
            ada.edit(project, body=f"body{turn}"),
        )
        assert {reply.status for reply in saved} == {200, 201}
        words = " ".join(f"w{turn}x{at}" for at in range(len(flows)))
        assert await found(visitor, f"{words} body{turn}") == ["reading-coach"]
    published, saved_version = await ada.draft("Zeppelin"), "airship"
    path = await flow(ada, published, "Fly", "Nothing.")
    await asyncio.gather(
        ada.post(f"{published}/publish"),
        ada.save_version(path, {"variables": [], "steps": [{"key": "a", "title": "A", "template": saved_version}]}),
    )
    assert await found(visitor, "airship") == ["zeppelin"]
    assert await found(visitor, "airship", "workflows") == ["fly"]


async def test_starred_projects_rank_first(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    older = await ada.published("Coach one")
    await ada.published("Coach two")
    assert await found(visitor, "coach") == ["coach-two", "coach-one"]
    for client in (ada, bob):
        (await client.put(f"{older}/star")).expect(204)
    assert await found(visitor, "coach") == ["coach-one", "coach-two"]


async def test_very_long_texts_are_searchable(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    """Text beyond the limit of a tsvector is cut, not rejected."""
    body = " ".join(f"{number:x}z" for number in range(9_000))[:50_000]
    project = await ada.published("Long", body=body)
    assert await found(visitor, "1fffz") == ["long"]
    template = "".join(chr(0x20000 + number) + " " for number in range(9_000))
    everything = [
        {"key": f"s{at}", "title": "S", "template": template.replace(" ", chr(0x4E00 + at) + " ")[:19_000]}
        for at in range(10)
    ]
    path = await ada.workflow(project)
    (await ada.save_version(path, {"variables": [], "steps": everything})).expect(201)
    assert await found(visitor, "long") == ["long"]
    assert await found(visitor, chr(0x20000) + chr(0x4E00)) == ["long"]
    (await ada.edit(project, body="word" * 12_000)).expect(200)
    assert await found(visitor, "long") == ["long"]
