"""Workflow access checks. Every handler uses one of them, so 404, 403, 308 and 409 are the same everywhere."""

from typing import Final

from service.db.pool import Tx
from service.deps import Deps
from service.features.projects.projects.domain import EDITORS, Role, refuse_read_only
from service.features.projects.projects.reading import redirect_if_moved
from service.features.workflows.versions.domain import Which, which_of
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
from service.http.problem import Forbidden, NotFound
from service.http.request import Principal, RequestInfo

_BEFORE: Final = 5
"""Path segments up to and including the project: api, v1, projects, handle and slug."""


async def visible_project(
    deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str
) -> PlaceRow:
    """Return the project. Raises Moved when its address changed, NotFound when the viewer may not see it."""
    viewer_id = None if viewer is None else viewer.maker_id
    handle = handle.lower()
    row = await find_place(deps.db, handle, slug, viewer_id)
    if row is None:
        await redirect_if_moved(deps.db, handle, slug, viewer_id, deps.clock(), rest_of(request))
        raise NotFound
    return row


async def visible_workflow(
    deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str, workflow: str
) -> WorkflowRow:
    """Return the workflow. Raises Moved when its project's address changed, NotFound when the viewer may not see it."""
    viewer_id = None if viewer is None else viewer.maker_id
    handle = handle.lower()
    row = await find_workflow(deps.db, handle, slug, workflow, viewer_id)
    if row is None:
        await redirect_if_moved(deps.db, handle, slug, viewer_id, deps.clock(), rest_of(request))
        raise NotFound
    return row


async def visible_version(
    deps: Deps,
    request: RequestInfo,
    viewer: Principal | None,
    handle: str,
    slug: str,
    workflow: str,
    which: str | Which,
) -> VersionRow:
    """Return a version by its number, a label or `latest`. Raises Moved and NotFound like visible_workflow."""
    viewer_id = None if viewer is None else viewer.maker_id
    handle = handle.lower()
    found = which_of(which) if isinstance(which, str) else which
    if found is not None:
        row = await find_version(deps.db, handle, slug, workflow, found.number, found.label, viewer_id)
        if row is not None:
            return row
    await redirect_if_moved(deps.db, handle, slug, viewer_id, deps.clock(), rest_of(request))
    raise NotFound


async def editable_workflow(
    tx: Tx,
    deps: Deps,
    request: RequestInfo,
    maker: Principal,
    handle: str,
    slug: str,
    workflow: str,
    roles: list[Role] = EDITORS,
) -> LockedRow:
    """Lock the workflow and return it, for a maker with one of these roles in its project.

    Raises Moved when the project's address changed, and Conflict when the project is read-only. Raises Forbidden when
    the maker may only read the workflow, and NotFound when the maker may not see it.
    """
    handle = handle.lower()
    row = await lock_workflow(tx, handle, slug, workflow, maker.maker_id, list[str](roles))
    if row is None:
        await _refuse(tx, deps, request, maker, handle, slug, workflow)
        raise NotFound
    refuse_read_only(row.status)
    return row


async def editable_draft(
    tx: Tx, deps: Deps, request: RequestInfo, maker: Principal, handle: str, slug: str, workflow: str
) -> LockedDraftRow:
    """Lock the draft and return it, for an editor. Raises like editable_workflow."""
    handle = handle.lower()
    row = await lock_draft(tx, handle, slug, workflow, maker.maker_id, list[str](EDITORS))
    if row is None:
        await _refuse(tx, deps, request, maker, handle, slug, workflow)
        raise NotFound
    refuse_read_only(row.status)
    return row


async def editable_project(
    tx: Tx, deps: Deps, request: RequestInfo, maker: Principal, handle: str, slug: str
) -> LockedProjectRow:
    """Lock the project and return it, for an editor who adds a workflow. Raises like editable_workflow."""
    handle = handle.lower()
    row = await lock_project(tx, handle, slug, maker.maker_id, list[str](EDITORS))
    if row is None:
        await redirect_if_moved(tx, handle, slug, maker.maker_id, deps.clock(), rest_of(request), visible=True)
        raise NotFound
    refuse_read_only(row.status)
    return row


async def _refuse(
    tx: Tx, deps: Deps, request: RequestInfo, maker: Principal, handle: str, slug: str, workflow: str
) -> None:
    await redirect_if_moved(tx, handle, slug, maker.maker_id, deps.clock(), rest_of(request))
    if await is_seen(tx, handle, slug, workflow, maker.maker_id):
        raise Forbidden("not_yours", "You may read this workflow, not do this with it.")


def rest_of(request: RequestInfo) -> str:
    """Return the request's path after the project, with the query string, as the client sent it."""
    return request.rest(_BEFORE)
