"""Every route, called by everybody, on a project in every state: each cell a request of its own, on rows of its own."""

from asyncio import gather

import attrs
import pytest
import redis

from service.app import routes
from service.http.binding import contract
from service.http.routing import ADMIN, MAKER, Auth, Route
from service.http.schema.wire import wire_name
from tests.api import Reply, RunningService
from tests.permissions.ground import CALLERS, STATES, Cell, prepare
from tests.permissions.rules import OK
from tests.permissions.table import TABLE, Row

ROUTES = {f"{route.method} {route.path}": route for route in routes()}
OF_OTHERS = ("role", "owner_id", "id", "maker_id")
"""What a client would send to be more than it is."""


def test_every_route_stands_in_the_table() -> None:
    assert ROUTES.keys() - TABLE.keys() == set(), "who may call these? See table.py"
    assert TABLE.keys() - ROUTES.keys() == set(), "there are no such routes any more"


def _about_a_project(name: str) -> bool:
    parts = ("/projects/{handle}/{slug}", "/follows/project/", "/invitations/{token}", " /comments/")
    return any(part in name for part in parts)


async def _call(name: str, row: Row, cell: Cell) -> Reply:
    method, path = name.split(" ")
    path = path.format_map({**cell.names, **row.names}) + row.query
    return await cell.client.request(method, path, row.body_of(cell), headers=row.headers)


@pytest.mark.parametrize("name", sorted(TABLE.keys() & ROUTES.keys()))
async def test_who_may(service: RunningService, name: str) -> None:
    row = TABLE[name]
    ground = await prepare(service)
    states = list(STATES) if _about_a_project(name) else ["-"]
    wrong = []
    for state in states:
        for cell in await ground.cells([(caller, state) for caller in CALLERS]):
            reply = await _call(name, row, cell)
            answered = OK if reply.status < 300 else reply.status
            if answered != row.rule(cell.caller, state):
                wrong.append(
                    f"{cell.caller} on {state}: {reply.status} {reply.code}, not {row.rule(cell.caller, state)}"
                )
    assert not wrong, "\n".join([name, *wrong])


async def test_nothing_more_is_taken_from_a_body(service: RunningService, worker_redis: redis.Redis) -> None:
    """Roles, owners and ids are nobody's to send: 422 with the key's name, and no silent ignoring."""
    ground = await prepare(service)
    for name, route in ROUTES.items():
        body_type = contract(route).body
        if body_type is None or name not in TABLE:
            continue
        (cell,) = await ground.cells([(_allowed(route), "public")])
        row = TABLE[name]
        known = {wire_name(a.name) for a in attrs.fields(body_type)}
        for key in OF_OTHERS:
            if key in known:
                continue
            worker_redis.flushdb()  # quotas are not what is tested
            body = {**(row.body_of(cell) or {}), key: "admin"}
            reply = await _call(name, attrs.evolve(row, body=body), cell)
            assert reply.status == 422, f"{name} takes {key}: {reply.status} {reply.body.decode()}"
            assert reply.pointers.get(f"/{key}") == "unknown_field", f"{name}: {reply.pointers}"


def _allowed(route: Route) -> str:
    who: dict[Auth, str] = {MAKER: "owner", ADMIN: "admin"}
    return who.get(route.auth, "stranger")


async def test_the_ground_is_what_it_says(service: RunningService) -> None:
    """Else a refusal could come of a row that is missing."""
    ground = await prepare(service)
    cells = await ground.cells([("owner", state) for state in STATES])
    replies = await gather(*(cell.client.get("/projects/owner-1/{slug}".format(**cell.names)) for cell in cells))
    shown = {cell.state: reply.json for cell, reply in zip(cells, replies, strict=True) if reply.status == 200}
    assert {state: (project["visibility"], project["status"], False) for state, project in shown.items()} == {
        state: told for state, told in STATES.items() if state != "deleted"
    }
    members = await cells[0].client.get(f"/projects/owner-1/{cells[0].names['slug']}/members")
    assert {member["handle"]: member["role"] for member in members.json["data"]} == {
        "owner-1": "owner",
        "editor": "editor",
        "suspended": "editor",
        "viewer": "viewer",
        "member": "viewer",
    }
