"""Test batched queries on PostgreSQL: each caller gets their own row, also next to cancelled and invalid calls."""

import asyncio
from uuid import UUID

import asyncpg
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.core.ids import new_id
from service.db.pool import Database
from service.features.projects.projects.queries import find_by_slug

HANDLES = ("ada", "bob", "cyd")
SLUGS = ("open", "closed")
REFUSED = ("nul\0", "half \ud800")
"""Texts that PostgreSQL or the driver rejects, which makes their batch fail."""


def asks(*handles: str) -> st.SearchStrategy[list[tuple[str, str, int | None, int, int | None]]]:
    ask = st.tuples(
        st.sampled_from(handles),
        st.sampled_from((*SLUGS, "missing")),
        st.sampled_from((None, 0, 1, 2)),  # the viewer, as an index into HANDLES
        st.integers(0, 4),  # loop turns before the call
        st.none() | st.integers(0, 4),  # loop turns until the caller cancels
    )
    return st.lists(ask, min_size=1, max_size=40)


# A batch with a bad item runs one by one, so most batches have none.
ASKS = asks(*HANDLES, "nobody") | asks(*HANDLES, "nobody", *REFUSED)


@pytest.fixture
def viewers(database_url: str) -> list[UUID]:
    """Makers, each with a public project and a private one."""
    makers = [new_id() for _ in HANDLES]
    with psycopg.connect(database_url) as connection:
        connection.execute("set constraints all deferred")
        for handle, maker in zip(HANDLES, makers, strict=True):
            connection.execute(
                "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)"
                " values (%s, %s, %s, %s, '!', now(), now())",
                (maker, handle, f"{handle}@example.org", handle),
            )
            for slug in SLUGS:
                project = new_id()
                connection.execute(
                    "insert into project (project_id, owner_id, slug, title, tagline, visibility, status, created_at,"
                    " updated_at, published_at) values (%s, %s, %s, %s, 'What it is.', %s, 'published', now(), now(),"
                    " now())",
                    (project, maker, slug, f"{slug} of {handle}", "private" if slug == "closed" else "public"),
                )
                connection.execute("insert into project_stats (project_id) values (%s)", (project,))
                connection.execute(
                    "insert into project_member (project_id, maker_id, role, created_at)"
                    " values (%s, %s, 'owner', now())",
                    (project, maker),
                )
    return makers


@given(asks=ASKS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_caller_sees_only_visible_projects(
    database_url: str, viewers: list[UUID], asks: list[tuple[str, str, int | None, int, int | None]]
) -> None:
    async def caller(
        db: Database, handle: str, slug: str, viewer: int | None, later: int, patience: int | None
    ) -> None:
        for _ in range(later):
            await asyncio.sleep(0)
        call = asyncio.ensure_future(find_by_slug(db, handle, slug, None if viewer is None else viewers[viewer]))
        if patience is not None:
            for _ in range(patience):
                await asyncio.sleep(0)
            call.cancel()
        try:
            row = await call
        except asyncio.CancelledError:
            assert patience is not None
        except (asyncpg.DataError, UnicodeEncodeError):
            assert handle in REFUSED
        else:
            seen = slug == "open" or (slug == "closed" and viewer is not None and HANDLES[viewer] == handle)
            title = f"{slug} of {handle}" if seen and handle in HANDLES else None
            assert (row.title if row else None) == title

    async def scenario() -> None:
        db = Database(database_url, size=2, statements=10)
        await db.start()
        try:
            async with asyncio.timeout(20), asyncio.TaskGroup() as group:
                for ask in asks:
                    group.create_task(caller(db, *ask))
        finally:
            await db.close()

    asyncio.run(scenario())


async def test_a_busy_query_does_not_starve_another(database_url: str) -> None:
    """On one connection, each query has one running call and the connection goes to the longest waiter."""
    db = Database(database_url, size=1, statements=10)
    await db.start()
    over, busy_calls = False, 0

    async def busy_run(database: Database, items: list[int]) -> list[int]:
        nonlocal busy_calls
        busy_calls += 1
        rows = await database.fetch("select u from unnest($1::integer[]) as u, pg_sleep(0.002)", items)
        return [row["u"] for row in rows]

    async def rare_run(database: Database, items: list[int]) -> list[int]:
        return [row["u"] for row in await database.fetch("select -u as u from unnest($1::integer[]) as u", items)]

    async def busy(number: int) -> None:
        while not over:
            assert await db.batcher("busy", busy_run)(number) == number

    try:
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            for number in range(300):
                group.create_task(busy(number))
            for number in range(20):
                await asyncio.sleep(0.003)
                before = busy_calls
                assert await db.batcher("rare", rare_run)(number) == -number
                assert busy_calls - before <= 2
            over = True
    finally:
        await db.close()
