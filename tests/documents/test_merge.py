"""Test the three-way merge of documents."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.workflows.documents.document import Document, Step, Variable, same
from service.features.workflows.documents.merge import Conflict, Merged, Resolution, merge
from service.http.problem import Unprocessable
from tests.documents.strategies import ANY, KEYS, NAMES, PROPERTY, TEXTS, UNIQUE, steps, variables


@st.composite
def edited(draw: st.DrawFn, base: Document) -> Document:
    """Draw `base` after a few typical edits."""
    made_steps, made_variables = list(base.steps), list(base.variables)
    for _ in range(draw(st.integers(0, 3))):
        what = draw(st.sampled_from(["add", "remove", "template", "title", "parameter", "move", "variable", "drop"]))
        at = draw(st.integers(0, max(0, len(made_steps) - 1)))
        if what == "add":
            step = draw(steps(KEYS | st.sampled_from(["f", "g", "h"])))
            if step.key not in {s.key for s in made_steps}:
                made_steps.insert(draw(st.integers(0, len(made_steps))), step)
        elif what == "variable":
            variable = draw(variables(NAMES | st.just("new")))
            made_variables = [v for v in made_variables if v.name != variable.name] + [variable]
        elif what == "drop" and made_variables:
            made_variables.pop(0)
        elif not made_steps:
            continue
        elif what == "remove":
            made_steps.pop(at)
        elif what == "move":
            made_steps.insert(draw(st.integers(0, len(made_steps) - 1)), made_steps.pop(at))
        elif what == "template":
            made_steps[at] = attrs.evolve(made_steps[at], template=draw(TEXTS))
        elif what == "title":
            made_steps[at] = attrs.evolve(made_steps[at], title=draw(TEXTS))
        elif what == "parameter":
            made_steps[at] = attrs.evolve(made_steps[at], parameters={"seed": draw(st.integers(0, 2))})
    return Document(variables=made_variables, steps=made_steps)


@st.composite
def three(draw: st.DrawFn) -> tuple[Document, Document, Document]:
    """Draw a base and an edited version of it on two sides."""
    base = draw(UNIQUE)
    ours, theirs = draw(edited(base)), draw(edited(base))
    if draw(st.booleans()):
        ours, theirs = (_retitled(side, draw(TEXTS)) for side in (ours, theirs))
    return base, ours, theirs


def _retitled(content: Document, title: str) -> Document:
    return attrs.evolve(content, steps=[attrs.evolve(step, title=title) for step in content.steps])


def unconflicted(content: Document) -> Merged:
    return Merged(content=content, conflicts=[])


def same_merge(one: Merged, other: Merged) -> bool:
    return same(one.content, other.content) and one.conflicts == other.conflicts


@PROPERTY
@given(ANY, ANY)
def test_changes_of_theirs_alone_are_taken(base: Document, theirs: Document) -> None:
    assert same_merge(merge(base, base, theirs), unconflicted(theirs))


@PROPERTY
@given(ANY, ANY)
def test_changes_of_ours_alone_are_kept(base: Document, ours: Document) -> None:
    assert same_merge(merge(base, ours, base), unconflicted(ours))


@PROPERTY
@given(ANY, ANY)
def test_equal_changes_are_no_conflict(base: Document, both: Document) -> None:
    assert same_merge(merge(base, both, both), unconflicted(both))


@PROPERTY
@given(three())
def test_a_merge_without_conflicts_is_symmetric(sides: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = sides
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert [c.id for c in one.conflicts] == [c.id for c in other.conflicts]
    assert [(c.ours, c.theirs) for c in one.conflicts] == [(c.theirs, c.ours) for c in other.conflicts]
    if not one.conflicts:
        assert same(one.content, other.content)


@PROPERTY
@given(three())
def test_every_resolution_settles_its_conflict(sides: tuple[Document, Document, Document]) -> None:
    """Resolving all conflicts creates no new ones, and each conflict has a unique ID."""
    conflicts = merge(*sides).conflicts
    assert len({c.id for c in conflicts}) == len(conflicts)
    if not conflicts:
        return
    for take in ("ours", "theirs"):
        done = merge(*sides, {c.id: Resolution(take=take) for c in conflicts})
        assert done.conflicts == []
    half = merge(*sides, {conflicts[0].id: Resolution(take="ours")})
    assert half.conflicts == conflicts[1:]
    assert same(half.content, merge(*sides).content)  # "ours" applies to unresolved conflicts


@PROPERTY
@given(three())
def test_taking_theirs_mirrors_taking_ours(sides: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = sides
    conflicts = merge(base, ours, theirs).conflicts
    one = merge(base, ours, theirs, {c.id: Resolution(take="theirs") for c in conflicts})
    other = merge(base, theirs, ours, {c.id: Resolution(take="ours") for c in conflicts})
    assert same(one.content, other.content)


@PROPERTY
@given(three())
def test_a_merge_contains_only_steps_and_values_of_the_sides(sides: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = sides
    merged = merge(base, ours, theirs).content
    keys = [step.key for step in merged.steps]
    assert len(set(keys)) == len(keys)
    o, t, b = ({step.key: step for step in side.steps} for side in (ours, theirs, base))
    assert set(keys) <= set(o) | set(t)
    assert set(o) & set(t) <= set(keys)
    assert (set(o) | set(t)) - set(b) <= set(keys)
    for step in merged.steps:
        for name in ("template", "title", "kind", "output", "model"):
            assert getattr(step, name) in {getattr(side[step.key], name) for side in (o, t) if step.key in side}


A = Step(key="a", title="A", template="one", parameters={"t": 1})
B = Step(key="b", title="B", template="two")
C = Step(key="c", title="C", template="three")
BASE = Document(variables=[Variable(name="v")], steps=[A, B, C])


def with_steps(*made: Step) -> Document:
    return attrs.evolve(BASE, steps=list(made))


def keys(content: Document) -> str:
    return "".join(step.key for step in content.steps)


def test_changes_to_different_fields_of_a_step_are_merged() -> None:
    ours = with_steps(attrs.evolve(A, title="Ours", parameters={"t": 1, "p": 2}), B, C)
    theirs = with_steps(attrs.evolve(A, template="theirs", parameters={"t": 3}), B, C)
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == []
    assert merged.content.steps[0] == Step(key="a", title="Ours", template="theirs", parameters={"t": 3, "p": 2})


def test_two_changes_of_one_field_are_a_conflict() -> None:
    ours = with_steps(attrs.evolve(A, template="ours"), B, C)
    theirs = with_steps(attrs.evolve(A, template="theirs", title="New"), B, C)
    merged = merge(BASE, ours, theirs)
    expected = Conflict(id="/steps/a/template", step="a", field="template", base="one", ours="ours", theirs="theirs")
    assert merged.conflicts == [expected]
    for resolution, text in (
        (Resolution(take="ours"), "ours"),
        (Resolution(take="theirs"), "theirs"),
        (Resolution(take="value", value="both"), "both"),
    ):
        done = merge(BASE, ours, theirs, {expected.id: resolution})
        assert done.conflicts == []
        assert done.content.steps[0] == attrs.evolve(A, template=text, title="New")


def test_each_parameter_is_merged_as_a_field() -> None:
    ours, theirs = (with_steps(attrs.evolve(A, parameters={"t": value}), B, C) for value in (True, 2))
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.id, conflict.base, conflict.ours, conflict.theirs) == ("/steps/a/parameters/t", 1, True, 2)
    done = merge(BASE, ours, theirs, {conflict.id: Resolution(take="value", value=None)})
    assert done.content.steps[0].parameters == {}


@pytest.mark.parametrize("ours_removes", [True, False])
def test_an_edit_against_a_removal_is_a_conflict(ours_removes: bool) -> None:
    edit = attrs.evolve(B, template="edited")
    sides = (with_steps(A, C), with_steps(A, edit, C))
    ours, theirs = sides if ours_removes else sides[::-1]
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.id, conflict.step, conflict.field) == ("/steps/b", "b", None)
    assert conflict.base["template"] == "two"
    assert (conflict.ours is None) == ours_removes
    assert (conflict.theirs or conflict.ours)["template"] == "edited"
    taken: dict[str, Document] = {
        take: merge(BASE, ours, theirs, {"/steps/b": Resolution(take=take)}).content for take in ("ours", "theirs")
    }
    removed, kept = ("ours", "theirs") if ours_removes else ("theirs", "ours")
    assert same(taken[removed], with_steps(A, C))
    assert same(taken[kept], with_steps(A, edit, C))


def test_an_unchanged_step_removed_by_theirs_is_removed() -> None:
    assert keys(merge(BASE, BASE, with_steps(A, C)).content) == "ac"
    assert keys(merge(BASE, with_steps(C, B, A), with_steps(A, C)).content) == "ca"


X, Y = Step(key="x", title="X"), Step(key="y", title="Y")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([A, X, B, C], [A, B, Y, C], "axbyc"),
        ([A, X, B, C], [A, Y, B, C], "axybc"),
        ([A, Y, B, C], [A, X, B, C], "axybc"),
        ([X, A, B, C], [C, A, B], "xcab"),
        ([A, B, C, X], [C, A, B], "cxab"),
        ([A, X, C], [A, B, Y, C], "axyc"),
        ([B, A, C], [B, A, C, Y], "bacy"),
    ],
)
def test_reordering_and_additions_are_merged(ours: list[Step], theirs: list[Step], expected: str) -> None:
    merged = merge(BASE, with_steps(*ours), with_steps(*theirs))
    assert merged.conflicts == []
    assert keys(merged.content) == expected


def test_two_different_orders_are_a_conflict() -> None:
    sides = BASE, with_steps(B, A, C), with_steps(A, C, B)
    (conflict,) = merge(*sides).conflicts
    expected = Conflict(id="/steps", field="order", base=["a", "b", "c"], ours=["b", "a", "c"], theirs=["a", "c", "b"])
    assert conflict == expected
    assert keys(merge(*sides, {"/steps": Resolution(take="ours")}).content) == "bac"
    assert keys(merge(*sides, {"/steps": Resolution(take="theirs")}).content) == "acb"


def test_one_key_added_with_different_texts_is_a_conflict() -> None:
    ours, theirs = (with_steps(A, B, C, Step(key="x", title=title, template="t")) for title in ("One", "Two"))
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.id, conflict.base, conflict.ours, conflict.theirs) == ("/steps/x/title", None, "One", "Two")


def test_variables_are_merged_like_steps() -> None:
    ours, theirs = (
        attrs.evolve(BASE, variables=[Variable(name="v", label=label, required=required)])
        for label, required in (("Ours", True), ("Theirs", False))
    )
    merged = merge(BASE, ours, theirs)
    assert [(c.id, c.variable, c.step) for c in merged.conflicts] == [("/variables/v/label", "v", None)]
    assert merged.content.variables[0].required is False


CLASH = (BASE, with_steps(attrs.evolve(A, template="ours"), B), with_steps(attrs.evolve(A, template="theirs"), B, C))


@pytest.mark.parametrize(
    ("resolutions", "errors"),
    [
        ({"/steps/b/title": Resolution(take="ours")}, {("/resolutions/~1steps~1b~1title", "no_such_conflict")}),
        (
            {"/steps/a/template": Resolution(take="value", value=3)},
            {("/resolutions/~1steps~1a~1template/value", "wrong_type")},
        ),
        (
            {"/steps/a/template": Resolution(take="value", value="x" * 20_001)},
            {("/resolutions/~1steps~1a~1template/value", "too_long")},
        ),
        (
            {"/steps/a/template": Resolution(take="value"), "no": Resolution(take="ours")},
            {("/resolutions/~1steps~1a~1template/value", "wrong_type"), ("/resolutions/no", "no_such_conflict")},
        ),
    ],
)
def test_invalid_resolutions_are_rejected(resolutions: dict[str, Any], errors: set[tuple[str, str]]) -> None:
    with pytest.raises(Unprocessable) as refused:
        merge(*CLASH, resolutions)
    assert {(e.pointer, e.code) for e in refused.value.errors} == errors


def test_only_fields_accept_a_value_as_resolution() -> None:
    sides = BASE, with_steps(A, C), with_steps(A, attrs.evolve(B, title="New"), C)
    with pytest.raises(Unprocessable) as refused:
        merge(*sides, {"/steps/b": Resolution(take="value", value={})})
    assert [e.code for e in refused.value.errors] == ["no_value_here"]
