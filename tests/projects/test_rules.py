"""Test the rules for slugs, titles and states as pure functions."""

import re
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.features.accounts.identity.domain import Refused
from service.features.projects.projects.domain import (
    FALLBACK_SLUG,
    SLUG_LENGTH,
    SLUG_PATTERN,
    Action,
    check_editable,
    free_slug,
    line_of,
    says_something,
    slug_of,
    slug_with,
    status_after,
    stem_of,
    title_of,
)

_SLUG = re.compile(SLUG_PATTERN)
SLUGS = st.from_regex(SLUG_PATTERN, fullmatch=True).filter(lambda slug: len(slug) <= SLUG_LENGTH)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A reading coach", "a-reading-coach"),
        ("Buurthuis-nieuwsbrief in gewone taal", "buurthuis-nieuwsbrief-in-gewone-taal"),
        ("Wat kost één café-bezoek in 's-Hertogenbosch?", "wat-kost-een-cafe-bezoek-in-s-hertogenbosch"),
        ("Foto’s van m'n IJsselmeer", "fotos-van-mn-ijsselmeer"),
        ("Coöperatie & reünie", "cooperatie-and-reunie"),
        ("Straße, Smørrebrød, Łódź", "strasse-smorrebrod-lodz"),
        ("\ufb01le №5 ①", "file-no5-1"),
        ("日本語", FALLBACK_SLUG),
        ("🧵", FALLBACK_SLUG),
        ("--- ", FALLBACK_SLUG),
        ("日本語 2", "2"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 120, "x" * 80),
        ("a " + "x" * 100, "a"),
    ],
)
def test_titles_become_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=200))
def test_every_title_has_a_slug(title: str) -> None:
    slug = slug_of(title)
    assert _SLUG.fullmatch(slug)
    assert len(slug) <= SLUG_LENGTH
    assert slug_of(slug) == slug


@given(SLUGS, st.integers(0, 12))
def test_a_free_slug_is_unused_and_within_the_limit(slug: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others + 1):
        found = free_slug(slug, taken)
        assert found not in taken
        assert _SLUG.fullmatch(found)
        assert len(found) <= SLUG_LENGTH
        assert found.startswith(stem_of(slug))
        taken.add(found)
    assert slug in taken


@given(SLUGS, st.uuids())
def test_a_slug_with_an_id_suffix_is_within_the_limit(slug: str, project_id: UUID) -> None:
    found = slug_with(slug, project_id)
    assert _SLUG.fullmatch(found)
    assert len(found) <= SLUG_LENGTH
    assert found.endswith(project_id.hex[-8:])


def test_slug_numbers_start_at_two() -> None:
    assert free_slug("a", ["b"]) == "a"
    assert free_slug("a", ["a", "a-2", "a-4"]) == "a-3"


@given(st.text(max_size=200))
def test_a_title_is_normalized_or_rejected(text: str) -> None:
    try:
        title = title_of(text)
    except Refused:
        return
    assert title
    assert title == " ".join(title.split())
    assert title_of(title) == title


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u00a0\u3000", "evil\u202etxt.exe", "\u2066x\u2069"])
def test_invalid_titles_are_rejected(text: str) -> None:
    with pytest.raises(Refused):
        title_of(text)


def test_lines_may_be_empty_and_contain_emoji() -> None:
    assert line_of("  ") == ""
    assert title_of(" 👩\u200d💻  at work ") == "👩\u200d💻 at work"


def test_a_tagline_or_a_text_is_enough() -> None:
    assert says_something("A line", "")
    assert says_something("", "A text")
    assert not says_something("", " \n")


def test_state_transitions() -> None:
    found = {}
    for status in ("draft", "published", "archived", "removed"):
        for action in get_args(Action.__value__):
            try:
                found[status, action] = status_after(action, status)
            except Refused as refused:
                found[status, action] = f"! {refused.code}"
    assert found == {
        ("draft", "publish"): "published",
        ("draft", "archive"): "! not_published",
        ("draft", "unarchive"): "! not_published",
        ("published", "publish"): "published",
        ("published", "archive"): "archived",
        ("published", "unarchive"): "published",
        ("archived", "publish"): "! archived",
        ("archived", "archive"): "archived",
        ("archived", "unarchive"): "published",
        ("removed", "publish"): "! removed",
        ("removed", "archive"): "! removed",
        ("removed", "unarchive"): "! removed",
    }


@pytest.mark.parametrize("status", ["archived", "removed"])
def test_archived_and_removed_projects_are_read_only(status: str) -> None:
    with pytest.raises(Refused) as refused:
        check_editable(status)
    assert refused.value.code == status
    check_editable("draft")
    check_editable("published")
