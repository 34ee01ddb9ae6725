"""Compiled conversion of rows to response types."""

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, Final, Literal, Protocol, TypeAliasType, Union, get_args, get_origin, get_type_hints

import msgspec
from attrs import frozen

from service.db.query import columns


class Source(Enum):
    """Source of a field that is neither a column nor a function."""

    GIVEN = "given"
    JSON = "json"


GIVEN: Final = Source.GIVEN
"""The caller passes the field as a keyword argument."""
JSON: Final = Source.JSON
"""The column of the field's name holds the JSON of the field, which is Encoded or Json."""


@frozen
class Value:
    """Source of a field that is the same for every row."""

    value: object


type Sources = Source | Value | str | Mapping[str, str]


class Mapper[R, W](Protocol):
    """Conversion of a row to a response type. `given` holds the fields whose source is GIVEN."""

    def __call__(self, row: R, /, **given: Any) -> W: ...


def mapper[R, W](row: type[R], wire: type[W], /, **sources: Sources | Callable[[R], object]) -> Mapper[R, W]:
    """Compile the conversion of a row to a response type. Raise TypeError (at import) for a field without a source.

    A field is copied from the column of its name. A nested type is filled from the same row; an optional one is None if
    a column that it requires is null. `sources` overrides this by field: with a column, the columns of a nested type by
    field, a function of the row, a Value, GIVEN or JSON. Types must agree; a `str` fits a Literal of strings.
    """
    compiler = _Compiler(row)
    made = compiler.expression(wire, sources)
    given = ", ".join(name for name, source in sources.items() if source is GIVEN)
    # The code consists of names of classes and fields only.
    function = eval(f"lambda row{', *, ' if given else ''}{given}: {made}", compiler.names)  # noqa: S307
    function.__annotations__ = {"return": wire}
    compiled: Mapper[R, W] = function
    return compiled


class _Compiler:
    def __init__(self, row: type) -> None:
        self._row = row
        self._columns = columns(row) or {}
        self.names: dict[str, object] = {}

    def expression(self, wire: type, sources: Mapping[str, Any], not_null: Collection[str] = ()) -> str:
        """Return the expression that builds `wire` from `row`. The columns `not_null` were tested for null."""
        fields = columns(wire) or {}
        if not sources.keys() <= fields.keys():
            raise TypeError(f"{wire.__name__} has no field {', '.join(sources.keys() - fields.keys())}")
        parameters = signature(wire).parameters
        values = []
        for name, hint in fields.items():
            value = self._value(f"{wire.__name__}.{name}", name, hint, sources.get(name, name), not_null)
            # A struct takes positional arguments five times as fast.
            values.append(f"{name}={value}" if parameters[name].kind is Parameter.KEYWORD_ONLY else value)
        return f"{self._named(wire)}({', '.join(values)})"

    def _value(self, field: str, name: str, hint: Any, source: Any, not_null: Collection[str]) -> str:
        if source is GIVEN:
            return name
        if isinstance(source, Value):
            return self._named(source.value)
        if source is JSON:
            found: Any = msgspec.Raw
            value = f"{self._named(msgspec.Raw)}(row.{name})"
            if NoneType in _members(self._columns[name]):
                found, value = msgspec.Raw | None, f"None if row.{name} is None else {value}"
        elif callable(source):
            found, value = get_type_hints(source).get("return", Any), f"{self._named(source)}(row)"
        elif isinstance(source, Mapping) or source not in self._columns:
            return self._nested(field, hint, {} if source == name else source)
        else:
            found, value = self._columns[source], f"row.{source}"
        kinds = [member for member in _members(found) if member is not NoneType or source not in not_null]
        if not all(_fits(kind, hint) for kind in kinds):
            raise TypeError(f"{field} is {hint}, but its source in {self._row.__name__} is {found}")
        return value

    def _nested(self, field: str, hint: Any, sources: Mapping[str, str]) -> str:
        wires = [member for member in _members(hint) if member is not NoneType]
        fields = columns(wires[0]) if len(wires) == 1 else None
        if fields is None:
            raise TypeError(f"{field} has no source in {self._row.__name__}")
        used = {name: sources.get(name, name) for name in fields}
        required = [
            column
            for name, column in used.items()
            if NoneType in _members(self._columns.get(column)) and not _fits(NoneType, fields[name])
        ]
        if not required:
            return self.expression(wires[0], sources)
        if not _fits(NoneType, hint):
            raise TypeError(f"{field} is not optional, but {', '.join(required)} of {self._row.__name__} can be null")
        tests = " and ".join(f"row.{column} is not None" for column in required)
        return f"({self.expression(wires[0], sources, required)} if {tests} else None)"

    def _named(self, value: object) -> str:
        name = f"v{len(self.names)}"
        self.names[name] = value
        return name


def _members(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the type itself, without aliases."""
    if isinstance(hint, TypeAliasType) or isinstance(get_origin(hint), TypeAliasType):
        return _members(hint.__value__)
    if get_origin(hint) in (Union, UnionType):
        return tuple(inner for member in get_args(hint) for inner in _members(member))
    return (hint,)


def _fits(found: Any, hint: Any) -> bool:
    """Return whether a value of the type `found` (no union) can be a value of `hint`."""
    return found is Any or any(wanted is Any or _is(found, wanted) for wanted in _members(hint))


def _is(found: Any, wanted: Any) -> bool:
    if get_origin(wanted) is Literal:
        values = get_args(wanted)
        return set(get_args(found)) <= set(values) if get_origin(found) is Literal else type(values[0]) is found
    if get_origin(found) is list and get_origin(wanted) is list:
        return all(_fits(member, get_args(wanted)[0]) for member in _members(get_args(found)[0]))
    return bool(found == wanted)
