"""Backup with pg_dump, and restore in one transaction."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Composed, Identifier

from service.db.roles import GRANT
from service.dev.local.layout import LocalError
from service.dev.local.postgres import programs

_LOCK_WAIT = "10s"


def backup(database_url: str, directory: Path) -> Path:
    """Write the database to `directory`/<UTC time>.dump in pg_dump's custom format. Raise LocalError."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%SZ}.dump"
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    # The dump contains all data, so only its owner may read it.
    draft.touch(mode=0o600)
    try:
        _call("pg_dump", database_url, "--dbname", _open_part(database_url), "--format=custom", "--file", draft)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def restore(database_url: str, path: Path, *, replace: bool) -> None:
    """Restore a dump in one transaction.

    A database that has tables is changed only with `replace`, which deletes everything in it. Raise LocalError.
    """
    if not path.is_file():
        raise LocalError(f"File not found: {path}.")
    with psycopg.connect(database_url) as connection:
        schemas = _schemas(connection)
        if not replace and _has_tables(connection):
            raise LocalError(
                "The database is not empty. Nothing was restored.\nUse `make restore FILE=… FORCE=1` to replace "
                "everything."
            )
        opening = _clearing(schemas).as_string(connection)
    with tempfile.TemporaryDirectory() as place:
        # Read the whole dump before the first statement runs: a truncated dump must not commit its first half.
        script = Path(place) / "restore.sql"
        script.touch(mode=0o600)
        _call("pg_restore", database_url, "--no-owner", "--no-privileges", "--file", script, path)
        clearing = Path(place) / "clear.sql"
        clearing.write_text(opening)
        quiet = ("--no-psqlrc", "--quiet", "--output", os.devnull, "--set", "ON_ERROR_STOP=1")
        # The dump contains no privileges; the roles of this database define them.
        whole = ("--single-transaction", "--file", clearing, "--file", script, "--file", GRANT)
        _call("psql", database_url, "--dbname", _open_part(database_url), *quiet, *whole)


def psql_command(database_url: str) -> tuple[list[str], dict[str, str]]:
    """Return command and environment of an interactive psql on the database."""
    return [str(_program("psql", database_url)), _open_part(database_url)], _secret_part(database_url)


def _schemas(connection: psycopg.Connection[Any]) -> list[str]:
    sql = r"""
        select nspname from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema'"""
    return [row[0] for row in connection.execute(sql)]


def _has_tables(connection: psycopg.Connection[Any]) -> bool:
    sql = r"""
        select exists (
            select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
        )"""
    return connection.execute(sql).fetchone() == (True,)


def _clearing(schemas: list[str]) -> Composed:
    """Drop every schema and create an empty `public`, as new databases have it since PostgreSQL 15."""
    # A running service holds locks. Fail after a while instead of waiting.
    steps: list[Composed] = [SQL("set local lock_timeout = {};\n").format(_LOCK_WAIT)]
    steps += [SQL("drop schema {} cascade;\n").format(Identifier(name)) for name in schemas]
    steps.append(SQL("create schema public authorization pg_database_owner;\n").format())
    steps.append(SQL("grant usage on schema public to public;\n").format())
    return Composed(steps)


def _program(name: str, database_url: str) -> Path:
    """Return the client program of the server's version, or else of the nearest newer version.

    An older pg_dump rejects a newer server. A dump by a newer one may contain settings that an older server lacks.
    """
    try:
        with psycopg.connect(database_url) as connection:
            wanted = connection.info.server_version // 10_000
    except psycopg.ProgrammingError as error:
        raise LocalError("DATABASE_URL must be a URL that starts with postgresql://.") from error
    found: dict[int, Path] = {}
    for path in _candidates(name):
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.split()
        major = next((word.partition(".")[0] for word in said if word[:1].isdigit()), "")
        if major.isdigit():
            found.setdefault(int(major), path)
    usable = sorted(major for major in found if major >= wanted)
    if not usable:
        raise LocalError(f"No {name} of PostgreSQL {wanted} or newer is installed. Install the PostgreSQL client.")
    return found[usable[0]]


def _candidates(name: str) -> list[Path]:
    places = [Path(place) for place in os.get_exec_path()]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    with contextlib.suppress(LocalError):
        places.append(programs())
    return [place / name for place in places if shutil.which(name, path=str(place))]


def _open_part(database_url: str) -> str:
    """Return the connection without its password, because every user of the machine can see arguments."""
    return make_conninfo(database_url, password=None)


def _secret_part(database_url: str) -> dict[str, str]:
    password = conninfo_to_dict(database_url).get("password")
    return {**os.environ, "PGPASSWORD": str(password)} if password else dict(os.environ)


def _call(name: str, database_url: str, *arguments: str | Path) -> None:
    done = subprocess.run(
        [_program(name, database_url), *arguments],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_secret_part(database_url),
        check=False,
    )
    if done.returncode != 0:
        raise LocalError(f"{name} failed:\n{done.stderr.decode(errors='replace').strip()}")
