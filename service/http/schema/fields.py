"""Field definitions of wire types: limits, and types that Python lacks.

A wire type is an attrs class whose fields declare their limits. wire.py enforces the limits; json_schema.py documents
them.
"""

from enum import Enum
from typing import Any, Final, Self

import attrs

INT64: Final = (-(2**63), 2**63 - 1)
SAFE_INTEGER: Final = 2**53 - 1
"""Largest integer that every JSON parser represents exactly (RFC 7493 §2.2)."""

type Scalar = str | int | float | bool
"""JSON value that is neither null nor a container. `Rules.max` limits the characters of a string."""
type Json = Any
"""Any JSON value, not validated; the handler validates it."""


class Missing(Enum):
    """Type of MISSING, the value of a key that was not sent. A key sent as null is None."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class WireError(ValueError):
    """Error for one invalid value. `code` is for clients, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Form(str):
    """Pattern that must match a whole string. `words` describes it in an error message, after "Must be"."""

    __slots__ = ("words",)
    words: str

    def __new__(cls, pattern: str, words: str) -> Self:
        form = super().__new__(cls, pattern)
        form.words = words
        return form


@attrs.frozen
class Rules:
    """Limits of one field, validated in requests and documented in OpenAPI."""

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
    """Declare a string of `min` to `max` characters.

    `pattern` must match the whole string. `multiline=False` rejects line breaks and other control characters.
    """
    return _field(Rules(min, max, pattern, format, multiline, None, description, example), default)


def integer(
    *,
    min: int = INT64[0],
    max: int = INT64[1],
    default: Any = attrs.NOTHING,
    description: str = "",
    example: Any = None,
) -> Any:
    """Declare an integer from `min` to `max`."""
    return _field(Rules(min, max, description=description, example=example), default)


def number(
    *,
    min: float | None = None,
    max: float | None = None,
    default: Any = attrs.NOTHING,
    description: str = "",
    example: Any = None,
) -> Any:
    """Declare a finite number from `min` to `max`."""
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
    """Declare a list of `min` to `max` items, without duplicates if `unique`.

    `item` holds the limits of each item that is a string or a number.
    """
    rules = Rules(min, max, item=item, description=description, example=example, unique=unique)
    return attrs.field(factory=factory, metadata={"rules": rules}) if factory is not None else _field(rules, default)


def _field(rules: Rules, default: Any) -> Any:
    return attrs.field(default=default, metadata={"rules": rules})
