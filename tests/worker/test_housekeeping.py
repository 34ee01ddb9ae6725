"""Test that expired rows are purged, and no others."""

from datetime import UTC, datetime, timedelta

import attrs

from service.app import job_handlers
from service.core.ids import new_id
from service.features.accounts.identity.queries import insert_maker
from service.jobs.context import JobContext
from service.jobs.housekeeping import PORTION, purge

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def test_stored_responses_are_purged_after_a_day_and_failed_jobs_after_a_month(context: JobContext) -> None:
    maker_id = new_id()
    await insert_maker(context.db, maker_id, "ada", "ada@example.org", "Ada", "hash", NOW)
    for key, age in (("old", timedelta(hours=24, seconds=1)), ("kept", timedelta(hours=23))):
        await context.db.execute(
            "insert into idempotency_key values ($1, 'POST /projects', $2, '', 201, '{}', '', $3)",
            maker_id,
            key,
            NOW - age,
        )
    for kind, failed_at in (("old", NOW - timedelta(days=31)), ("kept", NOW - timedelta(days=29)), ("waiting", None)):
        sql = (
            "insert into outbox_job (job_id, kind, payload, created_at, due_at, failed_at)"
            " values ($1, $2, '{}', $3, $3, $4)"
        )
        await context.db.execute(sql, new_id(), kind, NOW, failed_at)
    await purge(attrs.evolve(context, clock=lambda: NOW), {})
    keys = await context.db.fetch("select key from idempotency_key")
    jobs = await context.db.fetch("select kind from outbox_job order by kind")
    assert [row["key"] for row in keys] == ["kept"]
    assert [row["kind"] for row in jobs] == ["kept", "waiting"]


async def test_a_busy_hour_is_deleted_in_portions(context: JobContext) -> None:
    maker_id, old = new_id(), NOW - timedelta(days=2)
    await insert_maker(context.db, maker_id, "ada", "ada@example.org", "Ada", "hash", NOW)
    await context.db.execute(
        "insert into idempotency_key select $1, 'POST /projects', n::text, '', 201, '{}', '', $2"
        " from generate_series(1, $3::int) n",
        maker_id,
        old,
        2 * PORTION + 1,
    )
    before = context.db.statement_count
    await purge(attrs.evolve(context, clock=lambda: NOW), {})
    assert context.db.statement_count - before == 4  # three portions, and the failed jobs
    assert await context.db.fetchval("select count(*) from idempotency_key") == 0


def test_housekeeping_is_scheduled() -> None:
    assert "housekeeping.purge" in job_handlers()[1]
