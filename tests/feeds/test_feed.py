"""Test the following feed: news of followed makers, projects, tags and tools."""

from typing import Any

from tests.api import ApiClient

_CONTENT = {
    "variables": [],
    "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": "Say hello.", "tool": "whisper"}],
}


async def _feed(client: ApiClient, limit: int = 100) -> list[dict[str, Any]]:
    pages = await client.pages("/feed", limit=limit)
    return [item for page in pages for item in page]


def _summaries(items: list[dict[str, Any]]) -> list[tuple[str, str, str, str]]:
    return [(item["kind"], item["project"]["slug"], item["because"]["kind"], item["because"]["name"]) for item in items]


async def _with_tool(client: ApiClient, project: str) -> str:
    workflow = await client.workflow(project)
    (await client.save_version(workflow, _CONTENT)).expect(201)
    return workflow


async def test_new_projects_of_makers_tags_and_tools(ada: ApiClient, bob: ApiClient) -> None:
    await bob.published("Old", slug="old")
    (await ada.put("/me/follows/maker/bob")).expect(204)
    await bob.published("By a maker", slug="maker")
    assert _summaries(await _feed(ada)) == [("project", "maker", "maker", "bob"), ("project", "old", "maker", "bob")]
    (await ada.delete("/me/follows/maker/bob")).expect(204)
    assert await _feed(ada) == []

    await bob.published("Tagged", slug="tagged", tags=["speech"])
    (await ada.put("/me/follows/tag/speech")).expect(204)
    (await ada.put("/me/follows/tool/whisper")).expect(204)
    await _with_tool(bob, await bob.published("Tooled", slug="tooled"))
    assert _summaries(await _feed(ada)) == [
        ("project", "tooled", "tool", "whisper"),
        ("project", "tagged", "tag", "speech"),
    ]
    # An item with several reasons appears once; own projects do not appear.
    (await ada.put("/me/follows/maker/bob")).expect(204)
    await ada.published("Mine", slug="mine", tags=["speech"])
    assert _summaries(await _feed(ada)) == [
        ("project", "tooled", "maker", "bob"),
        ("project", "tagged", "maker", "bob"),
        ("project", "maker", "maker", "bob"),
        ("project", "old", "maker", "bob"),
    ]
    assert await _feed(bob) == []


async def test_new_versions_and_remixes_of_projects(ada: ApiClient, bob: ApiClient) -> None:
    project = await bob.published("One", slug="one")
    workflow = await _with_tool(bob, project)
    (await ada.put("/me/follows/project/bob/one")).expect(204)
    (await bob.save_version(workflow, _CONTENT | {"steps": []} | _CONTENT, changelog="Same")).expect(200)
    other = {"variables": [], "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": "Say bye."}]}
    (await bob.save_version(workflow, other, changelog="Shorter")).expect(201)
    mine = await ada.published("Mine", slug="mine")
    theirs = await bob.published("Two", slug="two")
    for client, target in ((ada, "mine"), (bob, "two")):
        (await client.post(f"{workflow}/fork", {"project": target})).expect(201)
    assert (mine, theirs) == ("/projects/ada/mine", "/projects/bob/two")
    items = await _feed(ada)
    assert _summaries(items) == [
        ("remix", "two", "project", "bob/one"),
        ("version", "one", "project", "bob/one"),
        ("version", "one", "project", "bob/one"),
    ]
    assert items[1]["workflow"] == {"slug": "lesson", "title": "Lesson", "version": 2, "changelog": "Shorter"}
    # A hidden project disappears from the feed.
    (await bob.edit("/projects/bob/two", visibility="private")).expect(200)
    assert [item["kind"] for item in await _feed(ada)] == ["version", "version"]
    (await bob.edit("/projects/bob/one", visibility="unlisted")).expect(200)
    assert await _feed(ada) == []


async def test_pages_contain_each_item_once(ada: ApiClient, bob: ApiClient) -> None:
    (await ada.put("/me/follows/maker/bob")).expect(204)
    await bob.published("Seed", slug="seed", tags=["speech", "audio"])
    for follow in ("tag/speech", "tag/audio", "project/bob/seed"):
        (await ada.put(f"/me/follows/{follow}")).expect(204)
    workflow = await bob.workflow("/projects/bob/seed")
    for number in range(7):
        await bob.published(f"P{number}", slug=f"p{number}", tags=["speech", "audio"])
        content = {
            "variables": [],
            "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": f"Say {number}."}],
        }
        (await bob.save_version(workflow, content)).expect(201)
    whole = await _feed(ada)
    assert len(whole) == 15
    assert await _feed(ada, limit=2) == whole
    assert [item["at"] for item in whole] == sorted((item["at"] for item in whole), reverse=True)


async def test_each_maker_has_their_own_feed(ada: ApiClient, bob: ApiClient) -> None:
    (await ada.put("/me/follows/maker/bob")).expect(204)
    for number in range(3):
        await bob.published(f"P{number}")
    cursor = (await ada.get("/feed?limit=1")).json["next_cursor"]
    (await bob.get(f"/feed?limit=1&cursor={cursor}")).expect(400, "invalid_cursor")
    (await ada.get("/feed", token="")).expect(401)


async def test_own_projects_do_not_hide_projects_of_others(ada: ApiClient, bob: ApiClient) -> None:
    await bob.published("Tagged", slug="tagged", tags=["speech"])
    await _with_tool(bob, await bob.published("Tooled", slug="tooled"))
    for number in range(2):  # fills the page that the statement reads
        await _with_tool(ada, await ada.published("Mine", slug=f"mine-{number}", tags=["speech"]))
    (await ada.put("/me/follows/tag/speech")).expect(204)
    assert [item["project"]["slug"] for item in await _feed(ada, limit=1)] == ["tagged"]
    (await ada.put("/me/follows/tool/whisper")).expect(204)
    assert [item["project"]["slug"] for item in await _feed(ada, limit=1)] == ["tooled", "tagged"]
