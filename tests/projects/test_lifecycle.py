"""Test the life of a project: create, publish, archive and delete."""

import asyncio
import math
import re
import time
from typing import Any

import pytest

from service.cache.limits import READ
from tests.api import ApiClient, Reply, RunningService


async def test_a_project_is_created_edited_and_published(ada: ApiClient, visitor: ApiClient) -> None:
    made = (await ada.create_project("  Één   leescoach ")).expect(201)
    path = "/projects/ada/een-leescoach"
    assert made.headers["Location"] == f"/api/v1{path}"
    project = made.json
    assert project == {
        "project_id": project["project_id"],
        "handle": "ada",
        "slug": "een-leescoach",
        "owner": {"handle": "ada", "display_name": "ada", "avatar_url": None},
        "title": "Één leescoach",
        "tagline": "",
        "body": "",
        "links": [],
        "cover_url": None,
        "license": None,
        "tags": [],
        "visibility": "public",
        "status": "draft",
        "version": 1,
        "stars": 0,
        "forks": 0,
        "comments": 0,
        "created_at": project["created_at"],
        "updated_at": project["created_at"],
        "published_at": None,
    }
    assert made.headers["ETag"].startswith('"1-')
    (await visitor.get(path)).expect(404, "not_found")

    bare = (await ada.post(f"{path}/publish")).expect(422, "invalid_input")
    assert bare.pointers == {"/tagline": "required"}

    links = [{"label": "The code", "url": "https://example.org/code"}]
    changes: dict[str, Any] = {"tagline": "Leest mee", "body": "# Hoe\n\nZo.", "links": links}
    changes |= {"cover_url": "https://example.org/cover.jpg"}
    edited = (await ada.edit(path, if_match=made.headers["ETag"], **changes)).expect(200)
    assert edited.json == {**project, **changes, "version": 2, "updated_at": edited.json["updated_at"]}

    published = (await ada.post(f"{path}/publish")).expect(200)
    assert (published.json["status"], published.json["version"]) == ("published", 3)
    assert published.json["published_at"] is not None

    seen = (await visitor.get(path)).expect(200)
    assert seen.json == published.json
    assert seen.headers["ETag"] == published.headers["ETag"]
    (await visitor.get(path, headers={"If-None-Match": seen.headers["ETag"]})).expect(304)
    (await visitor.get("/projects/ADA/een-leescoach")).expect(200)
    (await visitor.get("/projects/ada/Een-Leescoach")).expect(404)


async def test_publishing_and_archiving_twice_changes_nothing(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.published()
    first = (await ada.get(path)).json
    assert (await ada.post(f"{path}/publish")).expect(200).json == first
    assert (await ada.post(f"{path}/unarchive")).expect(200).json == first

    archived = (await ada.post(f"{path}/archive")).expect(200).json
    assert (archived["status"], archived["published_at"]) == ("archived", first["published_at"])
    assert (await ada.post(f"{path}/archive")).expect(200).json == archived
    (await ada.post(f"{path}/publish")).expect(409, "archived")
    (await ada.edit(path, tagline="Other")).expect(409, "archived")
    assert (await visitor.get(path)).expect(200).json == archived
    assert await visitor.pages("/projects") == [[]]

    back = (await ada.post(f"{path}/unarchive")).expect(200).json
    assert (back["status"], back["published_at"]) == ("published", first["published_at"])
    (await ada.edit(path, tagline="Other")).expect(200)
    assert [p["slug"] for p in (await visitor.pages("/projects"))[0]] == ["reading-coach"]


async def test_a_draft_cannot_be_archived(ada: ApiClient) -> None:
    path = await ada.draft()
    (await ada.post(f"{path}/archive")).expect(409, "not_published")
    (await ada.post(f"{path}/unarchive")).expect(409, "not_published")


async def test_a_published_project_keeps_a_tagline_or_text(ada: ApiClient) -> None:
    path = await ada.published()
    assert (await ada.edit(path, tagline=" ")).expect(422).pointers == {"/tagline": "required"}
    (await ada.edit(path, tagline="", body="A text")).expect(200)


async def test_a_removed_project_cannot_be_changed_by_its_owner(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.published()
    await service.context.db.execute("update project set status = 'removed'")
    (await visitor.get(path)).expect(404)
    assert (await ada.get(path)).expect(200).json["status"] == "removed"
    for action in ("publish", "archive", "unarchive"):
        (await ada.post(f"{path}/{action}")).expect(409, "removed")
    (await ada.edit(path, title="Other")).expect(409, "removed")


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, {"/title": "required"}),
        ({"title": ""}, {"/title": "too_short"}),
        ({"title": " \u200b "}, {"/title": "too_short"}),
        ({"title": "x" * 121}, {"/title": "too_long"}),
        ({"title": "two\nlines"}, {"/title": "control_character"}),
        ({"title": "turned\u202e"}, {"/title": "control_character"}),
        ({"title": 7}, {"/title": "wrong_type"}),
        ({"title": "x", "tagline": "x" * 201}, {"/tagline": "too_long"}),
        ({"title": "x", "tagline": None}, {"/tagline": "wrong_type"}),
        ({"title": "x", "body": "x" * 50_001}, {"/body": "too_long"}),
        ({"title": "x", "slug": ""}, {"/slug": "too_short"}),
        ({"title": "x", "slug": "x" * 81}, {"/slug": "too_long"}),
        ({"title": "x", "slug": "Upper"}, {"/slug": "wrong_format"}),
        ({"title": "x", "slug": "a--b"}, {"/slug": "wrong_format"}),
        ({"title": "x", "slug": "a-"}, {"/slug": "wrong_format"}),
        ({"title": "x", "slug": "a\n"}, {"/slug": "wrong_format"}),
        ({"title": "x", "visibility": "secret"}, {"/visibility": "unknown_value"}),
        ({"title": "x", "cover_url": "javascript:alert(1)"}, {"/cover_url": "wrong_format"}),
        ({"title": "x", "cover_url": "ftp://example.org/x"}, {"/cover_url": "wrong_format"}),
        ({"title": "x", "links": [{"label": "x", "url": "https://example.org"}] * 11}, {"/links": "too_many"}),
        (
            {
                "title": "x",
                "links": [{"label": "ok", "url": "https://example.org"}, {"label": " ", "url": "data:text/html,x"}],
            },
            {"/links/1/label": "too_short", "/links/1/url": "wrong_format"},
        ),
        (
            {"title": "x", "status": "published", "owner_id": "x", "version": 9, "stars": 9, "project_id": "x"},
            dict.fromkeys(["/owner_id", "/project_id", "/stars", "/status", "/version"], "unknown_field"),
        ),
    ],
)
async def test_invalid_projects_are_rejected(ada: ApiClient, body: dict[str, Any], pointers: dict[str, str]) -> None:
    assert (await ada.post("/projects", body)).expect(422, "invalid_input").pointers == pointers
    if body.get("title") == "x":
        path = await ada.draft()
        changes = {name: value for name, value in body.items() if name != "title"}
        assert (await ada.edit(path, **changes)).expect(422, "invalid_input").pointers == pointers


async def test_the_largest_valid_project_is_accepted(ada: ApiClient) -> None:
    body = {"title": "t" * 120, "slug": "s" * 80, "tagline": "l" * 200, "body": "🧵" * 50_000}
    # A client that sends ASCII only needs twelve bytes per character.
    data = (
        b'{"title":"%s","slug":"%s","tagline":"%s","body":"' % (b"t" * 120, b"s" * 80, b"l" * 200)
        + rb"\ud83e\uddf5" * 50_000
        + b'"}'
    )
    made = (await ada.post("/projects", data=data)).expect(201)
    assert {name: made.json[name] for name in body} == body
    (await ada.post("/projects", data=data[:-1] + b" " * 100_000 + b"}")).expect(413)


async def test_generated_slugs_are_numbered_and_explicit_ones_conflict(ada: ApiClient, bob: ApiClient) -> None:
    slugs = [(await ada.create_project("Reading coach")).expect(201).json["slug"] for _ in range(3)]
    assert slugs == ["reading-coach", "reading-coach-2", "reading-coach-3"]
    taken = (await ada.create_project("Other", slug="reading-coach")).expect(409, "slug_taken")
    assert taken.pointers == {"/slug": "slug_taken"}
    assert (await bob.create_project("Reading coach")).expect(201).json["slug"] == "reading-coach"
    assert (await ada.create_project("日本語")).expect(201).json["slug"] == "project"


async def test_twenty_concurrent_projects_with_one_title(ada: ApiClient) -> None:
    replies = await asyncio.gather(*(ada.create_project() for _ in range(20)))
    slugs = {reply.expect(201).json["slug"] for reply in replies}
    assert len(slugs) == 20
    assert "reading-coach" in slugs


async def test_twenty_concurrent_projects_with_one_explicit_slug(service: RunningService, ada: ApiClient) -> None:
    replies = await asyncio.gather(*(ada.create_project(slug="coach") for _ in range(20)))
    assert sorted(reply.status for reply in replies) == [201] + [409] * 19
    for table in ("project", "project_member", "project_stats"):
        assert await service.context.db.fetchval(f"select count(*) from {table}") == 1


async def test_a_project_has_exactly_one_owner(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await ada.draft()
    db = service.context.db
    assert await db.fetchval("select role from project_member") == "owner"
    with pytest.raises(Exception, match="project_member_owner_key"):
        await db.execute(
            "insert into project_member select p.project_id, m.maker_id, 'owner', p.created_at"
            " from project p, maker m where m.handle = 'bob'"
        )
    with pytest.raises(Exception, match="project_owner_is_member"):
        await db.execute("delete from project_member")


@pytest.mark.parametrize(("known", "status", "price"), [("", 304, 0), ('"old"', 200, 1), ("*", 304, 1)])
async def test_only_a_304_costs_no_quota(
    service: RunningService, ada: ApiClient, known: str, status: int, price: int
) -> None:
    """Send forty requests each. An outdated ETag gets 200 and `*` counts as no ETag: both use quota."""
    path = await ada.published("Lamp")
    visitor = service.client(address="192.0.2.99")
    first = last = await visitor.get(path)
    began = time.monotonic()
    for _ in range(40):
        last = (await visitor.get(path, headers={"If-None-Match": known or first.headers["ETag"]})).expect(status)
    regained = math.ceil((time.monotonic() - began) * READ.quota / READ.window) + 1
    used = remaining(first) - remaining(last)
    assert 40 * price - regained <= used <= 40 * price


def remaining(reply: Reply) -> int:
    found = re.search(r"r=(\d+)", reply.headers["RateLimit"])
    assert found is not None
    return int(found[1])
