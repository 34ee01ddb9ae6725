"""Word-by-word diff of two texts with rapidfuzz (docs/decisions/0017-word-diff.md)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from rapidfuzz.distance import LCSseq

from service.http.schema.output import Output

BUDGET: Final = 100_000_000
"""Maximum pairs of words to compare: about 15 ms and 12 MB.

Above it, the diff compares lines. If lines exceed it, too, the diff replaces the whole text.
"""
MAX_HUNKS: Final = 10_000
"""Maximum hunks of one comparison for all its texts. Above it, the diff replaces whole texts."""
MAX_TEXT_HUNKS: Final = 2000
"""Maximum hunks of one text. Above it, the diff compares lines, and then replaces the whole text."""

# A slot is one word, so that no hunk starts or ends inside a slot.
_WORDS: Final = re.compile(r"\{\{[ \t]*\w+[ \t]*\}\}|\w+|\s+|[^\w\s{]+|\{")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


class Hunk(Output):
    """A piece of text that is on both sides (`equal`), only on the old (`delete`) or only on the new (`insert`)."""

    op: Literal["equal", "delete", "insert"]
    text: str


class Room:
    """Remaining number of hunks of one comparison. Each hunk costs time and 30 bytes of the result."""

    def __init__(self) -> None:
        self.hunks = MAX_HUNKS


def text_hunks(old: str, new: str, room: Room | None = None) -> list[Hunk]:
    """Return the hunks of two texts. Joined without inserts they are `old`, joined without deletes they are `new`.

    Compares words; compares lines when there are too many word pairs or hunks; otherwise replaces the whole text.
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
    """Return the hunks of two lists, one per item. At each position, deletes come before inserts."""
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
    numbers: dict[str, int] = {}  # rapidfuzz compares hashes of strings, not the strings
    before = [numbers.setdefault(item, len(numbers)) for item in old]
    after = [numbers.setdefault(item, len(numbers)) for item in new]
    for block in LCSseq.opcodes(before, after):
        yield block.tag == "equal", old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]


def _gathered(before: Sequence[str], after: Sequence[str], most: int) -> list[Hunk]:
    """Merge adjacent pieces of one kind into one hunk. Stops after more than `most` hunks.

    White space between two changes belongs to both: `big red` → `small green` is one change of two words, not two
    changes.
    """
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
    """Return the pieces of the old text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "insert"]


def new_side(hunks: list[Hunk]) -> list[str]:
    """Return the pieces of the new text or list."""
    return [hunk.text for hunk in hunks if hunk.op != "delete"]
