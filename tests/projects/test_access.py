"""Test read and write access: every kind of caller against every kind of project."""

from asyncio import gather
from typing import Any, Literal, get_args

import pytest
from attrs import frozen

from service.core.ids import new_id
from tests.api import ApiClient, RunningService

CALLERS = ("visitor", "stranger", "viewer", "editor", "owner", "admin", "suspended")

# Expected status of a GET in the order of CALLERS; the suspended maker uses an old token.
VISIBLE = (200, 200, 200, 200, 200, 200, 401)
MEMBERS = (404, 404, 200, 200, 200, 404, 401)
NOBODY = (404, 404, 404, 404, 404, 404, 401)

# kind of project → visibility, status, deleted, callers that see it
KINDS: dict[str, tuple[str, str, bool, tuple[int, ...]]] = {
    "draft": ("public", "draft", False, MEMBERS),
    "public": ("public", "published", False, VISIBLE),
    "unlisted": ("unlisted", "published", False, VISIBLE),
    "private": ("private", "published", False, MEMBERS),
    "archived": ("public", "archived", False, VISIBLE),
    "private-archived": ("private", "archived", False, MEMBERS),
    "removed": ("public", "removed", False, MEMBERS),
    "deleted": ("public", "published", True, NOBODY),
}


@frozen
class Cast:
    """All callers, and projects of each kind that belong to `owner`."""

    service: RunningService
    callers: dict[str, ApiClient]

    async def add_project(self, slug: str, visibility: str, status: str, *, deleted: bool = False) -> str:
        owner = self.callers["owner"]
        path = await owner.published("Title", slug=slug, visibility=visibility)
        db = self.service.context.db
        await db.execute(
            "update project set status = $2, published_at = case when $2 = 'draft' then null else published_at end,"
            " deleted_at = case when $3 then created_at end where slug = $1",
            slug,
            status,
            deleted,
        )
        await db.execute(
            "insert into project_member select p.project_id, m.maker_id, m.handle, p.created_at"
            " from project p, maker m where p.slug = $1 and m.handle in ('viewer', 'editor')",
            slug,
        )
        return path

    async def version(self, path: str) -> Any:
        return await self.service.context.db.fetchval(
            "select row(version, status, deleted_at, title)::text from project where slug = $1", path.rsplit("/", 1)[1]
        )


@pytest.fixture
async def cast(service: RunningService) -> Cast:
    callers = {"visitor": service.client(address="198.51.100.1")}
    callers["admin"] = await service.admin()
    for number, name in enumerate(("stranger", "viewer", "editor", "owner", "suspended")):
        callers[name] = await service.maker(
            name + "-1" if name == "owner" else name, address=f"198.51.100.{10 + number}"
        )
    await callers["suspended"].published()
    (await callers["admin"].put("/admin/makers/suspended/suspension")).expect(204)
    return Cast(service, callers)


async def test_read_access(cast: Cast) -> None:
    for kind, (visibility, status, deleted, expected) in KINDS.items():
        path = await cast.add_project(kind, visibility, status, deleted=deleted)
        found = {name: (await cast.callers[name].get(path)).status for name in CALLERS}
        assert found == dict(zip(CALLERS, expected, strict=True)), kind

    # A list contains public, published projects for every caller.
    for name in CALLERS[:-1]:
        (newest,) = await cast.callers[name].pages("/projects?sort=new")
        assert [p["slug"] for p in newest] == ["public", "reading-coach"], name
        (shown,) = await cast.callers[name].pages("/makers/owner-1/projects")
        assert [p["slug"] for p in shown] == ["archived", "public"], name
    (own,) = await cast.callers["owner"].pages("/me/projects")
    assert {p["slug"] for p in own} == set(KINDS)
    assert {p["role"] for p in own} == {"owner"}
    for name in ("viewer", "editor"):
        (joined,) = await cast.callers[name].pages("/me/projects")
        # Only the owner sees a deleted project.
        assert {p["slug"] for p in joined} == set(KINDS) - {"deleted"}
        assert {p["role"] for p in joined} == {name}
    for name in ("stranger", "admin"):
        assert await cast.callers[name].pages("/me/projects") == [[]]
    (await cast.callers["visitor"].get("/me/projects")).expect(401)
    # A suspension ends the maker's actions and keeps their projects visible.
    (await cast.callers["visitor"].get("/projects/suspended/reading-coach")).expect(200)


type Verb = Literal["edit", "publish", "archive", "unarchive", "restore", "delete"]
VERBS: tuple[Verb, ...] = get_args(Verb.__value__)


async def _do(client: ApiClient, path: str, verb: Verb) -> int:
    match verb:
        case "edit":
            return (await client.edit(path, title="Changed")).status
        case "delete":
            return (await client.delete(path)).status
        case _:
            return (await client.post(f"{path}/{verb}")).status


@pytest.mark.parametrize("verb", VERBS)
async def test_write_access(cast: Cast, verb: Verb) -> None:
    """Callers who do not see the project get 404, others without the right 403. Both leave it unchanged."""
    for kind in ("public", "private"):
        visibility, status, _, seen = KINDS[kind]
        path = await cast.add_project(kind, visibility, status)
        before = await cast.version(path)
        for name, status_of_get in zip(CALLERS, seen, strict=True):
            if name == "owner" or (name == "editor" and verb == "edit"):
                continue
            expected = 401 if name in ("visitor", "suspended") else 403 if status_of_get == 200 else 404
            assert await _do(cast.callers[name], path, verb) == expected, f"{name} {verb} {kind}"
        assert await cast.version(path) == before
        allowed = {"delete": 204}.get(verb, 200)
        if verb == "edit":
            assert await _do(cast.callers["editor"], path, verb) == allowed
        assert await _do(cast.callers["owner"], path, verb) == allowed


async def test_only_the_owner_restores_a_deleted_project(cast: Cast) -> None:
    path = await cast.add_project("gone", "public", "published", deleted=True)
    for name in ("stranger", "viewer", "editor", "admin"):
        for verb in VERBS:
            assert await _do(cast.callers[name], path, verb) == 404, f"{name} {verb}"
    assert await _do(cast.callers["owner"], path, "restore") == 200


async def test_an_editor_edits_but_does_not_change_visibility(cast: Cast) -> None:
    path = await cast.add_project("public", "public", "published")
    editor = cast.callers["editor"]
    for changes in ({"slug": "mine-now"}, {"visibility": "private"}, {"visibility": "unlisted", "title": "x"}):
        (await editor.edit(path, **changes)).expect(403, "owner_only")
    # An unchanged visibility is allowed: a form may send the whole project.
    (await editor.edit(path, title="Better", slug="public", visibility="public")).expect(200)


async def test_two_owners_can_use_one_slug(ada: ApiClient, bob: ApiClient) -> None:
    mine, theirs = await ada.published(tagline="ada"), await bob.published(tagline="bob")
    before = (await bob.get(theirs)).json
    (await ada.edit(mine, title="Changed", slug="moved")).expect(200)
    (await ada.post("/projects/ada/moved/archive")).expect(200)
    (await ada.delete("/projects/ada/moved")).expect(204)
    assert (await bob.get(theirs)).expect(200).json == before
    assert (await ada.get(theirs)).expect(200).json == before
    assert [p["slug"] for p in (await bob.pages("/me/projects"))[0]] == ["reading-coach"]


async def test_batched_lookups_check_each_viewer(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    """Lookups of one path by several viewers share a statement."""
    path = await ada.draft(visibility="private")
    visitor = service.client()
    replies = await gather(*(client.get(path) for _ in range(15) for client in (ada, bob, visitor)))
    assert [reply.status for reply in replies] == [200, 404, 404] * 15


async def test_projects_of_a_deleted_maker_are_hidden(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    path, kept = await ada.published(), await bob.published("Other")
    (await ada.delete_me()).expect(204)
    visitor = service.client()
    (await visitor.get(path)).expect(404)
    handle = await service.context.db.fetchval("select handle from maker where status = 'deleted'")
    (await visitor.get(f"/projects/{handle}/reading-coach")).expect(404)
    (await visitor.get(f"/makers/{handle}/projects")).expect(404)
    (await visitor.get("/makers/ada/projects")).expect(404)
    (newest,) = await visitor.pages("/projects?sort=new")
    assert [f"/projects/{p['handle']}/{p['slug']}" for p in newest] == [kept]


async def test_a_project_id_is_no_path(ada: ApiClient, bob: ApiClient) -> None:
    project = (await ada.create_project()).json
    (await bob.get(f"/projects/{project['project_id']}")).expect(404)
    (await bob.get(f"/projects/ada/{project['project_id']}")).expect(404)
    (await bob.get(f"/projects/{new_id()}/{project['slug']}")).expect(404)
