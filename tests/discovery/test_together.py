"""Many at once: counters are what the rows say, ranks what the counters say, and nobody waits for ever."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from service.db.pool import Database, Tx
from tests.api import PASSWORD, ApiClient, Reply, RunningService
from tests.discovery.crowd import books, crowd, listed, starred_by
from tests.tools.test_use import content, save


@pytest.fixture
def deadlocks(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The transactions, of one statement too, that PostgreSQL ended for others to go on; they are run again, and so no
    answer tells."""
    seen: list[BaseException] = []
    run, again = Database._run, Database._again

    async def watched(self: Database, work: Callable[[Tx], Awaitable[Any]]) -> Any:
        try:
            return await run(self, work)
        except asyncpg.DeadlockDetectedError as error:
            seen.append(error)
            raise

    async def watched_alone[T](call: Callable[..., Awaitable[T]], sql: str, args: tuple[object, ...]) -> T:
        async def watching(sql: str, *args: object) -> T:
            try:
                return await call(sql, *args)
            except asyncpg.DeadlockDetectedError as error:
                seen.append(error)
                raise

        return await again(watching, sql, args)

    monkeypatch.setattr(Database, "_run", watched)
    monkeypatch.setattr(Database, "_again", staticmethod(watched_alone))
    return seen


async def settled(ask: Callable[[], Awaitable[Reply]]) -> Reply:
    """The answer, once there is a connection: more ask at once here than the pool has."""
    while (reply := await ask()).status == 503:
        pass
    return reply


async def test_two_hundred_stars_and_unstars_at_once(service: RunningService, deadlocks: list[BaseException]) -> None:
    owner, other, *fans = await crowd(service, 52)
    path, rival = await owner.published("Busy", tags=["ai"]), await other.published("Rival", tags=["ai"])
    await starred_by(service, rival, fans[:5])
    assert await listed(owner, "?tag=ai") == ["rival", "busy"]
    acts = [(fan, act) for fan in fans for act in ("put", "delete", "put", "put")]
    random.Random(4).shuffle(acts)

    async def one(fan: ApiClient, act: str) -> int:
        return (await settled(lambda: fan.request(act.upper(), f"{path}/star"))).status

    assert set(await asyncio.gather(*(one(fan, act) for fan, act in acts))) == {204}
    await books(service)
    # However they crossed, this decides.
    last = [("put" if number < 40 else "delete", fan) for number, fan in enumerate(fans)]
    assert set(await asyncio.gather(*(one(fan, act) for act, fan in last))) == {204}
    assert (await owner.get(path)).json["stars"] == 40
    assert (
        await listed(owner, "?tag=ai") == await listed(owner) == await listed(owner, "?sort=top") == ["busy", "rival"]
    )
    assert not deadlocks
    await books(service)


async def test_stars_among_all_that_changes_a_project(service: RunningService, deadlocks: list[BaseException]) -> None:
    """Publishing, hiding, tagging, new versions, remixes both ways, comments, follows, and makers who leave."""
    ann, ben, *fans = await crowd(service, 24)
    paths = {}
    for owner in (ann, ben):
        paths[owner.handle] = await owner.published("Busy", tags=["ai", "speech"])
        await save(owner, paths[owner.handle], "one", "claude", "ollama")
    places = list(paths.values())
    chance = random.Random(11)
    tags = [["ai"], ["speech", "ai"], ["more", "speech"], []]

    def of_owner(owner: ApiClient, number: int) -> Callable[[], Awaitable[Reply]]:
        path = paths[owner.handle]
        source = paths[ben.handle if owner is ann else ann.handle]
        tools = chance.choice([("claude",), ("ollama", "whisper"), ("whisper", "claude")])
        said = content(*tools) | {"steps": [step | {"title": f"Do {number}"} for step in content(*tools)["steps"]]}
        return chance.choice(
            [
                lambda: owner.post(f"{path}/archive"),
                lambda: owner.post(f"{path}/unarchive"),
                lambda: owner.edit(path, tags=chance.choice(tags)),
                lambda: owner.edit(path, visibility=chance.choice(["public", "unlisted"])),
                lambda: owner.post(f"{path}/workflows/one/versions", {"content": said}),
                lambda: owner.post(f"{source}/workflows/one/fork", {"project": "busy", "slug": f"remix-{number}"}),
                lambda: owner.delete(f"{path}/workflows/remix-{number - 8}"),
            ]
        )

    def of_fan(fan: ApiClient) -> Callable[[], Awaitable[Reply]]:
        path = chance.choice(places)
        return chance.choice(
            [
                lambda: fan.put(f"{path}/star"),
                lambda: fan.put(f"{path}/star"),
                lambda: fan.delete(f"{path}/star"),
                lambda: fan.post(f"{path}/comments", {"body": f"By {fan.handle} {chance.random()}"}),
                lambda: fan.put(f"/me/follows{path.replace('/projects', '/project')}"),
                lambda: fan.put(f"/me/follows/maker/{chance.choice(fans).handle}"),
                lambda: fan.delete(f"/me/follows/maker/{chance.choice(fans).handle}"),
                lambda: fan.put("/me/follows/tag/ai"),
            ]
        )

    acts = [of_owner(owner, number) for number in range(40) for owner in (ann, ben)]
    acts += [of_fan(fan) for _ in range(8) for fan in fans]
    chance.shuffle(acts)
    for number in range(12):
        # Each from the other's, at one moment.
        acts[10 * number : 10 * number] = [
            lambda owner=owner, source=source, number=number: owner.post(  # type: ignore[misc]
                f"{paths[source.handle]}/workflows/one/fork", {"project": "busy", "slug": f"cross-{number}"}
            )
            for owner, source in ((ann, ben), (ben, ann))
        ]
    for number, fan in enumerate(fans[:4]):
        # In the midst of their own stars.
        acts.insert(50 * number, lambda fan=fan: fan.delete_me(PASSWORD))  # type: ignore[misc]
    answers = await asyncio.gather(*(settled(act) for act in acts))
    # 401 is of those who have left; the others are what one meets in the midst of changes.
    assert {answer.status for answer in answers} <= {200, 201, 204, 401, 403, 404, 409, 422, 429}
    assert [answer.status for answer in answers].count(204) > 60
    assert not deadlocks
    await service.deliver()
    await books(service)
    left = "select count(*) from maker m join star s on s.maker_id = m.maker_id where m.status = 'deleted'"
    assert await service.context.db.fetchval(left) == 0
