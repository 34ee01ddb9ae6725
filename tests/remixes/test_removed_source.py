"""Test that the attribution of a remix contains no names after its source is removed."""

import json
from datetime import timedelta

from service.features.projects.projects.jobs import purge
from tests.api import ApiClient, RunningService
from tests.moderation.actions import remove
from tests.remixes.actions import changed, pull
from tests.versions.fixtures import CONTENT

LESSONS = "/projects/bob/lessons"


async def everything(client: ApiClient, remix: str, project: str = "/projects/ada/reading-coach") -> str:
    """Return all responses that contain the attribution of a remix."""
    tool = next(step["tool"] for step in CONTENT["steps"] if step.get("tool"))
    paths = (
        remix,
        f"{project}/workflows",
        f"{remix}/lineage",
        f"{remix}/versions",
        f"{remix}/export?format=md",
        f"/tools/{tool}/workflows",
        "/search?type=workflows&q=lesson",
    )
    replies = [(await client.get(path)).expect(200) for path in paths]
    assert all(remix.rpartition("/")[2] in reply.body.decode() for reply in replies[:3])
    return "\n".join(reply.body.decode() for reply in replies)


def names_in(said: str) -> set[str]:
    return {name for name in ("bob", "lessons", "The plan of Bob") if name in said}


async def test_no_names_until_it_is_restored(
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    root: ApiClient,
    visitor: ApiClient,
    source: str,
    remix: str,
) -> None:
    (await bob.edit(source, title="The plan of Bob")).expect(200)
    (await bob.save_version(source, changed(0, title="Newer"))).expect(201)
    (await pull(ada, remix)).expect(201)
    named = await everything(visitor, remix)
    assert {"bob", "lessons"} <= names_in(named)

    (await remove(root, LESSONS)).expect(204)
    for client in (visitor, ada):
        assert names_in(await everything(client, remix)) == set()
    attribution = (await visitor.get(remix)).json["forked_from"]
    assert [attribution[name] for name in ("handle", "project", "workflow", "title")] == [None] * 4
    assert attribution["number"] == 1
    upstream = (await ada.get(f"{remix}/upstream")).expect(200).json
    assert (upstream["state"], names_in(json.dumps(upstream))) == ("gone", set())

    (await root.delete(f"/admin{LESSONS}/removal")).expect(204)
    assert await everything(visitor, remix) == named


async def test_no_names_after_the_purge(
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    root: ApiClient,
    visitor: ApiClient,
    source: str,
    remix: str,
) -> None:
    """The purge removes the link to the source, so the names do not return."""
    kept = await bob.workflow(await bob.published("Kept"), summary="Two prompts")
    (await bob.save_version(kept, CONTENT)).expect(201)
    other = (await ada.post(f"{kept}/fork", {"project": "reading-coach", "slug": "other"})).expect(201).json
    (await remove(root, LESSONS)).expect(204)
    (await bob.delete(LESSONS)).expect(204)
    (await bob.delete("/projects/bob/kept")).expect(204)
    service.clock.move(timedelta(days=31))
    await purge(service.context, {})
    attribution = (await visitor.get(remix)).expect(200).json["forked_from"]
    assert (attribution["handle"], attribution["title"], attribution["version_id"]) == (None, None, None)
    outlived = (await visitor.get(f"/projects/ada/reading-coach/workflows/{other['slug']}")).expect(200).json
    assert (outlived["forked_from"]["handle"], outlived["forked_from"]["version_id"]) == ("bob", None)


async def test_notifications_show_no_names(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, source: str, remix: str
) -> None:
    (await bob.edit(source, title="The plan of Bob")).expect(200)
    again = (await ada.post(f"{source}/fork", {"project": "reading-coach", "slug": "again"})).expect(201)
    assert again.json["forked_from"]["title"] == "The plan of Bob"
    (await bob.save_version(source, changed(0, title="Newer"))).expect(201)
    await service.deliver()

    async def titles() -> str:
        listed = (await ada.get("/notifications")).expect(200).json["data"]
        return "".join(row["title"] for row in listed if row["kind"] == "upstream_changed")

    assert "Version 2 of The plan of Bob" in await titles()
    (await remove(root, LESSONS)).expect(204)
    assert "of The plan of Bob" not in await titles()
