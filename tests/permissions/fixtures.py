"""Fixtures of the permission matrix: all callers, and for each cell a separate project with related resources.

Rows are inserted directly, so that a thousand cells take a second.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from attrs import frozen

from service.core.ids import new_id
from service.db.pool import Tx
from service.features.workflows.documents.document import Document, Step, canonical, content_hash
from service.security.tokens import OneTimeTokens, RefreshTokens
from tests.api import PASSWORD, ApiClient, RunningService, hashed

CALLERS: Final = ("anonymous", "stranger", "viewer", "editor", "owner", "admin", "suspended")
"""The suspended caller is an editor of every project and has an old token. The admin is a member of none."""

STATES: Final = {
    "public": ("public", "published", False),
    "unlisted": ("unlisted", "published", False),
    "private": ("private", "published", False),
    "draft": ("public", "draft", False),
    "archived": ("public", "archived", False),
    "removed": ("public", "removed", False),
    "deleted": ("public", "published", True),
}
"""State → visibility, status, deleted."""

TAG: Final = "matrix"
TOOL: Final = "whisper"
OWN: Final = "own"
"""The slug of a project that every maker has."""

_ROLES: Final = {"viewer": "viewer", "editor": "editor", "owner-1": "owner", "suspended": "editor", "member": "viewer"}
_HANDLES: Final = ("stranger", "viewer", "editor", "owner-1", "admin-1", "suspended", "member", "target", "admin-2")
_CONTENT: Final = Document(steps=[Step(key="one", title="One", template="Say hello.", tool=TOOL)])
OTHER_CONTENT: Final = {"variables": [], "steps": [{"key": "one", "title": "One", "template": "Say goodbye."}]}


@frozen
class Cell:
    """A caller with resources for one test. `names` are the path parameters."""

    caller: str
    state: str
    number: int
    client: ApiClient
    names: dict[str, str]
    refresh_token: str


class Fixtures:
    """All callers in an initially empty database."""

    def __init__(self, service: RunningService) -> None:
        self._service = service
        self._deps = service.app.deps
        self._db = service.context.db
        self._now: datetime = service.clock()
        self._makers: dict[str, UUID] = {handle: new_id() for handle in _HANDLES}
        self._sessions: dict[str, UUID] = {handle: new_id() for handle in _HANDLES}
        self._count = 0

    async def add_makers(self) -> None:
        handles = list(_HANDLES)
        await self._db.execute(
            "insert into maker (maker_id, handle, email, display_name, role, status, password_hash, created_at,"
            " updated_at) select id, handle, handle || '@example.org', handle,"
            " case when handle like 'admin-%' then 'admin' else 'maker' end,"
            " case when handle = 'suspended' then 'suspended' else 'active' end, $3, $4, $4"
            " from unnest($1::uuid[], $2::text[]) as u (id, handle)",
            [self._makers[handle] for handle in handles],
            handles,
            hashed(PASSWORD),
            self._now,
        )
        await self._db.execute(
            "insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
            " expires_at, revoked_at) select s, m, 'Test', 'Test', '192.0.2.1', '192.0.2.0/24', $3, $3, $4,"
            " case when h = 'suspended' then $3::timestamptz end"
            " from unnest($1::uuid[], $2::uuid[], $5::text[]) as u (s, m, h)",
            [self._sessions[handle] for handle in handles],
            [self._makers[handle] for handle in handles],
            self._now,
            self._now + timedelta(days=30),
            handles,
        )
        await self.cells([("owner", "public")])  # so that lists are not empty
        for handle in ("stranger", "viewer", "editor", "owner-1", "admin-1"):
            await self._add_projects([new_id()], [OWN], [STATES["draft"]], handle, {handle: "owner"})

    def client(self, caller: str) -> ApiClient:
        """Return a client for a caller, with a token unless anonymous."""
        if caller == "anonymous":
            return self._service.client()
        handle = {"owner": "owner-1", "admin": "admin-1"}.get(caller, caller)
        token, _ = self._deps.access_tokens.issue(
            self._makers[handle], self._sessions[handle], "admin" if caller == "admin" else "maker"
        )
        return ApiClient(
            self._service,
            email=f"{handle}@example.org",
            handle=handle,
            access_token=token,
            session_id=str(self._sessions[handle]),
        )

    async def cells(self, wanted: list[tuple[str, str]]) -> list[Cell]:
        """Create a cell for each caller and state. A state that is no project state counts as public."""
        projects = [new_id() for _ in wanted]
        slugs = [f"project-{self._count + n}" for n in range(len(wanted))]
        await self._add_projects(projects, slugs, [STATES.get(state, STATES["public"]) for _, state in wanted])
        invitations = [new_id() for _ in wanted]
        suggestions = [new_id() for _ in wanted]
        await self._add_workflows(projects)
        await self._db.execute(
            "insert into invitation (invitation_id, project_id, email, role, created_at, expires_at)"
            " select i, p, p || '@example.org', 'viewer', $3, $4 from unnest($1::uuid[], $2::uuid[]) as u (i, p)",
            invitations,
            projects,
            self._now,
            self._now + timedelta(days=7),
        )
        await self._db.execute(
            "insert into tool_suggestion (suggestion_id, maker_id, name, url, kind, created_at)"
            " select s, $2, 'Suggested ' || s, 'https://example.org/' || s, 'chat', $3"
            " from unnest($1::uuid[]) as u (s)",
            suggestions,
            self._makers["target"],
            self._now,
        )
        comments = await self._add_comments(projects)
        await self._add_sitemap()
        await self._add_collections(projects, slugs)
        cases, reports = await self._add_moderation(projects, wanted)
        one_time, refresh = OneTimeTokens(self._deps.keyring), RefreshTokens(self._deps.keyring)
        made = []
        for (caller, state), project, slug, invitation, suggestion, comment, case, report in zip(
            wanted, projects, slugs, invitations, suggestions, comments, cases, reports, strict=True
        ):
            client = self.client(caller)
            names = {
                "handle": "owner-1",
                "slug": slug,
                "member": "member",
                "invitation_id": str(invitation),
                "token": one_time.encode("invitation", invitation),
                "workflow": "flow",
                "version": "1",
                "number": "1",
                "session_id": client.session_id or str(new_id()),
                "suggestion_id": str(suggestion),
                "comment_id": str(comment),
                "case_id": str(case),
                "report_id": str(report),
                "owner": "owner-1",
                "project": slug,
                "project_id": str(project),
            }
            token = refresh.encode(self._sessions["target"], 0)
            made.append(Cell(caller, state, self._count, client, names, token))
            self._count += 1
        return made

    async def _add_projects(
        self,
        ids: list[UUID],
        slugs: list[str],
        states: list[tuple[str, str, bool]],
        owner: str = "owner-1",
        roles: dict[str, str] = _ROLES,
    ) -> None:
        async with self._db.transaction() as tx:
            await tx.execute("set constraints project_owner_is_member deferred")
            await tx.execute(
                "insert into project (project_id, owner_id, slug, title, tagline, tags, visibility, status, created_at,"
                " updated_at, published_at, deleted_at) select p, $6, s, 'Title', 'What it is.', array[$8::text], v, t,"
                " $7, $7, case when t <> 'draft' then $7::timestamptz end, case when d then $7::timestamptz end"
                " from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[]) as u (p, s, v, t, d)",
                ids,
                slugs,
                *map(list, zip(*states, strict=True)),
                self._makers[owner],
                self._now,
                TAG,
            )
            await tx.execute("insert into project_stats (project_id) select unnest($1::uuid[])", ids)
            await tx.execute(
                "insert into project_member (project_id, maker_id, role, created_at)"
                " select p, m, r, $4 from unnest($1::uuid[]) as a (p), unnest($2::uuid[], $3::text[]) as b (m, r)",
                ids,
                [self._makers[handle] for handle in roles],
                list(roles.values()),
                self._now,
            )

    async def _add_sitemap(self) -> None:
        """Insert a sitemap file, which jobs build otherwise."""
        await self._db.execute(
            "insert into sitemap_file (name, urls, body, built_at) values ('projects-1', 1, 'x', $1)"
            " on conflict do nothing",
            self._now,
        )

    async def _add_collections(self, projects: list[UUID], slugs: list[str]) -> None:
        """Insert a collection of the owner for each project, with its slug, that contains the project."""
        collections = [new_id() for _ in projects]
        await self._db.execute(
            "insert into collection (collection_id, maker_id, slug, title, created_at, updated_at)"
            " select c, $3, s, 'Title', $4, $4 from unnest($1::uuid[], $2::text[]) as u (c, s)",
            collections,
            slugs,
            self._makers["owner-1"],
            self._now,
        )
        await self._db.execute(
            "insert into collection_item (collection_id, project_id, position, added_at)"
            " select c, p, 1, $3 from unnest($1::uuid[], $2::uuid[]) as u (c, p)",
            collections,
            projects,
            self._now,
        )

    async def _add_comments(self, projects: list[UUID]) -> list[UUID]:
        """Insert a comment by the viewer on each project."""
        comments = [new_id() for _ in projects]
        await self._db.execute(
            "insert into comment (comment_id, project_id, depth, author_id, body, created_at)"
            " select c, p, 1, $3, 'Well done.', $4 from unnest($1::uuid[], $2::uuid[]) as u (c, p)",
            comments,
            projects,
            self._makers["viewer"],
            self._now,
        )
        return comments

    async def _add_moderation(
        self, projects: list[UUID], wanted: list[tuple[str, str]]
    ) -> tuple[list[UUID], list[UUID]]:
        """Insert an open report of each project by its caller, and the removals of removed projects."""
        cases, reports = [new_id() for _ in projects], [new_id() for _ in projects]
        handles = {"owner": "owner-1", "admin": "admin-1", "anonymous": "target"}
        await self._db.execute(
            "insert into report_case (case_id, target_kind, target_id, reports, reasons, opened_at, updated_at)"
            " select c, 'project', p, 1, '{spam}', $3, $3 from unnest($1::uuid[], $2::uuid[]) as u (c, p)",
            cases,
            projects,
            self._now,
        )
        await self._db.execute(
            "insert into report (report_id, case_id, reporter_id, reason, created_at)"
            " select r, c, m, 'spam', $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as u (r, c, m)",
            reports,
            cases,
            [self._makers[handles.get(caller, caller)] for caller, _ in wanted],
            self._now,
        )
        await self._db.execute(
            "insert into removal (removal_id, project_id, reason, removed_by, removed_at)"
            " select p.project_id, p.project_id, 'spam', $2, $3 from project p"
            " where p.project_id = any($1) and p.status = 'removed'",
            projects,
            self._makers["admin-2"],
            self._now,
        )
        return cases, reports

    async def _add_workflows(self, projects: list[UUID]) -> None:
        """Insert a workflow `flow` with a version, the label `stable`, a draft and a fork `remix` into each project."""
        flows, remixes = [new_id() for _ in projects], [new_id() for _ in projects]
        sources = [new_id() for _ in projects]
        async with self._db.transaction() as tx:
            await tx.execute(
                "insert into workflow (workflow_id, project_id, slug, title, root_workflow_id, created_at, updated_at)"
                " select w, p, 'flow', 'Flow', w, $3, $3 from unnest($1::uuid[], $2::uuid[]) as u (w, p)",
                flows,
                projects,
                self._now,
            )
            await self._add_versions(tx, flows, sources)
            await tx.execute(
                "insert into workflow (workflow_id, project_id, slug, title, root_workflow_id, created_at, updated_at,"
                " forked_from_version_id, upstream_version_id, forked_from_handle, forked_from_project,"
                " forked_from_workflow, forked_from_title, forked_from_number)"
                " select w, p, 'remix', 'Remix', f, $5, $5, v, v, 'owner-1', 'project', 'flow', 'Flow', 1"
                " from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) as u (w, p, f, v)",
                remixes,
                projects,
                flows,
                sources,
                self._now,
            )
            await self._add_versions(tx, remixes, [new_id() for _ in projects])

    async def _add_versions(self, tx: Tx, workflows: list[UUID], versions: list[UUID]) -> None:
        text, digest, owner = canonical(_CONTENT).decode(), content_hash(_CONTENT), self._makers["owner-1"]
        await tx.execute(
            "insert into workflow_version (version_id, workflow_id, number, content_hash, content, steps, variables,"
            " author_id, created_at) select v, w, 1, $3, $4::jsonb, 1, 0, $5, $6"
            " from unnest($1::uuid[], $2::uuid[]) as u (v, w)",
            versions,
            workflows,
            digest,
            text,
            owner,
            self._now,
        )
        await tx.execute(
            "insert into workflow_step (version_id, position, key, kind, title, tool_id)"
            " select v, 0, 'one', 'prompt', 'One', t.tool_id"
            " from unnest($1::uuid[]) as u (v), tool t where t.slug = $2",
            versions,
            TOOL,
        )
        await tx.execute("update workflow set head_number = 1 where workflow_id = any($1)", workflows)
        await tx.execute(
            "insert into workflow_draft (workflow_id, content, content_hash, updated_at, updated_by)"
            " select w, $2::jsonb, $3, $4, $5 from unnest($1::uuid[]) as u (w)",
            workflows,
            text,
            digest,
            self._now,
            owner,
        )
        await tx.execute(
            "insert into workflow_label (workflow_id, name, number, updated_at)"
            " select w, 'stable', 1, $2 from unnest($1::uuid[]) as u (w)",
            workflows,
            self._now,
        )


async def prepare(service: RunningService) -> Fixtures:
    """Return the fixtures with all callers."""
    ground = Fixtures(service)
    await ground.add_makers()
    return ground
