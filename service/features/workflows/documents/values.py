"""Conversion of input values to the text in a prompt."""

import math
import re
from typing import Final

from service.features.accounts.identity.domain import Refused
from service.features.workflows.documents.document import Variable
from service.http.schema.fields import Scalar

MAX_INPUT: Final = 100_000
"""Maximum characters of one input."""
MAX_NUMBER: Final = 100

_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def text_of(variable: Variable, value: Scalar) -> str:
    """Convert a value to text. Raises Refused when it is invalid for the variable's type.

    Text stays unchanged. A number in text form keeps its digits and must match the JSON grammar (RFC 8259 §6). A JSON
    number becomes its shortest text that parses to the same number. A boolean, as JSON or as text, becomes `true` or
    `false`. The empty text is the empty value of every type; only optional variables accept it.
    """
    if value == "" and type(value) is str:
        if variable.required:
            raise Refused("required", f"“{variable.name}” must not be empty.")
        return ""
    if type(value) is str and len(value) > MAX_INPUT:
        raise Refused("too_long", f"“{variable.name}” is too long. Use at most {MAX_INPUT:,} characters.")
    if variable.type == "number":
        return _number(variable, value)
    if variable.type == "boolean":
        return _boolean(variable, value)
    if type(value) is not str:
        raise Refused("wrong_type", f"“{variable.name}” must be a string.")
    if variable.type == "choice" and value not in variable.choices:
        raise Refused("unknown_choice", f"“{variable.name}” must be one of its choices.")
    if variable.type == "text" and ("\n" in value or "\r" in value):
        raise Refused("line_break", f"“{variable.name}” must be a single line.")
    return value


def _number(variable: Variable, value: Scalar) -> str:
    if type(value) is int:
        return str(value)
    if type(value) is float and math.isfinite(value):
        return repr(value)
    if type(value) is str and len(value) <= MAX_NUMBER and _NUMBER.fullmatch(value):
        return value
    raise Refused("wrong_type", f"“{variable.name}” must be a number, such as 3 or 0.5.")


def _boolean(variable: Variable, value: Scalar) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is str and value in ("true", "false"):
        return value
    raise Refused("wrong_type", f"“{variable.name}” must be true or false.")
