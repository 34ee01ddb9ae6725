"""What happens at the same moment: answers and the deletion of what they answer, and everything at once."""

import asyncio
import random

from tests.api import ApiClient, RunningService
from tests.discussion.acts import comment, commented, counters, crowd, listed, remove, replied, reply


async def test_an_answer_and_the_deletion_of_its_parent(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    outcomes = set()
    for number in range(12):
        path = await commented(cleo, coach, f"top {number}")
        acts = [reply(ada, coach, path, "answer"), cleo.delete(path)]
        if number % 2:
            acts.reverse()
        done = await asyncio.gather(*acts)
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


async def test_the_last_two_answers_under_a_tombstone_go_at_once(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for number in range(6):
        top = await commented(cleo, coach, f"top {number}")
        answers = await replied(ada, coach, top, "a"), await replied(cleo, coach, top, "b")
        (await cleo.delete(top)).expect(204)
        done = await asyncio.gather(ada.delete(answers[0]), cleo.delete(answers[1]))
        assert [each.status for each in done] == [204, 204]
        assert await listed(ada, coach) == []
    assert await service.context.db.fetchval("select count(*) from comment") == 0


async def test_the_same_said_twice_at_once(service: RunningService, cleo: ApiClient, coach: str) -> None:
    done = await asyncio.gather(*(comment(cleo, coach, "Me too") for _ in range(6)))
    assert sorted(each.status for each in done) == [201, 409, 409, 409, 409, 409]
    assert await counters(service, coach) == (1, 1)


async def test_everything_at_once(service: RunningService, coach: str, tutor: str) -> None:
    """30 makers write, answer, vote and delete in two projects while an admin removes: the counts equal the rows."""
    guests = await crowd(service, 30)
    written: list[tuple[ApiClient, str, str]] = []
    for number, guest in enumerate(guests[:10]):
        project = (coach, tutor)[number % 2]
        written.append((guest, project, await commented(guest, project, f"first {number}")))
    chance = random.Random(4)

    async def act(number: int, guest: ApiClient) -> int:
        author, project, path = chance.choice(written)
        match number % 5:
            case 0:
                return (await comment(guest, project, f"new {number}")).status
            case 1 | 2:
                return (await reply(guest, project, path, f"answer {number}")).status
            case 3:
                return (await author.delete(path)).status
            case _:
                removed = chance.random() < 0.7
                await remove(service, path, removed)
                return 204

    acts = [act(number, chance.choice(guests)) for number in range(150)]
    statuses = await asyncio.gather(*acts)
    assert set(statuses) <= {201, 204, 404, 409}, "nobody meets a deadlock"
    for project in (coach, tutor):
        await counters(service, project)
    orphans = await service.context.db.fetchval(
        "select count(*) from comment where deleted_at is not null and replies = 0"
    )
    assert orphans == 0


async def test_an_account_that_goes_while_it_comments(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    """On a project of their own, whose lists the deletion touches too."""
    own = await cleo.published("Own")
    done = await asyncio.gather(
        cleo.delete_me(), *(comment(cleo, project, f"{number}") for number in range(4) for project in (own, coach))
    )
    assert done[0].status == 204
    assert {each.status for each in done[1:]} <= {201, 401, 403, 404}
    await counters(service, coach)
