"""Test that the OpenAPI document is valid, committed and agrees with the routes, and that the docs page is complete."""

import re
from pathlib import Path
from typing import Any

import orjson
import pytest
from attrs import frozen
from openapi_spec_validator import OpenAPIV31SpecValidator

from service.app import openapi_document, tables
from service.cache.limits import UNLIMITED
from service.http import docs
from service.http.binding import contract
from service.http.etags import etag
from service.http.openapi import document
from service.http.results import Page, Stream
from service.http.routing import ADMIN, MAKER, OPTIONAL, PUBLIC, RouteError, route
from service.http.schema.fields import text
from tests.api import RunningService

ROOT = Path(__file__).parents[2]
DOCUMENT: dict[str, Any] = orjson.loads(openapi_document())
OPERATIONS = [(prefix + r.path, r) for prefix, table in tables() for r in table]


def operation_of(path: str, method: str) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][path][method.lower()]
    return found


def test_the_document_is_valid() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(DOCUMENT).iter_errors()] == []


def test_the_committed_document_is_current() -> None:
    assert (ROOT / "openapi.json").read_bytes() == openapi_document(), "run `make openapi` and review the difference"


def test_generation_is_deterministic() -> None:
    assert openapi_document() == openapi_document()


def test_every_reference_resolves() -> None:
    references = set(re.findall(r'"\$ref": "#/([^"]+)"', openapi_document().decode()))
    assert references
    for reference in references:
        place: Any = DOCUMENT
        for step in reference.split("/"):
            place = place[step]


def test_every_component_is_used() -> None:
    references = set(re.findall(r'"\$ref": "#/components/([^"]+)"', openapi_document().decode()))
    said = {f"{kind}/{name}" for kind, held in DOCUMENT["components"].items() for name in held}
    assert {name for name in said if not name.startswith("securitySchemes/")} == references


@pytest.mark.parametrize(("path", "found"), OPERATIONS, ids=[f"{r.method} {path}" for path, r in OPERATIONS])
def test_each_operation_agrees_with_its_route(path: str, found: Any) -> None:
    operation, expected = operation_of(path, found.method), contract(found)
    responses = set(operation["responses"])
    assert operation["operationId"] == found.name
    assert operation["summary"]
    assert (
        operation["security"]
        == {
            PUBLIC: [],
            OPTIONAL: [{"access_token": []}, {}],
            MAKER: [{"access_token": []}],
            ADMIN: [{"access_token": []}],
        }[found.auth]
    )
    assert str(expected.status) in responses
    assert ("401" in responses) == (found.auth is not PUBLIC or 401 in found.responses)
    assert ("429" in responses) == (found.limit is not UNLIMITED)
    limit = found.limit and f"Rate limit: `{found.limit.name}`, {found.limit.quota} per {found.limit.window} seconds."
    assert (limit or "") in operation.get("description", "")
    assert ({"408", "413", "415"} <= responses) == (expected.body is not None)
    assert ({"412", "428"} <= responses) == expected.if_match
    assert ("304" in responses) == (found.method == "GET" and expected.result is not Stream)
    assert ("409" in responses) == (found.idempotent or 409 in found.responses)
    assert {"400", "422", "503"} <= responses
    assert set(map(str, found.responses)) <= responses
    named = {p["name"] for p in operation["parameters"] if p.get("in") == "path"}
    assert named == set(found.parameters)


def test_every_error_response_uses_the_problem_schema() -> None:
    for path, found in OPERATIONS:
        for status, response in operation_of(path, found.method)["responses"].items():
            while "$ref" in response:
                response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
            assert "X-Request-Id" in response["headers"]
            if status >= "400" or status == "308":
                schema = response["content"]["application/problem+json"]["schema"]
                problem = {"$ref": "#/components/schemas/Problem"}
                assert schema == problem or schema["anyOf"][0] == problem


@frozen
class Sent:
    name: str = text(min=1, max=9, pattern="[a-z]+")
    note: str | None = text(max=3, default=None, description="A note.", example="hm")


@frozen
class Both:
    sent: Sent


async def things(query: Sent) -> Page[Both]:
    """Lists things.

    Newest first."""
    raise NotImplementedError


async def make_thing(body: Both) -> Both:
    raise NotImplementedError


def described(*routes: Any) -> dict[str, Any]:
    return document([("/x", routes)])


def test_schemas_contain_limits_and_differ_for_input_and_output() -> None:
    made = described(
        route("GET", "/things", things, auth=PUBLIC, limit=UNLIMITED),
        route("POST", "/things", make_thing, auth=PUBLIC, limit=UNLIMITED, responses={409: "taken full"}),
    )
    schemas = made["components"]["schemas"]
    name = {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^(?:[a-z]+)$"}
    note = {"type": ["string", "null"], "maxLength": 3, "description": "A note.", "examples": ["hm"]}
    assert schemas["Sent"] == {
        "type": "object",
        "properties": {"name": name, "note": note},
        "required": ["name", "note"],
    }
    assert schemas["SentInput"] == {
        "type": "object",
        "properties": {"name": name, "note": note},
        "required": ["name"],
        "additionalProperties": False,
    }
    assert schemas["BothPage"]["required"] == ["data", "next_cursor"]
    listed = made["paths"]["/x/things"]["get"]
    assert (listed["summary"], listed["description"]) == ("Lists things", "Newest first.")
    parameters = {p["name"]: p for p in listed["parameters"] if "name" in p}
    assert parameters["name"] == {"name": "name", "in": "query", "required": True, "schema": name}
    assert parameters["note"]["schema"]["type"] == "string"
    assert "`taken`, `full`" in made["paths"]["/x/things"]["post"]["responses"]["409"]["description"]


def test_two_types_with_one_name_are_rejected() -> None:
    @frozen
    class Both:
        other: str

    async def others() -> Both:
        raise NotImplementedError

    with pytest.raises(RouteError, match="two wire types are named Both"):
        described(
            route("GET", "/things", things, auth=PUBLIC, limit=UNLIMITED),
            route("GET", "/others", others, auth=PUBLIC, limit=UNLIMITED),
        )
    with pytest.raises(RouteError, match="two handlers are named others"):
        described(
            route("GET", "/a", others, auth=PUBLIC, limit=UNLIMITED),
            route("GET", "/b", others, auth=PUBLIC, limit=UNLIMITED),
        )


# The served document


async def test_the_document_is_served(service: RunningService) -> None:
    async with service.http.get(f"{service.url}/openapi.json") as response:
        assert response.content_type == "application/json"
        assert await response.read() == openapi_document()
        tag = response.headers["ETag"]
    async with service.http.get(f"{service.url}/openapi.json", headers={"If-None-Match": tag}) as response:
        assert response.status == 304


async def test_the_document_is_hashed_once(service: RunningService, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[bytes] = []

    def noted(body: bytes) -> str:
        hashed.append(body)
        return etag(body)

    monkeypatch.setattr("service.http.results.etag", noted)
    for _ in range(3):
        async with service.http.get(f"{service.url}/openapi.json") as response:
            assert response.status == 200
    assert len(hashed) <= 1


async def test_links_of_the_index_exist(service: RunningService) -> None:
    async with service.http.get(f"{service.url}/") as response:
        index = await response.json()
    for name in ("docs", "openapi"):
        async with service.http.get(service.url + index[name]) as response:
            assert response.status == 200


async def test_the_docs_page_loads_no_other_host(service: RunningService) -> None:
    async with service.http.get(f"{service.url}/docs") as response:
        assert response.content_type == "text/html"
        policy = response.headers["Content-Security-Policy"]
        page = await response.text()
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "http" not in policy
    assert "<script>" not in page
    linked = re.findall(r'(?:src|href)="([^"]+)"', page)
    kinds = {".js": "text/javascript", ".css": "text/css"}
    assert len(linked) == 6
    for place in linked:
        if place.startswith("data:"):
            continue
        assert place.startswith("/")
        async with service.http.get(service.url + place) as response:
            assert response.status == 200
            assert response.content_type == kinds.get(Path(place).suffix, "application/json")
            assert response.headers.get("Content-Security-Policy") == (policy if place.startswith("/docs/") else None)
    for absent in ("README.md", "LICENSE", "..%2fdocs%2findex.html", "index.html", "__init__.py"):
        async with service.http.get(f"{service.url}/docs/{absent}") as response:
            assert response.status == 404


def test_the_bundled_files_are_unmodified_and_licensed() -> None:
    folder = Path(docs.__file__).parent
    assert {"LICENSE", "NOTICE", "README.md"} <= {path.name for path in folder.iterdir()}
    assert "Apache License" in (folder / "LICENSE").read_text()
    for name in ("swagger-ui.css", "swagger-ui-bundle.js"):
        assert "sourceMappingURL" not in (folder / name).read_text()
    assert not re.findall(r"url\((?!\"?data:)", (folder / "swagger-ui.css").read_text())
