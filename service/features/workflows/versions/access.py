"""Who gets at a workflow: every way in goes by one of these, which answer 404, 403, 308 and 409 alike everywhere."""

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
"""What stands before the rest of a path: api, v1, projects, and the project's two."""


async def visible_project(
    deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str
) -> PlaceRow:
    """The project. Raises Moved when it is elsewhere by now, NotFound for one who may not see it."""
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
    """The workflow. Raises Moved when its project is elsewhere by now, NotFound for one who may not see it."""
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
    """A version by its number, a label or `latest`. Raises Moved and NotFound as visible_workflow."""
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
    """The workflow, locked, for a maker with one of these roles in its project.

    Raises Moved when that is elsewhere by now, Forbidden for one who only sees it, NotFound for everybody else, and
    Conflict when it is read-only.
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
    """The draft, locked, for an editor. Raises as editable_workflow."""
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
    """The project, locked, for an editor who puts a workflow into it. Raises as editable_workflow."""
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
    """What follows the project in the request's path, query and all, as it was sent."""
    return request.rest(_BEFORE)
