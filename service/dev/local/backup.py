"""Backups with pg_dump, and restoring them whole or not at all."""

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
    """Writes the database to `directory`/<UTC time>.dump, in pg_dump's custom format. Raises LocalError."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%SZ}.dump"
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    # It holds everything the database holds: for its owner only.
    draft.touch(mode=0o600)
    try:
        _call("pg_dump", database_url, "--dbname", _open_part(database_url), "--format=custom", "--file", draft)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def restore(database_url: str, path: Path, *, replace: bool) -> None:
    """
    Puts a dump into the database in one transaction: afterwards it is all there, or nothing has changed.

    A database with tables in it is only touched with `replace`, and then everything in it goes. Raises
    LocalError.
    """
    if not path.is_file():
        raise LocalError(f"There is no file {path}.")
    with psycopg.connect(database_url) as connection:
        schemas = _schemas(connection)
        if not replace and _has_tables(connection):
            raise LocalError(
                "The database is not empty, so nothing was restored.\n`make restore FILE=… FORCE=1` replaces all of it."
            )
        opening = _clearing(schemas).as_string(connection)
    with tempfile.TemporaryDirectory() as place:
        # Read to its end before the first statement runs: a truncated dump must not commit its first half.
        script = Path(place) / "restore.sql"
        script.touch(mode=0o600)
        _call("pg_restore", database_url, "--no-owner", "--no-privileges", "--file", script, path)
        clearing = Path(place) / "clear.sql"
        clearing.write_text(opening)
        quiet = ("--no-psqlrc", "--quiet", "--output", os.devnull, "--set", "ON_ERROR_STOP=1")
        # The dump holds no privileges: they are those of the roles that exist here.
        whole = ("--single-transaction", "--file", clearing, "--file", script, "--file", GRANT)
        _call("psql", database_url, "--dbname", _open_part(database_url), *quiet, *whole)


def psql_command(database_url: str) -> tuple[list[str], dict[str, str]]:
    """An interactive psql on the database: its command and its environment."""
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
    """Removes every schema and makes an empty `public`, as a new database has it since PostgreSQL 15."""
    # A running service holds locks: say so after a while, rather than wait and hold everyone up.
    steps: list[Composed] = [SQL("set local lock_timeout = {};\n").format(_LOCK_WAIT)]
    steps += [SQL("drop schema {} cascade;\n").format(Identifier(name)) for name in schemas]
    steps.append(SQL("create schema public authorization pg_database_owner;\n").format())
    steps.append(SQL("grant usage on schema public to public;\n").format())
    return Composed(steps)


def _program(name: str, database_url: str) -> Path:
    """
    The client program of the server's own version, else of the nearest newer one.

    An older pg_dump refuses a newer server; a dump written by a newer one may name settings an older server
    lacks.
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
        raise LocalError(f"No {name} of PostgreSQL {wanted} or newer is installed.")
    return found[usable[0]]


def _candidates(name: str) -> list[Path]:
    places = [Path(place) for place in os.get_exec_path()]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    with contextlib.suppress(LocalError):
        places.append(programs())
    return [place / name for place in places if shutil.which(name, path=str(place))]


def _open_part(database_url: str) -> str:
    """The connection without its password: arguments are shown to every user of the machine."""
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
