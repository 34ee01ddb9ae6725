"""Test what drafts may contain and versions may not: structure, sizes, tools and secrets."""

from typing import Any

import pytest

from service.core.ids import new_id
from tests.api import ApiClient, RunningService
from tests.versions.fixtures import CONTENT, STEPS, VARIABLES, numbered, with_template

SECRET = "sk-ant-" + "api03-" + "Zq8fR2mX7kLw9TbV4nYc6HsJ1pDg3EuA5xWo0iQy"


@pytest.fixture
async def path(ada: ApiClient) -> str:
    return await ada.workflow(await ada.published(), content=CONTENT)


@pytest.mark.parametrize("visibility", ["public", "private"])
@pytest.mark.parametrize("status", ["draft", "published"])
async def test_a_version_with_a_secret_is_rejected(ada: ApiClient, visibility: str, status: str) -> None:
    """This applies also to private projects and drafts: versions are permanent, and the project may be published."""
    project = await ada.draft(visibility=visibility)
    if status == "published":
        (await ada.post(f"{project}/publish")).expect(200)
    path = await ada.workflow(project)
    leaking = with_template(f"Call it with {SECRET} on {{{{topic}}}} {{{{age}}}}")
    draft = (await ada.save_draft(path, leaking)).expect(200).json
    (finding,) = draft["findings"]
    assert (finding["code"], finding["pointer"], finding["step"]) == ("secret_found", "/steps/0/template", "outline")
    assert leaking["steps"][0]["template"].index(SECRET) == finding["offset"]
    for reply in (await ada.save_version(path), await ada.save_version(path, leaking)):
        reply.expect(422, "secret_found")
        assert reply.pointers == {"/content/steps/0/template": "secret_found"}
        assert SECRET.encode() not in reply.body
    assert (await ada.get(path)).json["head_number"] is None
    # All problems are reported at once.
    wrong = {**leaking, "variables": VARIABLES[:1]}
    refused = (await ada.save_version(path, wrong)).expect(422, "secret_found")
    assert {error["code"] for error in refused.json["errors"]} == {"secret_found", "undeclared_name"}


async def test_an_unknown_tool_is_rejected(service: RunningService, ada: ApiClient, path: str) -> None:
    unknown = {**CONTENT, "steps": [STEPS[0], {**STEPS[1], "tool": "abacus"}]}
    draft = (await ada.save_draft(path, unknown)).expect(200).json
    assert [(found["code"], found["pointer"]) for found in draft["findings"]] == [("unknown_tool", "/steps/1/tool")]
    assert (await ada.get(f"{path}/draft")).json["findings"] == draft["findings"]
    refused = (await ada.save_version(path)).expect(422)
    assert refused.pointers == {"/content/steps/1/tool": "unknown_tool"}
    assert "“write”" in refused.json["errors"][0]["message"]
    (await ada.save_version(path, CONTENT)).expect(201)
    used = await service.context.db.fetch(
        "select s.position, s.key, s.kind, s.title, s.model, t.slug"
        " from workflow_step s left join tool t using (tool_id) order by s.position"
    )
    assert [tuple(row) for row in used] == [
        (0, "outline", "prompt", "Outline", None, None),
        (1, "write", "prompt", "Write", "opus", "claude"),
    ]


HALF_TYPED: list[dict[str, Any]] = [
    {},
    {"steps": [{"key": ""}]},
    {"steps": [{"key": "a", "template": "{{"}, {"key": "a", "template": "{{nothing}} }} {{a b}}"}]},
    {"variables": [{"name": ""}, {"name": "x", "type": "choice"}, {"name": "x", "type": "number", "default": "ten"}]},
    {"steps": [{"key": "m", "kind": "manual", "parameters": {"": ""}, "output": "two words"}]},
]


@pytest.mark.parametrize("content", HALF_TYPED)
async def test_a_draft_may_be_incomplete(ada: ApiClient, path: str, content: dict[str, Any]) -> None:
    saved = (await ada.save_draft(path, content)).expect(200)
    assert [found for found in saved.json["findings"] if found["severity"] == "error"]
    assert (await ada.get(f"{path}/draft")).json == saved.json
    refused = (await ada.save_version(path)).expect(422, "invalid_input")
    assert all(error["pointer"].startswith("/content") for error in refused.json["errors"])


WRONG_SHAPES: list[tuple[Any, dict[str, str]]] = [
    (None, {"/content": "wrong_type"}),
    ([], {"/content": "wrong_type"}),
    ({"step": []}, {"/content/step": "unknown_field"}),
    ({"steps": {}}, {"/content/steps": "wrong_type"}),
    ({"steps": [{}]}, {"/content/steps/0/key": "required"}),
    ({"steps": [{"key": "a", "kind": "magic"}]}, {"/content/steps/0/kind": "unknown_value"}),
    ({"steps": [{"key": "a", "template": None}]}, {"/content/steps/0/template": "wrong_type"}),
    ({"steps": [{"key": "a", "parameters": {"n": None}}]}, {"/content/steps/0/parameters/n": "wrong_type"}),
    ({"steps": [{"key": "a", "parameters": {"n": 2**53}}]}, {"/content/steps/0/parameters/n": "too_large"}),
    ({"steps": [{"key": "a", "template": "x" * 20_001}]}, {"/content/steps/0/template": "too_long"}),
    ({"steps": [{"key": f"k{n}"} for n in range(51)]}, {"/content/steps": "too_many"}),
    ({"variables": [{"name": f"v{n}"} for n in range(101)]}, {"/content/variables": "too_many"}),
    ({"variables": [{"name": "x", "default": 5}]}, {"/content/variables/0/default": "wrong_type"}),
]


@pytest.mark.parametrize(("content", "pointers"), WRONG_SHAPES, ids=[str(p) for _, p in WRONG_SHAPES])
async def test_a_draft_with_an_invalid_structure_is_rejected(
    ada: ApiClient, path: str, content: Any, pointers: dict[str, str]
) -> None:
    before = (await ada.get(f"{path}/draft")).body
    assert (await ada.save_draft(path, content)).expect(422).pointers == pointers
    assert (await ada.get(f"{path}/draft")).body == before


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
async def test_the_size_limit_is_exact(ada: ApiClient, path: str) -> None:
    """A document of 200,000 characters is accepted in any JSON encoding; one more is rejected, in draft and version."""
    whole = {"steps": [{"key": f"k{n}", "title": "T", "template": "é" * 19_997} for n in range(10)]}
    (await ada.save_draft(path, whole)).expect(200)  # 200,000 characters including keys and titles
    escaped = ("é" * 19_997).join(['"', '"']).replace("é", "\\u00e9")
    steps = ",".join(f'{{"key":"k{n}","title":"T","template":{escaped}}}' for n in range(10))
    data = f'{{"content":{{"steps":[{steps}]}}}}'.encode()
    assert len(data) > 1_190_000
    (await ada.put(f"{path}/draft", data=data, headers={"If-Match": "*"})).expect(200)
    (await ada.save_version(path)).expect(201)
    more = {"steps": [*whole["steps"], {"key": "l", "title": "T"}]}
    assert (await ada.save_draft(path, more)).expect(422).pointers == {"/content": "too_long"}
    assert (await ada.save_version(path, more)).expect(422).pointers == {"/content": "too_long"}
    reply = await ada.post("/projects/ada/reading-coach/workflows", {"title": "x", "content": more})
    assert reply.expect(422).pointers == {"/content": "too_long"}
    (await ada.save_draft(path, {"steps": [{"key": "x" * 2_000_000}]})).expect(413)


async def test_fields_of_a_save_are_validated(ada: ApiClient, path: str) -> None:
    (await ada.save_version(path, CONTENT, changelog="é" * 2000)).expect(201)
    (await ada.save_version(path, numbered(2), changelog="é" * 2001)).expect(422)
    assert (await ada.save_version(path, CONTENT, restore=1)).expect(422).pointers == {"/restore": "mutually_exclusive"}
    assert (await ada.save_version(path, restore=2)).expect(422).pointers == {"/restore": "unknown_version"}
    (await ada.save_version(path, restore=0)).expect(422)
    assert (await ada.save_version(path, number=7)).expect(422).pointers == {"/number": "unknown_field"}
    (await ada.save_version(path, author_id=str(new_id()))).expect(422)
    (await ada.save_version(path, numbered(2), changelog="Two")).expect(201)
    assert (await ada.save_version(path, restore=1, changelog="Back")).expect(201).json["changelog"] == "Back"


async def test_editors_share_one_draft(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), content=CONTENT)
    await service.context.db.execute(
        "insert into project_member select p.project_id, m.maker_id, 'editor', p.created_at"
        " from project p, maker m where m.handle = 'bob'"
    )
    (await bob.save_draft(path, numbered(1))).expect(200)
    assert (await ada.get(f"{path}/draft")).json["updated_by"]["handle"] == "bob"
    version = (await ada.save_version(path)).expect(201).json
    assert version["author"]["handle"] == "ada"
    # A former member remains the author, without a name.
    (await bob.save_version(path, numbered(2))).expect(201)
    (await bob.delete_me()).expect(204)
    author = (await ada.get(f"{path}/versions/2")).expect(200).json["author"]
    assert author["display_name"] == "Deleted maker"
    assert "bob" not in author["handle"]


@pytest.mark.parametrize("number", [1e16, -1e16, 9e18, 1.8e19, 1e22, 1e300, 5e-324, 2.0**53, 0.1, 1.0, -0.0])
async def test_stored_numbers_are_unchanged(ada: ApiClient, path: str, number: float) -> None:
    """jsonb normalizes numbers, so stored numbers must parse to the same value."""
    content = {**CONTENT, "steps": [{**STEPS[0], "parameters": {"seed": number}}, *STEPS[1:]]}
    (await ada.save_draft(path, content)).expect(200)
    (await ada.get(f"{path}/draft")).expect(200)
    saved = (await ada.save_version(path)).expect(201).json
    assert (await ada.save_version(path, content)).expect(200).json["content_hash"] == saved["content_hash"]
    (await ada.save_version(path, numbered(2))).expect(201)
    again = (await ada.save_version(path, restore=1)).expect(201).json
    assert again["content_hash"] == saved["content_hash"]
    read = (await ada.get(f"{path}/versions/1")).expect(200).json
    assert read["content"]["steps"][0]["parameters"] == {"seed": number}
