"""Handlers that remove and restore projects, comments and collections."""

from typing import cast
from uuid import UUID

import structlog

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
    find_collection_id,
    find_collection_removal,
    find_comment_removal,
    find_project_id,
    find_removal,
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
from service.http.problem import Forbidden, NotFound
from service.http.request import Principal
from service.http.results import NoContent, Page

log = structlog.get_logger(__name__)


async def put_project_removal(
    tx: Tx, deps: Deps, admin: Principal, handle: str, slug: str, body: NewRemoval
) -> NoContent:
    """Remove a project in any state.

    Only its members still see it, with the reason. If it is removed already, the reason changes.
    """
    project_id = await find_project_id(tx, handle.lower(), slug)
    if project_id is None:
        raise NotFound
    await remove_project(tx, deps, admin, project_id, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_project_removal(tx: Tx, deps: Deps, admin: Principal, handle: str, slug: str) -> NoContent:
    """Restore a removed project to its former state.

    If it is not removed, nothing changes. Your own project returns 403 `own_case`: another admin has to restore it.
    """
    project_id = await find_project_id(tx, handle.lower(), slug)
    row = None if project_id is None else await lock_project(tx, project_id)
    if row is None:
        raise NotFound
    refuse_own(admin, row.owner_id)
    if row.status == "removed":
        now = deps.clock()
        await update_project_restored(tx, row.project_id, now)
        await delete_removal(tx, row.project_id, None, None)
        await record(
            tx,
            admin_id=admin.maker_id,
            action="project.restore",
            target_kind="project",
            target_id=row.project_id,
            detail={},
            now=now,
        )
        subject = Subject(project_id=row.project_id, note="project_restored")
        await notify(tx, "moderation", actor_id=None, recipients=[row.owner_id], subject=subject)
        log.info("project_restored", project_id=str(row.project_id), by=str(admin.maker_id))
    return NoContent()


async def remove_project(
    tx: Tx, deps: Deps, admin: Principal, project_id: UUID, reason: Reason, note: str, *, reported: bool
) -> None:
    """Remove a project and notify its owner. If it is removed already, change the reason. Raise NotFound."""
    row = await lock_project(tx, project_id)
    if row is None:
        raise NotFound
    now = deps.clock()
    changed = await insert_removal(tx, new_id(), row.project_id, None, None, reason, note, admin.maker_id, now)
    if changed is None:
        return
    await update_project_removed(tx, row.project_id, now)
    await record(
        tx,
        admin_id=admin.maker_id,
        action="project.remove",
        target_kind="project",
        target_id=row.project_id,
        detail={"reason": reason, "note": note, "reported": reported, "was": row.status},
        now=now,
    )
    if row.status != "removed":
        subject = Subject(project_id=row.project_id, note="project_removed")
        await notify(tx, "moderation", actor_id=None, recipients=[row.owner_id], subject=subject)
    log.info("project_removed", project_id=str(row.project_id), reason=reason, by=str(admin.maker_id))


async def put_comment_removal(tx: Tx, deps: Deps, admin: Principal, comment_id: UUID, body: NewRemoval) -> NoContent:
    """Remove a comment.

    Its text is hidden, and replies stay. If it is removed already, the reason changes.
    """
    await remove_comment(tx, deps, admin, comment_id, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_comment_removal(tx: Tx, deps: Deps, admin: Principal, comment_id: UUID) -> NoContent:
    """Restore a removed comment.

    If it is not removed, nothing changes. Your own comment returns 403 `own_case`: another admin has to restore it.
    """
    row = await lock_comment(tx, comment_id)
    if row is None:
        raise NotFound
    refuse_own(admin, row.author_id)
    if row.removed_at is not None:
        now = deps.clock()
        await update_comment_removed(tx, comment_id, None)
        await delete_removal(tx, row.project_id, comment_id, None)
        await record(
            tx,
            admin_id=admin.maker_id,
            action="comment.restore",
            target_kind="comment",
            target_id=comment_id,
            detail={},
            now=now,
        )
        subject = Subject(project_id=row.project_id, comment_id=comment_id, note="comment_restored")
        await notify(tx, "moderation", actor_id=None, recipients=[row.author_id], subject=subject)
        log.info("comment_restored", comment_id=str(comment_id), by=str(admin.maker_id))
    return NoContent()


async def remove_comment(
    tx: Tx, deps: Deps, admin: Principal, comment_id: UUID, reason: Reason, note: str, *, reported: bool
) -> None:
    """Remove a comment and notify its author. If it is removed already, change the reason.

    Raise NotFound if it does not exist or its author has deleted it.
    """
    row = await lock_comment(tx, comment_id)
    if row is None:
        raise NotFound
    now = deps.clock()
    changed = await insert_removal(tx, new_id(), row.project_id, comment_id, None, reason, note, admin.maker_id, now)
    if changed is None:
        return
    if row.removed_at is None:
        await update_comment_removed(tx, comment_id, now)
        subject = Subject(project_id=row.project_id, comment_id=comment_id, note="comment_removed")
        await notify(tx, "moderation", actor_id=None, recipients=[row.author_id], subject=subject)
    await record(
        tx,
        admin_id=admin.maker_id,
        action="comment.remove",
        target_kind="comment",
        target_id=comment_id,
        detail={"reason": reason, "note": note, "reported": reported},
        now=now,
    )
    log.info("comment_removed", comment_id=str(comment_id), reason=reason, by=str(admin.maker_id))


async def put_collection_removal(
    tx: Tx, deps: Deps, admin: Principal, handle: str, slug: str, body: NewRemoval
) -> NoContent:
    """Remove a collection.

    Only its maker still sees it, with the reason. If it is removed already, the reason changes.
    """
    collection_id = await find_collection_id(tx, handle.lower(), slug)
    if collection_id is None:
        raise NotFound
    await remove_collection(tx, deps, admin, collection_id, body.reason, body.note.strip(), reported=False)
    return NoContent()


async def delete_collection_removal(tx: Tx, deps: Deps, admin: Principal, handle: str, slug: str) -> NoContent:
    """Restore a removed collection.

    If it is not removed, nothing changes. Your own collection returns 403 `own_case`: another admin has to restore it.
    """
    collection_id = await find_collection_id(tx, handle.lower(), slug)
    row = None if collection_id is None else await lock_collection(tx, collection_id)
    if row is None:
        raise NotFound
    refuse_own(admin, row.owner_id)
    if row.removed_at is not None:
        now = deps.clock()
        await update_collection_removed(tx, row.collection_id, None, now)
        await delete_removal(tx, None, None, row.collection_id)
        await record(
            tx,
            admin_id=admin.maker_id,
            action="collection.restore",
            target_kind="collection",
            target_id=row.collection_id,
            detail={},
            now=now,
        )
        subject = Subject(collection_id=row.collection_id, note="collection_restored")
        await notify(tx, "moderation", actor_id=None, recipients=[row.owner_id], subject=subject)
        log.info("collection_restored", collection_id=str(row.collection_id), by=str(admin.maker_id))
    return NoContent()


async def remove_collection(
    tx: Tx, deps: Deps, admin: Principal, collection_id: UUID, reason: Reason, note: str, *, reported: bool
) -> None:
    """Remove a collection and notify its maker. If it is removed already, change the reason. Raise NotFound."""
    row = await lock_collection(tx, collection_id)
    if row is None:
        raise NotFound
    now = deps.clock()
    changed = await insert_removal(tx, new_id(), None, None, collection_id, reason, note, admin.maker_id, now)
    if changed is None:
        return
    if row.removed_at is None:
        await update_collection_removed(tx, collection_id, now, now)
        subject = Subject(collection_id=collection_id, note="collection_removed")
        await notify(tx, "moderation", actor_id=None, recipients=[row.owner_id], subject=subject)
    await record(
        tx,
        admin_id=admin.maker_id,
        action="collection.remove",
        target_kind="collection",
        target_id=collection_id,
        detail={"reason": reason, "note": note, "reported": reported},
        now=now,
    )
    log.info("collection_removed", collection_id=str(collection_id), reason=reason, by=str(admin.maker_id))


def refuse_own(admin: Principal, owner_id: UUID | None) -> None:
    """Raise Forbidden if the admin is the owner: admins cannot decide about themselves or their own content."""
    if owner_id == admin.maker_id:
        raise Forbidden("own_case", "This is about you. Another admin has to decide it.")


async def get_collection_removal(deps: Deps, maker: Principal, handle: str, slug: str) -> Removal:
    """Return why your collection was removed.

    Only its maker can read this.
    """
    row = await find_collection_removal(deps.db, handle.lower(), slug, maker.maker_id)
    if row is None:
        raise NotFound
    return _removal_of(row)


async def get_project_removal(deps: Deps, maker: Principal, handle: str, slug: str) -> Removal:
    """Return why your project was removed.

    Only members of the project can read this.
    """
    row = await find_removal(deps.db, handle.lower(), slug, maker.maker_id)
    if row is None:
        raise NotFound
    return _removal_of(row)


async def get_comment_removal(deps: Deps, maker: Principal, comment_id: UUID) -> Removal:
    """Return why your comment was removed.

    Only its author can read this.
    """
    row = await find_comment_removal(deps.db, comment_id, maker.maker_id)
    if row is None:
        raise NotFound
    return _removal_of(row)


async def list_removed_items(deps: Deps, admin: Principal, query: RemovedQuery) -> Page[RemovedItem]:
    """List removed projects, comments and collections.

    The latest removal comes first. Restored items are not listed.
    """
    scope = f"admin/removed?kind={query.kind}"
    (before_id,) = deps.cursors.decode(scope, query.cursor, (UUID,)) or (LAST_ID,)
    rows = await list_removed(deps.db, query.kind, before_id, query.limit + 1)
    return deps.cursors.page(scope, rows, query.limit, lambda row: (row.removal_id,), _item_of)


def _removal_of(row: RemovalRow) -> Removal:
    return Removal(reason=cast("Reason", row.reason), note=row.note, removed_at=row.removed_at)


def _item_of(row: RemovedRow) -> RemovedItem:
    return RemovedItem(
        kind=cast("RemovedKind", row.kind),
        handle=row.handle,
        slug=row.slug,
        title=row.title,
        comment_id=row.comment_id,
        author=row.author,
        body=row.body,
        was=row.was if row.kind == "project" else None,
        reason=cast("Reason", row.reason),
        note=row.note,
        removed_by=row.removed_by,
        removed_at=row.removed_at,
    )
