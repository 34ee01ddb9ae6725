"""
The database roles: the owner of the schema, the application, and a read-only role (docs/decisions/0043).

Their names are fixed, because roles belong to a cluster and the grants in `grant.sql` name them.
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
"""Can be run again at any time, by the owner of the tables or a superuser."""


def create(admin_url: str, passwords: Mapping[str, str]) -> None:
    """
    Create the roles that are missing, make OWNER own the database and its objects, and grant privileges.

    `passwords` maps role names to passwords; another role keeps the one it has. `admin_url` is of a superuser.
    """
    import psycopg

    with psycopg.connect(admin_url, connect_timeout=10) as connection:
        connection.execute((_HERE / "create.sql").read_bytes())
        for role, password in passwords.items():
            _set_password(connection, role, password)
        # As the owner: default privileges are those of the role that will create the tables.
        connection.execute(f"set local role {OWNER}".encode())
        grant(connection)


def grant(connection: "psycopg.Connection[Any]") -> bool:
    """Grant APP and READ their privileges, as far as they exist. Return whether APP exists."""
    connection.execute(GRANT.read_bytes())
    return connection.execute("select to_regrole(%s) is not null", (APP,)).fetchone() == (True,)


def _set_password(connection: "psycopg.Connection[Any]", role: str, password: str) -> None:
    from psycopg.sql import SQL, Identifier, Literal

    # Hashed here, so that a server which logs statements does not log the password.
    hashed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    connection.execute(SQL("alter role {} password {}").format(Identifier(role), Literal(hashed.decode())))
