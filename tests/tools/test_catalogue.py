"""Test the tool catalogue: shipped tools, lists, admins' changes and suggestions."""

import asyncio
import random
from typing import Any, get_args
from urllib.parse import urlsplit

import psycopg
import pytest

from service.features.community.tools.schemas import Kind
from tests.api import ApiClient, RunningService

NEW = {"name": "Tiny Tool", "vendor": "Somebody", "url": "https://example.org/tiny", "kind": "writing"}


async def test_the_catalogue_is_shipped_with_tools_of_every_kind(visitor: ApiClient) -> None:
    (tools,) = await visitor.pages("/tools")
    assert len(tools) >= 60
    assert {tool["kind"] for tool in tools} == set(get_args(Kind.__value__))
    for tool in tools:
        assert urlsplit(tool["url"]).scheme == "https", tool["slug"]
        assert tool["vendor"]
        assert 20 <= len(tool["description"]) <= 120, tool["slug"]
        assert tool["used_by"] == 0
    one = (await visitor.get("/tools/ollama")).expect(200)
    assert one.json == next(tool for tool in tools if tool["slug"] == "ollama")
    assert one.headers["ETag"].startswith('"1-')
    (await visitor.get("/tools/ollama", headers={"If-None-Match": one.headers["ETag"]})).expect(304)
    (await visitor.get("/tools/no-such-tool")).expect(404, "not_found")
    (await visitor.get("/tools/no-such-tool/projects")).expect(404, "not_found")
    (await visitor.get("/tools/no-such-tool/workflows")).expect(404, "not_found")


@pytest.mark.parametrize("query", ["", "kind=local", "sort=use", "kind=image&sort=use"])
async def test_pages_of_any_size_contain_each_tool_once(visitor: ApiClient, query: str) -> None:
    (whole,) = await visitor.pages(f"/tools?{query}")
    if "sort=use" not in query:
        assert [tool["name"].lower() for tool in whole] == sorted(tool["name"].lower() for tool in whole)
    if "kind=" in query:
        (everything,) = await visitor.pages("/tools")
        kind = query.partition("&")[0].removeprefix("kind=")
        assert {tool["slug"] for tool in whole} == {tool["slug"] for tool in everything if tool["kind"] == kind}
    for limit in (1, 3, len(whole)):
        pages = await visitor.pages(f"/tools?{query}", limit)
        assert [tool for page in pages for tool in page] == whole


async def test_a_cursor_is_valid_for_its_list_only(visitor: ApiClient) -> None:
    cursor = (await visitor.get("/tools?limit=1")).json["next_cursor"]
    (await visitor.get(f"/tools?cursor={cursor}")).expect(200)
    (await visitor.get(f"/tools?sort=use&cursor={cursor}")).expect(400, "invalid_cursor")
    (await visitor.get(f"/tools?kind=chat&cursor={cursor}")).expect(400, "invalid_cursor")
    (await visitor.get("/tools?kind=hammer")).expect(422)
    (await visitor.get("/tools?sort=age")).expect(422)


async def test_admins_add_and_change_tools(root: ApiClient, visitor: ApiClient) -> None:
    made = (await root.post("/tools", NEW)).expect(201)
    assert made.headers["Location"] == "/api/v1/tools/tiny-tool"
    assert (made.json["description"], made.json["used_by"], made.json["version"]) == ("", 0, 1)
    assert (await visitor.get("/tools/tiny-tool")).json == made.json

    # Slugs are permanent, so none is generated for a name without Latin letters.
    (refused,) = (await root.post("/tools", {**NEW, "name": "文心一言"})).expect(422).pointers.items()
    assert refused == ("/slug", "required")
    assert (await root.post("/tools", {**NEW, "name": "文心一言", "slug": "ernie"})).expect(201).json["slug"] == "ernie"

    # Names typed by hand are normalized, and deceptive ones rejected.
    wrong = {**NEW, "name": "\u202eevil", "url": "javascript:alert(1)", "slug": "suggestions"}
    assert (await root.post("/tools", wrong)).expect(422).pointers == {
        "/name": "control_character",
        "/url": "wrong_format",
        "/slug": "reserved",
    }
    (await root.post("/tools", {**NEW, "name": "Another"})).expect(201)
    assert (await root.post("/tools", {**NEW, "name": "tiny tool", "slug": "tiny"})).expect(
        409, "name_taken"
    ).pointers == {"/name": "name_taken"}
    (await root.post("/tools", {**NEW, "name": "Other", "slug": "tiny-tool"})).expect(409, "slug_taken")

    tag = made.headers["ETag"]
    (await root.patch("/tools/tiny-tool", {"vendor": "X"})).expect(428)
    changed = (await root.patch("/tools/tiny-tool", {"vendor": " New  owner "}, headers={"If-Match": tag})).expect(200)
    assert changed.json == {
        **made.json,
        "vendor": "New owner",
        "version": 2,
        "updated_at": changed.json["updated_at"],
    }
    (await root.patch("/tools/tiny-tool", {"vendor": "X"}, headers={"If-Match": tag})).expect(412, "stale")
    (await root.patch("/tools/tiny-tool", {"slug": "x"}, headers={"If-Match": "*"})).expect(422)
    (await root.patch("/tools/tiny-tool", {"name": "Another"}, headers={"If-Match": "*"})).expect(409, "name_taken")
    (await root.patch("/tools/none", {"name": "Another"}, headers={"If-Match": "*"})).expect(404)
    # An edit without changes keeps the version.
    same = (await root.patch("/tools/tiny-tool", {"vendor": "New owner"}, headers={"If-Match": "*"})).expect(200)
    assert same.json == changed.json


async def test_only_admins_change_tools(ada: ApiClient, visitor: ApiClient) -> None:
    for client, status in ((ada, 403), (visitor, 401)):
        (await client.post("/tools", NEW)).expect(status)
        (await client.patch("/tools/ollama", {"name": "X"}, headers={"If-Match": "*"})).expect(status)
        (await client.get("/tools/suggestions")).expect(status)
    assert (await visitor.get("/tools/ollama")).json["name"] == "Ollama"


async def test_a_repeat_with_an_idempotency_key_creates_one_tool(root: ApiClient) -> None:
    headers = {"Idempotency-Key": "one"}
    first = (await root.post("/tools", NEW, headers=headers)).expect(201)
    again = (await root.post("/tools", NEW, headers=headers)).expect(201)
    assert again.body == first.body
    (await root.post("/tools", {**NEW, "name": "Other"}, headers=headers)).expect(422)


async def test_one_of_two_concurrent_edits_is_rejected(root: ApiClient) -> None:
    tag = (await root.post("/tools", NEW)).headers["ETag"]
    edits = [root.patch("/tools/tiny-tool", {"vendor": f"V{n}"}, headers={"If-Match": tag}) for n in range(8)]
    assert sorted(reply.status for reply in await asyncio.gather(*edits)) == [200] + [412] * 7


# Suggestions


def suggestion(name: str = "Missing Tool", **more: Any) -> dict[str, Any]:
    return {"name": name, "url": "https://example.org/missing", "kind": "audio", "note": "I miss it.", **more}


async def test_a_suggestion_becomes_a_tool(ada: ApiClient, bob: ApiClient, root: ApiClient) -> None:
    made = (await ada.post("/tools/suggestions", suggestion())).expect(201).json
    assert (made["maker"], made["status"], made["tool"], made["decided_at"]) == ("ada", "pending", None, None)
    # One open suggestion per URL and maker.
    twice = (await ada.post("/tools/suggestions", suggestion("Other name"))).expect(409, "suggested_already")
    assert twice.pointers == {"/url": "suggested_already"}
    (await ada.post("/tools/suggestions", suggestion(url="https://example.org/else"))).expect(201)
    bobs = (await bob.post("/tools/suggestions", suggestion())).expect(201).json

    (waiting,) = await root.pages("/tools/suggestions")
    assert [(s["maker"], s["url"]) for s in waiting] == [
        ("ada", "https://example.org/missing"),
        ("ada", "https://example.org/else"),
        ("bob", "https://example.org/missing"),
    ]
    assert [s for page in await root.pages("/tools/suggestions", 1) for s in page] == waiting

    path = f"/tools/suggestions/{made['suggestion_id']}"
    for client in (ada, bob):
        (await client.post(f"{path}/accept", {"vendor": "V"})).expect(403)
        (await client.post(f"{path}/decline", {})).expect(403)
    tool = (await root.post(f"{path}/accept", {"vendor": "V", "description": "Does it."})).expect(201)
    assert tool.headers["Location"] == "/api/v1/tools/missing-tool"
    assert (tool.json["url"], tool.json["kind"]) == ("https://example.org/missing", "audio")
    assert (await ada.get("/tools/missing-tool")).expect(200).json == tool.json
    (await root.post(f"{path}/accept", {"vendor": "V"})).expect(409, "decided")
    (await root.post(f"{path}/decline", {})).expect(409, "decided")

    theirs = f"/tools/suggestions/{bobs['suggestion_id']}"
    # The name is in use by now, and the rejection changes nothing.
    (await root.post(f"{theirs}/accept", {"vendor": "V", "slug": "x"})).expect(409, "name_taken")
    declined = (await root.post(f"{theirs}/decline", {"reason": " It is there. "})).expect(200).json
    assert (declined["status"], declined["reason"], declined["tool"]) == ("declined", "It is there.", None)
    assert declined["decided_at"] is not None
    # After the decision, the tool can be suggested again.
    (await bob.post("/tools/suggestions", suggestion())).expect(201)

    (accepted,) = await root.pages("/tools/suggestions?status=accepted")
    assert [(s["suggestion_id"], s["tool"]) for s in accepted] == [(made["suggestion_id"], "missing-tool")]
    (refused,) = await root.pages("/tools/suggestions?status=declined")
    assert [s["suggestion_id"] for s in refused] == [bobs["suggestion_id"]]
    nowhere = "/tools/suggestions/00000000-0000-7000-8000-000000000000"
    (await root.post(f"{nowhere}/accept", {"vendor": "V"})).expect(404)
    (await root.post(f"{nowhere}/decline", {})).expect(404)


async def test_invalid_suggestions_are_rejected(ada: ApiClient, visitor: ApiClient) -> None:
    (await visitor.post("/tools/suggestions", suggestion())).expect(401)
    wrong = (await ada.post("/tools/suggestions", suggestion("\u200b", url="ftp://example.org"))).expect(422)
    assert wrong.pointers == {"/name": "too_short", "/url": "wrong_format"}
    (await ada.post("/tools/suggestions", suggestion(kind="hammer"))).expect(422)


async def test_the_longest_url_can_be_suggested(ada: ApiClient) -> None:
    """Four-byte characters that do not compress must fit into the index."""
    path = "".join(map(chr, random.Random(1).choices(range(0x20000, 0x2A6D0), k=500)))
    url = f"https://example.org/{path}"
    assert (await ada.post("/tools/suggestions", suggestion(url=url))).expect(422).pointers == {"/url": "too_long"}
    (await ada.post("/tools/suggestions", suggestion(url=url[:500]))).expect(201)


async def test_repeats_with_an_idempotency_key_create_one_suggestion(ada: ApiClient) -> None:
    headers = {"Idempotency-Key": "one"}
    first = (await ada.post("/tools/suggestions", suggestion(), headers=headers)).expect(201)
    assert (await ada.post("/tools/suggestions", suggestion(), headers=headers)).expect(201).body == first.body
    other = suggestion(url="https://example.org/two")
    replies = await asyncio.gather(*(ada.post("/tools/suggestions", other) for _ in range(6)))
    assert sorted(reply.status for reply in replies) == [201] + [409] * 5


async def test_one_of_two_admins_decides_a_suggestion(service: RunningService, ada: ApiClient, root: ApiClient) -> None:
    other = await service.admin("root-bob", address="192.0.2.9")
    made = (await ada.post("/tools/suggestions", suggestion())).expect(201).json
    path = f"/tools/suggestions/{made['suggestion_id']}"
    replies = await asyncio.gather(
        root.post(f"{path}/accept", {"vendor": "V"}),
        other.post(f"{path}/accept", {"vendor": "W"}),
        root.post(f"{path}/decline", {}),
        other.post(f"{path}/decline", {}),
    )
    assert sorted(reply.status for reply in replies)[1:] == [409] * 3


def test_the_shipped_tools_follow_the_rules(database_url: str) -> None:
    """A migration inserts them without the API's validation."""
    from service.features.accounts.identity.domain import name_of, url_of
    from service.features.community.tools.domain import tool_slug_of
    from service.features.projects.projects.domain import line_of

    with psycopg.connect(database_url) as connection:
        rows = connection.execute("select slug, name, vendor, url, description from tool").fetchall()
    for slug, name, vendor, url, description in rows:
        assert tool_slug_of(slug, name) == slug
        assert (name_of(name), name_of(vendor), url_of(url), line_of(description)) == (name, vendor, url, description)
