"""Diffs of two documents: matches steps and variables by key, and compares fields, and templates word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple

import msgspec

from service.features.workflows.documents.document import (
    Document,
    Part,
    Step,
    Variable,
    fields_of,
    key_of,
    made_of,
    same,
)
from service.features.workflows.documents.text_diff import Hunk, Room, item_hunks, new_side, old_side, text_hunks
from service.http.schema.fields import Json
from service.http.schema.output import Output

IN_WORDS: Final = frozenset({"template", "description"})
"""Fields with a word-by-word diff."""


class FieldChange(Output, kw_only=True):
    """A field that differs. A parameter is the field `parameters/<name>`; null means that the field is absent.
    `template` and `description` have hunks of text, and `choices` has one hunk for each choice. Other fields have `old`
    and `new`."""

    field: str
    old: Json = None
    new: Json = None
    hunks: list[Hunk] | None = None


class PartChange(Output, kw_only=True):
    """A step or variable that differs. `key` is the step's key or the variable's name. Positions start at 0; a position
    is null on a side without the part. `moved` is true when its order relative to the remaining parts changed; a
    changed part can be moved, too. `step` or `variable` is the complete part that was added or removed."""

    key: str
    kind: Literal["added", "removed", "changed", "moved"]
    moved: bool = False
    old_position: int | None = None
    new_position: int | None = None
    step: Step | None = None
    variable: Variable | None = None
    fields: list[FieldChange] = msgspec.field(default_factory=list)


class DocumentDiff(Output):
    """All differences of two documents, empty for equal documents. Changes are in the order of the new document, and
    removals come last."""

    variables: list[PartChange]
    steps: list[PartChange]


class DiffError(ValueError):
    """A diff was applied to a document other than its old side."""


def diff(old: Document, new: Document) -> DocumentDiff:
    """Return the changes that turn `old` into `new`. A changed key is a removal and an addition."""
    room = Room()
    return DocumentDiff(
        variables=_changes(old.variables, new.variables, room),
        steps=_changes(old.steps, new.steps, room),
    )


class Ident(NamedTuple):
    """Identity of a part: the `nth` part with this key. Keys are unique in a version, but not always in a draft."""

    key: str
    nth: int


def idents(parts: Sequence[Part]) -> list[Ident]:
    """Return the unique identities of the parts, in order."""
    seen: Counter[str] = Counter()
    found = []
    for part in parts:
        key = key_of(part)
        found.append(Ident(key, seen[key]))
        seen[key] += 1
    return found


def _changes(old: Sequence[Part], new: Sequence[Part], room: Room) -> list[PartChange]:
    before = {ident: at for at, ident in enumerate(idents(old))}
    after = {ident: at for at, ident in enumerate(idents(new))}
    settled = _longest_rising([before[ident] for ident in after if ident in before])
    changes: list[PartChange] = []
    for ident, at in after.items():
        was = before.get(ident)
        if was is None:
            changes.append(PartChange(key=ident.key, kind="added", new_position=at, **_whole(new[at])))
            continue
        fields = _field_changes(old[was], new[at], room)
        moved = was not in settled
        if fields or moved:
            kind: Literal["changed", "moved"] = "changed" if fields else "moved"
            changes.append(
                PartChange(key=ident.key, kind=kind, moved=moved, old_position=was, new_position=at, fields=fields)
            )
    changes += [
        PartChange(key=ident.key, kind="removed", old_position=was, **_whole(old[was]))
        for ident, was in before.items()
        if ident not in after
    ]
    return changes


def _whole(part: Part) -> dict[str, Any]:
    return {"step" if isinstance(part, Step) else "variable": part}


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return a longest increasing subsequence (patience sorting, n log n).

    These parts stay in place when the fewest parts move.
    """
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        below[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    found: set[int] = set()
    top = tops[-1] if tops else None
    while top is not None:
        found.add(top)
        top = below[top]
    return found


def _field_changes(old: Part, new: Part, room: Room) -> list[FieldChange]:
    before, after = fields_of(old), fields_of(new)
    changes = []
    for name in {**before, **after}:
        was: Any = before.get(name)
        now: Any = after.get(name)
        if same(was, now):
            continue
        if name in IN_WORDS:
            changes.append(FieldChange(field=name, hunks=text_hunks(was, now, room)))
        elif name == "choices":
            changes.append(FieldChange(field=name, hunks=item_hunks(was, now)))
        else:
            changes.append(FieldChange(field=name, old=was, new=now))
    return changes


def apply(old: Document, changes: DocumentDiff) -> Document:
    """Apply `changes` = diff(old, new) and return `new`. Raises DiffError when `changes` is not a diff of `old`."""
    return Document(
        variables=_applied(Variable, old.variables, changes.variables),
        steps=_applied(Step, old.steps, changes.steps),
    )


def _applied[P: (Step, Variable)](cls: type[P], old: Sequence[P], changes: list[PartChange]) -> list[P]:
    stays = dict(enumerate(old))
    placed: dict[int, P] = {}
    for change in changes:
        was = change.old_position
        if was is None:
            whole = change.step or change.variable
            if change.new_position is None or not isinstance(whole, cls):
                raise DiffError(f"“{change.key}” has no position or no content.")
            placed[change.new_position] = whole
            continue
        part = stays.get(was)
        if part is None or key_of(part) != change.key:
            raise DiffError(f"No “{change.key}” at position {was}.")
        if change.kind == "removed":
            del stays[was]
            continue
        made = _with(cls, part, change.fields)
        if not change.moved:
            stays[was] = made
        elif change.new_position is not None:
            del stays[was]
            placed[change.new_position] = made
    done = list(stays.values())
    for at in sorted(placed):
        done.insert(at, placed[at])
    return done


def _with[P: (Step, Variable)](cls: type[P], part: P, changes: list[FieldChange]) -> P:
    fields = fields_of(part)
    for change in changes:
        now = fields.get(change.field)
        if change.hunks is None:
            was, new = change.old, change.new
        elif change.field == "choices":
            was, new = old_side(change.hunks), new_side(change.hunks)
        else:
            was, new = "".join(old_side(change.hunks)), "".join(new_side(change.hunks))
        if not same(now, was):
            raise DiffError(f"“{change.field}” of “{key_of(part)}” differs from the diff.")
        fields[change.field] = new
    return made_of(cls, key_of(part), fields)
