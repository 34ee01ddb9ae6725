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
    seed = add_command(commands, "seed", _seed, "load the demo data, or a synthetic world, into an empty database")
    seed.add_argument(
        "--size",
        choices=("tiny", "small", "medium", "large"),
        help="a synthetic world of 300, 10,000, 100,000 or 1,000,000 projects",
    )
    seed.add_argument("--seed", type=int, default=1, metavar="N", help="equal ones make equal worlds (default: 1)")

    backup = add_command(commands, "backup", _backup, "write the database to a file (pg_dump's custom format)")
    backup.add_argument("directory", type=Path, nargs="?", default=Path(".local/backups"))
    restore = add_command(commands, "restore", _restore, "put a backup into an empty database, whole or not at all")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--force", action="store_true", help="replace everything in a database in use")

    logs = add_command(commands, "logs", _logs, "show JSON logs in a readable form; reads standard input without FILE")
    logs.add_argument("file", type=Path, nargs="*", metavar="FILE", help="follow these files")

    local = commands.add_parser("local", help="this checkout's own PostgreSQL and Redis, data in .local/")
    local.set_defaults(run=_local_run)
    parts = local.add_subparsers(title="commands", metavar="COMMAND")
    add_command(parts, "run", _local_run, "servers, schema, demo data, API, worker and web, until Ctrl-C (the default)")
    execute = add_command(parts, "exec", _local_exec, "run a command with DATABASE_URL, REDIS_URL and the secrets set")
    execute.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND …")
    add_command(parts, "stop", _local_stop, "end what a killed run left behind")
    add_command(parts, "clean", _local_clean, "stop, and remove what the servers keep outside the checkout")
    add_command(parts, "web-build", _local_web_build, "build the web, unless this state of its sources is built")
    add_command(parts, "psql", _local_psql, "an SQL prompt on the database")


def _seed(options: argparse.Namespace) -> int:
    if options.size:
        return _seed_world(options)
    count = _load_demo(owner_url(), print)
    if not count:
        raise RefusedError("The database holds makers already, so no demo data was loaded.")
    print(f"{count} projects loaded.")
    return 0


def _seed_world(options: argparse.Namespace) -> int:
    from service.dev.synthetic.load import PASSWORD, load_world
    from service.dev.synthetic.progress import Progress
    from service.dev.synthetic.sizes import SIZES

    progress = Progress(print, bars=sys.stderr.isatty())
    made = asyncio.run(load_world(owner_url(), SIZES[options.size], progress, seed=options.seed))
    if made is None:
        raise RefusedError("The database holds makers already, so no synthetic world was loaded.")
    print(
        f"{made.projects:,} projects of {made.makers:,} makers, {made.versions:,} versions of {made.workflows:,} "
        f"workflows, {made.stars:,} stars and {made.comments:,} comments loaded.\n"
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
