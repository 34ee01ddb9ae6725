"""The PostgreSQL and Redis of a test run: those of DATABASE_URL and REDIS_URL, else throw-away ones.

On a given server the tests touch nothing that is not theirs: they make databases and a login role of their own names,
create the service's roles where they are missing, and use the numbered databases of Redis from 1 on, which have to be
empty.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from attrs import frozen
from psycopg.sql import SQL, Identifier, Literal

from service.db import roles
from service.dev.local.layout import free_port
from service.dev.local.postgres import THROW_AWAY, Postgres
from service.dev.local.redis import Redis
from service.dev.local.shelter import remove_shelter

# What the run found or started, for its worker processes; the service's own variables may be changed by a test.
DATABASE_VARIABLE = "TEST_DATABASE_URL"
REDIS_VARIABLE = "TEST_REDIS_URL"
RUN_VARIABLE = "TEST_RUN"
"""The name of this run, by which its databases and its role begin."""


@frozen
class TestServers:
    """
    Where the servers are. `database_url` is of a role that may create databases; tests use databases of their
    own.
    """

    __test__ = False

    database_url: str
    redis_url: str

    def redis(self, database: int) -> str:
        """The URL of one of Redis' numbered databases."""
        return urlunsplit(urlsplit(self.redis_url)._replace(path=f"/{database}"))


def given(variable: str) -> str | None:
    """The URL of a server that the environment names."""
    return os.environ.get(f"TEST_{variable}") or os.environ.get(variable) or None


@contextmanager
def start_test_servers() -> Iterator[TestServers]:
    """Starts what the environment does not name, in a directory that goes with it."""
    with ExitStack() as stack:
        database_url, redis_url = given("DATABASE_URL"), given("REDIS_URL")
        # Short, so that PostgreSQL's socket fits; and not under the checkout, which may be on a slow disk.
        place = Path(tempfile.mkdtemp(prefix="aipm-test-"))
        stack.callback(shutil.rmtree, place, ignore_errors=True)
        # As root, PostgreSQL runs as another user, which has to enter its own directory.
        place.chmod(0o711)
        stack.callback(remove_shelter, place / "pg")
        postgres = Postgres(place / "pg", THROW_AWAY, place / "postgres.log", "unused", free_port)
        redis = Redis(place / "redis", place / "redis.log", "test-password", free_port, durable=False)
        if not database_url:
            stack.callback(postgres.stop)
            postgres.start()
        if not redis_url:
            stack.callback(redis.stop)
            redis.start()
        if not database_url:
            postgres.wait_ready()
            database_url = postgres.url("postgres")
        if not redis_url:
            redis.wait_ready()
            redis_url = redis.url()
        yield TestServers(database_url, redis_url)


def database_url(admin_url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return urlunsplit(urlsplit(admin_url)._replace(path=f"/{name}"))


def as_role(superuser_url: str, role: str) -> str:
    """A URL of the same database with the rights of a role and no more."""
    # By `set role`: a password would change what the other databases of a given server use.
    return f"{superuser_url}{'&' if urlsplit(superuser_url).query else '?'}options=-c%20role%3D{role}"


def as_app(superuser_url: str) -> str:
    """The URL by which the service under test connects, so that a missing grant fails tests."""
    parts = urlsplit(superuser_url)
    run = os.environ[RUN_VARIABLE]
    return urlunsplit(parts._replace(netloc=f"{run}_app:{run}@{parts.netloc.rpartition('@')[2]}"))


def create_app_login(admin_url: str) -> None:
    """Create this run's own member of the application's role: the role itself may be in use on a given server."""
    run = os.environ[RUN_VARIABLE]
    with psycopg.connect(admin_url, autocommit=True) as connection:
        sql = "create role {} login password {} in role {}"
        connection.execute(SQL(sql).format(Identifier(f"{run}_app"), Literal(run), Identifier(roles.APP)))


def drop_app_login(admin_url: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        name = Identifier(f"{os.environ[RUN_VARIABLE]}_app")
        connection.execute(SQL("drop role if exists {}").format(name))


def create_database(admin_url: str, name: str, template: str | None = None) -> str:
    """Makes a database, as a copy of `template` if given (about 25 ms), and returns its URL."""
    statement = SQL("create database {} template {}").format(Identifier(name), Identifier(template or "template1"))
    if template:  # a migrated one: a copy belongs to whoever makes it, unless it is said
        statement += SQL(" owner {}").format(Identifier(roles.OWNER))
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(statement)
    return database_url(admin_url, name)


def drop_database(admin_url: str, name: str) -> None:
    """Removes a database, whoever is still connected to it."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(SQL("drop database if exists {} with (force)").format(Identifier(name)))


def drop_databases(admin_url: str, prefix: str) -> None:
    """Removes every database whose name begins so."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        sql = SQL("select datname from pg_database where starts_with(datname, {})").format(Literal(prefix))
        names = [row[0] for row in connection.execute(sql)]
    for name in names:
        drop_database(admin_url, name)


_LARGE = 64 * 8192
"""Bytes above which a table is truncated."""


class Emptier:
    """Restores a database between tests to the state after the migrations.

    Rows are deleted, because a truncation invalidates the prepared statements of every connection. A table that has
    grown is truncated. Tables that the migrations filled (the tool catalogue) are restored if a test changed them.
    """

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)
        tables = self._tables()
        kept = self._filled(tables)
        self._watched = [table for table in tables if table not in kept]
        for table in kept:
            self._connection.execute(f"create temp table {_copy_of(table)} as table {table}".encode())
        self._sums_sql = " union all ".join(
            f"select '{table}', count(*), sum(hashtextextended(t::text, 0)::numeric) from {table} t" for table in kept
        )
        self._sums = self._sum()

    def _tables(self) -> list[str]:
        sql = r"""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relname !~ 'yoyo'
              and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
            order by 1"""
        return [row[0] for row in self._connection.execute(sql)]

    def _filled(self, tables: list[str]) -> dict[str, bool]:
        """Return the tables that hold rows, and whether each has grown."""
        # regclass::text is quoted where necessary.
        parts = (
            f"select '{table}', pg_relation_size('{table}') > {_LARGE} where exists (select from {table})"
            for table in tables
        )
        return dict(self._connection.execute(" union all ".join(parts).encode()).fetchall())

    def _sum(self) -> list[tuple[object, ...]]:
        return self._connection.execute(self._sums_sql.encode()).fetchall()

    def empty(self) -> None:
        if filled := self._filled(self._watched):
            large = [table for table, grown in filled.items() if grown]
            self._change(
                f"lock table {', '.join(filled)}",  # waits for the transactions of the last test
                *([f"truncate {', '.join(large)} cascade"] if large else []),
                *(f"delete from {table}" for table in filled if table not in large),
            )
        if self._sum() != self._sums:
            kept = [str(table) for table, *_ in self._sums]
            self._change(
                f"truncate {', '.join(kept)} cascade",
                *(f"insert into {table} table {_copy_of(table)}" for table in kept),
            )

    def _change(self, *statements: str) -> None:
        """Run the statements in one transaction, without triggers and foreign keys: the audit log refuses deletion."""
        with self._connection.transaction():
            work = ";".join(("set local session_replication_role = replica", *statements))
            self._connection.execute(work.encode())

    def close(self) -> None:
        self._connection.close()


def _copy_of(table: str) -> str:
    return f"pg_temp.kept_{table}"
