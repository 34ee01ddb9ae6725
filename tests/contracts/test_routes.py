"""Test rules that hold for every route, and handlers that binding rejects at startup."""

import subprocess
import sys
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from attrs import frozen

from service.app import tables
from service.cache.limits import UNLIMITED
from service.db.pool import Tx
from service.http import docs
from service.http.binding import contract
from service.http.etags import IfMatch
from service.http.refs import Lower, ProjectRef
from service.http.request import Principal, RequestInfo
from service.http.results import Created, Existing, NoContent, Page, Stream
from service.http.routing import ADMIN, MAKER, OPTIONAL, PUBLIC, Route, RouteError, Router, route
from service.http.schema.fields import text
from service.http.schema.output import Output, encode
from service.http.schema.wire import query_reader, reader

ROOT = Path(__file__).parents[2]
ROUTES = [(f"{r.method} {prefix}{r.path}", r) for prefix, table in [*tables(), ("", docs.ROUTES)] for r in table]

UNLIMITED_ROUTES = {
    "GET /": "constant",
    "GET /livez": "asks nothing",
    "GET /readyz": "many load balancers probe it",
    "GET /openapi.json": "constant",
    "GET /docs": "constant",
    "GET /docs/{asset}": "constant",
}
NOT_IDEMPOTENT = {
    "POST /api/v1/auth/logout": "a repeat finds the session ended",
    "POST /api/v1/projects/{handle}/{slug}/publish": "a repeat has the same result",
    "POST /api/v1/projects/{handle}/{slug}/archive": "a repeat has the same result",
    "POST /api/v1/projects/{handle}/{slug}/unarchive": "a repeat has the same result",
    "POST /api/v1/projects/{handle}/{slug}/restore": "a repeat has the same result",
    "POST /api/v1/projects/{handle}/{slug}/transfer": "a repeat redirects to the new owner",
    "POST /api/v1/invitations/{token}/accept": "a repeat has the same result",
    "POST /api/v1/invitations/{token}/decline": "a repeat finds it deleted",
    "POST /api/v1/notifications/read": "a repeat marks nothing new",
    "POST /api/v1/tools/suggestions/{suggestion_id}/decline": "a repeat finds the case decided",
    "POST /api/v1/admin/reports/{case_id}/action": "a repeat finds the case decided",
    "POST /api/v1/admin/reports/{case_id}/dismiss": "a repeat finds the case decided",
}
"""POST routes of makers and admins that create nothing."""

every_route = pytest.mark.parametrize(("name", "route_"), ROUTES, ids=[name for name, _ in ROUTES])


def test_only_listed_routes_are_unlimited() -> None:
    assert {name for name, found in ROUTES if found.limit is UNLIMITED} == set(UNLIMITED_ROUTES)


def test_every_authenticated_post_accepts_an_idempotency_key() -> None:
    posts = {name for name, found in ROUTES if found.method == "POST" and found.auth in (MAKER, ADMIN)}
    assert {name for name, found in ROUTES if name in posts and not found.idempotent} == set(NOT_IDEMPOTENT) & posts
    assert set(NOT_IDEMPOTENT) <= posts


@every_route
def test_every_handler_has_a_docstring(name: str, route_: Route) -> None:
    contract(route_)
    assert route_.doc, f"{route_.name} has no docstring, which the OpenAPI document needs"
    assert route_.path == "/" or not route_.path.endswith("/")


@every_route
def test_only_post_and_put_return_created(name: str, route_: Route) -> None:
    found = contract(route_)
    if route_.method == "DELETE":
        assert found.wraps is not Created
    if found.wraps is Created:
        assert route_.method in ("POST", "PUT")


@every_route
def test_every_patch_requires_if_match(name: str, route_: Route) -> None:
    if route_.method == "PATCH":
        assert contract(route_).if_match, "a PATCH without If-Match can overwrite another edit"


@every_route
def test_credential_routes_have_small_body_limits(name: str, route_: Route) -> None:
    if route_.path.startswith("/auth/") and contract(route_).body is not None:
        assert route_.body_limit <= 4096


# Handlers that are rejected at startup


@frozen
class Body:
    name: str = text(max=10)


class Thing(Output):
    name: str


async def unannotated(thing) -> Thing: ...  # type: ignore[no-untyped-def, empty-body]
async def unknown(other: str) -> Thing: ...  # type: ignore[empty-body]
async def with_maker(maker: Principal) -> Thing: ...  # type: ignore[empty-body]
async def with_viewer(viewer: Principal | None) -> Thing: ...  # type: ignore[empty-body]
async def with_body(body: Body) -> Thing: ...  # type: ignore[empty-body]
async def with_date(thing: float) -> Thing: ...  # type: ignore[empty-body]
async def without_return(thing: str): ...  # type: ignore[no-untyped-def]
async def with_text() -> str: ...  # type: ignore[empty-body]
async def with_none() -> None: ...
async def fine(thing: UUID, if_match: IfMatch, tx: Tx, maker: Principal, body: Body) -> Created[Thing]: ...  # type: ignore[empty-body]
async def with_two_types(thing: str) -> Created[Thing] | Existing[Body]: ...  # type: ignore[empty-body]
async def plain(thing: str) -> NoContent: ...  # type: ignore[empty-body]
async def listed(viewer: Principal | None) -> Page[Thing]: ...  # type: ignore[empty-body]
async def with_request(request: RequestInfo) -> Page[Thing]: ...  # type: ignore[empty-body]
async def in_transaction(tx: Tx) -> Page[Thing]: ...  # type: ignore[empty-body]
async def for_all() -> Page[Thing]: ...  # type: ignore[empty-body]
async def of_project(project: ProjectRef, name: Lower) -> NoContent: ...  # type: ignore[empty-body]
async def endless(maker: Principal) -> Stream: ...  # type: ignore[empty-body]
def not_async(thing: str) -> Thing: ...  # type: ignore[empty-body]


def made(method: str, path: str, handler: Any, auth: Any = PUBLIC, **more: Any) -> Route:
    return route(method, path, handler, auth=auth, limit=UNLIMITED, **more)


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (made("GET", "/things/{thing}", unannotated), "no annotation"),
        (made("GET", "/things", unknown), "not in the path"),
        (made("GET", "/things/{thing}", with_text), "does not take thing"),
        (made("GET", "/things", with_maker), "requires a maker, but the route is public"),
        (made("GET", "/things", with_maker, OPTIONAL), "requires a maker, but the route is optional"),
        (made("GET", "/things", with_viewer), "only on an OPTIONAL route"),
        (made("GET", "/things", with_viewer, MAKER), "only on an OPTIONAL route"),
        (made("GET", "/things", with_body), "cannot have a body"),
        (made("GET", "/things/{thing}", with_date), "str, Lower, int or UUID"),
        (made("GET", "/projects/{handle}/{name}", of_project), "project needs slug in the path"),
        (made("GET", "/things/{thing}", without_return), "return annotation is missing"),
        (made("GET", "/things", with_text), "is not a result type"),
        (made("GET", "/things", with_none), "is not a result type"),
        (made("POST", "/things/{thing}", with_two_types), "the same type"),
        (made("GET", "/things/{thing}", not_async), "async function"),
        (made("POST", "/things", endless, MAKER), "a stream must use GET"),
        (made("POST", "/things", with_body, MAKER, idempotent=True), "must take tx, a body and a maker"),
        (made("GET", "/things", listed, OPTIONAL, shared=True), "cannot depend on the maker"),
        (made("GET", "/things", with_request, OPTIONAL, shared=True), "cannot depend on the maker"),
        (made("GET", "/things", for_all, MAKER, shared=True), "PUBLIC or OPTIONAL GET"),
        (made("POST", "/things", for_all, OPTIONAL, shared=True), "PUBLIC or OPTIONAL GET"),
        (made("GET", "/things", in_transaction, shared=True), "one complete result"),
        (made("GET", "/things/{thing}", plain, shared=True), "one complete result"),
        (made("GET", "/things", for_all, private=True), "changes nothing"),
    ],
)
def test_an_invalid_handler_is_rejected(refused: Route, why: str) -> None:
    with pytest.raises(RouteError, match=why):
        contract(refused)


def test_a_valid_handler_is_accepted() -> None:
    found = contract(made("POST", "/things/{thing}", fine, MAKER, idempotent=True))
    assert (found.status, found.body, found.path, found.if_match, found.tx) == (201, Body, {"thing": UUID}, True, True)
    assert contract(made("DELETE", "/things/{thing}", plain)).status == 204
    assert contract(made("GET", "/things", listed, OPTIONAL)).wraps is Page
    assert contract(made("GET", "/things", for_all, OPTIONAL, shared=True)).wraps is Page
    assert contract(made("POST", "/things/{thing}", plain, private=True)).status == 204


def test_a_reference_takes_its_path_parameters() -> None:
    found = contract(made("DELETE", "/projects/{handle}/{slug}/tags/{name}", of_project))
    assert (found.path, found.moves) == ({"handle": str, "slug": str, "name": Lower}, True)
    assert not contract(made("DELETE", "/things/{thing}", plain)).moves


@pytest.mark.parametrize(
    ("template", "path", "query", "location"),
    [
        ("/api/v1/projects/{handle}/{slug}", "/api/v1/projects/Ada/old", "", "/api/v1/projects/eve/new"),
        ("/a/{handle}/{slug}/b/{c}", "/a/Ada/old/b/c%20d", "limit=2&x=%C3%A9", "/a/eve/new/b/c%20d?limit=2&x=%C3%A9"),
    ],
)
def test_a_moved_reference_keeps_the_rest_of_the_request(template: str, path: str, query: str, location: str) -> None:
    request = RequestInfo(cast("Any", None), "id", "192.0.2.1")
    request.route, request.path, request.query_string = template, path, query
    project = ProjectRef(request, None, "Ada", "old")
    assert (project.handle, project.slug, project.viewer_id) == ("ada", "old", None)
    assert project.moved("eve", "new").headers["Location"] == location


def test_auth_and_limit_are_required() -> None:
    with pytest.raises(TypeError, match="auth"):
        route("GET", "/things", fine, limit=UNLIMITED)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="limit"):
        route("GET", "/things", fine, auth=PUBLIC)  # type: ignore[call-arg]


def test_two_routes_cannot_match_one_request() -> None:
    router: Router[int] = Router()
    router.add("GET", "/a/{x}", 1)
    router.add("GET", "/a/b", 2)
    with pytest.raises(RouteError):
        router.add("GET", "/a/{y}", 3)
    with pytest.raises(RouteError):
        router.add("GET", "/a/b", 4)
    assert router.find("/a/b") == ({"GET": 2}, [])
    assert router.find("/a/c") == ({"GET": 1}, ["c"])
    assert router.find("/a") is router.find("/a/b/c") is None


def test_a_type_without_a_strict_reader_is_rejected() -> None:
    @frozen
    class Loose:
        value: object

    @frozen
    class Either:
        value: int | str

    for cls in (Loose, Either):
        with pytest.raises(TypeError):
            reader(cls)
        with pytest.raises(TypeError):
            query_reader(cls)
    assert encode(Thing("a")) == b'{"name":"a"}'


def test_imports_follow_the_layers() -> None:
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
