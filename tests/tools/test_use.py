"""Test the counts of tool use, which follow the visibility of workflows."""

import asyncio
from typing import Any

import pytest

from tests.api import ApiClient, RunningService


def content(*tools: str | None) -> dict[str, Any]:
    """Return a document with one step per tool."""
    steps = [{"key": f"step-{at}", "title": "Do", "template": "Do it.", "tool": tool} for at, tool in enumerate(tools)]
    return {"variables": [], "steps": steps}


async def save(client: ApiClient, project: str, slug: str, *tools: str | None) -> None:
    """Save a workflow's next version, creating the workflow if needed."""
    await client.post(f"{project}/workflows", {"title": slug, "slug": slug})
    (await client.post(f"{project}/workflows/{slug}/versions", {"content": content(*tools)})).expect(201)


async def use_counts(client: ApiClient, *slugs: str) -> dict[str, int]:
    """Return the counts of the tools, after comparing them with their lists."""
    found = {}
    for slug in slugs:
        tool = (await client.get(f"/tools/{slug}")).expect(200).json
        (workflows,) = await client.pages(f"/tools/{slug}/workflows")
        assert tool["used_by"] == len(workflows)
        (projects,) = await client.pages(f"/tools/{slug}/projects")
        assert {(w["handle"], w["project"]) for w in workflows} == {(p["handle"], p["slug"]) for p in projects}
        assert await client.pages(f"/projects?sort=new&tool={slug}") == [projects]
        found[slug] = tool["used_by"]
    return found


async def test_the_newest_version_of_each_workflow_counts_once(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published("Coach")
    await save(ada, project, "one", "claude", "claude", "whisper", None)
    assert await use_counts(visitor, "claude", "whisper", "ollama") == {"claude": 1, "whisper": 1, "ollama": 0}
    await save(ada, project, "two", "claude")
    assert await use_counts(visitor, "claude", "whisper") == {"claude": 2, "whisper": 1}
    # A project with two such workflows is listed once.
    assert [p["slug"] for p in (await visitor.get("/tools/claude/projects")).json["data"]] == ["coach"]
    assert [w["slug"] for w in (await visitor.get("/tools/claude/workflows")).json["data"]] == ["two", "one"]

    await save(ada, project, "one", "ollama")
    assert await use_counts(visitor, "claude", "whisper", "ollama") == {"claude": 1, "whisper": 0, "ollama": 1}
    (await ada.post(f"{project}/workflows/one/versions", {"restore": 1})).expect(201)
    assert await use_counts(visitor, "claude", "whisper", "ollama") == {"claude": 2, "whisper": 1, "ollama": 0}
    # A draft does not count.
    draft = {"content": content("midjourney")}
    (await ada.put(f"{project}/workflows/one/draft", draft, headers={"If-Match": "*"})).expect(200)
    assert await use_counts(visitor, "midjourney") == {"midjourney": 0}
    (await ada.delete(f"{project}/workflows/one")).expect(204)
    assert await use_counts(visitor, "claude", "whisper", "ollama") == {"claude": 1, "whisper": 0, "ollama": 0}


async def test_counts_follow_changes_of_a_project(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    project = await ada.draft("Coach")
    await save(ada, project, "one", "claude")
    theirs = await bob.published("Theirs")
    await save(bob, theirs, "their-one", "claude")

    async def count() -> int:
        for client in (ada, bob):  # members see the same counts as visitors
            assert await use_counts(client, "claude") == await use_counts(visitor, "claude")
        return (await use_counts(visitor, "claude"))["claude"]

    assert await count() == 1
    (await ada.post(f"{project}/publish")).expect(200)
    assert await count() == 2
    for visibility, counted in (("unlisted", 1), ("private", 1), ("public", 2)):
        (await ada.edit(project, visibility=visibility)).expect(200)
        assert await count() == counted, visibility
    (await ada.post(f"{project}/archive")).expect(200)
    assert await count() == 1
    (await ada.post(f"{project}/unarchive")).expect(200)
    assert await count() == 2
    (await ada.delete(project)).expect(204)
    assert await count() == 1
    (await ada.post(f"{project}/restore")).expect(200)
    assert await count() == 2
    # Deleting the account deletes the workflow.
    (await bob.delete_me()).expect(204)
    assert await use_counts(visitor, "claude") == {"claude": 1}


async def test_pages_contain_each_project_once(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    for client, name in ((ada, "a"), (bob, "b")):
        for number in range(4):
            project = await client.published(f"{name}{number}", tags=["even" if number % 2 == 0 else "odd"])
            for workflow in range(1 + number % 2):
                await save(client, project, f"w{workflow}", "ollama")
    assert await use_counts(visitor, "ollama") == {"ollama": 12}
    for path in ("/tools/ollama/workflows", "/tools/ollama/projects", "/projects?tool=ollama"):
        (whole,) = await visitor.pages(path)
        for limit in (1, 2, 5):
            assert [item for page in await visitor.pages(path, limit) for item in page] == whole, path
    (both,) = await visitor.pages("/projects?tool=ollama&tag=even")
    assert [p["slug"] for p in both] == ["b2", "b0", "a2", "a0"]
    assert [p for page in await visitor.pages("/projects?tag=even&tool=ollama", 1) for p in page] == both
    assert await visitor.pages("/projects?tool=ollama&tag=none") == [[]]
    assert await visitor.pages("/projects?tool=none") == [[]]
    cursor = (await visitor.get("/projects?tool=ollama&limit=1")).json["next_cursor"]
    (await visitor.get(f"/projects?tool=claude&cursor={cursor}")).expect(400, "invalid_cursor")
    (await visitor.get(f"/projects?tool=ollama&tag=even&cursor={cursor}")).expect(400, "invalid_cursor")


async def test_tools_are_ordered_by_use(ada: ApiClient, visitor: ApiClient) -> None:
    project = await ada.published()
    await save(ada, project, "one", "ollama", "whisper")
    await save(ada, project, "two", "whisper")
    (first,) = await visitor.pages("/tools?sort=use")
    assert [(t["slug"], t["used_by"]) for t in first[:3]] == [("whisper", 2), ("ollama", 1), ("adobe-firefly", 0)]
    assert [t for page in await visitor.pages("/tools?sort=use", 1) for t in page] == first
    tag = (await visitor.get("/tools/whisper")).headers["ETag"]
    await save(ada, project, "three", "whisper")
    (await visitor.get("/tools/whisper", headers={"If-None-Match": tag})).expect(200)


async def test_counts_are_exact_under_concurrency(ada: ApiClient, bob: ApiClient, visitor: ApiClient) -> None:
    """Projects are published while versions are saved in them, with crossing tools and tags."""
    projects = []
    for client in (ada, bob):
        for number in range(5):
            project = await client.draft(f"P {number}", tags=["one", "two"] if number % 2 else ["two", "one"])
            for name in ("x", "y"):
                (await client.post(f"{project}/workflows", {"title": name, "slug": name})).expect(201)
            projects.append((client, project, number))
    tools = ["claude", "ollama", "whisper"]
    work = []
    for client, project, number in projects:
        work.append(client.post(f"{project}/publish"))
        for name in ("x", "y"):
            chosen = content(*(tools if number % 2 else tools[::-1]))
            work.append(client.post(f"{project}/workflows/{name}/versions", {"content": chosen}))
    replies = await asyncio.gather(*work)
    assert {reply.status for reply in replies} <= {200, 201}
    assert await use_counts(visitor, *tools) == dict.fromkeys(tools, 20)
    (tags,) = await visitor.pages("/tags")
    assert {tag["name"]: tag["projects"] for tag in tags} == {"one": 10, "two": 10}

    hidden = await asyncio.gather(
        *(client.edit(project, visibility="private") for client, project, _ in projects[::2]),
        *(client.delete(f"{project}/workflows/x") for client, project, _ in projects[1::2]),
        *(client.edit(project, tags=["two", "three"]) for client, project, _ in projects[1::2]),
    )
    assert {reply.status for reply in hidden} == {200, 204}
    assert await use_counts(visitor, *tools) == dict.fromkeys(tools, 5)
    (tags,) = await visitor.pages("/tags")
    assert {tag["name"]: tag["projects"] for tag in tags} == {"two": 5, "three": 5}


@pytest.mark.parametrize(
    "path",
    [
        "/tools",
        "/tools?sort=use",
        "/tools/claude",
        "/tools/claude/projects",
        "/tools/claude/workflows",
        "/projects?tool=claude",
        "/projects?tag=education&tool=claude",
    ],
)
async def test_the_number_of_statements_does_not_depend_on_the_list(
    service: RunningService, ada: ApiClient, visitor: ApiClient, path: str
) -> None:
    async def statements() -> int:
        before = service.app.deps.db.statement_count
        (await visitor.get(path)).expect(200)
        return service.app.deps.db.statement_count - before

    project = await ada.published(tags=["education"])
    await save(ada, project, "w", "claude")
    few = await statements()
    for number in range(12):
        await save(ada, await ada.published(f"N {number}", tags=["education"]), "w", "claude", "ollama")
    assert await statements() == few <= 2
