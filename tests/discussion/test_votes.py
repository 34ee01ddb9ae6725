"""Test votes: one per maker, none on own comments, and exact counts under concurrency."""

import asyncio
import random

from tests.api import ApiClient, RunningService
from tests.discussion.actions import add_makers, commented, counters, id_of, one, replied, vote


async def votes_of(client: ApiClient, project: str) -> dict[str, int]:
    return {
        found["comment_id"]: found["value"]
        for page in await client.pages(f"{project}/comments/votes", limit=2)
        for found in page
    }


async def test_a_vote_is_added_changed_and_withdrawn(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path = await commented(ada, coach)
    for step, client, value, counted in (
        ("give", cleo, 1, (1, 0)),
        ("again", cleo, 1, (1, 0)),
        ("another's", bob, 1, (2, 0)),
        ("change", cleo, -1, (1, 1)),
        ("withdraw", cleo, 0, (1, 0)),
        ("withdraw again", cleo, 0, (1, 0)),
        ("back", cleo, -1, (1, 1)),
    ):
        done = await (vote(client, path, value) if value else client.delete(f"{path}/vote"))
        done.expect(204)
        found = await one(ada, path)
        assert (found["ups"], found["downs"]) == counted, step


async def test_makers_cannot_vote_on_their_own_comments(ada: ApiClient, coach: str) -> None:
    path = await commented(ada, coach)
    assert (await vote(ada, path, 1)).expect(422).pointers == {"": "own_comment"}
    (await ada.delete(f"{path}/vote")).expect(204)
    for wrong in (0, 2, "1", 1.5, None, True):
        (await ada.put(f"{path}/vote", {"value": wrong})).expect(422)


async def test_comments_include_the_viewers_own_vote(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    paths = [await commented(ada, coach, f"{number}") for number in range(5)]
    elsewhere = await commented(ada, tutor)
    for path in paths[:4]:
        (await vote(cleo, path, 1)).expect(204)
    (await vote(cleo, paths[4], -1)).expect(204)
    (await vote(cleo, elsewhere, -1)).expect(204)
    (await vote(bob, paths[0], -1)).expect(204)
    assert await votes_of(cleo, coach) == {id_of(path): 1 if path != paths[4] else -1 for path in paths}
    assert await votes_of(cleo, tutor) == {id_of(elsewhere): -1}
    assert await votes_of(bob, coach) == {id_of(paths[0]): -1}
    assert await votes_of(ada, coach) == {}
    (await service.client().get(f"{coach}/comments/votes")).expect(401)


async def test_200_concurrent_votes_of_50_makers(service: RunningService, ada: ApiClient, coach: str) -> None:
    top = await commented(ada, coach)
    paths = [top, await replied(ada, coach, top)]
    guests = await add_makers(service, 50)
    prng = random.Random(4)
    votes = [(guest, prng.choice(paths), prng.choice([1, 1, -1, 0])) for guest in guests for _ in range(4)]

    async def cast(guest: ApiClient, path: str, value: int) -> int:
        done = await (vote(guest, path, value) if value else guest.delete(f"{path}/vote"))
        return done.status

    statuses = await asyncio.gather(*(cast(*each) for each in votes))
    assert set(statuses) == {204}
    assert await counters(service, coach) == (2, 1)
    found = await one(ada, top)
    rows = await service.context.db.fetchval(
        "select count(*) from comment_vote v join comment c on c.comment_id = v.comment_id where c.parent_id is null"
    )
    assert found["ups"] + found["downs"] == rows > 0


async def test_votes_race_a_deletion(service: RunningService, ada: ApiClient, coach: str) -> None:
    guests = await add_makers(service, 20)
    for _ in range(5):
        path = await commented(ada, coach, f"{random.random()}")
        first = await asyncio.gather(*(vote(guest, path, 1) for guest in guests[:10]))
        assert {done.status for done in first} == {204}
        done = await asyncio.gather(ada.delete(path), *(vote(guest, path, -1) for guest in guests))
        assert done[0].status == 204
        assert {each.status for each in done[1:]} <= {204, 404}
    assert await service.context.db.fetchval("select count(*) from comment_vote") == 0
    assert await counters(service, coach) == (0, 0)
