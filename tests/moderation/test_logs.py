"""Test the audit log of admin actions and the public log."""

import psycopg
import pytest

from service.app import routes
from service.core.ids import new_id
from service.features.accounts.audit.record import record
from service.http.routing import ADMIN
from tests.api import ApiClient, RunningService
from tests.moderation.actions import audited, cases, comment_on, moderation_notifications, remove, report, target_of
from tests.permissions.fixtures import prepare
from tests.permissions.table import TABLE

ACTIONS = sorted(f"{route.method} {route.path}" for route in routes() if route.auth is ADMIN and route.method != "GET")
UNDO = {
    "DELETE /admin/makers/{handle}/suspension",
    "DELETE /admin/projects/{handle}/{slug}/removal",
    "DELETE /admin/comments/{comment_id}/removal",
    "DELETE /admin/collections/{handle}/{slug}/removal",
}
"""Actions that undo another one, which the test performs first."""


@pytest.mark.parametrize("name", ACTIONS)
async def test_every_admin_action_is_logged(service: RunningService, name: str) -> None:
    """The permission matrix lists new admin routes, so this test covers them."""
    row = TABLE[name]
    fixtures = await prepare(service)
    (cell,) = await fixtures.cells([("admin", "public")])
    method, path = name.split(" ")
    path = path.format_map({**cell.names, **row.names}) + row.query
    if name in UNDO:
        body = {"reason": "spam"} if path.endswith("/removal") else None
        (await cell.client.put(path, body)).expect(204)
    before = await service.context.db.fetchval("select count(*) from audit_log")
    reply = await cell.client.request(method, path, row.body_of(cell), headers=row.headers)
    assert reply.status < 300, reply.body
    rows = await service.context.db.fetch(
        "select a.handle from audit_log l join maker a on a.maker_id = l.admin_id order by l.audit_id offset $1", before
    )
    assert rows, f"{name} is not in the audit log: call moderation.audit.record in its transaction"
    assert {tuple(found) for found in rows} == {("admin-1",)}


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_log set action = 'other.act'",
        "update audit_log set detail = '{}' where false",
        "delete from audit_log",
        "truncate audit_log",
        "truncate audit_log cascade",
        "insert into audit_log table audit_log on conflict (audit_id) do update set action = excluded.action",
    ],
)
async def test_the_log_is_append_only(database_url: str, root: ApiClient, statement: str) -> None:
    """A trigger stops the owner and superusers; the application has no privilege (tests/contracts/test_roles.py)."""
    before = (await root.get("/admin/audit")).expect(200).json["data"]
    assert len(before) == 1
    with (
        psycopg.connect(database_url) as connection,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="append-only"),
    ):
        connection.execute(statement.encode())
    assert (await root.get("/admin/audit")).json["data"] == before


async def test_rejected_actions_are_not_logged(service: RunningService, root: ApiClient) -> None:
    before = await audited(root)
    (await root.put("/admin/makers/root-ada/suspension")).expect(409, "last_admin")
    (await root.post("/tools", {"name": "Whisper", "vendor": "X", "url": "https://x.example/", "kind": "chat"})).expect(
        409
    )
    assert await audited(root) == before


async def test_the_log_is_filtered_by_actor_action_and_target(
    ada: ApiClient, bob: ApiClient, root: ApiClient, rita: ApiClient
) -> None:
    path = await ada.published()
    (await remove(root, path)).expect(204)
    (await rita.delete(f"/admin{path}/removal")).expect(204)
    (await rita.put("/admin/makers/bob/role", {"role": "admin"})).expect(204)
    (await rita.put("/admin/makers/bob/suspension?reason=harassment")).expect(204)
    (await rita.delete("/admin/makers/bob/suspension")).expect(204)
    actions = ["maker.unsuspend", "maker.suspend", "maker.role", "project.restore"]
    assert await audited(root, "?actor=ROOT-RITA") == actions
    assert await audited(root, "?actor=root-ada") == ["project.remove"]
    assert await audited(root, "?actor=root-rita&action=maker.role") == ["maker.role"]
    entries = [entry for page in await root.pages("/admin/audit", limit=2) for entry in page]
    assert [entry["action"] for entry in entries] == [*actions, "project.remove", "maker.role", "maker.role"]
    assert [entry["admin"] for entry in entries] == [*["root-rita"] * 4, "root-ada", None, None]
    assert [entry["target"] for entry in entries[:5]] == ["bob", "bob", "bob", *["ada/reading-coach"] * 2]
    assert entries[1]["detail"]["reason"] == "harassment"
    (await ada.get("/admin/audit")).expect(403)
    (await root.get("/admin/audit?target=nothing")).expect(422)


async def test_the_log_does_not_name_deleted_makers(service: RunningService, ada: ApiClient, root: ApiClient) -> None:
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    (await root.delete("/admin/makers/ada/suspension")).expect(204)
    (await ada.login()).expect(200)
    (await ada.delete_me()).expect(204)
    body = (await root.get("/admin/audit")).body.decode()
    assert '"ada"' not in body
    assert "deleted-" in body


async def test_the_public_log_contains_no_names(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.published("Very special title")
    comment_id = str(await comment_on(service, path, bob))
    (await root.put(f"/admin/comments/{comment_id}/removal", {"reason": "harassment", "note": "Of bob."})).expect(204)
    (await report(bob, target_of(path), reason="copyright", note="It is mine.")).expect(201)
    (case,) = await cases(root)
    (await root.post(f"/admin/reports/{case['case_id']}/action", {"outcome": "removed"})).expect(200)
    (await root.delete(f"/admin{path}/removal")).expect(204)
    (await root.put("/admin/makers/bob/suspension?reason=spam")).expect(204)
    (await root.post("/tools", {"name": "New", "vendor": "X", "url": "https://x.example/", "kind": "chat"})).expect(201)
    reply = (await visitor.get("/moderation/log")).expect(200)
    assert [
        tuple(entry[name] for name in ("action", "kind", "reason", "reported")) for entry in reply.json["data"]
    ] == [
        ("suspended", "maker", "spam", False),
        ("restored", "project", None, False),
        ("removed", "project", "copyright", True),
        ("removed", "comment", "harassment", False),
    ]
    said = reply.body.decode()
    for name in ("ada", "bob", "root", "special", "mine", comment_id, case["case_id"]):
        assert name not in said
    pages = await visitor.pages("/moderation/log", limit=3)
    assert [len(page) for page in pages] == [3, 1]


async def test_log_entries_are_rolled_back_with_their_transaction(service: RunningService, root: ApiClient) -> None:
    before = await audited(root)

    async def work() -> None:
        async with service.context.db.transaction() as tx:
            await record(tx, None, "maker.role", new_id(), service.clock())
            raise LookupError

    with pytest.raises(LookupError):
        await work()
    assert await audited(root) == before


async def test_the_maker_of_a_tool_suggestion_is_notified(
    service: RunningService, bob: ApiClient, root: ApiClient
) -> None:
    for number in range(2):
        body = {"name": f"Tool {number}", "url": f"https://x.example/{number}", "kind": "chat"}
        (await bob.post("/tools/suggestions", body)).expect(201)
    first, second = (await root.get("/tools/suggestions")).json["data"]
    (await root.post(f"/tools/suggestions/{first['suggestion_id']}/accept", {"vendor": "X"})).expect(201)
    (await root.post(f"/tools/suggestions/{second['suggestion_id']}/decline", {})).expect(200)
    assert [subject["note"] for subject in await moderation_notifications(service, bob)] == [
        "suggestion_accepted",
        "suggestion_declined",
    ]
    assert (await audited(root))[:3] == ["suggestion.decline", "suggestion.accept", "tool.add"]
