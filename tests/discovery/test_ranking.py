"""Test the front page: hot and top, their windows, filters and pages, and the explanation of a score."""

from datetime import timedelta
from math import log10

import pytest

from service.features.community.discovery.domain import FORMULA
from service.features.community.discovery.jobs import move_periods
from tests.api import ApiClient, RunningService
from tests.discovery.fixtures import add_makers, advance_clock, assert_counters, listed, starred_by
from tests.tools.test_use import save


async def test_hot_weighs_stars_against_age(service: RunningService, ada: ApiClient) -> None:
    fans = await add_makers(service, 10)
    old = await ada.published("Old")
    await advance_clock(service, timedelta(hours=21), ada, *fans)
    await ada.published("New")
    assert await listed(ada) == ["new", "old"]
    await starred_by(service, old, fans)  # ten times the reactions outweigh 22 hours
    assert await listed(ada) == await listed(ada, "?sort=hot") == ["old", "new"]
    assert await listed(ada, "?sort=new") == ["new", "old"]
    (await fans[0].delete(f"{old}/star")).expect(204)
    await advance_clock(service, timedelta(days=3), ada, *fans)
    (await ada.post(f"{old}/archive")).expect(200)
    assert await listed(ada) == ["new"]
    (await ada.post(f"{old}/unarchive")).expect(200)
    assert await listed(ada) == ["new", "old"]
    await assert_counters(service)


async def test_pages_of_every_order_contain_each_project_once(service: RunningService, ada: ApiClient) -> None:
    fans = await add_makers(service, 3)
    paths = []
    for number in range(11):
        paths.append(await ada.published(f"N {number}", tags=["ai"]))
        if number % 3 == 0:
            await advance_clock(service, timedelta(days=3), ada, *fans)
    for number, path in enumerate(paths):
        await starred_by(service, path, fans[: number % 4])
    for order in ("sort=hot", "sort=new", "sort=top", "sort=top&window=month", "sort=top&tag=ai", "sort=hot&tag=ai"):
        whole = [project["slug"] for project in (await ada.pages(f"/projects?{order}"))[0]]
        parts = [project["slug"] for page in await ada.pages(f"/projects?{order}", limit=2) for project in page]
        assert parts == whole, order
        assert len(set(whole)) == 11, order
    tops = [project["stars"] for project in (await ada.get("/projects?sort=top")).json["data"]]
    assert tops == sorted(tops, reverse=True)


async def test_a_time_window_is_exact_before_and_after_the_job(service: RunningService, ada: ApiClient) -> None:
    fans = await add_makers(service, 3)
    first, second = await ada.published("First"), await ada.published("Second")
    await starred_by(service, first, fans)
    await starred_by(service, second, fans[:1])
    assert await listed(ada, "?sort=top&window=day") == ["first", "second"]
    await advance_clock(service, timedelta(hours=23), ada, *fans)
    third = await ada.published("Third")
    await starred_by(service, third, fans[:2])
    assert await listed(ada, "?sort=top&window=day") == ["first", "third", "second"]
    await advance_clock(service, timedelta(hours=2), ada, *fans)
    for _ in range(2):
        assert await listed(ada, "?sort=top&window=day") == ["third"]
        assert await listed(ada, "?sort=top&window=week") == ["first", "third", "second"]
        await move_periods(service.context, {})
    periods = await service.context.db.fetch("select period from project_rank where topic = 'all' order by period")
    assert [row["period"] for row in periods] == [0, 1, 1]
    for days, window, before in ((7, "week", "month"), (30, "month", "year"), (365, "year", "all")):
        await advance_clock(service, timedelta(days=days), ada, *fans)
        for _ in range(2):
            assert await listed(ada, f"?sort=top&window={window}") == []
            assert await listed(ada, f"?sort=top&window={before}") == ["first", "third", "second"]
            await move_periods(service.context, {})
    assert await listed(ada, "?sort=top") == ["first", "third", "second"]
    (await ada.put(f"{second}/star")).expect(204)
    await starred_by(service, second, fans)
    assert await listed(ada, "?sort=top") == ["second", "first", "third"]
    (await ada.post(f"{first}/archive")).expect(200)
    (await ada.post(f"{first}/unarchive")).expect(200)  # back in period 0, and still too old for any window
    assert await listed(ada, "?sort=top&window=year") == []
    await assert_counters(service)


async def test_filters_by_tag_tool_and_both(service: RunningService, ada: ApiClient) -> None:
    fans = await add_makers(service, 3)
    both = await ada.published("Both", tags=["ai"])
    await save(ada, both, "one", "claude")
    await save(ada, both, "two", "claude", "ollama")
    tool = await ada.published("Tool")
    await save(ada, tool, "one", "claude")
    tag = await ada.published("Tag", tags=["ai", "more"])
    again = await ada.published("Again", tags=["ai"])
    await save(ada, again, "one", "claude")
    for path, count in ((both, 1), (again, 2), (tool, 3), (tag, 3)):
        await starred_by(service, path, fans[:count])
    for sort in ("hot", "top", "top&window=day"):
        assert await listed(ada, f"?sort={sort}&tag=ai&tool=claude") == ["again", "both"]
        assert await listed(ada, f"?sort={sort}&tag=ai&tool=claude&limit=1") == ["again"]
        assert await listed(ada, f"?sort={sort}&tag=ai") == ["tag", "again", "both"]
        assert await listed(ada, f"?sort={sort}&tool=claude") == ["tool", "again", "both"]
        assert await listed(ada, f"?sort={sort}&tag=more&tool=claude") == []
        assert await listed(ada, f"?sort={sort}&tag=none&tool=none") == []
        pages = await ada.pages(f"/projects?sort={sort}&tag=ai&tool=claude", limit=1)
        assert [project["slug"] for page in pages for project in page] == ["again", "both"]
    await assert_counters(service)
    # Delete one of two workflows with the tool, then the other.
    (await ada.delete(f"{both}/workflows/one")).expect(204)
    assert await listed(ada, "?sort=hot&tag=ai&tool=claude") == ["again", "both"]
    (await ada.delete(f"{both}/workflows/two")).expect(204)
    assert await listed(ada, "?sort=hot&tag=ai&tool=claude") == ["again"]
    (await ada.edit(again, tags=["more"])).expect(200)
    assert await listed(ada, "?sort=hot&tag=ai&tool=claude") == []
    await assert_counters(service)


async def test_explain_returns_the_terms_of_the_score(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    await starred_by(service, path, await add_makers(service, 3))
    (await bob.post(f"{path}/comments", {"body": "Works."})).expect(201)
    for sort in ("hot", "new", "top"):
        (explained,) = (await ada.get(f"/projects?sort={sort}&explain=1")).expect(200).json["data"]
        score = explained["score"]
        assert (score["stars"], score["forks"], score["commenters"]) == (3, 0, 1)
        assert score["published_at"] == explained["published_at"]
        assert score["marks_term"] == pytest.approx(log10(4))
        assert score["hot"] == pytest.approx(score["marks_term"] + score["age_term"])
        assert score["formula"] == FORMULA
        (plain,) = (await ada.get(f"/projects?sort={sort}")).json["data"]
        assert plain == {name: value for name, value in explained.items() if name != "score"}


async def test_a_remix_counts_as_two_reactions(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.published()
    await save(ada, path, "one", "claude")
    mine = await bob.published("Mine")
    (await bob.post(f"{path}/workflows/one/fork", {"project": mine.rpartition("/")[2]})).expect(201)
    explained = next(
        each for each in (await ada.get("/projects?explain=1")).json["data"] if each["owner"]["handle"] == "ada"
    )
    assert explained["score"]["forks"] == 1
    assert explained["score"]["marks_term"] == pytest.approx(log10(2))
    await assert_counters(service)


async def test_invalid_sort_and_window_combinations_are_rejected(ada: ApiClient) -> None:
    for query in ("window=day", "sort=new&window=all", "sort=hot&window=week"):
        assert (await ada.get(f"/projects?{query}")).expect(422).pointers == {"/window": "not_applicable"}
    for query in ("sort=best", "sort=top&window=hour", "explain=2", "explain=true"):
        (await ada.get(f"/projects?{query}")).expect(422)


async def test_a_cursor_is_valid_for_one_order_only(service: RunningService, ada: ApiClient) -> None:
    for number in range(3):
        await ada.published(f"N {number}")
    cursor = (await ada.get("/projects?sort=hot&limit=1")).json["next_cursor"]
    (await ada.get(f"/projects?limit=1&cursor={cursor}&explain=1")).expect(200)
    for query in ("sort=new", "sort=top", "sort=hot&tag=ai", "sort=top&window=day"):
        (await ada.get(f"/projects?{query}&cursor={cursor}")).expect(400, "invalid_cursor")
    top = (await ada.get("/projects?sort=top&limit=1&window=week")).json["next_cursor"]
    (await ada.get(f"/projects?sort=top&cursor={top}")).expect(400, "invalid_cursor")


async def test_only_public_projects_are_ranked(service: RunningService, ada: ApiClient) -> None:
    shown = await ada.published("Shown")
    await ada.draft("Draft")
    await ada.published("Unlisted", visibility="unlisted")
    await ada.published("Private", visibility="private")
    gone = await ada.published("Gone")
    (await ada.delete(gone)).expect(204)
    for sort in ("hot", "new", "top"):
        assert await listed(ada, f"?sort={sort}") == ["shown"]
    (await ada.post(f"{gone}/restore")).expect(200)
    assert set(await listed(ada)) == {"shown", "gone"}
    (await ada.edit(shown, visibility="unlisted")).expect(200)
    assert await listed(ada) == ["gone"]
    await assert_counters(service)


async def test_the_number_of_statements_does_not_depend_on_the_page_size(
    service: RunningService, ada: ApiClient
) -> None:
    async def statements(query: str) -> int:
        before = service.app.deps.db.statement_count
        (await ada.get(f"/projects?{query}")).expect(200)
        return service.app.deps.db.statement_count - before

    await ada.published(tags=["ai"])
    queries = ("sort=hot", "sort=top", "sort=top&window=week&tag=ai&tool=claude", "sort=hot&explain=1")
    few = [await statements(query) for query in queries]
    for number in range(15):
        await ada.published(f"N {number}", tags=["ai"])
    assert [await statements(query) for query in queries] == few == [1, 1, 1, 2]
