"""Test which makers are notified of an event, and how notifications are grouped."""

import asyncio
from typing import Any

import attrs
import orjson
import pytest

from service.cache.redis import RedisClient
from service.core.ids import new_id
from service.features.accounts.notifications import delivery
from service.features.accounts.notifications.notify import CHANNEL, EVENT, Subject
from service.jobs.outbox import claim_jobs
from tests.api import ApiClient, RunningService
from tests.members.actions import invited, join
from tests.notifications.actions import (
    add_makers,
    assert_counters,
    enqueue_event,
    id_of,
    mention,
    notifications_of,
    project_of,
    read,
    set_preferences,
    star,
    titles,
    unread,
    unstar,
)
from tests.remixes.actions import changed, forked
from tests.versions.fixtures import CONTENT


async def test_unread_stars_are_grouped(service: RunningService, ada: ApiClient, coach: str) -> None:
    db = service.context.db
    fans = await add_makers(db, 5)
    for fan in fans:
        await star(db, fan, coach)
    (received,) = await notifications_of(ada)
    assert received["title"] == "Fan-5 and 4 others starred Reading coach"
    assert (received["actor_count"], received["event_count"], received["kind"]) == (5, 5, "star")
    assert [actor["handle"] for actor in received["actors"]] == ["fan-5", "fan-4", "fan-3"]
    assert received["subject"] == {
        "project": {"handle": "ada", "slug": "reading-coach", "title": "Reading coach"},
        "workflow": None,
        "version_number": None,
        "comment_id": None,
    }
    assert received["path"] == "/api/v1/projects/ada/reading-coach"
    assert await unread(ada) == 1

    await read(ada, notification_ids=[received["notification_id"]])
    assert await unread(ada) == 0
    (later,) = await add_makers(db, 1, "later")
    await star(db, later, coach)
    newer, older = await notifications_of(ada)
    assert (newer["actor_count"], newer["read_at"], older["actor_count"]) == (1, None, 5)
    assert newer["seq"] > older["seq"] == received["seq"]
    await assert_counters(service)


async def test_a_repeated_star_notifies_once(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await star(db, "cleo", coach)
    (first,) = await notifications_of(ada)
    for _ in range(3):
        await unstar(db, "cleo", coach)
        await star(db, "cleo", coach)
    assert await notifications_of(ada) == [first]
    # Reading does not change that: a star cannot be used to notify again.
    await read(ada, up_to=first["seq"])
    await unstar(db, "cleo", coach)
    await star(db, "cleo", coach)
    (still,) = await notifications_of(ada)
    assert still["read_at"] is not None
    await assert_counters(service)


async def test_events_undone_before_delivery_are_not_delivered(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await star(db, "cleo", coach)
    await unstar(db, "cleo", coach)
    comment_id = await mention(db, "cleo", ["ada"], coach)
    await db.execute("update comment set deleted_at = now(), body = null where comment_id = $1", comment_id)
    await enqueue_event(db, "follow", "cleo", ["ada"], Subject())
    assert await notifications_of(ada) == []
    assert await unread(ada) == 0


async def test_recipients_of_one_event_have_separate_notifications(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await mention(db, "cleo", ["ada", "bob", "cleo"], coach)
    (of_ada,), (of_bob,) = await notifications_of(ada), await notifications_of(bob)
    assert of_ada["notification_id"] != of_bob["notification_id"]
    assert await notifications_of(cleo) == []  # makers are not notified of their own actions
    # Marking another maker's notification as read has no effect.
    await read(bob, notification_ids=[of_ada["notification_id"]])
    await read(bob, up_to=of_ada["seq"] - 1)
    assert (await unread(ada), await unread(bob)) == (1, 1)
    await read(bob, up_to=2**40)
    assert (await unread(ada), await unread(bob)) == (1, 0)
    await assert_counters(service)


async def test_every_kind_has_its_group_and_title(
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
    await enqueue_event(db, "reply", "bob", ["ada"], Subject(project_id=tutor_id, comment_id=reply_id))
    await enqueue_event(db, "comment", "cleo", ["ada"], Subject(project_id=coach_id))
    await enqueue_event(db, "comment", "cleo", ["ada"], Subject(project_id=coach_id))
    await enqueue_event(db, "comment", "bob", ["ada"], Subject(project_id=tutor_id))
    await db.execute("insert into follow_maker values ($1, $2, now())", await id_of(db, "bob"), await id_of(db, "ada"))
    await enqueue_event(db, "follow", "bob", ["ada"], Subject())
    await enqueue_event(db, "moderation", "bob", ["ada"], Subject(report_id=new_id(), note="dismissed"))
    await enqueue_event(db, "moderation", "bob", ["ada"], Subject(project_id=coach_id, note="project_restored"))
    await enqueue_event(db, "moderation", "bob", ["ada"], Subject(note="suggestion_accepted"))
    received = {each["title"]: each for each in await notifications_of(ada)}
    assert sorted(received) == sorted(
        [
            "cleo mentioned you on Tutor",
            "bob replied to your comment on Tutor",
            "cleo commented on Reading coach",
            "bob commented on Tutor",
            "bob followed you",
            "A moderator reviewed your report and took no action",
            "A moderator restored Reading coach",
            "The tool you suggested was added to the catalogue",
        ]
    )
    assert received["cleo commented on Reading coach"]["event_count"] == 2
    assert received["cleo commented on Reading coach"]["actor_count"] == 1
    assert received["bob replied to your comment on Tutor"]["path"] == f"/api/v1/comments/{reply_id}"
    assert received["bob followed you"]["path"] == "/api/v1/makers/bob"
    groups = await db.fetch("select group_key from notification where kind = 'reply'")
    assert [row["group_key"] for row in groups] == [f"reply:{comment_id}"]
    await assert_counters(service)


async def test_inactive_makers_and_disabled_kinds_get_no_notification(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await set_preferences(bob, without=["mention"])
    await db.execute("update maker set status = 'suspended' where handle = 'ada'")
    await mention(db, "cleo", ["ada", "bob"], coach)
    await service.deliver()
    assert await db.fetchval("select count(*) from notification") == 0
    await db.execute("update maker set status = 'active' where handle = 'ada'")
    await set_preferences(bob)
    await mention(db, "cleo", ["ada", "bob"], coach)
    await service.deliver()
    assert await db.fetchval("select count(*) from notification") == 2
    # Actions of a suspended maker notify no one.
    await mention(db, "cleo", ["ada", "bob"], coach)
    await db.execute("update maker set status = 'suspended' where handle = 'cleo'")
    await service.deliver()
    assert await db.fetchval("select sum(events) from notification") == 2


async def test_hidden_content_notifies_no_one(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await ada.edit(coach, visibility="private")
    await mention(service.context.db, "ada", ["bob", "cleo"], coach)
    assert await notifications_of(bob) == []
    await join(service, ada, coach, bob, "viewer")
    await mention(service.context.db, "ada", ["bob", "cleo"], coach)
    assert [each["kind"] for each in await notifications_of(bob)] == ["mention", "invitation"]
    assert await notifications_of(cleo) == []


async def test_notifications_of_hidden_content_contain_no_names(
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
        (received,) = reply.expect(200).json["data"]
        assert (received["subject"], received["path"]) == (None, None)
        assert received["title"] == "ada mentioned you on a project you can no longer see"
        assert b"oach" not in reply.body
        assert await unread(bob) == 1
        await db.execute(f"update project set {show}")
    assert await titles(bob) == ["ada mentioned you on Reading coach"]
    await db.execute("update maker set status = 'deleted', email = null, password_hash = null where handle = 'ada'")
    reply = await bob.get("/notifications")
    assert b"oach" not in reply.body
    assert b"ada" not in reply.body
    assert reply.json["data"][0]["title"] == "A maker mentioned you on a project you can no longer see"


async def test_a_remix_notifies_when_it_becomes_visible(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str
) -> None:
    lesson = await bob.workflow(tutor)
    (await bob.save_version(lesson, CONTENT)).expect(201)
    await forked(ada, lesson)
    (received,) = await notifications_of(bob)
    assert received["title"] == "ada remixed Lesson from Tutor"
    assert received["path"] == f"/api/v1{lesson}/lineage"
    # A draft is hidden; publishing it notifies once.
    await ada.draft("Workshop")
    await forked(ada, lesson, project="workshop")
    assert [each["event_count"] for each in await notifications_of(bob)] == [1]
    (await ada.post("/projects/ada/workshop/publish")).expect(200)
    assert [each["event_count"] for each in await notifications_of(bob)] == [2]
    assert await notifications_of(ada) == []
    # A remix of one's own workflow notifies no one.
    await forked(bob, lesson, project="tutor")
    assert [each["event_count"] for each in await notifications_of(bob)] == [2]


async def test_a_pending_invitation_shows_the_projects_name(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient
) -> None:
    secret = await ada.draft("Secret plan", visibility="private")
    token = await invited(service, ada, secret, bob)
    (received,) = await notifications_of(bob)
    assert (received["title"], received["path"]) == ("ada invited you to work on Secret plan", "/api/v1/me/invitations")
    assert await notifications_of(cleo) == []
    (await bob.post(f"/invitations/{token}/decline")).expect(204)
    (received,) = await notifications_of(bob)
    assert received["subject"] is None
    assert "Secret" not in received["title"]


async def test_a_new_version_notifies_editors_of_remixes(
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    cleo: ApiClient,
    coach: str,
    tutor: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery, "FAMILY", 2)  # several portions
    lesson = await bob.workflow(tutor)
    (await bob.save_version(lesson, CONTENT)).expect(201)
    remixes = [await forked(ada, lesson, slug=f"lesson-{n}") for n in range(3)]
    await join(service, ada, coach, cleo)
    await read(ada, up_to=2**40)
    await notifications_of(cleo)
    before = await unread(ada)
    (await bob.save_version(lesson, changed(0, title="Better"), changelog="Better")).expect(201)
    received = [each for each in await notifications_of(ada) if each["kind"] == "upstream_changed"]
    assert [each["title"] for each in received] == ["Version 2 of Lesson is available: pull updates into Lesson"] * 3
    assert {each["path"] for each in received} == {f"/api/v1{path}/upstream" for path in remixes}
    assert {each["subject"]["version_number"] for each in received} == {2}
    assert await unread(ada) == before + 3
    assert [each["kind"] for each in await notifications_of(cleo)] == ["upstream_changed"] * 3 + ["invitation"]
    assert "upstream_changed" not in [each["kind"] for each in await notifications_of(bob)]
    # Another version is grouped with the unread one; makers who pulled are notified of the next.
    (await bob.save_version(lesson, changed(0, title="Best"), changelog="Best")).expect(201)
    received = [each for each in await notifications_of(ada) if each["kind"] == "upstream_changed"]
    assert [(each["subject"]["version_number"], each["event_count"]) for each in received] == [(3, 2)] * 3
    # Versions of a private project notify only its members.
    await bob.edit(tutor, visibility="private")
    (await bob.save_version(lesson, changed(0, title="Secret"), changelog="Secret")).expect(201)
    assert await db_versions(service) == {3}
    await assert_counters(service)


async def db_versions(service: RunningService) -> set[int]:
    await service.deliver()
    rows = await service.context.db.fetch(
        "select (subject ->> 'version_number')::int as number from notification where kind = 'upstream_changed'"
    )
    return {row["number"] for row in rows}


async def test_a_repeated_delivery_changes_nothing(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await service.deliver()
    await mention(db, "cleo", ["ada"], coach)
    (job,) = await claim_jobs(db, [EVENT], [10], 60.0)
    context = attrs.evolve(service.context, event_id=job.job_id)
    payload: dict[str, Any] = orjson.loads(job.payload)
    await asyncio.gather(*(delivery.tell(context, payload) for _ in range(4)))
    await delivery.tell(context, payload)
    (received,) = await notifications_of(ada)
    assert received["event_count"] == 1
    assert await db.fetchval("select count(*) from outbox_job where kind = $1", EVENT) == 0


async def test_many_recipients_are_notified_in_portions(
    service: RunningService, cleo: ApiClient, coach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "RECIPIENTS", 3)
    db = service.context.db
    await mention(db, "cleo", await add_makers(db, 10), coach)
    await service.deliver()
    assert await db.fetchval("select count(distinct maker_id) from notification") == 10
    assert await db.fetchval("select sum(events) from notification") == 10


async def test_delivery_succeeds_without_redis(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await service.deliver()
    await mention(db, "cleo", ["ada"], coach)
    (job,) = await claim_jobs(db, [EVENT], [10], 60.0)
    redis = RedisClient("redis://127.0.0.1:1/0")
    await delivery.tell(attrs.evolve(service.context, event_id=job.job_id, redis=redis), orjson.loads(job.payload))
    await redis.close()
    assert len(await notifications_of(ada)) == 1


async def test_the_published_message(service: RunningService, ada: ApiClient, coach: str) -> None:
    said: list[bytes] = []
    service.app.deps.pubsub.subscribe(CHANNEL, said.append)
    fans = iter(await add_makers(service.context.db, 100))
    async with asyncio.timeout(10):
        while not said:  # until the subscription is active
            await star(service.context.db, next(fans), coach)
            await service.deliver()
            await asyncio.sleep(0.01)
    (received,) = await notifications_of(ada)
    assert orjson.loads(said[-1]) == {
        "maker_id": str(await id_of(service.context.db, "ada")),
        "seq": received["seq"],
        "unread": 1,
        "notification": received,
    }
    said.clear()
    await read(ada, up_to=received["seq"])
    async with asyncio.timeout(10):
        while not said:  # noqa: ASYNC110 - the message arrives from Redis
            await asyncio.sleep(0.01)
    message = orjson.loads(said[-1])
    assert (message["seq"], message["unread"], message["notification"]) == (received["seq"], 0, None)
