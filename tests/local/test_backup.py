"""Test backups: dump, destroy, restore and compare."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from service.db import roles
from service.db.migrations import apply, pending
from service.dev.demo.load import load_demo
from service.dev.local.backup import backup, restore
from service.dev.local.layout import LocalError
from tests.servers import TestServers, as_role, create_database, drop_database


def checksums(url: str) -> dict[str, str]:
    """Return a checksum per table over all rows and columns, independent of their order on disk."""
    with psycopg.connect(url) as connection:
        tables = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        sql = (
            "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from {} t"
        )
        return {name: str(connection.execute(sql.format(name).encode()).fetchone()) for (name,) in tables}


@pytest.fixture
def empty_url(servers: TestServers) -> Iterator[str]:
    """A second, empty database."""
    name = f"{os.environ['TEST_RUN']}_{uuid4().hex[:8]}"
    yield create_database(servers.database_url, name)
    drop_database(servers.database_url, name)


@pytest.fixture
async def filled_url(servers: TestServers, template_database: str) -> AsyncIterator[str]:
    """A separate database with the demo data, because these tests drop schemas."""
    name = f"{os.environ['TEST_RUN']}_{uuid4().hex[:8]}"
    url = create_database(servers.database_url, name, template_database)
    await load_demo(url)
    assert not checksums(url)["maker"].startswith("('0 ")
    yield url
    drop_database(servers.database_url, name)


def test_a_destroyed_database_is_restored(filled_url: str, tmp_path: Path) -> None:
    before = checksums(filled_url)
    dump = backup(filled_url, tmp_path)
    assert dump.stat().st_mode & 0o077 == 0
    with psycopg.connect(filled_url) as connection:
        connection.execute("drop schema public cascade; create schema public")
    restore(filled_url, dump, replace=False)
    assert checksums(filled_url) == before
    assert pending(filled_url) == []


def test_a_backup_is_restored_into_another_database(filled_url: str, empty_url: str, tmp_path: Path) -> None:
    restore(empty_url, backup(filled_url, tmp_path), replace=False)
    assert checksums(empty_url) == checksums(filled_url)


def test_the_read_only_role_backs_up_and_the_owner_restores(empty_url: str, tmp_path: Path) -> None:
    roles.create(empty_url, {})
    owner, app = as_role(empty_url, roles.OWNER), as_role(empty_url, roles.APP)
    apply(owner)
    before, granted = checksums(empty_url), grants(empty_url)
    dump = backup(as_role(empty_url, roles.READ), tmp_path)
    with psycopg.connect(owner) as connection:
        connection.execute("create table later ()")
    restore(owner, dump, replace=True)
    assert checksums(empty_url) == before
    assert grants(empty_url) == granted
    # The owner role owns the restored schema and can migrate it.
    with psycopg.connect(owner) as connection:
        connection.execute("create table later ()")
    with psycopg.connect(app) as connection:
        connection.execute("select from later")


def grants(url: str) -> dict[str, str]:
    sql = "select relname, relacl::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
    with psycopg.connect(url) as connection:
        return {name: "".join(sorted(str(held))) for name, held in connection.execute(sql)}


def test_restoring_into_a_database_in_use_needs_force(filled_url: str, tmp_path: Path) -> None:
    before = checksums(filled_url)
    dump = backup(filled_url, tmp_path)
    with psycopg.connect(filled_url) as connection:
        connection.execute("create table later (n int); insert into later values (1)")
    changed = checksums(filled_url)
    with pytest.raises(LocalError, match="FORCE=1"):
        restore(filled_url, dump, replace=False)
    assert checksums(filled_url) == changed
    restore(filled_url, dump, replace=True)
    assert checksums(filled_url) == before


def test_a_damaged_dump_changes_nothing(filled_url: str, tmp_path: Path) -> None:
    before = checksums(filled_url)
    dump = backup(filled_url, tmp_path)
    whole = dump.read_bytes()
    for size in (0, 100, len(whole) // 2, len(whole) - 100):
        dump.write_bytes(whole[:size])
        with pytest.raises(LocalError):
            restore(filled_url, dump, replace=True)
        assert checksums(filled_url) == before


def test_a_restore_that_fails_at_the_end_changes_nothing(
    filled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.dev.local.backup._LOCK_WAIT", "300ms")
    dump = backup(filled_url, tmp_path)
    with psycopg.connect(filled_url) as connection:
        connection.execute("create table later (n int)")
        connection.commit()
        before = checksums(filled_url)
        # Another session locks a table that the restore drops.
        connection.execute("lock table later in access share mode")
        with pytest.raises(LocalError, match="lock timeout"):
            restore(filled_url, dump, replace=True)
    assert checksums(filled_url) == before
