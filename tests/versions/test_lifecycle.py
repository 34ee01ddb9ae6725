"""Test workflows from the first draft to the third version, and their use by visitors."""

from tests.api import ApiClient
from tests.versions.fixtures import CONTENT, STEPS, VARIABLES, with_template


async def test_a_pasted_prompt_becomes_a_form(ada: ApiClient) -> None:
    """An undeclared name is reported at its step and blocks a version, but not the draft."""
    path = await ada.workflow(await ada.published())
    assert path == "/projects/ada/reading-coach/workflows/lesson"
    draft = (await ada.get(f"{path}/draft")).expect(200)
    assert draft.json["content"] == {"variables": [], "steps": []}
    assert not draft.headers["ETag"].startswith("W/")

    pasted = {"variables": VARIABLES[:1], "steps": STEPS}
    saved = (await ada.save_draft(path, pasted, if_match=draft.headers["ETag"])).expect(200)
    (finding,) = [found for found in saved.json["findings"] if found["severity"] == "error"]
    assert (finding["pointer"], finding["code"], finding["step"]) == ("/steps/0/template", "undeclared_name", "outline")
    assert pasted["steps"][0]["template"][finding["offset"] :].startswith("{{age}}")
    assert saved.json["changed"] is True
    assert saved.json["updated_by"] == {"handle": "ada", "display_name": "ada"}

    refused = (await ada.save_version(path)).expect(422, "invalid_input")
    assert refused.pointers == {"/content/steps/0/template": "undeclared_name"}
    (error,) = refused.json["errors"]
    assert "“outline”" in error["message"]
    assert "“age”" in error["message"]

    saved = (await ada.save_draft(path, CONTENT, if_match=saved.headers["ETag"])).expect(200)
    assert saved.json["findings"] == []
    version = (await ada.save_version(path, changelog="First")).expect(201)
    assert version.headers["Location"] == f"/api/v1{path}/versions/1"
    assert (version.json["number"], version.json["changelog"], version.json["author"]["handle"]) == (1, "First", "ada")
    assert (version.json["steps"], version.json["variables"], version.json["labels"]) == (2, 2, [])
    assert (await ada.get(f"{path}/draft")).json["changed"] is False
    assert (await ada.get(path)).json["head_number"] == 1


async def test_a_visitor_fills_in_the_form(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), summary="A lesson in two prompts")
    (await ada.save_version(path, CONTENT)).expect(201)
    (listed,) = (await visitor.get("/projects/ada/reading-coach/workflows")).expect(200).json["data"]
    assert listed == (await visitor.get(path)).expect(200).json
    assert (listed["title"], listed["summary"], listed["steps"], listed["variables"]) == (
        "Lesson",
        "A lesson in two prompts",
        2,
        2,
    )
    form = (await visitor.get(f"{path}/versions/latest")).expect(200).json["content"]["variables"]
    assert [(field["name"], field["type"], field["default"]) for field in form] == [
        ("topic", "text", None),
        ("age", "number", "9"),
    ]
    where = f"{path}/versions/1/render"
    (await visitor.post(where, {"inputs": {"age": "ten"}})).expect(422)
    rendered = (await visitor.post(where, {"inputs": {"topic": "{{age}} & tides"}})).expect(200).json["steps"]
    assert rendered[0]["text"] == "Outline a lesson on {{age}} & tides for 9 year olds."
    assert rendered[1]["waiting_for"] == ["outline"]
    given = {"inputs": {"topic": "tides"}, "outputs": {"outline": "1. Moon"}}
    rendered = (await visitor.post(where, given)).expect(200).json["steps"]
    assert (rendered[1]["text"], rendered[1]["waiting_for"]) == ("Write it out:\n\n1. Moon", [])
    missing = (await visitor.post(where, {})).expect(422)
    assert missing.pointers == {"/inputs/topic": "required"}
    (await visitor.post(f"{path}/versions/2/render", given)).expect(404)


async def test_versions_are_saved_compared_and_restored(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.workflow(await ada.published())
    first = (await ada.save_version(path, CONTENT, changelog="First")).expect(201).json
    second = (
        await ada.save_version(path, with_template("Sketch a lesson on {{topic}} for {{age}} year olds."))
    ).expect(201)
    assert second.json["number"] == 2

    compared = (await visitor.get(f"{path}/diff?from=1")).expect(200).json
    assert (compared["old"]["number"], compared["new"]["number"]) == (1, 2)
    (step,) = compared["changes"]["steps"]
    assert (step["key"], step["kind"], compared["changes"]["variables"]) == ("outline", "changed", [])
    (change,) = step["fields"]
    assert change["field"] == "template"
    hunks = [(hunk["op"], hunk["text"]) for hunk in change["hunks"] if hunk["op"] != "equal"]
    assert hunks == [("delete", "Outline"), ("insert", "Sketch")]
    assert (await visitor.get(f"{path}/diff?from=2&to=2")).json["changes"] == {"variables": [], "steps": []}

    third = (await ada.save_version(path, restore=1)).expect(201).json
    assert (third["number"], third["changelog"]) == (3, "Restored version 1.")
    assert (third["content"], third["content_hash"]) == (first["content"], first["content_hash"])
    assert (await visitor.get(f"{path}/diff?from=1&to=3")).json["changes"] == {"variables": [], "steps": []}
    assert [v["number"] for v in (await visitor.pages(f"{path}/versions", 2))[0]] == [3, 2]
    # Version 1 is unchanged.
    assert (await visitor.get(f"{path}/versions/1")).json == first
    assert "content" not in (await visitor.pages(f"{path}/versions"))[0][0]


async def test_two_tabs_do_not_overwrite_each_other(ada: ApiClient) -> None:
    """The second tab gets 412, and both texts still exist."""
    path = await ada.workflow(await ada.published(), content=CONTENT)
    tag = (await ada.get(f"{path}/draft")).headers["ETag"]
    (await ada.save_draft(path, with_template("One {{topic}} {{age}}"), if_match=tag)).expect(200)
    refused = (await ada.save_draft(path, with_template("Two {{topic}} {{age}}"), if_match=tag)).expect(412, "stale")
    assert b"One" not in refused.body
    now = await ada.get(f"{path}/draft")
    assert now.json["content"]["steps"][0]["template"] == "One {{topic}} {{age}}"
    again = await ada.save_draft(path, with_template("Two {{topic}} {{age}}"), if_match=now.headers["ETag"])
    assert again.expect(200).json["version"] == now.json["version"] + 1
    (await ada.put(f"{path}/draft", {"content": CONTENT})).expect(428)


async def test_a_document_equal_to_the_newest_version_creates_none(ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), content=CONTENT)
    first = (await ada.save_version(path, changelog="First")).expect(201)
    again = (await ada.save_version(path, changelog="Again")).expect(200)
    assert again.json == first.json
    assert again.headers["Location"] == first.headers["Location"]
    assert (await ada.save_version(path, CONTENT)).expect(200).json == first.json
    assert (await ada.save_version(path, restore=1)).expect(200).json == first.json
    # The same document encoded differently: every field present, keys in another order, 1.0 for 1.
    (await ada.save_version(path, {**CONTENT, "steps": [{**STEPS[0], "parameters": {"n": 1}}]})).expect(201)
    (await ada.save_version(path, {"steps": [{"parameters": {"n": 1.0}, **STEPS[0]}], "variables": VARIABLES})).expect(
        200
    )


async def test_an_edited_draft_is_kept_when_another_document_is_saved(ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    # The unedited draft is replaced as well.
    followed = (await ada.get(f"{path}/draft")).json
    assert (len(followed["content"]["steps"]), followed["changed"], followed["version"]) == (2, False, 2)
    (await ada.save_version(path, with_template("Two {{topic}} {{age}}"))).expect(201)
    assert (await ada.get(f"{path}/draft")).json["changed"] is False

    (await ada.save_draft(path, with_template("Mine {{topic}} {{age}}"))).expect(200)
    (await ada.save_version(path, restore=1)).expect(201)
    kept = (await ada.get(f"{path}/draft")).json
    assert (kept["content"]["steps"][0]["template"], kept["changed"]) == ("Mine {{topic}} {{age}}", True)


async def test_labels_are_set_moved_and_removed(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    (await ada.save_version(path, with_template("Two {{topic}} {{age}}"))).expect(201)
    for _ in range(2):
        (await ada.put(f"{path}/labels/stable", {"number": 1})).expect(204)
    stable = (await visitor.get(f"{path}/versions/stable")).expect(200).json
    assert (stable["number"], stable["labels"]) == (1, ["stable"])
    assert (await visitor.get(f"{path}/diff?from=stable&to=latest")).expect(200).json["new"]["number"] == 2
    (await ada.put(f"{path}/labels/stable", {"number": 2})).expect(204)
    (await ada.put(f"{path}/labels/v2.0-rc_1", {"number": 2})).expect(204)
    assert (await visitor.get(f"{path}/versions/stable")).json["labels"] == ["stable", "v2.0-rc_1"]
    labels = (await visitor.get(f"{path}/labels")).expect(200).json
    assert [(label["name"], label["number"]) for label in labels["data"]] == [("stable", 2), ("v2.0-rc_1", 2)]
    for _ in range(2):
        (await ada.delete(f"{path}/labels/stable")).expect(204)
    (await visitor.get(f"{path}/versions/stable")).expect(404)

    assert (await ada.put(f"{path}/labels/latest", {"number": 1})).expect(422).pointers == {"": "reserved"}
    for name in ("3", "Stable", "a--b", "-a", "a" * 41, "x%20y"):
        assert (await ada.put(f"{path}/labels/{name}", {"number": 1})).expect(422).pointers == {"": "wrong_format"}
    assert (await ada.put(f"{path}/labels/new", {"number": 3})).expect(422).pointers == {"/number": "unknown_version"}
    for number in range(19):
        (await ada.put(f"{path}/labels/l{number}", {"number": 1})).expect(204)
    (await ada.put(f"{path}/labels/one-more", {"number": 1})).expect(409, "too_many_labels")
    (await ada.put(f"{path}/labels/l0", {"number": 2})).expect(204)


async def test_titles_and_slugs(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published()
    path = await ada.workflow(project, "Untitled")
    assert await ada.workflow(project, "Untitled") == f"{project}/workflows/untitled-2"
    assert await ada.workflow(project, "Import") == f"{project}/workflows/import-2"
    assert await ada.workflow(project, "→ 日本") == f"{project}/workflows/workflow"
    (await ada.post(f"{project}/workflows", {"title": "x", "slug": "untitled"})).expect(409, "slug_taken")
    (await ada.post(f"{project}/workflows", {"title": "x", "slug": "import"})).expect(422)
    (await ada.post(f"{project}/workflows", {"title": " \u202e "})).expect(422)

    tag = (await ada.get(path)).headers["ETag"]
    (await ada.patch(path, {"title": "x"})).expect(428)
    changed = await ada.patch(path, {"title": "  Two   words ", "slug": "two"}, headers={"If-Match": tag})
    assert (changed.expect(200).json["title"], changed.json["slug"], changed.json["version"]) == ("Two words", "two", 2)
    (await ada.edit(f"{project}/workflows/two", if_match=tag, title="Three")).expect(412)
    (await ada.edit(f"{project}/workflows/two", slug="workflow")).expect(409, "slug_taken")
    (await ada.edit(f"{project}/workflows/two", slug="import")).expect(422)
    # Versions, labels and drafts do not change the workflow's version.
    path, tag = f"{project}/workflows/two", changed.headers["ETag"]
    (await ada.save_version(path, CONTENT)).expect(201)
    (await ada.edit(path, if_match=tag, summary="New")).expect(200)
    # Others may have links to a published workflow.
    (await ada.edit(path, slug="three")).expect(409, "slug_fixed")
    assert (await visitor.get(path)).expect(200).json["summary"] == "New"


async def test_a_workflow_is_deleted(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published()
    path, other = await ada.workflow(project), await ada.workflow(project, "Other")
    for where in (path, other):
        (await ada.save_version(where, CONTENT)).expect(201)
        (await ada.put(f"{where}/labels/stable", {"number": 1})).expect(204)
    (await ada.delete(path)).expect(204)
    for part in ("", "/versions", "/versions/1", "/labels", "/diff?from=1"):
        (await visitor.get(path + part)).expect(404)
    (await ada.get(f"{path}/draft")).expect(404)
    (await ada.delete(path)).expect(404)
    assert [w["slug"] for w in (await visitor.get(f"{project}/workflows")).json["data"]] == ["other"]
    (await visitor.get(f"{other}/versions/stable")).expect(200)
    # The slug is available again.
    assert await ada.workflow(project) == path
