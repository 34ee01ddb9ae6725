"""Test lists of threads: order, pages, long threads and the number of statements."""

from typing import Any

import psycopg
import pytest

from service.db.query import SPECS
from tests.api import ApiClient, RunningService
from tests.discussion.actions import (
    add_makers,
    add_rows,
    bodies,
    commented,
    flat,
    id_of,
    listed,
    one,
    replied,
    vote,
)


async def all_of(client: ApiClient, comments: list[dict[str, Any]]) -> list[str]:
    """Return the IDs of comments and all replies, fetching the remaining replies of each thread."""
    found: list[str] = []
    for each in comments:
        found.append(each["comment_id"])
        found += await all_of(client, each["thread"])
        cursor, replies = each["next_cursor"], len(each["thread"])
        while cursor is not None:
            page = (await client.get(f"/comments/{each['comment_id']}/replies?cursor={cursor}")).expect(200).json
            found += await all_of(client, page["data"])
            cursor, replies = page["next_cursor"], replies + len(page["data"])
        assert replies == each["replies"]
    return found


async def test_threads_are_sorted_by_best_and_new(service: RunningService, ada: ApiClient, coach: str) -> None:
    """Best sorts by confidence in the share of upvotes: 1 of 1 is below 5 of 6; no votes and no upvotes tie."""
    paths = {said: await commented(ada, coach, said) for said in ("old", "one", "most", "split", "against", "new")}
    votes = {"one": (1, 0), "most": (5, 1), "split": (3, 3), "against": (0, 4)}
    guests = await add_makers(service, 6)
    for said, (ups, downs) in votes.items():
        for guest, value in zip(guests, [1] * ups + [-1] * downs, strict=False):
            (await vote(guest, paths[said], value)).expect(204)
    assert bodies(await listed(ada, coach)) == ["most", "one", "split", "new", "against", "old"]
    assert bodies(await listed(ada, coach, "?sort=new")) == ["new", "against", "split", "most", "one", "old"]
    for sort in ("best", "new"):
        pages = await ada.pages(f"{coach}/comments?sort={sort}", limit=2)
        assert [len(page) for page in pages] == [2, 2, 2]
        assert bodies([each for page in pages for each in page]) == bodies(await listed(ada, coach, f"?sort={sort}"))
    score = await service.context.db.fetchval("select score from comment where body = 'most'")
    assert score == pytest.approx(0.575, abs=0.001)


async def test_replies_are_sorted_by_best(service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    top = await commented(ada, coach)
    first, second, third = [await replied(ada, coach, top, said) for said in ("first", "second", "third")]
    (await vote(cleo, first, 1)).expect(204)
    (await vote(cleo, third, -1)).expect(204)
    (shown,) = await listed(cleo, coach)
    assert bodies(shown["thread"]) == ["first", "third", "second"]
    assert second
    pages = await cleo.pages(f"{top}/replies", limit=1)
    assert [bodies(page) for page in pages] == [["first"], ["third"], ["second"]]


@pytest.mark.parametrize("limit", [1, 7, 20, 100])
async def test_the_cursor_of_a_thread_leads_to_its_remaining_replies(
    service: RunningService, ada: ApiClient, coach: str, limit: int
) -> None:
    await add_rows(service, coach, 4, 130)
    pages = await ada.pages(f"{coach}/comments", limit=limit)
    threads = [each for page in pages for each in page]
    assert len(threads) == 4
    for thread in threads:
        assert 1 < len(flat([thread])) <= 1 + min(50, 500 // limit)
    found = await all_of(ada, threads)
    assert len(found) == len(set(found)) == 4 * 131


async def test_a_wide_thread_also_shows_deep_replies(service: RunningService, ada: ApiClient, coach: str) -> None:
    top = await commented(ada, coach, "top")
    for number in range(12):
        await replied(ada, coach, top, f"wide {number}")
    (shown,) = await listed(ada, coach)
    await replied(ada, coach, f"/comments/{shown['thread'][0]['comment_id']}", "deep")
    (shown,) = await listed(ada, coach)
    assert (shown["replies"], len(shown["thread"])) == (12, 10)
    assert bodies(flat(shown["thread"])).count("deep") == 1
    assert len(await all_of(ada, [shown])) == 14


async def test_a_thousand_comments_take_as_many_statements_as_ten(
    service: RunningService, ada: ApiClient, coach: str, tutor: str
) -> None:
    await add_rows(service, coach, 10, 1)
    await add_rows(service, tutor, 100, 9)
    spent: dict[str, set[int]] = {}
    for project in (coach, tutor):
        pages = await ada.pages(f"{project}/comments", limit=10)
        assert sum(len(flat(page)) for page in pages) == (20 if project == coach else 1000)
        cursor = ""
        for _ in pages:
            before = service.app.deps.db.statement_count
            page = (await ada.get(f"{project}/comments?limit=10{cursor}")).expect(200).json
            spent.setdefault(project, set()).add(service.app.deps.db.statement_count - before)
            cursor = f"&cursor={page['next_cursor']}"
    assert spent[coach] == spent[tutor] == {3}
    # A comment takes two statements; its replies take three.
    path = f"/comments/{(await listed(ada, tutor))[0]['comment_id']}"
    for read, statements in ((path, 2), (f"{path}/replies", 3)):
        before = service.app.deps.db.statement_count
        (await ada.get(read)).expect(200)
        assert service.app.deps.db.statement_count - before == statements


async def test_a_page_of_comments_reads_along_an_index(
    service: RunningService, database_url: str, ada: ApiClient, coach: str
) -> None:
    await add_rows(service, coach, 300, 10)
    db = service.context.db
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("analyze comment")
    for spec in SPECS.values():
        if spec.path.parent.name == "discussion" and spec.name in ("list_best", "list_new", "list_replies"):
            async with db.transaction() as tx:
                types = "uuid, timestamptz" if spec.name == "list_new" else "uuid, float8"
                await tx.execute(f"prepare walk({types}, uuid, bigint) as {spec.sql}")
                place = "now()" if spec.name == "list_new" else "2.0"
                nobody = "'ffffffff-ffff-ffff-ffff-ffffffffffff'"
                plan = await tx.fetch(f"explain execute walk({nobody}, {place}, {nobody}, 21)")
                await tx.execute("deallocate walk")
            text = "\n".join(row[0] for row in plan)
            assert "Index" in text, text
            assert "Sort" not in text, text
            assert "Seq Scan" not in text, text


async def test_a_cursor_is_valid_for_one_list_only(ada: ApiClient, coach: str) -> None:
    top = await commented(ada, coach, "a")
    await commented(ada, coach, "b")
    cursor = (await ada.get(f"{coach}/comments?limit=1")).json["next_cursor"]
    for path in (f"{coach}/comments?sort=new&", f"{top}/replies?", f"{coach}/comments?workflow=none&step=x&"):
        reply = await ada.get(f"{path}cursor={cursor}")
        assert reply.code == "invalid_cursor" or reply.json == {"data": [], "next_cursor": None}
    (await ada.get(f"{coach}/comments?sort=oldest")).expect(422)


async def test_a_project_lists_only_its_own_comments(ada: ApiClient, bob: ApiClient, coach: str, tutor: str) -> None:
    here, there = await commented(bob, coach, "here"), await commented(ada, tutor, "there")
    assert (bodies(await listed(ada, coach)), bodies(await listed(ada, tutor))) == (["here"], ["there"])
    assert id_of(here) != id_of(there)
    assert (await one(ada, there))["project"]["handle"] == "bob"


async def test_a_list_has_an_etag(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    path = await commented(ada, coach)
    tag = (await ada.get(f"{coach}/comments")).headers["ETag"]
    (await ada.get(f"{coach}/comments", headers={"If-None-Match": tag})).expect(304)
    (await vote(cleo, path, 1)).expect(204)
    (await ada.get(f"{coach}/comments", headers={"If-None-Match": tag})).expect(200)
