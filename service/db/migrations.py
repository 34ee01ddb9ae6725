"""Schema migrations: applies, rolls back and lists the files of `migrations/`.

yoyo reads the files and maintains the table of applied migrations. This module adds a lock that ends with its holder
and marks each migration in the transaction of its work. It also detects invalid indexes left by a failed build.
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
MIGRATIONS_MISSING = "The database has pending migrations. Run `python -m service migrate`."
# The key is arbitrary: the bytes of "aimakers".
_LOCK_KEY = int.from_bytes(b"aimakers") >> 1

type Report = Callable[[str], None]


class MigrationError(Exception):
    """Failure to apply or roll back a migration; the message names the migration and the reason."""


class Asks(Protocol):
    """Subset of a database handle that `find_schema_trouble` needs."""

    async def fetchrow(self, sql: str, *args: object) -> Any: ...


@cache
def known() -> tuple[str, ...]:
    """Return the ids of all migrations in the code, oldest first."""
    return tuple(sorted(path.stem for path in DIRECTORY.glob("*.sql") if not path.name.endswith(".rollback.sql")))


def latest() -> str:
    """Return the id of the newest migration in the code, or an empty string if there is none."""
    return known()[-1] if known() else ""


async def find_schema_trouble(db: Asks) -> str | None:
    """Return why this code cannot use the database, or None. Reasons are a read-only database and a missing migration.

    A newer schema is valid: code before and after a migration runs on the schema in between (expand/contract).
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
        return "The database is read-only: it is a standby, or default_transaction_read_only is on."
    return None if row["current"] else MIGRATIONS_MISSING


def pending(database_url: str) -> list[str]:
    """Return the ids of the migrations that `apply` would apply, oldest first."""
    with _connect(database_url) as connection:
        return _pending(connection)


def apply(database_url: str, report: Report = lambda _line: None) -> list[str]:
    """Apply the pending migrations and return their ids. Grant the application's role its privileges
    (service/db/roles).

    Waits up to LOCK_SECONDS for another run. Raises MigrationError; migrations applied before the failing file remain
    applied.
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
    """Roll back the newest `steps` migrations and return their ids, newest first. Raises MigrationError."""
    with (
        _connect(database_url) as connection,
        _locked(connection, report),
        _yoyo(database_url, connection) as backend,
    ):
        todo = list(backend.to_rollback(_read()))[:steps]
        for migration in todo:
            report(f"Rolling back {migration.id}")
            _process(backend, migration, "rollback")
        return [migration.id for migration in todo]


def file_hashes() -> dict[str, str]:
    """Return the SHA-256 of every migration and rollback file, by file name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(DIRECTORY.glob("*.sql"))}


def recorded_hashes() -> dict[str, str]:
    """Return the hashes recorded in `hashes.txt`, by file name."""
    lines = HASHES.read_text().splitlines() if HASHES.exists() else []
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {name: digest for digest, name in pairs}


def record() -> list[str]:
    """Add new files to `hashes.txt` and return their names. Existing entries never change."""
    recorded = recorded_hashes()
    new = {name: digest for name, digest in file_hashes().items() if name not in recorded}
    lines = ["# SHA-256 of each migration. Never change a released line: see README.md."]
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
    # Import lazily: the API imports this module to check the schema, and needs neither psycopg nor yoyo.
    import psycopg

    # autocommit: inside a transaction, the lock would make CREATE INDEX CONCURRENTLY wait forever.
    try:
        opened = psycopg.connect(database_url, autocommit=True, application_name="migrate", connect_timeout=10)
    except psycopg.OperationalError as error:
        raise MigrationError(f"Cannot connect to the database: {error}") from error
    except psycopg.ProgrammingError as error:
        raise MigrationError("DATABASE_URL must be a URL that starts with postgresql://.") from error
    with opened as connection:
        if connection.execute("select pg_backend_pid()").fetchone() != (connection.info.backend_pid,):
            # A pooler returns an invented process id. It could also pass the migration's session lock to another
            # client.
            raise MigrationError(
                "DATABASE_URL points to a connection pooler. Migrations need a direct connection to PostgreSQL."
            )
        connection.execute("set idle_session_timeout = 0; set statement_timeout = 0")
        yield connection


@contextmanager
def _locked(connection: "psycopg.Connection[Any]", report: Report) -> Iterator[None]:
    """Hold a session advisory lock, which PostgreSQL releases when this process dies.

    The lock is polled, because waiting inside the statement would hold a snapshot.
    """
    deadline = time.monotonic() + LOCK_SECONDS
    told = False
    while connection.execute("select pg_try_advisory_lock(%s)", (_LOCK_KEY,)).fetchone() != (True,):
        if not told:
            report("Waiting for another migration run to finish.")
            told = True
        if time.monotonic() > deadline:
            raise MigrationError(
                f"Another migration run has held the lock for {LOCK_SECONDS:.0f} s. Stop it, then try again."
            )
        time.sleep(0.2)
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute("select pg_advisory_unlock(%s)", (_LOCK_KEY,))


@contextmanager
def _yoyo(database_url: str, connection: "psycopg.Connection[Any]") -> Iterator[Any]:
    from yoyo import get_backend

    # yoyo's own lock is a row that survives SIGKILL. This process holds the real lock, so any such row is stale.
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
    """Run one file and mark it, in one transaction where the file allows it.

    yoyo's `apply_one` commits the two separately: after a kill in between, it would run the file again. It also writes
    a log row, for which it looks up this host's name in DNS and the name of the system user.
    """
    import psycopg

    migration.load()
    # Use one connection per file, so that its settings (lock_timeout) end with it.
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
            verb = "applied" if direction == "apply" else "rolled back"
            raise MigrationError(f"{migration.id} could not be {verb}: {error}") from error


def _grant(connection: "psycopg.Connection[Any]", report: Report) -> None:
    import psycopg

    try:
        with_roles = roles.grant(connection)
    except psycopg.Error as error:
        raise MigrationError(f"Cannot grant the privileges of the roles: {error}") from error
    if not with_roles:
        report(
            f"The role {roles.APP} does not exist, so the service uses the owner's privileges. Create it with "
            "`python -m service roles`."
        )


def _check_indexes(connection: "psycopg.Connection[Any]") -> None:
    """Raise MigrationError for invalid indexes.

    A failed CREATE INDEX CONCURRENTLY leaves an index that slows down writes and serves no reads.
    """
    rows = connection.execute("select indexrelid::regclass::text from pg_index where not indisvalid").fetchall()
    if rows:
        names = ", ".join(row[0] for row in rows)
        raise MigrationError(f"Invalid indexes: {names}. Drop them concurrently and migrate again.")
