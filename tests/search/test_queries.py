"""Test queries as makers type them: misspelled, long, empty and hostile; and pagination."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api import ApiClient, RunningService
from tests.search.fixtures import flow, found, marked, search


async def test_a_misspelt_search_finds_the_project(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Reading coach for dyslexic kids", slug="coach", tagline="Listens")
    project = await bob.published("Begroting voor studenten", slug="budget", tags=["huishouden"])
    await flow(bob, project, "Plan", "Maak een plan.")
    for q, meant in {
        "readng coach": "reading coach",
        "raeding coach": "reading coach",
        "coahc": "coach",
        "dislexic": "dyslexic",
        "reading coch -school": "reading coach -school",
        '"reading coash"': '"reading coach"',
    }.items():
        page = await search(visitor, q)
        assert [hit["project"]["slug"] for hit in page["data"]] == ["coach"], q
        assert page["corrected"] == meant
    (hit,) = (await search(visitor, "dislexic"))["data"]
    assert marked(hit["match"]) == ["dyslexic"]
    assert await found(visitor, "begrotign") == ["budget"]
    assert await found(visitor, "huishuoden") == ["budget"]
    # The correct spelling is not corrected.
    assert (await search(visitor, "reading"))["corrected"] is None
    page = await search(visitor, "submarine")
    assert (page["data"], page["corrected"]) == ([], None)
    (await bob.update_me(display_name="Robert Schouten")).expect(200)
    page = await search(visitor, "schoutne", type="makers")
    assert ([hit["maker"]["handle"] for hit in page["data"]], page["corrected"]) == (["bob"], "schouten")


async def test_a_word_that_occurs_in_texts_is_not_corrected(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Versies", slug="versions")
    for number in range(5):
        await ada.published(f"Number {number}", body="It verifies claims.")
    page = await search(visitor, "verifies submarine")
    assert (page["data"], page["corrected"]) == ([], None)
    # A rarer word is not recognized.
    (await ada.delete("/projects/ada/number-0")).expect(204)
    page = await search(visitor, "verifies submarine")
    assert (page["data"], page["corrected"]) == ([], None)
    assert (await search(visitor, "verifies"))["corrected"] == "versies"


async def test_results_of_the_typed_and_the_corrected_word_are_combined(ada: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Coach", slug="meant")
    await ada.published("Something", slug="typed", body="The coech is a rare bird.")
    page = await search(visitor, "coech")
    assert [hit["project"]["slug"] for hit in page["data"]] == ["meant", "typed"]
    assert page["corrected"] == "coach"
    pages = await visitor.pages("/search?q=coech", 1)
    assert [hit["project"]["slug"] for page in pages for hit in page] == ["meant", "typed"]


async def test_pages_contain_each_result_once(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    for client in (ada, bob):
        for number in range(6):
            project = await client.published(f"Coach {number}", tagline="Reading " * (1 + number % 3))
            await flow(client, project, "Coach flow", "Coach them.")
    for q, count in (("coach", 12), ("reading", 12), ("coach 3", 2), ("coach -3", 10)):
        (whole,) = await visitor.pages(f"/search?q={quote(q)}")
        assert len(whole) == count, q
        for limit in (1, 5, 12):
            pages = await visitor.pages(f"/search?q={quote(q)}", limit)
            assert [hit for page in pages for hit in page] == whole, (q, limit)
    (whole,) = await visitor.pages("/search?q=coach&type=workflows")
    assert len({hit["workflow"]["workflow_id"] for hit in whole}) == 12
    assert [hit for page in await visitor.pages("/search?q=coach&type=workflows", 5) for hit in page] == whole
    (whole,) = await visitor.pages("/search?q=o&type=tools")
    assert [hit for page in await visitor.pages("/search?q=o&type=tools", 3) for hit in page] == whole
    (whole,) = await visitor.pages("/search?q=a&type=makers")
    assert [hit for page in await visitor.pages("/search?q=a&type=makers", 1) for hit in page] == whole

    cursor = (await search(visitor, "coach", limit=1))["next_cursor"]
    for other in ("/search?q=reading", "/search?q=coach&type=workflows", "/search?q=Coach"):
        (await visitor.get(f"{other}&cursor={cursor}")).expect(400, "invalid_cursor")


@pytest.mark.parametrize("kind", ["projects", "workflows", "makers", "tools", "all"])
async def test_invalid_searches_are_rejected(ada: ApiClient, visitor: ApiClient, kind: str) -> None:
    project = await ada.published("Reading coach")
    await flow(ada, project, "Lesson", "Read.")
    for q in (
        "the",
        "de het een",
        "-",
        '"',
        '""',
        "!!!",
        "&|!()<->:*",
        "or",
        "or or",
        "a or",
        '-"',
        "-a -b",
        "🐝",
        "%_\\",
    ):
        await search(visitor, q, type=kind)
    for q in (
        "' or 1=1 --", "coach'); drop table project; --", "coach:*", "coach & !reading", "$1 %s {} \\m(", "(" * 200,
        "coach\n\treading", "x" * 200, "-" * 200, '"' * 200, "a " * 100, "a-" * 100, "\u202ecoach\u200b", "ﬁ ﷺ İ ß",
    ):  # fmt: skip
        await search(visitor, q, type=kind)
    (await visitor.get(f"/search?type={kind}&q={'x' * 201}")).expect(422, "invalid_input")
    assert (await visitor.get(f"/search?type={kind}&q={'x' * 10_000}")).status in (414, 422)
    assert (await visitor.get(f"/search?type={kind}&q=coach%00")).status in (400, 422)
    assert (await visitor.get(f"/search?type={kind}&q=%ff%fe")).status in (400, 422)
    (await visitor.get(f"/search?type={kind}&q=")).expect(422, "invalid_input")
    (await visitor.get(f"/search?type={kind}")).expect(422, "invalid_input")
    (await visitor.get("/search?q=coach&type=people")).expect(422, "invalid_input")
    assert (await search(visitor, "reading", type=kind))["data"] or kind in ("makers", "tools")


async def test_any_query_is_handled(service: RunningService, ada: ApiClient) -> None:
    project = await ada.published("Reading coach")
    await flow(ada, project, "Lesson", "Read.")
    import asyncio

    loop = asyncio.get_running_loop()
    numbers = iter(range(10**6))
    pieces = st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                "coach",
                "-coach",
                '"',
                '"reading coach"',
                " or ",
                "-",
                "readng",
                "<->",
                ":*",
                "'",
                "\\",
                "&",
                "!",
                "(",
                "é",
                "de",
            ]
        ),
    )

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(pieces, min_size=1, max_size=8).map(" ".join),
        st.sampled_from(["projects", "workflows", "makers", "tools", "all"]),
    )
    def check(q: str, kind: str) -> None:
        number = next(numbers)
        client = service.client(address=f"10.0.{number // 250}.{number % 250 + 1}")
        path = f"/search?type={kind}&q={quote(q, errors='surrogatepass')}"
        for request in (path, f"/search/suggest?q={quote(q[:100], errors='surrogatepass')}"):
            reply = asyncio.run_coroutine_threadsafe(client.get(request), loop).result(20)
            assert reply.status in (200, 400, 414, 422), f"{reply.status} for {q!r}: {reply.body.decode()}"

    await asyncio.to_thread(check)


async def test_suggestions_start_with_the_typed_text(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    await ada.published("Whisper reader", tags=["whisky"])
    await bob.published("Whisper reader", tags=["whisky"])
    hot = await bob.published("While at it", tags=["while"])
    (await ada.put(f"{hot}/star")).expect(204)
    (await ada.put("/me/follows/maker/bob")).expect(204)
    (await bob.update_me(display_name="Whitney Houston")).expect(200)

    async def suggested(typed: str) -> list[tuple[str, str]]:
        data = (await visitor.get(f"/search/suggest?q={quote(typed)}")).expect(200).json["data"]
        assert len(data) <= 10
        for each in data:
            (await visitor.get(each["path"].removeprefix("/api/v1"))).expect(200)
        return [(each["type"], each["text"]) for each in data]

    assert await suggested("whi") == [
        ("tool", "Whisper"),
        ("tool", "whisper.cpp"),
        ("tag", "whisky"),
        ("tag", "while"),
        ("project", "While at it"),
        ("project", "Whisper reader"),
        ("maker", "Whitney Houston"),
    ]
    assert await suggested("WHISPER R") == [("project", "Whisper reader")]
    assert await suggested("bo") == [("tool", "Bolt.new"), ("maker", "Whitney Houston")]
    assert await suggested("%") == await suggested("_") == await suggested("-") == []
    (await visitor.get("/search/suggest?q=")).expect(422, "invalid_input")
