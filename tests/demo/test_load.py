"""The demo data in a real database: whole or not at all, once, and with a password that opens it."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import psycopg
import pytest

from service.demo.load import DEMO_ACCOUNTS, DEMO_PASSWORD, load_demo
from service.security.passwords import Passwords

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def rows(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql.encode()).fetchall()


async def test_every_maker_is_loaded_as_written(database_url: str) -> None:
    await load_demo(database_url, clock=lambda: NOW)
    assert rows(database_url, "select count(*), count(distinct email), min(status) from maker") == [(25, 25, "active")]
    assert rows(database_url, "select handle from maker where role = 'admin'") == [("saskia-keizer",)]
    sql = "select display_name, links->1->>'url', left(bio, 15), created_at from maker where handle = 'tomas-lindqvist'"
    joined = NOW - timedelta(days=279.9)
    assert rows(database_url, sql) == [
        ("Tomas Lindqvist", "https://code.example.org/tomas", "Indie developer", joined),
    ]


@pytest.mark.xfail(strict=True, reason="projects have no table before migrations/0004")
async def test_every_project_is_loaded(database_url: str) -> None:
    assert await load_demo(database_url) == 60
    assert rows(database_url, "select count(*) from project") == [(60,)]


async def test_the_printed_password_opens_the_printed_accounts(database_url: str) -> None:
    await load_demo(database_url)
    hashes = {str(email): str(phc) for email, phc in rows(database_url, "select email, password_hash from maker")}
    passwords = Passwords(threads=1)
    try:
        for account in DEMO_ACCOUNTS:
            assert await passwords.verify(hashes[account.email], DEMO_PASSWORD)
    finally:
        passwords.close()


async def test_a_second_load_changes_nothing(database_url: str) -> None:
    await load_demo(database_url)
    before = rows(database_url, "select m::text, xmin::text from maker m order by maker_id")
    said: list[str] = []
    assert await load_demo(database_url, said.append) == 0
    assert rows(database_url, "select m::text, xmin::text from maker m order by maker_id") == before
    assert said == []


async def test_two_loads_at_once_load_once(database_url: str) -> None:
    said: list[str] = []
    await asyncio.gather(*(load_demo(database_url, said.append) for _ in range(3)))
    assert rows(database_url, "select count(*) from maker") == [(25,)]
    assert len(said) == 1


async def test_a_load_that_fails_leaves_nothing_behind(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        # The last to be written is the one who joined last.
        connection.execute("alter table maker add constraint no_emre check (handle <> 'emre-late-again')")
        try:
            with pytest.raises(asyncpg.CheckViolationError):
                await load_demo(database_url)
        finally:
            connection.execute("alter table maker drop constraint no_emre")
    assert rows(database_url, "select count(*) from maker") == [(0,)]


async def test_a_database_with_one_maker_is_left_alone(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at) "
            "values (gen_random_uuid(), 'someone', 'someone@example.org', 'Someone', 'x', now(), now())"
        )
    assert await load_demo(database_url) == 0
    assert rows(database_url, "select handle from maker") == [("someone",)]
