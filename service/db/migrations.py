"""
The database's schema: applying and taking back the files of `migrations/`, and asking which of them stand.

yoyo reads the files and keeps the table of what was applied. Around it stands what it lacks: a lock that dies
with its holder, the mark in the same transaction as the work, and a look at indexes that a broken build left
behind.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from service.db import roles

if TYPE_CHECKING:
    import psycopg

DIRECTORY = Path(__file__).resolve().parents[2] / "migrations"
HASHES = DIRECTORY / "hashes.txt"
TABLE = "_yoyo_migration"
LOCK_SECONDS = 300.0
MIGRATIONS_MISSING = "The database lacks migrations."
# Any constant will do; it is the bytes of "aimakers".
_LOCK_KEY = int.from_bytes(b"aimakers") >> 1

type Report = Callable[[str], None]


class MigrationError(Exception):
    """A migration cannot be applied or taken back; the message says which and why."""


class Asks(Protocol):
    """The part of a database handle that `find_schema_trouble` needs."""

    async def fetchrow(self, sql: str, *args: object) -> Any: ...


@cache
def known() -> tuple[str, ...]:
    """The ids of all migrations this code knows, oldest first."""
    return tuple(sorted(path.stem for path in DIRECTORY.glob("*.sql") if not path.name.endswith(".rollback.sql")))


def latest() -> str:
    """The id of the newest migration this code knows; empty when there is none."""
    return known()[-1] if known() else ""


async def find_schema_trouble(db: Asks) -> str | None:
    """
    Return why this code cannot work with the database, or None. It is read-only, or its schema is older than the code.

    A newer schema is fine: the code before and after a migration both run on the schema between (expand/contract).
    """
    try:
        row = await db.fetchrow(
            "select pg_is_in_recovery() or current_setting('transaction_read_only')::bool as read_only,"
            " exists (select from _yoyo_migration where migration_id = $1) as current",
            latest(),
        )
    except asyncpg.UndefinedTableError:
        return MIGRATIONS_MISSING
    if row["read_only"]:
        return "The database is read-only: a standby, or default_transaction_read_only is on."
    return None if row["current"] else MIGRATIONS_MISSING


def pending(database_url: str) -> list[str]:
    """The ids that `apply` would apply, oldest first."""
    with _connect(database_url) as connection:
        return _pending(connection)


def apply(database_url: str, report: Report = lambda _line: None) -> list[str]:
    """
    Applies what is pending and returns its ids. Grants the application's role what it needs (service/roles).

    Waits up to LOCK_SECONDS for another run. Raises MigrationError; what was applied before the failing file
    stays.
    """
    with _connect(database_url) as connection:
        if not _pending(connection):
            _grant(connection, report)
            return []
        with _locked(connection, report), _yoyo(database_url, connection) as backend:
            todo = backend.to_apply(_read())
            for migration in todo:
                report(f"Applying {migration.id}")
                _process(backend, migration, "apply")
            _check_indexes(connection)
            _grant(connection, report)
            return [migration.id for migration in todo]


def rollback(database_url: str, steps: int = 1, report: Report = lambda _line: None) -> list[str]:
    """Takes back the newest `steps` migrations and returns their ids, newest first. Raises MigrationError."""
    with (
        _connect(database_url) as connection,
        _locked(connection, report),
        _yoyo(database_url, connection) as backend,
    ):
        todo = list(backend.to_rollback(_read()))[:steps]
        for migration in todo:
            report(f"Taking back {migration.id}")
            _process(backend, migration, "rollback")
        return [migration.id for migration in todo]


def file_hashes() -> dict[str, str]:
    """SHA-256 of every migration and rollback file, by file name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(DIRECTORY.glob("*.sql"))}


def recorded_hashes() -> dict[str, str]:
    """What `hashes.txt` says, by file name."""
    lines = HASHES.read_text().splitlines() if HASHES.exists() else []
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {name: digest for digest, name in pairs}


def record() -> list[str]:
    """Adds new files to `hashes.txt` and returns their names. An entry that stands is never changed."""
    recorded = recorded_hashes()
    new = {name: digest for name, digest in file_hashes().items() if name not in recorded}
    lines = ["# SHA-256 of each migration. Once released, a line never changes: see README.md."]
    lines += [f"{digest}  {name}" for name, digest in sorted((recorded | new).items())]
    HASHES.write_text("\n".join(lines) + "\n")
    return list(new)


def _pending(connection: "psycopg.Connection[Any]") -> list[str]:
    applied: set[str] = set()
    if connection.execute("select to_regclass(%s) is not null", (TABLE,)).fetchone() == (True,):
        applied = {row[0] for row in connection.execute(f"select migration_id from {TABLE}")}  # noqa: S608 — a constant
    return [name for name in known() if name not in applied]


@contextmanager
def _connect(database_url: str) -> Iterator["psycopg.Connection[Any]"]:
    # Imported late: the API imports this module to ask for the schema, and needs neither psycopg nor yoyo.
    import psycopg

    # autocommit: the lock must be held outside any transaction, or CREATE INDEX CONCURRENTLY would wait for
    # it for ever.
    try:
        opened = psycopg.connect(database_url, autocommit=True, application_name="migrate", connect_timeout=10)
    except psycopg.OperationalError as error:
        raise MigrationError(f"The database cannot be reached: {error}") from error
    except psycopg.ProgrammingError as error:
        raise MigrationError("DATABASE_URL must be a URL that starts with postgresql://.") from error
    with opened as connection:
        if connection.execute("select pg_backend_pid()").fetchone() != (connection.info.backend_pid,):
            # A pooler makes up the process id. A migration holds a session lock, which a pooler would hand to others.
            raise MigrationError("DATABASE_URL leads to a connection pooler. Migrations connect to PostgreSQL itself.")
        connection.execute("set idle_session_timeout = 0; set statement_timeout = 0")
        yield connection


@contextmanager
def _locked(connection: "psycopg.Connection[Any]", report: Report) -> Iterator[None]:
    """
    Holds a session advisory lock: PostgreSQL frees it when we die. Polled, since waiting in it would hold a
    snapshot.
    """
    deadline = time.monotonic() + LOCK_SECONDS
    told = False
    while connection.execute("select pg_try_advisory_lock(%s)", (_LOCK_KEY,)).fetchone() != (True,):
        if not told:
            report("Another migration run holds the lock; waiting for it to end.")
            told = True
        if time.monotonic() > deadline:
            raise MigrationError(f"Another migration run has held the lock for {LOCK_SECONDS:.0f} s.")
        time.sleep(0.2)
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute("select pg_advisory_unlock(%s)", (_LOCK_KEY,))


@contextmanager
def _yoyo(database_url: str, connection: "psycopg.Connection[Any]") -> Iterator[Any]:
    from yoyo import get_backend

    # yoyo's own lock is a row that survives a SIGKILL. We hold the real lock, so whatever row there is, is
    # stale.
    if connection.execute("select to_regclass('yoyo_lock') is not null").fetchone() == (True,):
        connection.execute("delete from yoyo_lock")
    parts = urlsplit(database_url)
    with get_backend(urlunsplit(parts._replace(scheme="postgresql+psycopg")), TABLE) as backend:
        backend.ensure_internal_schema_updated()
        yield backend


def _read() -> Any:
    from yoyo import read_migrations

    return read_migrations(str(DIRECTORY)).filter(lambda migration: migration.id in known())


def _process(backend: Any, migration: Any, direction: str) -> None:
    """
    Runs one file and marks it, in one transaction where the file allows one.

    yoyo's own `apply_one` commits the two apart: a kill between them leaves a schema that it would build
    again. It also writes a log row, for which it asks DNS for this host's name and the system for this
    user's.
    """
    import psycopg

    migration.load()
    # A connection for each file: what a file sets (lock_timeout) ends with it.
    with backend.copy() as own:
        mark = own.mark_one if direction == "apply" else own.unmark_one
        try:
            if migration.use_transactions:
                with own.transaction():
                    migration.process_steps(own, direction)
                    mark(migration, log=False)
            else:
                migration.process_steps(own, direction)
                with own.transaction():
                    mark(migration, log=False)
        except psycopg.Error as error:
            verb = "applied" if direction == "apply" else "taken back"
            raise MigrationError(f"{migration.id} could not be {verb}: {error}") from error


def _grant(connection: "psycopg.Connection[Any]", report: Report) -> None:
    import psycopg

    try:
        with_roles = roles.grant(connection)
    except psycopg.Error as error:
        raise MigrationError(f"The roles could not be given their privileges: {error}") from error
    if not with_roles:
        report(f"No role {roles.APP}: the service has all rights of this role. `python -m service roles` creates it.")


def _check_indexes(connection: "psycopg.Connection[Any]") -> None:
    """A CREATE INDEX CONCURRENTLY that failed leaves an index behind that costs writes and serves no read."""
    rows = connection.execute("select indexrelid::regclass::text from pg_index where not indisvalid").fetchall()
    if rows:
        names = ", ".join(row[0] for row in rows)
        raise MigrationError(f"These indexes are invalid; drop them concurrently and migrate again: {names}")
