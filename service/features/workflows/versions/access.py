"""Workflow access checks. Every handler uses one of them, so 404, 403, 308 and 409 are the same everywhere."""

from service.db.pool import Tx
from service.deps import Deps
from service.features.projects.projects.domain import EDITORS, Role, refuse_read_only
from service.features.projects.projects.reading import missing
from service.features.workflows.versions.domain import which_of
from service.features.workflows.versions.queries import (
    LockedDraftRow,
    LockedProjectRow,
    LockedRow,
    PlaceRow,
    VersionRow,
    WorkflowRow,
    find_place,
    find_version,
    find_workflow,
    is_seen,
    lock_draft,
    lock_project,
    lock_workflow,
)
from service.http.problem import Forbidden, Problem
from service.http.refs import ProjectRef, WorkflowRef
from service.http.request import Principal


async def visible_project(deps: Deps, project: ProjectRef) -> PlaceRow:
    """Return the project. Raises Moved when its address changed, NotFound when the viewer may not see it."""
    row = await find_place(deps.db, project.handle, project.slug, project.viewer_id)
    if row is None:
        raise await missing(deps.db, deps, project)
    return row


async def visible_workflow(deps: Deps, workflow: WorkflowRef) -> WorkflowRow:
    """Return the workflow. Raises Moved when its project's address changed, NotFound when the viewer may not see it."""
    row = await find_workflow(deps.db, *workflow.address, workflow.viewer_id)
    if row is None:
        raise await missing(deps.db, deps, workflow)
    return row


async def visible_version(deps: Deps, workflow: WorkflowRef, which: str) -> VersionRow:
    """Return a version by its number, a label or `latest`. Raises Moved and NotFound like visible_workflow."""
    found = which_of(which)
    if found is not None:
        row = await find_version(deps.db, *workflow.address, found.number, found.label, workflow.viewer_id)
        if row is not None:
            return row
    raise await missing(deps.db, deps, workflow)


async def editable_workflow(
    tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, roles: list[Role] = EDITORS
) -> LockedRow:
    """Lock the workflow and return it, for a maker with one of these roles in its project.

    Raises Moved when the project's address changed, and Conflict when the project is read-only. Raises Forbidden when
    the maker may only read the workflow, and NotFound when the maker may not see it.
    """
    row = await lock_workflow(tx, *workflow.address, maker.maker_id, list[str](roles))
    if row is None:
        raise await _not_editable(tx, deps, maker, workflow)
    refuse_read_only(row.status)
    return row


async def editable_draft(tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef) -> LockedDraftRow:
    """Lock the draft and return it, for an editor. Raises like editable_workflow."""
    row = await lock_draft(tx, *workflow.address, maker.maker_id, list[str](EDITORS))
    if row is None:
        raise await _not_editable(tx, deps, maker, workflow)
    refuse_read_only(row.status)
    return row


async def editable_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> LockedProjectRow:
    """Lock the project and return it, for an editor who adds a workflow. Raises like editable_workflow."""
    row = await lock_project(tx, project.handle, project.slug, maker.maker_id, list[str](EDITORS))
    if row is None:
        raise await missing(tx, deps, project, members_only=True)
    refuse_read_only(row.status)
    return row


async def _not_editable(tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef) -> Problem:
    if await is_seen(tx, *workflow.address, maker.maker_id):
        return Forbidden("not_yours", "Your role in this project doesn't allow this.")
    return await missing(tx, deps, workflow)
