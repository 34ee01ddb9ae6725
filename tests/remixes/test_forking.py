"""Test creating remixes: sources, targets, counters, and remixes that outlive their source."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests.api import ApiClient, RunningService
from tests.remixes.actions import assert_counters, changed, fork, forked, forks_of, head, pull
from tests.versions.fixtures import CONTENT, numbered

COACH = "/projects/ada/reading-coach"


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    return await ada.published("Reading coach")


async def test_a_version_is_remixed_by_number_or_label(ada: ApiClient, bob: ApiClient, source: str, coach: str) -> None:
    second = (await bob.save_version(source, numbered(2))).expect(201).json
    (await bob.put(f"{source}/labels/stable", {"number": 1})).expect(204)
    for version, number in (("1", 1), ("stable", 1), ("2", 2), ("latest", 2)):
        made = (await fork(ada, source, version=version)).expect(201).json
        assert (made["forked_from"]["number"], made["head_number"]) == (number, 1)
        assert (made["forked_from"]["version_id"] == second["version_id"]) == (number == 2)
    # Each remix has a separate slug, derived from the source's.
    listed = (await ada.get(f"{coach}/workflows")).json["data"]
    assert [workflow["slug"] for workflow in listed] == ["lesson", "lesson-2", "lesson-3", "lesson-4"]
    for version in ("3", "unstable", "0", "NEW"):
        assert (await fork(ada, source, version=version)).expect(422).pointers == {"/version": "unknown_version"}
    assert (await fork(ada, source, slug="lesson")).expect(409, "slug_taken").pointers == {"/slug": "slug_taken"}
    assert (await fork(ada, source, slug="import")).expect(422).pointers == {"/slug": "reserved"}
    assert await forked(ada, source, slug="mine") == f"{coach}/workflows/mine"


async def test_the_whole_version_is_copied(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    path = await forked(ada, source)
    copy, original = await head(ada, path), await head(bob, source)
    assert copy["version_id"] != original["version_id"]
    rows = await service.context.db.fetch(
        "select v.version_id, s.position, s.key, s.kind, s.title, s.tool_id, s.model, v.steps, v.variables"
        " from workflow_step s join workflow_version v using (version_id) order by v.number, s.position"
    )
    steps = {str(row[0]): [tuple(other)[1:] for other in rows if other[0] == row[0]] for row in rows}
    assert steps[copy["version_id"]] == steps[original["version_id"]]
    assert len(steps[copy["version_id"]]) == 2
    # The tool's page shows the remix, too.
    used = await service.context.db.fetchval("select count(*) from tool_use")
    assert used == 2
    # The remix continues with version 2.
    assert (await ada.save_version(path, numbered(1))).expect(201).json["number"] == 2
    assert (await head(bob, source))["number"] == 1


async def test_a_remix_needs_an_editable_target_project(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    cleo = await service.maker("cleo", address="192.0.2.9")
    await cleo.published("Cleos own")
    # Only own and editable projects are valid; others, hidden and unknown ones get the same error.
    await ada.draft("Secret plan", visibility="private")
    for project in ("nowhere", "reading-coach", "ada/reading-coach", "ada/secret-plan", "ada/nowhere", "nobody/x"):
        refused = (await fork(cleo, source, project=project)).expect(422, "invalid_input")
        assert refused.pointers == {"/project": "unknown_project"}
    for project in ("", "A", "a/b/c", "/x", "x/"):
        assert set((await fork(cleo, source, project=project)).expect(422).pointers) == {"/project"}
    for role, status in (("viewer", 422), ("editor", 201)):
        await service.context.db.execute(
            "insert into project_member (project_id, maker_id, role, created_at)"
            " select p.project_id, m.maker_id, $1, now() from project p, maker m"
            " where p.slug = 'reading-coach' and m.handle = 'cleo'"
            " on conflict on constraint project_member_pkey do update set role = excluded.role",
            role,
        )
        (await fork(cleo, source, project="Ada/reading-coach")).expect(status)
    assert (await cleo.get(f"{COACH}/workflows/lesson/draft")).json["updated_by"]["handle"] == "cleo"
    (await ada.post(f"{coach}/archive")).expect(200)
    (await fork(ada, source)).expect(409, "archived")
    (await ada.delete(coach)).expect(204)
    (await fork(ada, source)).expect(422)


async def test_a_full_project_accepts_no_remix(
    service: RunningService, ada: ApiClient, source: str, coach: str
) -> None:
    for number in range(49):
        await ada.workflow(coach, f"W{number}")
    (await fork(ada, source)).expect(201)
    (await fork(ada, source)).expect(409, "too_many_workflows")
    await assert_counters(service)


async def test_only_visible_workflows_can_be_remixed(
    ada: ApiClient, bob: ApiClient, visitor: ApiClient, source: str, coach: str
) -> None:
    (await fork(visitor, source)).expect(401)
    lessons = "/projects/bob/lessons"
    # A workflow without a version cannot be remixed.
    empty = await bob.workflow(lessons, "Empty")
    (await fork(ada, empty)).expect(404)
    await bob.published("Own")
    assert (await fork(bob, empty, project="own")).expect(422).pointers == {"/version": "unknown_version"}
    (await bob.edit(lessons, visibility="private")).expect(200)
    (await fork(ada, source)).expect(404)
    (await fork(ada, f"{lessons}/workflows/nothing")).expect(404)
    for path in (f"{source}/lineage", f"{source}/export", f"{source}/upstream"):
        (await ada.get(path)).expect(404)
    # The owner can remix a private workflow.
    (await fork(bob, source, project="own")).expect(201)
    (await bob.edit(lessons, visibility="unlisted")).expect(200)
    (await fork(ada, source)).expect(201)
    draft = await bob.draft("Draft")
    path = await bob.workflow(draft, content=CONTENT)
    (await bob.save_version(path)).expect(201)
    (await fork(ada, path)).expect(404)


async def test_a_hidden_source_is_not_named(ada: ApiClient, bob: ApiClient, source: str) -> None:
    """Otherwise a public remix and its version notes would reveal a private project."""
    (await bob.edit("/projects/bob/lessons", visibility="private")).expect(200)
    await bob.published("Own")
    shown = await forked(bob, source, project="own")
    attribution = (await ada.get(shown)).expect(200).json["forked_from"]
    assert attribution["number"] == 1
    assert [attribution[name] for name in ("handle", "project", "workflow", "title")] == [None] * 4
    (await bob.save_version(source, changed(0, template="Newer."))).expect(201)
    (await pull(bob, shown)).expect(201)
    said = (await ada.get(f"{shown}/versions")).expect(200).body + (await ada.get(f"{shown}/export?format=md")).body
    assert b"Pulled version 2." in said
    assert b"lessons" not in said
    assert (await bob.get(f"{shown}/upstream")).json["source"]["project"] == "lessons"
    # In the same project the name reveals nothing.
    inside = await forked(bob, source, project="lessons")
    assert (await bob.get(inside)).json["forked_from"]["project"] == "lessons"


async def test_archived_workflows_can_be_remixed_and_removed_ones_cannot(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    (await bob.post("/projects/bob/lessons/archive")).expect(200)
    path = await forked(ada, source)
    assert (await ada.get(f"{path}/upstream")).json["state"] == "up_to_date"
    assert await forks_of(ada, "/projects/bob/lessons") == 1
    await bob.published("Own")
    await service.context.db.execute("update project set status = 'removed' where slug = 'lessons'")
    (await fork(ada, source)).expect(404)
    (await fork(bob, source, project="own")).expect(409, "removed")


async def test_a_former_path_redirects(ada: ApiClient, bob: ApiClient, source: str, coach: str) -> None:
    (await bob.edit("/projects/bob/lessons", slug="classes")).expect(200)
    for reply in (
        await fork(ada, source),
        await ada.get(f"{source}/export?format=md"),
        await ada.get(f"{source}/lineage"),
    ):
        where = reply.expect(308, "moved").headers["Location"]
        assert where.startswith("/api/v1/projects/bob/classes/workflows/lesson/")
    assert (await fork(ada, "/projects/bob/classes/workflows/lesson")).expect(201).json["forked_from"][
        "project"
    ] == "classes"


async def test_remixes_are_counted_at_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    """Only remixes in other projects count, while source and remix exist."""
    lessons = "/projects/bob/lessons"
    await forked(bob, source, project="lessons")
    assert await forks_of(bob, lessons) == 0
    first, second = await forked(ada, source), await forked(ada, source)
    third = await forked(bob, first, project="lessons")
    assert (await forks_of(ada, lessons), await forks_of(ada, coach)) == (2, 1)
    await assert_counters(service)
    (await ada.delete(second)).expect(204)
    assert (await forks_of(ada, lessons), await forks_of(ada, coach)) == (1, 1)
    (await bob.delete(third)).expect(204)
    assert (await forks_of(ada, lessons), await forks_of(ada, coach)) == (1, 0)
    (await bob.delete(source)).expect(204)
    assert (await forks_of(ada, lessons), await forks_of(ada, coach)) == (0, 0)
    await assert_counters(service)


async def test_twenty_concurrent_remixes(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    makers = [ada, *[await service.maker(f"maker-{n}", address=f"192.0.2.{20 + n}") for n in range(3)]]
    for maker in makers[1:]:
        await maker.published("Reading coach")
    replies = await asyncio.gather(*(fork(maker, source) for maker in makers for _ in range(5)))
    assert [reply.status for reply in replies] == [201] * 20
    assert len({reply.headers["Location"] for reply in replies}) == 20
    assert await forks_of(ada, "/projects/bob/lessons") == 20
    await assert_counters(service)


async def test_a_remix_races_the_deletion_of_its_source(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str
) -> None:
    """Either the remix has its source's content or it does not exist, and the counters are right."""
    lessons = await bob.published("Lessons")
    for turn in range(5):
        path = await bob.workflow(lessons, f"Lesson {turn}", content=CONTENT)
        (await bob.save_version(path)).expect(201)
        old = await forked(ada, path)
        made, gone, unforked = await asyncio.gather(fork(ada, path), bob.delete(path), ada.delete(old))
        assert made.status in (201, 404, 422)
        assert (gone.status, unforked.status) == (204, 204)
        await assert_counters(service)
    assert await forks_of(ada, lessons) == 0


async def test_a_repeated_remix_creates_one(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str
) -> None:
    first = (await fork(ada, source, key="fork-1")).expect(201)
    again = (await fork(ada, source, key="fork-1")).expect(201)
    assert (again.body, again.headers["Idempotency-Replayed"]) == (first.body, "true")
    (await fork(ada, source, key="fork-1", version="1")).expect(422)
    at_once = await asyncio.gather(*(fork(ada, source, key="fork-2") for _ in range(5)))
    assert {reply.status for reply in at_once} <= {201, 409}
    assert len((await ada.get(f"{coach}/workflows")).json["data"]) == 2
    await assert_counters(service)


async def _delete_workflow(service: RunningService, bob: ApiClient) -> None:
    (await bob.delete("/projects/bob/lessons/workflows/lesson")).expect(204)


async def _delete_project(service: RunningService, bob: ApiClient) -> None:
    (await bob.delete("/projects/bob/lessons")).expect(204)


async def _purge_project(service: RunningService, bob: ApiClient) -> None:
    from service.features.projects.projects.jobs import purge

    await _delete_project(service, bob)
    service.clock.move(timedelta(days=31))
    await purge(service.context, {})
    assert await service.context.db.fetchval("select count(*) from project where slug = 'lessons'") == 0


async def _delete_maker(service: RunningService, bob: ApiClient) -> None:
    (await bob.delete_me()).expect(204)


@pytest.mark.parametrize("go", [_delete_workflow, _delete_project, _purge_project, _delete_maker])
async def test_a_remix_outlives_its_source(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, coach: str, go: Any
) -> None:
    path = await forked(ada, source)
    before, version = (await ada.get(path)).json, await head(ada, path)
    await go(service, bob)
    (await ada.login()).expect(200)
    (await ada.get(source)).expect(404)
    after = (await ada.get(path)).expect(200).json
    names = dict.fromkeys(("handle", "project", "workflow", "title")) if go is _delete_maker else {}
    assert after["forked_from"] | {"version_id": None} == before["forked_from"] | {"version_id": None} | names
    assert before["forked_from"]["handle"] == "bob"
    assert await head(ada, path) == version
    now = (await ada.get(f"{path}/upstream")).expect(200).json
    assert (now["state"], now["forked_from"], now["source"]) == ("gone", after["forked_from"], None)
    (await ada.post(f"{path}/pull", {})).expect(409, "no_upstream")
    (node,) = [node for node in (await ada.get(f"{path}/lineage")).expect(200).json["nodes"] if node["workflow"]]
    assert node["workflow"]["handle"] == "ada"
    # The remix can be edited and remixed like any workflow.
    (await ada.save_version(path, numbered(1))).expect(201)
    again = (await fork(ada, path)).expect(201).json
    assert again["forked_from"]["handle"] == "ada"
    await assert_counters(service)
