"""Test lists: complete pages, signed cursors and query plans."""

import base64
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from service.core.ids import new_id
from service.features.projects.projects import queries
from tests.api import ApiClient, RunningService
from tests.plans import nodes_of, settle


async def _add(
    service: RunningService,
    handle: str,
    ages: list[int],
    *,
    prefix: str = "p",
    visibility: str = "public",
    tags: list[str] | None = None,
) -> None:
    """Publish projects of the given ages in minutes; equal ages have the same time."""
    now = service.clock().replace(microsecond=0)
    owner = await service.context.db.fetchval("select maker_id from maker where handle = $1", handle)
    assert isinstance(owner, UUID)
    for number, age in enumerate(ages):
        at = now - timedelta(minutes=age)
        await queries.insert(
            service.context.db,
            project_id=new_id(),
            owner_id=owner,
            slug=f"{prefix}-{number}",
            title=f"Title {number}",
            tagline="",
            body="A text",
            links="[]",
            cover_url=None,
            tags=tags or [],
            license=None,
            visibility=visibility,
            status="published",
            created_at=at,
            updated_at=at,
            published_at=at,
        )


def _slugs(pages: list[list[dict[str, Any]]]) -> list[str]:
    return [project["slug"] for page in pages for project in page]


async def test_pages_of_any_size_are_ordered_newest_first(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    # Three projects with equal times cross page borders.
    await _add(service, "ada", [n // 3 for n in range(23)])
    (whole,) = await visitor.pages("/projects?sort=new")
    assert [p["published_at"] for p in whole] == sorted((p["published_at"] for p in whole), reverse=True)
    assert "body" not in whole[0]
    for path in ("/projects?sort=new", "/makers/ada/projects"):
        for limit in (1, 2, 7, 22, 23, 24):
            pages = await visitor.pages(path, limit)
            assert [p for page in pages for p in page] == whole
            assert len(pages) == -(-23 // limit)
    own = await ada.pages("/me/projects", 7)
    assert _slugs(own) == _slugs([whole])


async def test_pages_are_complete_while_others_publish(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    """Projects that exist throughout appear once, despite inserts, deletions and changes."""
    await _add(service, "ada", list(range(20)))
    seen: list[str] = []
    cursor = ""
    for turn in range(10):
        page = (await visitor.get(f"/projects?sort=new&limit=3{cursor}")).expect(200).json
        seen += [p["slug"] for p in page["data"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
        # Insert at the front, and delete the row of the cursor.
        await _add(service, "ada", [-1 - turn], prefix=f"new{turn}")
        (await ada.delete(f"/projects/ada/{seen[-1]}")).expect(204)
    assert seen == [f"p-{n}" for n in range(20)]


async def test_only_public_published_projects_are_listed(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    visitor = service.client()
    await _add(service, "ada", [1], prefix="public")
    await _add(service, "ada", [2], prefix="unlisted", visibility="unlisted")
    await _add(service, "ada", [3], prefix="private", visibility="private")
    await ada.draft("Draft")
    await _add(service, "bob", [4], prefix="theirs")
    assert _slugs(await visitor.pages("/projects?sort=new")) == ["public-0", "theirs-0"]
    for client in (visitor, ada, bob):
        assert _slugs(await client.pages("/makers/ada/projects")) == ["public-0"]
    assert _slugs(await bob.pages("/makers/BOB/projects")) == ["theirs-0"]
    (await visitor.get("/makers/nobody/projects")).expect(404)
    assert _slugs(await bob.pages("/me/projects")) == ["theirs-0"]
    assert _slugs(await ada.pages("/me/projects")) == ["draft", "public-0", "unlisted-0", "private-0"]


async def test_own_projects_are_filtered_by_status(ada: ApiClient) -> None:
    await ada.draft("Draft")
    await ada.published("Published", visibility="private")
    archived = await ada.published("Archived")
    (await ada.post(f"{archived}/archive")).expect(200)
    (await ada.delete(await ada.published("Deleted"))).expect(204)
    for status in ("draft", "published", "archived", "deleted"):
        assert _slugs(await ada.pages(f"/me/projects?status={status}")) == [status]
    assert await ada.pages("/me/projects?status=removed") == [[]]
    assert _slugs(await ada.pages("/me/projects", 1)) == ["deleted", "archived", "published", "draft"]
    (await ada.get("/me/projects?status=mine")).expect(422)


async def test_an_unchanged_list_gets_304(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.published()
    tag = (await visitor.get("/projects")).headers["ETag"]
    (await visitor.get("/projects", headers={"If-None-Match": tag})).expect(304)
    (await ada.edit(path, tagline="New")).expect(200)
    (await visitor.get("/projects", headers={"If-None-Match": tag})).expect(200)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("limit=0", 422),
        ("limit=101", 422),
        ("limit=-1", 422),
        ("limit=1000000000", 422),
        ("limit=1e1", 422),
        ("limit=", 422),
        ("sort=old", 422),
        ("page=2", 422),
        ("offset=1", 422),
        ("cursor=", 400),
        ("cursor=x", 400),
        ("cursor=%00", 400),
        ("cursor=%F0%9F%A7%B5", 400),
        (f"cursor={'A' * 200}", 400),
        (f"cursor={'A' * 1001}", 422),
    ],
)
async def test_invalid_page_parameters_are_rejected(visitor: ApiClient, query: str, status: int) -> None:
    (await visitor.get(f"/projects?{query}")).expect(status)


async def test_a_cursor_is_valid_for_its_list_only(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await _add(service, "ada", [1, 2, 3])
    await _add(service, "bob", [4, 5, 6])
    cursor = (await ada.get("/projects?limit=1")).json["next_cursor"]
    (await ada.get(f"/projects?limit=2&cursor={cursor}")).expect(200)  # another limit is allowed
    (await ada.get(f"/makers/ada/projects?cursor={cursor}")).expect(400, "invalid_cursor")
    (await ada.get(f"/me/projects?cursor={cursor}")).expect(400, "invalid_cursor")
    adas = (await ada.get("/makers/ada/projects?limit=1")).json["next_cursor"]
    (await ada.get(f"/makers/bob/projects?cursor={adas}")).expect(400, "invalid_cursor")
    mine = (await ada.get("/me/projects?limit=1")).json["next_cursor"]
    (await ada.get(f"/me/projects?cursor={mine}")).expect(200)
    (await bob.get(f"/me/projects?cursor={mine}")).expect(400, "invalid_cursor")
    for narrowed in ("status=published", "role=owner"):
        (await ada.get(f"/me/projects?{narrowed}&cursor={mine}")).expect(400, "invalid_cursor")


async def test_a_changed_cursor_is_rejected(service: RunningService, ada: ApiClient, visitor: ApiClient) -> None:
    await _add(service, "ada", [1, 2])
    cursor = (await visitor.get("/projects?limit=1")).json["next_cursor"]
    data = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        forged = base64.urlsafe_b64encode(changed).rstrip(b"=").decode()
        (await visitor.get(f"/projects?cursor={forged}")).expect(400, "invalid_cursor")
    (await visitor.get(f"/projects?cursor={cursor}")).expect(200)


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
            project_id, owner_id, slug, title, tagline, status, visibility, created_at, updated_at, published_at,
            deleted_at
        )
        select
            gen_random_uuid(), m.maker_id, 'p-' || n, 'Title', 'A line', 'published',
            case when n % 20 = 0 then 'private' else 'public' end, now() - n * interval '1 minute', now(),
            now() - n * interval '1 minute', case when n % 33 = 0 then now() end
        from generate_series(1, 100000) n
        join maker_row m on m.handle = 'maker-' || (1 + n % 1000)
        returning project_id, owner_id, created_at
    ),

    stats_row as (
        insert into project_stats (project_id) select project_id from project_row
    )

    insert into project_member select project_id, owner_id, 'owner', created_at from project_row
"""
MEMBERSHIPS = """
    insert into project_member
    select p.project_id, m.maker_id, case when p.visibility = 'private' then 'editor' else 'viewer' end, p.created_at
    from maker m
    join project p on p.owner_id <> m.maker_id
    where m.handle = 'maker-8'
"""
"""One maker is a member of every project: viewer of 95 %, editor of the rest, and owner of 0.1 %."""
LAST = "'9999-12-31Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'"
MAKER = "(select maker_id from maker where handle = 'maker-7')"


def test_lists_and_lookups_read_along_their_index(database_url: str) -> None:
    """With 100,000 projects: no sort, no full scan, and no more rows read than returned."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        # Without triggers, which work per project and whose rows are not needed here.
        connection.execute("set session_replication_role = replica")
        connection.execute(FILL)
        connection.execute(MEMBERSHIPS)
        connection.execute("analyze")
        settle(connection)
        deep = connection.execute(
            "select quote_literal(published_at) || ', ' || quote_literal(project_id) from project"
            " where visibility = 'public' and deleted_at is null order by published_at limit 1 offset 1000"
        ).fetchone()
        assert deep is not None
        maker = connection.execute(f"select quote_literal({MAKER})").fetchone()
        assert maker is not None
        busy = connection.execute("select quote_literal(maker_id) from maker where handle = 'maker-8'").fetchone()
        assert busy is not None
        far = connection.execute(
            "select quote_literal(created_at) || ', ' || quote_literal(project_id) from project"
            " order by created_at limit 1 offset 1000"
        ).fetchone()
        assert far is not None
        joined = "project_member_maker_since_idx"
        cases = [
            ("list_newest", f"{LAST}, 21", "project_newest_idx", 21),
            ("list_newest", f"{deep[0]}, 21", "project_newest_idx", 21),
            ("list_shown", f"{maker[0]}, {LAST}, 21", "project_shown_idx", 21),
            ("list_own", f"{maker[0]}, null, null, now(), {LAST}, 21", joined, 21),
            ("list_own", f"{busy[0]}, null, null, '-infinity', {LAST}, 21", joined, 22),
            ("list_own", f"{busy[0]}, null, null, '-infinity', {far[0]}, 21", joined, 22),
            ("list_own", f"{busy[0]}, 'viewer', 'published', '-infinity', {LAST}, 21", joined, 22),
            # No match: only this maker's memberships are read.
            ("list_own", f"{maker[0]}, null, 'archived', '-infinity', {LAST}, 21", joined, 100),
            ("list_own", f"{maker[0]}, 'editor', null, '-infinity', {LAST}, 21", joined, 100),
            ("find_by_slug", "'{maker-7,maker-8}', '{p-6,p-1007}', '{null,null}'", "project_slug_key", 1),
            ("find_address", "'maker-7', 'p-6', null, now()", "project_slug_key", 1),
            ("lock_for", f"'maker-7', 'p-6', {maker[0]}, '{{owner}}'", "project_slug_key", 1),
        ]
        for name, arguments, index, rows in cases:
            nodes = nodes_of(connection, f"projects/{name}", arguments)
            used = {node.get("Index Name"): node for node in nodes}
            assert index in used, name
            touched = used[index]["Actual Rows"] + used[index].get("Rows Removed by Filter", 0)
            assert touched <= rows + 2, name
            read_whole = {node.get("Relation Name") for node in nodes if node["Node Type"] == "Seq Scan"}
            # Empty tables.
            assert read_whole <= {"project_slug", "handle_reservation"}, name
            if name.startswith("list"):
                assert "Sort" not in {node["Node Type"] for node in nodes}, name
