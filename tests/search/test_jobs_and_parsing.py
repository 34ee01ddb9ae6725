"""Test the search jobs (tiers and vocabulary) and the pure functions of search."""

from datetime import timedelta
from itertools import pairwise

import pytest

from service.features.community.search import jobs
from service.features.community.search.highlight import marker
from service.features.community.search.queries import SimilarRow, StemRow
from service.features.community.search.query_parser import MAX_WORDS, fold, typed
from service.features.community.search.spelling import meant
from tests.api import ApiClient, RunningService
from tests.search.fixtures import flow, found, search


async def tiers(service: RunningService) -> dict[str, tuple[int, int | None]]:
    """Return the tier of each project and of its workflow."""
    rows = await service.context.db.fetch(
        "select p.slug, s.tier, w.tier from project_search s join project p on p.project_id = s.project_id"
        " left join workflow_search w on w.project_id = s.project_id"
    )
    return {slug: (tier, its) for slug, tier, its in rows}


async def test_the_hottest_projects_are_in_the_first_tier(
    service: RunningService, ada: ApiClient, visitor: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "TIERS", (2, 4))
    monkeypatch.setattr(jobs, "PORTION", 2)
    paths = []
    for number in range(10):
        service.clock.move(timedelta(seconds=10))
        paths.append(await ada.published(f"Coach {number}"))
    await flow(ada, paths[0], "Lesson", "Praise them.")
    assert set((await tiers(service)).values()) == {(0, None), (0, 0)}

    await jobs.settle(service.context, {})
    placed = await tiers(service)
    assert [placed[f"coach-{number}"][0] for number in range(10)] == [2, 2, 2, 2, 1, 1, 1, 1, 0, 0]
    assert placed["coach-0"] == (2, 2)
    await jobs.settle(service.context, {})
    assert await tiers(service) == placed

    # Results come from all tiers, one page after the other.
    assert await found(visitor, "coach") == [f"coach-{number}" for number in reversed(range(10))]
    pages = await visitor.pages("/search?q=coach", 3)
    assert [hit["project"]["slug"] for page in pages for hit in page] == await found(visitor, "coach")
    assert await found(visitor, '"coach 1"') == ["coach-1"]
    assert await found(visitor, "praise", "workflows") == ["lesson"]
    suggested = (await visitor.get("/search/suggest?q=coach")).expect(200).json["data"]
    assert [each["text"] for each in suggested] == [f"Coach {number}" for number in reversed(range(10))]

    # Edited projects keep their tier, relisted ones get a new one, and new ones are in the first.
    (await ada.edit(paths[1], body="other")).expect(200)
    (await ada.edit(paths[2], visibility="unlisted")).expect(200)
    (await ada.edit(paths[2], visibility="public")).expect(200)
    service.clock.move(timedelta(seconds=10))
    await ada.published("Coach 10")
    placed = await tiers(service)
    assert [placed[slug][0] for slug in ("coach-1", "coach-2", "coach-10")] == [2, 2, 0]


async def test_unused_words_are_deleted(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "WORDS", 2)
    (await bob.update_me(display_name="Bartholomew")).expect(200)
    await ada.published("Zeppelin coach")
    gone = await ada.published("Submarine coach")
    (await ada.delete(gone)).expect(204)
    (await bob.delete_me()).expect(204)

    async def words(kind: str) -> set[str]:
        rows = await service.context.db.fetch("select word from search_word where kind = $1", kind)
        return {row[0] for row in rows}

    assert {"zeppelin", "submarine", "coach"} <= await words("text")
    assert {"ada", "bob", "bartholomew"} <= await words("name")
    # An unused word corrects nothing.
    assert (await search(visitor, "submarin"))["corrected"] is None
    await jobs.forget(service.context, {})
    assert {"zeppelin", "coach"} <= await words("text")
    assert "submarine" not in await words("text")
    assert await words("name") == {"ada"}


async def test_reactions_in_search_rows_may_lag(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    """The hundredth star of a project writes no search row; the first does."""
    project = await ada.published("Coach")

    async def marks() -> tuple[int, float]:
        row = await service.context.db.fetchrow("select marks, hot from project_search")
        assert row is not None
        return row[0], row[1]

    before = await marks()
    (await ada.put(f"{project}/star")).expect(204)
    assert (await marks())[0] in (0, 1)  # log10(1) equals log10 of no reactions: nothing to write
    (await bob.put(f"{project}/star")).expect(204)
    assert (await marks())[0] == 2
    assert (await marks())[1] == pytest.approx(before[1] + 0.301, abs=0.001)
    await service.context.db.execute("update project_stats set stars = 1000")
    written = await marks()
    await service.context.db.execute("update project_stats set stars = 1001")
    assert await marks() == written


def similar(misspelt: str, **levels: int) -> list[SimilarRow]:
    return [SimilarRow(misspelt, word, level) for word, level in levels.items()]


def test_corrections_prefer_the_closest_then_the_most_common_word() -> None:
    assert meant(["coahc"], similar("coahc", coach=3, roach=9, couch=9)) == {"coahc": "coach"}
    assert meant(["coath"], similar("coath", coach=3, cloth=1, couth=2)) == {"coath": "coach"}
    assert meant(["readng"], similar("readng", reading=1, reads=9)) == {"readng": "reading"}
    # An existing word is never corrected. Short words may have one wrong letter, long words three.
    assert meant(["coech"], similar("coech", coach=9, coech=0)) == {}
    assert meant(["caoh"], similar("caoh", coach=9)) == {}
    assert meant(["huishuodn"], similar("huishuodn", huishouden=1)) == {"huishuodn": "huishouden"}
    assert meant(["abcdefghij"], similar("abcdefghij", abcxyzghij=1, axxxxfghij=5)) == {"abcdefghij": "abcxyzghij"}
    assert meant(["word"], []) == {}


def test_queries_are_parsed() -> None:
    assert str(typed('Reading "Crème  brûlée" -School or -"a b"')) == 'reading "creme brulee" -school -"a b"'
    assert typed("a OR b or").wanted == "a or b"
    assert typed("or or a or or b").wanted == "a or b"
    assert typed("reading-coach -node.js").wanted == "reading coach"
    assert typed("reading-coach -node.js").unwanted == '"node js"'
    assert typed('say "open').wanted == 'say "open"'
    assert typed('it\'s "" !! ---').wanted == "it s"
    assert typed("-a -b").words == []
    assert len(typed("word " * 40).wanted.split()) == MAX_WORDS
    assert typed("coach reading coach").words == ["coach", "reading"]
    assert str(typed("coahc -x").corrected({"coahc": "coach"})) == "coach -x"


def test_folding_keeps_character_positions() -> None:
    for text in ("Été à l’Ørsted", "İstanbul ıI", "ﬁn ß ẞ", "ΑΒΓ Straße", "🐝 Bee_keeper"):
        assert len(fold(text)) == len(text)
    assert fold("Été-İ_B") == "ete i b"


def test_all_forms_of_a_word_are_highlighted() -> None:
    found = marker([StemRow("stories", "stori", "stories"), StemRow("use", "use", "use"), StemRow("the", None, "the")])
    text = found.mark("The story, using STORIES; misused. Él story")
    words = [text.text[mark.start : mark.start + mark.length] for mark in text.marks]
    assert words == ["The", "story", "using", "STORIES", "story"]
    assert text.hits == 3
    assert all(one.start + one.length <= two.start for one, two in pairwise(text.marks))
    assert marker([StemRow("de", None, None)]).patterns == []
    far = found.mark("x " * 400 + "story" + " y" * 400)
    assert len(far.text) == 240
    assert [far.text[m.start : m.start + m.length] for m in far.marks] == ["story"]
    assert found.mark("a(b").marks == []
