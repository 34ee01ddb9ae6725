"""Test public profiles."""

import asyncio

from tests.api import RunningService


async def test_a_profile_shows_public_fields(service: RunningService) -> None:
    ada = await service.maker("ada")
    links = [{"label": "Home", "url": "https://example.org/~ada"}]
    (await ada.update_me(display_name="Ada", bio="Numbers", links=links)).expect(200)
    shown = (await service.client().get("/makers/ADA")).expect(200)
    profile = shown.json
    assert profile.pop("joined_at").endswith("Z")
    assert profile == {
        "handle": "ada",
        "display_name": "Ada",
        "bio": "Numbers",
        "links": links,
        "avatar_url": None,
        "followers": 0,
        "following": 0,
    }
    assert (await ada.get("/makers/ada")).json["handle"] == "ada"


async def test_an_unchanged_profile_gets_304(service: RunningService) -> None:
    ada = await service.maker("ada")
    tag = (await service.client().get("/makers/ada")).headers["ETag"]
    known = {"If-None-Match": tag}
    assert (await service.client().get("/makers/ada", headers=known)).expect(304).body == b""
    (await ada.update_me(bio="Numbers")).expect(200)
    (await service.client().get("/makers/ada", headers=known)).expect(200)


async def test_an_unknown_maker_is_404(service: RunningService) -> None:
    for handle in ("nobody", "a", "x" * 100, "ad%61", "%C3%A9"):
        (await service.client().get(f"/makers/{handle}")).expect(404, "not_found")


async def test_concurrent_reads_return_the_requested_profiles(service: RunningService) -> None:
    await service.maker("ada")
    await service.maker("grace")
    handles = ["ada", "grace", "nobody"] * 20
    replies = await asyncio.gather(*(service.client().get(f"/makers/{handle}") for handle in handles))
    for handle, reply in zip(handles, replies, strict=True):
        if handle == "nobody":
            reply.expect(404)
        else:
            assert reply.expect(200).json["handle"] == handle


async def test_former_handles_redirect_to_the_current_one(service: RunningService) -> None:
    ada = await service.maker("ada")
    for handle in ("ada2", "ada3"):
        (await ada.update_me(handle=handle)).expect(200)
    for old in ("ada", "ada2"):
        moved = (await service.client().get(f"/makers/{old}")).expect(308)
        assert moved.headers["Location"] == "/api/v1/makers/ada3"


async def test_a_redirected_list_keeps_its_cursor(service: RunningService) -> None:
    ada = await service.maker("ada")
    for number in range(3):
        await ada.published(f"Project {number}")
    first = (await ada.get("/makers/ada/projects?limit=2")).expect(200).json
    (await ada.update_me(handle="ada2")).expect(200)
    query = f"limit=1&cursor={first['next_cursor']}"
    moved = (await service.client().get(f"/makers/ada/projects?{query}")).expect(308)
    assert moved.headers["Location"] == f"/api/v1/makers/ada2/projects?{query}"
    (last,) = (await service.client().get(moved.headers["Location"].removeprefix("/api/v1"))).expect(200).json["data"]
    assert last["slug"] == "project-0"
    bare = (await service.client().get("/makers/ada/projects")).expect(308)
    assert bare.headers["Location"] == "/api/v1/makers/ada2/projects"
