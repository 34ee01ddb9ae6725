"""Command line of the service: `python -m service --help`."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from service.core.config import Config, ConfigError

type Command = Callable[[argparse.Namespace], int]

# Commands import their dependencies lazily: the production image lacks the development tools that `serve` does not
# need.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 success, 1 failure, 2 wrong arguments or configuration."""
    options = _parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(options)
    except ConfigError as error:
        print(f"The configuration cannot be used:\n{error}\nSee docs/operations.md.", file=sys.stderr)
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
        return f"The database cannot be reached: {error.__cause__ or error}"
    return None


class RefusedError(Exception):
    """Refusal of a command; the message gives the reason."""


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
        waiting = migrations.pending(_owner_url())
        print("\n".join(waiting) or "The schema is up to date.")
        return 1 if waiting else 0
    applied = migrations.apply(_owner_url(), print)
    print(f"Migrations applied: {len(applied)}. The schema is at {migrations.latest() or 'the very beginning'}.")
    return 0


def _rollback(options: argparse.Namespace) -> int:
    from service.db import migrations

    taken_back = migrations.rollback(_owner_url(), options.steps, print)
    print(f"Migrations taken back: {len(taken_back)}.")
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
    roles.create(_database_url("ADMIN_DATABASE_URL"), passwords)
    print(f"The roles {', '.join(variables)} are there. Passwords set: {len(passwords)}.")
    return 0


def _seed(options: argparse.Namespace) -> int:
    if options.size:
        return _seed_world(options)
    count = _load_demo(_owner_url(), print)
    if not count:
        raise RefusedError("The database holds makers already, so no demo data was loaded.")
    print(f"{count} projects loaded.")
    return 0


def _seed_world(options: argparse.Namespace) -> int:
    from service.dev.synthetic.load import PASSWORD, load_world
    from service.dev.synthetic.progress import Progress
    from service.dev.synthetic.sizes import SIZES

    progress = Progress(print, bars=sys.stderr.isatty())
    made = asyncio.run(load_world(_owner_url(), SIZES[options.size], progress, seed=options.seed))
    if made is None:
        raise RefusedError("The database holds makers already, so no synthetic world was loaded.")
    print(
        f"{made.projects:,} projects of {made.makers:,} makers, {made.versions:,} versions of {made.workflows:,} "
        f"workflows, {made.stars:,} stars and {made.comments:,} comments loaded.\n"
        f"Log in as maker-0@example.org (admin), maker-1@example.org, … with the password {PASSWORD}"
    )
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
    raise RefusedError(f"{path} is not what the routes say. Run `make openapi` and look at the difference.")


def _admin(options: argparse.Namespace) -> int:
    from service.features.operations.administration.accounts import promote

    print(asyncio.run(promote(_database_url(), options.email)))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from service.dev.local.backup import backup

    print(backup(_database_url(), options.directory))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from service.dev.local.backup import restore

    restore(_owner_url(), options.file, replace=options.force)
    print(f"Restored {options.file}.")
    return 0


def _local_run(_options: argparse.Namespace) -> int:
    from service.dev.local.exec import environment_of_shell
    from service.dev.local.run import Demo, run

    return run(Demo(load_when_empty=_load_when_empty, accounts=_demo_accounts), environment_of_shell())


def _local_exec(options: argparse.Namespace) -> int:
    from service.dev.local.exec import environment_of_shell, execute

    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        raise RefusedError("Say what to run: `python -m service local exec -- COMMAND`.")
    return execute(command, environment_of_shell())


def _local_psql(_options: argparse.Namespace) -> int:
    from service.dev.local.exec import environment_of_shell, psql

    return psql(environment_of_shell())


def _local_stop(_options: argparse.Namespace) -> int:
    from service.dev.local.layout import Layout
    from service.dev.local.servers import stop_leftovers

    stop_leftovers(Layout.of_checkout())
    return 0


def _local_clean(_options: argparse.Namespace) -> int:
    from service.dev.local.layout import Layout
    from service.dev.local.servers import clean_up

    clean_up(Layout.of_checkout())
    return 0


def _local_web_build(_options: argparse.Namespace) -> int:
    from service.dev.local.servers import Stopped
    from service.dev.local.web import build

    try:
        # The caller reads the path of the built program from the last line.
        print(build(lambda line: print(line, flush=True)))
    except Stopped:
        return 130
    return 0


def _logs(options: argparse.Namespace) -> int:
    from service.dev.local.logs import follow

    return follow(options.file)


def _load_demo(url: str, progress: Callable[[str], None]) -> int:
    from service.dev.demo.load import load_demo

    return asyncio.run(load_demo(url, progress))


def _load_when_empty(url: str, progress: Callable[[str], None]) -> int:
    import psycopg

    # The loader checks this, too. This check saves one second of imports on every later start.
    with psycopg.connect(url) as connection:
        if connection.execute("select exists (select from maker)").fetchone() == (True,):
            return 0
    return _load_demo(url, progress)


def _demo_accounts(url: str) -> list[str]:
    import psycopg

    from service.dev.demo.accounts import DEMO_ACCOUNTS

    wanted = [account.email for account in DEMO_ACCOUNTS]
    with psycopg.connect(url) as connection:
        there = {row[0] for row in connection.execute("select email from maker where email = any(%s)", (wanted,))}
    return [str(account) for account in DEMO_ACCOUNTS if account.email in there]


def _database_url(name: str = "DATABASE_URL") -> str:
    """Return the value of one database variable. Raise ConfigError if it is missing or not a PostgreSQL URL.

    Database commands read only this variable: a migration step has neither a mail server nor secrets.
    """
    url = os.environ.get(name, "").strip()
    if not url:
        raise ConfigError(f"{name} is not set.")
    if not url.startswith(("postgresql://", "postgres://")):
        raise ConfigError(f"{name} must be a URL that starts with postgresql://.")
    return url


def _owner_url() -> str:
    """Return the URL of the schema owner's role, or DATABASE_URL if one role does everything."""
    return _database_url("OWNER_DATABASE_URL" if os.environ.get("OWNER_DATABASE_URL", "").strip() else "DATABASE_URL")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service",
        description="The backend of AIpoweredMakers. Its settings are environment variables: docs/operations.md.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add(commands, "serve", _serve, "the API: several processes, one socket (SIGHUP renews, SIGTERM drains)")
    _add(commands, "worker", _worker, "what happens after the answer: mail and other work of the outbox")

    migrate = _add(commands, "migrate", _migrate, "bring the database to this code's schema")
    migrate.add_argument(
        "--check", action="store_true", help="only list what is pending; exit status 1 if there is any"
    )
    migrate.add_argument("--record", action="store_true", help="add new files to migrations/hashes.txt")
    rollback = _add(commands, "rollback", _rollback, "take back the newest migrations")
    rollback.add_argument("--steps", type=int, default=1, metavar="N", help="how many (default: 1)")
    _add(commands, "roles", _roles, "create the database's roles (ADMIN_DATABASE_URL: a superuser) and their grants")
    seed = _add(commands, "seed", _seed, "load the demo data, or a synthetic world, into an empty database")
    seed.add_argument(
        "--size",
        choices=("tiny", "small", "medium", "large"),
        help="a synthetic world of 300, 10,000, 100,000 or 1,000,000 projects",
    )
    seed.add_argument("--seed", type=int, default=1, metavar="N", help="equal ones make equal worlds (default: 1)")

    openapi = _add(commands, "openapi", _openapi, "write the OpenAPI document of the routes")
    openapi.add_argument("--verify", action="store_true", help="write nothing; fail when the file is out of date")
    openapi.add_argument("file", type=Path, nargs="?", default=Path("openapi.json"), help="default: openapi.json")

    admin = _add(commands, "admin", _admin, "make a maker an admin")
    admin.add_argument("email", metavar="EMAIL", help="the confirmed address of the account")

    backup = _add(commands, "backup", _backup, "write the database to a file (pg_dump's custom format)")
    backup.add_argument("directory", type=Path, nargs="?", default=Path(".local/backups"))
    restore = _add(commands, "restore", _restore, "put a backup into an empty database, whole or not at all")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--force", action="store_true", help="replace everything in a database in use")

    logs = _add(commands, "logs", _logs, "show JSON logs in a readable form; reads standard input without FILE")
    logs.add_argument("file", type=Path, nargs="*", metavar="FILE", help="follow these files")

    local = commands.add_parser("local", help="this checkout's own PostgreSQL and Redis, data in .local/")
    local.set_defaults(run=_local_run)
    parts = local.add_subparsers(title="commands", metavar="COMMAND")
    _add(parts, "run", _local_run, "servers, schema, demo data, API, worker and web, until Ctrl-C (the default)")
    execute = _add(parts, "exec", _local_exec, "run a command with DATABASE_URL, REDIS_URL and the secrets set")
    execute.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND …")
    _add(parts, "stop", _local_stop, "end what a killed run left behind")
    _add(parts, "clean", _local_clean, "stop, and remove what the servers keep outside the checkout")
    _add(parts, "web-build", _local_web_build, "build the web, unless this state of its sources is built")
    _add(parts, "psql", _local_psql, "an SQL prompt on the database")
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Command, what: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    parser.set_defaults(run=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
