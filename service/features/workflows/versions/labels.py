"""Names for versions, such as `stable`."""

from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import checked
from service.features.workflows.versions.access import editable_workflow
from service.features.workflows.versions.domain import MAX_LABELS, label_of
from service.features.workflows.versions.queries import delete_label, insert_label
from service.features.workflows.versions.schemas import LabelTarget
from service.http.problem import Conflict
from service.http.refs import WorkflowRef
from service.http.request import Principal
from service.http.results import NoContent


async def put_label(
    tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, name: str, body: LabelTarget
) -> NoContent:
    """Assign a label to a version.

    A label that another version has moves to this one. `latest` always names the newest version.
    """
    found = await editable_workflow(tx, deps, maker, workflow)
    name = checked("", label_of, name)
    if await insert_label(tx, found.workflow_id, name, body.number, deps.clock(), MAX_LABELS) is None:
        raise Conflict(
            "too_many_labels", f"The workflow has reached the limit of {MAX_LABELS} labels. Delete one first."
        )
    return NoContent()


async def remove_label(tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, name: str) -> NoContent:
    """Remove a label.

    The request also succeeds when the label doesn't exist.
    """
    found = await editable_workflow(tx, deps, maker, workflow)
    await delete_label(tx, found.workflow_id, name)
    return NoContent()
