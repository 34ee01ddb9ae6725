"""Test the identity jobs other than notifications: purges and mails."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import attrs
import pytest

from service.features.accounts.identity import jobs
from service.jobs.context import JobContext, PermanentFailure
from tests.api import PASSWORD, RunningService


async def _counts(service: RunningService) -> dict[str, int]:
    row = await service.context.db.fetchrow(
        """select
            (select count(*) from registration) as registrations,
            (select count(*) from one_time_token) as tokens,
            (select count(*) from handle_reservation) as reservations,
            (select count(*) from session) as sessions"""
    )
    assert row is not None
    return dict(row)


async def test_expired_rows_are_purged(service: RunningService) -> None:
    ada = await service.maker("ada")
    (await ada.update_me(handle="countess")).expect(200)
    (await ada.put("/me/email", {"password": PASSWORD, "email": "new@example.org"})).expect(202)
    (await ada.elsewhere().login()).expect(200)
    (await ada.delete("/auth/sessions")).expect(204)
    await service.client("grace").register()
    everything = {"registrations": 1, "tokens": 1, "reservations": 1, "sessions": 2}
    await jobs.purge(service.context, {})
    assert await _counts(service) == everything

    service.clock.move(timedelta(hours=25))
    (await ada.refresh()).expect(200)
    await jobs.purge(service.context, {})
    assert await _counts(service) == everything | {"registrations": 0, "tokens": 0}

    service.clock.move(timedelta(days=29))  # the other session was revoked 30 days ago
    (await ada.refresh()).expect(200)
    await jobs.purge(service.context, {})
    assert (await _counts(service))["sessions"] == 1

    service.clock.move(timedelta(days=61))
    await jobs.purge(service.context, {})
    assert await _counts(service) == {"registrations": 0, "tokens": 0, "reservations": 0, "sessions": 0}


async def test_a_purge_works_in_portions(service: RunningService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_PORTION", 2)
    ada = await service.maker("ada")
    for _ in range(4):
        (await ada.elsewhere().login()).expect(200)
    service.clock.move(timedelta(days=61))
    await jobs.purge(service.context, {})
    assert (await _counts(service))["sessions"] == 0


async def test_a_repeated_mail_job_sends_the_same_mail(service: RunningService) -> None:
    ada = await service.maker("ada")
    before = len(await service.mails_to(ada.email))
    payload = {
        "what": "password_reset",
        "email": ada.email,
        "token_id": str(uuid4()),
    }
    context = attrs.evolve(service.context, event_id=UUID("0190163d-8694-739b-aea5-966c26f8ad91"))
    await jobs.send_mail(context, payload)
    await jobs.send_mail(context, payload)
    assert len(await service.mails_to(ada.email)) == before + 1
    assert await service.context.db.fetchval("select count(*) from one_time_token") == 1


async def test_an_unknown_mail_kind_fails_permanently(service: RunningService) -> None:
    context: JobContext = service.context
    with pytest.raises(PermanentFailure):
        await jobs.send_mail(context, {"what": "birthday"})


async def test_no_mail_is_sent_for_an_expired_registration(service: RunningService, tmp_path: Path) -> None:
    client = service.client("ada")
    await client.register()
    service.clock.move(timedelta(hours=25))
    assert await service.mails_to(client.email) == []
