"""Test importing and exporting workflows as files."""

from typing import Any

import orjson
import pytest

from tests.api import ApiClient, RunningService
from tests.remixes.actions import changed, head
from tests.versions.fixtures import CONTENT, numbered

ODD: dict[str, Any] = {
    "variables": [
        {"name": "topic", "type": "choice", "choices": ["tides", "“quotes” \\ and | bars", "ünï\u2028cødé"]},
        {"name": "n", "type": "number", "default": "0.70", "required": False, "description": "two\nlines"},
    ],
    "steps": [
        {
            "key": "a",
            "title": "A",
            "template": "```\n{{topic}} {{n}}\r\n\t\\{{not}} 🌊\n````",
            "parameters": {"temperature": 1.0, "stop": "\n", "top_p": 0.1, "on": True, "big": 9007199254740991},
            "output": "made",
        },
        {"key": "b", "kind": "manual", "title": "B", "template": "{{made}} </script>"},
    ],
}


@pytest.mark.parametrize("content", [CONTENT, ODD])
async def test_an_exported_and_imported_file_is_byte_identical(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient, content: dict[str, Any]
) -> None:
    title = "Über “tides” & <b>co</b>"
    path = await bob.workflow(await bob.published("Lessons"), title, summary="One line, {{with}} braces")
    (await bob.save_version(path, content)).expect(201)
    exported = (await visitor.get(f"{path}/export")).expect(200)
    assert exported.headers["Content-Type"] == "application/json"
    await ada.published("Reading coach")
    made = await ada.request("POST", "/projects/ada/reading-coach/workflows/import", data=exported.body)
    made.expect(201)
    assert (made.json["title"], made.json["summary"], made.json["head_number"], made.json["forked_from"]) == (
        title,
        "One line, {{with}} braces",
        1,
        None,
    )
    copy = made.headers["Location"].removeprefix("/api/v1")
    assert (await visitor.get(f"{copy}/export?format=json")).expect(200).body == exported.body
    assert (await head(ada, copy))["content_hash"] == (await head(bob, path))["content_hash"]
    draft = (await ada.get(f"{copy}/draft")).json
    assert (draft["content"], draft["changed"]) == ((await head(ada, copy))["content"], False)


async def test_a_version_is_exported_as_json_or_markdown(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient, source: str, remix: str
) -> None:
    (await bob.save_version(source, numbered(2))).expect(201)
    (await bob.put(f"{source}/labels/stable", {"number": 1})).expect(204)
    for version, number in (("1", 1), ("stable", 1), ("2", 2), ("latest", 2)):
        for kind, media_type in (("json", "application/json"), ("md", "text/markdown; charset=utf-8")):
            reply = (await visitor.get(f"{source}/export?format={kind}&version={version}")).expect(200)
            assert reply.headers["Content-Type"] == media_type
            assert reply.headers["Content-Disposition"] == f'attachment; filename="lesson-v{number}.{kind}"'
            assert (reply.headers["Vary"], reply.headers["Cache-Control"]) == ("Authorization", "public, no-cache")
            tag = reply.headers["ETag"]
            again = await visitor.get(
                f"{source}/export?format={kind}&version={version}", headers={"If-None-Match": tag}
            )
            assert (again.status, again.body) == (304, b"")
    text = (await ada.get(f"{remix}/export?format=md")).expect(200)
    assert text.headers["Cache-Control"] == "private, no-cache"
    assert "remixed from bob/lessons/lesson, version 1" in text.body.decode()
    assert CONTENT["steps"][0]["template"] in text.body.decode()
    assert "remixed" not in (await visitor.get(f"{source}/export?format=md")).body.decode()
    for query, pointer in (("format=pdf", "/format"), ("versions=1", "/versions")):
        assert set((await visitor.get(f"{source}/export?{query}")).expect(422).pointers) == {pointer}
    for version in ("3", "none", "..", "%0d%0a"):
        (await visitor.get(f"{source}/export?version={version}")).expect(404)
    empty = await bob.workflow("/projects/bob/lessons", "Empty")
    (await bob.get(f"{empty}/export")).expect(404)


def _file(**changes: Any) -> dict[str, Any]:
    return {
        "format": "aipoweredmakers.workflow",
        "format_version": 1,
        "title": "Lesson",
        "summary": "",
        "content": CONTENT,
        **changes,
    }


WRONG: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"format": "other"}, {"/format": "unknown_value"}),
    ({"format_version": 2}, {"/format_version": "unknown_value"}),
    ({"title": ""}, {"/title": "too_short"}),
    ({"title": "\u00a0 "}, {"/title": "too_short"}),
    ({"summary": "x" * 301}, {"/summary": "too_long"}),
    ({"owner": "ada"}, {"/owner": "unknown_field"}),
    ({"content": {"steps": [{"key": 1}]}}, {"/content/steps/0/key": "wrong_type"}),
    ({"content": {}}, {"/content/steps": "no_steps"}),
    (
        {"content": {**changed(0, template="{{who}}"), "variables": [{"name": "1st"}]}},
        {
            "/content/variables/0/name": "bad_name",
            "/content/steps/0/template": "undeclared_name",
        },
    ),
    ({"content": changed(1, tool="abacus")}, {"/content/steps/1/tool": "unknown_tool"}),
]


@pytest.mark.parametrize(("changes", "pointers"), WRONG)
async def test_an_invalid_file_is_rejected(ada: ApiClient, changes: dict[str, Any], pointers: dict[str, str]) -> None:
    project = await ada.published("Reading coach")
    refused = (await ada.post(f"{project}/workflows/import", _file(**changes))).expect(422, "invalid_input")
    assert refused.pointers == pointers
    assert (await ada.get(f"{project}/workflows")).json["data"] == []


async def test_a_file_with_a_secret_is_rejected(ada: ApiClient) -> None:
    project = await ada.published("Reading coach")
    leaking = changed(0, template="{{topic}} {{age}} sk-ant-" + "api03-" + "Zq8fR2mX7kLw9TbV4nYc6HsJ1pDg3EuA5xWo0iQy")
    refused = (await ada.post(f"{project}/workflows/import", _file(content=leaking))).expect(422, "secret_found")
    assert refused.pointers == {"/content/steps/0/template": "secret_found"}


async def test_only_editors_may_import(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    project = await ada.published("Reading coach")
    where = f"{project}/workflows/import"
    (await visitor.post(where, _file())).expect(401)
    (await bob.post(where, _file())).expect(403, "not_yours")
    hidden = await ada.draft("Hidden")
    (await bob.post(f"{hidden}/workflows/import", _file())).expect(404)
    first = (await ada.post(where, _file(), headers={"Idempotency-Key": "import-1"})).expect(201)
    again = (await ada.post(where, _file(), headers={"Idempotency-Key": "import-1"})).expect(201)
    assert (again.body, again.headers["Idempotency-Replayed"]) == (first.body, "true")
    second = (await ada.request("POST", where, data=orjson.dumps(_file(), option=orjson.OPT_INDENT_2))).expect(201)
    assert (first.json["slug"], second.json["slug"]) == ("lesson", "lesson-2")
    (await ada.post(f"{project}/archive")).expect(200)
    (await ada.post(where, _file())).expect(409, "archived")
