"""Test workflow documents: validation, canonical form, hash, and the file formats."""

import json
from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given

from service.features.workflows.documents.check import MAX_FINDINGS, check, errors
from service.features.workflows.documents.document import (
    EMPTY,
    MAX_CONTENT,
    Document,
    Finding,
    Step,
    Variable,
    canonical,
    content_hash,
    fields_of,
    key_of,
    made_of,
    read_document,
    same,
    size,
)
from service.features.workflows.formats.file_format import WorkflowFile, to_json, to_markdown, workflow_file
from service.http.problem import Unprocessable
from service.http.schema.json_schema import Schemas
from service.http.schema.wire import reader
from tests.documents.strategies import ANY, PROPERTY

GOOD = Document(
    variables=[
        Variable(name="topic", label="Topic", example="bees"),
        Variable(name="tone", type="choice", choices=["plain", "warm"], default="warm"),
        Variable(name="words", type="number", default="300"),
    ],
    steps=[
        Step(key="outline", title="Outline", template="Outline {{topic}} in {{words}} words.", output="outline"),
        Step(
            key="draft", title="Draft", template="Write it, {{tone}}:\n{{ outline }}", parameters={"temperature": 0.7}
        ),
    ],
)


def problems(content: Document) -> set[tuple[str, str]]:
    return {(finding.pointer, finding.code) for finding in check(content)}


def test_a_valid_document_has_no_problems() -> None:
    assert check(GOOD) == []


def test_an_empty_document_needs_a_step() -> None:
    assert problems(EMPTY) == {("/steps", "no_steps")}


V, S = Variable, Step


@pytest.mark.parametrize(
    ("variables", "pointer", "code"),
    [
        ([V(name="")], "/variables/0/name", "bad_name"),
        ([V(name="1st")], "/variables/0/name", "bad_name"),
        ([V(name="first name")], "/variables/0/name", "bad_name"),
        ([V(name="größe")], "/variables/0/name", "bad_name"),
        ([V(name="a" * 51)], "/variables/0/name", "bad_name"),
        ([V(name="x"), V(name="x")], "/variables/1/name", "duplicate_name"),
        ([V(name="x", type="choice")], "/variables/0/choices", "choices_missing"),
        ([V(name="x", type="choice", choices=["a", "a"])], "/variables/0/choices/1", "duplicate_choice"),
        ([V(name="x", type="choice", choices=[" "])], "/variables/0/choices/0", "empty_choice"),
        ([V(name="x", type="choice", choices=["a"], default="b")], "/variables/0/default", "bad_default"),
        ([V(name="x", type="number", default="3,5")], "/variables/0/default", "bad_default"),
        ([V(name="x", type="number", default="NaN")], "/variables/0/default", "bad_default"),
        ([V(name="x", type="number", default="٣")], "/variables/0/default", "bad_default"),
        ([V(name="x", type="boolean", default="yes")], "/variables/0/default", "bad_default"),
        ([V(name="x", default="two\nlines")], "/variables/0/default", "bad_default"),
        ([V(name="x", default="")], "/variables/0/default", "bad_default"),
        ([V(name=f"v{n}") for n in range(101)], "/variables", "too_many"),
    ],
)
def test_invalid_variables(variables: list[Variable], pointer: str, code: str) -> None:
    content = attrs.evolve(GOOD, variables=variables, steps=[S(key="a", title="A", template="{{x}}")])
    assert (pointer, code) in {(f.pointer, f.code) for f in errors(check(content))}


@pytest.mark.parametrize(
    ("variable", "pointer", "code"),
    [
        (V(name="x", choices=["a"]), "/variables/0/choices", "choices_unused"),
        (V(name="x", type="number", example="some"), "/variables/0/example", "bad_example"),
        (V(name="y"), "/variables/0/name", "unused_variable"),
    ],
)
def test_warnings(variable: Variable, pointer: str, code: str) -> None:
    content = Document(variables=[variable, V(name="x")][: 1 if variable.name == "x" else 2], steps=[USES_X])
    assert [(f.pointer, f.code, f.severity) for f in check(content)] == [(pointer, code, "warning")]


USES_X = S(key="a", title="A", template="{{x}}")


@pytest.mark.parametrize("default", ["0", "-0.5", "1e9", "12.50"])
def test_numbers_are_json_numbers(default: str) -> None:
    assert check(Document(variables=[V(name="x", type="number", default=default)], steps=[USES_X])) == []


@pytest.mark.parametrize(
    ("steps", "pointer", "code", "offset"),
    [
        ([S(key="", title="T", template="t")], "/steps/0/key", "bad_key", None),
        ([S(key="Big", title="T", template="t")], "/steps/0/key", "bad_key", None),
        ([S(key="a--b", title="T", template="t")], "/steps/0/key", "bad_key", None),
        ([S(key="a", title="T", template="t")] * 2, "/steps/1/key", "duplicate_key", None),
        ([S(key="a", title=" ", template="t")], "/steps/0/title", "empty_title", None),
        ([S(key="a", title="T", template=" \n")], "/steps/0/template", "empty_template", None),
        ([S(key="a", title="T", template="é {{no}} {{no}}")], "/steps/0/template", "undeclared_name", 2),
        ([S(key="a", title="T", template="x{{")], "/steps/0/template", "unclosed_slot", 1),
        ([S(key="a", title="T", template="-{{o}}", output="o")], "/steps/0/template", "output_too_early", 1),
        ([S(key="a", title="T", template="t", output="2")], "/steps/0/output", "bad_name", None),
        ([S(key="a", title="T", template="t", output="x")], "/steps/0/output", "duplicate_name", None),
        (
            [S(key="a", title="T", template="t", parameters={"a/b": 1})],
            "/steps/0/parameters/a~1b",
            "bad_parameter",
            None,
        ),
        ([S(key="a", title="T", template="t" * 20_001)], "/steps/0/template", "too_long", None),
        ([S(key=f"s{n}", title="T", template="t") for n in range(51)], "/steps", "too_many", None),
        (
            [S(key="a", title="T", template="{{o}}"), S(key="b", title="T", template="t", output="o")],
            "/steps/0/template",
            "output_too_early",
            0,
        ),
        (
            [S(key="a", title="T", template="t", output="o"), S(key="b", title="T", template="t", output="o")],
            "/steps/1/output",
            "duplicate_output",
            None,
        ),
    ],
)
def test_invalid_steps(steps: list[Step], pointer: str, code: str, offset: int | None) -> None:
    found = check(Document(variables=[V(name="x")], steps=steps))
    at = int(pointer.split("/")[2]) if pointer.count("/") > 1 else None
    step = None if at is None else steps[at].key
    assert (pointer, code, offset, step) in {(f.pointer, f.code, f.offset, f.step) for f in errors(found)}


def test_an_undeclared_name_is_reported_with_its_step() -> None:
    (finding,) = check(Document(steps=[S(key="write", title="W", template="Of {{subject}}")]))
    assert finding == Finding(
        pointer="/steps/0/template",
        code="undeclared_name",
        message="Step “write” uses “subject”, which isn't a variable or an earlier step's output.",
        offset=3,
        step="write",
    )


def test_all_problems_are_reported_at_once() -> None:
    content = Document(
        variables=[V(name="x"), V(name="x"), V(name="c", type="choice")],
        steps=[S(key="A", template="{{a}}{{b}} {{"), S(key="ok", title="T", template="{{c}}{{x}}")],
    )
    assert {
        ("/variables/1/name", "duplicate_name"),
        ("/variables/2/choices", "choices_missing"),
        ("/steps/0/key", "bad_key"),
        ("/steps/0/title", "empty_title"),
        ("/steps/0/template", "undeclared_name"),
        ("/steps/0/template", "unclosed_slot"),
    } == problems(content)
    assert [f.offset for f in check(content) if f.pointer == "/steps/0/template"] == [0, 5, 11]


def test_the_number_of_problems_is_limited() -> None:
    found = check(Document(steps=[S(key="a", title="T", template="{{1}}" * 4000)]))
    assert len(found) == MAX_FINDINGS + 1
    assert found[-1].code == "more_findings"
    assert found[-1].severity == "error"


def test_the_size_of_a_document_is_limited() -> None:
    steps = [S(key=f"s{n}", title="T", template="t" * 20_000) for n in range(10)]
    assert [(f.pointer, f.code) for f in check(Document(steps=steps))] == [("", "too_long")]
    assert size(Document(steps=steps)) == MAX_CONTENT + 10 * 3


@PROPERTY
@given(ANY)
def test_validation_never_raises(content: Document) -> None:
    for finding in check(content):
        assert finding.message
        assert _at(attrs.asdict(content), finding.pointer) is not None or finding.pointer.endswith("/default")


def _at(value: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        value = value[int(token)] if isinstance(value, list) else value[token.replace("~1", "/").replace("~0", "~")]
    return value


@PROPERTY
@given(ANY)
def test_the_canonical_form_parses_as_the_document(content: Document) -> None:
    data = canonical(content)
    again = read_document(orjson.loads(data))
    assert same(again, content)
    assert canonical(again) == data
    json.loads(data, object_pairs_hook=_sorted)


def _sorted(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert pairs == sorted(pairs, key=lambda pair: pair[0])
    return dict(pairs)


@PROPERTY
@given(ANY, ANY)
def test_different_documents_have_different_hashes(one: Document, other: Document) -> None:
    assert (content_hash(one) == content_hash(other)) == same(one, other)
    assert len(content_hash(one)) == 32


def test_defaults_are_part_of_the_canonical_form() -> None:
    short = read_document({"steps": [{"key": "a"}], "variables": [{"name": "x"}]})
    assert b'"required":true' in canonical(short)
    assert same(short, Document(variables=[V(name="x")], steps=[S(key="a")]))


def test_equal_numbers_have_one_hash_and_other_types_do_not() -> None:
    def hashed(value: Any) -> bytes:
        return content_hash(Document(steps=[S(key="a", parameters={"p": value})]))

    assert hashed(1) == hashed(1.0)
    assert hashed(0) == hashed(-0.0)
    assert len({hashed(1), hashed(True), hashed("1"), hashed(1.5), hashed("true")}) == 5


def test_the_order_of_parameters_does_not_matter() -> None:
    one, other = S(key="a", parameters={"p": 1, "q": 2}), S(key="a", parameters={"q": 2, "p": 1})
    assert content_hash(Document(steps=[one])) == content_hash(Document(steps=[other]))


@PROPERTY
@given(ANY)
def test_steps_and_variables_are_rebuilt_from_their_fields(content: Document) -> None:
    assert all(same(made_of(Step, key_of(s), fields_of(s)), s) for s in content.steps)
    assert all(same(made_of(Variable, key_of(v), fields_of(v)), v) for v in content.variables)


@pytest.mark.parametrize(
    ("sent", "pointer", "code"),
    [
        ({"steps": [{"key": "a", "parameters": {"p": None}}]}, "/steps/0/parameters/p", "wrong_type"),
        ({"steps": [{"key": "a", "parameters": {"p": [1]}}]}, "/steps/0/parameters/p", "wrong_type"),
        ({"steps": [{"key": "a", "parameters": {"p": 2**53}}]}, "/steps/0/parameters/p", "too_large"),
        ({"steps": [{"key": "a", "parameters": {"p": "x" * 1001}}]}, "/steps/0/parameters/p", "too_long"),
        ({"steps": [{"key": "a", "kind": "magic"}]}, "/steps/0/kind", "unknown_value"),
        ({"steps": [{"key": "a", "templat": ""}]}, "/steps/0/templat", "unknown_field"),
        ({"steps": [{"key": "a", "template": "x" * 20_001}]}, "/steps/0/template", "too_long"),
        ({"variables": [{"name": "a", "type": "date"}]}, "/variables/0/type", "unknown_value"),
        ({"variables": [{"name": "a", "default": 3}]}, "/variables/0/default", "wrong_type"),
    ],
)
def test_values_that_cannot_be_stored_are_rejected(sent: Any, pointer: str, code: str) -> None:
    with pytest.raises(Unprocessable) as refused:
        read_document(sent)
    assert [(e.pointer, e.code) for e in refused.value.errors] == [(pointer, code)]


@PROPERTY
@given(ANY)
def test_a_file_round_trips(content: Document) -> None:
    data = to_json(workflow_file("A title", "What it is for.", content))
    again = reader(WorkflowFile)(orjson.loads(data))
    assert to_json(again) == data
    assert same(again.content, content)


@PROPERTY
@given(ANY)
def test_each_template_has_a_separate_markdown_fence(content: Document) -> None:
    lines = to_markdown(workflow_file("A title", "", content), "From @ada").split("\n")
    templates: list[str] = []
    fence = ""
    inside: list[str] = []
    for line in lines:
        if fence and line == fence:
            templates.append("\n".join(inside))
            fence = ""
        elif fence:
            inside.append(line)
        elif line.startswith("```"):
            fence, inside = line.removesuffix("text"), []
    assert templates == [step.template for step in content.steps]


def test_the_markdown_of_a_document() -> None:
    expected = """\
# A post about bees \\*

> For the newsletter.

*Remixed from ada/bees, version 3*

## Variables

| Name | Type | Default | Description |
|---|---|---|---|
| `topic` | text |  | Topic (for example `bees`) |
| `tone` | choice: `plain`, `warm` | `warm` |  |
| `words` | number | `300` |  |

## Steps

### 1. Outline

- Prompt (`outline`)
- Output: `{{outline}}`

```text
Outline {{topic}} in {{words}} words.
```

### 2. Draft

- Prompt (`draft`)
- `temperature`: `0.7`

```text
Write it, {{tone}}:
{{ outline }}
```
"""
    made = to_markdown(
        workflow_file("A post about bees *", "For the newsletter.", GOOD), "Remixed from ada/bees, version 3"
    )
    assert made == expected


def test_the_published_schema_matches_the_types() -> None:
    schemas = Schemas()
    schemas.of_class(WorkflowFile, "in")
    published = json.loads(Path("docs/workflow.schema.json").read_text())
    expected = json.loads(json.dumps(schemas.components).replace("#/components/schemas/", "#/$defs/"))
    assert published["$defs"] == expected
    assert published["$ref"] == "#/$defs/WorkflowFile"
