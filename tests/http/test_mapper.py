"""Conversion of rows to response types, and the JSON of response types."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal
from uuid import UUID

import pytest
from attrs import frozen
from msgspec import Raw

from service.db.query import Row
from service.http.results import Page
from service.http.schema.fields import Json
from service.http.schema.mapper import GIVEN, JSON, Value, mapper
from service.http.schema.output import Encoded, Output, encode

ID = UUID("01941f29-7c00-7000-8000-000000000000")
NOON = datetime(2026, 11, 30, 12, 0, 0, 250_000, UTC)


class PostRow(Row):
    post_id: UUID
    handle: str
    avatar_url: str | None
    kind: str
    tags: list[str]
    parent: str | None
    number: int | None
    links: str
    created_at: datetime


class Author(Output):
    handle: str
    avatar_url: str | None


class Parent(Output):
    slug: str
    number: int


@frozen
class Link:
    label: str


class Post(Output):
    id: UUID
    author: Author
    kind: Literal["text", "image"]
    tags: list[Literal["a", "b"]]
    answers: Parent | None
    links: Encoded[list[Link]]
    created_at: datetime
    version: int
    own: bool
    length: int


ROW = PostRow(ID, "ada", None, "text", ["a", "b"], "first", 3, '[{"label": "x"}]', NOON)
post_of = mapper(
    PostRow,
    Post,
    id="post_id",
    answers={"slug": "parent"},
    links=JSON,
    version=Value(1),
    own=GIVEN,
    length=lambda row: len(row.tags),
)


def test_every_kind_of_source() -> None:
    assert post_of(ROW, own=True) == Post(
        ID, Author("ada", None), "text", ["a", "b"], Parent("first", 3), Raw(b'[{"label": "x"}]'), NOON, 1, True, 2
    )


@pytest.mark.parametrize(("parent", "number"), [(None, 3), ("first", None), (None, None)])
def test_an_optional_nested_type_needs_all_its_required_columns(parent: str | None, number: int | None) -> None:
    row = PostRow(ID, "ada", None, "text", [], parent, number, "[]", NOON)
    assert post_of(row, own=False).answers is None


class Answer(Output):
    number: int
    kind: Json


def test_stored_json_goes_into_the_response_as_it_is() -> None:
    assert b'"links":[{"label": "x"}]' in encode(post_of(ROW, own=True))
    answer_of = mapper(PostRow, Answer, number=Value(1), kind=JSON)
    row = PostRow(ID, "ada", None, '{"a": 1}', [], None, None, "[]", NOON)
    assert encode(answer_of(row)) == b'{"number":1,"kind":{"a": 1}}'


def test_a_given_field_is_required() -> None:
    with pytest.raises(TypeError, match="own"):
        post_of(ROW)


def test_a_field_without_a_source_fails() -> None:
    with pytest.raises(TypeError, match=r"Post\.id has no source in PostRow"):
        mapper(PostRow, Post)


class Numbered(Output):
    kind: int


class Known(Output):
    parent: str


class Placed(Output):
    place: Parent


def number_of(row: PostRow) -> int | None:
    return row.number


@pytest.mark.parametrize(
    ("wire", "sources", "message"),
    [
        (Numbered, {}, "Numbered.kind is <class 'int'>, but its source in PostRow is <class 'str'>"),
        (Numbered, {"kind": "number"}, "source in PostRow is int | None"),
        (Numbered, {"kind": number_of}, "source in PostRow is int | None"),
        (Known, {}, "source in PostRow is str | None"),
        (Known, {"parent": JSON}, "source in PostRow is msgspec.Raw | None"),
        (Known, {"other": "kind"}, "Known has no field other"),
        (Placed, {"place": {"slug": "kind"}}, "Placed.place is not optional, but number of PostRow can be null"),
    ],
)
def test_a_source_of_another_type_fails(wire: type, sources: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as error:
        mapper(PostRow, wire, **sources)
    assert message in str(error.value)


class Told(Output):
    at: datetime
    id: UUID
    on: bool
    text: str
    link: Link
    share: float


def test_the_json_of_a_response() -> None:
    amsterdam = timezone(timedelta(hours=1))
    told = Told(NOON, ID, True, "é\u2028\x01", Link("x"), 0.5)
    text = '"2026-11-30T12:00:00.250000Z","id":"01941f29-7c00-7000-8000-000000000000","on":true,"text":"é\u2028\\u0001"'
    assert encode(told).decode() == f'{{"at":{text},"link":{{"label":"x"}},"share":0.5}}'
    assert encode(NOON.replace(microsecond=0)) == b'"2026-11-30T12:00:00Z"'
    assert encode(datetime(2026, 11, 30, 13, tzinfo=amsterdam)) == b'"2026-11-30T13:00:00+01:00"'
    assert (
        encode(Page([told, told], "c")).decode()
        == f'{{"data":[{encode(told).decode()},{encode(told).decode()}],"next_cursor":"c"}}'
    )
