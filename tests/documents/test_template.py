"""Test the template parser."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.workflows.documents.template import Part, Slot, Text, parse, written
from tests.documents.strategies import PROPERTY
from tests.documents.template_source import source_of

PIECES = ["{", "}", "{{", "}}", "{{a}}", "{{ b_2\t}}", "\\", "a", " ", "\n", "𝄞", "{{a b}}", "{{1}}", "{{}}"]
SOURCES = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def values(source: str) -> list[str | tuple[str]]:
    """Return texts as strings and slots as tuples of their name."""
    return [part.text if isinstance(part, Text) else (part.name,) for part in parse(source).parts]


@pytest.mark.parametrize(
    ("source", "means"),
    [
        ("", []),
        ("no slots, { nor } }} them", ["no slots, { nor } }} them"]),
        ("{{name}}", [("name",)]),
        ("{{ \t name\t}}", [("name",)]),
        ("Hi {{a}}{{b}}!", ["Hi ", ("a",), ("b",), "!"]),
        ("{{{a}}}", ["{", ("a",), "}"]),
        ("{{{{a}}}}", ["{{", ("a",), "}}"]),
        (r"\{{a}}", ["{{a}}"]),
        (r"\{{{a}}}", ["{{{a}}}"]),
        (r"\\{{a}}", ["\\", ("a",)]),
        (r"\\\{{a}}", ["\\{{a}}"]),
        (r"C:\dir \{ \n \\", [r"C:\dir \{ \n \\"]),
        (r"\\server {{a}}", [r"\\server ", ("a",)]),
        ('{"k": "{{v}}"}', ['{"k": "', ("v",), '"}']),
        ("{{a\n}}", ["{{a\n}}"]),
        ("{{a b}} {{c}}", ["{{a b}} ", ("c",)]),
        ("{{{ {{a}}", ["{{{ ", ("a",)]),
    ],
)
def test_templates_are_parsed(source: str, means: list[str | tuple[str]]) -> None:
    assert values(source) == means


@pytest.mark.parametrize(
    ("source", "mistakes"),
    [
        ("𝄞{{", [("unclosed_slot", 1)]),
        ("{{a\n}}", [("unclosed_slot", 0)]),
        ("{{ {{a}}", [("unclosed_slot", 0)]),
        ("{{}} {{ }}", [("empty_slot", 0), ("empty_slot", 5)]),
        (
            "é {{#if x}}{{1a}}{{a-b}}{{ok}}{{a.b}}",
            [("bad_name", 2), ("bad_name", 11), ("bad_name", 17), ("bad_name", 30)],
        ),
        ("{{" + "a" * 51 + "}}", [("bad_name", 0)]),
        ("{{{é}}", [("bad_name", 1)]),
        ("{{" + "a" * 50 + "}}", []),
        (r"\{{#if x}}", []),
    ],
)
def test_every_error_is_reported_with_its_offset(source: str, mistakes: list[tuple[str, int]]) -> None:
    found = parse(source).mistakes
    assert [(m.code, m.offset) for m in found] == mistakes
    assert all(source.startswith("{{", m.offset) and m.message for m in found)


@PROPERTY
@given(SOURCES)
def test_a_parsed_template_is_written_unchanged(source: str) -> None:
    assert written(parse(source)) == source


@PROPERTY
@given(SOURCES)
def test_parts_have_their_offset_and_source(source: str) -> None:
    parts = parse(source).parts
    for part in parts:
        assert part.source
        assert source.startswith(part.source, part.offset)
    assert not any(isinstance(a, Text) and isinstance(b, Text) for a, b in pairwise(parts))


@PROPERTY
@given(SOURCES)
def test_names_of_slots_are_listed(source: str) -> None:
    template = parse(source)
    assert list(template.names) == list(dict.fromkeys(slot.name for slot in template.slots))
    for name, offset in template.names.items():
        assert source.startswith("{{", offset)
        assert source.index(name, offset) > offset


PARTS: st.SearchStrategy[list[Part]] = st.lists(
    st.one_of(
        st.lists(st.sampled_from(["{", "}", "\\", "a", "{{", "\n"]), max_size=8).map(lambda p: Text("".join(p), "", 0)),
        st.sampled_from(["a", "b"]).map(lambda name: Slot(name, "", 0)),
    ),
    max_size=8,
)


@PROPERTY
@given(PARTS)
def test_written_parts_are_parsed_as_the_same_parts(parts: list[Part]) -> None:
    meant: list[str | tuple[str]] = []
    for part in parts:
        if isinstance(part, Slot):
            meant.append((part.name,))
        elif meant and isinstance(meant[-1], str):
            meant[-1] += part.text
        elif part.text:
            meant.append(part.text)
    source = source_of(parts)
    assert values(source) == meant
    assert parse(source).mistakes == ()


@PROPERTY
@given(st.text(max_size=60) | st.text("{}\\a", max_size=30))
def test_any_text_can_be_escaped(text: str) -> None:
    assert values(source_of([Text(text, "", 0)])) == ([text] if text else [])


class CountingText(str):
    """A string that counts reads of single characters."""

    __slots__ = ()
    looks = 0

    def __getitem__(self, key: object) -> str:
        if isinstance(key, int):
            CountingText.looks += 1
        return super().__getitem__(key)  # type: ignore[index]


EVIL = ["{{", "\\", "\\{{", "{{ ", "{{a", "{{a}}", "{", "{{a }", "\\\\{{a}}", "{{a\n", "{{\t\t"]


@pytest.mark.parametrize("evil", EVIL)
def test_each_character_is_read_once(evil: str) -> None:
    source = CountingText((evil * 20_000)[:20_000])
    CountingText.looks = 0
    parse(source)
    assert CountingText.looks <= 20_000


@pytest.mark.parametrize("evil", [*EVIL, "{{" + " " * 299_990, "{{" + "a" * 299_990, "\\" * 299_990 + "{{"])
@pytest.mark.timeout(20)
def test_parsing_takes_linear_time(evil: str) -> None:
    source = evil * (
        300_000 // len(evil)
    )  # Linear time is well under a second; one step per pair of characters would take an hour.
    assert written(parse(source)) == source
