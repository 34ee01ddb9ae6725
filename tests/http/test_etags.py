"""Test conditional requests (RFC 9110 §13)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.http.etags import etag, matches, parse_if_match
from service.http.problem import Problem


@given(st.binary(), st.binary(), st.none() | st.integers(0, 10**8))
def test_an_etag_identifies_bytes_and_version(body: bytes, other: bytes, version: int | None) -> None:
    tag = etag(body, version)
    assert tag == etag(body, version)
    assert tag.startswith('"')
    assert tag.endswith('"')
    assert (etag(other, version) == tag) == (body == other)
    assert etag(body, 1 if version is None else version + 1) != tag


@given(st.binary(), st.integers(0, 10**8))
def test_if_none_match_uses_weak_comparison(body: bytes, version: int) -> None:
    tag = etag(body, version)
    for header in (tag, f"W/{tag}", f'"x", {tag}', f'W/"x" ,  W/{tag}', "*", " * "):
        assert matches(header, tag), header
    for header in ("", '"x"', tag.strip('"'), f'"{version}"', etag(body + b"!", version), etag(body, version + 1)):
        assert not matches(header, tag), header


@given(st.text(max_size=60), st.binary())
def test_if_none_match_with_invalid_syntax_does_not_match(header: str, body: bytes) -> None:
    matches(header, etag(body))


def test_a_missing_if_match_gets_428() -> None:
    with pytest.raises(Problem) as caught:
        parse_if_match(None)
    assert (caught.value.status, caught.value.code) == (428, "if_match_required")


@given(st.integers(1, 99_999_999), st.binary())
def test_if_match_compares_only_the_version(version: int, body: bytes) -> None:
    for header in (etag(body, version), f'"{version}"', f'"x", "{version}-00ff"', f'W/"{version}"', "*"):
        parse_if_match(header).check(version)
    for header in (f'"{version + 1}"', f'"{version}0"', "", "x", f"{version}", '""', f'"{version}-XYZ"', '"-1"'):
        with pytest.raises(Problem) as caught:
            parse_if_match(header).check(version)
        assert (caught.value.status, caught.value.code) == (412, "stale")


def test_an_invalid_etag_is_not_reported_as_stale() -> None:
    with pytest.raises(Problem, match="quotes"):
        parse_if_match("2").check(2)
    with pytest.raises(Problem, match="changed since"):
        parse_if_match('"1"').check(2)


@given(st.text(max_size=80))
def test_if_match_raises_no_other_error(header: str) -> None:
    versions = parse_if_match(header).versions
    assert versions is None or all(0 <= version < 10**9 for version in versions)
