"""Test the license of a project: validation, responses, lists and feeds."""

from xml.etree.ElementTree import fromstring

import pytest

from tests.api import ApiClient

_ATOM = "{http://www.w3.org/2005/Atom}"


async def _listed(client: ApiClient, query: str) -> list[str]:
    reply = (await client.get(f"/projects?{query}")).expect(200)
    return [project["slug"] for project in reply.json["data"]]


async def test_a_license_is_stored_with_its_usual_case(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.published(license="cc-by-4.0")
    assert (await visitor.get(path)).json["license"] == "CC-BY-4.0"
    (listed,) = (await visitor.get("/makers/ada/projects")).json["data"]
    assert listed["license"] == "CC-BY-4.0"
    assert (await ada.edit(path, title="Other")).expect(200).json["license"] == "CC-BY-4.0"
    assert (await ada.edit(path, license="mit")).expect(200).json["license"] == "MIT"
    assert (await ada.edit(path, license=None)).expect(200).json["license"] is None


@pytest.mark.parametrize("license_id", ["Mine", "MIT OR Apache-2.0", "(MIT)", "LicenseRef-Mine", " ", "MIT AND", "©"])
async def test_other_texts_are_refused(ada: ApiClient, license_id: str) -> None:
    refused = await ada.create_project(license=license_id)
    assert refused.expect(422).pointers == {"/license": "unknown_license"}
    path = await ada.draft()
    assert (await ada.edit(path, license=license_id)).expect(422).pointers == {"/license": "unknown_license"}


@pytest.mark.parametrize("sort", ["hot", "new", "top"])
async def test_lists_filter_by_license(ada: ApiClient, bob: ApiClient, visitor: ApiClient, sort: str) -> None:
    path = await ada.published("One", slug="one", license="MIT")
    await bob.published("Two", slug="two", license="MIT")
    await bob.published("Three", slug="three", license="Apache-2.0")
    await bob.published("Four", slug="four", license="MIT", visibility="private")
    await ada.published("Five", slug="five")
    assert set(await _listed(visitor, f"sort={sort}&license=MIT")) == {"one", "two"}
    pages = await visitor.pages(f"/projects?sort={sort}&license=MIT", 1)
    assert sorted(project["slug"] for page in pages for project in page) == ["one", "two"]
    assert await _listed(visitor, f"sort={sort}&license=Zlib") == []
    assert len(await _listed(visitor, f"sort={sort}")) == 4
    (await ada.edit(path, license="Zlib")).expect(200)
    assert await _listed(ada, f"sort={sort}&license=Zlib") == ["one"]
    assert await _listed(ada, f"sort={sort}&license=MIT") == ["two"]
    (await ada.edit(path, license=None)).expect(200)
    (await ada.post(f"{path}/archive")).expect(200)
    assert await _listed(ada, f"sort={sort}&license=Zlib") == []


@pytest.mark.parametrize("other", ["tag=speech", "tool=claude"])
async def test_a_license_filter_excludes_tag_and_tool(visitor: ApiClient, other: str) -> None:
    refused = (await visitor.get(f"/projects?license=MIT&{other}")).expect(422)
    assert refused.pointers == {"/license": "not_applicable"}


async def test_a_feed_states_the_license(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.published("One", slug="one", license="MIT")
    await bob.published("Two", slug="two")
    feed = fromstring((await visitor.get("/projects/feed.atom")).expect(200).body)  # noqa: S314 - the service's own XML
    rights = {entry.findtext(f"{_ATOM}title"): entry.findtext(f"{_ATOM}rights") for entry in feed.iter(f"{_ATOM}entry")}
    assert rights == {"One": "MIT", "Two": None}
