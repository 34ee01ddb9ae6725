"""Test the admins' list of makers."""

from tests.api import ApiClient, RunningService


async def handles(root: ApiClient, query: str) -> list[str]:
    return [maker["handle"] for maker in (await root.get(f"/admin/makers{query}")).expect(200).json["data"]]


async def test_makers_are_searched_by_handle_name_and_address(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient
) -> None:
    await service.maker("adam", address="192.0.2.20")
    await ada.published()
    await ada.draft("Another")
    assert await handles(root, "") == ["adam", "root-ada", "bob", "ada"]
    assert await handles(root, "?q=Ada") == ["ada", "adam"]
    assert await handles(root, "?q=ad%25") == []
    assert await handles(root, "?q=BOB@example.org") == ["bob"]
    assert await handles(root, "?q=bo@example.org") == []
    assert await handles(root, "?role=admin") == ["root-ada"]
    (await root.put("/admin/makers/bob/suspension")).expect(204)
    assert await handles(root, "?status=suspended") == ["bob"]
    assert await handles(root, "?q=b&status=active") == []
    (await ada.delete_me()).expect(204)
    (gone,) = await handles(root, "?status=deleted")
    assert gone.startswith("deleted-")
    assert await handles(root, "?q=ada@example.org") == []
    listed = {maker["handle"]: maker for maker in (await root.get("/admin/makers")).json["data"]}
    assert (listed["bob"]["projects"], listed[gone]["projects"]) == (0, 2)
    assert "example.org" not in (await root.get("/admin/makers")).body.decode(), "an email address is shown"
    (await bob.get("/admin/makers")).expect(401)


async def test_makers_are_paginated(service: RunningService, root: ApiClient) -> None:
    for number in range(4):
        await service.maker(f"maker-{number}", address=f"198.51.100.{number}")
    for query, first in (("", "maker-3"), ("?q=maker", "maker-0")):
        pages = await root.pages(f"/admin/makers{query}", limit=2)
        found = [maker["handle"] for page in pages for maker in page if maker["handle"] != "root-ada"]
        assert found[0] == first
        assert sorted(found) == [f"maker-{number}" for number in range(4)]
