"""Routes of collections with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.community.collections.reading import (
    get_collection,
    list_collection_items,
    list_maker_collections,
    list_my_collections,
)
from service.features.community.collections.writing import (
    SLUG_TAKEN,
    create_collection,
    delete_collection,
    delete_collection_item,
    order_collection,
    put_collection_item,
    update_collection,
)
from service.http.routing import MAKER, OPTIONAL, Route, route

_SMALL: Final = 32 * 1024
_ORDER: Final = 64 * 1024
_ONE: Final = "/collections/{handle}/{slug}"
_ITEM: Final = f"{_ONE}/items/{{owner}}/{{project}}"
_OWNED: Final = {403: "not_yours"}
_CHANGED: Final = _OWNED | {409: "removed"}

ROUTES: Final[list[Route]] = [
    route(
        "POST",
        "/collections",
        create_collection,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        idempotent=True,
        responses={403: "account_inactive", 409: "slug_taken too_many_collections"},
    ),
    route("GET", _ONE, get_collection, auth=OPTIONAL, limit=READ),
    route("PATCH", _ONE, update_collection, auth=MAKER, limit=WRITE, body_limit=_SMALL, responses=_CHANGED),
    route("DELETE", _ONE, delete_collection, auth=MAKER, limit=WRITE, responses=_OWNED),
    route("GET", f"{_ONE}/items", list_collection_items, auth=OPTIONAL, limit=READ),
    route("PATCH", f"{_ONE}/items", order_collection, auth=MAKER, limit=WRITE, body_limit=_ORDER, responses=_CHANGED),
    route(
        "PUT",
        _ITEM,
        put_collection_item,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        responses=_OWNED | {409: "collection_full removed"},
    ),
    route("DELETE", _ITEM, delete_collection_item, auth=MAKER, limit=WRITE, responses=_CHANGED),
    route("GET", "/makers/{handle}/collections", list_maker_collections, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/me/collections", list_my_collections, auth=MAKER, limit=READ),
]

CONSTRAINTS: Final = {"collection_slug_key": SLUG_TAKEN}
