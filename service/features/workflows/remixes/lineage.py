"""Remix history of a workflow: its ancestors and its remixes."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from service.deps import Deps
from service.features.workflows.remixes.queries import FamilyRow, list_family
from service.features.workflows.remixes.schemas import Lineage, LineageNode, Relative
from service.features.workflows.versions.access import visible_workflow
from service.http.problem import NotFound
from service.http.refs import WorkflowRef
from service.http.schema.mapper import mapper

MAX_FAMILY: Final = 200
MAX_STEPS_UP: Final = 50


async def get_lineage(deps: Deps, workflow: WorkflowRef) -> Lineage:
    """Return the remix history of a workflow as a tree.

    The tree contains the workflow's ancestors and all of their remixes. It omits remixes that you may not see. If you
    may see a remix of a hidden workflow, the hidden one has a node without details. Workflows in unlisted projects are
    hidden, too, unless they are ancestors of this workflow.
    """
    found = await visible_workflow(deps, workflow)
    rows = await list_family(deps.db, found.workflow_id, workflow.viewer_id, MAX_STEPS_UP, MAX_FAMILY)
    if not rows:
        raise NotFound  # deleted after visible_workflow
    return lineage_of(rows, found.workflow_id)


def lineage_of(rows: Sequence[FamilyRow], asked: UUID) -> Lineage:
    """Build the tree of a family. `rows` has parents before children."""
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


_relative_of: Final = mapper(FamilyRow, Relative)
