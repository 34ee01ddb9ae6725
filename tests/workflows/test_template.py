from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.workflows.documents.template import Part, Slot, Text, parse, source_of, written
from tests.workflows.contents import LAW

PIECES = ["{", "}", "{{", "}}", "{{a}}", "{{ b_2\t}}", "\\", "a", " ", "\n", "𝄞", "{{a b}}", "{{1}}", "{{}}"]
SOURCES = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def values(source: str) -> list[str | tuple[str]]:
    """Texts as strings, slots as tuples of their name."""
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
def test_reads(source: str, means: list[str | tuple[str]]) -> None:
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
def test_reports_every_mistake_at_its_offset(source: str, mistakes: list[tuple[str, int]]) -> None:
    found = parse(source).mistakes
    assert [(m.code, m.offset) for m in found] == mistakes
    assert all(source.startswith("{{", m.offset) and m.message for m in found)


@LAW
@given(SOURCES)
def test_loses_nothing(source: str) -> None:
    assert written(parse(source)) == source


@LAW
@given(SOURCES)
def test_parts_know_their_place(source: str) -> None:
    parts = parse(source).parts
    for part in parts:
        assert part.source
        assert source.startswith(part.source, part.offset)
    assert not any(isinstance(a, Text) and isinstance(b, Text) for a, b in pairwise(parts))


@LAW
@given(SOURCES)
def test_names_are_those_of_the_slots(source: str) -> None:
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


@LAW
@given(PARTS)
def test_whatever_is_written_reads_as_it_was_meant(parts: list[Part]) -> None:
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


@LAW
@given(st.text(max_size=60) | st.text("{}\\a", max_size=30))
def test_any_text_can_be_meant_literally(text: str) -> None:
    assert values(source_of([Text(text, "", 0)])) == ([text] if text else [])


class Counting(str):
    """A string that counts how many characters are looked at one by one."""

    __slots__ = ()
    looks = 0

    def __getitem__(self, key: object) -> str:
        if isinstance(key, int):
            Counting.looks += 1
        return super().__getitem__(key)  # type: ignore[index]


EVIL = ["{{", "\\", "\\{{", "{{ ", "{{a", "{{a}}", "{", "{{a }", "\\\\{{a}}", "{{a\n", "{{\t\t"]


@pytest.mark.parametrize("evil", EVIL)
def test_walks_over_each_character_once(evil: str) -> None:
    source = Counting((evil * 20_000)[:20_000])
    Counting.looks = 0
    parse(source)
    assert Counting.looks <= 20_000


@pytest.mark.parametrize("evil", [*EVIL, "{{" + " " * 299_990, "{{" + "a" * 299_990, "\\" * 299_990 + "{{"])
@pytest.mark.timeout(20)
def test_takes_linear_time(evil: str) -> None:
    source = evil * (
        300_000 // len(evil)
    )  # well under a second; a step for every pair of characters would take an hour
    assert written(parse(source)) == source
