"""Test the JSON decoder: interoperable JSON (RFC 7493) is accepted, anything else gets 400."""

import json
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.http.problem import BadRequest
from service.http.schema.decode import MAX_DEPTH, MAX_VALUES, decode, split_query

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values, st.booleans())
def test_json_is_decoded_unchanged(value: Any, escaped: bool) -> None:
    assert decode(json.dumps(value, ensure_ascii=escaped).encode()) == value


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_400(body: bytes) -> None:
    with suppress(BadRequest):
        decode(body)


@given(values)
def test_any_truncation_gives_a_value_or_400(value: Any) -> None:
    body = json.dumps(value).encode()
    for end in range(len(body)):
        with suppress(BadRequest):
            decode(body[:end])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty_body"),
        (b" ", "malformed_json"),
        (b"{", "malformed_json"),
        (b'{"a":1', "malformed_json"),
        (b'{"a":1}}', "malformed_json"),
        (b'{"a":1} x', "malformed_json"),
        (b"{'a':1}", "malformed_json"),
        (b'{"a":1,}', "malformed_json"),
        (b'{"a":NaN}', "malformed_json"),
        (b'{"a":Infinity}', "malformed_json"),
        (b'{"a":-Infinity}', "malformed_json"),
        (b'{"a":01}', "malformed_json"),
        (b'\xef\xbb\xbf{"a":1}', "malformed_json"),
        (b'{"a":"\xff"}', "malformed_json"),
        (b'{"a":"\xed\xa0\x80"}', "malformed_json"),
        (b'{"a":"\\ud800"}', "malformed_json"),
        ('{"a":1}'.encode("utf-16"), "malformed_json"),
        (b'{"a":"\\u0000"}', "nul_character"),
        (b'{"\\u0000":1}', "nul_character"),
        (b'"\\u0000"', "nul_character"),
        (b'[["\\u0000"]]', "nul_character"),
        (b'{"a":"\x00"}', "malformed_json"),
        (b'{"a":1,"a":2}', "duplicate_key"),
        (b'{"a":1,"\\u0061":2}', "duplicate_key"),
        (b'[{"b":{"a":1,"a":1}}]', "duplicate_key"),
        (b'{"a":' + b"9" * 5000 + b"}", "malformed_json"),
        (b'{"a":1e' + b"9" * 400 + b"}", "malformed_json"),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "too_deep"),
        (b'{"a":' * (MAX_DEPTH + 1) + b"1" + b"}" * (MAX_DEPTH + 1), "too_deep"),
    ],
)
def test_json_that_is_not_interoperable_gets_400(body: bytes, code: str) -> None:
    with pytest.raises(BadRequest) as caught:
        decode(body)
    assert (caught.value.status, caught.value.code) == (400, code)


@pytest.mark.parametrize("body", [b"[" * 10_000 + b"]" * 10_000, b'{"a":' * 10_000 + b"1" + b"}" * 10_000])
def test_ten_thousand_levels_get_400(body: bytes) -> None:
    with pytest.raises(BadRequest):
        decode(body)


def test_the_depth_limit_is_exact() -> None:
    decode(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)


@given(st.dictionaries(texts.filter(bool), texts, max_size=6))
def test_query_strings_are_decoded(parameters: dict[str, str]) -> None:
    assert split_query(urlencode(parameters)) == parameters


@given(st.text(max_size=60))
def test_any_query_string_gives_parameters_or_400(query: str) -> None:
    with suppress(BadRequest):
        split_query(query)


@pytest.mark.parametrize(
    "query", ["a=%ff", "%ff=a", "a=%00", "a=%ed%a0%80", "a=1&a=2", "&".join(f"a{n}=1" for n in range(51))]
)
def test_invalid_query_strings_get_400(query: str) -> None:
    with pytest.raises(BadRequest):
        split_query(query)


@pytest.mark.parametrize("query", ["tag=a&limit=1&limit=2", "limit=1&tag=a&limit=1", "tag=a&limit=%00"])
def test_the_problem_names_the_invalid_parameter(query: str) -> None:
    with pytest.raises(BadRequest, match="'limit'"):
        split_query(query)


LONG = "a, [b] {c}" * 3000

MANY = {
    "items": b"[" + b",".join([b"1"] * (MAX_VALUES + 1)) + b"]",
    "empty objects": b"[" + b",".join([b"{}"] * (MAX_VALUES + 1)) + b"]",
    "members": b"{" + b",".join(b'"%d":1' % n for n in range(MAX_VALUES + 1)) + b"}",
    "items that a repeated key hides": b'{"a":[' + b",".join([b"1"] * MAX_VALUES) + b'],"a":1}',
    "strings with separators": b"[" + b",".join([b'",[{"'] * (MAX_VALUES + 1)) + b"]",
    "strings that end in a backslash": b"[" + b",".join([rb'"\\"'] * (MAX_VALUES + 1)) + b"]",
    "strings that never end": b'"' + rb"\"," * 500_000,
}


@pytest.mark.parametrize("body", MANY.values(), ids=MANY)
def test_too_many_values_are_rejected_before_parsing(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[object] = []
    monkeypatch.setattr("service.http.schema.decode.orjson.loads", parsed.append)
    monkeypatch.setattr("service.http.schema.decode.json.loads", lambda body, **options: parsed.append(body))
    if body[:1] == b'"':
        decode(body)  # one string value: the parser rejects it
        assert len(parsed) == 1
        return
    with pytest.raises(BadRequest) as refused:
        decode(body)
    assert (refused.value.code, parsed) == ("too_many_values", [])


def test_separators_in_strings_do_not_count_as_values() -> None:
    """10,000 values whose strings contain 100,000 commas, brackets and escaped quotes."""
    value = {f"k{n}": ["x", LONG[:10], '"\\', n] for n in range(2500)} | {"long": LONG}
    assert decode(json.dumps(value).encode()) == value
    assert len(decode(json.dumps([0] * (MAX_VALUES - 1)).encode())) == MAX_VALUES - 1
