"""Test that deleting an account deletes its stars and follows and no others."""

from service.features.community.discovery import jobs
from service.features.community.discovery.queries import has_reactions
from tests.api import ApiClient, RunningService
from tests.discovery.fixtures import add_makers, assert_counters


async def test_deleting_a_maker_deletes_their_stars_and_follows(
    service: RunningService, ada: ApiClient, bob: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.published(tags=["ai"])
    (fan,) = await add_makers(service, 1)
    for client in (bob, fan):
        (await client.put(f"{path}/star")).expect(204)
        (await client.put("/me/follows/maker/ada")).expect(204)
        (await client.put("/me/follows/tag/ai")).expect(204)
        (await client.put("/me/follows/project/ada/reading-coach")).expect(204)
    (await ada.put("/me/follows/maker/bob")).expect(204)
    (await bob.put("/me/follows/maker/fan-0")).expect(204)
    (await bob.delete_me()).expect(204)
    handles = [maker["handle"] for maker in (await visitor.get(f"{path}/stargazers")).json["data"]]
    assert handles == ["fan-0"]
    await service.deliver()
    assert (await visitor.get(path)).json["stars"] == 1
    assert (await visitor.get("/makers/ada")).json["followers"] == 1
    assert (await visitor.get("/makers/ada")).json["following"] == 0
    assert (await visitor.get("/makers/fan-0")).json["followers"] == 0
    for table in ("star", "follow_maker", "follow_project", "follow_tag"):
        assert await service.context.db.fetchval(f"select count(*) from {table}") == 1
    await assert_counters(service)


async def test_stars_and_follows_are_deleted_in_portions(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    fans = await add_makers(service, 3)
    paths = [await ada.published(f"N {number}") for number in range(5)]
    for path in paths:
        (await bob.put(f"{path}/star")).expect(204)
        (await fans[0].put(f"{path}/star")).expect(204)
    for fan in fans:
        (await fan.put("/me/follows/maker/bob")).expect(204)
        (await bob.put(f"/me/follows/maker/{fan.handle}")).expect(204)
    (await bob.delete_me()).expect(204)
    was, jobs.PORTION = jobs.PORTION, 2  # type: ignore[misc]
    try:
        await service.deliver()
    finally:
        jobs.PORTION = was  # type: ignore[misc]
    await assert_counters(service)
    assert await service.context.db.fetchval("select count(*) from star") == 5
    assert await service.context.db.fetchval("select count(*) from follow_maker") == 0


async def test_projects_of_a_deleted_owner_are_not_ranked(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    path = await ada.published(tags=["ai"])
    (await bob.put(f"{path}/star")).expect(204)
    (await ada.delete_me()).expect(204)
    assert (await bob.get("/projects")).json["data"] == []
    assert (await bob.get("/me/stars")).json["data"] == []
    await service.deliver()
    await assert_counters(service)


async def test_a_suspended_maker_cannot_star_or_follow(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    """The request passed the session check just before the suspension."""
    path = await ada.published()
    (await bob.get("/me")).expect(200)
    maker_id = await service.context.db.fetchval("select maker_id from maker where handle = 'bob'")
    # Changed in the database only, so the session stays valid.
    await service.context.db.execute("update maker set status = 'suspended' where maker_id = $1", maker_id)
    (await bob.put(f"{path}/star")).expect(403, "account_inactive")
    (await bob.put("/me/follows/maker/ada")).expect(403, "account_inactive")
    (await bob.put("/me/follows/tool/claude")).expect(403, "account_inactive")
    assert not await has_reactions(service.context.db, maker_id)
