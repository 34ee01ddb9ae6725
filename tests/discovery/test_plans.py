"""Test the query plans of ranked lists, reactions and follows with 40,000 projects."""

import psycopg

from tests.discovery.filled_database import FILL
from tests.plans import nodes_of, settle

LAST = "'ffffffff-ffff-ffff-ffff-ffffffffffff'"
DEEP = 30_000
SMALL = {"tool", "tool_stats"}
"""Small tables with hand-written rows."""


def test_every_query_reads_along_an_index(database_url: str) -> None:
    """The first page and deep pages scan no table, sort at most one page and touch few rows."""
    with psycopg.connect(database_url, autocommit=True) as connection:

        def one(sql: str) -> str:
            row = connection.execute(sql.encode()).fetchone()
            assert row is not None
            return str(row[0])

        for statement in FILL:
            connection.execute(statement.encode())
        connection.execute("insert into tag select 'rare-' || n, 1 from generate_series(1, 50000) n")
        connection.execute("analyze tag")
        settle(connection)

        def rank(topic: str, column: str) -> str:
            return one(
                f"select {column} || ', ' || quote_literal(project_id) from project_rank where topic = '{topic}'"
                f" order by {column} desc, project_id desc limit 1 offset {DEEP}"
            )

        def since(table: str, key: str, other: str, value: str, depth: int) -> str:
            return one(
                f"select quote_literal(created_at) || ', ' || quote_literal({other}) from {table} where {key} = {value}"
                f" order by created_at desc, {other} desc limit 1 offset {depth}"
            )

        keen, known = (one(f"select quote_literal(maker_id) from maker where handle = 'maker-{n}'") for n in (1, 2))
        loved = one("select quote_literal(project_id) from project where slug = 'p-7'")
        first = f"'9999-12-31Z', {LAST}"
        hottest, deep_hot = f"'infinity', {LAST}", rank("all", "hot")
        top, deep_top = f"2147483647, {LAST}", rank("all", "stars")
        ever = "4, '-infinity'"
        cases = [
            ("list_hot", f"'all', {hottest}, 21"),
            ("list_hot", f"'all', {deep_hot}, 21"),
            ("list_hot", f"'tag:common', {rank('tag:common', 'hot')}, 21"),
            ("list_hot", f"'tag:tag-7', {hottest}, 21"),
            ("list_hot_crossing", f"'common', 'claude', {hottest}, 21"),
            ("list_hot_crossing", f"'common', 'claude', {deep_hot}, 21"),
            ("list_hot_crossing", f"'tag-7', 'claude', {hottest}, 21"),
            ("list_hot_crossing", f"'common', 'ollama', {hottest}, 21"),
            ("list_hot_crossing", f"'common', 'whisper', {hottest}, 21"),
            ("list_top", f"'all', {ever}, {top}, 21"),
            ("list_top", f"'all', {ever}, {deep_top}, 21"),
            ("list_top", f"'all', 0, now() - interval '1 day', {top}, 21"),
            ("list_top", f"'all', 3, now() - interval '1 year', {top}, 21"),
            ("list_top", f"'tag:tag-7', {ever}, {top}, 21"),
            ("list_top_crossing", f"'common', 'claude', {ever}, {deep_top}, 21"),
            ("list_top_crossing", f"'tag-7', 'claude', 3, now() - interval '1 year', {top}, 21"),
            ("list_scores", f"array[{loved}]::uuid[]"),
            ("list_starred", f"{keen}, {first}, 21"),
            ("list_starred", f"{keen}, {since('star', 'maker_id', 'project_id', keen, DEEP)}, 21"),
            ("list_stargazers", f"{loved}, {first}, 21"),
            ("list_stargazers", f"{loved}, {since('star', 'project_id', 'maker_id', loved, 3000)}, 21"),
            ("list_followers", f"{known}, {first}, 21"),
            ("list_followers", f"{known}, {since('follow_maker', 'followed_id', 'maker_id', known, 3000)}, 21"),
            ("list_following", f"{known}, {first}, 21"),
            ("list_followed_projects", f"{keen}, {since('follow_project', 'maker_id', 'project_id', keen, DEEP)}, 21"),
            ("list_followed_tags", f"{keen}, '9999-12-31Z', 'zzz', 21"),
            ("list_followed_tools", f"{keen}, {first}, 21"),
            ("get_marks", f"{keen}, array[{loved}]::uuid[], '{{maker-2}}', '{{common}}', '{{claude}}'"),
            ("get_marks", f"{known}, array[{loved}]::uuid[], '{{maker-1}}', '{{common}}', '{{claude}}'"),
            ("insert_star", f"'maker-8', 'p-7', {keen}, now(), gen_random_uuid()"),
            ("delete_star", f"'maker-8', 'p-7', {keen}"),
            ("delete_project_follow", f"'maker-8', 'p-7', {keen}"),
            ("delete_maker_follow", f"'maker-8', {known}"),
            ("delete_stars_of", f"{keen}, 20"),
            ("delete_following_of", f"{known}, 20"),
            ("delete_followers_of", f"{known}, 20"),
            ("advance_period", "1, now() - interval '6 days', 20"),
        ]
        for name, arguments in cases:
            for node in nodes_of(connection, f"discovery/{name}", arguments):
                context = (name, arguments, node)
                assert node["Node Type"] != "Seq Scan" or node["Relation Name"] in SMALL, context
                assert node["Node Type"] != "Sort" or node["Actual Rows"] <= 105, context
                assert node["Actual Rows"] * node["Actual Loops"] <= 250, context
                assert node.get("Rows Removed by Filter", 0) <= 5 or node["Node Type"] == "Seq Scan", context
