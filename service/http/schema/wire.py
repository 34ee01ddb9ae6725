"""Strict conversion of JSON to wire types.

cattrs is lenient by default (`null` becomes 'None', "false" becomes True). Here every primitive has a hook that accepts
only its own JSON type, and unknown keys are rejected. All errors are reported together, each with a JSON pointer
(RFC 6901).
"""

import re
import types
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from heapq import nsmallest
from typing import Any, Final, Literal, TypeAliasType, Union, get_args, get_origin
from uuid import UUID

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from service.http.problem import MAX_ERRORS, FieldError, Unprocessable
from service.http.schema.decode import split_query
from service.http.schema.fields import (
    INT64,
    MISSING,
    NO_RULES,
    SAFE_INTEGER,
    Form,
    Json,
    Missing,
    Rules,
    Scalar,
    WireError,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_NAME: Final = 100
"""Maximum characters of a key that a pointer quotes."""
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII)

type Hook = Callable[[Any], Any]


def _text_hook(rules: Rules) -> Hook:
    pattern = re.compile(rules.pattern) if rules.pattern else None
    asked = f"Must be {rules.pattern.words}." if isinstance(rules.pattern, Form) else f"Must match {rules.pattern}."

    def structure(value: Any) -> str:
        if type(value) is not str:
            raise WireError("wrong_type", "Must be a string.")
        if rules.min and len(value) < rules.min:
            raise WireError(
                "too_short",
                "Must not be empty." if rules.min == 1 else f"Must have at least {rules.min:g} characters.",
            )
        if rules.max is not None and len(value) > rules.max:
            raise WireError("too_long", f"Must have at most {rules.max:g} characters.")
        if not rules.multiline and _CONTROL.search(value):
            raise WireError("control_character", "Must be a single line without control characters.")
        if pattern and not pattern.fullmatch(value):
            raise WireError("wrong_format", asked)
        return value

    return structure


def _number_hook(rules: Rules, kind: type[int] | type[float]) -> Hook:
    widest = INT64 if kind is int else (None, None)
    low: float | None = rules.min if rules.min is not None else widest[0]
    high: float | None = rules.max if rules.max is not None else widest[1]

    def structure(value: Any) -> Any:
        if kind is int:
            value = _whole(value)
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise WireError("wrong_type", "Must be a whole number." if kind is int else "Must be a number.")
        if low is not None and value < low:
            raise WireError("too_small", f"Must be at least {low}.")
        if high is not None and value > high:
            raise WireError("too_large", f"Must be at most {high}.")
        return kind(value)

    return structure


def _whole(value: Any) -> Any:
    """Convert a float such as 3.0 to int; JSON Schema 2020-12 counts it as an integer (Validation §6.1.1)."""
    return int(value) if type(value) is float and value.is_integer() else value


def _bool(value: Any) -> bool:
    if type(value) is not bool:
        raise WireError("wrong_type", "Must be true or false.")
    return value


def _scalar_hook(rules: Rules) -> Hook:
    readers = {
        str: _text_hook(rules),
        int: _number_hook(Rules(-SAFE_INTEGER, SAFE_INTEGER), int),
        float: _number_hook(NO_RULES, float),
        bool: _bool,
    }

    def structure(value: Any) -> Any:
        if read := readers.get(type(value)):
            return read(value)
        raise WireError("wrong_type", "Must be a string, a number, true or false.")

    return structure


def _uuid(value: Any) -> UUID:
    if type(value) is str and len(value) == 36:
        try:
            return UUID(value)
        except ValueError:
            pass
    raise WireError("wrong_format", "Must be a UUID.")


def _datetime(value: Any) -> datetime:
    if type(value) is str and _RFC3339.fullmatch(value):
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise WireError("wrong_format", "Must be an RFC 3339 time such as 2026-11-22T10:00:00Z.")


def _literal_hook(hint: Any) -> Hook:
    values = get_args(hint)

    def structure(value: Any) -> Any:
        value = _whole(value)
        for known in values:
            if type(value) is type(known) and value == known:
                return known
        raise WireError("unknown_value", f"Must be one of {', '.join(map(str, values))}.")

    return structure


def _list_hook(hint: Any, rules: Rules) -> Hook:
    (inner,) = get_args(hint)
    each = _hook(inner, rules.item or NO_RULES)

    def structure(value: Any) -> list[Any]:
        if type(value) is not list:
            raise WireError("wrong_type", "Must be a list.")
        if rules.min and len(value) < rules.min:
            raise WireError("too_few", f"Must have at least {rules.min:g} items.")
        if rules.max is not None and len(value) > rules.max:
            raise WireError("too_many", f"Must have at most {rules.max:g} items.")
        done, errors = [], []
        for index, member in enumerate(value):
            try:
                read = each(member)
                if rules.unique and read in done:
                    raise WireError("duplicate", "This value is already in the list.")
                done.append(read)
            except (WireError, BaseValidationError) as error:
                error.__notes__ = [IterableValidationNote(f"item {index}", index, inner)]
                errors.append(error)
                if len(errors) > MAX_ERRORS:
                    break
        if errors:
            raise IterableValidationError("list", errors, hint)
        return done

    return structure


def _mapping_hook(hint: Any, rules: Rules) -> Hook:
    _, inner = get_args(hint)
    each = _hook(inner, rules.item or NO_RULES)

    def structure(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise WireError("wrong_type", "Must be an object.")
        if rules.max is not None and len(value) > rules.max:
            raise WireError("too_many", f"Must have at most {rules.max:g} members.")
        done, errors = {}, []
        for key, member in value.items():
            try:
                done[key] = each(member)
            except (WireError, BaseValidationError) as error:
                error.__notes__ = [IterableValidationNote(f"key {key[:_LONGEST_NAME]}", key, inner)]
                errors.append(error)
                if len(errors) > MAX_ERRORS:
                    break
        if errors:
            raise IterableValidationError("mapping", errors, hint)
        return done

    return structure


def wire_name(name: str) -> str:
    """Return the name of a field in requests: `from_` is `from`, a Python keyword."""
    return name.removesuffix("_")


@cache
def _class_hook(cls: type) -> Hook:
    attributes = attrs.fields(attrs.resolve_types(cls))
    fields: dict[str, Any] = {
        a.name: override(
            struct_hook=_ignore_type(_hook(a.type, a.metadata.get("rules", NO_RULES))), rename=wire_name(a.name)
        )
        for a in attributes
    }
    structure_dict: Callable[[dict[str, Any], type], Any] = make_dict_structure_fn(
        cls, _converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **fields
    )

    def structure(value: Any) -> Any:
        if type(value) is not dict:
            raise WireError("wrong_type", "Must be an object.")
        return structure_dict(value, cls)

    return structure


def _ignore_type(hook: Hook) -> Callable[[Any, Any], Any]:
    return lambda value, _: hook(value)


def _hook(hint: Any, rules: Rules) -> Hook:
    """Return the strict reader of an annotation. Raise TypeError (at boot) for a type that has none."""
    origin = get_origin(hint)
    if hint is Scalar:
        return _scalar_hook(rules)
    if hint is Json:
        return lambda value: value
    if isinstance(hint, TypeAliasType):
        return _hook(hint.__value__, rules)
    if origin in (Union, types.UnionType):
        members = [m for m in get_args(hint) if m not in (type(None), Missing)]
        if len(members) != 1:
            raise TypeError(f"{hint}: a wire type is one type, optionally with None or Missing")
        inner = _hook(members[0], rules)
        if type(None) in get_args(hint):
            return lambda value: None if value is None else inner(value)
        return inner
    if origin is Literal:
        return _literal_hook(hint)
    if origin is list:
        return _list_hook(hint, rules)
    if origin is dict and get_args(hint)[0] is str:
        return _mapping_hook(hint, rules)
    if hint is str:
        return _text_hook(rules)
    if hint in (int, float):
        return _number_hook(rules, hint)
    if hint is bool:
        return _bool
    if hint is UUID:
        return _uuid
    if hint is datetime:
        return _datetime
    if isinstance(hint, type) and attrs.has(hint):
        return _class_hook(hint)
    raise TypeError(f"{hint} is not a wire type")


_converter: Final = Converter(forbid_extra_keys=True, detailed_validation=True)


def reader[T](cls: type[T]) -> Callable[[Any], T]:
    """Compile the reader of a request body: decoded JSON → instance.

    The reader raises Unprocessable with the first 50 errors and the number of the others. It stops reading a list or a
    mapping after 51 invalid members.
    """
    hook = _class_hook(cls)  # type: ignore[arg-type]  # mypy considers type[T] unhashable

    def read(value: Any) -> T:
        try:
            made: T = hook(value)
        except (ClassValidationError, IterableValidationError, WireError) as error:
            found = _Found()
            _gather(error, "", found)
            raise Unprocessable(found.errors, more_errors=found.more) from None
        return made

    return read


def query_reader[T: attrs.AttrsInstance](cls: type[T]) -> Callable[[str], T]:
    """Compile the reader of a query string.

    The reader raises BadRequest for malformed input and Unprocessable for invalid parameters.
    """
    read = reader(cls)
    parsers = {wire_name(a.name): _from_text(a.type) for a in attrs.fields(attrs.resolve_types(cls))}

    def parse(query: str) -> T:
        if not query:
            return read({})
        return read(
            {name: parsers[name](text) if name in parsers else text for name, text in split_query(query).items()}
        )

    return parse


def _from_text(hint: Any) -> Hook:
    members = (
        [m for m in get_args(hint) if m not in (type(None), Missing)]
        if get_origin(hint) in (Union, types.UnionType)
        else [hint]
    )
    kind = members[0]
    if kind is int:
        return lambda value: int(value) if re.fullmatch(r"-?[0-9]{1,19}", value) else value
    if kind is bool:
        return lambda value: {"true": True, "false": False}.get(value, value)
    return lambda value: value


class _Found:
    """First MAX_ERRORS errors, and the number of the others."""

    __slots__ = ("errors", "more")

    def __init__(self) -> None:
        self.errors: list[FieldError] = []
        self.more = 0

    def add(self, pointer: str, code: str, message: str) -> None:
        if len(self.errors) < MAX_ERRORS:
            self.errors.append(FieldError(pointer, code, message))
        else:
            self.more += 1


def _gather(error: BaseException, pointer: str, found: _Found) -> None:
    """Flatten cattrs' tree of errors into errors with pointers."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            step = next(
                (
                    note
                    for note in getattr(inner, "__notes__", ())
                    if isinstance(note, AttributeValidationNote | IterableValidationNote)
                ),
                None,
            )
            name = (
                None
                if step is None
                else wire_name(step.name)
                if isinstance(step, AttributeValidationNote)
                else step.index
            )
            _gather(inner, pointer if name is None else f"{pointer}/{_escape(str(name))}", found)
    elif isinstance(error, ForbiddenExtraKeysError):
        listed = nsmallest(MAX_ERRORS, error.extra_fields)
        for key in listed:
            found.add(f"{pointer}/{_escape(key)}", "unknown_field", "Unknown field.")
        found.more += len(error.extra_fields) - len(listed)
    elif isinstance(error, WireError):
        found.add(pointer, error.code, str(error))
    elif isinstance(error, KeyError):
        found.add(pointer, "required", "This field is required.")
    else:
        found.add(pointer, "invalid_value", "Invalid value.")


def _escape(name: str) -> str:
    return name[:_LONGEST_NAME].replace("~", "~0").replace("/", "~1")


def patched(row: Any, patch: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the row's values of all fields of a PATCH body, and the values with the sent fields (RFC 7396)."""
    stored = {a.name: getattr(row, a.name) for a in attrs.fields(type(patch))}
    return stored, stored | {name: value for name in stored if (value := getattr(patch, name)) is not MISSING}
