"""The draft of a workflow: its editors share one draft and save it whole. `If-Match` prevents lost updates."""

from service.db.pool import Db, Tx
from service.deps import Deps
from service.features.projects.projects.reading import redirect_if_moved
from service.features.workflows.documents.document import Content, content_hash
from service.features.workflows.versions.access import editable_draft, rest_of
from service.features.workflows.versions.queries import DraftRow, find_draft, update_draft
from service.features.workflows.versions.schemas import Author, Draft, NewDraft
from service.features.workflows.versions.validation import findings_of, refuse_large
from service.features.workflows.versions.version_cache import content_of, stored_of
from service.http.etags import IfMatch
from service.http.problem import NotFound
from service.http.request import Principal, RequestInfo


async def get_draft(deps: Deps, request: RequestInfo, maker: Principal, handle: str, slug: str, workflow: str) -> Draft:
    """Return the draft of a workflow.

    Only members of the project can read it. Other makers get 404, even if they can see the workflow.
    """
    handle = handle.lower()
    row = await find_draft(deps.db, handle, slug, workflow, maker.maker_id)
    if row is None:
        await redirect_if_moved(deps.db, handle, slug, maker.maker_id, deps.clock(), rest_of(request))
        raise NotFound
    return await _draft_of(deps.db, row, content_of(row.content))


async def save_draft(
    tx: Tx,
    deps: Deps,
    request: RequestInfo,
    maker: Principal,
    if_match: IfMatch,
    handle: str,
    slug: str,
    workflow: str,
    body: NewDraft,
) -> Draft:
    """Save the whole draft of a workflow.

    The response is 412 when another editor saved the draft after you read it. Read it again before you save.
    """
    refuse_large(body.content)
    found = await editable_draft(tx, deps, request, maker, handle, slug, workflow)
    if_match.check(found.version)
    row = await update_draft(
        tx, found.workflow_id, stored_of(body.content), content_hash(body.content), maker.maker_id, deps.clock()
    )
    return await _draft_of(tx, row, body.content)


async def _draft_of(db: Db, row: DraftRow, content: Content) -> Draft:
    return Draft(
        content=content,
        findings=await findings_of(db, content),
        changed=row.changed,
        version=row.version,
        updated_at=row.updated_at,
        updated_by=Author(row.handle, row.display_name),
    )
