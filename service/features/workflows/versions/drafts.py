"""The draft of a workflow: its editors share one draft and save it whole. `If-Match` prevents lost updates."""

from typing import Final

from service.db.pool import Db, Tx
from service.deps import Deps
from service.features.projects.projects.reading import missing
from service.features.workflows.documents.document import Document, content_hash
from service.features.workflows.versions.access import editable_draft
from service.features.workflows.versions.queries import DraftRow, find_draft, update_draft
from service.features.workflows.versions.schemas import Draft, NewDraft
from service.features.workflows.versions.validation import findings_of, refuse_large
from service.features.workflows.versions.version_cache import content_of, stored_of
from service.http.etags import IfMatch
from service.http.refs import WorkflowRef
from service.http.request import Principal
from service.http.schema.mapper import GIVEN, mapper


async def get_draft(deps: Deps, maker: Principal, workflow: WorkflowRef) -> Draft:
    """Return the draft of a workflow.

    Only members of the project can read it. Other makers get 404, even if they can see the workflow.
    """
    row = await find_draft(deps.db, *workflow.address, maker.maker_id)
    if row is None:
        raise await missing(deps.db, deps, workflow)
    return await _draft_of(deps.db, row, content_of(row.content))


async def save_draft(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, workflow: WorkflowRef, body: NewDraft
) -> Draft:
    """Save the whole draft of a workflow.

    The response is 412 when another editor saved the draft after you read it. Read it again before you save.
    """
    refuse_large(body.content)
    found = await editable_draft(tx, deps, maker, workflow)
    if_match.check(found.version)
    row = await update_draft(
        tx, found.workflow_id, stored_of(body.content), content_hash(body.content), maker.maker_id, deps.clock()
    )
    return await _draft_of(tx, row, body.content)


async def _draft_of(db: Db, row: DraftRow, content: Document) -> Draft:
    return _draft(row, content=content, findings=await findings_of(db, content))


_draft: Final = mapper(DraftRow, Draft, content=GIVEN, findings=GIVEN)
