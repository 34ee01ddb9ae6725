"""Test Atom feeds as a feed reader parses them."""

from xml.etree.ElementTree import Element, fromstring

from tests.api import ApiClient, Reply

_ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(reply: Reply) -> Element:
    assert reply.expect(200).headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = fromstring(reply.body)  # noqa: S314 - the service's own XML
    # RFC 4287 §4.1.1 requires these elements.
    for name in ("id", "title", "updated"):
        assert feed.findtext(_ATOM + name)
    for entry in feed.iter(f"{_ATOM}entry"):
        for name in ("id", "title", "updated", "author"):
            assert entry.find(_ATOM + name) is not None
    return feed


def _titles(feed: Element) -> list[str | None]:
    return [entry.findtext(f"{_ATOM}title") for entry in feed.iter(f"{_ATOM}entry")]


async def test_feeds_of_all_projects_of_a_tag_and_of_a_maker(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    await ada.published("One <b>&", slug="one", tags=["speech"])
    await bob.published("Two", slug="two")
    await bob.published("Hidden", slug="hidden", visibility="private", tags=["speech"])
    newest = _feed(await visitor.get("/projects/feed.atom"))
    assert _titles(newest) == ["Two", "One <b>&"]
    (link,) = newest.findall(f"{_ATOM}link[@rel='self']")
    assert link.attrib["href"].endswith("/api/v1/projects/feed.atom")
    entry = newest.findall(f"{_ATOM}entry")[1]
    assert entry.findtext(f"{_ATOM}summary") == "Reads along"
    assert entry.find(f"{_ATOM}category[@term='speech']") is not None
    assert _titles(_feed(await visitor.get("/tags/speech/feed.atom"))) == ["One <b>&"]
    assert _titles(_feed(await visitor.get("/makers/bob/feed.atom"))) == ["Two"]
    for path in ("/tags/nothing/feed.atom", "/makers/nobody/feed.atom", "/projects/bob/hidden/feed.atom"):
        (await visitor.get(path)).expect(404)
    (await bob.get("/projects/bob/hidden/feed.atom")).expect(404)


async def test_feed_of_a_projects_versions(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published("One", slug="one")
    assert _titles(_feed(await visitor.get(f"{project}/feed.atom"))) == []
    workflow = await ada.workflow(project)
    for number in (1, 2):
        content = {
            "variables": [],
            "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": f"Say {number}."}],
        }
        (await ada.save_version(workflow, content, changelog="Why")).expect(201)
    assert _titles(_feed(await visitor.get(f"{project}/feed.atom"))) == ["Lesson, version 2", "Lesson, version 1"]
    (await ada.edit(project, slug="uno")).expect(200)
    moved = (await visitor.get(f"{project}/feed.atom")).expect(308, "moved")
    assert moved.headers["Location"] == "/api/v1/projects/ada/uno/feed.atom"


async def test_an_unchanged_feed_gets_304(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("One")
    tag = (await visitor.get("/projects/feed.atom")).headers["ETag"]
    assert (await visitor.get("/projects/feed.atom", headers={"If-None-Match": tag})).status == 304
    await ada.published("Two")
    changed = await ada.get("/projects/feed.atom", headers={"If-None-Match": tag})
    assert _titles(_feed(changed)) == ["Two", "One"]
