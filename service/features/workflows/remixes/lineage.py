"""Where a workflow comes from, and what others made of it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from service.deps import Deps
from service.features.workflows.remixes.queries import FamilyRow, list_family
from service.features.workflows.remixes.schemas import Lineage, LineageNode, Relative
from service.features.workflows.versions.access import visible_workflow
from service.http.problem import NotFound
from service.http.request import Principal, RequestInfo

MAX_FAMILY: Final = 200
MAX_STEPS_UP: Final = 50


async def get_lineage(
    deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str, workflow: str
) -> Lineage:
    """The family of a workflow: what it was remixed from, and what was remixed from that, as a tree.

    A remix you may not see is left out, or left blank where one that you see comes from it; and so is one in an
    unlisted project, unless this workflow comes from it.
    """
    found = await visible_workflow(deps, request, viewer, handle, slug, workflow)
    viewer_id = None if viewer is None else viewer.maker_id
    rows = await list_family(deps.db, found.workflow_id, viewer_id, MAX_STEPS_UP, MAX_FAMILY)
    if not rows:
        raise NotFound  # deleted since
    return lineage_of(rows, found.workflow_id)


def lineage_of(rows: Sequence[FamilyRow], asked: UUID) -> Lineage:
    """The tree of a family, which comes with parents before children."""
    shown: set[UUID] = {asked}
    for row in reversed(rows):
        if row.is_seen or row.workflow_id in shown:
            shown.add(row.workflow_id)
            if row.parent_id is not None:
                shown.add(row.parent_id)
    kept = [row for row in rows if row.workflow_id in shown]
    places = {row.workflow_id: place for place, row in enumerate(kept)}
    return Lineage(
        nodes=[
            LineageNode(
                parent=None if row.parent_id is None else places.get(row.parent_id),
                number=row.forked_from_number,
                workflow=_relative_of(row) if row.is_seen else None,
            )
            for row in kept
        ],
        position=places[asked],
        is_complete=len(rows) < MAX_FAMILY,
    )


def _relative_of(row: FamilyRow) -> Relative:
    return Relative(
        workflow_id=row.workflow_id,
        handle=row.handle,
        project=row.project,
        slug=row.slug,
        title=row.title,
        head_number=row.head_number,
        created_at=row.created_at,
    )
