"""Test every SQL file against its stub on a migrated database, and reject statements that change a pooled connection.

libpq's describe returns parameter types and the names, types and origins of columns.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import GenericAlias, UnionType
from typing import Any, Literal, NamedTuple, TypeAliasType, Union, get_args, get_origin
from uuid import UUID

import psycopg
import pytest
from psycopg import pq

import service.app
import service.dev.demo.load
import service.dev.synthetic.load
import service.processes.job  # these imports load every stub
from service.db.query import SPECS, SQL_ROOT, Spec, orphans
from service.db.query import columns as columns_of

ROOT = SQL_ROOT.parent
KINDS: dict[str, Any] = {
    "uuid": UUID,
    "text": str,
    "varchar": str,
    "jsonb": str,
    "json": str,
    "int2": int,
    "int4": int,
    "int8": int,
    "float4": float,
    "float8": float,
    "numeric": Decimal,
    "bool": bool,
    "timestamptz": datetime,
    "interval": timedelta,
    "bytea": bytes,
}
KINDS |= {f"_{name}": GenericAlias(list, kind) for name, kind in KINDS.items()}

NEVER_NULL = {
    "identity/find_login password_hash": "excludes deleted makers, whose values alone are null",
    "identity/find_account_by_email email": "equals the parameter",
    "identity/get_credentials email": "excludes deleted makers, whose values alone are null",
    "identity/get_credentials password_hash": "excludes deleted makers, whose values alone are null",
    "identity/find_token email": "excludes deleted makers, whose values alone are null",
    "identity/get_me email": "excludes deleted makers, whose values alone are null",
    "identity/lock_account_by_email email": "is matched by the query",
    "identity/lock_me email": "excludes deleted makers, whose values alone are null",
    "identity/update_profile email": "excludes deleted makers, whose values alone are null",
    "feeds/list_followed_remixes number": "excludes workflows without a version",
    "notifications/find_digest email": "excludes rows without one",
    "notifications/lock_due_digests digest_at": "is compared with a value",
}
"""Nullable columns that a WHERE clause keeps from being null. maker_deleted_is_anonymous explains most of them."""

WITH_OFFSET = {"identity/end_surplus_sessions": "skips the newest sessions of one maker; it is no page"}

specs = pytest.mark.parametrize("spec", SPECS.values(), ids=lambda spec: spec.name)


class Column(NamedTuple):
    name: str
    kind: str
    nullable: bool
    """Known for table columns only; for expressions and views the row type declares it."""


class Described(NamedTuple):
    parameters: list[str]
    columns: list[Column]


@pytest.fixture(scope="session")
def database(migrated_url: str) -> Iterator["psycopg.Connection[Any]"]:
    with psycopg.connect(migrated_url, autocommit=True) as connection:
        yield connection


@cache
def _catalog(database: "psycopg.Connection[Any]") -> tuple[dict[int, str], set[tuple[int, int]]]:
    """Return the names of all types, and table and number of every nullable column."""
    names = dict(database.execute("select oid, typname from pg_type").fetchall())
    nullable = database.execute(
        "select attrelid, attnum from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'"
        " where not attnotnull"
    )
    return names, set(nullable.fetchall())


@cache
def describe(database: "psycopg.Connection[Any]", sql: str) -> Described:
    """Prepare a statement and describe it. Fail with PostgreSQL's message."""
    prepared = database.pgconn.prepare(b"", sql.encode())
    assert prepared.status == pq.ExecStatus.COMMAND_OK, prepared.error_message.decode()
    description = database.pgconn.describe_prepared(b"")
    assert description.status == pq.ExecStatus.COMMAND_OK, description.error_message.decode()
    names, nullable = _catalog(database)
    columns = []
    for place in range(description.nfields):
        name = description.fname(place)
        assert name is not None
        may_be_null = (description.ftable(place), description.ftablecol(place)) in nullable
        columns.append(Column(name.decode(), names[description.ftype(place)], may_be_null))
    return Described([names[description.param_type(place)] for place in range(description.nparams)], columns)


def split(hint: Any) -> tuple[Any, bool]:
    """Return an annotation without alias and None, and whether it had None."""
    if isinstance(hint, TypeAliasType):
        return split(hint.__value__)
    if get_origin(hint) in (Union, UnionType):
        members = [member for member in get_args(hint) if member is not type(None)]
        assert len(members) == 1, f"{hint} is more than one type"
        return split(members[0])[0], True
    if get_origin(hint) is Literal:
        return type(get_args(hint)[0]), False
    return hint, False


@cache
def bare(sql: str) -> str:
    """Return a statement without comments and with empty literals."""
    sql = re.sub(r"--[^\n]*", "", sql)
    return re.sub(r"'(?:[^']|'')*'", "''", sql).lower()


def test_files_and_stubs_are_one_to_one() -> None:
    assert orphans() == []
    files = {path for path in SQL_ROOT.rglob("*") if path.is_file()}
    assert {path for path in files if path.suffix != ".columns"} == set(SPECS)


def test_every_column_list_is_used_by_several_queries() -> None:
    used = Counter(re.findall(r"\{(\w+/\w+\.columns)\}", "".join(path.read_text() for path in SPECS)))
    assert {str(path.relative_to(SQL_ROOT)) for path in SQL_ROOT.rglob("*.columns")} == set(used)
    assert min(used.values()) > 1, used


def test_describe_detects_errors(database: "psycopg.Connection[Any]") -> None:
    """Prove that the checks below can fail."""
    described = describe(database, "select email, handle, 1 as n from maker where maker_id = $1")
    assert described == Described(
        ["uuid"], [Column("email", "text", True), Column("handle", "text", False), Column("n", "int4", False)]
    )
    with pytest.raises(AssertionError, match="does not exist"):
        describe(database, "select nothing from maker")


@specs
def test_parameters_match_the_stub(database: "psycopg.Connection[Any]", spec: Spec) -> None:
    described = describe(database, spec.sql)
    assert len(described.parameters) == len(spec.parameters)
    for (name, hint), kind in zip(spec.parameters.items(), described.parameters, strict=True):
        wanted, _ = split(hint)
        if spec.batched:
            wanted = GenericAlias(list, wanted)
        assert KINDS.get(kind) == wanted, f"{name}: {hint} does not accept {kind}"


@specs
def test_columns_match_the_row_type(database: "psycopg.Connection[Any]", spec: Spec) -> None:
    columns = describe(database, spec.sql).columns
    if spec.kind == "nothing":
        assert [c for c in columns if c.kind != "void"] == [], "the stub returns None and the statement returns rows"
        return
    if spec.batched:
        assert columns[0][:2] == ("ord", "int8"), "a batched query returns the item's position first"
        columns = columns[1:]
    if (taken := columns_of(spec.row)) is not None:
        fields = list(taken.items())
        assert [column.name for column in columns] == [name for name, _ in fields]
    else:
        assert len(columns) == 1, "a scalar is one column"
        fields = [(columns[0].name, spec.row)]
    for column, (_, hint) in zip(columns, fields, strict=True):
        wanted, may_be_null = split(hint)
        assert KINDS.get(column.kind) == wanted, f"{column.name}: {hint} does not accept {column.kind}"
        if column.nullable and not may_be_null and spec.kind != "value_or_none":
            assert f"{spec.name} {column.name}" in NEVER_NULL, f"{column.name} may be null: add `| None`"


@pytest.mark.parametrize("exempt", NEVER_NULL)
def test_exempt_queries_exist(database: "psycopg.Connection[Any]", exempt: str) -> None:
    name, column = exempt.split()
    spec = next(spec for spec in SPECS.values() if spec.name == name)
    assert any(found.name == column and found.nullable for found in describe(database, spec.sql).columns)


@specs
def test_queries_follow_the_text_rules(spec: Spec) -> None:
    text = spec.path.read_text(encoding="utf-8")
    sql = bare(spec.sql)
    assert ";" not in sql, "one statement per file"
    assert bad_stars(sql) == [], "a star may only stand for the columns of a subquery or a CTE"
    assert not re.search(r"\boffset\b", sql) or spec.name in WITH_OFFSET, "use keyset pagination"
    for number in range(1, len(spec.parameters) + 1):
        assert re.search(rf"\${number}\b", sql), f"${number} is not used"
    if _wants_reason(sql):
        assert text.startswith("--"), "the first line must explain why the query is written this way"


def bad_stars(sql: str) -> list[str]:
    """Return the stars over anything but a subquery or a CTE. Those list their columns: the rule holds in them, too."""
    stars: list[str] = re.findall(r"(?:\bselect|\bdistinct|\ball|\breturning|,)\s*\*|\w+\.\*", sql)
    return [star for star in stars if not (star.endswith(".*") and _is_derived(star.removesuffix(".*"), sql))]


def _is_derived(alias: str, sql: str) -> bool:
    if re.search(rf"\b{alias} as (?:(?:not )?materialized )?\(\s*select\b", sql):
        return True
    for found in re.finditer(rf"\)\s*(?:as\s+)?{alias}\b", sql):
        depth = 0
        for place in range(found.start(), -1, -1):
            depth += {")": 1, "(": -1}.get(sql[place], 0)
            if depth == 0:
                break
        if not re.match(r"\(\s*select\b", sql[place:]):
            return False
    return re.search(rf"\)\s*(?:as\s+)?{alias}\b", sql) is not None


@pytest.mark.parametrize(
    ("sql", "bad"),
    [
        ("select page.* from (select p.title from project p) page", []),
        ("select k.ord, f.* from unnest($1) k cross join lateral (select 1 as n) f", []),
        ("with found as (select 1 as n) select found.* from found", []),
        ("select p.* from project p", ["p.*"]),
        ("select page.* from (select p.* from project p) page", ["p.*"]),
        ("select k.* from unnest($1) k", ["k.*"]),
        ("select * from (select 1 as n) page", ["select *"]),
        ("with found as (select 1 as n) select * from found", ["select *"]),
        ("select 1, * from project", [", *"]),
        ("delete from project returning *", ["returning *"]),
    ],
)
def test_a_star_over_a_table_would_be_seen(sql: str, bad: list[str]) -> None:
    assert bad_stars(sql) == bad


@specs
def test_membership_is_looked_up_by_key(spec: Spec) -> None:
    """PostgreSQL may plan `or exists` as a hash of all of a maker's projects: see projects/find_by_slug."""
    assert not re.search(r"\bor exists \(\s*select from project_member\b", bare(spec.sql))


def _wants_reason(sql: str) -> bool:
    """Return whether the statement is more than a plain access to one table by key."""
    return bool(re.search(r"\b(join|with|for update|on conflict|order by|unnest|exists|limit|in \(\s*select)\b", sql))


# Statements that would leak to the next request on a connection without a reset query

BANNED = {
    "session SET": r"^\s*set\s+(?!local\b)[\w.]+\s*(=|to\b)|^\s*set\s+session\b|set_config\s*\([^)]*,\s*false\s*\)",
    "LISTEN": r"^\s*(un)?listen\b",
    "session advisory lock": r"\bpg_(try_)?advisory_(un)?lock(_shared)?\b",
    "cursor": r"^\s*declare\b.*\bcursor\b",
    "PREPARE": r"^\s*(prepare|deallocate|discard)\b",
    "temporary table": r"\bcreate\s+(global\s+|local\s+)?temp(orary)?\b",
}
ON_CONNECTIONS_OF_THEIR_OWN = {
    "service/db/migrations.py": "holds its lock on a separate connection",
    "service/dev/local/": "one developer's machine",
    "service/processes/job.py": "listens on a separate connection",
    "service/dev/demo/": "loads in one short-lived process",
}


@pytest.mark.parametrize("what", BANNED)
def test_no_query_changes_its_connection(what: str) -> None:
    guilty = [spec.name for spec in SPECS.values() if re.search(BANNED[what], bare(spec.sql).strip())]
    assert guilty == []


@cache
def _texts(path: Path) -> list[str]:
    """Return all string literals of a module except docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    statements = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements
    ]


def _modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("what", BANNED)
def test_no_sql_in_code_changes_its_connection(what: str) -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in _modules("service")
        if not str(path.relative_to(ROOT)).startswith(tuple(ON_CONNECTIONS_OF_THEIR_OWN))
        for text in _texts(path)
        if "\n" not in text and " " in text and re.search(BANNED[what], text.lower())
    ]
    assert guilty == []


def test_banned_statements_are_detected() -> None:
    for what, statement in {
        "session SET": "set search_path = x",
        "LISTEN": "listen jobs",
        "session advisory lock": "select pg_advisory_lock(1)",
        "cursor": "declare c cursor for select 1",
        "PREPARE": "discard all",
        "temporary table": "create temp table t (n int)",
    }.items():
        assert re.search(BANNED[what], statement), what
    assert not re.search(BANNED["session SET"], "update a\nset b = 1")
    assert not re.search(BANNED["session SET"], "set local statement_timeout = 1")
    assert not re.search(BANNED["session advisory lock"], "select pg_try_advisory_xact_lock(1)")


_STATEMENT = re.compile(
    r"\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|with\s+\w+\s+as)\b", re.IGNORECASE | re.DOTALL
)


def test_features_contain_no_sql() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {text[:60]}"
        for path in _modules("service/features")
        for text in _texts(path)
        if _STATEMENT.match(text)
    ]
    assert guilty == []


# Names in the schema


def test_constraints_have_explicit_names(database: "psycopg.Connection[Any]") -> None:
    """A name starts with the table's name; a check's name says what holds.

    PostgreSQL's numbers (`_check1`) never appear.
    """
    found = database.execute(
        "select r.relname, c.conname, c.contype from pg_constraint c join pg_class r on r.oid = c.conrelid"
        " where c.connamespace = 'public'::regnamespace and r.relname not like '\\_yoyo%%'"
        " and r.relname not like 'yoyo%%' and c.contype <> 'n'"
    ).fetchall()
    assert found
    for table, name, _ in found:
        assert name.startswith(f"{table}_"), f"{name} on {table}"
        assert not re.search(r"(_check|_key|_fkey|_excl)\d+$", name), name


_NAMED = {
    r"\breferences\b": r"\bconstraint \w+ foreign key \([^)]*\) references\b",
    r"\bcheck \(": r"\bconstraint \w+ check \(",
    r"\bprimary key\b": r"\bconstraint \w+ primary key\b",
    r"\bunique (\(|nulls)": r"\bconstraint \w+ unique (\(|nulls)",
    r"\bcreate (unique )?index (concurrently )?(if not exists )?on\b": r"(?!)",
}


def test_migrations_name_their_constraints_and_indexes() -> None:
    for path in sorted((ROOT / "migrations").glob("*.sql")):
        text = " ".join(bare(path.read_text(encoding="utf-8")).split())
        for made, named in _NAMED.items():
            assert len(re.findall(made, text)) == len(re.findall(named, text)), f"{path.name}: {made}"


def test_every_foreign_key_has_an_index(database: "psycopg.Connection[Any]") -> None:
    """Without an index, deleting or updating the referenced row scans the whole table."""
    bare_keys = database.execute(
        """
        select c.conname from pg_constraint c
        where c.contype = 'f' and not exists (
            select from pg_index i
            cross join lateral (select string_to_array(i.indkey::text, ' ')::int2[] as columns) as k
            where i.indrelid = c.conrelid and i.indpred is null and (
                k.columns[1:cardinality(c.conkey)] @> c.conkey
                or i.indisunique and k.columns <@ c.conkey  -- finds one row by a part of the key
            )
        )
        """
    ).fetchall()
    assert bare_keys == []


def test_no_index_is_invalid(database: "psycopg.Connection[Any]") -> None:
    assert database.execute("select indexrelid::regclass from pg_index where not indisvalid").fetchall() == []


def test_constraints_mapped_to_errors_exist(database: "psycopg.Connection[Any]") -> None:
    known = {name for (name,) in database.execute("select conname from pg_constraint")}
    known |= {name for (name,) in database.execute("select relname from pg_class where relkind = 'i'")}
    # Functions raise some of these names as if they were constraints.
    raised = r"select (regexp_matches(prosrc, 'constraint = ''(\w+)''', 'g'))[1] from pg_proc"
    known |= {name for (name,) in database.execute(raised)}
    assert set(service.app.constraints().by_name) <= known
