"""Test invalid requests to every route with a body: a specific 4xx problem, never a 5xx, and no stored change."""

import asyncio
import gzip
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import attrs
import orjson
import psycopg
import pytest
import redis
from psycopg.sql import SQL, Identifier

from service.app import tables
from service.http.binding import contract
from service.http.problem import MAX_BODY, MAX_ERRORS
from service.http.routing import Route
from service.http.schema.wire import wire_name
from service.http.transport import body as http_body
from tests.api import ApiClient, RunningService
from tests.http.raw_client import RawClient, RawReply, chunked, exchange, head, message

ROUTES = [(prefix, route) for prefix, table in tables() for route in table if contract(route).body is not None]
with_body = pytest.mark.parametrize(
    ("prefix", "route"), ROUTES, ids=[f"{route.method} {route.path}" for _, route in ROUTES]
)

STEP = {"key": "one", "title": "One", "template": "Say hello."}

type Case = tuple[bytes, dict[str, str], int, str]

CASES: dict[str, Case] = {
    "empty": (b"", {}, 400, "empty_body"),
    "blank": (b"   ", {}, 400, "malformed_json"),
    "malformed": (b"{'a': 1}", {}, 400, "malformed_json"),
    "truncated": (b'{"a": "b', {}, 400, "malformed_json"),
    "trailing": (b'{"a": 1} {}', {}, 400, "malformed_json"),
    "2,000 lists deep": (b"[" * 2000 + b"]" * 2000, {}, 400, ""),
    "33 objects deep": (b'{"a":' * 33 + b"1" + b"}" * 33, {}, 400, "too_deep"),
    "NaN": (b'{"a": NaN}', {}, 400, "malformed_json"),
    "Infinity": (b'{"a": -Infinity}', {}, 400, "malformed_json"),
    "NUL": (b'{"a": "\\u0000"}', {}, 400, "nul_character"),
    "NUL in a key": (b'{"\\u0000": 1}', {}, 400, "nul_character"),
    "lone surrogate": (b'{"a": "\\ud800"}', {}, 400, "malformed_json"),
    "surrogate in UTF-8": (b'{"a": "\xed\xa0\x80"}', {}, 400, "malformed_json"),
    "invalid UTF-8": (b'{"a": "\xff\xfe"}', {}, 400, "malformed_json"),
    "byte-order mark": (b'\xef\xbb\xbf{"a": 1}', {}, 400, "malformed_json"),
    "UTF-16": ('{"a": 1}'.encode("utf-16"), {}, 400, "malformed_json"),
    "duplicate keys": (b'{"a": 1, "a": 2}', {}, 400, "duplicate_key"),
    "2^63": (b'{"a": 9223372036854775808}', {}, 422, "invalid_input"),
    "2^64": (b'{"a": 18446744073709551616}', {}, 422, "invalid_input"),
    "3,500 digits": (b'{"a": ' + b"9" * 3500 + b"}", {}, 400, "malformed_json"),
    "3,500 digits after the point": (b'{"a": 0.' + b"9" * 3500 + b"}", {}, 422, "invalid_input"),
    "a number beyond floats": (b'{"a": 1e400}', {}, 400, "malformed_json"),
    "null": (b"null", {}, 422, "invalid_input"),
    "a list": (b"[]", {}, 422, "invalid_input"),
    "a string": (b'"x"', {}, 422, "invalid_input"),
    "a number": (b"1", {}, 422, "invalid_input"),
    "an unknown field": (b'{"there_is_no_such_field": 1}', {}, 422, "invalid_input"),
    "fields of another's": (b'{"role": "admin", "owner_id": 1, "id": 1, "__class__": 1}', {}, 422, "invalid_input"),
    "charset=bogus": (b"{}", {"Content-Type": "application/json; charset=bogus"}, 415, "unsupported_media_type"),
    "charset=utf-16": (b"{}", {"Content-Type": "application/json; charset=utf-16"}, 415, "unsupported_media_type"),
    "a form": (b"a=b", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "unsupported_media_type"),
    "text": (b"{}", {"Content-Type": "text/plain"}, 415, "unsupported_media_type"),
    "a suffix": (b"{}", {"Content-Type": "application/jsonp"}, 415, "unsupported_media_type"),
    "no media type": (b"{}", {"Content-Type": ""}, 415, "unsupported_media_type"),
    "5,000 digits of Content-Length": (b"{}", {"Content-Length": "2".zfill(5000)}, 400, "malformed_request"),
    "gzip": (gzip.compress(b"{}"), {"Content-Encoding": "gzip"}, 415, "unsupported_encoding"),
    "a gzip bomb": (gzip.compress(b"0" * 3_000_000), {"Content-Encoding": "gzip"}, 415, "unsupported_encoding"),
    "an unknown encoding": (b"{}", {"Content-Encoding": "x"}, 415, "unsupported_encoding"),
}


class Target:
    """An admin client and a view of all stored data."""

    def __init__(self, admin: ApiClient, url: str, database_url: str, redis_url: str) -> None:
        self.admin = admin
        self.url = url
        self._database_url = database_url
        self._redis = redis.Redis.from_url(redis_url)

    def headers(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return headers with which only the body can be invalid."""
        self._redis.flushdb()  # quotas are not tested here
        return {"Authorization": f"Bearer {self.admin.access_token}", "If-Match": "*", **(more or {})}

    def stored(self) -> dict[str, Any]:
        """Return a hash of all rows per table."""
        with psycopg.connect(self._database_url) as connection:
            tables = connection.execute(
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            ).fetchall()
            count = SQL("select count(*), sum(hashtextextended(t::text, 0)) from {} t")
            return {name: connection.execute(count.format(Identifier(name))).fetchone() for (name,) in tables}

    def close(self) -> None:
        self._redis.close()


@pytest.fixture
async def target(service: RunningService, database_url: str, redis_url: str) -> Any:
    admin = await service.admin("ada")
    (await admin.post("/projects", {"title": "First", "tagline": "What it is."})).expect(201)
    flow = await admin.workflow("/projects/ada/first", "Flow", content={"steps": [STEP]})
    (await admin.save_version(flow)).expect(201)
    (await admin.put(f"{flow}/labels/stable", {"number": 1})).expect(204)
    made = Target(admin, service.url, database_url, redis_url)
    yield made
    made.close()


NAMES = {"handle": "ada", "slug": "first", "workflow": "flow", "version": "1", "name": "stable", "member": "ada"}
"""Values of path parameters; any other parameter is the ID of nothing that exists."""


def path_of(prefix: str, route: Route) -> str:
    names = {name: NAMES.get(name, str(UUID(int=7))) for name in route.parameters}
    return f"{prefix}{route.path.format(**names)}"


def rejected(reply: RawReply, status: int = 0, code: str = "") -> dict[str, Any]:
    assert 400 <= reply.status < 500, reply
    problem = reply.problem
    assert not status or reply.status == status, reply
    assert not code or problem["code"] == code, reply
    return problem


@with_body
async def test_every_route_rejects_every_invalid_body(target: Target, prefix: str, route: Route) -> None:
    path, before = path_of(prefix, route), target.stored()
    for name, (body, headers, status, code) in CASES.items():
        reply = await exchange(target.url, message(route.method, path, body, target.headers(headers)))
        try:
            problem = rejected(reply, status, code)
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from None
        if reply.status == 422:
            assert problem["errors"], name
    assert target.stored() == before


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 10_000 + b"]" * 10_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"title": ' + b"9" * 5000 + b"}",
        b'{"title": -0.' + b"0" * 5000 + b"1}",
        b'{"title": "' + b"\\ud83d" * 5000 + b'"}',
        b'{"' + b"a" * 50_000 + b'": 1}',
        b"{" + b",".join(b'"%d": 1' % n for n in range(5000)) + b"}",
    ],
    ids=["lists", "objects", "digits", "decimals", "halves of pairs", "a long key", "many keys"],
)
async def test_large_invalid_bodies_are_rejected(target: Target, body: bytes) -> None:
    before = target.stored()
    reply = await exchange(target.url, message("POST", "/api/v1/projects", body, target.headers()))
    assert rejected(reply)["status"] in (400, 422)
    assert len(reply.body) <= MAX_BODY
    assert target.stored() == before


def hostile(route: Route) -> dict[str, bytes]:
    """Return invalid bodies near the route's size limit. An unknown field makes each invalid."""
    room = route.body_limit - 100
    cls = contract(route).body
    assert cls is not None
    names = [wire_name(a.name) for a in attrs.fields(cls)]
    each = room // len(names) - 50
    unknown = '"there_is_no_such_field": 1'

    def of_fields(value: str) -> bytes:
        return ("{" + "".join(f'"{name}": {value}, ' for name in names) + unknown + "}").encode()

    few = min(each // 4, 19_000 // len(names))
    return {
        "130,000 unknown keys": b"{" + b",".join(b'"k%d":1' % n for n in range(min(130_000, room // 11))) + b"}",
        "15,000 unknown keys": b"{" + b",".join(b'"k%d":1' % n for n in range(min(15_000, room // 11))) + b"}",
        "a long key": b'{"' + b"a" * room + b'": 1}',
        "a long key, escaped": b'{"' + rb"\u0001" * (room // 6) + b'": 1}',
        "a long key twice": b'{"' + b"a" * (room // 2 - 10) + b'":1,"' + b"a" * (room // 2 - 10) + b'":1}',
        "50,000 items": of_fields("[" + ",".join(["1"] * min(50_000, each // 3)) + "]"),
        "items that do not fit": of_fields("[" + ",".join(["{}"] * few) + "]"),
        "members that do not fit": of_fields("{" + ",".join(f'"{n}":[]' for n in range(few // 3)) + "}"),
        "long member keys": of_fields('{"' + "\\u0001" * (each // 6) + '": {}}'),
        "30 levels": of_fields('{"a":' * 30 + "1" + "}" * 30),
        "long strings": of_fields('"' + "x" * each + '"'),
    }


async def test_the_size_of_a_problem_is_limited(target: Target) -> None:
    for prefix, route in ROUTES:
        path = path_of(prefix, route)
        for name, body in hostile(route).items():
            reply = await exchange(target.url, message(route.method, path, body, target.headers()))
            rejected(reply)
            assert len(reply.body) <= MAX_BODY, f"{route.method} {route.path}: {name}: {len(reply.body)}"


async def test_a_problem_lists_fifty_errors_and_counts_the_rest(target: Target) -> None:
    body = orjson.dumps({f"field{n:05}": 1 for n in range(5000)})
    problem = rejected(await exchange(target.url, message("POST", "/api/v1/projects", body, target.headers())), 422)
    # `title` is missing, too.
    assert (len(problem["errors"]), problem["more_errors"]) == (MAX_ERRORS, 5001 - MAX_ERRORS)
    few = rejected(await exchange(target.url, message("POST", "/api/v1/projects", b'{"a": 1}', target.headers())), 422)
    assert (len(few["errors"]), few.get("more_errors")) == (2, None)


@with_body
async def test_the_body_limit_is_exact(target: Target, prefix: str, route: Route) -> None:
    path, limit = path_of(prefix, route), route.body_limit
    exactly = b'"' + b"a" * (limit - 2) + b'"'
    for framed in (False, True):
        for body, status, code in ((exactly, 422, "invalid_input"), (exactly + b" ", 413, "body_too_large")):
            headers = target.headers()
            if framed:
                start = head(
                    route.method, path, {**headers, "Content-Type": "application/json", "Transfer-Encoding": "chunked"}
                )
                data = start + chunked(body, 4000)
            else:
                data = message(route.method, path, body, headers)
            rejected(await exchange(target.url, data), status, code)


async def test_a_body_with_a_large_content_length_is_rejected_unread(target: Target) -> None:
    headers = target.headers({"Content-Type": "application/json", "Content-Length": str(10**12)})
    rejected(await exchange(target.url, head("POST", "/api/v1/projects", headers)), 413, "body_too_large")


async def test_a_slow_body_gets_408(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_body, "READ_SECONDS", 0.05)
    for framing in ({"Content-Length": "30"}, {"Transfer-Encoding": "chunked"}):
        headers = target.headers({"Content-Type": "application/json", **framing})
        reply = await exchange(target.url, head("POST", "/api/v1/projects", headers) + b"1")
        rejected(reply, 408, "body_too_slow")
        assert reply.headers["connection"] == "close"


async def test_a_chunked_body_is_accepted(target: Target) -> None:
    headers = target.headers({"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    data = head("POST", "/api/v1/projects", headers) + chunked(b'{"title": "In chunks"}', 3)
    assert (await exchange(target.url, data)).status == 201


@pytest.mark.parametrize("broken", [b"zz\r\n{}\r\n0\r\n\r\n", b"2\r\n{}xx0\r\n\r\n", b"-2\r\n{}\r\n0\r\n\r\n"])
async def test_malformed_chunks_get_400(target: Target, broken: bytes) -> None:
    before = target.stored()
    headers = target.headers({"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    rejected(await exchange(target.url, head("POST", "/api/v1/projects", headers) + broken), 400)
    assert target.stored() == before


async def test_a_chunk_without_data_gets_408(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_body, "READ_SECONDS", 0.2)
    headers = target.headers({"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    start = head("POST", "/api/v1/projects", headers)
    rejected(await exchange(target.url, start + b"2;" + b"x" * 70_000), 408, "body_too_slow")


async def test_a_disconnect_within_the_body_changes_nothing(target: Target) -> None:
    before = target.stored()
    client = await RawClient.to(target.url)
    headers = target.headers({"Content-Type": "application/json", "Content-Length": "100"})
    await client.send(head("POST", "/api/v1/projects", headers) + b'{"title": "Half"}')
    await client.close()
    assert (await exchange(target.url, head("GET", "/livez"))).status == 200
    assert target.stored() == before


async def test_expect_100_continue(target: Target) -> None:
    body = b'{"title": "Awaited"}'
    client = await RawClient.to(target.url)
    sent = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Expect": "100-continue"}
    await client.send(head("POST", "/api/v1/projects", target.headers(sent)))
    assert (await client.reply()).status == 100
    await client.send(body)
    assert (await client.reply()).status == 201
    await client.close()


async def test_no_100_continue_for_a_rejected_body(target: Target) -> None:
    for more, status in (({"Content-Length": str(10**9)}, 413), ({"Content-Length": "2", "Authorization": ""}, 401)):
        headers = target.headers({"Content-Type": "application/json", "Expect": "100-continue", **more})
        rejected(await exchange(target.url, head("POST", "/api/v1/projects", headers)), status)


@pytest.mark.parametrize(
    ("target", "statuses"),
    [
        ("/api/v1/projects/%ff/x", {404}),
        ("/api/v1/projects/%00/x", {404}),
        ("/api/v1/projects/%zz/x", {404}),
        ("/api/v1/projects/%/x", {404}),
        ("/api/v1/projects/%ed%a0%80/x", {404}),
        ("/api/v1/projects/a%0ab/x", {404}),
        ("/api/v1/projects/a%2fb/x", {404}),
        ("/api/v1/projects//x", {404}),
        ("/api/v1/projects/" + "a" * 201 + "/x", {404}),
        ("/api/v1//projects", {404}),
        ("/api/v1/projects/", {404}),
        ("/api/v1/../livez", {404}),
        ("/api/v1/projects/\xe4/x", {400, 404}),
        ("/" + "a" * 9000, {414}),
        ("/api/v1/projects?cursor=" + "a" * 9000, {414}),
        ("/api/v1/projects?limit=%ff", {400}),
        ("/api/v1/projects?%ff=1", {400}),
        ("/api/v1/projects?limit=%00", {400}),
        ("/api/v1/projects?limit=%zz", {422}),
        ("/api/v1/projects?limit=1&limit=2", {400}),
        ("/api/v1/projects?limit=0", {422}),
        ("/api/v1/projects?limit=1000000000", {422}),
        ("/api/v1/projects?limit=" + "9" * 5000, {422}),
        ("/api/v1/projects?limit=-" + "9" * 5000, {422}),
        ("/api/v1/projects?limit=\xd9\xa3", {400, 422}),
        ("/api/v1/projects?limit=%D9%A3", {422}),
        ("/api/v1/projects?cursor=" + "9" * 5000, {400, 422}),
        ("/api/v1/search?q=stars:%3E" + "9" * 5000, {400, 422}),
        ("/api/v1/projects/ada/first/workflows/flow/versions/" + "9" * 150, {404}),
        ("/api/v1/projects?limit=", {422}),
        ("/api/v1/projects?page=2", {422}),
        ("/api/v1/projects?sort=nothing", {422}),
        ("/api/v1/projects?cursor=AAAA", {400}),
        ("/api/v1/projects?cursor=%F0%9F%92%A9", {400}),
        ("/api/v1/projects?" + "&".join(f"a{n}=" for n in range(60)), {400}),
        ("/livez?x=1", {422}),
        ("*", {400, 404}),
        ("livez", {400, 404}),
    ],
)
async def test_unusual_request_targets(service: RunningService, target: str, statuses: set[int]) -> None:
    reply = await exchange(service.url, head("GET", target))
    assert rejected(reply)["status"] in statuses, reply


@pytest.mark.parametrize(
    ("name", "value", "statuses"),
    [
        ("Authorization", "", {401}),
        ("Authorization", "Bearer", {401}),
        ("Authorization", "Bearer ", {401}),
        ("Authorization", "Basic YTpi", {401}),
        ("Authorization", "Bearer \xe4\xf6", {401}),
        ("Authorization", "Bearer a.b.c", {401}),
        ("Authorization", "Bearer " + "a" * 15_000, {401}),
        ("Authorization", "Bearer " + "a" * 20_000, {431}),
        ("X-Anything", "a" * 20_000, {431}),
        ("Content-Length", "-1", {400}),
        ("Content-Length", "1_0", {400}),
        ("Content-Length", "9" * 40, {400, 413, 401}),
        ("Content-Length", "9" * 5000, {400}),
        ("Content-Length", "0" * 5000, {401}),
        ("If-Match", '"' + "9" * 5000 + '"', {401}),
        ("If-None-Match", '"' + "9" * 5000 + '"', {401}),
        ("Range", "bytes=" + "9" * 5000 + "-", {401}),
        ("Last-Event-ID", "9" * 5000, {401}),
        ("Keep-Alive", "timeout=" + "9" * 5000, {401}),
        ("Transfer-Encoding", "gzip", {400}),
        ("Bad Name", "x", {400}),
        ("X-Bad ", "x", {400}),
        ("X-Nul", "a\0b", {400}),
        ("X-Lf", "a\nX-Injected: b\rc", {400}),
    ],
)
async def test_unusual_headers(service: RunningService, name: str, value: str, statuses: set[int]) -> None:
    reply = await exchange(service.url, head("GET", "/api/v1/me", {name: value}))
    assert rejected(reply)["status"] in statuses, reply


@pytest.mark.parametrize(
    ("data", "statuses"),
    [
        (b"GET /livez HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"\r\n", {431}),
        (b"POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", {400}),
        (b"POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}),
        (b"GET  /livez HTTP/1.1\r\n\r\n", {400}),
        (b"GET /livez HTTP/1.1 x\r\n\r\n", {400}),
        (b"G\xe4T /livez HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
        (b"\r\n\r\n\r\nnonsense\r\n\r\n", {400}),
        (b"BREW /livez HTTP/1.1\r\nHost: a\r\n\r\n", {400, 405}),
        (b"get /livez HTTP/1.1\r\nHost: a\r\n\r\n", {400, 405}),
    ],
)
async def test_malformed_http(service: RunningService, data: bytes, statuses: set[int]) -> None:
    reply = await exchange(service.url, data)
    assert rejected(reply)["status"] in statuses, reply


@pytest.mark.parametrize("key", ["", " ", '"', "a" * 101, "\xe4", 'a"b', "a b"])
async def test_invalid_idempotency_keys_get_400(target: Target, key: str) -> None:
    data = message("POST", "/api/v1/projects", b'{"title": "Keyed"}', target.headers({"Idempotency-Key": key}))
    rejected(await exchange(target.url, data), 400, "invalid_idempotency_key")


async def test_unsupported_methods(service: RunningService) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        reply = await exchange(service.url, head(method, "/api/v1/makers/ada"))
        rejected(reply, 405, "method_not_allowed")
        assert reply.headers["allow"] == "GET, HEAD, OPTIONS"
    reply = await exchange(service.url, head("OPTIONS", "/api/v1/projects"), bodyless=True)
    assert (reply.status, reply.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    rejected(await exchange(service.url, head("OPTIONS", "/api/v1/nothing")), 404, "not_found")


async def test_head_equals_get_without_the_body(service: RunningService) -> None:
    for path in ("/livez", "/api/v1/projects", "/openapi.json", "/docs", "/api/v1/makers/nobody"):
        got = await exchange(service.url, head("GET", path))
        client = await RawClient.to(service.url)
        await client.send(head("HEAD", path) + head("GET", "/livez"))
        head_reply = await client.reply(bodyless=True)
        changing = {"x-request-id", "date", "ratelimit", "content-length" if got.status >= 400 else ""}
        assert head_reply.status == got.status
        assert {k: v for k, v in head_reply.headers.items() if k not in changing} == {
            k: v for k, v in got.headers.items() if k not in changing
        }
        assert (await client.reply()).body == b'{"status":"ok"}'  # no body precedes the next response
        await client.close()


async def test_a_valid_request_id_is_returned(service: RunningService) -> None:
    for given, kept in (("abc-1.2_3:4", True), ("a" * 64, True), ("a" * 65, False), ("a b", False), ("\xe4", False)):
        reply = await exchange(service.url, head("GET", "/livez", {"X-Request-Id": given}))
        assert (reply.headers["x-request-id"] == given) is kept


async def test_pipelined_requests_get_responses_in_order(service: RunningService) -> None:
    client = await RawClient.to(service.url)
    await client.send(head("GET", "/livez") + head("GET", "/nothing") + head("GET", "/livez"))
    assert [(await client.reply()).status for _ in range(3)] == [200, 404, 200]
    await client.close()


async def test_an_unread_body_is_not_parsed_as_the_next_request(service: RunningService) -> None:
    client = await RawClient.to(service.url)
    smuggled = head("GET", "/nothing")
    await client.send(message("GET", "/livez", smuggled) + head("GET", "/livez"))
    assert (await client.reply()).status == 200
    assert (await client.reply()).status == 200
    async with asyncio.timeout(5):
        await client.close()
