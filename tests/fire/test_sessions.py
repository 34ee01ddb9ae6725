"""Test refreshing and ending sessions across processes."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import orjson

from tests.api import PASSWORD
from tests.fire.client import Response, post
from tests.fire.fixtures import Deployment, Maker
from tests.fire.load import Connection, connect_to_all_workers, get, report

ENDED_WITHIN = 0.1


def refreshing(token: str) -> bytes:
    return post("/api/v1/auth/refresh", orjson.dumps({"refresh_token": token}))


async def all_at_once(connections: Sequence[Connection], request: bytes) -> list[Response]:
    return list(await asyncio.gather(*(connection.exchange(request) for connection in connections)))


async def test_fifty_concurrent_refreshes_of_one_token_keep_one_session(deployment: Deployment) -> None:
    maker = deployment.makers(1)[0]
    with deployment.serving() as service:
        async with connect_to_all_workers(service.port, 25) as connections:
            responses = await all_at_once(connections[:50], refreshing(maker.refresh_token))
            assert {response.status for response in responses} == {200}
            assert len({response.headers["x-request-id"].partition("-")[0] for response in responses}) == 2
            given: list[dict[str, Any]] = [orjson.loads(response.body) for response in responses]
            assert {tokens["session_id"] for tokens in given} == {str(maker.session_id)}
            assert len({tokens["refresh_token"] for tokens in given}) == 1
            child = given[0]
            for tokens in given:
                assert (await connections[0].exchange(get("/me", tokens["access_token"]))).status == 200

            # Reuse of an older token means theft: the whole family of tokens ends on every worker.
            grandchild = orjson.loads((await connections[0].exchange(refreshing(child["refresh_token"]))).body)
            assert {a.status for a in await all_at_once(connections, get("/me", grandchild["access_token"]))} == {200}
            assert (await connections[1].exchange(refreshing(maker.refresh_token))).status == 401
            for token in (maker.token, child["access_token"], grandchild["access_token"]):
                assert {a.status for a in await all_at_once(connections, get("/me", token))} == {401}
            assert (await connections[0].exchange(refreshing(grandchild["refresh_token"]))).status == 401


async def test_access_ends_on_every_worker_promptly(deployment: Deployment) -> None:
    gone, changed, suspended = deployment.makers(3)
    (admin,) = deployment.makers(1, role="admin")
    elsewhere = deployment.another_session(changed)
    with deployment.serving() as service:
        async with connect_to_all_workers(service.port, 4) as connections:

            async def statuses(token: str) -> set[int]:
                return {response.status for response in await all_at_once(connections, get("/me", token))}

            async def ends(what: str, token: str, request: bytes) -> None:
                for _ in range(3):  # so that every worker caches it
                    assert await statuses(token) == {200}
                assert (await connections[0].exchange(request)).status == 204
                responded = time.monotonic()
                assert await statuses(token) == {401}
                seconds = time.monotonic() - responded
                report(f"{what}: rejected on {len(connections)} connections, the last {seconds * 1000:.1f} ms later")
                if seconds > ENDED_WITHIN:  # on a busy machine: later requests were rejected all the same
                    assert await statuses(token) == {401}

            await ends("logout", gone.token, post("/api/v1/auth/logout", b"", gone.bearer))
            body = orjson.dumps({"current_password": PASSWORD, "new_password": f"another one {uuid4()}"})
            await ends("password change", elsewhere, put("/me/password", body, changed))
            assert await statuses(changed.token) == {200}
            await ends("suspension", suspended.token, put(f"/admin/makers/{suspended.handle}/suspension", b"", admin))


def put(path: str, body: bytes, maker: Maker) -> bytes:
    return post(f"/api/v1{path}", body, maker.bearer).replace(b"POST", b"PUT", 1)
