"""Test rendering of templates with inputs and outputs."""

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from service.features.workflows.documents.document import Document, Step, Variable, VariableType
from service.features.workflows.documents.render import MAX_RENDERED, RenderedStep, mark, render
from service.features.workflows.documents.template import Slot, Text, parse
from service.http.problem import Unprocessable
from service.http.schema.fields import Scalar
from tests.documents.strategies import PROPERTY, TEXTS
from tests.documents.template_source import source_of


def content_of(template: str, *variables: Variable) -> Document:
    return Document(variables=list(variables), steps=[Step(key="a", title="A", template=template)])


def last_step(content: Document, inputs: dict[str, Scalar], outputs: dict[str, str] | None = None) -> RenderedStep:
    return render(content, inputs, outputs).steps[-1]


def rejected(
    content: Document, inputs: dict[str, Scalar], outputs: dict[str, str] | None = None
) -> set[tuple[str, str]]:
    with pytest.raises(Unprocessable) as error:
        render(content, inputs, outputs)
    return {(e.pointer, e.code) for e in error.value.errors}


def long(name: str) -> Variable:
    return Variable(name=name, type="long_text", required=False)


X = Variable(name="x", type="long_text")


def test_slots_are_replaced_with_inputs() -> None:
    step = last_step(content_of(r"Hi {{x}}, \{{x}} { {{ x }}}", X), {"x": "Ada"})
    assert step.text == "Hi Ada, {{x}} { Ada}"
    assert [(s.kind, s.text, s.name) for s in step.segments] == [
        ("text", "Hi ", None),
        ("value", "Ada", "x"),
        ("text", ", {{x}} { ", None),
        ("value", "Ada", "x"),
        ("text", "}", None),
    ]


@pytest.mark.parametrize(
    ("kind", "given", "text"),
    [
        ("text", " as it is ", " as it is "),
        ("long_text", "two\nlines", "two\nlines"),
        ("choice", "warm", "warm"),
        ("number", 3, "3"),
        ("number", -0.5, "-0.5"),
        ("number", 3.0, "3.0"),
        ("number", "3.10", "3.10"),
        ("number", "0.30000000000000000004", "0.30000000000000000004"),
        ("number", "1E+9", "1E+9"),
        ("number", 0.1 + 0.2, "0.30000000000000004"),
        ("boolean", True, "true"),
        ("boolean", "false", "false"),
    ],
)
def test_values_are_converted_to_text(kind: VariableType, given: Scalar, text: str) -> None:
    assert last_step(content_of("{{x}}", Variable(name="x", type=kind, choices=["warm"])), {"x": given}).text == text


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        ("text", 3, "wrong_type"),
        ("text", True, "wrong_type"),
        ("text", "two\nlines", "line_break"),
        ("text", "two\rlines", "line_break"),
        ("text", "", "required"),
        ("long_text", "", "required"),
        ("long_text", "x" * 100_001, "too_long"),
        ("choice", "cold", "unknown_choice"),
        ("choice", "", "required"),
        ("number", True, "wrong_type"),
        ("number", "three", "wrong_type"),
        ("number", " 3", "wrong_type"),
        ("number", "03", "wrong_type"),
        ("number", "٣", "wrong_type"),
        ("number", "3\n", "wrong_type"),
        ("number", "1" * 101, "wrong_type"),
        ("number", float("inf"), "wrong_type"),
        ("number", float("nan"), "wrong_type"),
        ("boolean", 1, "wrong_type"),
        ("boolean", "True", "wrong_type"),
    ],
)
def test_values_of_another_type_are_rejected(kind: VariableType, given: Any, code: str) -> None:
    content = content_of("{{x}}", Variable(name="x", type=kind, choices=["warm"]))
    assert rejected(content, {"x": given}) == {("/inputs/x", code)}


@pytest.mark.parametrize("kind", ["text", "long_text", "number", "choice", "boolean"])
def test_optional_inputs_may_be_absent_or_empty(kind: VariableType) -> None:
    content = content_of("<{{x}}>", Variable(name="x", type=kind, required=False, choices=["warm"]))
    assert last_step(content, {}).text == "<>"
    assert last_step(content, {"x": ""}).text == "<>"


def test_a_default_replaces_an_absent_input() -> None:
    content = content_of("{{x}}", Variable(name="x", type="number", default="0.70"))
    assert last_step(content, {}).text == "0.70"
    assert last_step(content, {"x": 1}).text == "1"
    optional = content_of("<{{x}}>", Variable(name="x", required=False, default="d"))
    assert last_step(optional, {"x": ""}).text == "<>"


def test_all_problems_are_reported_at_once() -> None:
    content = content_of("{{x}}{{n}}{{y}}", X, Variable(name="n", type="number"), Variable(name="y"))
    assert rejected(content, {"n": "many", "typo/x": "t"}, {"nobody": "t"}) == {
        ("/inputs/x", "required"),
        ("/inputs/y", "required"),
        ("/inputs/n", "wrong_type"),
        ("/inputs/typo~1x", "unknown_name"),
        ("/outputs/nobody", "unknown_name"),
    }


CHAIN = Document(
    variables=[X],
    steps=[
        Step(key="a", title="A", template="About {{x}}", output="draft"),
        Step(key="b", title="B", template="Shorten {{draft}}. Again: {{draft}}"),
    ],
)


def test_a_missing_output_is_a_placeholder() -> None:
    step = last_step(CHAIN, {"x": "bees"})
    assert step.text == "Shorten ⟦draft⟧. Again: ⟦draft⟧"
    assert step.waiting_for == ["draft"]
    assert [(s.kind, s.name) for s in step.segments if s.kind != "text"] == [("slot", "draft")] * 2
    filled = last_step(CHAIN, {"x": "bees"}, {"draft": "Bees {{x}} ⟦draft⟧"})
    assert filled.text == "Shorten Bees {{x}} ⟦draft⟧. Again: Bees {{x}} ⟦draft⟧"
    assert filled.waiting_for == []


def test_a_draft_with_errors_is_rendered_with_them() -> None:
    step = last_step(content_of("{{x}} {{nobody}} {{1}}", X), {"x": "v"})
    assert step.text == "v ⟦nobody⟧ {{1}}"


@PROPERTY
@given(TEXTS, st.text(st.characters(exclude_categories=["Cs"])) | TEXTS)
def test_inputs_are_not_parsed(template: str, value: str) -> None:
    """The text consists of the template's text parts and the values, whatever either contains."""
    assume(value)
    parts = parse(template).parts
    expected = [p.text if isinstance(p, Text) else value if p.name == "topic" else mark(p.name) for p in parts]
    topic = Variable(name="topic", type="long_text")
    step = last_step(content_of(template, topic), {"topic": value})
    assert [s.text for s in step.segments] == expected
    assert step.text == "".join(expected)


@pytest.mark.parametrize("value", ["{{x}}", "{{y}}", r"\{{x}}", "{{", "⟦y⟧", "${x} %s {0} $(id) <%= x %>", "{{{{x}}}}"])
def test_an_input_that_looks_like_a_slot_is_unchanged(value: str) -> None:
    content = content_of("{{x}}|{{y}}|{{x}}", X, Variable(name="y", type="long_text"))
    assert last_step(content, {"x": value, "y": "Y"}).text == f"{value}|Y|{value}"


VALUES = st.text("ab{}\\⟦⟧", min_size=1, max_size=6)


@PROPERTY
@given(TEXTS, VALUES, VALUES)
def test_the_text_is_injective_in_each_slot(template: str, value: str, other: str) -> None:
    """Two different values of a used variable give two different texts."""
    assume(value != other)
    source = template + source_of([Slot("topic", "", 0)])
    content = content_of(source, Variable(name="topic", type="long_text"))
    assume("topic" in parse(source).names)
    assert last_step(content, {"topic": value}).text != last_step(content, {"topic": other}).text


@PROPERTY
@given(st.tuples(VALUES, VALUES), st.tuples(VALUES, VALUES))
def test_the_segments_are_injective_in_all_slots(values: tuple[str, str], others: tuple[str, str]) -> None:
    """This holds also where the joined text is equal: ab|c and a|bc."""
    content = content_of("{{p}}{{q}}", long("p"), long("q"))
    made = [last_step(content, dict(zip("pq", pair, strict=True))).segments for pair in (values, others)]
    assert (made[0] == made[1]) == (values == others)


def big(variables: int, characters: int) -> tuple[Document, dict[str, Scalar]]:
    names = [f"v{n}" for n in range(variables)]
    piece = "".join(f"{{{{{name}}}}} and " for name in names)
    template = (piece * (characters // len(piece) + 1))[:characters].rsplit("{{", 1)[0]
    return content_of(template, *map(long, names)), {name: f"<{name}>" for name in names}


class CountingInputs(dict[str, Scalar]):
    looks = 0

    def get(self, key: str, default: Any = None) -> Any:
        self.looks += 1
        return super().get(key, default)


def test_a_large_template_is_rendered_in_one_pass() -> None:
    """With 100,000 characters and 1,000 variables, each input is read once and each part created once."""
    content, inputs = big(1000, 100_000)
    counted = CountingInputs(inputs)
    step = last_step(content, counted)
    slots = len(re.findall(r"\{\{v\d+\}\}", content.steps[0].template))
    assert slots > 7_000
    assert counted.looks == 1000
    assert len([s for s in step.segments if s.kind == "value"]) == slots
    assert len(step.segments) <= 2 * slots + 1
    assert step.text == re.sub(r"\{\{(v\d+)\}\}", r"<\1>", content.steps[0].template)


@pytest.mark.timeout(30)
def test_rendering_takes_linear_time() -> None:
    """Four million characters take seconds in linear time, and hours if each slot scans the whole text."""
    content, inputs = big(1000, 4_000_000)
    assert rejected(content, inputs) == {("/inputs", "too_long")}


def test_an_oversized_result_is_rejected_before_rendering() -> None:
    content = content_of("{{x}}" * 4000, X)
    assert rejected(content, {"x": "y" * 100_000}) == {("/inputs", "too_long")}  # would be 400 MB
    assert len(last_step(content, {"x": "y" * (MAX_RENDERED // 4000)}).text) == MAX_RENDERED


def test_the_result_contains_tool_model_and_parameters() -> None:
    step = Step(
        key="a", kind="manual", title="A", template="t", tool="figma", model="m", parameters={"p": 1}, output="o"
    )
    rendered = last_step(Document(steps=[step]), {})
    assert (rendered.kind, rendered.tool, rendered.model, rendered.parameters, rendered.output) == (
        "manual",
        "figma",
        "m",
        {"p": 1},
        "o",
    )
