"""Test that the sitemap lists exactly the public pages, in files of limited size."""

import gzip
import re
from typing import Any

import pytest

from service.features.community.sitemap import jobs
from service.features.community.sitemap.jobs import build
from tests.api import ApiClient, RunningService
from tests.versions.fixtures import CONTENT


async def files(visitor: ApiClient) -> dict[str, list[str]]:
    """Return the addresses in each file."""
    found = {}
    for file in (await visitor.get("/sitemap")).expect(200).json["data"]:
        reply = (await visitor.get(f"/sitemap/{file['name']}")).expect(200)
        assert reply.headers["Content-Type"] == "application/gzip"
        xml = gzip.decompress(reply.body).decode()
        assert xml.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns=')
        found[file["name"]] = re.findall(r"<loc>http://[^/]+(/[^<]+)</loc>", xml)
        assert len(found[file["name"]]) == file["urls"]
    return found


async def addresses(visitor: ApiClient, kind: str) -> set[str]:
    listed = [path for name, paths in (await files(visitor)).items() if name.startswith(f"{kind}-") for path in paths]
    assert len(listed) == len(set(listed)), "an address occurs twice"
    return set(listed)


async def test_the_sitemap_lists_exactly_the_public_pages(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient
) -> None:
    shown = await ada.published("Shown", tags=["reading"])
    (await ada.save_version(await ada.workflow(shown, "Lesson"), CONTENT)).expect(201)
    await ada.workflow(shown, "Without a version")
    archived = await ada.published("Archived")
    (await ada.post(f"{archived}/archive")).expect(200)
    await ada.draft("Draft")
    for visibility in ("unlisted", "private"):
        path = await ada.published(visibility.title(), visibility=visibility)
        (await ada.save_version(await ada.workflow(path, "Lesson"), CONTENT)).expect(201)
        (await ada.post("/collections", {"title": visibility, "visibility": visibility})).expect(201)
    (await ada.delete(await ada.published("Deleted"))).expect(204)
    removed = await bob.published("Removed")
    (await root.put(f"/admin{removed}/removal", {"reason": "spam"})).expect(204)
    for title in ("Open", "Taken down"):
        (await ada.post("/collections", {"title": title})).expect(201)
    (await root.put("/admin/collections/ada/taken-down/removal", {"reason": "spam"})).expect(204)
    left = await service.maker("left", address="192.0.2.9")
    await left.published("Left")
    (await left.delete_me()).expect(204)

    await build(service.context, {})
    assert await addresses(visitor, "projects") == {"/projects/ada/shown", "/projects/ada/archived"}
    assert await addresses(visitor, "workflows") == {"/projects/ada/shown/workflows/lesson"}
    assert await addresses(visitor, "collections") == {"/collections/ada/open"}
    assert await addresses(visitor, "makers") == {f"/makers/{handle}" for handle in ("ada", "bob", "root-ada")}
    assert await addresses(visitor, "tags") == {"/tags/reading"}
    assert "/tools/whisper" in await addresses(visitor, "tools")


@pytest.mark.parametrize("seconds", [10.0, -1.0])
async def test_the_sitemap_is_split_into_files_by_several_jobs(
    service: RunningService, ada: ApiClient, visitor: ApiClient, monkeypatch: Any, seconds: float
) -> None:
    """Five projects in files of two. With a time limit of zero, each file takes a separate job."""
    paths = [await ada.published(f"P{number}") for number in range(5)]
    monkeypatch.setattr(jobs, "URLS", 2)
    monkeypatch.setattr(jobs, "BUILD_SECONDS", seconds)
    await build(service.context, {})
    await service.deliver()
    found = await files(visitor)
    assert [len(found[f"projects-{number}"]) for number in (1, 2, 3)] == [2, 2, 1]
    assert await addresses(visitor, "projects") == set(paths)
    for path in paths[1:]:
        (await ada.edit(path, visibility="private")).expect(200)
    await build(service.context, {})
    await service.deliver()
    assert await addresses(visitor, "projects") == {paths[0]}
    assert "projects-2" not in await files(visitor)


async def test_unknown_files_are_404(visitor: ApiClient) -> None:
    assert (await visitor.get("/sitemap")).expect(200).json["data"] == []
    (await visitor.get("/sitemap/projects-1")).expect(404)
