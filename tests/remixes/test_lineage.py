"""Test the remix tree: content, visibility and cost."""

from typing import Any

import pytest

from service.core.ids import new_id
from service.db.pool import Database, Tx
from tests.api import ApiClient, RunningService
from tests.remixes.actions import forked
from tests.versions.fixtures import numbered


async def lineage(client: ApiClient, path: str) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"{path}/lineage")).expect(200).json
    return found


def tree(found: dict[str, Any]) -> list[tuple[str | None, int | None, int | None]]:
    """Return for each node its owner, the index of its parent and the parent's version."""
    return [
        (node["workflow"] and node["workflow"]["handle"], node["parent"], node["number"]) for node in found["nodes"]
    ]


@pytest.fixture
async def cleo(service: RunningService) -> ApiClient:
    cleo = await service.maker("cleo", address="192.0.2.9")
    await cleo.published("Reading coach")
    return cleo


async def test_the_tree_of_remixes(
    bob: ApiClient, cleo: ApiClient, visitor: ApiClient, source: str, remix: str
) -> None:
    alone = await bob.workflow("/projects/bob/lessons", "Alone")
    assert tree(await lineage(bob, alone)) == [("bob", None, None)]
    (await visitor.get(f"{alone}/lineage")).expect(404)
    (await bob.save_version(source, numbered(2))).expect(201)
    grandchild = await forked(cleo, remix)
    second = await forked(cleo, source)
    wanted = [("bob", None, None), ("ada", 0, 1), ("cleo", 1, 1), ("cleo", 0, 2)]
    for place, path in enumerate((source, remix, grandchild, second)):
        found = await lineage(visitor, path)
        assert (tree(found), found["position"], found["is_complete"]) == (wanted, place, True)
    relative = (await lineage(visitor, second))["nodes"][0]["workflow"]
    original = (await visitor.get(source)).json
    assert relative == {name: original[name] for name in relative}


async def test_hidden_remixes_are_omitted_or_anonymous(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, visitor: ApiClient, source: str, remix: str
) -> None:
    grandchild = await forked(cleo, remix)
    await forked(cleo, source)
    (await ada.edit("/projects/ada/reading-coach", visibility="private")).expect(200)
    # A visible remix derives from it, so it is shown without names.
    for client in (visitor, bob, cleo):
        assert tree(await lineage(client, grandchild)) == [
            ("bob", None, None),
            (None, 0, 1),
            ("cleo", 1, 1),
            ("cleo", 0, 1),
        ]
    assert tree(await lineage(ada, source))[1] == ("ada", 0, 1)
    body = (await visitor.get(f"{source}/lineage")).body
    assert b"reading-coach" in body  # Cleo's project has the same slug
    assert b'"ada"' not in body
    # No visible remix derives from it, so it is omitted.
    (await cleo.delete(grandchild)).expect(204)
    assert tree(await lineage(bob, source)) == [("bob", None, None), ("cleo", 0, 1)]
    assert tree(await lineage(ada, source)) == [("bob", None, None), ("ada", 0, 1), ("cleo", 0, 1)]
    (await visitor.get(f"{remix}/lineage")).expect(404)


async def test_unlisted_remixes_are_shown_only_on_their_own_path(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, visitor: ApiClient, source: str, remix: str
) -> None:
    """An unlisted workflow appears as the source of a remix and on its own page."""
    grandchild = await forked(cleo, remix)
    (await ada.edit("/projects/ada/reading-coach", visibility="unlisted")).expect(200)
    whole = [("bob", None, None), ("ada", 0, 1), ("cleo", 1, 1)]
    for client in (visitor, bob, cleo):
        assert tree(await lineage(client, source)) == [("bob", None, None), (None, 0, 1), ("cleo", 1, 1)]
        assert tree(await lineage(client, grandchild)) == whole
        assert tree(await lineage(client, remix)) == whole
    assert tree(await lineage(ada, source)) == whole
    (await cleo.delete(grandchild)).expect(204)
    assert tree(await lineage(visitor, source)) == whole[:1]
    assert tree(await lineage(ada, source)) == whole[:2]


async def test_the_tree_stays_connected_without_its_root(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, visitor: ApiClient, source: str, remix: str
) -> None:
    sibling = await forked(cleo, source)
    (await bob.delete(source)).expect(204)
    found = await lineage(visitor, sibling)
    assert (tree(found), found["position"]) == ([("ada", None, 1), ("cleo", None, 1)], 1)


async def test_the_size_of_the_tree_is_limited(
    database_url: str,
    service: RunningService,
    ada: ApiClient,
    cleo: ApiClient,
    visitor: ApiClient,
    source: str,
    remix: str,
) -> None:
    """The tree contains the oldest remixes; a newer one also sees its ancestors and its own remixes."""
    await _spread(database_url, 300)
    late = await forked(cleo, await forked(cleo, remix))
    await forked(cleo, late)
    first = await lineage(visitor, source)
    assert (len(first["nodes"]), first["position"], first["is_complete"]) == (
        201,
        0,
        False,
    )  # the first 200 of the tree and of its own remixes
    found = await lineage(visitor, late)
    handles = tree(found)
    assert (len(handles), handles[0][0], handles[1][0]) == (203, "bob", "ada")
    assert (found["position"], found["nodes"][202]["parent"], found["nodes"][201]["parent"]) == (201, 201, 200)
    assert found["nodes"][200]["parent"] == 1


async def test_the_number_of_statements_is_constant(
    database_url: str,
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    visitor: ApiClient,
    source: str,
    remix: str,
) -> None:
    costs: dict[str, set[int]] = {}
    for grown in (0, 40, 150):
        await _spread(database_url, grown)
        for number in range(grown and 2):
            (await bob.save_version(source, numbered(grown + number))).expect(201)
        for path in (f"{source}/lineage", f"{remix}/lineage", f"{remix}/upstream", f"{remix}/export"):
            (await ada.get(path)).expect(200)  # the documents are cached
            before = service.app.deps.db.statement_count
            (await ada.get(path)).expect(200)
            costs.setdefault(path, set()).add(service.app.deps.db.statement_count - before)
    assert costs == {
        f"{source}/lineage": {2},
        f"{remix}/lineage": {2},
        f"{remix}/upstream": {3},
        f"{remix}/export": {2},
    }


async def _spread(database_url: str, count: int) -> None:
    """Add remixes of bob's workflow to ada's project.

    Without triggers: a project has at most fifty workflows, and each insert would rewrite the search document.
    """
    superuser = Database(database_url, size=1, statements=10)
    await superuser.start()
    async with superuser.transaction() as tx:
        await tx.execute("set local session_replication_role = replica")
        await _insert(tx, count)
    await superuser.close()


async def _insert(tx: Tx, count: int) -> None:
    await tx.execute(
        "insert into workflow (workflow_id, project_id, slug, title, root_workflow_id, forked_from_version_id,"
        " forked_from_handle, forked_from_project, forked_from_workflow, forked_from_title, forked_from_number,"
        " upstream_version_id, created_at, updated_at)"
        " select k.id, p.project_id, 's' || k.id, 'S', v.workflow_id, v.version_id, 'bob', 'lessons', 'lesson',"
        " 'Lesson', 1, v.version_id, now(), now()"
        " from unnest($1::uuid[]) k (id), project p, workflow_version v join workflow w using (workflow_id)"
        " where p.slug = 'reading-coach' and p.owner_id = (select maker_id from maker where handle = 'ada')"
        " and v.number = 1 and w.root_workflow_id = w.workflow_id and w.slug = 'lesson'",
        [new_id() for _ in range(count)],
    )
    await tx.execute(
        "insert into workflow_version (version_id, workflow_id, number, content_hash, content, steps, variables,"
        " author_id, created_at) select gen_random_uuid(), w.workflow_id, 1, v.content_hash, v.content, 2, 2,"
        " v.author_id, now() from workflow w join workflow_version v on v.version_id = w.forked_from_version_id"
        " where w.head_number is null"
    )
    await tx.execute("update workflow set head_number = 1 where head_number is null")
