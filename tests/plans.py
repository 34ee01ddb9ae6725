"""Query plans as the service gets them: generic plans, independent of parameter values."""

from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from service.db.pool import PLANNING
from service.db.query import SPECS

type Node = dict[str, Any]


def settle(connection: "psycopg.Connection[Any]") -> None:
    """Make later statements use generic plans."""
    for name, value in PLANNING.items():
        connection.execute(SQL("set {} = {}").format(Identifier(name), Literal(value)))


def nodes_of(connection: "psycopg.Connection[Any]", name: str, arguments: str) -> list[Node]:
    """Return the plan nodes of a query with their actual figures, and roll the query back.

    `name` is for example "projects/list_newest"; `arguments` are SQL.
    """
    spec = next(spec for spec in SPECS.values() if spec.name == name)
    connection.execute(f"prepare explained as {spec.sql}".encode())
    with connection.transaction(force_rollback=True):
        row = connection.execute(f"explain (analyze, format json) execute explained ({arguments})".encode()).fetchone()
    connection.execute("deallocate explained")
    assert row is not None
    return list(_below(row[0][0]["Plan"]))


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.get("Plans", []):
        yield from _below(child)
