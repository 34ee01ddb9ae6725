"""Decoders of untrusted input: JSON bodies and query strings."""

import json
import re
from collections import Counter
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson

from service.http.problem import BadRequest, shortened

MAX_DEPTH: Final = 32
MAX_VALUES: Final = 20_000
"""Maximum JSON values in a body. The largest body that any route accepts has some 9,000."""

_STRING: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""JSON string. It also matches an unclosed one, because a failed match would make the search quadratic."""


def decode(body: bytes) -> Any:
    """Decode JSON (RFC 8259). Raise BadRequest for anything that is not interoperable JSON (RFC 7493).

    Rejected are NaN, duplicate keys, lone surrogates, invalid UTF-8, a byte-order mark and NUL, and also more than 32
    levels or 20,000 values.
    """
    if not body:
        raise BadRequest("empty_body", "The body is empty. Send JSON.")
    if len(body) > 2 * MAX_VALUES:
        _refuse_many(body)
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(
            "malformed_json",
            f"The body is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno}).",
        ) from None
    # orjson drops duplicate keys silently, so the standard parser checks the pairs of containers.
    if type(value) is dict or type(value) is list:
        _check(value, 1)
        try:
            json.loads(body, object_pairs_hook=_unique)
        except _DuplicateKey as error:
            raise BadRequest(
                "duplicate_key", f"Duplicate key {shortened(error.args[0], 100)!r} in an object."
            ) from None
        except (ValueError, RecursionError):
            raise BadRequest("malformed_json", "The body contains a number with too many digits.") from None
    elif type(value) is str:
        _check(value, 1)
    return value


def _refuse_many(body: bytes) -> None:
    """Raise BadRequest when the body has more than MAX_VALUES values. Count bytes, without parsing.

    A comma or an opening bracket outside a string precedes each value but the first. An unescaped quote begins or ends
    a string; too many strings are rejected before the regular expression removes them.
    """
    if _separators(body) < MAX_VALUES:
        return
    strings = body.count(b'"') - body.count(b'\\"')
    if strings > 4 * MAX_VALUES or _separators(_STRING.sub(b"", body)) >= MAX_VALUES:
        raise BadRequest("too_many_values", f"The body contains more than {MAX_VALUES:,} values.")


def _separators(text: bytes) -> int:
    return text.count(b",") + text.count(b"[") + text.count(b"{")


class _DuplicateKey(Exception):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> None:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise _DuplicateKey(key)
        seen.add(key)


def _check(value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise BadRequest("too_deep", f"The body is nested more than {MAX_DEPTH} levels deep.")
    if type(value) is str:
        if "\0" in value:
            raise BadRequest("nul_character", "The body contains the character U+0000, which is not allowed.")
    elif type(value) is dict:
        for key, member in value.items():
            _check(key, depth)
            _check(member, depth + 1)
    elif type(value) is list:
        for member in value:
            _check(member, depth + 1)


def split_query(query: str) -> dict[str, str]:
    """Parse a query string. Raise BadRequest for invalid UTF-8, NUL, or repeated or too many parameters."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError:
        raise BadRequest(
            "malformed_query", "The query string is too long or not valid percent-encoded UTF-8."
        ) from None
    values = dict(pairs)
    if len(values) != len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise BadRequest(
            "repeated_parameter", f"The query parameter {shortened(twice, 100)!r} is given more than once."
        )
    for name, value in values.items():
        if "\0" in value or not _encodable(value):
            raise BadRequest(
                "malformed_query", f"The query parameter {shortened(name, 100)!r} contains invalid characters."
            )
    return values


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
