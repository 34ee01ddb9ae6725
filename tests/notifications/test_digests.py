"""Test mail digests: when they are due, their content, and that each notification is mailed once."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from uuid import UUID

import attrs
import pytest

from service.features.accounts.notifications import digests, jobs
from service.features.accounts.notifications.domain import next_digest
from service.jobs.context import JobContext
from service.jobs.outbox import claim_jobs
from service.mail.mailer import Mailer, MailUnavailable
from tests.api import ApiClient, RunningService
from tests.mail.mail_servers import smtp_peer
from tests.notifications.actions import add_makers, id_of, mention, notifications_of, read, set_preferences, star

SUBJECT = "New notifications on AIpoweredMakers"


async def due(service: RunningService) -> None:
    """Run the hourly job and the jobs that it enqueues."""
    await digests.order_digests(service.context, {})
    await service.deliver()


async def digests_to(client: ApiClient) -> Sequence[EmailMessage]:
    return [mail for mail in await client.service.mails_to(client.email) if mail["Subject"] == SUBJECT]


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content())


async def test_a_digest_is_sent_when_due_and_contains_each_notification_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str
) -> None:
    db = service.context.db
    first, second = await add_makers(db, 2)
    await set_preferences(ada, digest="daily")
    await set_preferences(bob, digest="weekly")
    await star(db, first, coach)
    await mention(db, first, ["ada", "bob"], coach)
    await service.deliver()
    await due(service)
    assert await digests_to(ada) == []
    service.clock.move(timedelta(hours=24, minutes=1))
    await due(service)
    await due(service)
    (mail,) = await digests_to(ada)
    text = text_of(mail)
    assert "Hello @ada," in text
    assert "@fan-1 starred Reading coach" in text
    assert "@fan-1 mentioned you on Reading coach" in text
    assert "http://test/notifications/preferences" in text
    assert mail["List-Unsubscribe"] == "<http://test/notifications/preferences>"
    assert await digests_to(bob) == []

    service.clock.move(timedelta(hours=24))
    await due(service)
    assert len(await digests_to(ada)) == 1  # no new notification
    await star(db, second, coach)
    await service.deliver()
    service.clock.move(timedelta(hours=24))
    await due(service)
    _, mail = await digests_to(ada)
    text = text_of(mail)
    assert "@fan-2 and @fan-1 starred Reading coach" in text
    assert "mentioned" not in text

    service.clock.move(timedelta(days=5))
    await due(service)
    (of_bob,) = await digests_to(bob)
    assert "@fan-1 mentioned you on a project" in text_of(of_bob)


async def test_a_digest_contains_only_its_makers_notifications(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    await ada.update_me(display_name="Buy pills")
    await bob.update_me(display_name="Buy watches")
    path = await ada.published("Visit pills.example now", slug="pills-example")
    await set_preferences(bob, digest="daily")
    await mention(service.context.db, "ada", ["bob"], path)
    await service.deliver()
    service.clock.move(timedelta(hours=25))
    await due(service)
    (mail,) = await digests_to(bob)
    for kind in ("plain", "html"):
        assert "pills" not in text_of(mail, kind).lower()
        assert "@ada mentioned you on a project" in text_of(mail, kind)


async def test_read_and_disabled_notifications_are_not_mailed(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await set_preferences(ada, digest="daily", mail=["mention"])
    await set_preferences(bob, digest="daily")
    await star(db, "cleo", coach)
    await mention(db, "cleo", ["ada", "bob", "cleo"], coach)
    (received,) = [each for each in await notifications_of(ada) if each["kind"] == "mention"]
    await read(ada, notification_ids=[received["notification_id"]])
    await set_preferences(bob, digest="off")
    service.clock.move(timedelta(hours=25))
    await due(service)
    for client in (ada, bob, cleo):
        assert await digests_to(client) == []


async def test_a_long_digest_is_shortened_with_a_note(
    service: RunningService, ada: ApiClient, coach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "LINES", 2)
    (fan,) = await add_makers(service.context.db, 1)
    await set_preferences(ada, digest="daily")
    for path in (coach, await ada.published("Second"), await ada.published("Third")):
        await star(service.context.db, fan, path)
        await service.deliver()
    service.clock.move(timedelta(hours=25))
    await due(service)
    (mail,) = await digests_to(ada)
    assert "starred Third" in text_of(mail)
    assert "starred Second" in text_of(mail)
    assert "Reading coach" not in text_of(mail)
    assert "There are more unread notifications." in text_of(mail)


async def test_concurrent_workers_enqueue_each_digest_once(
    service: RunningService, ada: ApiClient, coach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "PORTION", 3)
    db = service.context.db
    fans = await add_makers(db, 10)
    await db.execute(
        "insert into notification_preference (maker_id, digest, digest_at)"
        " select maker_id, 'daily', $1 from maker where handle like 'fan-%'",
        service.clock(),
    )
    await mention(db, "ada", fans, coach)
    await service.deliver()
    await asyncio.gather(*(digests.order_digests(service.context, {}) for _ in range(3)))
    assert await db.fetchval("select count(*) from outbox_job where kind = $1", digests.MAIL) == 10
    await service.deliver()
    assert len(list(service.mail_directory.glob("*.eml"))) == 10


async def test_a_repeated_digest_has_the_same_message_id(service: RunningService, ada: ApiClient, coach: str) -> None:
    """A worker is killed after sending the mail and before recording it.

    The next worker sends it again with the same ID.
    """
    db = service.context.db
    (fan,) = await add_makers(db, 1)
    await set_preferences(ada, digest="daily")
    await star(db, fan, coach)
    await service.deliver()
    service.clock.move(timedelta(hours=25))
    await digests.order_digests(service.context, {})
    async with smtp_peer() as peer:
        mailer = Mailer.from_url(f"smtp://127.0.0.1:{peer.port}", service.context.config.mail_from)
        ((event_id, payload),) = [(job.job_id, job.payload) for job in await claim_jobs(db, [digests.MAIL], [9], 60.0)]
        context = attrs.evolve(service.context, mailer=mailer, event_id=event_id)
        about = {"maker_id": str(await id_of(db, "ada")), "due_at": service.clock().isoformat()}
        assert about["maker_id"] in payload
        await digests.send_digest(context, about)
        await db.execute("update notification_box set mailed_seq = 0")  # state after a kill before recording
        await digests.send_digest(context, about)
        await digests.send_digest(context, about)
        assert [mail["Message-ID"] for mail in peer.mails] == [f"<{event_id}@{_domain(context)}>"] * 2
        assert peer.mails[0].as_bytes() == peer.mails[1].as_bytes()


def _domain(context: JobContext) -> str:
    return context.config.mail_from.rpartition("@")[2].rstrip(">")


async def test_an_undeliverable_digest_is_merged_into_the_next(
    service: RunningService, ada: ApiClient, coach: str
) -> None:
    (fan,) = await add_makers(service.context.db, 1)
    await set_preferences(ada, digest="daily")
    await star(service.context.db, fan, coach)
    await service.deliver()
    ada_id = await id_of(service.context.db, "ada")
    ordered = service.clock()
    about = {"maker_id": str(ada_id), "due_at": ordered.isoformat()}
    async with smtp_peer() as peer:
        mailer = Mailer.from_url(f"smtp://127.0.0.1:{peer.port}", service.context.config.mail_from)
        context = attrs.evolve(service.context, mailer=mailer, event_id=UUID("0190163d-8694-739b-aea5-966c26f8ad91"))
        peer.replies["RCPT"] = ["450 4.2.1 later"]
        with pytest.raises(MailUnavailable):
            await digests.send_digest(context, about)
        service.clock.move(timedelta(hours=24))
        await digests.send_digest(context, about)
        assert peer.mails == []
        await digests.send_digest(context, about | {"due_at": service.clock().isoformat()})
        assert len(peer.mails) == 1


def test_the_time_of_the_next_digest() -> None:
    at = datetime.fromisoformat("2026-03-01T07:30:00Z")
    day = timedelta(days=1)
    assert next_digest("off", at, at) is None
    assert next_digest("daily", at, at) == at + day
    assert next_digest("daily", at, at + day) == at + 2 * day
    assert next_digest("daily", at, at + 3.5 * day) == at + 4 * day
    assert next_digest("weekly", at, at + 3.5 * day) == at + 7 * day
    assert "notifications.digests" in jobs.PERIODIC
