"""Test that Database.run repeats work that PostgreSQL rolled back, once and from the start."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from service.db.errors import DatabaseUnavailable
from service.db.pool import Database, Tx

UNDONE = "do $$ begin raise exception 'undone' using errcode = '40P01'; end $$"
COUNT = "select count(*) from pg_temp.note"


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    # one connection, so that its temporary table stays visible
    database = Database(database_url, size=1, statements=10)
    await database.start()
    await database.execute("create temp table note (text text)")
    yield database
    await database.close()


async def test_work_rolled_back_by_a_deadlock_is_repeated(db: Database) -> None:
    attempts, committed = 0, []

    async def work(tx: Tx) -> str:
        nonlocal attempts
        attempts += 1
        await tx.execute("insert into note values ('done')")

        async def notify(attempt: int = attempts) -> None:
            committed.append(attempt)

        tx.after_commit(notify)
        if attempts == 1:
            await tx.execute(UNDONE)
        return f"attempt {attempts}"

    assert await db.run(work) == "attempt 2"
    assert await db.fetchval(COUNT) == 1
    assert committed == [2]


async def test_a_second_rollback_is_an_error(db: Database) -> None:
    attempts = 0

    async def work(tx: Tx) -> None:
        nonlocal attempts
        attempts += 1
        await tx.execute("insert into note values ('done')")
        await tx.execute(UNDONE)

    with pytest.raises(asyncpg.DeadlockDetectedError):
        await db.run(work)
    assert attempts == 2
    assert await db.fetchval(COUNT) == 0


@pytest.mark.parametrize("failure", [ValueError("ours"), DatabaseUnavailable("who knows what was committed")])
async def test_other_errors_are_not_repeated(db: Database, failure: Exception) -> None:
    attempts = 0

    async def work(tx: Tx) -> None:
        nonlocal attempts
        attempts += 1
        await tx.execute("insert into note values ('done')")
        raise failure

    with pytest.raises(type(failure)):
        await db.run(work)
    assert attempts == 1
    assert await db.fetchval(COUNT) == 0
