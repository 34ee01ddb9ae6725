"""Test loading synthetic data: in one transaction, reproducible by seed, and valid by the API's rules."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import psycopg
import pytest

from service.db import roles
from service.dev.synthetic.load import PASSWORD, WrongWorldError, load_world
from service.features.workflows.documents.check import check, errors
from service.features.workflows.documents.document import canonical, content_hash, read_document
from tests.api import ApiClient, config_for, running_service
from tests.servers import Emptier, as_app, as_role
from tests.synthetic.fixtures import NOW, TINY, World, load_tiny, quiet

ROOT = Path(__file__).resolve().parents[2]


def rows(url: str, sql: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql.encode()).fetchall()


def tables(url: str) -> list[str]:
    found = rows(url, "select tablename from pg_tables where schemaname = 'public' and tablename !~ 'yoyo' order by 1")
    return [name for (name,) in found]


def sums(url: str) -> dict[str, object]:
    """Return a hash of each table's rows, independent of their order and without salts."""
    sql = (
        "select count(*), sum(hashtextextended(replace(t::text, coalesce({salt}, ''), ''), 0)::numeric) from {table} t"
    )
    return {
        table: rows(url, sql.format(table=table, salt="t.password_hash" if table == "maker" else "''"))[0]
        for table in tables(url)
    }


def structure(url: str) -> list[tuple[Any, ...]]:
    """Return all constraints, indexes and triggers that the load disables, and whether they are in force."""
    return rows(
        url,
        """
        select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid::text from pg_index
        where indrelid::regclass::text !~ '^pg_'
        union all
        select 'constraint', conname, pg_get_constraintdef(oid), convalidated::text from pg_constraint
        union all
        select 'trigger', tgname, pg_get_triggerdef(oid), tgenabled::text from pg_trigger where not tgisinternal
        order by 1, 2, 3
        """,
    )


async def test_the_number_of_rows_matches_the_size(world_url: str, world: World) -> None:
    made = world.made
    assert (made.makers, made.projects) == (TINY.makers, TINY.projects)
    assert 0.5 < made.workflows / TINY.projects < 0.8
    assert made.workflows < made.versions < 2 * made.workflows
    assert 1 < made.stars / TINY.projects < 4
    statuses = dict(rows(world_url, "select status, count(*) from project group by 1"))
    assert statuses.keys() == {"draft", "published", "archived"}
    assert statuses["published"] > TINY.projects / 2
    (dutch,) = rows(world_url, "select count(*) from project where body like '%%de %%' and body not like '%%the %%'")[0]
    assert 0.04 < dutch / TINY.projects < 0.2
    # Skewed: the ten most starred projects have a large share of all stars.
    (top,) = rows(world_url, "select sum(stars) from (select stars from project_stats order by stars desc limit 10) t")[
        0
    ]
    assert top > made.stars / 5
    oldest, newest = rows(world_url, "select min(created_at), max(greatest(created_at, published_at)) from project")[0]
    assert newest <= NOW
    assert 600 < (NOW - oldest).days <= 730


async def test_equal_seeds_make_equal_worlds(database_url: str, worker_database: Emptier) -> None:
    await load_tiny(database_url)
    first = sums(database_url)
    worker_database.empty()
    await load_tiny(database_url)
    assert sums(database_url) == first
    worker_database.empty()
    await load_tiny(database_url, seed=2)
    other = sums(database_url)
    assert {name for name, found in other.items() if found == first[name]}.isdisjoint({"maker", "project", "star"})


async def test_the_schema_is_restored(database_url: str) -> None:
    before = structure(database_url)
    await load_tiny(database_url)
    assert structure(database_url) == before


async def test_a_database_with_rows_is_rejected(world_url: str) -> None:
    before = sums(world_url)
    assert await load_world(world_url, TINY, quiet(), seed=2) is None
    assert sums(world_url) == before


async def test_a_failed_load_is_rolled_back(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def list_wrong(_db: object) -> list[str]:
        return ["project_stats 7"]

    before, schema = sums(database_url), structure(database_url)
    monkeypatch.setattr("service.dev.synthetic.queries.list_wrong", list_wrong)
    with pytest.raises(WrongWorldError, match="project_stats 7"):
        await load_tiny(database_url)
    assert sums(database_url) == before
    assert structure(database_url) == schema


async def test_wrong_counters_are_detected(world_url: str) -> None:
    """Prove that the check at the end of a load can fail."""
    sql = (ROOT / "sql/synthetic/list_wrong.sql").read_text()
    assert rows(world_url, sql) == []
    with psycopg.connect(world_url) as connection:
        connection.execute("alter table project_stats disable trigger user")
        connection.execute(
            "update project_stats set stars = stars + 1 where stars = (select max(stars) from project_stats)"
        )
        connection.execute("update tag set projects = projects + 1 where name = (select min(name) from tag)")
        connection.execute("update notification_box set kept = kept + 1")
    found = [what.split()[0] for (what,) in rows(world_url, sql)]
    assert {"project_stats", "tag", "notification_box"} <= set(found)


async def test_versions_are_valid(world_url: str) -> None:
    known = {slug for (slug,) in rows(world_url, "select slug from tool")}
    stored = rows(world_url, "select content::text, content_hash, steps, variables from workflow_version")
    for text, hashed, steps, variables in stored:
        content = read_document(orjson.loads(text))
        assert errors(check(content)) == []
        assert content_hash(content) == hashed, canonical(content)
        assert (len(content.steps), len(content.variables)) == (steps, variables)
        assert {step.tool for step in content.steps if step.tool} <= known
    assert any(steps > 1 for _, _, steps, _ in stored)


async def test_remixes_start_with_their_source(world_url: str) -> None:
    forks = rows(
        world_url,
        """
        select v.content_hash = s.content_hash, w.forked_from_number = s.number,
            u.root_workflow_id = w.root_workflow_id, u.slug = w.forked_from_workflow,
            p.slug = w.forked_from_project, m.handle = w.forked_from_handle,
            s.created_at <= v.created_at, u.project_id <> w.project_id
        from workflow w
        join workflow_version v on v.workflow_id = w.workflow_id and v.number = 1
        join workflow_version s on s.version_id = w.forked_from_version_id
        join workflow u on u.workflow_id = s.workflow_id
        join project p on p.project_id = u.project_id
        join maker m on m.maker_id = p.owner_id
        """,
    )
    assert len(forks) > 5
    assert set(forks) == {(True,) * 8}


def test_the_command_loads_once_and_makers_can_log_in(database_url: str) -> None:
    command = [sys.executable, "-m", "service", "seed", "--size", "tiny"]
    # The load drops constraints and triggers, which only the owner may do.
    environment = {**os.environ, "DATABASE_URL": as_app(database_url)}
    environment["OWNER_DATABASE_URL"] = as_role(database_url, roles.OWNER)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "project: 300 rows" in done.stdout
    assert "300 projects of 30 makers" in done.stdout
    again = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert again.stderr == "The database already contains makers. No synthetic data was loaded.\n"


async def test_a_synthetic_maker_logs_in_and_reads_lists(world_url: str, redis_url: str, tmp_path: Path) -> None:
    async with running_service(config_for(world_url, redis_url, tmp_path / "mail")) as service:
        maker = ApiClient(service, email="maker-1@example.org", password=PASSWORD)
        (await maker.login()).expect(200)
        assert (await maker.get("/me/projects")).expect(200).json["data"]
        first = (await maker.get("/projects?limit=1")).expect(200).json["data"][0]
        (await maker.get(f"/projects/{first['handle']}/{first['slug']}")).expect(200)
