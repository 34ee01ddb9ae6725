"""Test that recounting corrects wrong counters."""

from typing import Any

from service.features.community.discovery.recount import repair_makers, repair_projects
from service.jobs import recount
from tests.api import ApiClient, RunningService


async def _stats(service: RunningService) -> list[Any]:
    db = service.context.db
    return [
        *await db.fetch("select project_id, stars, forks, comments, commenters, hot from project_stats order by 1"),
        *await db.fetch("select maker_id, followers, following from maker_stats order by 1"),
        *await db.fetch("select project_id, topic, hot, stars from project_rank order by 1, 2"),
    ]


async def test_a_recount_corrects_only_wrong_counters(
    service: RunningService, ada: ApiClient, bob: ApiClient, monkeypatch: Any
) -> None:
    monkeypatch.setattr(recount, "PORTION", 2)
    for number in range(5):
        path = await ada.published(f"P{number}")
        (await bob.put(f"{path}/star")).expect(204)
        (await bob.post(f"{path}/comments", {"body": f"Well done, {number}."})).expect(201)
    (await bob.put("/me/follows/maker/ada")).expect(204)
    right = await _stats(service)
    for job in (repair_projects, repair_makers):
        await job(service.context, {})
    assert await _stats(service) == right

    db = service.context.db
    await db.execute("update project_stats set stars = stars + 3, comments = 0, commenters = 9, forks = 4")
    await db.execute("update maker_stats set followers = 7, following = 7")
    assert await _stats(service) != right
    for job in (repair_projects, repair_makers):
        await job(service.context, {})
    assert await _stats(service) == right


async def test_a_long_recount_continues_in_another_job(
    service: RunningService, ada: ApiClient, monkeypatch: Any
) -> None:
    monkeypatch.setattr(recount, "PORTION", 1)
    monkeypatch.setattr(recount, "RECOUNT_SECONDS", -1.0)
    for number in range(3):
        await ada.published(f"P{number}")
    await service.deliver()
    await service.context.db.execute("update project_stats set stars = 3")
    await repair_projects(service.context, {})
    await service.deliver()
    assert {row["stars"] for row in await service.context.db.fetch("select stars from project_stats")} == {0}
