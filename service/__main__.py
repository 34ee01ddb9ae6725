"""Command line of the service: `python -m service --help`."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from service.core.commands import Command, RefusedError, add_command, database_url, owner_url
from service.core.config import Config, ConfigError
from service.dev import commands as dev

# Commands import their dependencies lazily: the production image lacks the development tools that `serve` does not
# need.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 success, 1 failure, 2 wrong arguments or configuration."""
    options = _parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(options)
    except ConfigError as error:
        print(f"Invalid configuration:\n{error}\nSee docs/operations.md.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        said = _in_a_line(error)
        if said is None:
            raise
        print(said, file=sys.stderr)
        return 1


def _in_a_line(error: Exception) -> str | None:
    """Return a one-line message for an expected error, or None for an error that needs a traceback."""
    from service.db.errors import DatabaseUnavailable
    from service.db.migrations import MigrationError
    from service.dev.local.layout import LocalError

    if isinstance(error, LocalError | MigrationError | RefusedError):
        return str(error)
    psycopg = sys.modules.get("psycopg")  # only imported by commands that use it, not by the API
    if isinstance(error, DatabaseUnavailable) or (psycopg and isinstance(error, psycopg.OperationalError)):
        return f"Cannot connect to the database: {error.__cause__ or error}"
    return None


def _serve(_options: argparse.Namespace) -> int:
    from service.processes.supervisor import serve

    return serve(Config.from_env())


def _worker(_options: argparse.Namespace) -> int:
    from service.processes.job import run_worker

    return run_worker(Config.from_env())


def _migrate(options: argparse.Namespace) -> int:
    from service.db import migrations

    if options.record:
        for name in migrations.record():
            print(f"Recorded {name}")
        return 0
    if options.check:
        waiting = migrations.pending(owner_url())
        print("\n".join(waiting) or "The schema is up to date.")
        return 1 if waiting else 0
    applied = migrations.apply(owner_url(), print)
    print(f"Migrations applied: {len(applied)}. Schema version: {migrations.latest() or 'none'}.")
    return 0


def _rollback(options: argparse.Namespace) -> int:
    from service.db import migrations

    taken_back = migrations.rollback(owner_url(), options.steps, print)
    print(f"Migrations rolled back: {len(taken_back)}.")
    return 0


def _roles(_options: argparse.Namespace) -> int:
    from service.db import roles

    variables = {
        roles.OWNER: "DATABASE_OWNER_PASSWORD",
        roles.APP: "DATABASE_APP_PASSWORD",
        roles.READ: "DATABASE_READ_PASSWORD",
    }
    given = {role: os.environ.get(variable, "").strip() for role, variable in variables.items()}
    passwords = {role: password for role, password in given.items() if password}
    roles.create(database_url("ADMIN_DATABASE_URL"), passwords)
    print(f"Roles created or updated: {', '.join(variables)}. Passwords set: {len(passwords)}.")
    return 0


def _openapi(options: argparse.Namespace) -> int:
    from service.app import openapi_document

    path: Path = options.file
    document = openapi_document()
    if not options.verify:
        path.write_bytes(document)
        print(f"Wrote {path}")
        return 0
    if path.exists() and path.read_bytes() == document:
        return 0
    raise RefusedError(f"{path} differs from the routes. Run `make openapi` and review the diff.")


def _admin(options: argparse.Namespace) -> int:
    from service.features.operations.administration.accounts import promote

    print(asyncio.run(promote(database_url(), options.email)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service",
        description="The backend of AIpoweredMakers. Environment variables configure it; see docs/operations.md.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_command(
        commands, "serve", _serve, "run the API: several processes on one socket (SIGHUP reloads, SIGTERM drains)"
    )
    add_command(commands, "worker", _worker, "run the job process: mail and other jobs of the outbox")

    migrate = add_command(commands, "migrate", _migrate, "apply the pending migrations")
    migrate.add_argument(
        "--check", action="store_true", help="only list pending migrations; exit status 1 if there are any"
    )
    migrate.add_argument("--record", action="store_true", help="add new files to migrations/hashes.txt")
    rollback = add_command(commands, "rollback", _rollback, "roll back the newest migrations")
    rollback.add_argument("--steps", type=int, default=1, metavar="N", help="number of migrations (default: 1)")
    add_command(
        commands, "roles", _roles, "create the database roles and their grants (ADMIN_DATABASE_URL: a superuser)"
    )
    openapi = add_command(commands, "openapi", _openapi, "write the OpenAPI document")
    openapi.add_argument("--verify", action="store_true", help="write nothing; fail if the file is out of date")
    openapi.add_argument("file", type=Path, nargs="?", default=Path("openapi.json"), help="default: openapi.json")

    admin = add_command(commands, "admin", _admin, "give a maker the role admin")
    admin.add_argument("email", metavar="EMAIL", help="confirmed address of the account")

    dev.add_to(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
