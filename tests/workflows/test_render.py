import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from service.features.workflows.documents.document import Content, Step, Variable, VariableType
from service.features.workflows.documents.render import MAX_RENDERED, RenderedStep, mark, render
from service.features.workflows.documents.template import Slot, Text, parse, source_of
from service.http.problem import Unprocessable
from service.http.schema.fields import Scalar
from tests.workflows.contents import LAW, TEXTS


def of(template: str, *variables: Variable) -> Content:
    return Content(variables=list(variables), steps=[Step(key="a", title="A", template=template)])


def one(content: Content, inputs: dict[str, Scalar], outputs: dict[str, str] | None = None) -> RenderedStep:
    return render(content, inputs, outputs).steps[-1]


def refused(content: Content, inputs: dict[str, Scalar], outputs: dict[str, str] | None = None) -> set[tuple[str, str]]:
    with pytest.raises(Unprocessable) as error:
        render(content, inputs, outputs)
    return {(e.pointer, e.code) for e in error.value.errors}


def long(name: str) -> Variable:
    return Variable(name=name, type="long_text", required=False)


X = Variable(name="x", type="long_text")


def test_fills_in() -> None:
    step = one(of(r"Hi {{x}}, \{{x}} { {{ x }}}", X), {"x": "Ada"})
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
def test_values_become_text(kind: VariableType, given: Scalar, text: str) -> None:
    assert one(of("{{x}}", Variable(name="x", type=kind, choices=["warm"])), {"x": given}).text == text


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
def test_values_of_another_type_are_refused(kind: VariableType, given: Any, code: str) -> None:
    content = of("{{x}}", Variable(name="x", type=kind, choices=["warm"]))
    assert refused(content, {"x": given}) == {("/inputs/x", code)}


@pytest.mark.parametrize("kind", ["text", "long_text", "number", "choice", "boolean"])
def test_what_is_optional_may_be_left_out_or_empty(kind: VariableType) -> None:
    content = of("<{{x}}>", Variable(name="x", type=kind, required=False, choices=["warm"]))
    assert one(content, {}).text == "<>"
    assert one(content, {"x": ""}).text == "<>"


def test_a_default_stands_in() -> None:
    content = of("{{x}}", Variable(name="x", type="number", default="0.70"))
    assert one(content, {}).text == "0.70"
    assert one(content, {"x": 1}).text == "1"
    optional = of("<{{x}}>", Variable(name="x", required=False, default="d"))
    assert one(optional, {"x": ""}).text == "<>"


def test_everything_that_is_wrong_is_told_at_once() -> None:
    content = of("{{x}}{{n}}{{y}}", X, Variable(name="n", type="number"), Variable(name="y"))
    assert refused(content, {"n": "many", "typo/x": "t"}, {"nobody": "t"}) == {
        ("/inputs/x", "required"),
        ("/inputs/y", "required"),
        ("/inputs/n", "wrong_type"),
        ("/inputs/typo~1x", "unknown_name"),
        ("/outputs/nobody", "unknown_name"),
    }


CHAIN = Content(
    variables=[X],
    steps=[
        Step(key="a", title="A", template="About {{x}}", output="draft"),
        Step(key="b", title="B", template="Shorten {{draft}}. Again: {{draft}}"),
    ],
)


def test_an_output_is_a_marked_place_until_it_is_there() -> None:
    step = one(CHAIN, {"x": "bees"})
    assert step.text == "Shorten ⟦draft⟧. Again: ⟦draft⟧"
    assert step.waiting_for == ["draft"]
    assert [(s.kind, s.name) for s in step.segments if s.kind != "text"] == [("slot", "draft")] * 2
    filled = one(CHAIN, {"x": "bees"}, {"draft": "Bees {{x}} ⟦draft⟧"})
    assert filled.text == "Shorten Bees {{x}} ⟦draft⟧. Again: Bees {{x}} ⟦draft⟧"
    assert filled.waiting_for == []


def test_a_draft_with_mistakes_is_shown_with_them() -> None:
    step = one(of("{{x}} {{nobody}} {{1}}", X), {"x": "v"})
    assert step.text == "v ⟦nobody⟧ {{1}}"


@LAW
@given(TEXTS, st.text(st.characters(exclude_categories=["Cs"])) | TEXTS)
def test_nothing_inside_an_input_is_read(template: str, value: str) -> None:
    """The text is the template's texts with the value at its slots: no matter what either looks like."""
    assume(value)
    parts = parse(template).parts
    expected = [p.text if isinstance(p, Text) else value if p.name == "topic" else mark(p.name) for p in parts]
    topic = Variable(name="topic", type="long_text")
    step = one(of(template, topic), {"topic": value})
    assert [s.text for s in step.segments] == expected
    assert step.text == "".join(expected)


@pytest.mark.parametrize("value", ["{{x}}", "{{y}}", r"\{{x}}", "{{", "⟦y⟧", "${x} %s {0} $(id) <%= x %>", "{{{{x}}}}"])
def test_an_input_that_looks_like_a_slot_stays_as_it_is(value: str) -> None:
    content = of("{{x}}|{{y}}|{{x}}", X, Variable(name="y", type="long_text"))
    assert one(content, {"x": value, "y": "Y"}).text == f"{value}|Y|{value}"


VALUES = st.text("ab{}\\⟦⟧", min_size=1, max_size=6)


@LAW
@given(TEXTS, VALUES, VALUES)
def test_the_text_is_injective_in_each_slot(template: str, value: str, other: str) -> None:
    """All else being equal, two values of one variable that is used give two texts."""
    assume(value != other)
    source = template + source_of([Slot("topic", "", 0)])
    content = of(source, Variable(name="topic", type="long_text"))
    assume("topic" in parse(source).names)
    assert one(content, {"topic": value}).text != one(content, {"topic": other}).text


@LAW
@given(st.tuples(VALUES, VALUES), st.tuples(VALUES, VALUES))
def test_the_segments_are_injective_in_all_slots(values: tuple[str, str], others: tuple[str, str]) -> None:
    """Also where the joined text cannot tell: ab|c and a|bc."""
    content = of("{{p}}{{q}}", long("p"), long("q"))
    made = [one(content, dict(zip("pq", pair, strict=True))).segments for pair in (values, others)]
    assert (made[0] == made[1]) == (values == others)


def big(variables: int, characters: int) -> tuple[Content, dict[str, Scalar]]:
    names = [f"v{n}" for n in range(variables)]
    piece = "".join(f"{{{{{name}}}}} and " for name in names)
    template = (piece * (characters // len(piece) + 1))[:characters].rsplit("{{", 1)[0]
    return of(template, *map(long, names)), {name: f"<{name}>" for name in names}


class Counted(dict[str, Scalar]):
    looks = 0

    def get(self, key: str, default: Any = None) -> Any:
        self.looks += 1
        return super().get(key, default)


def test_a_large_template_is_read_once() -> None:
    """100,000 characters and 1,000 variables: each input is asked for once, each piece is made once."""
    content, inputs = big(1000, 100_000)
    counted = Counted(inputs)
    step = one(content, counted)
    slots = len(re.findall(r"\{\{v\d+\}\}", content.steps[0].template))
    assert slots > 7_000
    assert counted.looks == 1000
    assert len([s for s in step.segments if s.kind == "value"]) == slots
    assert len(step.segments) <= 2 * slots + 1
    assert step.text == re.sub(r"\{\{(v\d+)\}\}", r"<\1>", content.steps[0].template)


@pytest.mark.timeout(30)
def test_forty_times_as_large_is_no_trouble() -> None:
    """Four million characters: seconds when linear, hours when each slot costs a look at the whole."""
    content, inputs = big(1000, 4_000_000)
    assert refused(content, inputs) == {("/inputs", "too_long")}


def test_what_would_burst_is_refused_before_it_is_made() -> None:
    content = of("{{x}}" * 4000, X)
    assert refused(content, {"x": "y" * 100_000}) == {("/inputs", "too_long")}  # 400 MB
    assert len(one(content, {"x": "y" * (MAX_RENDERED // 4000)}).text) == MAX_RENDERED


def test_tool_model_and_parameters_come_along() -> None:
    step = Step(
        key="a", kind="manual", title="A", template="t", tool="figma", model="m", parameters={"p": 1}, output="o"
    )
    rendered = one(Content(steps=[step]), {})
    assert (rendered.kind, rendered.tool, rendered.model, rendered.parameters, rendered.output) == (
        "manual",
        "figma",
        "m",
        {"p": 1},
        "o",
    )
