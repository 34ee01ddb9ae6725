"""Follows: of makers, projects, tags and tools; and who sees them."""

from datetime import timedelta

import pytest

from tests.api import ApiClient, RunningService
from tests.discovery.crowd import books, crowd


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
    await books(service)


async def test_nobody_follows_themselves(service: RunningService, ada: ApiClient) -> None:
    (await ada.put("/me/follows/maker/ada")).expect(422, "invalid_input")
    assert (await ada.get("/makers/ada")).json["following"] == 0


async def test_what_is_not_there_cannot_be_followed(ada: ApiClient, bob: ApiClient) -> None:
    (await ada.draft("Secret", tags=["hidden"]))
    for place in ("maker/nobody", "tag/hidden", "tag/none", "tool/none", "project/ada/secret", "project/ada/none"):
        (await bob.put(f"/me/follows/{place}")).expect(404, "not_found")
    (await ada.put("/me/follows/project/ada/secret")).expect(204)
    (await bob.put("/me/follows/color/blue")).expect(404)


async def test_what_moved_is_followed_where_it_is(ada: ApiClient, bob: ApiClient) -> None:
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
async def test_my_follows_of_each_kind_the_latest_first(
    service: RunningService, ada: ApiClient, bob: ApiClient, kind: str
) -> None:
    await crowd(service, 3)
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
    await books(service)


async def test_a_followed_project_that_is_hidden_is_not_shown(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    (await bob.put("/me/follows/project/ada/reading-coach")).expect(204)
    (await ada.edit(path, visibility="private")).expect(200)
    assert (await bob.get("/me/follows?kind=project")).json["data"] == []
    (await ada.edit(path, visibility="public")).expect(200)
    assert len((await bob.get("/me/follows?kind=project")).json["data"]) == 1


async def test_a_tag_that_nothing_has_any_more_can_be_let_go(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published(tags=["speech"])
    (await bob.put("/me/follows/tag/Speech")).expect(204)
    (await ada.edit(path, tags=[])).expect(200)
    (await bob.get("/me/follows?kind=tag")).expect(200)
    (await bob.delete("/me/follows/tag/speech")).expect(204)
    assert (await bob.get("/me/follows?kind=tag")).json["data"] == []


async def test_who_is_followed_hears_of_it(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await ada.published()
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (await bob.put("/me/follows/project/ada/reading-coach")).expect(204)
    await service.deliver()
    heard = (await ada.get("/notifications")).json["data"]
    assert [told["kind"] for told in heard] == ["follow", "follow"]
    assert {(told["subject"] or {}).get("project") is None for told in heard} == {True, False}
