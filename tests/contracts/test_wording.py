"""Plain wording: the phrases of wording.toml occur in no text that people read."""

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

ROOT = Path(__file__).parents[2]
PHRASES = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))

type Text = tuple[str, str]
"""Location and text."""


def markdown() -> Iterator[Text]:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "migrations/README.md"]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def python() -> Iterator[Text]:
    """Yield docstrings, messages and comments. A message is a string that contains a space."""
    for folder in ("service", "bench"):
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value
            for token in tokenize.generate_tokens(io.StringIO(source).readline):
                if token.type == tokenize.COMMENT:
                    yield f"{path.relative_to(ROOT)}:{token.start[0]}", token.string


def sql() -> Iterator[Text]:
    for path in (ROOT / "sql").rglob("*.sql"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if "--" in line:
                yield f"{path.relative_to(ROOT)}:{number}", line.partition("--")[2]


def openapi() -> Iterator[Text]:
    for path, text in _strings(orjson.loads((ROOT / "openapi.json").read_bytes())):
        yield f"openapi.json{path}", text


def messages(language: str) -> Iterator[Text]:
    for path in (ROOT / "frontend/messages" / language).glob("*.json"):
        for key, text in _strings(orjson.loads(path.read_bytes())):
            yield f"{path.relative_to(ROOT)}{key}", text


def _strings(value: Any, path: str = "") -> Iterator[Text]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _strings(item, f"{path}/{key}")
        case list():
            for index, item in enumerate(value):
                yield from _strings(item, f"{path}/{index}")
        case str():
            yield path, value


def found(texts: Iterator[Text], phrases: dict[str, str]) -> list[str]:
    """Return a line for each phrase in the texts: its location, the phrase and the advice."""
    patterns = [(re.compile(rf"\b(?:{phrase})\b", re.IGNORECASE), advice) for phrase, advice in phrases.items()]
    return [
        f"{place}: “{match[0]}”: {advice}"
        for place, text in texts
        for pattern, advice in patterns
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("texts", [markdown, python, sql, openapi, lambda: messages("en")])
def test_no_text_contains_an_obscure_phrase(texts: Any) -> None:
    assert found(texts(), PHRASES["english"]) == []


def test_no_dutch_text_contains_an_obscure_phrase() -> None:
    assert found(messages("nl"), PHRASES["dutch"]) == []


def test_phrases_are_found() -> None:
    assert found(iter([("a:1", "Whoever asks is told.")]), PHRASES["english"]) == [
        "a:1: “Whoever”: anyone who, the caller, the maker",
        "a:1: “is told”: receives, is notified",
    ]
