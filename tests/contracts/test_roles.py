"""Test the grants of the database roles: every table has them, and the application cannot change the audit log."""

import os
import subprocess
import sys
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from service.db import migrations, roles
from tests.servers import TestServers, as_role, create_database, drop_database

TABLE_RIGHTS = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"}
WRITE = {"SELECT", "INSERT", "UPDATE", "DELETE"}

AUDIT = """
    insert into audit_log (audit_id, admin_id, action, target_kind, target_id, detail, created_at)
    values (gen_random_uuid(), null, 'project.removed', 'project', gen_random_uuid(), '{}', now())"""


@pytest.fixture
def app(database_url: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """A connection with the application's role."""
    with psycopg.connect(as_role(database_url, roles.APP), autocommit=True) as connection:
        yield connection


@pytest.fixture
def own_database(servers: TestServers) -> Iterator[str]:
    name = f"{os.environ['TEST_RUN']}_{uuid4().hex[:8]}"
    yield create_database(servers.database_url, name)
    drop_database(servers.database_url, name)


def rights(url: str, role: str) -> dict[str, set[str]]:
    """Return the privileges of a role on each table and view of the schema."""
    sql = """
        select c.oid::regclass::text, right_name, has_table_privilege(%s, c.oid, right_name)
        from pg_class c cross join unnest(%s::text[]) right_name
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')"""
    found: dict[str, set[str]] = {}
    with psycopg.connect(url) as connection:
        for name, right, held in connection.execute(sql, (role, sorted(TABLE_RIGHTS))):
            found.setdefault(name, set()).update({right} if held else ())
    return found


def views(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        sql = "select viewname from pg_views where schemaname = 'public'"
        return {str(row[0]) for row in connection.execute(sql)}


def test_the_application_has_its_privileges_on_every_table(database_url: str) -> None:
    """`grant.sql` covers new tables. A table with fewer privileges needs a line there and here."""
    read_only = {name for name in rights(database_url, roles.APP) if "yoyo" in name} | views(database_url)
    expected = {
        name: {"SELECT", "INSERT"} if name == "audit_log" else {"SELECT"} if name in read_only else WRITE
        for name in rights(database_url, roles.APP)
    }
    assert len(expected) > 40
    assert rights(database_url, roles.APP) == expected


def test_the_read_only_role_can_only_read_every_table(database_url: str) -> None:
    held = rights(database_url, roles.READ)
    assert held == {name: {"SELECT"} for name in held}


def test_migrate_grants_privileges_on_new_tables(own_database: str) -> None:
    roles.create(own_database, {})
    with psycopg.connect(as_role(own_database, roles.OWNER)) as connection:
        connection.execute("create table later (n int generated always as identity)")
    assert rights(own_database, roles.APP) == {"later": WRITE}
    with psycopg.connect(as_role(own_database, roles.APP)) as connection:
        connection.execute("insert into later default values")


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_log set action = 'project.restored'",
        "delete from audit_log",
        "truncate audit_log",
        "truncate audit_log, maker cascade",
        "merge into audit_log l using (select 1) s on true when matched then delete",
        "insert into audit_log select * from audit_log on conflict (audit_id) do update set detail = '{}'",
        "select * from audit_log for update",
        "alter table audit_log disable trigger all",
        "alter table audit_log rename to audit_log_of_old",
        "alter table audit_log owner to current_user",
        "drop table audit_log",
        "drop trigger audit_log_is_append_only on audit_log",
        "create or replace function audit_log_is_append_only() returns trigger language plpgsql as 'begin end'",
        "create rule hidden as on insert to audit_log do instead nothing",
        "create trigger forged before insert on audit_log for each row execute function audit_log_is_append_only()",
        "grant delete on audit_log to current_user; delete from audit_log",
        "set session_replication_role = replica",
        "create table forged ()",
        "create function forged() returns int language sql as 'select 1'",
        "create schema forged",
        "copy audit_log to program 'true'",
    ],
)
def test_the_application_cannot_change_the_audit_log(
    app: "psycopg.Connection[tuple[object, ...]]", database_url: str, statement: str
) -> None:
    app.execute(AUDIT)
    before = app.execute("select * from audit_log").fetchall()
    with pytest.raises(InsufficientPrivilege):
        app.execute(statement.encode())
    with psycopg.connect(database_url) as connection:
        assert connection.execute("select * from audit_log").fetchall() == before


def test_the_application_is_a_member_of_no_role(app: "psycopg.Connection[tuple[object, ...]]") -> None:
    sql = "select rolname from pg_roles where rolname <> %s and pg_has_role(%s, oid, 'member')"
    assert app.execute(sql, (roles.APP, roles.APP)).fetchall() == []


def test_no_function_runs_with_its_owners_privileges(database_url: str) -> None:
    """A `security definer` function could change the audit log despite the grants."""
    sql = "select oid::regprocedure::text from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
    with psycopg.connect(database_url) as connection:
        assert connection.execute(sql).fetchall() == []


def test_no_view_lets_the_audit_log_be_changed(database_url: str) -> None:
    """A view runs with its owner's privileges, so the application may only read views."""
    assert {frozenset(rights(database_url, roles.APP)[name]) for name in views(database_url)} == {frozenset({"SELECT"})}


def test_the_application_may_call_every_function(database_url: str) -> None:
    sql = """
        select oid::regprocedure::text from pg_proc
        where pronamespace = 'public'::regnamespace and not has_function_privilege(%s, oid, 'execute')"""
    with psycopg.connect(database_url) as connection:
        assert connection.execute(sql, (roles.APP,)).fetchall() == []


def test_a_database_with_a_single_role_is_migrated(own_database: str) -> None:
    """Before roles existed, the superuser that migrated owned everything."""
    with psycopg.connect(own_database, autocommit=True) as connection:
        connection.execute("create table single (n serial)")
    migrations.apply(own_database)
    environment = {"PATH": os.environ["PATH"], "ADMIN_DATABASE_URL": own_database}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "service", "roles"], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert rights(own_database, roles.APP)["single"] == WRITE
    sql = """
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')
            and relowner <> %s::regrole"""
    with psycopg.connect(own_database) as connection:
        assert connection.execute(sql, (roles.OWNER,)).fetchall() == []
    # From here on, connect as the owner.
    owner = as_role(own_database, roles.OWNER)
    assert migrations.rollback(owner) == [migrations.latest()]
    assert migrations.apply(owner) == [migrations.latest()]


def test_only_the_owner_creates_temporary_tables(own_database: str) -> None:
    roles.create(own_database, {})
    with psycopg.connect(as_role(own_database, roles.OWNER)) as connection:
        connection.execute("create temp table allowed ()")
    with (
        psycopg.connect(as_role(own_database, roles.APP)) as connection,
        pytest.raises(InsufficientPrivilege),
    ):
        connection.execute("create temp table refused ()")
