"""Write operations for collections: create, update, delete, add, remove and order items."""

from typing import Final
from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import checked
from service.features.community.collections.queries import (
    LockedRow,
    delete,
    delete_item,
    find_project,
    find_version,
    get,
    has_item,
    insert,
    is_seen,
    list_item_ids,
    list_taken_slugs,
    lock,
    put_item,
    update,
    update_order,
    update_version,
)
from service.features.community.collections.reading import collection_of
from service.features.community.collections.schemas import (
    MAX_COLLECTIONS,
    MAX_ITEMS,
    Collection,
    CollectionChanges,
    NewCollection,
    NewItem,
    NewOrder,
)
from service.features.projects.projects.domain import free_slug, slug_of, title_of
from service.features.projects.projects.queries import find_owner
from service.http.etags import IfMatch
from service.http.problem import Conflict, ConstraintProblem, FieldError, Forbidden, NotFound, Unprocessable
from service.http.refs import Lower
from service.http.request import Principal
from service.http.results import Created, NoContent
from service.http.schema.wire import patched

SLUG_TAKEN: Final = ConstraintProblem(
    409, "slug_taken", "/slug", "You already have a collection with this slug. Choose another."
)


async def create_collection(tx: Tx, deps: Deps, maker: Principal, body: NewCollection) -> Created[Collection]:
    """Create an empty collection.

    The default slug is derived from the title, with a number if that slug is taken.
    """
    title = checked("/title", title_of, body.title)
    owner = await find_owner(tx, maker.maker_id)
    if owner is None:
        raise Forbidden("account_inactive", "This account can't publish. It is suspended or not active.")
    taken = await list_taken_slugs(tx, maker.maker_id)
    if len(taken) >= MAX_COLLECTIONS:
        raise Conflict(
            "too_many_collections", f"You have reached the limit of {MAX_COLLECTIONS} collections. Delete one first."
        )
    collection_id = new_id()
    slug = body.slug or free_slug(slug_of(title), set(taken))
    now = deps.clock()
    made = await insert(
        tx,
        collection_id=collection_id,
        maker_id=maker.maker_id,
        slug=slug,
        title=title,
        description=body.description,
        visibility=body.visibility,
        now=now,
    )
    if made is None:
        raise SLUG_TAKEN.problem()
    collection = collection_of(await get(tx, collection_id))
    return Created(collection, f"/collections/{collection.handle}/{collection.slug}")


async def update_collection(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, handle: Lower, slug: str, body: CollectionChanges
) -> Collection:
    """Update the title, description or visibility of a collection."""
    row = await _locked(tx, maker, handle, slug)
    if_match.check(row.version)
    stored, columns = patched(row, body)
    columns["title"] = checked("/title", title_of, columns["title"])
    if columns != stored:
        await update(tx, row.collection_id, **columns, now=deps.clock())
    return collection_of(await get(tx, row.collection_id))


async def delete_collection(tx: Tx, maker: Principal, handle: Lower, slug: str) -> NoContent:
    """Delete a collection.

    Its projects do not change.
    """
    row = await _locked(tx, maker, handle, slug, may_be_removed=True)
    await delete(tx, row.collection_id)
    return NoContent()


async def put_collection_item(
    tx: Tx, deps: Deps, maker: Principal, handle: Lower, slug: str, owner: Lower, project: str, body: NewItem
) -> NoContent:
    """Add a project to a collection or update its item.

    A new item goes to the end. The result is 409 `collection_full` if the collection already has 500 projects.
    """
    row = await _locked(tx, maker, handle, slug)
    project_id = await find_project(tx, owner, project, maker.maker_id)
    if project_id is None:
        raise NotFound("No such project, or you have no access.")
    workflow_id = await _pinned(tx, project_id, body)
    if row.items >= MAX_ITEMS and not await has_item(tx, row.collection_id, project_id):
        raise Conflict(
            "collection_full", f"The collection has reached the limit of {MAX_ITEMS} projects. Remove one first."
        )
    now = deps.clock()
    if await put_item(
        tx,
        collection_id=row.collection_id,
        project_id=project_id,
        note=body.note,
        workflow_id=workflow_id,
        version_number=body.version,
        now=now,
    ):
        await update_version(tx, row.collection_id, now)
    return NoContent()


async def delete_collection_item(
    tx: Tx, deps: Deps, maker: Principal, handle: Lower, slug: str, owner: Lower, project: str
) -> NoContent:
    """Remove a project from a collection.

    The result is the same if the project is not in the collection.
    """
    row = await _locked(tx, maker, handle, slug)
    if await delete_item(tx, row.collection_id, owner, project) is not None:
        await update_version(tx, row.collection_id, deps.clock())
    return NoContent()


async def order_collection(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, handle: Lower, slug: str, body: NewOrder
) -> Collection:
    """Order the items of a collection."""
    row = await _locked(tx, maker, handle, slug)
    if_match.check(row.version)
    there = set(await list_item_ids(tx, row.collection_id))
    errors: list[FieldError] = []
    seen: set[UUID] = set()
    for index, project_id in enumerate(body.project_ids):
        if project_id not in there:
            errors.append(
                FieldError(f"/project_ids/{index}", "unknown_project", "This project isn't in the collection.")
            )
        elif project_id in seen:
            errors.append(FieldError(f"/project_ids/{index}", "duplicate", "This project is listed twice."))
        seen.add(project_id)
    if errors:
        raise Unprocessable(errors)
    await update_order(tx, row.collection_id, body.project_ids)
    await update_version(tx, row.collection_id, deps.clock())
    return collection_of(await get(tx, row.collection_id))


async def _locked(tx: Tx, maker: Principal, handle: Lower, slug: str, *, may_be_removed: bool = False) -> LockedRow:
    """Lock the collection for its maker. Raise Forbidden for another maker who can see it, NotFound for a maker who
    cannot, and Conflict if an admin removed it."""
    row = await lock(tx, handle, slug, maker.maker_id)
    if row is None:
        if await is_seen(tx, handle, slug, maker.maker_id):
            raise Forbidden("not_yours", "Only the collection's maker can change it.")
        raise NotFound
    if row.removed and not may_be_removed:
        raise Conflict("removed", "An admin removed this.")
    return row


async def _pinned(tx: Tx, project_id: UUID, body: NewItem) -> UUID | None:
    """Return the id of the workflow whose version is pinned. Raise Unprocessable if the version does not exist or only
    one of workflow and version is given."""
    if body.workflow is None and body.version is None:
        return None
    if body.workflow is None or body.version is None:
        missing = "/workflow" if body.workflow is None else "/version"
        raise Unprocessable([FieldError(missing, "required", "Send both workflow and version to pin a version.")])
    workflow_id = await find_version(tx, project_id, body.workflow, body.version)
    if workflow_id is None:
        raise Unprocessable([FieldError("/version", "unknown_version", "The project has no such workflow version.")])
    return workflow_id
