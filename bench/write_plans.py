"""Check the plan of each write of the service, and the plans of its triggers.

Each statement runs on a synthetic world with values of heavy rows and is rolled back. A write fails the check when it
scans a growing table completely or reads more than MOST rows of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

import orjson
import psycopg
from attrs import frozen
from psycopg.sql import SQL, Identifier, Literal

import service.app
import service.processes.job  # noqa: F401 — imports every stub of the jobs
from bench.plans import GROWN, example
from bench.samples import Sample, sample
from service.db.pool import PLANNING
from service.db.query import SPECS, Spec

MOST: Final = 1_000
"""Maximum rows of one growing table that one statement may read."""
HEAVY: Final = 5_000
"""Rows added for the heaviest actor and the most discussed project, so that a plan that reads them all is detected."""

EXEMPT: Final[Mapping[str, str]] = {
    "discovery/update_project_counts": "a job recounts only projects with wrong counters",
    "notifications/delete_old": "a job deletes one maker's old rows",
    "notifications/update_counts": "a job recounts the boxes of one portion",
    "search/delete_unused_words": "a daily job counts the documents of each rare word",
}
"""Writes that may read more rows, each with the reason. None may scan a table completely."""

_WRITE: Final = re.compile(
    r"\b(insert into|update \w+|delete from|for (no key )?update|for (key )?share)\b", re.IGNORECASE
)
_NOT_OURS: Final = ("demo/", "synthetic/")


@frozen
class WritePlan:
    """The reads of one write.

    `problems` is empty for a good plan. `ran` is false when the values violated a constraint: then only the plan is
    known, without counts.
    """

    name: str
    ran: bool
    read: Mapping[str, int]
    problems: list[str]


def writes() -> list[Spec]:
    """Return every statement of requests and jobs that writes or locks rows."""
    return sorted(
        (spec for spec in SPECS.values() if _WRITE.search(_code(spec.sql)) and not spec.name.startswith(_NOT_OURS)),
        key=lambda spec: spec.name,
    )


def _code(sql: str) -> str:
    return re.sub(r"--.*", "", sql)


def check(database_url: str, replaced: Mapping[str, str] | None = None, only: str = "") -> list[WritePlan]:
    """Check all writes on a database with a synthetic world, as a superuser.

    `replaced` maps names to other SQL to check instead.
    """
    asked = sample(database_url)
    with psycopg.connect(database_url) as connection, connection.transaction(force_rollback=True):
        _make_heavy(connection, asked)
        plans = _Plans(connection)
        for name, value in PLANNING.items():
            connection.execute(SQL("set {} = {}").format(Identifier(name), Literal(value)))
        tables = _growing(connection)
        return [
            _check(connection, plans, spec, (replaced or {}).get(spec.name, spec.sql), asked, tables)
            for spec in writes()
            if only in spec.name
        ]


def _make_heavy(connection: "psycopg.Connection[Any]", asked: Sample) -> None:
    """Insert thousands of notifications and comments of one maker."""
    connection.execute("set local session_replication_role = replica")  # insert rows without triggers
    connection.execute(
        "insert into notification_actor (notification_id, actor_id, created_at)"
        " select n.notification_id, %s, n.created_at from notification n order by n.notification_id limit %s"
        " on conflict do nothing",
        (asked.maker_id, HEAVY),
    )
    connection.execute(
        "insert into comment (comment_id, project_id, depth, author_id, body, created_at)"
        " select gen_random_uuid(), %s, 1, m.maker_id, 'Well done.',"
        " now() - interval '1 year' - n * interval '1 minute'"
        " from generate_series(1, %s) n cross join lateral"
        " (select m.maker_id from maker m where m.maker_id <> %s offset n %% 50 limit 1) m",
        (asked.discussed_id, HEAVY, asked.maker_id),
    )
    connection.execute("set local session_replication_role = origin")
    for table in ("notification_actor", "comment"):
        connection.execute(SQL("analyze {}").format(Identifier(table)))


def _growing(connection: "psycopg.Connection[Any]") -> dict[str, str]:
    """Return the table of each growing table and each index on one."""
    return dict(
        connection.execute(
            "select t.relname, t.relname from pg_class t where t.relkind in ('r', 'p') and t.reltuples >= %s"
            " union all select i.indexrelid::regclass::text, t.relname from pg_index i"
            " join pg_class t on t.oid = i.indrelid where t.reltuples >= %s",
            (GROWN, GROWN),
        ).fetchall()
    )


class _Plans:
    """Collects plans of all statements, including those in functions and triggers (auto_explain)."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._heard: list[str] = []
        connection.execute("load 'auto_explain'")
        for setting in ("log_nested_statements = on", "log_analyze = on", "log_timing = off", "log_format = json"):
            connection.execute(f"set auto_explain.{setting}".encode())
        connection.execute("set client_min_messages = log")
        connection.add_notice_handler(lambda notice: self._heard.append(notice.message_primary or ""))

    def of(self, connection: "psycopg.Connection[Any]", statement: Any) -> list[dict[str, Any]]:
        """Run a statement and its deferred triggers, and return their plans."""
        self._heard.clear()
        connection.execute("set auto_explain.log_min_duration = 0")
        connection.execute(statement)
        connection.execute("set constraints all immediate")
        connection.execute("set auto_explain.log_min_duration = -1")
        said = [text.partition("plan:")[2] for text in self._heard if "plan:" in text]
        return [orjson.loads(plan)["Plan"] for plan in said]


def _check(
    connection: "psycopg.Connection[Any]",
    plans: _Plans,
    spec: Spec,
    sql: str,
    asked: Sample,
    tables: Mapping[str, str],
) -> WritePlan:
    values = [_value(spec.name, name, hint, asked) for name, hint in spec.parameters.items()]
    given = SQL("({})").format(SQL(", ").join(map(Literal, values))) if values else SQL("")
    execute = SQL("execute written{}").format(given)
    ran = True
    with connection.transaction(force_rollback=True):
        connection.execute(f"prepare written as {sql}".encode())
        try:
            with connection.transaction(force_rollback=True):
                found = plans.of(connection, execute)
        except psycopg.Error:
            ran = False
            found = _planned(connection, execute)
    connection.execute("deallocate written")
    read: Counter[str] = Counter()
    problems = []
    for plan in found:
        here: Counter[str] = Counter()
        for node in _below(plan):
            table = tables.get(node.get("Relation Name", node.get("Index Name", "")))
            if table is None or node["Node Type"] == "ModifyTable":
                continue
            if node["Node Type"] in ("Seq Scan", "Sample Scan") and node.get("Actual Loops", 1):
                problems.append(f"scans {table} sequentially")
            removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
            here[table] += int((node.get("Actual Rows", 0) + removed) * node.get("Actual Loops", 0))
        if spec.name not in EXEMPT:
            problems += [f"reads {rows} rows of {table}" for table, rows in here.items() if rows > MOST]
        read |= here
    return WritePlan(spec.name, ran, read, sorted(set(problems)))


def _planned(connection: "psycopg.Connection[Any]", execute: Any) -> list[dict[str, Any]]:
    """Return the plan of a statement that is not run, or none if its values do not fit the types."""
    try:
        with connection.transaction(force_rollback=True):
            row = connection.execute(SQL("explain (format json) {}").format(execute)).fetchone()
    except psycopg.Error:
        return []
    assert row is not None
    return [row[0][0]["Plan"]]


def _below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", []):
        yield from _below(child)


_FORMS: Final[Mapping[str, Any]] = {
    "payload": "{}",
    "subject": "{}",
    "content": "{}",
    "detail": "{}",
    "links": "[]",
    "job": "{}",
    "body": "Well done.",
    "kind": "star",
    "limit": 100,
}
_OF_QUERY: Final[Mapping[tuple[str, str], Any]] = {
    ("discussion/insert", "parent_id"): None,
    ("discussion/insert", "workflow_id"): None,
    ("discussion/insert", "version_number"): None,
    ("discussion/insert", "step_key"): None,
    ("discussion/insert", "depth"): 1,
    ("discussion/insert", "step_digest"): None,
    ("discussion/insert", "mentions"): [],
    ("discussion/insert", "said_since"): datetime(2020, 1, 1, tzinfo=UTC),
    ("notifications/tell", "group_keys"): ["star:1"],
}
_OTHERS: Final = re.compile(r"^(comment|notification|report|case|snapshot|removal|audit|job|event|session)_ids?$")


def _value(query: str, name: str, hint: Any, asked: Sample) -> object:
    """Return the value of a parameter: of a heavy row, or a new one for an insert."""
    if (query, name) in _OF_QUERY:
        return _OF_QUERY[query, name]
    if "/insert" in query and _OTHERS.match(name):
        return [uuid4()] if "list[" in str(hint) else uuid4()
    if name in _FORMS and "list[" not in str(hint):
        return _FORMS[name]
    if "list[" in str(hint) and name.removesuffix("s") in _FORMS:
        return [_FORMS[name.removesuffix("s")]]
    value = example(query, name, hint, asked)
    if "bool" in str(hint):
        return True
    if "datetime" in str(hint):
        return datetime.now(UTC)
    if "bytes" in str(hint):
        return b"x" * 32
    return value
