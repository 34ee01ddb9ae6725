"""The difference of two texts, word by word, by rapidfuzz (docs/decisions/0017-word-diff.md)."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from attrs import frozen
from rapidfuzz.distance import LCSseq

BUDGET: Final = 100_000_000
"""Pairs of words that are compared at most, about 15 ms and 12 MB. Beyond, whole lines are compared; beyond that again,
the text is replaced as one."""

# A slot is a word, so that a difference never begins or ends inside of one.
_WORDS: Final = re.compile(r"\{\{[ \t]*\w+[ \t]*\}\}|\w+|\s+|[^\w\s{]+|\{")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


@frozen(kw_only=True)
class Hunk:
    """A piece of text that both have, or that only the old one has (`delete`) or only the new one (`insert`)."""

    op: Literal["equal", "delete", "insert"]
    text: str


def text_hunks(old: str, new: str) -> list[Hunk]:
    """What `old` and `new` have and don't have in common: joined without inserts it is `old`, without deletes `new`."""
    for pattern in (_WORDS, _LINES):
        before, after = pattern.findall(old), pattern.findall(new)
        if len(before) * len(after) <= BUDGET:
            return _gathered(item_hunks(before, after))
    return [Hunk(op="delete", text=old), Hunk(op="insert", text=new)]


def item_hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The same for two lists: one hunk for each item. Of a place, what goes stands before what comes."""
    numbers: dict[str, int] = {}  # rapidfuzz compares hashes of strings; numbers are exact
    before = [numbers.setdefault(item, len(numbers)) for item in old]
    after = [numbers.setdefault(item, len(numbers)) for item in new]
    hunks: list[Hunk] = []
    inserts: list[Hunk] = []
    for block in LCSseq.opcodes(before, after):
        gone, come = old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]
        if block.tag == "equal":
            hunks += inserts
            inserts = []
            hunks += [Hunk(op="equal", text=item) for item in gone]
        else:
            hunks += [Hunk(op="delete", text=item) for item in gone]
            inserts += [Hunk(op="insert", text=item) for item in come]
    return hunks + inserts


def _gathered(hunks: list[Hunk]) -> list[Hunk]:
    """Neighbours of one kind as one hunk. White space alone between two changes belongs to both: `big red` → `small
    green` is one change of two words, not two of one."""
    done: list[Hunk] = []
    gone: list[str] = []
    come: list[str] = []
    kept: list[str] = []

    def end_change() -> None:
        if gone:
            done.append(Hunk(op="delete", text="".join(gone)))
        if come:
            done.append(Hunk(op="insert", text="".join(come)))
        gone.clear()
        come.clear()

    def end_equal() -> None:
        if kept:
            end_change()
            done.append(Hunk(op="equal", text="".join(kept)))
            kept.clear()

    for hunk in hunks:
        if hunk.op == "equal":
            kept.append(hunk.text)
            continue
        if kept and gone and come and len(kept) == 1 and kept[0].isspace() and "\n" not in kept[0]:
            gone.append(kept[0])
            come.append(kept[0])
            kept.clear()
        end_equal()
        (gone if hunk.op == "delete" else come).append(hunk.text)
    end_equal()
    end_change()
    return done


def old_side(hunks: list[Hunk]) -> list[str]:
    """The pieces of the old text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "insert"]


def new_side(hunks: list[Hunk]) -> list[str]:
    """The pieces of the new text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "delete"]
