"""What the worker does for search: tiers in order, words that nobody has forgotten. And the pure parts."""

from datetime import timedelta
from itertools import pairwise

import pytest

from service.features.community.search import jobs
from service.features.community.search.highlight import marker
from service.features.community.search.queries import SimilarRow, StemRow
from service.features.community.search.query_parser import MAX_WORDS, fold, typed
from service.features.community.search.spelling import meant
from tests.api import ApiClient, RunningService
from tests.search.asking import ask, flow, found


async def tiers(service: RunningService) -> dict[str, tuple[int, int | None]]:
    """Each project's tier, and that of its workflow."""
    rows = await service.context.db.fetch(
        "select p.slug, s.tier, w.tier from project_search s join project p on p.project_id = s.project_id"
        " left join workflow_search w on w.project_id = s.project_id"
    )
    return {slug: (tier, its) for slug, tier, its in rows}


async def test_tiers_keep_the_hottest(
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

    # They are found from all tiers, and so a page after the other.
    assert await found(visitor, "coach") == [f"coach-{number}" for number in reversed(range(10))]
    pages = await visitor.pages("/search?q=coach", 3)
    assert [hit["project"]["slug"] for page in pages for hit in page] == await found(visitor, "coach")
    assert await found(visitor, '"coach 1"') == ["coach-1"]
    assert await found(visitor, "praise", "workflows") == ["lesson"]
    suggested = (await visitor.get("/search/suggest?q=coach")).expect(200).json["data"]
    assert [each["text"] for each in suggested] == [f"Coach {number}" for number in reversed(range(10))]

    # What is edited stays where it is, what is listed again goes where it belongs, what is new is hot.
    (await ada.edit(paths[1], body="other")).expect(200)
    (await ada.edit(paths[2], visibility="unlisted")).expect(200)
    (await ada.edit(paths[2], visibility="public")).expect(200)
    service.clock.move(timedelta(seconds=10))
    await ada.published("Coach 10")
    placed = await tiers(service)
    assert [placed[slug][0] for slug in ("coach-1", "coach-2", "coach-10")] == [2, 2, 0]


async def test_words_that_nothing_has_are_forgotten(
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
    # A word that nothing has any more puts nothing right.
    assert (await ask(visitor, "submarin"))["corrected"] is None
    await jobs.forget(service.context, {})
    assert {"zeppelin", "coach"} <= await words("text")
    assert "submarine" not in await words("text")
    assert await words("name") == {"ada"}


async def test_marks_lag_by_little(service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    """The hundredth star of a project writes no row of search; the first does, and what it is counts from then on."""
    project = await ada.published("Coach")

    async def marks() -> tuple[int, float]:
        row = await service.context.db.fetchrow("select marks, hot from project_search")
        assert row is not None
        return row[0], row[1]

    before = await marks()
    (await ada.put(f"{project}/star")).expect(204)
    assert (await marks())[0] in (0, 1)  # log10(1) is log10(0 marks): nothing to write
    (await bob.put(f"{project}/star")).expect(204)
    assert (await marks())[0] == 2
    assert (await marks())[1] == pytest.approx(before[1] + 0.301, abs=0.001)
    await service.context.db.execute("update project_stats set stars = 1000")
    written = await marks()
    await service.context.db.execute("update project_stats set stars = 1001")
    assert await marks() == written


def similar(misspelt: str, **levels: int) -> list[SimilarRow]:
    return [SimilarRow(misspelt, word, level) for word, level in levels.items()]


def test_what_is_meant_is_the_closest_then_the_most_common() -> None:
    assert meant(["coahc"], similar("coahc", coach=3, roach=9, couch=9)) == {"coahc": "coach"}
    assert meant(["coath"], similar("coath", coach=3, cloth=1, couth=2)) == {"coath": "coach"}
    assert meant(["readng"], similar("readng", reading=1, reads=9)) == {"readng": "reading"}
    # A word there is is meant, however rare; of short ones one letter may be wrong, of long ones up to three.
    assert meant(["coech"], similar("coech", coach=9, coech=0)) == {}
    assert meant(["caoh"], similar("caoh", coach=9)) == {}
    assert meant(["huishuodn"], similar("huishuodn", huishouden=1)) == {"huishuodn": "huishouden"}
    assert meant(["abcdefghij"], similar("abcdefghij", abcxyzghij=1, axxxxfghij=5)) == {"abcdefghij": "abcxyzghij"}
    assert meant(["word"], []) == {}


def test_what_is_typed_is_taken_apart() -> None:
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


def test_what_is_folded_keeps_its_places() -> None:
    for text in ("Été à l’Ørsted", "İstanbul ıI", "ﬁn ß ẞ", "ΑΒΓ Straße", "🐝 Bee_keeper"):
        assert len(fold(text)) == len(text)
    assert fold("Été-İ_B") == "ete i b"


def test_words_are_marked_in_their_forms() -> None:
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
