"""Plans, as the server has them for the service: without a look at the parameters."""

from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from service.db.pool import PLANNING
from service.db.query import SPECS

type Node = dict[str, Any]


def settle(connection: "psycopg.Connection[Any]") -> None:
    """From here on statements have such plans."""
    for name, value in PLANNING.items():
        connection.execute(SQL("set {} = {}").format(Identifier(name), Literal(value)))


def nodes_of(connection: "psycopg.Connection[Any]", name: str, arguments: str) -> list[Node]:
    """The nodes of a query's plan (`name` as "projects/list_newest"; `arguments` in SQL) and what each did. What it
    wrote is taken back."""
    spec = next(spec for spec in SPECS.values() if spec.name == name)
    connection.execute(f"prepare asked as {spec.sql}".encode())
    with connection.transaction(force_rollback=True):
        row = connection.execute(f"explain (analyze, format json) execute asked ({arguments})".encode()).fetchone()
    connection.execute("deallocate asked")
    assert row is not None
    return list(_below(row[0][0]["Plan"]))


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.get("Plans", []):
        yield from _below(child)
