"""Parts of a command line: commands, refusals and the addresses of databases."""

import argparse
import os
from collections.abc import Callable

from service.core.config import ConfigError

type Command = Callable[[argparse.Namespace], int]


class RefusedError(Exception):
    """Refusal of a command; the message gives the reason."""


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Command, what: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def database_url(name: str = "DATABASE_URL") -> str:
    """Return the value of one database variable. Raise ConfigError if it is missing or not a PostgreSQL URL.

    Database commands read only this variable: a migration step has neither a mail server nor secrets.
    """
    url = os.environ.get(name, "").strip()
    if not url:
        raise ConfigError(f"{name} is not set.")
    if not url.startswith(("postgresql://", "postgres://")):
        raise ConfigError(f"{name} must be a URL that starts with postgresql://.")
    return url


def owner_url() -> str:
    """Return the URL of the schema owner's role, or DATABASE_URL if one role does everything."""
    return database_url("OWNER_DATABASE_URL" if os.environ.get("OWNER_DATABASE_URL", "").strip() else "DATABASE_URL")
