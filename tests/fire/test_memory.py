"""Test that the memory of a burst of logins is released."""

import asyncio

import orjson

from tests.api import PASSWORD
from tests.fire.client import post
from tests.fire.fixtures import Deployment
from tests.fire.load import Connection, report
from tests.fire.test_clients import memory
from tests.processes.running import eventually

MEBIBYTE = 2**20


async def test_memory_of_a_login_burst_is_released(deployment: Deployment) -> None:
    makers = deployment.makers(12)
    with deployment.serving(WORKERS="1") as service:
        before = memory(service)
        responses = await asyncio.gather(
            *(
                Connection(service.port).exchange(
                    post("/api/v1/auth/login", orjson.dumps({"email": maker.email, "password": PASSWORD}), close=True)
                )
                for maker in makers
            )
        )
        assert {response.status for response in responses} == {200}
        report(f"{(memory(service) - before) / MEBIBYTE:.0f} MiB more just after {len(makers)} logins")
        await eventually(lambda: memory(service) - before < 12 * MEBIBYTE)
