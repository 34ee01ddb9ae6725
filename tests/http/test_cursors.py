"""Test cursors: decoding returns the encoded values, and changed cursors are rejected."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core.config import SecretKey
from service.http.pagination import Cursors, PageQuery
from service.http.problem import BadRequest
from service.security.keyring import KeyRing

KEY = SecretKey("a", b"a" * 32)
CURSORS = Cursors(KeyRing((KEY,)))

positions = st.lists(
    st.one_of(
        st.datetimes(timezones=st.just(UTC)),
        st.uuids(),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=40),
    ),
    min_size=1,
    max_size=4,
)


@given(positions, st.text(max_size=60))
def test_a_cursor_round_trips(position: list[Any], scope: str) -> None:
    cursor = CURSORS.encode(scope, position)
    assert cursor.isascii()
    assert CURSORS.decode(scope, cursor, [type(value) for value in position]) == tuple(position)


def test_no_cursor_is_the_first_page() -> None:
    assert CURSORS.decode("list", None, [int]) is None


def test_a_changed_byte_is_rejected() -> None:
    cursor = CURSORS.encode("list", [datetime(2026, 1, 1, tzinfo=UTC), UUID(int=7)])
    data = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    for place in range(len(data)):
        for mask in (0x01, 0x80, 0xFF):
            changed = bytearray(data)
            changed[place] ^= mask
            with pytest.raises(BadRequest):
                CURSORS.decode("list", urlsafe_b64encode(changed).rstrip(b"=").decode(), [datetime, UUID])


@given(st.text(max_size=100))
def test_any_other_text_is_rejected(text: str) -> None:
    with pytest.raises(BadRequest) as caught:
        CURSORS.decode("list", text, [int])
    assert caught.value.code == "invalid_cursor"


@given(st.integers(0, 40), st.integers(1, 9))
def test_a_shortened_or_extended_cursor_is_rejected(cut: int, more: int) -> None:
    cursor = CURSORS.encode("list", ["some text", 12])
    for changed in (cursor[: min(cut, len(cursor) - 1)], cursor + "A" * more):
        with pytest.raises(BadRequest):
            CURSORS.decode("list", changed, [str, int])


def test_a_cursor_is_valid_for_its_list_and_filters_only() -> None:
    cursor = CURSORS.encode("projects tag=ai", [1])
    for scope in ("projects tag=ml", "projects", "", "projects tag=ai "):
        with pytest.raises(BadRequest):
            CURSORS.decode(scope, cursor, [int])


def test_a_cursor_with_other_fields_is_rejected() -> None:
    cursor = CURSORS.encode("list", ["2026", "x"])
    for kinds in ([str], [str, str, str], [UUID, str], [datetime, int]):
        with pytest.raises(BadRequest):
            CURSORS.decode("list", cursor, kinds)


def test_a_cursor_of_an_older_key_is_valid_until_the_key_is_removed() -> None:
    cursor = CURSORS.encode("list", [1])
    newer = SecretKey("b", b"b" * 32)
    assert Cursors(KeyRing((newer, KEY))).decode("list", cursor, [int]) == (1,)
    with pytest.raises(BadRequest):
        Cursors(KeyRing((newer,))).decode("list", cursor, [int])


@given(st.integers(0, 30), st.integers(1, 12))
def test_the_pages_make_up_the_whole_list(total: int, limit: int) -> None:
    rows = list(range(total))
    seen: list[int] = []
    cursor: str | None = None
    while True:
        asked = CURSORS.page(PageQuery(limit=limit, cursor=cursor), "numbers", [-1])
        after, most = asked.place
        page = asked.of([row for row in rows if row > after][:most], lambda row: [row], lambda row: row)
        assert len(page.data) <= limit
        seen += page.data
        cursor = page.next_cursor
        if cursor is None:
            break
        assert page.data
    assert seen == rows
