"""PostgreSQL and Redis for a test run: those of DATABASE_URL and REDIS_URL, or temporary ones.

On given servers, tests create databases and a login role with unique names, create the service's roles if they are
missing, and use Redis databases from 1 on, which must be empty. They touch nothing else.
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

# Variables with the run's servers for its worker processes. Tests may change the service's own variables.
DATABASE_VARIABLE = "TEST_DATABASE_URL"
REDIS_VARIABLE = "TEST_REDIS_URL"
RUN_VARIABLE = "TEST_RUN"
"""The name of this run, the prefix of its databases and its role."""


@frozen
class TestServers:
    """URLs of the servers. The role of `database_url` may create databases, and tests use separate ones."""

    __test__ = False

    database_url: str
    redis_url: str

    def redis(self, database: int) -> str:
        """Return the URL of a numbered Redis database."""
        return urlunsplit(urlsplit(self.redis_url)._replace(path=f"/{database}"))


def given(variable: str) -> str | None:
    """Return the server URL of an environment variable."""
    return os.environ.get(f"TEST_{variable}") or os.environ.get(variable) or None


@contextmanager
def start_test_servers() -> Iterator[TestServers]:
    """Start the servers that the environment does not name, in a temporary directory."""
    with ExitStack() as stack:
        database_url, redis_url = given("DATABASE_URL"), given("REDIS_URL")
        # A short path for PostgreSQL's socket, outside the checkout, which may be on a slow disk.
        place = Path(tempfile.mkdtemp(prefix="aipm-test-"))
        stack.callback(shutil.rmtree, place, ignore_errors=True)
        # As root, PostgreSQL runs as another user, who must be able to enter the directory.
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
    """Return the URL of another database on the same server."""
    return urlunsplit(urlsplit(admin_url)._replace(path=f"/{name}"))


def as_role(superuser_url: str, role: str) -> str:
    """Return a URL of the same database with only the privileges of a role."""
    # `set role` instead of a password, which would change the role for other databases of a given server.
    return f"{superuser_url}{'&' if urlsplit(superuser_url).query else '?'}options=-c%20role%3D{role}"


def as_app(superuser_url: str) -> str:
    """Return the URL for the service under test. Its role makes tests fail when a grant is missing."""
    parts = urlsplit(superuser_url)
    run = os.environ[RUN_VARIABLE]
    return urlunsplit(parts._replace(netloc=f"{run}_app:{run}@{parts.netloc.rpartition('@')[2]}"))


def create_app_login(admin_url: str) -> None:
    """Create a login for this run as a member of the application's role, which other runs may use."""
    run = os.environ[RUN_VARIABLE]
    with psycopg.connect(admin_url, autocommit=True) as connection:
        sql = "create role {} login password {} in role {}"
        connection.execute(SQL(sql).format(Identifier(f"{run}_app"), Literal(run), Identifier(roles.APP)))


def drop_app_login(admin_url: str) -> None:
    with psycopg.connect(admin_url, autocommit=True) as connection:
        name = Identifier(f"{os.environ[RUN_VARIABLE]}_app")
        connection.execute(SQL("drop role if exists {}").format(name))


def create_database(admin_url: str, name: str, template: str | None = None) -> str:
    """Create a database, as a copy of `template` if given (about 25 ms), and return its URL."""
    statement = SQL("create database {} template {}").format(Identifier(name), Identifier(template or "template1"))
    if template:  # a copy belongs to its creator unless the owner is named
        statement += SQL(" owner {}").format(Identifier(roles.OWNER))
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(statement)
    return database_url(admin_url, name)


def drop_database(admin_url: str, name: str) -> None:
    """Drop a database and end its connections."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(SQL("drop database if exists {} with (force)").format(Identifier(name)))


def drop_databases(admin_url: str, prefix: str) -> None:
    """Drop every database whose name has this prefix."""
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
