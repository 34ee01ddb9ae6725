"""Test trends, which a job counts from the stars and projects of two weeks."""

from datetime import timedelta

from service.features.community.feeds.jobs import count
from tests.api import ApiClient, RunningService


async def _backdate(service: RunningService, slug: str, days: int) -> None:
    """Move the project and its stars the given number of days into the past."""
    db, by = service.context.db, timedelta(days=days)
    await db.execute("update project set published_at = published_at - $2::interval where slug = $1", slug, by)
    await db.execute(
        "update star s set created_at = s.created_at - $2::interval from project p"
        " where p.project_id = s.project_id and p.slug = $1",
        slug,
        by,
    )


async def test_trends_compare_recent_with_earlier_activity(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    empty = (await ada.get("/trending")).expect(200).json
    assert empty == {"tags": [], "tools": [], "counted_at": None}
    for slug, tags in (("rising", ["rising"]), ("steady", ["steady"]), ("before", ["steady"]), ("past", ["past"])):
        await bob.published(slug.title(), slug=slug, tags=tags)
        (await ada.put(f"/projects/bob/{slug}/star")).expect(204)
    await _backdate(service, "before", 10)
    await _backdate(service, "past", 20)
    await count(service.context, {})
    tags = (await ada.get("/trending")).json["tags"]
    assert [(tag["name"], tag["recent"], tag["before"]) for tag in tags] == [("rising", 2, 0), ("steady", 2, 2)]
    assert tags[0]["score"] == 2 * 3 / 3
    assert tags[1]["score"] == 2 * 3 / 5


async def test_trends_include_tools_and_exclude_hidden_projects(service: RunningService, ada: ApiClient) -> None:
    project = await ada.published("One", slug="one", tags=["speech"])
    workflow = await ada.workflow(project)
    content = {
        "variables": [],
        "steps": [{"key": "a", "kind": "prompt", "title": "A", "template": "Hi.", "tool": "whisper"}],
    }
    (await ada.save_version(workflow, content)).expect(201)
    await count(service.context, {})
    trends = (await ada.get("/trending")).json
    assert [(tool["name"], tool["title"]) for tool in trends["tools"]] == [("whisper", "Whisper")]
    assert [tag["name"] for tag in trends["tags"]] == ["speech"]
    (await ada.edit(project, visibility="private")).expect(200)
    assert (await ada.get("/trending")).json["tags"] == []
    await count(service.context, {})
    assert (await ada.get("/trending")).json["tools"] == []
