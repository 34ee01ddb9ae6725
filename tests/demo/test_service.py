"""Test the demo data as a new developer sees it: counters equal the rows and every list has content."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from service.dev.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from service.dev.demo.community import read_community
from service.dev.demo.load import load_demo
from service.dev.demo.threads import read_threads
from service.features.community.feeds.jobs import count
from tests.api import ApiClient, RunningService, config_for, running_service

REMOVED = "/projects/samir-cooks/one-cookbook-searchable"


@pytest.fixture
async def service(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[RunningService]:
    await load_demo(database_url)
    async with running_service(config_for(database_url, redis_url, tmp_path / "mail")) as service:
        yield service


async def logged_in(service: RunningService, name: str) -> ApiClient:
    client = service.client(name)
    (await client.login(password=DEMO_PASSWORD)).expect(200)
    return client


async def slugs(client: ApiClient, path: str) -> list[str]:
    return [item["slug"] for item in (await client.get(path)).expect(200).json["data"]]


def comments_of(threads: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for comment in threads:
        yield comment
        yield from comments_of(comment["thread"])


COUNTED = {
    "stars": "select project_id, stars from project_stats where stars > 0 except "
    "select project_id, count(*) from star group by 1",
    "ranks": "select project_id, r.stars from project_rank r except select project_id, stars from project_stats",
    "followers": "select maker_id, followers from maker_stats where followers > 0 except "
    "select followed_id, count(*) from follow_maker group by 1",
    "following": "select maker_id, following from maker_stats where following > 0 except "
    "select maker_id, count(*) from follow_maker group by 1",
    "comments": "select project_id, comments, commenters from project_stats where comments > 0 except "
    "select project_id, count(*), count(distinct author_id) from comment where deleted_at is null group by 1",
    "replies": "select comment_id, replies from comment where replies > 0 except "
    "select parent_id, count(*) from comment group by 1",
    "votes": "select comment_id, ups, downs from comment where ups + downs > 0 except "
    "select comment_id, count(*) filter (where value > 0), count(*) filter (where value < 0) from comment_vote "
    "group by 1",
    "collections": "select collection_id, items from collection except "
    "select collection_id, count(*) from collection_item group by 1",
    "boxes": "select maker_id, kept, unread from notification_box where kept > 0 except "
    "select maker_id, count(*), count(*) filter (where read_at is null) from notification group by 1",
    "actors": "select notification_id, actors from notification where actors > 0 except "
    "select notification_id, count(*) from notification_actor group by 1",
}


async def test_counters_equal_the_rows(database_url: str) -> None:
    await load_demo(database_url)
    written = {
        "star": sum(len(life.stars) for life in read_community().values()),
        "follow_maker": sum(len(life.follows.makers) for life in read_community().values()),
        "follow_project": sum(len(life.follows.projects) for life in read_community().values()),
        "follow_tag": sum(len(life.follows.tags) for life in read_community().values()),
        "follow_tool": sum(len(life.follows.tools) for life in read_community().values()),
        "comment": len(read_threads()),
        "comment_vote": sum(len(each.remark.up) + len(each.remark.down) for each in read_threads()),
    }
    with psycopg.connect(database_url) as connection:
        wrong = {name: connection.execute(sql.encode()).fetchall() for name, sql in COUNTED.items()}
        assert {name: found for name, found in wrong.items() if found} == {}
        for table, rows in written.items():
            assert connection.execute(f"select count(*) from {table}".encode()).fetchone() == (rows,), table
        assert connection.execute("select sum(stars) from project_stats").fetchone() == (written["star"],)
        # Loading delivered all events; a job delivered later would carry today's date.
        assert connection.execute("select count(*) from outbox_job").fetchone() == (0,)


async def test_events_are_in_order_and_in_the_past(database_url: str) -> None:
    await load_demo(database_url)
    tables = ("star", "follow_maker", "comment", "comment_vote", "collection", "notification", "report", "audit_log")
    with psycopg.connect(database_url) as connection:
        for table in tables:
            sql = f"select count(*) from {table} where created_at > now()"
            assert connection.execute(sql.encode()).fetchone() == (0,), table
        sql = (
            "select count(*) from comment c join comment p on p.comment_id = c.parent_id "
            "where p.created_at >= c.created_at"
        )
        assert connection.execute(sql.encode()).fetchone() == (0,)
        sql = "select count(distinct date_trunc('day', updated_at)) from notification"
        days = connection.execute(sql.encode()).fetchone()
        assert days is not None
        assert days[0] > 14


async def test_each_sort_order_of_the_front_page_differs(service: RunningService, visitor: ApiClient) -> None:
    by = {sort: await slugs(visitor, f"/projects?limit=10&sort={sort}") for sort in ("hot", "new", "top")}
    windows = ("day", "week", "month")
    tops = [await slugs(visitor, f"/projects?limit=50&sort=top&window={window}") for window in windows]
    assert by["hot"][:4] != by["new"][:4]
    assert by["hot"][0] != by["new"][0]
    assert by["top"] not in (by["hot"], by["new"], tops[1][:10], tops[2][:10])
    assert [len(top) >= least for top, least in zip(tops, (2, 6, 9), strict=True)] == [True, True, True]
    assert set(tops[0]) < set(tops[1]) < set(tops[2])
    await count(service.context, {})
    trends = (await visitor.get("/trending")).expect(200).json
    assert len(trends["tags"]) >= 10
    assert len(trends["tools"]) >= 8
    assert any(trend["before"] > 0 for trend in trends["tags"])


async def test_comments_include_threads_votes_a_tombstone_and_outdated_ones(visitor: ApiClient) -> None:
    letters = (await visitor.get("/projects/mbali-dlomo/letter-decoder/comments")).expect(200).json["data"]
    assert letters[0]["ups"] - letters[0]["downs"] > 1
    assert max(comment["depth"] for comment in comments_of(letters)) == 4
    assert [comment["mentions"] for comment in comments_of(letters) if comment["mentions"]] == [["saskia-keizer"]]
    assert [thread["on"]["outdated"] for thread in letters if thread["on"]] == [True]
    sheets = (await visitor.get("/projects/adaeze-teaches/wrong-on-purpose/comments")).expect(200).json["data"]
    assert [thread["on"]["outdated"] for thread in sheets if thread["on"]] == [False]
    mites = (await visitor.get("/projects/rosa-trevisan/varroa-counter/comments")).expect(200).json["data"]
    (grave,) = [thread for thread in mites if thread["deleted"]]
    assert (grave["author"], grave["body"], len(grave["thread"])) == (None, None, 1)


async def test_collections_have_notes_and_pins(visitor: ApiClient) -> None:
    found = (await visitor.get("/collections/tomas-lindqvist/checks-before-models/items")).expect(200).json["data"]
    assert len(found) == 6
    assert all(item["note"] for item in found)
    assert [item["pinned"]["version"] for item in found if item["pinned"]] == [2, 2]
    (await visitor.get("/collections/tomas-lindqvist/for-the-train")).expect(404)
    assert await slugs(visitor, "/makers/wilma-verhoeven/collections") == ["bronnen-bewaren"]


async def test_the_printed_accounts_have_notifications(service: RunningService) -> None:
    upstream = []
    for account in DEMO_ACCOUNTS:
        client = await logged_in(service, account.email.partition("@")[0])
        feed = (await client.get("/feed?limit=50")).expect(200).json["data"]
        assert {"project", "version"} <= {item["kind"] for item in feed}, account
        notifications = (await client.get("/notifications?limit=50")).expect(200).json["data"]
        unread = [each for each in notifications if each["read_at"] is None]
        assert {"star", "follow", "comment", "mention"} <= {each["kind"] for each in unread}, account
        assert any(" other" in each["title"] for each in unread), "a grouped notification is missing"
        assert len(unread) < len(notifications), "a read notification is missing"
        assert (await client.get("/notifications/unread")).expect(200).json["unread"] == len(unread)
        upstream += [account.email for each in unread if each["kind"] == "upstream_changed"]
    assert upstream == ["saskia@example.org", "noor@example.org"]


async def test_moderation_has_open_and_closed_cases(service: RunningService, visitor: ApiClient) -> None:
    log = (await visitor.get("/moderation/log")).expect(200).json["data"]
    assert [(line["action"], line["kind"], line["reason"], line["reported"]) for line in log] == [
        ("removed", "project", "copyright", True)
    ]
    (await visitor.get(REMOVED)).expect(404)
    saskia = await logged_in(service, "saskia")
    (case,) = (await saskia.get("/admin/reports")).expect(200).json["data"]
    detail = (await saskia.get(f"/admin/reports/{case['case_id']}")).expect(200).json
    assert "case 4471" in detail["snapshots"][0]["content"]["body"]
    assert len((await saskia.get("/admin/removed")).expect(200).json["data"]) == 1
    samir = await logged_in(service, "samir")
    assert (await samir.get(f"{REMOVED}/removal")).expect(200).json["reason"] == "copyright"
    titles = [each["title"] for each in (await samir.get("/notifications")).json["data"]]
    assert any(title.startswith("A moderator removed My mother-in-law") for title in titles)
    wilma = await logged_in(service, "wilma")
    assert [report["status"] for report in (await wilma.get("/me/reports")).expect(200).json["data"]] == ["actioned"]
    titles = [each["title"] for each in (await wilma.get("/notifications")).json["data"]]
    assert "A moderator acted on your report" in titles
