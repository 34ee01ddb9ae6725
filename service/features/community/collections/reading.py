"""Read operations for collections: one collection, its items, a maker's collections and the caller's own."""

from datetime import datetime
from typing import Final
from uuid import UUID

from service.deps import Deps
from service.features.accounts.makers.reading import maker_id_of, missing_maker
from service.features.community.collections.queries import (
    CollectionRow,
    ItemRow,
    find,
    list_items,
    list_own,
    list_public,
)
from service.features.community.collections.schemas import Collection, Item
from service.http.pagination import NEWEST, PageQuery
from service.http.refs import CollectionRef, MakerRef
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import mapper

_FIRST: Final = (0, UUID(int=0))


async def get_collection(deps: Deps, collection: CollectionRef) -> Collection:
    """Return a collection.

    Only its maker can see a private or removed one.
    """
    return collection_of(await _visible(deps, collection))


async def list_collection_items(deps: Deps, query: PageQuery, collection: CollectionRef) -> Page[Item]:
    """List the items of a collection in their order.

    Projects that you cannot see are omitted.
    """
    found = await _visible(deps, collection)
    scope = f"collections/{found.collection_id}/items"
    page = deps.cursors.page(query, scope, _FIRST)
    rows = await list_items(deps.db, found.collection_id, collection.viewer_id, *page.place)
    return page.of(rows, lambda row: (row.position, row.project_id), item_of)


async def list_maker_collections(deps: Deps, query: PageQuery, maker: MakerRef) -> Page[Collection]:
    """List a maker's public collections, newest first."""
    maker_id = await maker_id_of(deps, maker)
    scope = f"makers/{maker_id}/collections"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_public(deps.db, maker_id, *page.place)
    return page.of(rows, _created, collection_of)


async def list_my_collections(deps: Deps, maker: Principal, query: PageQuery) -> Page[Collection]:
    """List all your collections, newest first."""
    scope = f"me/collections/{maker.maker_id}"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_own(deps.db, maker.maker_id, *page.place)
    return page.of(rows, _created, collection_of)


def _created(row: CollectionRow) -> tuple[datetime, UUID]:
    return row.created_at, row.collection_id


async def _visible(deps: Deps, collection: CollectionRef) -> CollectionRow:
    """Return the collection. Raise Moved if its maker has a new handle, NotFound if the viewer cannot see it."""
    row = await find(deps.db, collection.handle, collection.slug, collection.viewer_id)
    if row is None:
        raise await missing_maker(deps.db, deps, collection)
    return row


collection_of: Final = mapper(CollectionRow, Collection)
item_of: Final = mapper(ItemRow, Item, pinned={"title": "workflow_title", "version": "version_number"})
