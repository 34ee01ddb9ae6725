"""Handlers that return projects in any state, makers, the audit log and the public moderation log."""

from typing import Final, Literal

from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.audit.record import KINDS, record
from service.features.operations.moderation.queries import (
    AdminMakerRow,
    AnyProjectRow,
    AnyWorkflowRow,
    AuditRow,
    PublicRow,
    WorkflowNameRow,
    find_admin,
    get_project,
    get_workflow,
    list_admins,
    list_audit,
    list_audit_about,
    list_audit_by,
    list_makers,
    list_makers_inactive,
    list_makers_mailed,
    list_makers_named,
    list_public_log,
    list_workflows,
)
from service.features.operations.moderation.schemas import (
    AdminMaker,
    AdminMakerQuery,
    AdminProject,
    AdminWorkflow,
    AuditEntry,
    AuditQuery,
    PublicEntry,
    WorkflowName,
)
from service.features.projects.projects.queries import get
from service.features.projects.projects.reading import project_of
from service.http.pagination import LAST_ID, PageQuery
from service.http.refs import Lower
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import GIVEN, JSON, mapper

type _Done = Literal["removed", "restored", "suspended", "unsuspended"]
_DONE: Final[dict[str, _Done]] = {
    "remove": "removed",
    "restore": "restored",
    "suspend": "suspended",
    "unsuspend": "unsuspended",
}


async def get_any_project(tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str) -> AdminProject:
    """Return a project in any state.

    If not everyone can read the project, the audit log records this request.
    """
    row = await get_project(tx, handle, slug)
    project = project_of(await get(tx, row.project_id))
    if not row.is_out:
        detail = {"status": project.status, "visibility": project.visibility}
        await record(tx, admin.maker_id, "project.read", row.project_id, deps.clock(), **detail)
    workflows = [_name_of(found) for found in await list_workflows(tx, row.project_id)]
    return _project_of(row, project=project, workflows=workflows)


async def get_any_workflow(
    tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str, workflow: str
) -> AdminWorkflow:
    """Return a workflow of a project in any state, with its newest version.

    If not everyone can read the workflow, the audit log records this request.
    """
    row = await get_workflow(tx, handle, slug, workflow)
    if not row.is_out:
        await record(tx, admin.maker_id, "workflow.read", row.workflow_id, deps.clock())
    return _workflow_of(row)


async def list_all_makers(deps: Deps, admin: Principal, query: AdminMakerQuery) -> Page[AdminMaker]:
    """List makers.

    The newest maker comes first; with `q`, makers are sorted by handle. A whole e-mail address as `q` finds its maker,
    but the response does not contain addresses.
    """
    scope = f"admin/makers?q={query.q}&status={query.status}&role={query.role}"
    if query.q is None:
        page = deps.cursors.page(query, scope, (LAST_ID,))
        if query.role == "admin":
            rows = await list_admins(deps.db, query.status, *page.place)
        elif query.status is None or query.status == "active":
            rows = await list_makers(deps.db, query.status, query.role, *page.place)
        else:
            rows = await list_makers_inactive(deps.db, query.status, query.role, *page.place)
        return page.of(rows, lambda row: (row.maker_id,), _maker_of)
    page = deps.cursors.page(query, scope, ("",))
    if "@" in query.q:
        rows = await list_makers_mailed(deps.db, query.q, query.status, query.role)
    else:
        rows = await list_makers_named(deps.db, query.q.lower(), query.status, query.role, *page.place)
    return page.of(rows, lambda row: (row.handle,), _maker_of)


async def list_audit_log(deps: Deps, admin: Principal, query: AuditQuery) -> Page[AuditEntry]:
    """List the actions of admins.

    Filter by admin, action and target. The latest action comes first.
    """
    actor = None if query.actor is None else query.actor.lower()
    scope = f"admin/audit?actor={actor}&action={query.action}&target={query.target}"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    admin_id = None
    if actor is not None:
        admin_id = await find_admin(deps.db, actor)
        if admin_id is None:
            return Page([], None)  # an unknown handle has no entries
    if query.target is not None:
        rows = await list_audit_about(deps.db, KINDS, query.target, admin_id, query.action, *page.place)
    elif admin_id is not None:
        rows = await list_audit_by(deps.db, admin_id, query.action, *page.place)
    else:
        rows = await list_audit(deps.db, query.action, *page.place)
    return page.of(rows, lambda row: (row.audit_id,), _entry_of)


async def list_moderation_log(deps: Deps, query: PageQuery) -> Page[PublicEntry]:
    """List the public moderation log.

    It lists removals, restorations and suspensions with their reason and time, latest first. It names no maker and no
    content.
    """
    scope = "moderation/log"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    rows = await list_public_log(deps.db, *page.place)
    return page.of(rows, lambda row: (row.audit_id,), _public_of)


_project_of: Final = mapper(AnyProjectRow, AdminProject, project=GIVEN, workflows=GIVEN)
_workflow_of: Final = mapper(AnyWorkflowRow, AdminWorkflow, content=JSON)
_name_of: Final = mapper(WorkflowNameRow, WorkflowName)
_maker_of: Final = mapper(AdminMakerRow, AdminMaker)
_entry_of: Final = mapper(AuditRow, AuditEntry, detail=JSON)
_public_of: Final = mapper(
    PublicRow,
    PublicEntry,
    action=lambda row: _DONE[row.action.partition(".")[2]],
    kind=lambda row: row.action.partition(".")[0],
)
