"""Comment validation, mentions, thread depth and limits of a comment page. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from service.features.accounts.identity.domain import Refused

BODY_LENGTH: Final = 10_000
"""Maximum length of a comment in characters (Unicode code points)."""
DEPTH: Final = 8
"""Maximum number of levels of a thread. The top-level comment is level 1."""
MENTIONS: Final = 10
"""Maximum number of makers that one comment can mention."""
REPEATED_WITHIN: Final = timedelta(minutes=1)
"""Time in which an author cannot post the same text in the same place again."""

BREADTH: Final = 10
"""Maximum number of replies to one comment on a page. One more request returns the rest."""
THREAD: Final = 50
"""Maximum number of replies of one thread on a page."""
PAGE: Final = 500
"""Maximum number of replies of all threads on a page."""

# Skips names inside words, addresses and paths. The group is atomic; otherwise `@ada-b_` would match `@ada`.
_MENTION: Final = re.compile(r"(?<![\w@./\\-])@((?>[A-Za-z0-9](?:-?[A-Za-z0-9])*))(?![\w@])")
_HANDLE_LENGTHS: Final = range(3, 31)

# CommonMark 0.31 §4.5, also after the markers of quotes and lists (§5.1, §5.2).
_FENCE: Final = re.compile(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_MARKS: Final = re.compile(r"[ \t>]*")
_LIST_ITEM: Final = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED: Final = re.compile(r" {4}| {0,3}\t")
_BACKTICKS: Final = re.compile(r"(\\*)(`+)")


def body_of(text: str) -> str:
    """Return the text of a comment unchanged. Raise Refused if it has no visible character."""
    if not any(unicodedata.category(c)[0] in "LNSP" for c in text):
        raise Refused("too_short", "A comment needs at least one visible character.")
    return text


def place_below(comment_id: UUID, depth: int, parent_id: UUID | None) -> tuple[UUID, int]:
    """Return the parent and the depth of a reply. On the deepest level, a reply gets the same parent as its comment."""
    if depth < DEPTH or parent_id is None:
        return comment_id, depth + 1
    return parent_id, depth


def replies_shown(threads: int) -> int:
    """Return the maximum number of replies per thread on a page of `threads` threads."""
    return min(THREAD, PAGE // threads)


def concerned(
    author_id: UUID, mentioned: Collection[UUID], answered: UUID | None, workers: Collection[UUID]
) -> tuple[list[UUID], list[UUID], list[UUID]]:
    """Return the recipients of a comment's notifications: mentioned makers, the author of the parent, and workers of
    the project. Each maker appears once, in the first list that applies. The comment's author never appears."""
    calls = [maker for maker in dict.fromkeys(mentioned) if maker != author_id]
    reply = [] if answered is None or answered in (author_id, *calls) else [answered]
    told = {author_id, *calls, *reply}
    return calls, reply, [maker for maker in dict.fromkeys(workers) if maker not in told]


def mentions(markdown: str) -> list[str]:
    """Return the handles that a text mentions as `@handle`: lower case, distinct, the first MENTIONS of them.

    Skip code, because quoted code does not mention makers: fenced and indented blocks and code spans (CommonMark 0.31
    §4.4, §4.5, §6.1). A backslash before the `@` escapes it.
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
    """Yield the text without its code blocks, in pieces that no code span crosses."""
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
        # Indented text is not code inside a paragraph or where it continues a list.
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
    """Replace each code span by a space. A span extends from a run of backticks to the next run of the same length."""
    runs = [(match.start(2), match.end(2), len(match[1]) % 2 == 1) for match in _BACKTICKS.finditer(text)]
    if not runs:
        return text
    by_length: dict[int, list[int]] = {}
    for start, end, _ in reversed(runs):
        by_length.setdefault(end - start, []).append(start)
    kept: list[str] = []
    at = 0
    for start, end, escaped in runs:
        first = start + 1 if escaped else start  # the backslash escapes the first backtick
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
