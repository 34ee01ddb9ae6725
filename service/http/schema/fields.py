"""The fields of wire types: their limits, and the kinds of value that Python has no type for.

A body is an attrs class; what one of its fields may hold is said where the field stands. wire.py enforces it,
schemas.py writes it down.
"""

from enum import Enum
from typing import Any, Final, Self

import attrs

INT64: Final = (-(2**63), 2**63 - 1)
SAFE_INTEGER: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly (RFC 7493 §2.2)."""

type Scalar = str | int | float | bool
"""One JSON value that is neither null nor a container. `Rules.max` limits the characters of a string."""
type Json = Any
"""Any JSON value, taken as it is: whoever asks for one checks it."""


class Missing(Enum):
    """The type of MISSING: a key that was not sent, unlike one that was sent as null."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class WireError(ValueError):
    """One value that does not fit. `code` is for clients, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Form(str):
    """A pattern that a whole string must match, which also says in words what it asks for: after "Must be"."""

    __slots__ = ("words",)
    words: str

    def __new__(cls, pattern: str, words: str) -> Self:
        form = super().__new__(cls, pattern)
        form.words = words
        return form


@attrs.frozen
class Rules:
    """The limits of one field: checked when it comes in, shown in OpenAPI."""

    min: float | None = None
    max: float | None = None
    pattern: str | None = None
    format: str | None = None
    multiline: bool = True
    item: "Rules | None" = None
    description: str = ""
    example: Any = None
    unique: bool = False


NO_RULES: Final = Rules()


def text(
    *,
    max: int,
    min: int = 0,
    pattern: str | None = None,
    format: str | None = None,
    multiline: bool = True,
    default: Any = attrs.NOTHING,
    description: str = "",
    example: Any = None,
) -> Any:
    """A string of `min` to `max` characters; `pattern` must match the whole; `multiline=False` refuses line breaks and
    other control characters."""
    return _field(Rules(min, max, pattern, format, multiline, None, description, example), default)


def integer(
    *,
    min: int = INT64[0],
    max: int = INT64[1],
    default: Any = attrs.NOTHING,
    description: str = "",
    example: Any = None,
) -> Any:
    """A whole number from `min` to `max`."""
    return _field(Rules(min, max, description=description, example=example), default)


def number(
    *,
    min: float | None = None,
    max: float | None = None,
    default: Any = attrs.NOTHING,
    description: str = "",
    example: Any = None,
) -> Any:
    """A finite number from `min` to `max`."""
    return _field(Rules(min, max, description=description, example=example), default)


def items(
    *,
    max: int,
    min: int = 0,
    unique: bool = False,
    item: Rules | None = None,
    default: Any = attrs.NOTHING,
    factory: Any = None,
    description: str = "",
    example: Any = None,
) -> Any:
    """A list of `min` to `max` items, each but once if `unique`; `item` limits each when it is a string or a number."""
    rules = Rules(min, max, item=item, description=description, example=example, unique=unique)
    return attrs.field(factory=factory, metadata={"rules": rules}) if factory is not None else _field(rules, default)


def _field(rules: Rules, default: Any) -> Any:
    return attrs.field(default=default, metadata={"rules": rules})
