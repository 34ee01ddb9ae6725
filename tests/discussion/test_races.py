"""Test races: replies against the deletion of their parent, and many writes at once."""

import asyncio
import random

from tests.api import ApiClient, RunningService
from tests.discussion.actions import add_makers, comment, commented, counters, listed, remove, replied, reply


async def test_a_reply_races_the_deletion_of_its_parent(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    outcomes = set()
    for number in range(12):
        path = await commented(cleo, coach, f"top {number}")
        requests = [reply(ada, coach, path, "answer"), cleo.delete(path)]
        if number % 2:
            requests.reverse()
        done = await asyncio.gather(*requests)
        answered, deleted = done[::-1] if number % 2 else done
        assert deleted.status == 204
        outcomes.add(answered.status)
        if answered.status == 201:
            tombstone = (await ada.get(path)).expect(200).json
            assert (tombstone["deleted"], tombstone["replies"]) == (True, 1)
            (await ada.delete(f"/comments/{answered.json['comment_id']}")).expect(204)
        else:
            answered.expect(409, "parent_gone")
        (await ada.get(path)).expect(404)
    assert outcomes <= {201, 409}
    assert await counters(service, coach) == (0, 0)


async def test_the_last_two_replies_of_a_tombstone_are_deleted_concurrently(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for number in range(6):
        top = await commented(cleo, coach, f"top {number}")
        replies = await replied(ada, coach, top, "a"), await replied(cleo, coach, top, "b")
        (await cleo.delete(top)).expect(204)
        done = await asyncio.gather(ada.delete(replies[0]), cleo.delete(replies[1]))
        assert [each.status for each in done] == [204, 204]
        assert await listed(ada, coach) == []
    assert await service.context.db.fetchval("select count(*) from comment") == 0


async def test_concurrent_duplicates_create_one_comment(service: RunningService, cleo: ApiClient, coach: str) -> None:
    done = await asyncio.gather(*(comment(cleo, coach, "Me too") for _ in range(6)))
    assert sorted(each.status for each in done) == [201, 409, 409, 409, 409, 409]
    assert await counters(service, coach) == (1, 1)


async def test_counters_equal_the_rows_after_150_concurrent_writes(
    service: RunningService, coach: str, tutor: str
) -> None:
    """30 makers comment, reply and delete in two projects while an admin removes and restores comments."""
    guests = await add_makers(service, 30)
    written: list[tuple[ApiClient, str, str]] = []
    for number, guest in enumerate(guests[:10]):
        project = (coach, tutor)[number % 2]
        written.append((guest, project, await commented(guest, project, f"first {number}")))
    prng = random.Random(4)

    async def write(number: int, guest: ApiClient) -> int:
        author, project, path = prng.choice(written)
        match number % 5:
            case 0:
                return (await comment(guest, project, f"new {number}")).status
            case 1 | 2:
                return (await reply(guest, project, path, f"answer {number}")).status
            case 3:
                return (await author.delete(path)).status
            case _:
                removed = prng.random() < 0.7
                await remove(service, path, removed)
                return 204

    requests = [write(number, prng.choice(guests)) for number in range(150)]
    statuses = await asyncio.gather(*requests)
    assert set(statuses) <= {201, 204, 404, 409}, "no request fails with a deadlock"
    for project in (coach, tutor):
        await counters(service, project)
    orphans = await service.context.db.fetchval(
        "select count(*) from comment where deleted_at is not null and replies = 0"
    )
    assert orphans == 0


async def test_an_account_is_deleted_while_it_comments(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """The account owns the project, so the deletion also changes the project's lists."""
    own = await cleo.published("Own")
    done = await asyncio.gather(
        cleo.delete_me(), *(comment(cleo, project, f"{number}") for number in range(4) for project in (own, coach))
    )
    assert done[0].status == 204
    assert {each.status for each in done[1:]} <= {201, 401, 403, 404}
    await counters(service, coach)
