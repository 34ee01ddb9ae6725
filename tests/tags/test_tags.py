"""Test tags: validation, lists, and counts that equal the lists."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.api import ApiClient, RunningService
from tests.plans import nodes_of, settle


async def tag_counts(client: ApiClient) -> dict[str, int]:
    """Return all tags with their counts, after comparing them with their pages and lists."""
    (tags,) = await client.pages("/tags")
    for tag in tags:
        assert (await client.get(f"/tags/{tag['name']}")).expect(200).json == tag
        (projects,) = await client.pages(f"/tags/{tag['name']}/projects")
        assert len(projects) == tag["projects"] > 0
        assert all(tag["name"] in project["tags"] for project in projects)
        assert await client.pages(f"/projects?sort=new&tag={tag['name']}") == [projects]
    return {tag["name"]: tag["projects"] for tag in tags}


async def test_a_project_has_normalized_tags(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    path = await ada.published(tags=["speech", "education"])
    shown = (await visitor.get(path)).expect(200)
    assert shown.json["tags"] == ["speech", "education"]
    for listed in ("/projects", "/makers/ada/projects"):
        assert (await visitor.get(listed)).json["data"][0]["tags"] == ["speech", "education"]
    assert (await ada.get("/me/projects")).json["data"][0]["tags"] == ["speech", "education"]
    assert await tag_counts(visitor) == {"education": 1, "speech": 1}

    (await ada.edit(path, title="Another title")).expect(200)
    assert (await visitor.get(path)).json["tags"] == ["speech", "education"]
    edited = (await ada.edit(path, tags=["education", "ai"])).expect(200)
    assert edited.json["tags"] == ["education", "ai"]
    (await bob.edit(path, tags=["mine"])).expect(403, "not_yours")
    assert await tag_counts(visitor) == {"ai": 1, "education": 1}
    (await ada.edit(path, tags=[])).expect(200)
    assert await tag_counts(visitor) == {}
    (await visitor.get("/tags/education")).expect(404, "not_found")
    (await visitor.get("/tags/education/projects")).expect(404, "not_found")


@pytest.mark.parametrize(
    ("tags", "pointers"),
    [
        (["a"], {"/tags/0": "too_short"}),
        (["x" * 31], {"/tags/0": "too_long"}),
        (["Big"], {"/tags/0": "wrong_format"}),
        (["two words"], {"/tags/0": "wrong_format"}),
        (["-ab", "ab-", "a--b", "é1"], {f"/tags/{at}": "wrong_format" for at in range(4)}),
        (["ok", "ok"], {"/tags/1": "duplicate"}),
        ([f"tag-{n}" for n in range(6)], {"/tags": "too_many"}),
        (None, {"/tags": "wrong_type"}),
        ("ai", {"/tags": "wrong_type"}),
        ([1], {"/tags/0": "wrong_type"}),
    ],
)
async def test_invalid_tags_are_rejected(ada: ApiClient, tags: Any, pointers: dict[str, str]) -> None:
    assert (await ada.create_project(tags=tags)).expect(422).pointers == pointers


async def test_counts_follow_changes_of_a_project(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.draft(tags=["ai", "speech"])
    theirs = await bob.published("Theirs", tags=["ai"])
    alone, both = {"ai": 1}, {"ai": 2, "speech": 1}
    assert await tag_counts(visitor) == alone
    assert await tag_counts(ada) == alone  # own drafts are not counted either
    (await ada.post(f"{path}/publish")).expect(200)
    assert await tag_counts(visitor) == both
    for visibility, expected in (("unlisted", alone), ("private", alone), ("public", both)):
        (await ada.edit(path, visibility=visibility)).expect(200)
        assert await tag_counts(visitor) == expected, visibility
    # Hide and retag in one edit.
    (await ada.edit(path, visibility="private", tags=["secret-plan"])).expect(200)
    assert await tag_counts(visitor) == alone
    (await visitor.get("/tags/secret-plan")).expect(404)
    (await ada.edit(path, visibility="public", tags=["ai", "speech"])).expect(200)
    (await ada.post(f"{path}/archive")).expect(200)
    assert await tag_counts(visitor) == alone
    (await ada.post(f"{path}/unarchive")).expect(200)
    assert await tag_counts(visitor) == both
    (await ada.delete(path)).expect(204)
    assert await tag_counts(visitor) == alone
    (await ada.post(f"{path}/restore")).expect(200)
    assert await tag_counts(visitor) == both
    (await bob.delete(theirs)).expect(204)
    (await ada.delete_me()).expect(204)
    assert await tag_counts(visitor) == {}
    # The purge changes no count, because deletion already did.
    service.clock.move(timedelta(days=31))
    from service.features.projects.projects.jobs import purge

    await purge(service.context, {})
    assert await tag_counts(visitor) == {}


async def test_pages_of_any_size_are_ordered_by_use(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    for number, (client, tags) in enumerate(
        [
            (ada, ["ai", "bees", "cats"]),
            (ada, ["ai", "bees"]),
            (bob, ["ai", "zebras", "dogs"]),
            (bob, ["ai", "bees", "dogs"]),
        ]
    ):
        await client.published(f"P {number}", tags=tags)
    expected = [("ai", 4), ("bees", 3), ("dogs", 2), ("cats", 1), ("zebras", 1)]
    assert list((await tag_counts(visitor)).items()) == expected
    for limit in (1, 2, 4, 5):
        pages = await visitor.pages("/tags", limit)
        assert [(tag["name"], tag["projects"]) for page in pages for tag in page] == expected
    (projects,) = await visitor.pages("/tags/AI/projects")
    assert [p["slug"] for p in projects] == ["p-3", "p-2", "p-1", "p-0"]
    assert [p for page in await visitor.pages("/tags/ai/projects", 1) for p in page] == projects
    assert [p for page in await visitor.pages("/projects?sort=new&tag=ai", 3) for p in page] == projects

    cursor = (await visitor.get("/projects?tag=ai&limit=1")).json["next_cursor"]
    (await visitor.get(f"/projects?tag=ai&cursor={cursor}")).expect(200)
    (await visitor.get(f"/projects?tag=bees&cursor={cursor}")).expect(400, "invalid_cursor")
    (await visitor.get(f"/projects?cursor={cursor}")).expect(400, "invalid_cursor")
    assert await visitor.pages("/projects?tag=none") == [[]]

    tag = (await visitor.get("/tags")).headers["ETag"]
    (await visitor.get("/tags", headers={"If-None-Match": tag})).expect(304)
    await ada.published("More", tags=["ai"])
    (await visitor.get("/tags", headers={"If-None-Match": tag})).expect(200)


@pytest.mark.parametrize("path", ["/tags", "/tags/ai", "/tags/ai/projects", "/projects?tag=ai"])
async def test_the_number_of_statements_does_not_depend_on_the_list(
    service: RunningService, ada: ApiClient, visitor: ApiClient, path: str
) -> None:
    async def statements() -> int:
        before = service.app.deps.db.statement_count
        (await visitor.get(path)).expect(200)
        return service.app.deps.db.statement_count - before

    await ada.published(tags=["ai"])
    few = await statements()
    for number in range(15):
        await ada.published(f"N {number}", tags=["ai", f"tag-{number}"])
    assert await statements() == few <= 2


# Query plans

FILL = """
    with maker_row as (
        insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)
        select gen_random_uuid(), 'maker-' || n, n || '@example.org', 'Maker', 'x', now(), now()
        from generate_series(1, 1000) n
        returning maker_id, handle
    ),

    project_row as (
        insert into project (
            project_id, owner_id, slug, title, tagline, status, visibility, tags, created_at, updated_at, published_at
        )
        select
            gen_random_uuid(), m.maker_id, 'p-' || n, 'Title', 'A line', 'published', 'public',
            array['common', 'tag-' || n % 300], now() - n * interval '1 minute', now(), now() - n * interval '1 minute'
        from generate_series(1, 100000) n
        join maker_row m on m.handle = 'maker-' || (1 + n % 1000)
        returning project_id, owner_id, created_at
    ),

    stats_row as (
        insert into project_stats (project_id) select project_id from project_row
    ),

    workflow_row as (
        insert into workflow (
            workflow_id, project_id, slug, title, head_number, root_workflow_id, created_at, updated_at
        )
        select gen_random_uuid(), project_id, 'w' || n, 'Title', 1, project_id, now(), now()
        from project_row
        cross join generate_series(1, 2) n
        returning workflow_id, project_id
    ),

    version_row as (
        insert into workflow_version (
            version_id, workflow_id, number, content_hash, content, steps, variables, author_id, created_at
        )
        select gen_random_uuid(), w.workflow_id, 1, sha256(''), '{}', 1, 0, p.owner_id, now()
        from workflow_row w
        join project_row p on p.project_id = w.project_id
    )

    insert into project_member select project_id, owner_id, 'owner', created_at from project_row
"""
# The rows that triggers would write, inserted faster.
LISTED = """
    insert into project_tag
    select t.tag, p.published_at, p.project_id from project p cross join unnest(p.tags) as t (tag)
"""
USED = """
    insert into tool_use
    select t.tool_id, w.workflow_id, p.published_at, p.project_id
    from workflow w
    join project p on p.project_id = w.project_id
    join tool t on t.slug = 'claude' or t.slug = 'ollama' and p.slug like '%7'
"""


def test_lists_read_along_their_index(database_url: str) -> None:
    """With 100,000 projects and 200,000 workflows, on first and deep pages: no sort, no full scan, few rows."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        for statement in ("set session_replication_role = replica", FILL, LISTED, USED):
            connection.execute(statement.encode())
        connection.execute("insert into tag select tag, count(*) from project_tag group by tag")
        connection.execute("insert into tool_stats select tool_id, count(*) from tool_use group by tool_id")
        connection.execute("insert into tag select 'rare-' || n, 1 from generate_series(1, 50000) n")
        connection.execute("analyze")
        settle(connection)
        first = "'9999-12-31Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'"
        row = connection.execute(
            "select quote_literal(published_at) || ', ' || quote_literal(project_id) from project"
            " order by published_at limit 1 offset 5000"
        ).fetchone()
        assert row is not None
        deep = row[0]
        row = connection.execute("select quote_literal(tool_id) from tool where slug = 'claude'").fetchone()
        assert row is not None
        tool = row[0]
        cases = [
            ("projects/list_tagged", f"'common', {first}, 21", {"project_tag_pkey": 110}),
            ("projects/list_tagged", f"'common', {deep}, 21", {"project_tag_pkey": 110}),
            ("projects/list_tagged", f"'tag-7', {first}, 21", {"project_tag_pkey": 110}),
            ("projects/list_using", f"'claude', {first}, 21", {"tool_use_project_idx": 210}),
            ("projects/list_using", f"'claude', {deep}, 21", {"tool_use_project_idx": 210}),
            # The rarer of tag and tool is read.
            ("projects/list_tagged_using", f"'common', 'claude', {first}, 21", {"project_tag_pkey": 110}),
            ("projects/list_tagged_using", f"'common', 'claude', {deep}, 21", {"project_tag_pkey": 110}),
            ("projects/list_tagged_using", f"'tag-7', 'claude', {first}, 21", {"project_tag_pkey": 110}),
            ("projects/list_tagged_using", f"'common', 'ollama', {first}, 21", {"tool_use_project_idx": 210}),
            ("projects/list_tagged_using", f"'common', 'ollama', {deep}, 21", {"tool_use_project_idx": 210}),
            ("projects/list_tagged_using", f"'common', 'whisper', {first}, 21", {"tool_use_project_idx": 0}),
            (
                "tools/list_workflows",
                f"{tool}, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21",
                {"tool_use_pkey": 110},
            ),
            ("tags/list_most_used", "2147483647, '', 21", {"tag_most_used_idx": 110}),
            ("tags/list_most_used", "1, 'rare-30000', 21", {"tag_most_used_idx": 110}),
        ]
        for name, arguments, indexes in cases:
            nodes = nodes_of(connection, name, arguments)
            used = {node.get("Index Name"): node for node in nodes}
            for index, rows in indexes.items():
                assert index in used, (name, nodes)
                assert used[index]["Actual Rows"] <= rows, (name, used[index])
                assert used[index].get("Rows Removed by Filter", 0) == 0, (name, used[index])
            for node in nodes:
                if node["Node Type"] == "Seq Scan":
                    assert node["Relation Name"] in ("tool", "tool_stats"), name  # small, hand-written tables
                if node["Node Type"] == "Sort":
                    assert node["Actual Rows"] <= 101, (name, node)  # at most one page
                assert node["Actual Rows"] * node["Actual Loops"] <= 500, (name, arguments, node)
