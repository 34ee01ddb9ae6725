"""Test a remix that falls behind, pulls updates and resolves conflicts."""

from tests.api import ApiClient
from tests.remixes.actions import changed, fork, forks_of, head, merged, pull
from tests.versions.fixtures import CONTENT

THEIRS = "Draft a lesson on {{topic}} for {{age}} year olds."
OURS = "Sketch a lesson on {{topic}}, age {{age}}."


async def test_a_remix_falls_behind_pulls_and_resolves_conflicts(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient, source: str
) -> None:
    await ada.published("Reading coach")
    made = (await fork(ada, source)).expect(201)
    path = "/projects/ada/reading-coach/workflows/lesson"
    assert made.headers["Location"] == f"/api/v1{path}"
    original = (await bob.get(source)).json
    assert {name: made.json[name] for name in ("title", "summary", "head_number", "steps", "variables")} == {
        "title": "Lesson",
        "summary": "Two prompts",
        "head_number": 1,
        "steps": 2,
        "variables": 2,
    }
    first = await head(bob, source)
    attribution = {
        "handle": "bob",
        "project": "lessons",
        "workflow": "lesson",
        "title": "Lesson",
        "number": 1,
        "version_id": first["version_id"],
    }
    assert (made.json["forked_from"], original["forked_from"]) == (attribution, None)
    copy = await head(ada, path)
    assert (copy["content"], copy["content_hash"]) == (first["content"], first["content_hash"])
    assert (copy["author"]["handle"], copy["changelog"]) == ("ada", "Remix of version 1.")
    draft = (await ada.get(f"{path}/draft")).json
    assert (draft["content"], draft["changed"], draft["findings"]) == (first["content"], False, [])
    assert await forks_of(visitor, "/projects/bob/lessons") == 1
    assert await forks_of(visitor, "/projects/ada/reading-coach") == 0

    now = (await ada.get(f"{path}/upstream")).expect(200).json
    assert (now["state"], now["versions_behind"], now["newer"], now["conflicts"]) == ("up_to_date", 0, [], [])
    assert (now["forked_from"], now["base_number"], now["head_number"]) == (attribution, 1, 1)

    # The author saves two versions, so the remix is two versions behind.
    (await bob.save_version(source, changed(0, title="First of all"), changelog="A better title")).expect(201)
    (await bob.save_version(source, merged(changed(0, title="First of all"), changed(0, template=THEIRS)))).expect(201)
    now = (await ada.get(f"{path}/upstream")).json
    assert (now["state"], now["versions_behind"], now["base_number"]) == ("behind", 2, 1)
    assert [(version["number"], version["changelog"]) for version in now["newer"]] == [(3, ""), (2, "A better title")]
    assert now["source"] == {
        "handle": "bob",
        "project": "lessons",
        "workflow": "lesson",
        "title": "Lesson",
        "head_number": 3,
    }
    assert now["conflicts"] == []

    # Ada changes the same prompt and the model of another step.
    (await ada.save_version(path, merged(changed(0, template=OURS), changed(1, model="sonnet")))).expect(201)
    conflict = {
        "id": "/steps/outline/template",
        "step": "outline",
        "variable": None,
        "field": "template",
        "base": CONTENT["steps"][0]["template"],
        "ours": OURS,
        "theirs": THEIRS,
    }
    assert (await ada.get(f"{path}/upstream")).json["conflicts"] == [conflict]
    refused = (await pull(ada, path)).expect(409, "pull_conflicts")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert {name: refused.json[name] for name in ("to", "onto", "conflicts")} == {
        "to": 3,
        "onto": 2,
        "conflicts": [conflict],
    }
    assert (await ada.get(path)).json["head_number"] == 2

    resolutions = {"/steps/outline/template": {"take": "theirs"}}
    pulled = (await pull(ada, path, to=3, onto=2, resolutions=resolutions)).expect(201)
    assert pulled.headers["Location"] == f"/api/v1{path}/versions/3"
    assert (pulled.json["base_number"], pulled.json["draft"]) == (3, "followed")
    saved = pulled.json["saved"]
    assert saved == await head(ada, path)
    assert (saved["number"], saved["changelog"]) == (3, "Pulled version 3.")
    outline, write = saved["content"]["steps"]
    assert (outline["title"], outline["template"], write["model"]) == ("First of all", THEIRS, "sonnet")
    now = (await ada.get(f"{path}/upstream")).json
    assert (now["state"], now["versions_behind"], now["base_number"], now["conflicts"]) == ("up_to_date", 0, 3, [])

    # The remaining difference is Ada's.
    changes = (await visitor.get(f"{path}/diff?from=bob/lessons/lesson@3&to=latest")).expect(200).json["changes"]
    assert [(step["key"], [field["field"] for field in step["fields"]]) for step in changes["steps"]] == [
        ("write", ["model"])
    ]


async def test_a_conflict_is_resolved_with_a_new_value(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    (await bob.save_version(source, changed(0, template=THEIRS))).expect(201)
    (await ada.save_version(remix, changed(0, template=OURS))).expect(201)
    mixed = "Sketch and draft a lesson on {{topic}}, age {{age}}."
    resolutions = {"/steps/outline/template": {"take": "value", "value": mixed}}
    pulled = (await pull(ada, remix, to=2, onto=2, resolutions=resolutions, changelog="Both")).expect(201).json["saved"]
    assert (pulled["content"]["steps"][0]["template"], pulled["changelog"]) == (mixed, "Both")


async def test_a_pull_resolved_with_ours_counts_as_pulled(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """The document does not change, so no version is created, and nothing remains to pull."""
    (await bob.save_version(source, changed(0, template=THEIRS))).expect(201)
    mine = (await ada.save_version(remix, changed(0, template=OURS))).expect(201).json
    resolutions = {"/steps/outline/template": {"take": "ours"}}
    pulled = (await pull(ada, remix, to=2, onto=2, resolutions=resolutions)).expect(200)
    assert (pulled.json["saved"], pulled.json["base_number"]) == (mine, 2)
    assert (await ada.get(f"{remix}/upstream")).json["state"] == "up_to_date"
