"""Three-way merge of two documents with a common base.

The merge matches steps and variables by key and works per field; a template is one field. A conflict is a field that
both sides changed differently. Each conflict has an id, and a second merge takes a maker's resolutions by id.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import attrs
from attrs import field, frozen

from service.features.workflows.documents.diff import Ident, idents
from service.features.workflows.documents.document import (
    Document,
    Part,
    Step,
    Variable,
    escaped,
    fields_of,
    made_of,
    same,
)
from service.http.problem import FieldError, Unprocessable
from service.http.schema.fields import Json
from service.http.schema.output import Output
from service.http.schema.wire import reader


class Conflict(Output, kw_only=True):
    """A field, step or order that both sides changed differently. A value is null on a side without it. The `id` of a
    field is `/steps/<key>/<field>`. It is `/steps/<key>` when one side edited a step that the other removed; the values
    are then whole steps. It is `/steps` for the order of steps; the values are then lists of keys. Variables have the
    same ids with `/variables`."""

    id: str
    step: str | None = None
    variable: str | None = None
    field: str | None = None
    base: Json = None
    ours: Json = None
    theirs: Json = None


@frozen(kw_only=True)
class Resolution:
    """The winner of a conflict. With `take` `value`, the field gets `value`; only conflicts over a field accept it."""

    take: Literal["ours", "theirs", "value"]
    value: Json = None


@frozen(kw_only=True)
class Merged:
    """Result of a merge. `content` has our side in every conflict, so it is valid only without conflicts."""

    content: Document
    conflicts: list[Conflict] = field(factory=list)


_READERS: Final = {Step: reader(Step), Variable: reader(Variable)}


def merge(
    base: Document, ours: Document, theirs: Document, resolutions: Mapping[str, Resolution] | None = None
) -> Merged:
    """Merge the changes of both sides. Conflicts are sorted: variables before steps, then by key, then by field.

    Without conflicts, the merge is symmetric. Validate the result: it may be an invalid version, for example when one
    side removed a variable that the other began to use. Raises Unprocessable for a resolution without a conflict, or
    with an invalid value; its pointers are under `/resolutions`.
    """
    given = resolutions or {}
    merger = _Merger(given)
    content = Document(
        variables=merger.parts(Variable, "/variables", base.variables, ours.variables, theirs.variables),
        steps=merger.parts(Step, "/steps", base.steps, ours.steps, theirs.steps),
    )
    wrong = merger.wrong + [
        FieldError(f"/resolutions/{escaped(id)}", "no_such_conflict", "No such conflict. Read the conflicts again.")
        for id in given  # noqa: A001 — the name of the wire format
        if id not in merger.resolved
    ]
    if wrong:
        raise Unprocessable(wrong)
    return Merged(content=content, conflicts=merger.conflicts)


class _Merger:
    def __init__(self, resolutions: Mapping[str, Resolution]) -> None:
        self.resolutions = resolutions
        self.resolved: set[str] = set()
        self.conflicts: list[Conflict] = []
        self.wrong: list[FieldError] = []

    def parts[P: (Step, Variable)](
        self, cls: type[P], place: str, base: Sequence[P], ours: Sequence[P], theirs: Sequence[P]
    ) -> list[P]:
        b, o, t = (dict(zip(idents(side), side, strict=True)) for side in (base, ours, theirs))
        kept: dict[Ident, P] = {}
        for ident in sorted({**b, **o, **t}):
            part = self._part(cls, place, ident, b.get(ident), o.get(ident), t.get(ident))
            if part is not None:
                kept[ident] = part
        return [kept[ident] for ident in self._order(place, kept, list(b), list(o), list(t))]

    def _part[P: (Step, Variable)](
        self, cls: type[P], place: str, ident: Ident, base: P | None, ours: P | None, theirs: P | None
    ) -> P | None:
        id_ = f"{place}/{_token(ident)}"
        if ours is None or theirs is None:
            there = ours or theirs
            if base is None:
                return there
            if there is None or same(there, base):
                return None
            whole = Conflict(id=id_, **_named(cls, ident.key), base=_json(base), ours=_json(ours), theirs=_json(theirs))
            return theirs if self._winner(whole) == "theirs" else ours
        if same(ours, theirs):
            return ours
        return self._fields(cls, id_, ident.key, base, ours, theirs)

    def _fields[P: (Step, Variable)](self, cls: type[P], id_: str, key: str, base: P | None, ours: P, theirs: P) -> P:
        b, o, t = (fields_of(side) if side is not None else {} for side in (base, ours, theirs))
        made: dict[str, Json] = {}
        for name in sorted({**b, **o, **t}):
            was, mine, yours = b.get(name), o.get(name), t.get(name)
            made[name] = yours if base is not None and same(was, mine) else mine
            if same(mine, yours) or (base is not None and (same(was, mine) or same(was, yours))):
                continue
            conflict = Conflict(id=f"{id_}/{name}", **_named(cls, key), field=name, base=was, ours=mine, theirs=yours)
            winner = self._winner(conflict)
            if winner == "value":
                self._try_value(cls, key, conflict, made_of(cls, key, o))
                made[name] = self.resolutions[conflict.id].value
            elif winner == "theirs":
                made[name] = yours
        return made_of(cls, key, made) if not self.wrong else ours

    def _order(
        self, place: str, kept: Mapping[Ident, Part], base: list[Ident], ours: list[Ident], theirs: list[Ident]
    ) -> list[Ident]:
        everywhere = kept.keys() & set(base) & set(ours) & set(theirs)
        was, mine, yours = ([ident for ident in side if ident in everywhere] for side in (base, ours, theirs))
        spine = yours if mine == was else mine
        if was not in (mine, yours) and mine != yours:
            conflict = Conflict(id=place, field="order", base=_keys(was), ours=_keys(mine), theirs=_keys(yours))
            spine = yours if self._winner(conflict) == "theirs" else mine
        # Parts that are not on all three sides keep their predecessor of their own side, or go to the front.
        following: list[dict[Ident | None, list[Ident]]] = []
        for side in (ours, theirs):
            groups: dict[Ident | None, list[Ident]] = {}
            anchor: Ident | None = None
            for ident in side:
                if ident in everywhere:
                    anchor = ident
                elif ident in kept:
                    groups.setdefault(anchor, []).append(ident)
            following.append(groups)
        order: dict[Ident, None] = {}
        for at in (None, *spine):
            if at is not None:
                order[at] = None
            # Sorting keeps the merge symmetric.
            for group in sorted(groups.get(at, []) for groups in following):
                order.update(dict.fromkeys(ident for ident in group if ident not in order))
        return list(order)

    def _winner(self, conflict: Conflict) -> Literal["ours", "theirs", "value"] | None:
        """Return the winner of a conflict, or None after recording an unresolved conflict."""
        resolution = self.resolutions.get(conflict.id)
        if resolution is None:
            self.conflicts.append(conflict)
            return None
        self.resolved.add(conflict.id)
        if resolution.take == "value" and (conflict.field is None or conflict.field == "order"):
            message = "Resolve this conflict with `ours` or `theirs`, not with a value."
            self.wrong.append(FieldError(f"/resolutions/{escaped(conflict.id)}/take", "no_value_here", message))
        return resolution.take

    def _try_value[P: (Step, Variable)](self, cls: type[P], key: str, conflict: Conflict, ours: P) -> None:
        name = conflict.field or ""
        value = self.resolutions[conflict.id].value
        sent = attrs.asdict(ours)
        parameter = name.removeprefix("parameters/")
        if parameter == name:
            sent[name] = value
        elif value is not None:
            sent["parameters"] = {**sent["parameters"], parameter: value}
        try:
            _READERS[cls](sent)
        except Unprocessable as error:
            pointer = f"/resolutions/{escaped(conflict.id)}/value"
            self.wrong += [FieldError(pointer, e.code, e.message) for e in error.errors]


def _token(ident: Ident) -> str:
    return escaped(ident.key) if ident.nth == 0 else f"{escaped(ident.key)}~{ident.nth + 1}"


def _named(cls: type[Part], key: str) -> dict[str, str]:
    return {"step" if cls is Step else "variable": key}


def _json(part: Part | None) -> Json:
    return None if part is None else attrs.asdict(part)


def _keys(order: Sequence[Ident]) -> list[str]:
    return [ident.key for ident in order]
