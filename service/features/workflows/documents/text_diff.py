"""The difference of two texts, word by word, by rapidfuzz (docs/decisions/0017-word-diff.md)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from attrs import frozen
from rapidfuzz.distance import LCSseq

BUDGET: Final = 100_000_000
"""Pairs of words that are compared at most, about 15 ms and 12 MB. Beyond, whole lines are compared; beyond that again,
the text is replaced as one."""
MAX_HUNKS: Final = 10_000
"""Hunks that one comparison makes of all its texts. Beyond, texts are replaced as one."""
MAX_TEXT_HUNKS: Final = 2000
"""Hunks of one text. Beyond, lines are compared; beyond that again, the text is replaced as one."""

# A slot is a word, so that a difference never begins or ends inside of one.
_WORDS: Final = re.compile(r"\{\{[ \t]*\w+[ \t]*\}\}|\w+|\s+|[^\w\s{]+|\{")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


@frozen(kw_only=True)
class Hunk:
    """A piece of text that both have, or that only the old one has (`delete`) or only the new one (`insert`)."""

    op: Literal["equal", "delete", "insert"]
    text: str


class Room:
    """The number of hunks that one comparison may still make: each costs time, and 30 bytes of the result."""

    def __init__(self, hunks: int = MAX_HUNKS) -> None:
        self.hunks = hunks


def text_hunks(old: str, new: str, room: Room | None = None) -> list[Hunk]:
    """What `old` and `new` have and don't have in common: joined without inserts it is `old`, without deletes `new`.

    Compares words; lines when there are too many pairs of words or too many hunks; otherwise replaces the whole text.
    """
    room = room or Room()
    for pattern in (_WORDS, _LINES):
        before, after = pattern.findall(old), pattern.findall(new)
        if room.hunks <= 0 or len(before) * len(after) > BUDGET:
            continue
        most = min(MAX_TEXT_HUNKS, room.hunks)
        hunks = _gathered(before, after, most)
        room.hunks -= len(hunks)
        if len(hunks) <= most:
            return hunks
    return [Hunk(op="delete", text=old), Hunk(op="insert", text=new)]


def item_hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The same for two lists: one hunk for each item. Of a place, what goes stands before what comes."""
    hunks: list[Hunk] = []
    inserts: list[Hunk] = []
    for is_equal, gone, come in _opcodes(old, new):
        if is_equal:
            hunks += inserts
            inserts = []
            hunks += [Hunk(op="equal", text=item) for item in gone]
        else:
            hunks += [Hunk(op="delete", text=item) for item in gone]
            inserts += [Hunk(op="insert", text=item) for item in come]
    return hunks + inserts


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Yield the blocks of both lists in order: whether they are equal, the old items and the new items."""
    numbers: dict[str, int] = {}  # rapidfuzz compares hashes of strings; numbers are exact
    before = [numbers.setdefault(item, len(numbers)) for item in old]
    after = [numbers.setdefault(item, len(numbers)) for item in new]
    for block in LCSseq.opcodes(before, after):
        yield block.tag == "equal", old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]


def _gathered(before: Sequence[str], after: Sequence[str], most: int) -> list[Hunk]:
    """Neighbours of one kind as one hunk. White space alone between two changes belongs to both: `big red` → `small
    green` is one change of two words, not two of one. Stops after more than `most` hunks."""
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

    for is_equal, old, new in _opcodes(before, after):
        if is_equal:
            kept += old
            continue
        if kept and gone and come and len(kept) == 1 and kept[0].isspace() and "\n" not in kept[0]:
            gone.append(kept[0])
            come.append(kept[0])
            kept.clear()
        end_equal()
        if len(done) > most:
            return done
        gone += old
        come += new
    end_equal()
    end_change()
    return done


def old_side(hunks: list[Hunk]) -> list[str]:
    """The pieces of the old text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "insert"]


def new_side(hunks: list[Hunk]) -> list[str]:
    """The pieces of the new text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "delete"]
