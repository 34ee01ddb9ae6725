"""Texts of the synthetic data, composed from words.toml, so that search finds common words, rare words and Dutch.

Some hundreds of sentences per topic are built once and combined for each text. Names are generated.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from service.dev.synthetic.prng import Prng

_WORDS: Final = Path(__file__).with_name("words.toml")
_SYLLABLES: Final = (  # noqa: SIM905 — short enough to read as lines
    "ba be bi bo bra bri ca ce cor da de di do dra el en fa fi flo ga ge gri ha hel in ja jo ka ki kor la le li lo lu "
    "ma me mi mo na ne ni no or pa pe pi po ra re ri ro sa se si sol ta te ti tor tu va ve vi vo wen xa yo za ze"
).split()
NAMES: Final = len(_SYLLABLES) ** 3
EVERYWHERE: Final = (
    "automation", "productivity", "beginners", "prompt-engineering", "open-source", "tutorial", "experiments-with-ai",
    "work-in-progress", "templates", "local-models",
)  # fmt: skip
DUTCH_TAG: Final = "nederlands"


@frozen
class Language:
    """Text fragments by topic. `titles` have placeholders."""

    is_dutch: bool
    kinds: Sequence[str]
    titles: Sequence[str]
    fields: Sequence[Mapping[str, Sequence[str]]]
    sentences: Sequence[Sequence[str]]
    taglines: Sequence[Sequence[str]]
    prompts: Sequence[Sequence[str]]
    comments: Sequence[Sequence[str]]
    steps: Sequence[str]
    changelogs: Sequence[str]


@frozen
class Texts:
    """All text fragments."""

    english: Language
    dutch: Language
    tags: Sequence[Sequence[str]]
    """Tags of each topic, most common first."""

    @property
    def topics(self) -> int:
        return len(self.tags)

    @property
    def all_tags(self) -> list[str]:
        return [*EVERYWHERE, DUTCH_TAG, *(tag for tags in zip(*self.tags, strict=True) for tag in tags)]

    def language(self, *, dutch: bool) -> Language:
        return self.dutch if dutch else self.english


def read_texts() -> Texts:
    """Read words.toml and build the sentences, which takes some tens of milliseconds."""
    words = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    topics = words["topics"]
    return Texts(
        _language(words["english"], [(topic["things"], topic["who"]) for topic in topics], is_dutch=False),
        _language(words["dutch"], [(topic["dingen"], topic["wie"]) for topic in topics], is_dutch=True),
        [tuple(topic["tags"]) for topic in topics],
    )


def _language(words: dict[str, Any], topics: list[tuple[list[str], list[str]]], *, is_dutch: bool) -> Language:
    every = [
        {"thing": things, "who": who, **{name: words[f"{name}s"] for name in ("adjective", "verb", "kind")}}
        for things, who in topics
    ]

    def composed(name: str, count: int) -> list[list[str]]:
        prng = Prng(sum(map(ord, name)) + is_dutch)
        return [[filled(prng.pick(words[name]), fields, prng) for _ in range(count)] for fields in every]

    return Language(
        is_dutch,
        words["kinds"],
        words["titles"],
        every,
        composed("sentences", 400),
        composed("taglines", 200),
        composed("prompts", 200),
        composed("comments", 100),
        words["steps"],
        words["changelogs"],
    )


def filled(form: str, fields: Mapping[str, Sequence[str]], prng: Prng, name: str = "") -> str:
    """Fill in the placeholders of a form. A placeholder that ends in `_` starts with a capital."""
    values = {key: prng.pick(choices) for key, choices in fields.items()}
    capitals = {f"{key}_": value[:1].upper() + value[1:] for key, value in values.items()}
    return form.format(name=name, **values, **capitals)


def name_of(number: int) -> str:
    """Return a name of two or three syllables. Lower numbers give shorter names."""
    count = len(_SYLLABLES)
    first, rest = _SYLLABLES[number % count], number // count
    word = first + _SYLLABLES[rest % count]
    if rest // count:
        word += _SYLLABLES[rest // count % count]
    return word.capitalize()


_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """Return the number in base 36, which is short enough for an address."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits
