"""Test the limit of open connections per address."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import orjson
import pytest

from service.http.request import Addresses
from service.http.transport.connection_limit import MAX_LINGERING, ConnectionLimit
from tests.processes.running import Running, eventually, parse, running

GET = b"GET / HTTP/1.1\r\nHost: t\r\n\r\n"


@asynccontextmanager
async def idle(port: int, count: int) -> AsyncIterator[list[asyncio.StreamWriter]]:
    """Open connections that have received one response."""
    writers: list[asyncio.StreamWriter] = []
    try:
        for _ in range(count):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writers.append(writer)
            writer.write(GET)
            assert (await reader.readuntil(b"}")).startswith(b"HTTP/1.1 200")
        yield writers
    finally:
        for writer in writers:
            writer.close()


async def read_response(service: Running) -> tuple[int, dict[str, str], bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
    try:
        async with asyncio.timeout(20):
            head = await reader.readuntil(b"\r\n\r\n")  # reads the response without sending a request
            return parse(head + await reader.read())
    finally:
        writer.close()


async def test_an_address_with_too_many_connections_gets_429() -> None:
    async with running(WORKERS="1", MAX_CONNECTIONS_PER_ADDRESS="5") as service:
        async with idle(service.port, 5) as writers:
            for _ in range(2 * MAX_LINGERING):
                status, headers, body = await read_response(service)
                problem = orjson.loads(body)
                assert (status, problem["status"], problem["code"]) == (429, 429, "too_many_connections")
                assert headers["content-type"] == "application/problem+json"
                assert (headers["connection"], int(headers["retry-after"]) > 0) == ("close", True)
                assert problem["request_id"] == headers["x-request-id"]
            writers.pop().close()  # frees one place

            async def served() -> bool:
                return (await asyncio.wait_for(_status(service), 20)) == 200

            await eventually(served)
        await eventually(served)

        async def counted() -> bool:
            return (await service.metric("http_connections_refused_total") or 0) >= 2 * MAX_LINGERING

        await eventually(counted)


async def _status(service: Running) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
    try:
        writer.write(GET)
        return int((await reader.readuntil(b"\r\n")).split()[1])
    except (ConnectionError, asyncio.IncompleteReadError):
        return 0
    finally:
        writer.close()


async def test_a_trusted_proxy_has_no_limit() -> None:
    settings = {"WORKERS": "1", "MAX_CONNECTIONS_PER_ADDRESS": "5", "TRUSTED_PROXIES": "127.0.0.0/8"}
    async with running(**settings) as service, idle(service.port, 50):
        assert (await service.get("/"))[0] == 200


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("fd00::1", "fd00::1", False),  # trusted
    ],
)
def test_addresses_of_one_network_count_as_one(first: str, second: str, shared: bool) -> None:
    limit = ConnectionLimit(1, Addresses((ip_network("fd00::/8"),)))
    place = limit.claim((first, 1))
    assert place is not None
    assert (limit.claim((second, 2)) is None) is shared
    place.release()
    place.release()  # releasing once is enough
    assert limit.claim((first, 3)) is not None
