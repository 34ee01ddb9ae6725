"""Test diffs of documents and texts."""

from itertools import pairwise

import attrs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.workflows.documents.diff import DiffError, DocumentDiff, FieldChange, apply, diff
from service.features.workflows.documents.document import Document, Step, Variable, same
from service.features.workflows.documents.text_diff import (
    _WORDS,
    BUDGET,
    Hunk,
    item_hunks,
    new_side,
    old_side,
    text_hunks,
)
from service.http.schema.output import encode
from tests.documents.strategies import ANY, PROPERTY, TEXTS, UNIQUE


def steps(*keys: str) -> Document:
    return Document(steps=[Step(key=key, title=key) for key in keys])


def brief(changes: DocumentDiff) -> list[tuple[str, str, int | None, int | None]]:
    return [(c.key, c.kind, c.old_position, c.new_position) for c in changes.steps]


@PROPERTY
@given(ANY, ANY)
def test_a_diff_applied_gives_the_target(old: Document, new: Document) -> None:
    assert same(apply(old, diff(old, new)), new)


@PROPERTY
@given(UNIQUE, st.randoms(use_true_random=False))
def test_a_diff_of_moved_steps_gives_the_target(content: Document, random: object) -> None:
    shuffled = list(content.steps)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = attrs.evolve(content, steps=shuffled)
    changes = diff(content, other)
    assert {change.kind for change in changes.steps} <= {"moved"}
    assert same(apply(content, changes), other)


@PROPERTY
@given(ANY)
def test_equal_documents_have_an_empty_diff(content: Document) -> None:
    assert diff(content, content) == DocumentDiff(variables=[], steps=[])


@PROPERTY
@given(ANY, ANY)
def test_a_diff_contains_only_differences(old: Document, new: Document) -> None:
    changes = diff(old, new)
    assert (changes == DocumentDiff(variables=[], steps=[])) == same(old, new)
    for change in [*changes.steps, *changes.variables]:
        assert bool(change.fields) == (change.kind == "changed")
        assert (change.step is not None or change.variable is not None) == (change.kind in ("added", "removed"))
        for field in change.fields:
            assert field.hunks is not None or not same(field.old, field.new)
            assert field.hunks is None or any(hunk.op != "equal" for hunk in field.hunks)


@PROPERTY
@given(ANY, ANY)
def test_a_diff_is_encoded_as_json(old: Document, new: Document) -> None:
    changes = diff(old, new)
    assert msgspec.json.decode(encode(changes), type=DocumentDiff) == changes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "xabc", [("x", "added", None, 0)]),
        ("abc", "ac", [("b", "removed", 1, None)]),
        ("abcd", "dabc", [("d", "moved", 3, 0)]),
        ("abcd", "bcda", [("a", "moved", 0, 3)]),
        ("abcd", "axcb", [("x", "added", None, 1), ("c", "moved", 2, 2), ("d", "removed", 3, None)]),
    ],
)
def test_the_number_of_moves_is_minimal(
    old: str, new: str, expected: list[tuple[str, str, int | None, int | None]]
) -> None:
    found = brief(diff(steps(*old), steps(*new)))
    assert [f[:2] for f in found if f[1] != "moved"] == [e[:2] for e in expected if e[1] != "moved"]
    assert len(found) == len(expected)
    if sum(e[1] == "moved" for e in expected) == 1 and len(old) == len(new) and set(old) == set(new):
        assert found == expected


def test_each_changed_field_is_listed() -> None:
    old = Step(key="a", title="One", template="Say hi", parameters={"t": 1, "s": "x"}, tool="claude")
    new = Step(key="a", title="Two", template="Say ho", parameters={"t": True, "p": 0.5}, tool=None)
    (change,) = diff(Document(steps=[old]), Document(steps=[new])).steps
    assert {f.field: (f.old, f.new) for f in change.fields if f.hunks is None} == {
        "title": ("One", "Two"),
        "tool": ("claude", None),
        "parameters/t": (1, True),
        "parameters/s": ("x", None),
        "parameters/p": (None, 0.5),
    }
    assert [f for f in change.fields if f.field == "template"] == [
        FieldChange(
            field="template",
            hunks=[
                Hunk(op="equal", text="Say "),
                Hunk(op="delete", text="hi"),
                Hunk(op="insert", text="ho"),
            ],
        )
    ]


def test_changed_choices_are_listed_one_by_one() -> None:
    old, new = (Variable(name="v", type="choice", choices=list(choices)) for choices in ("abc", "acd"))
    (change,) = diff(Document(variables=[old]), Document(variables=[new])).variables
    (field,) = change.fields
    assert field.field == "choices"
    assert [(h.op, h.text) for h in field.hunks or []] == [
        ("equal", "a"),
        ("delete", "b"),
        ("equal", "c"),
        ("insert", "d"),
    ]


def test_a_diff_of_another_document_is_rejected() -> None:
    old, new, other = (Document(steps=[Step(key="a", template=text)]) for text in ("one", "two", "three"))
    with pytest.raises(DiffError):
        apply(other, diff(old, new))
    with pytest.raises(DiffError):
        apply(Document(), diff(old, new))


@PROPERTY
@given(TEXTS, TEXTS)
def test_hunks_contain_both_texts(old: str, new: str) -> None:
    hunks = text_hunks(old, new)
    assert "".join(old_side(hunks)) == old
    assert "".join(new_side(hunks)) == new
    assert all(hunk.text for hunk in hunks)
    ops = [hunk.op for hunk in hunks]
    assert not any(a == b or (a, b) == ("insert", "delete") for a, b in pairwise(ops))
    if old == new:
        assert set(ops) <= {"equal"}


@PROPERTY
@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_hunks_of_lists_keep_a_longest_common_subsequence(old: list[str], new: list[str]) -> None:
    hunks = item_hunks(old, new)
    assert old_side(hunks) == old
    assert new_side(hunks) == new
    assert sum(hunk.op == "equal" for hunk in hunks) == _common(old, new)


def _common(old: list[str], new: list[str]) -> int:
    """Return the length of a longest common subsequence (textbook algorithm)."""
    row = [0] * (len(new) + 1)
    for item in old:
        last = row
        row = [0]
        for at, other in enumerate(new):
            row.append(last[at] + 1 if item == other else max(row[at], last[at + 1]))
    return row[-1]


def test_a_slot_is_compared_as_one_word() -> None:
    hunks = text_hunks('About {{topic}}. As "{{ tone }}"', 'About {{topic}}, in short. As "{{mood}}"')
    assert [(h.op, h.text) for h in hunks] == [
        ("equal", "About {{topic}}"),
        ("insert", ", in short"),
        ("equal", '. As "'),
        ("delete", "{{ tone }}"),
        ("insert", "{{mood}}"),
        ("equal", '"'),
    ]


def test_adjacent_changed_words_are_one_replacement() -> None:
    hunks = text_hunks("The big red fox jumps over.", "The small green fox leaps over!")
    assert [(h.op, h.text) for h in hunks] == [
        ("equal", "The "),
        ("delete", "big red"),
        ("insert", "small green"),
        ("equal", " fox "),
        ("delete", "jumps"),
        ("insert", "leaps"),
        ("equal", " over"),
        ("delete", "."),
        ("insert", "!"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "coarse"),
    [
        ("a " * 10_000, "b " * 10_000, True),
        ("a!" * 10_000, "!b" * 10_000, True),
        ("word " * 3_900, "word " * 3_900 + "more", False),
        ("x" * 20_000, "y" * 20_000, False),
        ("a\n" * 200_000, "\nb" * 200_000, True),
    ],
)
@pytest.mark.timeout(20)  # Each takes milliseconds; without a limit, the last would compare 10¹¹ pairs.
def test_the_cost_of_a_comparison_is_limited(old: str, new: str, coarse: bool) -> None:
    assert (_tokens(old) * _tokens(new) > BUDGET) == coarse
    hunks = text_hunks(old, new)
    assert "".join(old_side(hunks)) == old
    assert "".join(new_side(hunks)) == new


def _tokens(text: str) -> int:
    return len(_WORDS.findall(text))
