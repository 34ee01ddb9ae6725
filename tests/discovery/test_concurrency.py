"""Test concurrent reactions: counters equal the rows, ranks equal the counters, and no transaction deadlocks."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from service.db.pool import Database, Tx
from tests.api import PASSWORD, ApiClient, Reply, RunningService
from tests.discovery.fixtures import add_makers, assert_counters, listed, starred_by
from tests.tools.test_use import content, save


@pytest.fixture
def deadlocks(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Return a list that collects deadlocks. The service retries them, so responses do not show them."""
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
    """Repeat the request while the pool has no free connection."""
    while (reply := await ask()).status == 503:
        pass
    return reply


async def test_200_concurrent_stars_and_unstars(service: RunningService, deadlocks: list[BaseException]) -> None:
    owner, other, *fans = await add_makers(service, 52)
    path, rival = await owner.published("Busy", tags=["ai"]), await other.published("Rival", tags=["ai"])
    await starred_by(service, rival, fans[:5])
    assert await listed(owner, "?tag=ai") == ["rival", "busy"]
    actions = [(fan, action) for fan in fans for action in ("put", "delete", "put", "put")]
    random.Random(4).shuffle(actions)

    async def one(fan: ApiClient, action: str) -> int:
        return (await settled(lambda: fan.request(action.upper(), f"{path}/star"))).status

    assert set(await asyncio.gather(*(one(fan, action) for fan, action in actions))) == {204}
    await assert_counters(service)
    # The last request of each fan decides.
    last = [("put" if number < 40 else "delete", fan) for number, fan in enumerate(fans)]
    assert set(await asyncio.gather(*(one(fan, action) for action, fan in last))) == {204}
    assert (await owner.get(path)).json["stars"] == 40
    assert (
        await listed(owner, "?tag=ai") == await listed(owner) == await listed(owner, "?sort=top") == ["busy", "rival"]
    )
    assert not deadlocks
    await assert_counters(service)


async def test_concurrent_stars_and_project_changes(service: RunningService, deadlocks: list[BaseException]) -> None:
    """Mix publishing, hiding, tagging, versions, mutual remixes, comments, follows and account deletions."""
    ann, ben, *fans = await add_makers(service, 24)
    paths = {}
    for owner in (ann, ben):
        paths[owner.handle] = await owner.published("Busy", tags=["ai", "speech"])
        await save(owner, paths[owner.handle], "one", "claude", "ollama")
    places = list(paths.values())
    prng = random.Random(11)
    tags = [["ai"], ["speech", "ai"], ["more", "speech"], []]

    def of_owner(owner: ApiClient, number: int) -> Callable[[], Awaitable[Reply]]:
        path = paths[owner.handle]
        source = paths[ben.handle if owner is ann else ann.handle]
        tools = prng.choice([("claude",), ("ollama", "whisper"), ("whisper", "claude")])
        said = content(*tools) | {"steps": [step | {"title": f"Do {number}"} for step in content(*tools)["steps"]]}
        return prng.choice(
            [
                lambda: owner.post(f"{path}/archive"),
                lambda: owner.post(f"{path}/unarchive"),
                lambda: owner.edit(path, tags=prng.choice(tags)),
                lambda: owner.edit(path, visibility=prng.choice(["public", "unlisted"])),
                lambda: owner.post(f"{path}/workflows/one/versions", {"content": said}),
                lambda: owner.post(f"{source}/workflows/one/fork", {"project": "busy", "slug": f"remix-{number}"}),
                lambda: owner.delete(f"{path}/workflows/remix-{number - 8}"),
            ]
        )

    def of_fan(fan: ApiClient) -> Callable[[], Awaitable[Reply]]:
        path = prng.choice(places)
        return prng.choice(
            [
                lambda: fan.put(f"{path}/star"),
                lambda: fan.put(f"{path}/star"),
                lambda: fan.delete(f"{path}/star"),
                lambda: fan.post(f"{path}/comments", {"body": f"By {fan.handle} {prng.random()}"}),
                lambda: fan.put(f"/me/follows{path.replace('/projects', '/project')}"),
                lambda: fan.put(f"/me/follows/maker/{prng.choice(fans).handle}"),
                lambda: fan.delete(f"/me/follows/maker/{prng.choice(fans).handle}"),
                lambda: fan.put("/me/follows/tag/ai"),
            ]
        )

    actions = [of_owner(owner, number) for number in range(40) for owner in (ann, ben)]
    actions += [of_fan(fan) for _ in range(8) for fan in fans]
    prng.shuffle(actions)
    for number in range(12):
        # Both remix each other at the same moment.
        actions[10 * number : 10 * number] = [
            lambda owner=owner, source=source, number=number: owner.post(  # type: ignore[misc]
                f"{paths[source.handle]}/workflows/one/fork", {"project": "busy", "slug": f"cross-{number}"}
            )
            for owner, source in ((ann, ben), (ben, ann))
        ]
    for number, fan in enumerate(fans[:4]):
        # While they are adding stars.
        actions.insert(50 * number, lambda fan=fan: fan.delete_me(PASSWORD))  # type: ignore[misc]
    replies = await asyncio.gather(*(settled(action) for action in actions))
    # 401: deleted makers. The other errors follow from concurrent changes.
    assert {reply.status for reply in replies} <= {200, 201, 204, 401, 403, 404, 409, 422, 429}
    assert [reply.status for reply in replies].count(204) > 60
    assert not deadlocks
    await service.deliver()
    await assert_counters(service)
    left = "select count(*) from maker m join star s on s.maker_id = m.maker_id where m.status = 'deleted'"
    assert await service.context.db.fetchval(left) == 0
