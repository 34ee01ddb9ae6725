"""Run one command with the checkout's servers: use the running ones, or start them for the command."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from service.dev.local.layout import CHECKOUT, Layout
from service.dev.local.servers import Stopped, shared_servers, stop_on_signals


def execute(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command with DATABASE_URL, OWNER_DATABASE_URL, REDIS_URL, SECRET_KEYS and MAIL_URL set. Return its exit
    status.
    """
    return _with_servers(" ".join(command), environment, lambda env: (list(command), env))


def psql(environment: Mapping[str, str]) -> int:
    """Open psql on the database as the owner of its tables."""

    def command(env: Mapping[str, str]) -> tuple[list[str], Mapping[str, str]]:
        from service.dev.local.backup import psql_command

        arguments, secret = psql_command(env.get("OWNER_DATABASE_URL") or env["DATABASE_URL"])
        return arguments, {**env, **secret}

    return _with_servers("psql", environment, command)


def _with_servers(
    purpose: str,
    environment: Mapping[str, str],
    prepare: Callable[[Mapping[str, str]], tuple[list[str], Mapping[str, str]]],
) -> int:
    stop_on_signals()
    try:
        with shared_servers(Layout.of_checkout(), purpose, environment) as found:
            command, env = prepare(found)
            if command and command[0] == "python":
                command[0] = sys.executable
            # The command handles Ctrl-C (psql cancels a query). Unlike SIG_IGN, a handler that does nothing is not
            # inherited.
            before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
            with subprocess.Popen(command, env=dict(env), cwd=CHECKOUT) as child:
                try:
                    status = child.wait()
                except Stopped:
                    child.terminate()
                    status = child.wait()
            signal.signal(signal.SIGINT, before)
            return status if status >= 0 else 128 - status
    except Stopped:
        return 130


def environment_of_shell() -> dict[str, str]:
    """Return the variables that the caller set. An empty variable counts as unset."""
    return {name: value for name, value in os.environ.items() if value}
