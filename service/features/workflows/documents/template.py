r"""Template language: text with `{{name}}` slots, and backslash escapes for literal braces.

- A slot is `{{`, a name, `}}`. Spaces and tabs around the name are ignored.
- In a longer run of braces, the last two open the slot, so `{{{name}}}` is a slot between braces.
- An odd number of backslashes makes the whole following run of two or more braces literal: `\{{`. Before such a run,
  two backslashes stand for one. Everywhere else a backslash is literal, and so are `{`, `}` and `}}`.

Parsing never fails and takes linear time. Invalid slots stay as text, and the parser reports all of them.
"""

import re
from typing import Final

from attrs import frozen

from service.features.workflows.documents.document import NAME_LENGTH, NAME_PATTERN

_BRACES: Final = re.compile(r"\{{2,}")
# Possessive, and no part matches the first character of the next part: a failed match costs one pass.
_NAME: Final = re.compile(rf"[ \t]*+({NAME_PATTERN})[ \t]*+\}}\}}")
_STOP: Final = re.compile(r"\}\}|\{\{|\n")


@frozen
class Text:
    """Literal text. `source` is its form in the template, `offset` its position in characters."""

    text: str
    source: str
    offset: int


@frozen
class Slot:
    """A slot for the value of `name`. `offset` is the position of its first opening brace."""

    name: str
    source: str
    offset: int


type Part = Text | Slot


@frozen
class Mistake:
    """Double braces that open no valid slot. They stay as text."""

    code: str
    message: str
    offset: int


@frozen
class Template:
    """Result of `parse`: texts and slots in order. Texts are not empty and never adjacent."""

    parts: tuple[Part, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def slots(self) -> list[Slot]:
        """Return all slots in order."""
        return [part for part in self.parts if isinstance(part, Slot)]

    @property
    def names(self) -> dict[str, int]:
        """Return all names with the offset of their first slot, in order of appearance."""
        found: dict[str, int] = {}
        for slot in self.slots:
            found.setdefault(slot.name, slot.offset)
        return found


def parse(source: str) -> Template:
    """Parse a template. Never fails."""
    parts: list[Part] = []
    mistakes: list[Mistake] = []
    text: list[str] = []  # unescaped literal text since `begin`
    begin = copied = 0

    def end_text(at: int) -> None:
        if at > begin:
            parts.append(Text("".join(text), source[begin:at], begin))
            text.clear()

    for braces in _BRACES.finditer(source):
        start, end = braces.span()
        slashes = start
        while slashes > copied and source[slashes - 1] == "\\":
            slashes -= 1
        half, odd = divmod(start - slashes, 2)
        text += (source[copied:slashes], "\\" * half)
        copied = start
        if odd:
            text.append(braces[0])
            copied = end
            continue
        name = _NAME.match(source, end)
        if name is None or len(name[1]) > NAME_LENGTH:
            mistakes.append(_mistake(source, end))
            text.append(braces[0])
            copied = end
            continue
        text.append(source[start : end - 2])
        end_text(end - 2)
        parts.append(Slot(name[1], source[end - 2 : name.end()], end - 2))
        begin = copied = name.end()
    text.append(source[copied:])
    end_text(len(source))
    return Template(tuple(parts), tuple(mistakes))


def _mistake(source: str, inside: int) -> Mistake:
    """Return the mistake for the braces that end before `inside`."""
    stop = _STOP.search(source, inside)
    if stop is None or stop[0] != "}}":
        return Mistake("unclosed_slot", r"A slot isn't closed. Add }}, or write \{{ for literal braces.", inside - 2)
    inner = source[inside : stop.start()].strip(" \t")
    if not inner:
        return Mistake(
            "empty_slot", r"A slot needs a name between its braces. Write \{{ for literal braces.", inside - 2
        )
    if len(inner) > NAME_LENGTH:
        return Mistake("bad_name", f"Use at most {NAME_LENGTH} characters in a name.", inside - 2)
    message = (
        f"Invalid name “{inner}”. Start with a letter and use letters, digits and _. "
        r"Write \{{ for literal braces."
    )
    return Mistake("bad_name", message, inside - 2)


def written(template: Template) -> str:
    """Return the exact source of a template."""
    return "".join(part.source for part in template.parts)
