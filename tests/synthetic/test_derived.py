"""Test that derived rows of the synthetic data equal those that triggers write for the same events."""

from typing import Any

import psycopg

from tests.synthetic.fixtures import NOW

DERIVED = {
    "project_stats": "project_id, stars, forks, comments, commenters, hot",
    "project_tag": "tag, published_at, project_id",
    "tag": "name, projects",
    "tool_use": "tool_id, workflow_id, published_at, project_id",
    "tool_stats": "tool_id, used_by",
    "maker_stats": "maker_id, followers, following",
    "project_commenter": "project_id, maker_id, comments",
    # A job sets the period; triggers start with 0.
    "project_rank": "project_id, topic, published_at, hot, stars",
    "comment": "comment_id, ups, downs, score, replies",
    "collection": "collection_id, items",
    # Rank and reactions may lag, and word counts are estimates: triggers update them at random.
    "project_search": "project_id, tier, title_key, document",
    "workflow_search": "workflow_id, project_id, tier, document",
    "maker_search": "maker_id, handle, name_key, document",
    "search_word": "kind, word",
}
"""Tables → columns that triggers write."""

COPIED = (
    "maker", "project", "project_member", "workflow", "workflow_version", "workflow_step", "star", "follow_maker",
    "follow_tag", "comment", "comment_vote", "collection", "collection_item",
)  # fmt: skip


def state(connection: "psycopg.Connection[Any]") -> dict[str, list[tuple[Any, ...]]]:
    return {
        table: connection.execute(f"select {columns} from {table} order by {columns}".encode()).fetchall()
        for table, columns in DERIVED.items()
    }


def columns_of(connection: "psycopg.Connection[Any]", table: str) -> list[str]:
    found = connection.execute(
        "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0"
        " and not attisdropped and attgenerated = ''",
        (table,),
    )
    return [name for (name,) in found]


def write_again(connection: "psycopg.Connection[Any]") -> None:
    """Insert all source rows again in their order with triggers enabled."""
    for table in COPIED:
        connection.execute(f"create temp table was_{table} as table {table}".encode())
    connection.execute(f"truncate {', '.join([*COPIED, *DERIVED])} cascade".encode())

    def put(table: str, rest: str = "", /, **instead: str) -> None:
        columns = columns_of(connection, table)
        values = ", ".join(instead.get(name, f"w.{name}") for name in columns)
        connection.execute(
            f"insert into {table} ({', '.join(columns)}) select {values} from was_{table} w {rest}".encode()
        )

    with connection.transaction():
        connection.execute("set constraints all deferred")
        put("maker")
        put("project")
        connection.execute("insert into project_stats (project_id) select project_id from project")
        put("project_member")
    # One workflow at a time, because a remix needs its source's version.
    for workflow_id, head in connection.execute(
        "select workflow_id, head_number from was_workflow order by created_at, workflow_id"
    ).fetchall():
        with connection.transaction():
            put("workflow", f"where w.workflow_id = '{workflow_id}'", head_number="null")
            put("workflow_version", f"where w.workflow_id = '{workflow_id}'")
            put(
                "workflow_step",
                f"join workflow_version v on v.version_id = w.version_id where v.workflow_id = '{workflow_id}'",
            )
            connection.execute("update workflow set head_number = %s where workflow_id = %s", (head, workflow_id))
    put("star")
    put("follow_maker")
    put("comment", "order by w.comment_id", ups="0", downs="0", replies="0")
    put("comment_vote")
    put("collection", items="0")
    put("collection_item")


async def test_derived_rows_equal_those_of_triggers(world_url: str) -> None:
    with psycopg.connect(world_url, autocommit=True) as connection:
        # A followed tag without projects: no trigger creates such a row.
        connection.execute("delete from follow_tag")
        connection.execute("delete from tag where projects = 0")
        derived = state(connection)
        write_again(connection)
        written = state(connection)
    for table, found in derived.items():
        assert found, f"{table} is empty, so nothing is compared"
        assert found == written[table], table


async def test_periods_match_the_time_of_loading(world_url: str) -> None:
    with psycopg.connect(world_url) as connection:
        found = connection.execute("select period, published_at from project_rank").fetchall()
    days = (1, 7, 30, 365)
    assert {(period, sum((NOW - at).total_seconds() / 86_400 >= limit for limit in days)) for period, at in found} == {
        (period, period) for period in {period for period, _ in found}
    }
    assert len({period for period, _ in found}) >= 3
