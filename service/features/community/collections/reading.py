"""Read operations for collections: one collection, its items, a maker's collections and the caller's own."""

from datetime import datetime
from typing import Final, cast
from uuid import UUID

from service.deps import Deps
from service.features.accounts.makers.reading import maker_id_of, maker_redirect
from service.features.community.collections.queries import (
    CollectionRow,
    ItemRow,
    find,
    list_items,
    list_own,
    list_public,
)
from service.features.community.collections.schemas import Collection, Item, Pin
from service.features.projects.projects.reading import summary_of
from service.features.projects.projects.schemas import Owner, Visibility
from service.http.pagination import NEWEST, PageQuery
from service.http.request import Principal, RequestInfo
from service.http.results import Page

BASE_PATH: Final = "/api/v1/collections"

_FIRST: Final = (0, UUID(int=0))
_BEFORE: Final = 4
"""Number of path segments before the rest: api, v1, collections and the handle."""


async def get_collection(
    deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str
) -> Collection:
    """Return a collection.

    Only its maker can see a private or removed one.
    """
    return collection_of(await _visible(deps, request, viewer, handle, slug))


async def list_collection_items(
    deps: Deps, request: RequestInfo, viewer: Principal | None, query: PageQuery, handle: str, slug: str
) -> Page[Item]:
    """List the items of a collection in their order.

    Projects that you cannot see are omitted.
    """
    collection = await _visible(deps, request, viewer, handle, slug)
    scope = f"collections/{collection.collection_id}/items"
    after, after_id = deps.cursors.decode(scope, query.cursor, (int, UUID)) or _FIRST
    viewer_id = None if viewer is None else viewer.maker_id
    rows = await list_items(deps.db, collection.collection_id, viewer_id, after, after_id, query.limit + 1)
    return deps.cursors.page(scope, rows, query.limit, lambda row: (row.position, row.project_id), item_of)


async def list_maker_collections(deps: Deps, query: PageQuery, handle: str) -> Page[Collection]:
    """List a maker's public collections, newest first."""
    maker_id = await maker_id_of(deps, handle, "/collections", query)
    scope = f"makers/{maker_id}/collections"
    before, before_id = deps.cursors.decode(scope, query.cursor, (datetime, UUID)) or NEWEST
    rows = await list_public(deps.db, maker_id, before, before_id, query.limit + 1)
    return deps.cursors.page(scope, rows, query.limit, _created, collection_of)


async def list_my_collections(deps: Deps, maker: Principal, query: PageQuery) -> Page[Collection]:
    """List all your collections, newest first."""
    scope = f"me/collections/{maker.maker_id}"
    before, before_id = deps.cursors.decode(scope, query.cursor, (datetime, UUID)) or NEWEST
    rows = await list_own(deps.db, maker.maker_id, before, before_id, query.limit + 1)
    return deps.cursors.page(scope, rows, query.limit, _created, collection_of)


def _created(row: CollectionRow) -> tuple[datetime, UUID]:
    return row.created_at, row.collection_id


async def _visible(deps: Deps, request: RequestInfo, viewer: Principal | None, handle: str, slug: str) -> CollectionRow:
    """Return the collection. Raise Moved if its maker has a new handle, NotFound if the viewer cannot see it."""
    handle = handle.lower()
    row = await find(deps.db, handle, slug, None if viewer is None else viewer.maker_id)
    if row is None:
        raise await maker_redirect(deps.db, handle, deps.clock(), place=BASE_PATH, rest=request.rest(_BEFORE))
    return row


def collection_of(row: CollectionRow) -> Collection:
    return Collection(
        row.collection_id,
        row.handle,
        row.slug,
        Owner(row.handle, row.display_name, row.avatar_url),
        row.title,
        row.description,
        cast("Visibility", row.visibility),
        row.items,
        row.removed,
        row.version,
        row.created_at,
        row.updated_at,
    )


def item_of(row: ItemRow) -> Item:
    pinned = None
    if row.workflow is not None and row.workflow_title is not None and row.version_number is not None:
        pinned = Pin(row.workflow, row.workflow_title, row.version_number)
    return Item(summary_of(row), row.note, pinned, row.added_at)
