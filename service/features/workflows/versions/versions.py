"""Creation of versions: immutable, and numbered without gaps under the lock of their workflow."""

from datetime import datetime
from typing import Final
from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.notifications.notify import Subject, notify
from service.features.accounts.notifications.queries import is_remixed
from service.features.workflows.documents.document import EMPTY, Document, content_hash
from service.features.workflows.versions.access import editable_workflow
from service.features.workflows.versions.domain import MAX_SAVES, SAVES_WITHIN
from service.features.workflows.versions.queries import (
    LockedRow,
    VersionRow,
    find_stored,
    get_draft_content,
    get_head,
    get_version,
    insert_version,
    update_draft_followed,
)
from service.features.workflows.versions.reading import version_of, version_path
from service.features.workflows.versions.schemas import NewVersion, Version
from service.features.workflows.versions.validation import refuse_large, refuse_unfit
from service.features.workflows.versions.version_cache import content_of, stored_of
from service.http.problem import FieldError, TooManyRequests, Unprocessable
from service.http.refs import WorkflowRef
from service.http.request import Principal
from service.http.results import Created, Existing

NEVER_SAVED: Final = content_hash(EMPTY)
"""Hash of an unedited draft in a workflow without a version."""


async def save_version(
    tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, body: NewVersion
) -> Created[Version] | Existing[Version]:
    """Save the draft, the given content or an older version as a new version.

    When the content equals the newest version, the response is that version with status 200. Invalid content is 422
    and lists every error; a secret in it is 422 `secret_found`. More than 30 versions of a workflow an hour are 429.
    """
    if body.content is not None and body.restore is not None:
        raise Unprocessable([FieldError("/restore", "mutually_exclusive", "Send either `content` or `restore`.")])
    found = await editable_workflow(tx, deps, maker, workflow)
    content = await _wanted(tx, found, body)
    changelog = body.changelog
    if body.restore is not None and not changelog:
        changelog = f"Restored version {body.restore}."
    row, is_new = await append(
        tx,
        found.workflow_id,
        found.head_number,
        content,
        changelog=changelog,
        author_id=maker.maker_id,
        now=deps.clock(),
    )
    version = version_of(row, content=content)
    location = version_path(workflow, row.number)
    return Created(version, location) if is_new else Existing(version, location)


async def _wanted(tx: Tx, found: LockedRow, body: NewVersion) -> Document:
    if body.content is not None:
        refuse_large(body.content)
        return body.content
    if body.restore is None:
        return content_of(await get_draft_content(tx, found.workflow_id))
    stored = await find_stored(tx, found.workflow_id, body.restore)
    if stored is None:
        raise Unprocessable([FieldError("/restore", "unknown_version", "The workflow has no such version.")])
    return content_of(stored)


async def append(
    tx: Tx,
    workflow_id: UUID,
    head_number: int | None,
    content: Document,
    *,
    changelog: str,
    author_id: UUID,
    now: datetime,
) -> tuple[VersionRow, bool]:
    """Append a version to a locked workflow; return it and whether it is new. Return the head if `content` equals it.

    A draft without edits is updated to the new version. Raises Unprocessable or 422 `secret_found` for an invalid
    content, and TooManyRequests after 30 versions within an hour.
    """
    hashed = content_hash(content)
    before = NEVER_SAVED
    if head_number is not None:
        head = await get_head(tx, workflow_id, head_number, MAX_SAVES - 1)
        if head.content_hash == hashed:
            return await get_version(tx, workflow_id, head_number), False
        if head.earlier_at is not None and (wait := (head.earlier_at + SAVES_WITHIN - now).total_seconds()) > 0:
            raise TooManyRequests(wait, f"You can save {MAX_SAVES} versions of a workflow per hour. Try again later.")
        before = head.content_hash
    await refuse_unfit(tx, content)
    number, stored = (head_number or 0) + 1, stored_of(content)
    await insert_version(
        tx,
        version_id=new_id(),
        workflow_id=workflow_id,
        number=number,
        changelog=changelog,
        content_hash=hashed,
        content=stored,
        author_id=author_id,
        now=now,
    )
    await update_draft_followed(
        tx, workflow_id=workflow_id, content=stored, content_hash=hashed, head_hash=before, maker_id=author_id, now=now
    )
    if number > 1 and await is_remixed(tx, workflow_id):
        about = Subject(workflow_id=workflow_id, version_number=number)
        await notify(tx, "upstream_changed", actor_id=author_id, recipients=[], subject=about)
    return await get_version(tx, workflow_id, number), True
