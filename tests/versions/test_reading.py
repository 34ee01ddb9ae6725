"""Test the cost of reading workflows: a constant number of statements and a bounded cache."""

import asyncio
from collections.abc import Awaitable
from uuid import UUID

import pytest

from service.core.ids import new_id
from service.db.errors import NoRow
from service.features.workflows.versions.version_cache import VersionCache
from tests.api import ApiClient, Reply, RunningService
from tests.versions.fixtures import CONTENT, numbered, with_template


async def _cost(service: RunningService, reply: Awaitable[Reply]) -> int:
    """Return the number of statements of a successful request."""
    before = service.app.deps.db.statement_count
    assert (await reply).status < 300
    return service.app.deps.db.statement_count - before


async def test_the_number_of_statements_does_not_depend_on_the_list(service: RunningService, ada: ApiClient) -> None:
    visitor = service.client()
    project = await ada.published()
    path = await ada.workflow(project)
    (await ada.save_version(path, CONTENT)).expect(201)
    costs: list[dict[str, int]] = []
    for round_ in range(2):
        (await visitor.get(f"{path}/versions/latest")).expect(200)
        render = visitor.post(f"{path}/versions/1/render", {"inputs": {"topic": "x"}})
        cost = {
            "workflows": await _cost(service, visitor.get(f"{project}/workflows?limit=100")),
            "own workflows": await _cost(service, ada.get(f"{project}/workflows?limit=100")),
            "workflow": await _cost(service, visitor.get(path)),
            "versions": await _cost(service, visitor.get(f"{path}/versions?limit=100")),
            "version": await _cost(service, visitor.get(f"{path}/versions/latest")),
            "labels": await _cost(service, visitor.get(f"{path}/labels")),
            "render": await _cost(service, render),
            "diff": await _cost(service, visitor.get(f"{path}/diff?from=1")),
            "draft": await _cost(service, ada.get(f"{path}/draft")),
            "save draft": await _cost(service, ada.save_draft(path, numbered(round_))),
            "save version": await _cost(service, ada.save_version(path, numbered(100 + round_))),
        }
        costs.append(cost)
        for number in range(12):
            other = await ada.workflow(project, f"Workflow {number}")
            (await ada.save_version(other, numbered(number))).expect(201)
            (await ada.save_version(path, numbered(200 + number + 20 * round_))).expect(201)
            (await ada.put(f"{path}/labels/l{number}", {"number": number + 1})).expect(204)
    assert costs[0] == costs[1]
    assert {name: cost for name, cost in costs[0].items() if cost > 1} == {
        "workflows": 2,
        "own workflows": 2,
        "versions": 2,
        "labels": 2,
        "draft": 2,
        "save draft": 3,
        "save version": 7,
    }


async def test_concurrent_reads_share_statements(service: RunningService, ada: ApiClient) -> None:
    visitor = service.client()
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    before = service.app.deps.db.statement_count
    replies = await asyncio.gather(*(visitor.get(f"{path}/versions/1") for _ in range(40)))
    assert {reply.status for reply in replies} == {200}
    assert service.app.deps.db.statement_count - before < 40
    assert len({reply.body for reply in replies}) == 1


async def test_cached_versions_are_still_checked_for_access(service: RunningService, ada: ApiClient) -> None:
    """A process that has the document in its cache still checks access."""
    visitor = service.client()
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    (await visitor.get(f"{path}/versions/1")).expect(200)
    (await ada.edit("/projects/ada/reading-coach", visibility="private")).expect(200)
    (await visitor.get(f"{path}/versions/1")).expect(404)
    (await visitor.post(f"{path}/versions/1/render", {"inputs": {"topic": "x"}})).expect(404)
    (await ada.get(f"{path}/versions/1")).expect(200)


async def test_an_unchanged_version_gets_304(ada: ApiClient, visitor: ApiClient) -> None:
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    for where in (path, f"{path}/versions/latest", f"{path}/versions", f"{path}/labels", f"{path}/diff?from=1"):
        tag = (await visitor.get(where)).headers["ETag"]
        (await visitor.get(where, headers={"If-None-Match": tag})).expect(304)
    tag = (await visitor.get(f"{path}/versions/latest")).headers["ETag"]
    (await ada.put(f"{path}/labels/stable", {"number": 1})).expect(204)
    (await visitor.get(f"{path}/versions/latest", headers={"If-None-Match": tag})).expect(200)


async def test_pages_of_workflows_and_versions(ada: ApiClient, bob: ApiClient) -> None:
    project = await ada.published()
    paths = [await ada.workflow(project, f"W {n}") for n in range(7)]
    theirs = await bob.workflow(await bob.published())
    for number in range(7):
        (await ada.save_version(paths[0], numbered(number))).expect(201)
        (await bob.save_version(theirs, numbered(number))).expect(201)
    (whole,) = await ada.pages(f"{project}/workflows")
    assert [w["slug"] for w in whole] == [f"w-{n}" for n in range(7)]
    for limit in (1, 2, 3, 6, 7, 8):
        for where in (f"{project}/workflows", f"{paths[0]}/versions"):
            pages = await ada.pages(where, limit)
            assert [item for page in pages for item in page] == (await ada.pages(where))[0]
            assert len(pages) == -(-7 // limit)
    assert [v["number"] for v in (await ada.pages(f"{paths[0]}/versions"))[0]] == list(range(7, 0, -1))
    cursor = (await ada.get(f"{paths[0]}/versions?limit=1")).json["next_cursor"]
    for where in (f"{theirs}/versions", f"{paths[1]}/versions", f"{project}/workflows"):
        (await ada.get(f"{where}?cursor={cursor}")).expect(400, "invalid_cursor")
    (await ada.get(f"{paths[0]}/labels?limit=1")).expect(422)


async def test_the_version_cache_is_bounded(service: RunningService, ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published())
    ids = []
    for number in range(5):
        text = f"{number} {{{{topic}}}} {{{{age}}}} {'x' * (3000 if number == 4 else 500)}"
        ids.append(UUID((await ada.save_version(path, with_template(text))).expect(201).json["version_id"]))
    db, kept = service.app.deps.db, VersionCache(2500)

    async def is_read(version_id: UUID) -> bool:
        before = db.statement_count
        content = await kept.get(db, version_id)
        assert content.steps[0].template.startswith(str(ids.index(version_id)))
        assert kept.cache.size == sum(size for _, size in kept.cache._entries.values()) <= 2500
        return db.statement_count > before

    assert [await is_read(version_id) for version_id in ids[:4]] == [True] * 4
    # Not all fit: the last used ones are cached.
    assert len(kept.cache) == 2
    assert not await is_read(ids[2])
    assert await is_read(ids[0])
    assert not await is_read(ids[2])
    assert await is_read(ids[3])
    # A document larger than the cache evicts nothing.
    assert [await is_read(ids[4]) for _ in range(2)] == [True, True]
    assert not await is_read(ids[3])
    with pytest.raises(NoRow):
        await kept.get(db, new_id())


async def test_a_rendered_text_is_at_most_a_megabyte(ada: ApiClient, visitor: ApiClient) -> None:
    """One hundred kilobytes in eleven slots exceed the limit; in ten slots they fit."""
    path = await ada.workflow(await ada.published("Lamp"), "Flow")
    variables = [{"name": "x", "type": "long_text"}]
    for slots in (11, 10):
        step = {"key": "one", "title": "One", "template": "{{x}}" * slots}
        (await ada.save_version(path, {"variables": variables, "steps": [step]})).expect(201)
    inputs = {"inputs": {"x": "y" * 100_000}}
    refused = (await visitor.post(f"{path}/versions/1/render", inputs)).expect(422, "invalid_input")
    assert refused.pointers == {"/inputs": "too_long"}
    assert "1,000,000" in refused.json["errors"][0]["message"]
    assert len((await visitor.post(f"{path}/versions/2/render", inputs)).expect(200).json["steps"][0]["text"]) == 10**6
    # The limit counts bytes, not characters.
    (await visitor.post(f"{path}/versions/2/render", {"inputs": {"x": "é" * 60_000}})).expect(422, "invalid_input")


async def test_a_workflow_has_at_most_4000_slots(ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published("Lamp"), "Flow")

    def content(slots: int) -> dict[str, object]:
        steps = [{"key": f"s{n}", "title": "One", "template": "{{x}}" * (slots // 2)} for n in range(2)]
        return {"variables": [{"name": "x"}], "steps": steps}

    for refused in (await ada.save_draft(path, content(4002)), await ada.save_version(path, content(4002))):
        assert refused.expect(422).pointers == {"/content": "too_many_slots"}
    (await ada.save_version(path, content(4000))).expect(201)
