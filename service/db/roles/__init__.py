"""Database roles: the owner of the schema, the application, and a read-only role (docs/decisions/0043).

The names are fixed, because roles belong to a cluster and the grants in `grant.sql` name them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

OWNER = "aipoweredmakers_owner"
APP = "aipoweredmakers_app"
READ = "aipoweredmakers_read"

_HERE = Path(__file__).parent
GRANT = _HERE / "grant.sql"
"""Idempotent script, run by the owner of the tables or a superuser."""


def create(admin_url: str, passwords: Mapping[str, str]) -> None:
    """Create missing roles, make OWNER own the database and its objects, and grant privileges.

    `passwords` maps role names to passwords; other roles keep their password. `admin_url` is the URL of a superuser.
    """
    import psycopg

    with psycopg.connect(admin_url, connect_timeout=10) as connection:
        connection.execute((_HERE / "create.sql").read_bytes())
        for role, password in passwords.items():
            _set_password(connection, role, password)
        # Run as the owner: default privileges belong to the role that will create the tables.
        connection.execute(f"set local role {OWNER}".encode())
        grant(connection)


def grant(connection: "psycopg.Connection[Any]") -> bool:
    """Grant APP and READ their privileges, if these roles exist. Return whether APP exists."""
    connection.execute(GRANT.read_bytes())
    return connection.execute("select to_regrole(%s) is not null", (APP,)).fetchone() == (True,)


def _set_password(connection: "psycopg.Connection[Any]", role: str, password: str) -> None:
    from psycopg.sql import SQL, Identifier, Literal

    # Hash the password here, so that a server that logs statements does not log it.
    hashed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    connection.execute(SQL("alter role {} password {}").format(Identifier(role), Literal(hashed.decode())))
