"""Test the rules of migrations/README.md against the files and a real database."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from uuid import uuid4

import asyncpg
import psycopg
import pytest

from service.db import migrations
from service.dev.local.layout import free_port
from tests.servers import TestServers, create_database, drop_database

FORWARD = [migrations.DIRECTORY / f"{name}.sql" for name in migrations.known()]
ALL = sorted(migrations.DIRECTORY.glob("*.sql"))


@pytest.fixture
def empty_database(servers: TestServers) -> Iterator[str]:
    name = f"{os.environ['TEST_RUN']}_{uuid4().hex[:8]}"
    yield create_database(servers.database_url, name)
    drop_database(servers.database_url, name)


@pytest.fixture
def own_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of migrations for one test."""
    monkeypatch.setattr(migrations, "DIRECTORY", tmp_path)
    monkeypatch.setattr(migrations, "HASHES", tmp_path / "hashes.txt")
    migrations.known.cache_clear()
    yield tmp_path
    migrations.known.cache_clear()


def describe(url: str) -> list[tuple[object, ...]]:
    """Return everything that a migration can change and a rollback must restore."""
    sql = """
        select 'column', table_name, column_name, data_type, is_nullable, column_default
        from information_schema.columns where table_schema = 'public' and table_name !~ 'yoyo'
        union all
        select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', ''
        from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text !~ 'yoyo'
        union all
        select 'index', tablename, indexname, indexdef, '', '' from pg_indexes
        where schemaname = 'public' and tablename !~ 'yoyo'
        union all
        select 'function', proname, pg_get_function_identity_arguments(oid), prosrc, '', '' from pg_proc
        where pronamespace = 'public'::regnamespace
        union all
        select 'type', typname, typtype::text, '', '', '' from pg_type
        where typnamespace = 'public'::regnamespace and typname !~ 'yoyo'
        union all
        select 'extension', extname, '', '', '', '' from pg_extension
        order by 1, 2, 3, 4"""
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("path", FORWARD, ids=lambda path: path.stem)
def test_each_file_has_a_valid_name_and_a_rollback(path: Path) -> None:
    assert re.fullmatch(r"\d{4}_[a-z0-9_]+", path.stem)
    assert path.with_suffix(".rollback.sql").exists()


def test_numbers_are_unique() -> None:
    numbers = [path.stem[:4] for path in FORWARD]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_each_file_sets_a_lock_timeout(path: Path) -> None:
    assert re.search(r"(?m)^set (local )?lock_timeout = ", path.read_text())


@pytest.mark.parametrize("path", FORWARD, ids=lambda path: path.stem)
def test_concurrently_is_used_outside_transactions(path: Path) -> None:
    text = path.read_text()
    assert bool(re.search(r"(?im)^[^-\n]*\bconcurrently\b", text)) == ("-- transactional: false" in text)


def test_released_files_are_unchanged() -> None:
    """Databases that ran a file never run an edited one. For a new file, run `make migration-record`."""
    assert migrations.recorded_hashes() == migrations.file_hashes()


def test_recording_never_changes_an_entry(own_migrations: Path) -> None:
    file = own_migrations / "0001_one.sql"
    file.write_text("select 1;")
    assert migrations.record() == ["0001_one.sql"]
    before = migrations.recorded_hashes()
    file.write_text("select 2;")
    assert migrations.record() == []
    assert migrations.recorded_hashes() == before != migrations.file_hashes()


def test_each_step_forward_and_back(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Apply one migration at a time, then roll back one at a time: every rollback restores the schema exactly."""
    names = migrations.known()
    levels = [describe(empty_database)]
    for number, name in enumerate(names, 1):
        monkeypatch.setattr(migrations, "known", lambda number=number: names[:number])
        assert migrations.apply(empty_database) == [name]
        levels.append(describe(empty_database))
    for number in reversed(range(len(names))):
        assert migrations.rollback(empty_database) == [names[number]]
        assert migrations.pending(empty_database) == list(names[number:])
        assert describe(empty_database) == levels[number]
    assert migrations.apply(empty_database) == list(names)
    assert describe(empty_database) == levels[-1]
    assert migrations.apply(empty_database) == []


def test_yoyos_stale_lock_is_cleared(empty_database: str) -> None:
    with psycopg.connect(empty_database, autocommit=True) as connection:
        connection.execute(
            "create table yoyo_lock (locked int default 1 primary key, ctime timestamp, pid int not null)"
        )
        connection.execute("insert into yoyo_lock (pid) values (1)")
    assert migrations.apply(empty_database)


def test_a_second_run_waits_for_the_first(empty_database: str, own_migrations: Path) -> None:
    (own_migrations / "0001_slow.sql").write_text(
        "set lock_timeout = '2s';\nselect pg_sleep(0.8);\ncreate table once ();"
    )
    said: list[str] = []
    done: list[list[str]] = []
    runs = [Thread(target=lambda: done.append(migrations.apply(empty_database, said.append))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sorted(done) == [[], ["0001_slow"]]
    assert any("Waiting" in line for line in said)


def test_a_killed_run_leaves_no_lock_and_no_partial_file(empty_database: str, own_migrations: Path) -> None:
    """Kill the process before the commit; the next run must apply the whole file."""
    file = own_migrations / "0001_slow.sql"
    file.write_text("set lock_timeout = '2s';\ncreate table once ();\nselect pg_sleep(60);")
    code = (
        "import sys, pathlib; from service.db import migrations; "
        "migrations.DIRECTORY = pathlib.Path(sys.argv[1]); migrations.apply(sys.argv[2])"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(own_migrations), empty_database])
    sleeping = """
        select pid from pg_stat_activity
        where datname = current_database() and query ~ 'pg_sleep' and pid <> pg_backend_pid()"""
    with psycopg.connect(empty_database, autocommit=True) as connection:
        deadline = time.monotonic() + 20
        while (row := connection.execute(sleeping).fetchone()) is None:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        # The server detects a lost client only when it next writes to it.
        connection.execute("select pg_terminate_backend(%s, 5000)", row)
    file.write_text("set lock_timeout = '2s';\ncreate table once ();")
    assert migrations.apply(empty_database) == ["0001_slow"]


def test_a_failing_file_is_rolled_back(empty_database: str, own_migrations: Path) -> None:
    (own_migrations / "0001_good.sql").write_text("create table good ();")
    bad = own_migrations / "0002_bad.sql"
    bad.write_text("create table half ();\nselect 1/0;")
    with pytest.raises(migrations.MigrationError, match="0002_bad"):
        migrations.apply(empty_database)
    assert migrations.pending(empty_database) == ["0002_bad"]
    bad.write_text("create table half ();")
    assert migrations.apply(empty_database) == ["0002_bad"]


def test_an_invalid_index_is_reported(empty_database: str, own_migrations: Path) -> None:
    (own_migrations / "0001_twins.sql").write_text("create table twin (n int);\ninsert into twin values (1), (1);")
    (own_migrations / "0002_index.sql").write_text(
        "-- transactional: false\nset lock_timeout = '2s';\n"
        "create unique index concurrently if not exists twin_n_key on twin (n);"
    )
    with pytest.raises(migrations.MigrationError, match="0002_index"):
        migrations.apply(empty_database)
    # The name exists now, so the statement succeeds; only `indisvalid` shows the failure.
    with pytest.raises(migrations.MigrationError, match="twin_n_key"):
        migrations.apply(empty_database)


class Connection:
    def __init__(self, url: str) -> None:
        self._url = url

    async def fetchrow(self, sql: str, *args: object) -> object:
        connection = await asyncpg.connect(self._url)
        try:
            return await connection.fetchrow(sql, *args)
        finally:
            await connection.close()


async def test_readiness_follows_the_schema(empty_database: str, own_migrations: Path) -> None:
    db = Connection(empty_database)
    (own_migrations / "0001_one.sql").write_text("create table one ();")
    assert await migrations.find_schema_trouble(db) == migrations.MIGRATIONS_MISSING
    migrations.apply(empty_database)
    assert await migrations.find_schema_trouble(db) is None
    newer = own_migrations / "0002_two.sql"
    newer.write_text("create table two ();")
    migrations.known.cache_clear()
    assert await migrations.find_schema_trouble(db) == migrations.MIGRATIONS_MISSING
    migrations.apply(empty_database)
    newer.unlink()
    migrations.known.cache_clear()
    assert await migrations.find_schema_trouble(db) is None, "older code on a newer schema stays ready"


def test_a_url_of_another_database_is_a_one_line_error() -> None:
    with pytest.raises(migrations.MigrationError, match="starts with postgresql://") as caught:
        migrations.pending("mysql://root:secret@127.0.0.1/none")
    assert "secret" not in str(caught.value)


def test_an_unavailable_database_is_a_one_line_error() -> None:
    with pytest.raises(migrations.MigrationError, match="Cannot connect"):
        migrations.pending(f"postgresql://nobody@127.0.0.1:{free_port()}/none")
