"""Query plans, one generic plan per statement: written to .local/plans/ and checked for sequential scans."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import psycopg
from attrs import frozen
from psycopg.sql import SQL, Composed, Identifier, Literal

import service.app  # noqa: F401 — imports every stub of the API
from bench.samples import Sample, sample
from service.db.pool import PLANNING
from service.db.query import SPECS, Spec

DIRECTORY: Final = Path(".local/plans")
MOMENT: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""Worlds for plans are made for this moment, so that their IDs and times never change."""
GROWN: Final = 2_000
"""Rows from which on a table counts as growing. For fewer rows, a full scan is the best plan."""
_LAST_ID: Final = UUID(int=2**128 - 1)
_LAST: Final = datetime(9999, 12, 31, tzinfo=UTC)

COLD: Final[Mapping[str, str]] = {
    "identity/list_live_session_ids": "one maker's sessions, read on a password change",
    "identity/list_session_states": "usually cached",
    "identity/list_sessions": "few rows per maker",
    "members/list_invitations": "few rows per project",
    "members/list_members": "few rows per project",
    "members/list_received": "few rows per maker",
    "notifications/list_counts": "a job that recounts",
    "notifications/list_old": "a job that purges",
    "outbox/list_backlog": "metrics of a job process",
    "projects/list_taken_slugs": "only when a project is created",
    "remixes/list_family": "one workflow's",
    "tools/list_suggestions": "the admins' queue",
    "versions/list_known_tools": "only when a version is saved",
    "versions/list_slugs": "only when a workflow is created",
}
"""Lists that are too rare to keep their plan. Those of moderation, the sitemap and jobs are not listed here."""
_COLD_FOLDERS: Final = ("moderation", "demo", "synthetic", "sitemap")
HOT_READS: Final = (
    "projects/find_by_slug",
    "projects/find_address",
    "versions/find_place",
    "versions/find_workflow",
    "versions/find_version",
    "versions/find_content",
    "makers/find_profile",
    "tags/get",
    "tools/get_by_slug",
    "identity/find_maker_by_handle",
    "identity/get_me",
    "identity/find_login",
)


@frozen
class Plan:
    """PostgreSQL's plan for a query. `scans` are the growing tables that it scans completely."""

    name: str
    parameters: Sequence[str]
    text: str
    inner: Sequence[str]
    """Plans of statements in functions that the query calls, each once."""
    scans: Sequence[str]


def hot() -> list[Spec]:
    """Return every list and search except the cold ones, and the most frequent reads."""
    return sorted(
        (
            spec
            for spec in SPECS.values()
            if spec.name in HOT_READS
            or (
                re.search(r"/(list|search|suggest)_", spec.name)
                and spec.name not in COLD
                and not spec.name.startswith(_COLD_FOLDERS)
            )
        ),
        key=lambda spec: spec.name,
    )


def plans(database_url: str, grown: int = GROWN) -> list[Plan]:
    """Return the plans of all hot queries on a database with a synthetic world, as a superuser."""
    asked = sample(database_url)
    with psycopg.connect(database_url, autocommit=True) as connection:
        for name, value in PLANNING.items():
            connection.execute(SQL("set {} = {}").format(Identifier(name), Literal(value)))
        inside = _Inside(connection)
        growing = {
            name
            for (name,) in connection.execute(
                "select relname from pg_class where relkind in ('r', 'p') and reltuples >= %s", (grown,)
            )
        }
        return [_plan(connection, inside, spec, asked, growing) for spec in hot()]


class _Inside:
    """Collects plans of statements in functions (auto_explain, which a superuser may load)."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._heard: list[str] = []
        connection.execute("load 'auto_explain'")
        connection.execute("set auto_explain.log_nested_statements = on")
        connection.execute("set client_min_messages = log")
        connection.add_notice_handler(lambda notice: self._heard.append(notice.message_primary or ""))

    def of(self, connection: "psycopg.Connection[Any]", statement: SQL | Composed) -> list[str]:
        """Run a read-only statement and return the plans inside it."""
        self._heard.clear()
        connection.execute("set auto_explain.log_min_duration = 0")
        connection.execute(statement)
        connection.execute("set auto_explain.log_min_duration = -1")
        # The last plan belongs to the statement itself.
        plans = [re.sub(r"  \(cost=[^)]*\)", "", said.partition("\n")[2]) for said in self._heard if "plan:" in said]
        return list(dict.fromkeys(_without_query(plan) for plan in plans[:-1]))


def _without_query(plan: str) -> str:
    """Return the plan without the preceding lines of `Query Text: …`."""
    lines = plan.splitlines()
    first = next((at for at, line in enumerate(lines) if _NODE.match(line)), 0)
    return "\n".join(lines[first:])


_NODE: Final = re.compile(
    r"^(Limit|Sort|Incremental|Result|Nested|Hash|Merge|Aggregate|Group|Unique|Append|Index|Bitmap|Seq|Function|"
    r"Subquery|WindowAgg|ProjectSet|CTE|Values|Memoize|Gather|Materialize)"
)


def _plan(connection: "psycopg.Connection[Any]", inside: _Inside, spec: Spec, asked: Sample, grown: set[str]) -> Plan:
    values = [example(spec.name, name, hint, asked) for name, hint in spec.parameters.items()]
    if spec.batched:
        values = [[value] for value in values]
    connection.execute(f"prepare hot as {spec.sql}".encode())
    try:
        given = SQL("({})").format(SQL(", ").join(map(Literal, values))) if values else SQL("")
        execute = SQL("explain (costs off) execute hot{}").format(given)
        text = "\n".join(line for (line,) in connection.execute(execute))
        inner = inside.of(connection, SQL("execute hot{}").format(given))
    finally:
        connection.execute("deallocate hot")
    scans = {
        table
        for seen in (text, *inner)
        for table in re.findall(r"(?:Seq Scan|Sample Scan) on (\w+)", seen)
        if table in grown
    }
    return Plan(spec.name, list(spec.parameters), text, inner, sorted(scans))


_EXAMPLES: Final[Mapping[str, str]] = {
    "maker_id": "maker_id",
    "viewer_id": "maker_id",
    "owner_id": "maker_id",
    "actor_id": "maker_id",
    "author_id": "maker_id",
    "followed_id": "followed_id",
    "project_id": "discussed_id",
    "workflow_id": "workflow_id",
    "comment_id": "comment_id",
    "parent_id": "comment_id",
    "tool_id": "tool_id",
    "handle": "maker",
    "tag": "tag",
    "name": "tag",
    "tool": "tool",
}
_WORDS: Final[Mapping[str, Any]] = {
    "limit": 21,
    "slug": "reading-coach",
    "workflow": "sourdough",
    "project": "reading-coach",
    "number": 1,
    "label": "latest",
    "email": "maker-0@example.org",
    "network": "192.0.2.0/24",
    "topic": "all",
    "status": "published",
    "role": "owner",
    "query": "bread schedules",
    "text": "bread schedules",
    "q": "bread schedules",
    "prefix": "bre",
    "wanted": "bread schedules",
    "unwanted": "",
    "typed": "bre",
    "word": "shedules",
    "step": "step-1",
    "breadth": 3,
    "most": 100,
    "steps": 8,
    "portion": 500,
}


_OF_QUERY: Final[Mapping[tuple[str, str], Any]] = {
    ("search/list_makers", "wanted"): "lak:*",
    ("search/list_similar", "kind"): "text",
}


def example(query: str, name: str, hint: Any, asked: Sample) -> object:
    """Return a typical value for a parameter, by its name or its type: a frequent one, in the middle of its range."""
    if (query, name) in _OF_QUERY:
        return _OF_QUERY[query, name]
    said = str(hint)
    if "list[" in said:
        return [example(query, name.removesuffix("s"), re.sub(r"^list\[|\]$", "", said), asked)]
    if query.startswith("tools/") and name == "slug":
        return asked.tool
    if name in _EXAMPLES:
        return getattr(asked, _EXAMPLES[name])
    if name in _WORDS:
        return _WORDS[name]
    if "datetime" in said:
        return asked.middle if name not in ("now", "since") else datetime.now(UTC)
    if "timedelta" in said:
        return timedelta(days=1)
    if "UUID" in said:
        return asked.middle_id
    if "float" in said:
        return 1e9
    if "int" in said:
        return 1_000_000
    return None if "None" in said else "a"


def write(found: Sequence[Plan], directory: Path, version: str) -> None:
    """Write one file per query and delete the files of queries that no longer exist."""
    directory.mkdir(parents=True, exist_ok=True)
    kept = {directory / "README.md"}
    for plan in found:
        path = directory / f"{plan.name.replace('/', '-')}.txt"
        kept.add(path)
        path.write_text(f"sql/{plan.name}.sql ({', '.join(plan.parameters)}):\n\n{plan.text}\n")
        if plan.inner:
            with path.open("a") as file:
                file.write("".join(f"\nA statement in a function that it calls:\n\n{text}\n" for text in plan.inner))
    for path in directory.glob("*"):
        if path not in kept:
            path.unlink()
    lines = "\n".join(f"- [{plan.name}]({plan.name.replace('/', '-')}.txt)" for plan in found)
    (directory / "README.md").write_text(_README.format(version=version, grown=GROWN, lines=lines))


_README: Final = """# Query plans of hot statements

PostgreSQL {version} on a synthetic data set of 100,000 projects (`make seed SIZE=medium`). `make plans-verify` fails
when a plan scans a table of {grown:,} rows or more. Each prepared statement has one generic plan
(docs/decisions/0035-one-plan.md).

{lines}
"""
