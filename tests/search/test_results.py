"""Test which words, fields and order a search uses."""

from tests.api import ApiClient
from tests.search.fixtures import flow, found, marked, search


async def test_every_field_of_a_project_is_searched(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published(
        "Reading coach", tagline="Listens to kids", tags=["dyslexia"], body="It runs on a *raspberry*."
    )
    await flow(
        ada, project, "Lesson", "Praise the reader.\nThen ask for a rhyme about {{topic}}.".replace("{{topic}}", "bees")
    )
    for q in ("reading", "coach", "listens", "dyslexia", "raspberry", "rhyme", "praise bees", "coach raspberry rhyme"):
        assert await found(visitor, q) == ["reading-coach"], q
    assert await found(visitor, "coach submarine") == []
    assert await found(visitor, "submarine") == []


async def test_all_forms_of_a_word_are_found(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Stories", tagline="Writing short stories", slug="english")
    await ada.published("Leescoach", tagline="Helpt kinderen die boeken lezen", slug="dutch")
    await ada.published("Café menu’s", tagline="Crème brûlée", slug="accents")
    for q in ("story", "stories", "write", "WRITES", "short story writing"):
        assert await found(visitor, q) == ["english"], q
    for q in ("leescoach", "leescoaches", "boek", "boeken", "kinderen en boek", "de leescoach van kinderen"):
        assert await found(visitor, q) == ["dutch"], q
    for q in ("cafe", "café", "CAFÉ", "creme brulee", "crème"):
        assert await found(visitor, q) == ["accents"], q


async def test_phrases_and_excluded_words(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Reading coach", tagline="For school")
    await ada.published("Coach reading", tagline="For home")
    await ada.published("Reading-coach two", tagline="For lessons")
    assert sorted(await found(visitor, "reading coach")) == ["coach-reading", "reading-coach", "reading-coach-two"]
    assert sorted(await found(visitor, '"reading coach"')) == ["reading-coach", "reading-coach-two"]
    assert sorted(await found(visitor, "reading-coach")) == ["coach-reading", "reading-coach", "reading-coach-two"]
    assert sorted(await found(visitor, "coach -school")) == ["coach-reading", "reading-coach-two"]
    assert await found(visitor, "coach -school -lesson") == ["coach-reading"]
    assert await found(visitor, 'coach -"reading coach"') == ["coach-reading"]
    assert sorted(await found(visitor, "school or home")) == ["coach-reading", "reading-coach"]
    assert await found(visitor, '"reading coach" -lessons') == ["reading-coach"]
    # A query without wanted words finds nothing.
    assert await found(visitor, "-school") == []


async def test_matches_in_titles_rank_before_texts(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Kitchen", tagline="Cooks", body="garden " * 10)
    await ada.published("Garden", tagline="Grows")
    await ada.published("Field", tagline="A garden of hay")
    assert await found(visitor, "garden") == ["garden", "field", "kitchen"]


async def test_more_matches_in_the_title_rank_higher(ada: ApiClient, visitor: ApiClient) -> None:
    words = "keep every number"
    await ada.published("Keep every number", slug="three")
    await ada.published("Number, keep!", tagline=words, slug="two-and-one")
    await ada.published("Keep number and name", body=words, slug="two")
    await ada.published("Every number, each number", body=words, slug="two-again")
    await ada.published("Number", body=words, slug="one")
    await ada.published("Tables", tagline=words, slug="none-but-a-tagline")
    await ada.published("Tables and lists", body=words, slug="none")
    ranked = ["three", "two-and-one", "two-again", "two", "none-but-a-tagline", "one", "none"]
    assert await found(visitor, words) == ranked
    assert await found(visitor, "Keep number -snow EVERY") == ranked


async def test_a_word_counts_once_across_languages(ada: ApiClient, visitor: ApiClient) -> None:
    # "keep" has different stems in Dutch and English, "pupil" has not. The newer of equal results is first.
    await ada.published("Keep", body="pupil", slug="two-forms")
    await ada.published("Pupil", body="keep", slug="one-form")
    assert await found(visitor, "keep pupil") == ["one-form", "two-forms"]


async def test_a_match_names_its_field(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published("Reading coach", tagline="Listens to kids", body="One.\n\nThe bicycle is blue.\nEnd.")
    (hit,) = (await search(visitor, "coaches"))["data"]
    assert hit["project"]["slug"] == "reading-coach"
    assert hit["match"]["field"] == "title"
    assert hit["match"]["text"] == "Reading coach"
    assert marked(hit["match"]) == ["coach"]
    (hit,) = (await search(visitor, "blue bicycles"))["data"]
    assert (hit["match"]["field"], hit["match"]["text"]) == ("body", "The bicycle is blue.")
    assert marked(hit["match"]) == ["bicycle", "blue"]

    workflow = await flow(ada, project, "Lesson", "Begin.", f"Say hello.\n{'Long. ' * 60}Été: write a RHYME, 🐝!\nBye.")
    for what in ("projects", "workflows"):
        (hit,) = (await search(visitor, "ete rhymes", type=what))["data"]
        match = hit["match"]
        assert (match["field"], match["workflow"], match["number"], match["step"]) == ("prompt", "lesson", 1, "step-2")
        assert marked(match) == ["Été", "RHYME"], what
        assert len(match["text"]) <= 240
    (
        await ada.save_version(
            workflow, {"variables": [], "steps": [{"key": "only", "title": "x", "template": "A rhyme."}]}
        )
    ).expect(201)
    (hit,) = (await search(visitor, "rhymes", type="workflows"))["data"]
    assert (hit["match"]["number"], hit["match"]["step"], hit["match"]["text"]) == (2, "only", "A rhyme.")
    assert (await search(visitor, "ete"))["data"] == []


async def test_makers_and_tools_are_found(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    (await ada.update_me(display_name="Ada Löwe")).expect(200)
    (await bob.update_me(display_name="Robert Lowell")).expect(200)
    assert sorted(await found(visitor, "low", "makers")) == ["ada", "bob"]
    assert await found(visitor, "lowe ada", "makers") == ["ada"]
    assert await found(visitor, "bob", "makers") == ["bob"]
    assert await found(visitor, "low -robert", "makers") == ["ada"]
    (await bob.put("/me/follows/maker/ada")).expect(204)
    (hit, other) = (await search(visitor, "LÖW", type="makers"))["data"]
    assert (hit["maker"]["handle"], hit["maker"]["followers"]) == ("ada", 1)
    assert (hit["match"]["field"], marked(hit["match"])) == ("name", ["Löwe"])
    assert other["maker"]["handle"] == "bob"
    assert (await found(visitor, "claude", "tools"))[0] == "claude"
    assert "claude" in await found(visitor, "anthropic", "tools")
    assert (await found(visitor, "whispr", "tools"))[0] == "whisper"


async def test_the_overview_contains_each_type(ada: ApiClient, visitor: ApiClient) -> None:
    (await ada.update_me(display_name="Claude Shannon")).expect(200)
    project = await ada.published("Ask Claude")
    await flow(ada, project, "Claude", "Ask.")
    page = await search(visitor, "claude", type="all")
    assert [hit["type"] for hit in page["data"]][:3] == ["project", "workflow", "maker"]
    assert page["data"][3]["tool"]["slug"] == "claude"
    assert page["next_cursor"] is None
    (await visitor.get("/search?q=claude&type=all&cursor=x")).expect(400, "invalid_cursor")
