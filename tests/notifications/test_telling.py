"""Who hears of what, and how it is grouped."""

import asyncio
from typing import Any

import attrs
import orjson
import pytest

from service.cache.redis import RedisClient
from service.core.ids import new_id
from service.features.accounts.notifications import delivery as telling
from service.features.accounts.notifications.notify import CHANNEL, EVENT, Subject
from service.jobs.outbox import claim_jobs
from tests.api import ApiClient, RunningService
from tests.members.acts import invited, join
from tests.notifications.acts import (
    crowd,
    happen,
    heard,
    id_of,
    mention,
    prefer,
    project_of,
    read,
    recounted,
    star,
    titles,
    unread,
    unstar,
)
from tests.remixes.acts import changed, forked
from tests.workflows.lesson import CONTENT


async def test_stars_are_one_line_while_it_is_not_read(service: RunningService, ada: ApiClient, coach: str) -> None:
    db = service.context.db
    fans = await crowd(db, 5)
    for fan in fans:
        await star(db, fan, coach)
    (told,) = await heard(ada)
    assert told["title"] == "Fan-5 and 4 others starred Reading coach"
    assert (told["actor_count"], told["event_count"], told["kind"]) == (5, 5, "star")
    assert [actor["handle"] for actor in told["actors"]] == ["fan-5", "fan-4", "fan-3"]
    assert told["subject"] == {
        "project": {"handle": "ada", "slug": "reading-coach", "title": "Reading coach"},
        "workflow": None,
        "version_number": None,
        "comment_id": None,
    }
    assert told["path"] == "/api/v1/projects/ada/reading-coach"
    assert await unread(ada) == 1

    await read(ada, notification_ids=[told["notification_id"]])
    assert await unread(ada) == 0
    (later,) = await crowd(db, 1, "later")
    await star(db, later, coach)
    newer, older = await heard(ada)
    assert (newer["actor_count"], newer["read_at"], older["actor_count"]) == (1, None, 5)
    assert newer["seq"] > older["seq"] == told["seq"]
    await recounted(service)


async def test_a_star_that_comes_and_goes_is_heard_of_once(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await star(db, "cleo", coach)
    (first,) = await heard(ada)
    for _ in range(3):
        await unstar(db, "cleo", coach)
        await star(db, "cleo", coach)
    assert await heard(ada) == [first]
    # Not by reading either: it is no way to call somebody again.
    await read(ada, up_to=first["seq"])
    await unstar(db, "cleo", coach)
    await star(db, "cleo", coach)
    (still,) = await heard(ada)
    assert still["read_at"] is not None
    await recounted(service)


async def test_what_is_taken_back_before_it_is_told_is_not_told(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await star(db, "cleo", coach)
    await unstar(db, "cleo", coach)
    comment_id = await mention(db, "cleo", ["ada"], coach)
    await db.execute("update comment set deleted_at = now(), body = null where comment_id = $1", comment_id)
    await happen(db, "follow", "cleo", ["ada"], Subject())
    assert await heard(ada) == []
    assert await unread(ada) == 0


async def test_two_who_are_told_of_the_same_never_see_each_others(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await mention(db, "cleo", ["ada", "bob", "cleo"], coach)
    (of_ada,), (of_bob,) = await heard(ada), await heard(bob)
    assert of_ada["notification_id"] != of_bob["notification_id"]
    assert await heard(cleo) == []  # nobody hears of what they did themselves
    # Marking another's as read changes nothing.
    await read(bob, notification_ids=[of_ada["notification_id"]])
    await read(bob, up_to=of_ada["seq"] - 1)
    assert (await unread(ada), await unread(bob)) == (1, 1)
    await read(bob, up_to=2**40)
    assert (await unread(ada), await unread(bob)) == (1, 0)
    await recounted(service)


async def test_every_kind_has_its_group_and_its_words(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    db = service.context.db
    coach_id, tutor_id = await project_of(db, coach), await project_of(db, tutor)
    comment_id = await mention(db, "cleo", ["ada"], tutor)
    reply_id = new_id()
    await db.execute(
        "insert into comment (comment_id, project_id, parent_id, depth, author_id, body, created_at)"
        " values ($1, $2, $3, 2, $4, 'Yes.', now())",
        reply_id,
        tutor_id,
        comment_id,
        await id_of(db, "bob"),
    )
    await happen(db, "reply", "bob", ["ada"], Subject(project_id=tutor_id, comment_id=reply_id))
    await happen(db, "comment", "cleo", ["ada"], Subject(project_id=coach_id))
    await happen(db, "comment", "cleo", ["ada"], Subject(project_id=coach_id))
    await happen(db, "comment", "bob", ["ada"], Subject(project_id=tutor_id))
    await db.execute("insert into follow_maker values ($1, $2, now())", await id_of(db, "bob"), await id_of(db, "ada"))
    await happen(db, "follow", "bob", ["ada"], Subject())
    await happen(db, "moderation", "bob", ["ada"], Subject(report_id=new_id(), note="dismissed"))
    await happen(db, "moderation", "bob", ["ada"], Subject(project_id=coach_id, note="project_restored"))
    await happen(db, "moderation", "bob", ["ada"], Subject(note="suggestion_accepted"))
    told = {each["title"]: each for each in await heard(ada)}
    assert sorted(told) == sorted(
        [
            "cleo mentioned you on Tutor",
            "bob replied to you on Tutor",
            "cleo commented on Reading coach",
            "bob commented on Tutor",
            "bob followed you",
            "A moderator has looked at your report, and left things as they are",
            "A moderator has brought back Reading coach",
            "A tool that you suggested is in the catalogue",
        ]
    )
    assert told["cleo commented on Reading coach"]["event_count"] == 2
    assert told["cleo commented on Reading coach"]["actor_count"] == 1
    assert told["bob replied to you on Tutor"]["path"] == f"/api/v1/comments/{reply_id}"
    assert told["bob followed you"]["path"] == "/api/v1/makers/bob"
    groups = await db.fetch("select group_key from notification where kind = 'reply'")
    assert [row["group_key"] for row in groups] == [f"reply:{comment_id}"]
    await recounted(service)


async def test_who_left_or_was_suspended_or_does_not_want_to_hear_is_not_told(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await prefer(bob, without=["mention"])
    await db.execute("update maker set status = 'suspended' where handle = 'ada'")
    await mention(db, "cleo", ["ada", "bob"], coach)
    await service.deliver()
    assert await db.fetchval("select count(*) from notification") == 0
    await db.execute("update maker set status = 'active' where handle = 'ada'")
    await prefer(bob)
    await mention(db, "cleo", ["ada", "bob"], coach)
    await service.deliver()
    assert await db.fetchval("select count(*) from notification") == 2
    # What a suspended maker did is told to nobody any more.
    await mention(db, "cleo", ["ada", "bob"], coach)
    await db.execute("update maker set status = 'suspended' where handle = 'cleo'")
    await service.deliver()
    assert await db.fetchval("select sum(events) from notification") == 2


async def test_nobody_is_told_of_what_they_may_not_see(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await ada.edit(coach, visibility="private")
    await mention(service.context.db, "ada", ["bob", "cleo"], coach)
    assert await heard(bob) == []
    await join(service, ada, coach, bob, "viewer")
    await mention(service.context.db, "ada", ["bob", "cleo"], coach)
    assert [each["kind"] for each in await heard(bob)] == ["mention", "invitation"]
    assert await heard(cleo) == []


async def test_what_one_may_not_see_any_more_comes_without_its_names(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str
) -> None:
    db = service.context.db
    await mention(db, "ada", ["bob"], coach)
    assert await titles(bob) == ["ada mentioned you on Reading coach"]
    for hide, show in (
        ("visibility = 'private'", "visibility = 'public'"),
        ("status = 'removed'", "status = 'published'"),
        ("deleted_at = now()", "deleted_at = null"),
    ):
        await db.execute(f"update project set {hide}")
        reply = await bob.get("/notifications")
        (told,) = reply.expect(200).json["data"]
        assert (told["subject"], told["path"]) == (None, None)
        assert told["title"] == "ada mentioned you on something that you do not see any more"
        assert b"oach" not in reply.body
        assert await unread(bob) == 1
        await db.execute(f"update project set {show}")
    assert await titles(bob) == ["ada mentioned you on Reading coach"]
    await db.execute("update maker set status = 'deleted', email = null, password_hash = null where handle = 'ada'")
    reply = await bob.get("/notifications")
    assert b"oach" not in reply.body
    assert b"ada" not in reply.body
    assert reply.json["data"][0]["title"] == "A maker mentioned you on something that you do not see any more"


async def test_a_remix_is_heard_of_when_it_can_be_seen(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str
) -> None:
    lesson = await bob.workflow(tutor)
    (await bob.save_version(lesson, CONTENT)).expect(201)
    await forked(ada, lesson)
    (told,) = await heard(bob)
    assert told["title"] == "ada remixed Lesson from Tutor"
    assert told["path"] == f"/api/v1{lesson}/lineage"
    # In a draft nobody sees it; when that comes out, they do, once.
    await ada.draft("Workshop")
    await forked(ada, lesson, project="workshop")
    assert [each["event_count"] for each in await heard(bob)] == [1]
    (await ada.post("/projects/ada/workshop/publish")).expect(200)
    assert [each["event_count"] for each in await heard(bob)] == [2]
    assert await heard(ada) == []
    # One's own is no news.
    await forked(bob, lesson, project="tutor")
    assert [each["event_count"] for each in await heard(bob)] == [2]


async def test_an_invitation_is_told_with_the_name_of_the_project_while_it_stands(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient
) -> None:
    secret = await ada.draft("Secret plan", visibility="private")
    token = await invited(service, ada, secret, bob)
    (told,) = await heard(bob)
    assert (told["title"], told["path"]) == ("ada invited you to work on Secret plan", "/api/v1/me/invitations")
    assert await heard(cleo) == []
    (await bob.post(f"/invitations/{token}/decline")).expect(204)
    (told,) = await heard(bob)
    assert told["subject"] is None
    assert "Secret" not in told["title"]


async def test_a_new_version_is_heard_of_by_those_who_edit_a_remix(
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    cleo: ApiClient,
    coach: str,
    tutor: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telling, "FAMILY", 2)  # several portions
    lesson = await bob.workflow(tutor)
    (await bob.save_version(lesson, CONTENT)).expect(201)
    remixes = [await forked(ada, lesson, slug=f"lesson-{n}") for n in range(3)]
    await join(service, ada, coach, cleo)
    await read(ada, up_to=2**40)
    await heard(cleo)
    before = await unread(ada)
    (await bob.save_version(lesson, changed(0, title="Better"), changelog="Better")).expect(201)
    told = [each for each in await heard(ada) if each["kind"] == "upstream_changed"]
    assert [each["title"] for each in told] == ["Version 2 of Lesson is out: Lesson can pull it"] * 3
    assert {each["path"] for each in told} == {f"/api/v1{path}/upstream" for path in remixes}
    assert {each["subject"]["version_number"] for each in told} == {2}
    assert await unread(ada) == before + 3
    assert [each["kind"] for each in await heard(cleo)] == ["upstream_changed"] * 3 + ["invitation"]
    assert "upstream_changed" not in [each["kind"] for each in await heard(bob)]
    # Another version joins what is not read; who pulled hears of the next one all the same.
    (await bob.save_version(lesson, changed(0, title="Best"), changelog="Best")).expect(201)
    told = [each for each in await heard(ada) if each["kind"] == "upstream_changed"]
    assert [(each["subject"]["version_number"], each["event_count"]) for each in told] == [(3, 2)] * 3
    # What only its members see is kept among them.
    await bob.edit(tutor, visibility="private")
    (await bob.save_version(lesson, changed(0, title="Secret"), changelog="Secret")).expect(201)
    assert await db_versions(service) == {3}
    await recounted(service)


async def db_versions(service: RunningService) -> set[int]:
    await service.deliver()
    rows = await service.context.db.fetch(
        "select (subject ->> 'version_number')::int as number from notification where kind = 'upstream_changed'"
    )
    return {row["number"] for row in rows}


async def test_a_delivery_that_is_repeated_finds_nothing_to_do(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await service.deliver()
    await mention(db, "cleo", ["ada"], coach)
    (job,) = await claim_jobs(db, [EVENT], [10], 60.0)
    context = attrs.evolve(service.context, event_id=job.job_id)
    payload: dict[str, Any] = orjson.loads(job.payload)
    await asyncio.gather(*(telling.tell(context, payload) for _ in range(4)))
    await telling.tell(context, payload)
    (told,) = await heard(ada)
    assert told["event_count"] == 1
    assert await db.fetchval("select count(*) from outbox_job where kind = $1", EVENT) == 0


async def test_many_recipients_are_told_in_portions(
    service: RunningService, cleo: ApiClient, coach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "RECIPIENTS", 3)
    db = service.context.db
    await mention(db, "cleo", await crowd(db, 10), coach)
    await service.deliver()
    assert await db.fetchval("select count(distinct maker_id) from notification") == 10
    assert await db.fetchval("select sum(events) from notification") == 10


async def test_redis_away_is_no_failure(service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    db = service.context.db
    await service.deliver()
    await mention(db, "cleo", ["ada"], coach)
    (job,) = await claim_jobs(db, [EVENT], [10], 60.0)
    redis = RedisClient("redis://127.0.0.1:1/0")
    await telling.tell(attrs.evolve(service.context, event_id=job.job_id, redis=redis), orjson.loads(job.payload))
    await redis.close()
    assert len(await heard(ada)) == 1


async def test_what_goes_over_the_channel(service: RunningService, ada: ApiClient, coach: str) -> None:
    said: list[bytes] = []
    service.app.deps.pubsub.subscribe(CHANNEL, said.append)
    fans = iter(await crowd(service.context.db, 100))
    async with asyncio.timeout(10):
        while not said:  # until Redis has heard that somebody listens
            await star(service.context.db, next(fans), coach)
            await service.deliver()
            await asyncio.sleep(0.01)
    (told,) = await heard(ada)
    assert orjson.loads(said[-1]) == {
        "maker_id": str(await id_of(service.context.db, "ada")),
        "seq": told["seq"],
        "unread": 1,
        "notification": told,
    }
    said.clear()
    await read(ada, up_to=told["seq"])
    async with asyncio.timeout(10):
        while not said:  # noqa: ASYNC110 (it comes by Redis)
            await asyncio.sleep(0.01)
    message = orjson.loads(said[-1])
    assert (message["seq"], message["unread"], message["notification"]) == (told["seq"], 0, None)
