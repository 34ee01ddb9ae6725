"""Test every route with every caller and every project state, each in a separate request on separate rows."""

from asyncio import gather

import attrs
import pytest
import redis

from service.app import routes
from service.http.binding import contract
from service.http.routing import ADMIN, MAKER, Auth, Route
from service.http.schema.wire import wire_name
from tests.api import Reply, RunningService
from tests.permissions.fixtures import CALLERS, STATES, Cell, prepare
from tests.permissions.rules import OK
from tests.permissions.table import TABLE, Row

ROUTES = {f"{route.method} {route.path}": route for route in routes()}
PRIVILEGED_FIELDS = ("role", "owner_id", "id", "maker_id")
"""Fields that a client could send to gain rights."""


def test_every_route_is_in_the_table() -> None:
    assert ROUTES.keys() - TABLE.keys() == set(), "these routes have no rule in table.py"
    assert TABLE.keys() - ROUTES.keys() == set(), "these routes do not exist"


def _about_a_project(name: str) -> bool:
    parts = ("/projects/{handle}/{slug}", "/follows/project/", "/invitations/{token}", " /comments/")
    return any(part in name for part in parts)


async def _call(name: str, row: Row, cell: Cell) -> Reply:
    method, path = name.split(" ")
    path = path.format_map({**cell.names, **row.names}) + row.query
    return await cell.client.request(method, path, row.body_of(cell), headers=row.headers)


@pytest.mark.parametrize("name", sorted(TABLE.keys() & ROUTES.keys()))
async def test_permissions(service: RunningService, name: str) -> None:
    row = TABLE[name]
    fixtures = await prepare(service)
    states = list(STATES) if _about_a_project(name) else ["-"]
    wrong = []
    for cell in await fixtures.cells([(caller, state) for state in states for caller in CALLERS]):
        reply = await _call(name, row, cell)
        answered, wanted = OK if reply.status < 300 else reply.status, row.rule(cell.caller, cell.state)
        if answered != wanted:
            wrong.append(f"{cell.caller} on {cell.state}: {reply.status} {reply.code}, not {wanted}")
    assert not wrong, "\n".join([name, *wrong])


async def test_bodies_reject_unknown_fields(service: RunningService, worker_redis: redis.Redis) -> None:
    """Roles, owners and IDs get 422 with the field's name instead of being ignored."""
    fixtures = await prepare(service)
    for name, route in ROUTES.items():
        body_type = contract(route).body
        if body_type is None or name not in TABLE:
            continue
        (cell,) = await fixtures.cells([(_allowed(route), "public")])
        row = TABLE[name]
        known = {wire_name(a.name) for a in attrs.fields(body_type)}
        for key in PRIVILEGED_FIELDS:
            if key in known:
                continue
            worker_redis.flushdb()  # quotas are not tested here
            body = {**(row.body_of(cell) or {}), key: "admin"}
            reply = await _call(name, attrs.evolve(row, body=body), cell)
            assert reply.status == 422, f"{name} accepts {key}: {reply.status} {reply.body.decode()}"
            assert reply.pointers.get(f"/{key}") == "unknown_field", f"{name}: {reply.pointers}"


def _allowed(route: Route) -> str:
    who: dict[Auth, str] = {MAKER: "owner", ADMIN: "admin"}
    return who.get(route.auth, "stranger")


async def test_the_fixtures_match_their_states(service: RunningService) -> None:
    """A missing row could cause the expected rejection."""
    fixtures = await prepare(service)
    cells = await fixtures.cells([("owner", state) for state in STATES])
    replies = await gather(*(cell.client.get("/projects/owner-1/{slug}".format(**cell.names)) for cell in cells))
    shown = {cell.state: reply.json for cell, reply in zip(cells, replies, strict=True) if reply.status == 200}
    assert {state: (project["visibility"], project["status"], False) for state, project in shown.items()} == {
        state: expected for state, expected in STATES.items() if state != "deleted"
    }
    members = await cells[0].client.get(f"/projects/owner-1/{cells[0].names['slug']}/members")
    assert {member["handle"]: member["role"] for member in members.json["data"]} == {
        "owner-1": "owner",
        "editor": "editor",
        "suspended": "editor",
        "viewer": "viewer",
        "member": "viewer",
    }
