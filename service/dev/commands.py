"""Commands of developers: seed, backup, restore, logs and local.

They import their dependencies lazily: the production image lacks the development tools.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from service.core.commands import RefusedError, add_command, database_url, owner_url


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the command line."""
    seed = add_command(commands, "seed", _seed, "load the demo data or a synthetic data set into an empty database")
    seed.add_argument(
        "--size",
        choices=("tiny", "small", "medium", "large"),
        help="a synthetic data set of 300, 10,000, 100,000 or 1,000,000 projects",
    )
    seed.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="N",
        help="seed of the random numbers; equal seeds give equal data (default: 1)",
    )

    backup = add_command(commands, "backup", _backup, "write the database to a file (pg_dump's custom format)")
    backup.add_argument("directory", type=Path, nargs="?", default=Path(".local/backups"))
    restore = add_command(commands, "restore", _restore, "restore a backup into an empty database in one transaction")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--force", action="store_true", help="replace everything in a database that is not empty")

    logs = add_command(commands, "logs", _logs, "format JSON logs for reading; reads standard input without FILE")
    logs.add_argument("file", type=Path, nargs="*", metavar="FILE", help="follow these files")

    local = commands.add_parser("local", help="manage this checkout's PostgreSQL and Redis, with data in .local/")
    local.set_defaults(run=_local_run)
    parts = local.add_subparsers(title="commands", metavar="COMMAND")
    add_command(
        parts,
        "run",
        _local_run,
        "start the servers, migrate, load demo data, run API, job process and web until Ctrl-C (default)",
    )
    execute = add_command(parts, "exec", _local_exec, "run a command with DATABASE_URL, REDIS_URL and the secrets")
    execute.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND …")
    add_command(parts, "stop", _local_stop, "stop processes that a killed run left behind")
    add_command(parts, "clean", _local_clean, "stop, and remove the servers' files outside the checkout")
    add_command(parts, "web-build", _local_web_build, "build the web if its sources have changed")
    add_command(parts, "psql", _local_psql, "open psql on the database")


def _seed(options: argparse.Namespace) -> int:
    if options.size:
        return _seed_world(options)
    count = _load_demo(owner_url(), print)
    if not count:
        raise RefusedError("The database already contains makers. No demo data was loaded.")
    print(f"Loaded {count} projects.")
    return 0


def _seed_world(options: argparse.Namespace) -> int:
    from service.dev.synthetic.load import PASSWORD, load_world
    from service.dev.synthetic.progress import Progress
    from service.dev.synthetic.sizes import SIZES

    progress = Progress(print, bars=sys.stderr.isatty())
    made = asyncio.run(load_world(owner_url(), SIZES[options.size], progress, seed=options.seed))
    if made is None:
        raise RefusedError("The database already contains makers. No synthetic data was loaded.")
    print(
        f"Loaded {made.projects:,} projects of {made.makers:,} makers, {made.versions:,} versions of "
        f"{made.workflows:,} workflows, {made.stars:,} stars and {made.comments:,} comments.\n"
        f"Log in as maker-0@example.org (admin), maker-1@example.org, … with the password {PASSWORD}"
    )
    return 0


def _backup(options: argparse.Namespace) -> int:
    from service.dev.local.backup import backup

    print(backup(database_url(), options.directory))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from service.dev.local.backup import restore

    restore(owner_url(), options.file, replace=options.force)
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
        raise RefusedError("No command given. Use `python -m service local exec -- COMMAND`.")
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
