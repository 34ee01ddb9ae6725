"""JSON Schema 2020-12 of wire types, for OpenAPI 3.1.

The schemas come from the annotations and limits (fields.py) that wire.py enforces, so documentation and validation
agree. A request class rejects unknown keys. A response class always has all its fields, and may gain more.
"""

import types
from datetime import datetime
from typing import Any, Final, Literal, TypeAliasType, Union, get_args, get_origin
from uuid import UUID

import attrs

from service.db.query import columns
from service.http.routing import RouteError
from service.http.schema.fields import NO_RULES, Json, Missing, Rules, Scalar
from service.http.schema.output import Encoded
from service.http.schema.wire import wire_name

type Schema = dict[str, Any]
type Direction = Literal["in", "out"]

_SINGLE_LINE: Final = r"^[^\x00-\x1f\x7f]*$"


class Schemas:
    """Schema components of one document. Each class is one component, under its own name."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}
        self._owners: dict[str, tuple[type, Direction]] = {}

    def add(self, name: str, schema: Schema) -> Schema:
        """Add a component that is not a wire type and return a reference. Raise RouteError for a duplicate name."""
        if self.components.setdefault(name, schema) != schema:
            raise RouteError(f"two schemas are named {name}")
        return reference(name)

    def of_class(self, cls: type, direction: Direction, name: str | None = None) -> Schema:
        """Return a reference to the component of a wire type. Raise RouteError when two classes share a name."""
        name = name or cls.__name__
        owner = self._owners.get(name)
        if owner is None:
            self._owners[name] = cls, direction
            self.components[name] = {}  # registered before its fields: a class may contain itself
            self.components[name] = self._object(cls, direction)
        elif owner[0] is not cls:
            raise RouteError(f"two wire types are named {name}: {_place(owner[0])} and {_place(cls)}")
        elif owner[1] != direction:
            # The class is used both ways: the second direction gets a suffix.
            return self.of_class(cls, direction, f"{name}{'Input' if direction == 'in' else 'Output'}")
        return reference(name)

    def page_of(self, cls: Any) -> Schema:
        """Return a reference to the component of a page of `cls`."""
        cursor = {"type": ["string", "null"], "description": "Cursor of the next page, or null on the last page."}
        data = {"type": "array", "items": self.of_hint(cls, NO_RULES, "out")}
        page = {
            "type": "object",
            "properties": {"data": data, "next_cursor": cursor},
            "required": ["data", "next_cursor"],
        }
        name = "Or".join(member.__name__ for member in get_args(cls) or [cls])
        return self.add(f"{name}Page", page)

    def _object(self, cls: type, direction: Direction) -> Schema:
        schema: Schema = {"type": "object"}
        if description := first_paragraph(cls.__doc__):
            schema["description"] = description
        if not attrs.has(cls):
            fields = columns(cls) or {}
            schema["properties"] = {name: self.of_hint(hint, NO_RULES, direction) for name, hint in fields.items()}
            schema["required"] = list(fields)
            return schema
        attributes = attrs.fields(attrs.resolve_types(cls))
        name_of = wire_name if direction == "in" else str
        schema["properties"] = {name_of(a.name): self.of_field(a, direction) for a in attributes}
        required = [name_of(a.name) for a in attributes if direction == "out" or a.default is attrs.NOTHING]
        if required:
            schema["required"] = required
        if direction == "in":
            schema["additionalProperties"] = False
        return schema

    def of_field(self, attribute: "attrs.Attribute[Any]", direction: Direction) -> Schema:
        """Return the schema of a field, with its description, example and default."""
        rules: Rules = attribute.metadata.get("rules", NO_RULES)
        schema = self.of_hint(attribute.type, rules, direction)
        extra: Schema = {}
        if rules.description:
            extra["description"] = rules.description
        if rules.example is not None:
            extra["examples"] = [rules.example]
        if direction == "in" and isinstance(attribute.default, str | int | float):
            extra["default"] = attribute.default
        return {**schema, **extra}

    def of_hint(self, hint: Any, rules: Rules, direction: Direction) -> Schema:
        """Return the schema of an annotation. Raise RouteError for a type that wire.py does not read either."""
        origin = get_origin(hint)
        if hint is Scalar:
            return {"type": ["string", "number", "boolean"], **_bounds(rules, "minLength", "maxLength")}
        if hint is Json:
            return {}
        if isinstance(hint, TypeAliasType):
            return self.of_hint(hint.__value__, rules, direction)
        if origin in (Union, types.UnionType):
            return self._union(hint, rules, direction)
        if origin is Literal:
            values = list(get_args(hint))
            return {"type": "string" if isinstance(values[0], str) else "integer", "enum": values}
        if origin is list:
            item = self.of_hint(get_args(hint)[0], rules.item or NO_RULES, direction)
            unique = {"uniqueItems": True} if rules.unique and direction == "in" else {}
            return {"type": "array", "items": item, **_bounds(rules, "minItems", "maxItems"), **unique}
        if origin is dict:
            member = self.of_hint(get_args(hint)[1], rules.item or NO_RULES, direction)
            return {
                "type": "object",
                "additionalProperties": member,
                **_bounds(rules, "minProperties", "maxProperties"),
            }
        if origin is Encoded:
            return self.of_hint(get_args(hint)[0], rules, direction)
        if columns(hint) is not None:
            return self.of_class(hint, direction)
        return _scalar(hint, rules)

    def _union(self, hint: Any, rules: Rules, direction: Direction) -> Schema:
        members = [member for member in get_args(hint) if member not in (type(None), Missing)]
        if direction == "out" and all(columns(member) is not None for member in get_args(hint)):
            return {"anyOf": [self.of_class(member, "out") for member in members]}
        if len(members) != 1:
            raise RouteError(f"{hint}: a wire type is one type, optionally with None or Missing")
        schema = self.of_hint(members[0], rules, direction)
        return nullable(schema) if type(None) in get_args(hint) else schema


def reference(name: str) -> Schema:
    """Return a reference to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def nullable(schema: Schema) -> Schema:
    """Return the schema widened to allow null."""
    if isinstance(kind := schema.get("type"), str):
        widened = {**schema, "type": [kind, "null"]}
        return widened | {"enum": [*schema["enum"], None]} if "enum" in schema else widened
    return {"anyOf": [schema, {"type": "null"}]}


def not_null(schema: Schema) -> Schema:
    """Return the schema without null, for query strings, which cannot express null."""
    if isinstance(kind := schema.get("type"), list):
        narrowed = {**schema, "type": next(name for name in kind if name != "null")}
        return narrowed | {"enum": [v for v in schema["enum"] if v is not None]} if "enum" in schema else narrowed
    return schema


def first_paragraph(doc: str | None) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join((doc or "").strip().split("\n\n")[0].split())


def _scalar(hint: Any, rules: Rules) -> Schema:
    if hint is str:
        schema: Schema = {"type": "string", **_bounds(rules, "minLength", "maxLength")}
        if rules.format:
            schema["format"] = rules.format
        if rules.pattern:
            schema["pattern"] = whole(rules.pattern)
        elif not rules.multiline:
            schema["pattern"] = _SINGLE_LINE
        return schema
    if hint is int:
        return {"type": "integer", **_bounds(rules, "minimum", "maximum")}
    if hint is float:
        return {"type": "number", **_bounds(rules, "minimum", "maximum")}
    if hint is bool:
        return {"type": "boolean"}
    if hint is UUID:
        return {"type": "string", "format": "uuid"}
    if hint is datetime:
        return {"type": "string", "format": "date-time"}
    raise RouteError(f"{hint} has no schema")


def whole(pattern: str) -> str:
    """Anchor the pattern on both sides, because JSON Schema accepts a partial match."""
    return pattern if pattern.startswith("^") and pattern.endswith("$") else f"^(?:{pattern})$"


def _bounds(rules: Rules, low: str, high: str) -> Schema:
    bounds = {low: rules.min or (0 if low == "minimum" and rules.min is not None else None), high: rules.max}
    return {name: int(value) if value == int(value) else value for name, value in bounds.items() if value is not None}


def _place(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"
