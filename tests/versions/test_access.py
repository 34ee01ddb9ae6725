"""Test read and write access in projects of every kind, and redirects of moved workflows."""

from datetime import timedelta
from typing import Any

import pytest

from tests.api import ApiClient, RunningService
from tests.versions.fixtures import CONTENT, numbered

type Callers = dict[str, ApiClient]

CALLERS = ("visitor", "stranger", "viewer", "editor", "owner", "admin")
SEEN = (200, 200, 200, 200, 200, 200)
MEMBERS = (404, 404, 200, 200, 200, 404)
NOBODY = (404, 404, 404, 404, 404, 404)

# kind of project → visibility, status, deleted, callers that see its workflows
KINDS: dict[str, tuple[str, str, bool, tuple[int, ...]]] = {
    "draft": ("public", "draft", False, MEMBERS),
    "public": ("public", "published", False, SEEN),
    "unlisted": ("unlisted", "published", False, SEEN),
    "private": ("private", "published", False, MEMBERS),
    "archived": ("public", "archived", False, SEEN),
    "private-archived": ("private", "archived", False, MEMBERS),
    "removed": ("public", "removed", False, MEMBERS),
    "deleted": ("public", "published", True, NOBODY),
}


@pytest.fixture
async def callers(service: RunningService) -> Callers:
    found = {"visitor": service.client(address="198.51.100.1"), "admin": await service.admin()}
    for number, name in enumerate(("stranger", "viewer", "editor")):
        found[name] = await service.maker(name, address=f"198.51.100.{10 + number}")
    found["owner"] = await service.maker("owner-1", address="198.51.100.20")
    return found


async def _project(service: RunningService, callers: Callers, kind: str) -> str:
    """Return the path of a workflow with a version in a project of this kind."""
    visibility, status, deleted, _ = KINDS[kind]
    owner = callers["owner"]
    path = await owner.published("Title", slug=kind, visibility=visibility)
    workflow = await owner.workflow(path)
    (await owner.save_version(workflow, CONTENT)).expect(201)
    (await owner.put(f"{workflow}/labels/stable", {"number": 1})).expect(204)
    await service.context.db.execute(
        "insert into project_member select p.project_id, m.maker_id, m.handle, p.created_at"
        " from project p, maker m where p.slug = $1 and m.handle in ('viewer', 'editor')",
        kind,
    )
    await service.context.db.execute(
        "update project set status = $2, published_at = case when $2 = 'draft' then null else published_at end,"
        " deleted_at = case when $3 then created_at end where slug = $1",
        kind,
        status,
        deleted,
    )
    return workflow


async def _state(service: RunningService) -> list[Any]:
    found: list[Any] = []
    for table in ("workflow", "workflow_draft", "workflow_version", "workflow_label"):
        found += await service.context.db.fetch(f"select t::text from {table} t order by 1")
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_read_access(service: RunningService, callers: Callers, kind: str) -> None:
    path = await _project(service, callers, kind)
    expected = dict(zip(CALLERS, KINDS[kind][3], strict=True))
    parts = ("", "/versions", "/versions/1", "/versions/stable", "/versions/latest", "/labels", "/diff?from=1")
    for where in (path.removesuffix("/lesson"), *(path + part for part in parts)):
        found = {name: (await callers[name].get(where)).status for name in CALLERS}
        assert found == expected, where
    render = {"inputs": {"topic": "x"}}
    found = {name: (await callers[name].post(f"{path}/versions/1/render", render)).status for name in CALLERS}
    assert found == expected
    # Only members see the draft.
    drafts = {name: (await callers[name].get(f"{path}/draft")).status for name in CALLERS[1:]}
    members = NOBODY if kind == "deleted" else MEMBERS
    assert drafts == dict(zip(CALLERS[1:], members[1:], strict=True))
    (await callers["visitor"].get(f"{path}/draft")).expect(401)
    # The other side of a comparison must be visible to the caller, too.
    mine = await callers["stranger"].workflow(await callers["stranger"].published("Mine"))
    (await callers["stranger"].save_version(mine, numbered(1))).expect(201)
    across = f"{mine}/diff?from=1&to=OWNER-1/{kind}/lesson@1"
    assert {name: (await callers[name].get(across)).status for name in CALLERS} == expected


EDITS: dict[str, tuple[str, str, Any]] = {
    "create": ("POST", "", {"title": "New"}),
    "edit": ("PATCH", "/lesson", {"title": "New"}),
    "draft": ("PUT", "/lesson/draft", {"content": numbered(1)}),
    "save": ("POST", "/lesson/versions", {"content": numbered(2)}),
    "restore": ("POST", "/lesson/versions", {"restore": 1}),
    "label": ("PUT", "/lesson/labels/beta", {"number": 1}),
    "unlabel": ("DELETE", "/lesson/labels/stable", None),
    "delete": ("DELETE", "/lesson", None),
}


async def _do(client: ApiClient, path: str, edit: str) -> Any:
    method, rest, body = EDITS[edit]
    headers = {"If-Match": "*"} if edit in ("edit", "draft") else None
    return await client.request(method, path.removesuffix("/lesson") + rest, body, headers=headers)


@pytest.mark.parametrize("kind", KINDS)
async def test_write_access(service: RunningService, callers: Callers, kind: str) -> None:
    """Callers who do not see the workflow get 404, others without the right 403, and read-only projects 409.

    None changes it.
    """
    path = await _project(service, callers, kind)
    before = await _state(service)
    seen = dict(zip(CALLERS, KINDS[kind][3], strict=True))
    read_only = KINDS[kind][1] in ("archived", "removed")
    for edit in EDITS:
        for name in CALLERS:
            may = name == "owner" or (name == "editor" and edit != "delete")
            if may and seen[name] == 200 and not read_only:
                continue
            reply = await _do(callers[name], path, edit)
            if name == "visitor":
                expected, code = 401, "unauthorized"
            elif seen[name] != 200:
                expected, code = 404, "not_found"
            elif may:
                expected, code = 409, KINDS[kind][1]
            else:
                expected, code = 403, "not_yours"
            assert (reply.status, reply.code) == (expected, code), (edit, name)
    assert await _state(service) == before


async def test_an_editor_may_edit(service: RunningService, callers: Callers) -> None:
    path = await _project(service, callers, "private")
    for edit, status in {
        "create": 201,
        "edit": 200,
        "draft": 200,
        "save": 201,
        "restore": 201,
        "label": 204,
        "unlabel": 204,
        "delete": 403,
    }.items():
        (await _do(callers["editor"], path, edit)).expect(status)
    version = (await callers["viewer"].get(f"{path}/versions/latest")).expect(200).json
    assert (version["number"], version["author"]["handle"]) == (3, "editor")
    (await _do(callers["owner"], path, "delete")).expect(204)


async def test_a_workflow_without_a_version_is_visible_to_members_only(
    callers: Callers, service: RunningService
) -> None:
    path = await _project(service, callers, "public")
    new = await callers["owner"].workflow(path.removesuffix("/workflows/lesson"), "New", content=CONTENT)
    for name in CALLERS:
        seen = name in ("viewer", "editor", "owner")
        (await callers[name].get(new)).expect(200 if seen else 404)
        (await callers[name].get(f"{new}/versions/latest")).expect(404)
        (listed,) = await callers[name].pages(path.removesuffix("/lesson"))
        assert [w["slug"] for w in listed] == (["lesson", "new"] if seen else ["lesson"])
    (await callers["stranger"].save_version(new)).expect(404)
    assert (await callers["viewer"].get(new)).json["head_number"] is None


async def test_unknown_workflows_and_versions_are_404(ada: ApiClient, bob: ApiClient) -> None:
    project, theirs = await ada.published(), await bob.published()
    path = await ada.workflow(project)
    (await ada.save_version(path, CONTENT)).expect(201)
    for client in (ada, bob):
        for where in (f"{theirs}/workflows/lesson", f"{project}/workflows/other", "/projects/ada/x/workflows/lesson"):
            (await client.get(where)).expect(404)
            (await client.save_version(where, CONTENT)).expect(404)
            (await client.save_draft(where, CONTENT)).expect(404)
            (await client.delete(where)).expect(404)
    for version in ("2", "0", "01", "-1", "1.0", "nothing", "999999999", "9999999999", "%00", "x" * 201):
        (await ada.get(f"{path}/versions/{version}")).expect(404)
        (await ada.post(f"{path}/versions/{version}/render", {})).expect(404)
    for side in (
        "2",
        "bob/reading-coach/lesson@1",
        "ada/reading-coach/lesson@2",
        "a@1",
        "ada/reading-coach/lesson",
        "@",
    ):
        for query in (f"from=1&to={side}", f"from={side}"):
            refused = (await ada.get(f"{path}/diff?{query}")).expect(404).json
            assert refused["detail"].startswith(f"No version {side},")
    assert (await ada.get(f"{path}/diff")).expect(422).pointers == {"/from": "required"}
    (await ada.get(f"{path}/diff?from_=1")).expect(422)


async def test_redirects_of_former_paths_keep_the_rest_of_the_path(
    service: RunningService, ada: ApiClient, visitor: ApiClient
) -> None:
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    (await ada.edit("/projects/ada/reading-coach", slug="coach")).expect(200)
    (await ada.update_me(handle="ada-l")).expect(200)
    there = "/api/v1/projects/ada-l/coach/workflows"
    for rest in (
        "?limit=5",
        "/lesson",
        "/lesson/versions",
        "/lesson/versions/latest",
        "/lesson/labels",
        "/lesson/diff?from=1&to=ADA/reading-coach/lesson@1",
    ):
        for old in ("/projects/ada/reading-coach", "/projects/ada/coach", "/projects/ada-l/reading-coach"):
            moved = (await visitor.get(f"{old}/workflows{rest}")).expect(308)
            assert moved.headers["Location"] == there + rest
        (await visitor.get(there.removeprefix("/api/v1") + rest)).expect(200)
    (await visitor.post(f"{path}/versions/1/render", {})).expect(308)
    for edit in EDITS:
        reply = (await _do(ada, path, edit)).expect(308)
        assert reply.headers["Location"] == there + EDITS[edit][1]
    assert (await ada.get(f"{path}/draft")).expect(308).headers["Location"] == f"{there}/lesson/draft"
    # A former handle redirects for 90 days.
    service.clock.move(timedelta(days=91))
    (await visitor.get(path)).expect(404)


async def test_a_private_project_does_not_redirect(ada: ApiClient, bob: ApiClient) -> None:
    path = await ada.workflow(await ada.published(visibility="private"))
    (await ada.edit("/projects/ada/reading-coach", slug="coach")).expect(200)
    (await bob.get(path)).expect(404)
    (await bob.save_version(path, CONTENT)).expect(404)
    (await ada.get(path)).expect(308)
