"""Test the strict input readers: exact types, no unknown fields, and all problems at once with their pointers."""

from contextlib import suppress
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, Literal
from uuid import UUID

import orjson
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from service.http.problem import BadRequest, Unprocessable
from service.http.schema.fields import MISSING, Form, Missing, integer, items, number, text
from service.http.schema.output import encode
from service.http.schema.wire import patched, query_reader, reader


@frozen
class Step:
    name: str = text(min=1, max=5)
    count: int = integer(min=0, max=9, default=1)


@frozen(kw_only=True)
class Draft:
    title: str = text(min=2, max=10, multiline=False)
    slug: str = text(max=10, pattern=r"[a-z]+")
    on: bool
    kind: Literal["text", "number"]
    owner: UUID
    at: datetime
    share: float = number(min=0, max=1)
    steps: list[Step] = items(max=2, factory=list)
    note: str | None = text(max=5, default=None)


@frozen
class Patch:
    title: str | Missing = text(max=5, default=MISSING)
    bio: str | Missing | None = text(max=5, default=MISSING)


GOOD: dict[str, Any] = {
    "title": "ab",
    "slug": "abc",
    "on": True,
    "kind": "text",
    "owner": "00000000-0000-0000-0000-000000000007",
    "at": "2026-11-22T10:00:00Z",
    "share": 0.5,
}
read = reader(Draft)


def problems(value: Any, reading: Any = read) -> list[tuple[str, str]]:
    with pytest.raises(Unprocessable) as caught:
        reading(value)
    return sorted((error.pointer, error.code) for error in caught.value.errors)


def test_valid_input() -> None:
    made = read({**GOOD, "steps": [{"name": "a"}], "note": None})
    assert made == Draft(
        title="ab",
        slug="abc",
        on=True,
        kind="text",
        owner=UUID(int=7),
        at=datetime(2026, 11, 22, 10, tzinfo=UTC),
        share=0.5,
        steps=[Step("a")],
    )


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", None, "wrong_type"),
        ("title", 12, "wrong_type"),
        ("title", ["ab"], "wrong_type"),
        ("title", "a", "too_short"),
        ("title", "a" * 11, "too_long"),
        ("title", "a\nb", "control_character"),
        ("title", "a\x7fb", "control_character"),
        ("slug", "abc\n", "wrong_format"),
        ("slug", "ABC", "wrong_format"),
        ("on", "false", "wrong_type"),
        ("on", 0, "wrong_type"),
        ("on", None, "wrong_type"),
        ("kind", "other", "unknown_value"),
        ("kind", None, "unknown_value"),
        ("owner", "7", "wrong_format"),
        ("owner", 7, "wrong_format"),
        ("owner", "{00000000-0000-0000-0000-00000000007}", "wrong_format"),
        ("at", "2026-11-22", "wrong_format"),
        ("at", "2026-11-22T10:00:00", "wrong_format"),
        ("at", "2026-13-22T10:00:00Z", "wrong_format"),
        ("at", "0001-01-01T00:00:00+10:00", "wrong_format"),
        ("at", "٢٠٢٦-11-22T10:00:00Z", "wrong_format"),
        ("at", 1, "wrong_format"),
        ("share", "0.5", "wrong_type"),
        ("share", True, "wrong_type"),
        ("share", 1.5, "too_large"),
        ("steps", None, "wrong_type"),
        ("steps", {}, "wrong_type"),
        ("steps", "ab", "wrong_type"),
        ("steps", [{"name": "a"}] * 3, "too_many"),
        ("note", False, "wrong_type"),
    ],
)
def test_each_invalid_field_has_its_code(field: str, value: Any, code: str) -> None:
    assert problems({**GOOD, field: value}) == [(f"/{field}", code)]


def test_a_described_pattern_appears_in_the_message() -> None:
    @frozen
    class Named:
        name: str = text(max=10, pattern=Form("[a-z]+", "lower-case letters"))
        code: str = text(max=10, pattern="[0-9]+")

    with pytest.raises(Unprocessable) as caught:
        reader(Named)({"name": "A", "code": "A"})
    assert [error.message for error in caught.value.errors] == ["Must be lower-case letters.", "Must match [0-9]+."]


def test_all_problems_are_reported_at_once_with_pointers() -> None:
    value = {**GOOD, "on": 1, "steps": [{"name": ""}, {"name": "a", "count": 10, "x/~y": 1}], "more": 1}
    del value["title"]
    assert problems(value) == [
        ("/more", "unknown_field"),
        ("/on", "wrong_type"),
        ("/steps/0/name", "too_short"),
        ("/steps/1/count", "too_large"),
        ("/steps/1/x~1~0y", "unknown_field"),
        ("/title", "required"),
    ]


@pytest.mark.parametrize("value", [None, [], "x", 1, True, [GOOD]])
def test_a_body_must_be_an_object(value: Any) -> None:
    assert problems(value) == [("", "wrong_type")]


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 1.5, 1e300, float("inf"), "1", True, None, 10, 10.0, -1])
def test_integers_must_be_integers_within_their_bounds(value: Any) -> None:
    assert [pointer for pointer, _ in problems({"name": "a", "count": value}, reader(Step))] == ["/count"]


@frozen
class Numbered:
    count: int = integer(min=0, max=9)
    format: Literal[1] = 1


def test_a_float_without_a_fraction_is_an_integer() -> None:
    made = reader(Numbered)({"count": 3.0, "format": 1.0})
    assert (made, type(made.count), type(made.format)) == (Numbered(3), int, int)
    assert problems({"count": 3, "format": True}, reader(Numbered)) == [("/format", "unknown_value")]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "steps", "note", "other"]), json_values))
def test_any_input_gives_a_draft_or_422(changes: dict[str, Any]) -> None:
    with suppress(Unprocessable):
        assert isinstance(read({**GOOD, **changes}), Draft)


@given(st.text(max_size=50))
def test_any_query_string_gives_a_value_or_4xx(query: str) -> None:
    @frozen
    class Query:
        limit: int = integer(min=1, max=100, default=20)
        on: bool = False
        sort: Literal["new", "hot"] = "new"

    with suppress(BadRequest, Unprocessable):
        query_reader(Query)(query)


def test_query_strings_are_parsed_by_type() -> None:
    @frozen
    class Query:
        limit: int = integer(min=1, max=100, default=20)
        on: bool = False

    parse = query_reader(Query)
    assert parse("") == Query(20, False)
    assert parse("limit=7&on=true") == Query(7, True)
    for bad, pointer in (("limit=0", "/limit"), ("limit=1e1", "/limit"), ("limit=%D9%A7", "/limit"), ("on=1", "/on")):
        assert [found for found, _ in problems(bad, parse)] == [pointer]
    assert problems("limit=" + "9" * 5000, parse) == [("/limit", "wrong_type")]
    assert problems("page=2", parse) == [("/page", "unknown_field")]


def test_unique_items_reject_duplicates() -> None:
    @frozen
    class Tagged:
        tags: list[str] = items(max=4, unique=True)

    assert reader(Tagged)({"tags": ["b", "a"]}).tags == ["b", "a"]
    assert problems({"tags": ["a", "b", "a", "b"]}, reader(Tagged)) == [
        ("/tags/2", "duplicate"),
        ("/tags/3", "duplicate"),
    ]


def test_a_patch_distinguishes_null_from_absent() -> None:
    read_patch = reader(Patch)
    stored = SimpleNamespace(title="a", bio="b", version=1)
    assert patched(stored, read_patch({"bio": None})) == ({"title": "a", "bio": "b"}, {"title": "a", "bio": None})
    assert problems({"title": None}, read_patch) == [("/title", "wrong_type")]


def test_output_has_times_in_utc_and_ids_as_text() -> None:
    made = read({**GOOD, "at": "2026-11-22T12:00:00.25+02:00"})
    written = orjson.loads(encode(made))
    assert written["at"] == "2026-11-22T10:00:00.250000Z"
    assert written["owner"] == GOOD["owner"]
    assert reader(Draft)(written) == made
