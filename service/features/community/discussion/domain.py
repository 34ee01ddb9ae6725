"""What a comment says and whom it mentions, how deep threads go, and how much of them a page shows. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from service.features.accounts.identity.domain import Refused

BODY_LENGTH: Final = 10_000
"""Characters (Unicode code points) of one comment."""
DEPTH: Final = 8
"""Levels of a thread, the comment at its top being the first."""
MENTIONS: Final = 10
"""Makers that one comment can call."""
REPEATED_WITHIN: Final = timedelta(minutes=1)
"""How long nobody says the same again in the same place."""

BREADTH: Final = 10
"""Replies to one comment that a page shows; the rest is one call away."""
THREAD: Final = 50
"""Replies that a page shows of one thread."""
PAGE: Final = 500
"""Replies that a page shows of all its threads."""

# A name that neither continues a word, an address or a path nor goes on as one: atomic, or `@ada_b` would give `@ad`.
_MENTION: Final = re.compile(r"(?<![\w@./\\-])@((?>[A-Za-z0-9](?:-?[A-Za-z0-9])*))(?![\w@])")
_HANDLE_LENGTHS: Final = range(3, 31)

# CommonMark 0.31 §4.5, behind the marks of quotes and lists as well (§5.1, §5.2).
_FENCE: Final = re.compile(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_MARKS: Final = re.compile(r"[ \t>]*")
_LIST_ITEM: Final = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED: Final = re.compile(r" {4}| {0,3}\t")
_BACKTICKS: Final = re.compile(r"(\\*)(`+)")


def body_of(text: str) -> str:
    """What a comment says, as it was sent. Raises Refused when there is nothing in it to be seen."""
    if not any(unicodedata.category(c)[0] in "LNSP" for c in text):
        raise Refused("too_short", "A comment has at least one character that can be seen.")
    return text


def place_below(comment_id: UUID, depth: int, parent_id: UUID | None) -> tuple[UUID, int]:
    """The parent and the depth of a reply. On the deepest level a reply goes beside what it answers."""
    if depth < DEPTH or parent_id is None:
        return comment_id, depth + 1
    return parent_id, depth


def replies_shown(threads: int) -> int:
    """How many replies a page of `threads` threads may show of each."""
    return min(THREAD, PAGE // threads)


def concerned(
    author_id: UUID, mentioned: Collection[UUID], answered: UUID | None, workers: Collection[UUID]
) -> tuple[list[UUID], list[UUID], list[UUID]]:
    """Who hears of a comment as mentioned, as answered, and as one who works on the project: each once, by the first
    of these that they are, and never its author."""
    calls = [maker for maker in dict.fromkeys(mentioned) if maker != author_id]
    reply = [] if answered is None or answered in (author_id, *calls) else [answered]
    told = {author_id, *calls, *reply}
    return calls, reply, [maker for maker in dict.fromkeys(workers) if maker not in told]


def mentions(markdown: str) -> list[str]:
    """The handles that a text calls by `@handle`, lower case, each once and the first MENTIONS of them.

    Not in code, which quotes what is no name here: fenced and indented blocks and code spans (CommonMark 0.31 §4.4,
    §4.5, §6.1). A backslash before the `@` makes it an ordinary one.
    """
    found: dict[str, None] = {}
    for paragraph in _paragraphs(markdown):
        for match in _MENTION.finditer(_without_spans(paragraph)):
            if len(match[1]) in _HANDLE_LENGTHS:
                found[match[1].lower()] = None
                if len(found) == MENTIONS:
                    return list(found)
    return list(found)


def _paragraphs(markdown: str) -> Iterator[str]:
    """The text without its code blocks, in pieces over which no code span reaches."""
    lines: list[str] = []
    fence = ""
    in_list, after_blank = False, True
    for line in markdown.splitlines():
        if fence:
            rest = line[_end_of_marks(line) :].rstrip()
            if len(rest) >= len(fence) and rest == fence[0] * len(rest):
                fence = ""
            continue
        if opened := _FENCE.match(line):
            fence = opened["fence"]
        blank = not line.strip(" \t>")
        # A text is not indented code in the middle of a paragraph, nor where it continues a list.
        code = after_blank and not in_list and _INDENTED.match(line) is not None
        if fence or blank or code:
            if lines:
                yield "\n".join(lines)
            lines = []
        else:
            lines.append(line)
            in_list = _LIST_ITEM.match(line) is not None or (in_list and not (after_blank and line[0] not in " \t"))
        after_blank = blank or code or bool(fence)
    if lines:
        yield "\n".join(lines)


def _end_of_marks(line: str) -> int:
    marks = _MARKS.match(line)
    return marks.end() if marks else 0


def _without_spans(text: str) -> str:
    """The text with a space for each code span: from a run of backticks to the next one that is as long."""
    runs = [(match.start(2), match.end(2), len(match[1]) % 2 == 1) for match in _BACKTICKS.finditer(text)]
    if not runs:
        return text
    by_length: dict[int, list[int]] = {}
    for start, end, _ in reversed(runs):
        by_length.setdefault(end - start, []).append(start)
    kept: list[str] = []
    at = 0
    for start, end, escaped in runs:
        first = start + 1 if escaped else start  # the backslash takes one of them
        if first < at or first == end:
            continue
        closing = by_length.get(end - first, [])
        while closing and closing[-1] < end:
            closing.pop()
        if closing:
            kept.append(text[at:first])
            at = closing.pop() + end - first
    kept.append(text[at:])
    return " ".join(kept)
