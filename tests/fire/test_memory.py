"""What a burst of logins takes is given back."""

import asyncio

import orjson

from tests.api import PASSWORD
from tests.fire.client import post
from tests.fire.ground import Ground
from tests.fire.load import Line, report
from tests.fire.test_clients import memory
from tests.processes.running import eventually

MEBIBYTE = 2**20


async def test_a_burst_of_logins_leaves_no_memory_behind(ground: Ground) -> None:
    makers = ground.makers(12)
    with ground.serving(WORKERS="1") as service:
        before = memory(service)
        answers = await asyncio.gather(
            *(
                Line(service.port).exchange(
                    post("/api/v1/auth/login", orjson.dumps({"email": maker.email, "password": PASSWORD}), close=True)
                )
                for maker in makers
            )
        )
        assert {answer.status for answer in answers} == {200}
        report(f"{(memory(service) - before) / MEBIBYTE:.0f} MiB more just after {len(makers)} logins")
        await eventually(lambda: memory(service) - before < 12 * MEBIBYTE)
