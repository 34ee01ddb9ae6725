"""Refreshing and ending sessions over several processes at once."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import orjson

from tests.api import PASSWORD
from tests.fire.client import Answer, post
from tests.fire.ground import Ground, Maker
from tests.fire.load import Line, get, lines_to_all, report

ENDED_WITHIN = 0.1


def refreshing(token: str) -> bytes:
    return post("/api/v1/auth/refresh", orjson.dumps({"refresh_token": token}))


async def all_at_once(lines: Sequence[Line], request: bytes) -> list[Answer]:
    return list(await asyncio.gather(*(line.exchange(request) for line in lines)))


async def test_fifty_refreshes_of_one_token_at_once_keep_one_session(ground: Ground) -> None:
    maker = ground.makers(1)[0]
    with ground.serving() as service:
        async with lines_to_all(service.port, 25) as lines:
            answers = await all_at_once(lines[:50], refreshing(maker.refresh_token))
            assert {answer.status for answer in answers} == {200}
            assert len({answer.headers["x-request-id"].partition("-")[0] for answer in answers}) == 2
            given: list[dict[str, Any]] = [orjson.loads(answer.body) for answer in answers]
            assert {tokens["session_id"] for tokens in given} == {str(maker.session_id)}
            assert len({tokens["refresh_token"] for tokens in given}) == 1
            child = given[0]
            for tokens in given:
                assert (await lines[0].exchange(get("/me", tokens["access_token"]))).status == 200

            # The grandparent, after its grandchild was made, was stolen: all of the family ends, on every worker.
            grandchild = orjson.loads((await lines[0].exchange(refreshing(child["refresh_token"]))).body)
            assert {a.status for a in await all_at_once(lines, get("/me", grandchild["access_token"]))} == {200}
            assert (await lines[1].exchange(refreshing(maker.refresh_token))).status == 401
            for token in (maker.token, child["access_token"], grandchild["access_token"]):
                assert {a.status for a in await all_at_once(lines, get("/me", token))} == {401}
            assert (await lines[0].exchange(refreshing(grandchild["refresh_token"]))).status == 401


async def test_access_ends_on_every_worker_at_once(ground: Ground) -> None:
    gone, changed, suspended = ground.makers(3)
    (admin,) = ground.makers(1, role="admin")
    elsewhere = ground.another_session(changed)
    with ground.serving() as service:
        async with lines_to_all(service.port, 4) as lines:

            async def statuses(token: str) -> set[int]:
                return {answer.status for answer in await all_at_once(lines, get("/me", token))}

            async def ends(what: str, token: str, request: bytes) -> None:
                for _ in range(3):  # remembered wherever it can be
                    assert await statuses(token) == {200}
                assert (await lines[0].exchange(request)).status == 204
                answered = time.monotonic()
                assert await statuses(token) == {401}
                seconds = time.monotonic() - answered
                report(
                    f"{what}: refused on {len(lines)} connections, the last {seconds * 1000:.1f} ms after the answer"
                )
                if seconds > ENDED_WITHIN:  # a busy machine: what was asked afterwards was refused all the same
                    assert await statuses(token) == {401}

            await ends("logout", gone.token, post("/api/v1/auth/logout", b"", gone.bearer))
            body = orjson.dumps({"current_password": PASSWORD, "new_password": f"another one {uuid4()}"})
            await ends("password change", elsewhere, put("/me/password", body, changed))
            assert await statuses(changed.token) == {200}
            await ends("suspension", suspended.token, put(f"/admin/makers/{suspended.handle}/suspension", b"", admin))


def put(path: str, body: bytes, maker: Maker) -> bytes:
    return post(f"/api/v1{path}", body, maker.bearer).replace(b"POST", b"PUT", 1)
