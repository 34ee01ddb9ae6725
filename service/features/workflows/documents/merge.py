"""Two contents that come from one base → one content, and the conflicts where both changed the same field differently.

Three-way, per step and variable (matched by key), per field; a template is one field. Who wins a conflict is for people
to say: each has an id, and a second merge takes the answers.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import attrs
from attrs import field, frozen

from service.features.workflows.documents.diff import Ident, idents
from service.features.workflows.documents.document import (
    Content,
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
from service.http.schema.wire import reader


@frozen(kw_only=True)
class Conflict:
    """What both sides changed, each in its way; null where there is nothing.

    `id` names it: `/steps/<key>/<field>`; `/steps/<key>` when one side edited what the other removed, and then the
    values are whole steps; `/steps` for their order, and then the values are lists of keys. Likewise `/variables`.
    """

    id: str
    step: str | None = None
    variable: str | None = None
    field: str | None = None
    base: Json = None
    ours: Json = None
    theirs: Json = None


@frozen(kw_only=True)
class Resolution:
    """Who wins. With `value`, the field becomes that; only a conflict over a field takes one."""

    take: Literal["ours", "theirs", "value"]
    value: Json = None


@frozen(kw_only=True)
class Merged:
    """`content` has ours wherever there is a conflict: it is the result only when there is none."""

    content: Content
    conflicts: list[Conflict] = field(factory=list)


_READERS: Final = {Step: reader(Step), Variable: reader(Variable)}


def merge(base: Content, ours: Content, theirs: Content, resolutions: Mapping[str, Resolution] | None = None) -> Merged:
    """Brings both sides' changes together. The conflicts come in the order: variables, steps; by key; by field.

    Without conflicts the sides can be exchanged. The result may still be no valid version (one side removed a variable
    that the other began to use): check it. Raises Unprocessable for a resolution of what is no conflict, or with a
    value that does not fit; pointers lead into `/resolutions`.
    """
    given = resolutions or {}
    merger = _Merger(given)
    content = Content(
        variables=merger.parts(Variable, "/variables", base.variables, ours.variables, theirs.variables),
        steps=merger.parts(Step, "/steps", base.steps, ours.steps, theirs.steps),
    )
    wrong = merger.wrong + [
        FieldError(f"/resolutions/{escaped(id)}", "no_such_conflict", "There is no such conflict (any more).")
        for id in given  # noqa: A001 — the name it has on the wire
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
            return theirs if self._answer(whole) == "theirs" else ours
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
            answer = self._answer(conflict)
            if answer == "value":
                self._try_value(cls, key, conflict, made_of(cls, key, o))
                made[name] = self.resolutions[conflict.id].value
            elif answer == "theirs":
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
            spine = yours if self._answer(conflict) == "theirs" else mine
        # What not all three have comes after what it follows on its own side, or at the front.
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
            # Sorted, so that it does not matter which side is ours.
            for group in sorted(groups.get(at, []) for groups in following):
                order.update(dict.fromkeys(ident for ident in group if ident not in order))
        return list(order)

    def _answer(self, conflict: Conflict) -> Literal["ours", "theirs", "value"] | None:
        """Who wins, or None for a conflict that is now listed."""
        resolution = self.resolutions.get(conflict.id)
        if resolution is None:
            self.conflicts.append(conflict)
            return None
        self.resolved.add(conflict.id)
        if resolution.take == "value" and (conflict.field is None or conflict.field == "order"):
            message = "This conflict takes ours or theirs, no value."
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
