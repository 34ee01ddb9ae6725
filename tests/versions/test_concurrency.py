"""Test concurrent saves: numbers without gaps or duplicates, one winner among drafts, and exact limits."""

import asyncio
from collections import Counter
from datetime import timedelta

from tests.api import ApiClient, RunningService
from tests.versions.fixtures import CONTENT, numbered, with_template


async def test_fifty_concurrent_versions(service: RunningService, ada: ApiClient) -> None:
    """The hourly limit allows versions 1 to 30; an hour later the others become 31 to 50."""
    path = await ada.workflow(await ada.published())
    replies = await asyncio.gather(*(ada.save_version(path, numbered(n)) for n in range(50)))
    assert Counter(reply.status for reply in replies) == {201: 30, 429: 20}
    assert sorted(reply.json["number"] for reply in replies if reply.status == 201) == list(range(1, 31))
    refused = [n for n, reply in enumerate(replies) if reply.status == 429]
    assert {replies[n].code for n in refused} == {"rate_limited"}
    assert all(3500 < int(replies[n].headers["Retry-After"]) <= 3600 for n in refused)

    service.clock.move(timedelta(hours=1))
    (await ada.login()).expect(200)
    again = await asyncio.gather(*(ada.save_version(path, numbered(n)) for n in refused))
    assert {reply.status for reply in again} == {201}
    assert sorted(reply.json["number"] for reply in again) == list(range(31, 51))
    # Each version contains the document of its request, and the newest is the head.
    by_number = {reply.json["number"]: reply.json for reply in [*replies, *again] if reply.status == 201}
    for number in (1, 17, 30, 31, 50):
        assert (await ada.get(f"{path}/versions/{number}")).json == by_number[number]
    assert (await ada.get(path)).json["head_number"] == 50
    (pages,) = await ada.pages(f"{path}/versions")
    assert [version["number"] for version in pages] == list(range(50, 0, -1))


async def test_fifty_concurrent_equal_saves_create_one_version(ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), content=CONTENT)
    replies = await asyncio.gather(*(ada.save_version(path) for _ in range(50)))
    assert Counter(reply.status for reply in replies) == {201: 1, 200: 49}
    assert {reply.json["number"] for reply in replies} == {1}


async def test_one_of_fifty_drafts_with_one_etag_is_saved(ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), content=CONTENT)
    tag = (await ada.get(f"{path}/draft")).headers["ETag"]
    replies = await asyncio.gather(*(ada.save_draft(path, numbered(n), if_match=tag) for n in range(50)))
    assert Counter(reply.status for reply in replies) == {200: 1, 412: 49}
    (winner,) = [n for n, reply in enumerate(replies) if reply.status == 200]
    now = (await ada.get(f"{path}/draft")).json
    assert now["version"] == 2
    assert now["content"]["steps"][0]["template"] == numbered(winner)["steps"][0]["template"]


async def test_drafts_and_versions_are_saved_concurrently(service: RunningService, ada: ApiClient) -> None:
    path = await ada.workflow(await ada.published(), content=CONTENT)
    async with service.context.db.transaction() as tx:
        await tx.execute("select from workflow for no key update")
        (await ada.save_draft(path, numbered(1))).expect(200)
        (await ada.get(path)).expect(200)


async def test_thirty_versions_per_hour_in_a_sliding_window(service: RunningService, ada: ApiClient) -> None:
    project = await ada.published()
    path, other = await ada.workflow(project), await ada.workflow(project, "Other")
    for number in range(30):
        (await ada.save_version(path, numbered(number))).expect(201)
        service.clock.move(timedelta(seconds=8))
    wait = int((await ada.save_version(path, numbered(30))).expect(429).headers["Retry-After"])
    assert 3300 < wait <= 3600 - 30 * 8
    # Rejected saves do not count, and another workflow has a separate limit.
    (await ada.save_version(path, numbered(29))).expect(200)
    (await ada.save_version(other, numbered(0))).expect(201)
    service.clock.move(timedelta(seconds=wait))
    (await ada.login()).expect(200)
    (await ada.save_version(path, numbered(30))).expect(201)
    (await ada.save_version(path, numbered(31))).expect(429)


async def test_a_project_has_at_most_fifty_workflows(service: RunningService, ada: ApiClient) -> None:
    project = await ada.published()
    for number in range(48):
        await ada.workflow(project, f"Workflow {number}")
    replies = await asyncio.gather(*(ada.post(f"{project}/workflows", {"title": "Last"}) for _ in range(10)))
    assert Counter(reply.code for reply in replies) == {"": 2, "too_many_workflows": 8}
    assert sorted(reply.json["slug"] for reply in replies if reply.status == 201) == ["last", "last-2"]
    (page,) = await ada.pages(f"{project}/workflows")
    assert len(page) == 50
    # Another project has a separate limit, and a deleted workflow frees a place.
    await ada.workflow(await ada.published("Other"))
    (await ada.delete(f"{project}/workflows/last")).expect(204)
    await ada.workflow(project, "Once more")


async def test_a_repeated_save_gets_the_first_response(ada: ApiClient, bob: ApiClient) -> None:
    project = await ada.published()
    made, again = [
        await ada.post(f"{project}/workflows", {"title": "Lesson"}, headers={"Idempotency-Key": "k"}) for _ in range(2)
    ]
    assert made.expect(201).body == again.expect(201).body
    assert "Idempotency-Replayed" in again.headers
    path = f"{project}/workflows/lesson"
    first = (await ada.save_version(path, CONTENT, key="v")).expect(201)
    (await ada.save_version(path, with_template("{{topic}} {{age}}"))).expect(201)
    again = (await ada.save_version(path, CONTENT, key="v")).expect(201)
    assert (again.body, again.headers["Location"]) == (first.body, first.headers["Location"])
    assert (await ada.get(path)).json["head_number"] == 2
    (await ada.save_version(path, numbered(1), key="v")).expect(422)
    # A stored 200 is repeated as 200.
    for _ in range(2):
        (await ada.save_version(path, with_template("{{topic}} {{age}}"), key="same")).expect(200)
