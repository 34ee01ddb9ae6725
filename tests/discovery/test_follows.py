"""Test follows of makers, projects, tags and tools, and who sees them."""

from datetime import timedelta

import pytest

from tests.api import ApiClient, RunningService
from tests.discovery.fixtures import add_makers, assert_counters


def _handles(reply: object) -> list[str]:
    return [maker["handle"] for maker in reply.json["data"]]  # type: ignore[attr-defined]


async def test_makers_follow_each_other(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    for _ in range(2):
        (await bob.put("/me/follows/maker/ADA")).expect(204)
    profile = (await visitor.get("/makers/ada")).json
    assert (profile["followers"], profile["following"]) == (1, 0)
    profile = (await visitor.get("/makers/bob")).json
    assert (profile["followers"], profile["following"]) == (0, 1)
    assert _handles(await visitor.get("/makers/ada/followers")) == ["bob"]
    assert _handles(await visitor.get("/makers/bob/following")) == ["ada"]
    assert _handles(await visitor.get("/makers/bob/followers")) == []
    (await ada.put("/me/follows/maker/bob")).expect(204)
    for _ in range(2):
        (await bob.delete("/me/follows/maker/ada")).expect(204)
    assert (await bob.get("/makers/ada")).json["followers"] == 0
    assert _handles(await bob.get("/makers/bob/followers")) == ["ada"]
    await assert_counters(service)


async def test_makers_cannot_follow_themselves(service: RunningService, ada: ApiClient) -> None:
    (await ada.put("/me/follows/maker/ada")).expect(422, "invalid_input")
    assert (await ada.get("/makers/ada")).json["following"] == 0


async def test_following_something_unknown_is_404(ada: ApiClient, bob: ApiClient) -> None:
    (await ada.draft("Secret", tags=["hidden"]))
    for place in ("maker/nobody", "tag/hidden", "tag/none", "tool/none", "project/ada/secret", "project/ada/none"):
        (await bob.put(f"/me/follows/{place}")).expect(404, "not_found")
    (await ada.put("/me/follows/project/ada/secret")).expect(204)
    (await bob.put("/me/follows/color/blue")).expect(404)


async def test_following_a_former_path_redirects(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    (await ada.edit(path, slug="coach")).expect(200)
    moved = (await bob.put("/me/follows/project/ada/reading-coach")).expect(308)
    assert moved.headers["Location"] == "/api/v1/me/follows/project/ada/coach"
    (await ada.update_me(handle="lovelace")).expect(200)
    moved = (await bob.put("/me/follows/maker/ada")).expect(308)
    assert moved.headers["Location"] == "/api/v1/me/follows/maker/lovelace"
    moved = (await bob.get("/makers/ada/followers?limit=5")).expect(308)
    assert moved.headers["Location"] == "/api/v1/makers/lovelace/followers?limit=5"


@pytest.mark.parametrize("kind", ["maker", "project", "tag", "tool"])
async def test_my_follows_list_each_kind_newest_first(
    service: RunningService, ada: ApiClient, bob: ApiClient, kind: str
) -> None:
    await add_makers(service, 3)
    for title in ("One", "Two", "Three"):
        await ada.published(title, tags=[title.lower()])
    places = {
        "maker": ["fan-0", "fan-1", "fan-2"],
        "project": ["ada/one", "ada/two", "ada/three"],
        "tag": ["one", "two", "three"],
        "tool": ["claude", "ollama", "whisper"],
    }
    for place in places[kind]:
        (await bob.put(f"/me/follows/{kind}/{place}")).expect(204)
        service.clock.move(timedelta(seconds=1))
    pages = await bob.pages(f"/me/follows?kind={kind}", limit=2)
    assert [len(page) for page in pages] == [2, 1]
    found = [follow for page in pages for follow in page]
    named = ["/".join(part for part in (follow["handle"], follow["slug"]) if part) for follow in found]
    assert named == places[kind][::-1]
    assert {follow["kind"] for follow in found} == {kind}
    assert (await ada.get(f"/me/follows?kind={kind}")).json["data"] == []
    (await bob.delete(f"/me/follows/{kind}/{places[kind][0]}")).expect(204)
    (await bob.delete(f"/me/follows/{kind}/{places[kind][0]}")).expect(204)
    assert len((await bob.get(f"/me/follows?kind={kind}")).json["data"]) == 2
    await assert_counters(service)


async def test_a_hidden_followed_project_is_not_listed(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    (await bob.put("/me/follows/project/ada/reading-coach")).expect(204)
    (await ada.edit(path, visibility="private")).expect(200)
    assert (await bob.get("/me/follows?kind=project")).json["data"] == []
    (await ada.edit(path, visibility="public")).expect(200)
    assert len((await bob.get("/me/follows?kind=project")).json["data"]) == 1


async def test_an_unused_tag_can_be_unfollowed(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published(tags=["speech"])
    (await bob.put("/me/follows/tag/Speech")).expect(204)
    (await ada.edit(path, tags=[])).expect(200)
    (await bob.get("/me/follows?kind=tag")).expect(200)
    (await bob.delete("/me/follows/tag/speech")).expect(204)
    assert (await bob.get("/me/follows?kind=tag")).json["data"] == []


async def test_followed_makers_and_owners_are_notified(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await ada.published()
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (await bob.put("/me/follows/project/ada/reading-coach")).expect(204)
    await service.deliver()
    notifications = (await ada.get("/notifications")).json["data"]
    assert [each["kind"] for each in notifications] == ["follow", "follow"]
    assert {(each["subject"] or {}).get("project") is None for each in notifications} == {True, False}
