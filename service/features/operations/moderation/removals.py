"""Handlers that remove and restore projects, comments and collections."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog
from attrs import field, frozen

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.audit.record import record
from service.features.accounts.identity.domain import Reason
from service.features.accounts.notifications.notify import Subject, notify
from service.features.operations.moderation.queries import (
    RemovalRow,
    RemovedRow,
    delete_removal,
    get_collection_id,
    get_project_id,
    get_removal_of_collection,
    get_removal_of_comment,
    get_removal_of_project,
    insert_removal,
    list_removed,
    lock_collection,
    lock_comment,
    lock_project,
    update_collection_removed,
    update_comment_removed,
    update_project_removed,
    update_project_restored,
)
from service.features.operations.moderation.schemas import NewRemoval, Removal, RemovedItem, RemovedKind, RemovedQuery
from service.http.pagination import LAST_ID
from service.http.problem import Forbidden
from service.http.refs import Lower
from service.http.request import Principal
from service.http.results import NoContent, Page
from service.http.schema.mapper import mapper

log = structlog.get_logger(__name__)


async def put_project_removal(
    tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str, body: NewRemoval
) -> NoContent:
    """Remove a project in any state.

    Only its members still see it, with the reason. If it is removed already, the reason changes.
    """
    target = await project_target(tx, await get_project_id(tx, handle, slug))
    await remove(tx, deps, admin, target, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_project_removal(tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str) -> NoContent:
    """Restore a removed project to its former state.

    If it is not removed, nothing changes. Your own project returns 403 `own_case`: another admin has to restore it.
    """
    await _restore(tx, deps, admin, await project_target(tx, await get_project_id(tx, handle, slug)))
    return NoContent()


async def put_comment_removal(tx: Tx, deps: Deps, admin: Principal, comment_id: UUID, body: NewRemoval) -> NoContent:
    """Remove a comment.

    Its text is hidden, and replies stay. If it is removed already, the reason changes.
    """
    target = await comment_target(tx, comment_id)
    await remove(tx, deps, admin, target, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_comment_removal(tx: Tx, deps: Deps, admin: Principal, comment_id: UUID) -> NoContent:
    """Restore a removed comment.

    If it is not removed, nothing changes. Your own comment returns 403 `own_case`: another admin has to restore it.
    """
    await _restore(tx, deps, admin, await comment_target(tx, comment_id))
    return NoContent()


async def put_collection_removal(
    tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str, body: NewRemoval
) -> NoContent:
    """Remove a collection.

    Only its maker still sees it, with the reason. If it is removed already, the reason changes.
    """
    target = await collection_target(tx, await get_collection_id(tx, handle, slug))
    await remove(tx, deps, admin, target, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_collection_removal(tx: Tx, deps: Deps, admin: Principal, handle: Lower, slug: str) -> NoContent:
    """Restore a removed collection.

    If it is not removed, nothing changes. Your own collection returns 403 `own_case`: another admin has to restore it.
    """
    await _restore(tx, deps, admin, await collection_target(tx, await get_collection_id(tx, handle, slug)))
    return NoContent()


@frozen(kw_only=True)
class _Target:
    """Locked project, comment or collection. The ids are its key in `removal`; `owner_id` is notified."""

    kind: RemovedKind
    target_id: UUID
    project_id: UUID | None = None
    comment_id: UUID | None = None
    collection_id: UUID | None = None
    owner_id: UUID
    is_removed: bool
    hide: Callable[[datetime], Awaitable[None]]
    show: Callable[[datetime], Awaitable[None]]
    detail: Mapping[str, str] = field(factory=dict)
    """Additional detail of the audit log's entry of a removal."""


async def project_target(tx: Tx, project_id: UUID) -> _Target:
    row = await lock_project(tx, project_id)
    return _Target(
        kind="project",
        target_id=row.project_id,
        project_id=row.project_id,
        owner_id=row.owner_id,
        is_removed=row.status == "removed",
        hide=lambda now: update_project_removed(tx, row.project_id, now),
        show=lambda now: update_project_restored(tx, row.project_id, now),
        detail={"was": row.status},
    )


async def comment_target(tx: Tx, comment_id: UUID) -> _Target:
    """Lock a comment that its author has not deleted."""
    row = await lock_comment(tx, comment_id)
    return _Target(
        kind="comment",
        target_id=row.comment_id,
        project_id=row.project_id,
        comment_id=row.comment_id,
        owner_id=row.author_id,
        is_removed=row.removed_at is not None,
        hide=lambda now: update_comment_removed(tx, row.comment_id, now),
        show=lambda now: update_comment_removed(tx, row.comment_id, None),
    )


async def collection_target(tx: Tx, collection_id: UUID) -> _Target:
    row = await lock_collection(tx, collection_id)
    return _Target(
        kind="collection",
        target_id=row.collection_id,
        collection_id=row.collection_id,
        owner_id=row.owner_id,
        is_removed=row.removed_at is not None,
        hide=lambda now: update_collection_removed(tx, row.collection_id, now, now),
        show=lambda now: update_collection_removed(tx, row.collection_id, None, now),
    )


async def remove(
    tx: Tx, deps: Deps, admin: Principal, target: _Target, reason: Reason, note: str, *, reported: bool
) -> None:
    """Insert the removal, hide the target and notify its owner. An equal removal changes nothing."""
    now = deps.clock()
    key = (target.project_id, target.comment_id, target.collection_id)
    if await insert_removal(tx, new_id(), *key, reason, note, admin.maker_id, now) is None:
        return
    if not target.is_removed:
        await target.hide(now)
    detail = {"reason": reason, "note": note, "reported": reported, **target.detail}
    await record(tx, admin.maker_id, f"{target.kind}.remove", target.target_id, now, **detail)
    if not target.is_removed:
        await _notify(tx, target, "removed")
    _log(admin, target, "removed", reason=reason)


async def _restore(tx: Tx, deps: Deps, admin: Principal, target: _Target) -> None:
    """Show a removed target again and notify its owner. Raise Forbidden if the admin owns it."""
    refuse_own(admin, target.owner_id)
    if not target.is_removed:
        return
    now = deps.clock()
    await target.show(now)
    await delete_removal(tx, target.project_id, target.comment_id, target.collection_id)
    await record(tx, admin.maker_id, f"{target.kind}.restore", target.target_id, now)
    await _notify(tx, target, "restored")
    _log(admin, target, "restored")


def _log(admin: Principal, target: _Target, outcome: str, **more: str) -> None:
    event = f"{target.kind}_{outcome}"
    log.info(event, **{f"{target.kind}_id": str(target.target_id)}, **more, by=str(admin.maker_id))


async def _notify(tx: Tx, target: _Target, outcome: str) -> None:
    subject = Subject(
        project_id=target.project_id,
        comment_id=target.comment_id,
        collection_id=target.collection_id,
        note=f"{target.kind}_{outcome}",
    )
    await notify(tx, "moderation", actor_id=None, recipients=[target.owner_id], subject=subject)


def refuse_own(admin: Principal, owner_id: UUID | None) -> None:
    """Raise Forbidden if the admin is the owner: admins cannot decide about themselves or their own content."""
    if owner_id == admin.maker_id:
        raise Forbidden("own_case", "This case is about you. Another admin must decide it.")


async def get_collection_removal(deps: Deps, maker: Principal, handle: Lower, slug: str) -> Removal:
    """Return why your collection was removed.

    Only its maker can read this.
    """
    return _removal_of(await get_removal_of_collection(deps.db, handle, slug, maker.maker_id))


async def get_project_removal(deps: Deps, maker: Principal, handle: Lower, slug: str) -> Removal:
    """Return why your project was removed.

    Only members of the project can read this.
    """
    return _removal_of(await get_removal_of_project(deps.db, handle, slug, maker.maker_id))


async def get_comment_removal(deps: Deps, maker: Principal, comment_id: UUID) -> Removal:
    """Return why your comment was removed.

    Only its author can read this.
    """
    return _removal_of(await get_removal_of_comment(deps.db, comment_id, maker.maker_id))


async def list_removed_items(deps: Deps, admin: Principal, query: RemovedQuery) -> Page[RemovedItem]:
    """List removed projects, comments and collections.

    The latest removal comes first. Restored items are not listed.
    """
    scope = f"admin/removed?kind={query.kind}"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    rows = await list_removed(deps.db, query.kind, *page.place)
    return page.of(rows, lambda row: (row.removal_id,), _item_of)


_removal_of: Final = mapper(RemovalRow, Removal)
_item_of: Final = mapper(RemovedRow, RemovedItem, was=lambda row: row.was if row.kind == "project" else None)
