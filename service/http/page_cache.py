"""Page cache for routes: cached reads, and writes that invalidate the cache (service/cache/page_cache.py)."""

import asyncio
from functools import partial

from service.cache.admission import Mark
from service.cache.page_cache import CachedPage, PageCache
from service.db.errors import DatabaseUnavailable
from service.http.guard import SAFE
from service.http.request import RequestInfo
from service.http.results import BoundHandler, Result
from service.http.routing import Route


def mark(route: Route) -> Mark:
    """Return the write mark of a route's admission check.

    "set" records that the maker writes; "ask" looks up whether the maker has written recently.
    """
    if route.shared:
        return "ask"
    return "none" if route.private or route.method in SAFE else "set"


def kept(call: BoundHandler, pages: PageCache) -> BoundHandler:
    """Serve a route from the page cache; concurrent and later requests share one response."""

    async def make(info: RequestInfo) -> CachedPage:
        result = await call(info)
        return CachedPage(result.status, result.body, result.headers)

    async def get(info: RequestInfo) -> Result:
        key = f"{info.path}?{info.query_string}" if info.query_string else info.path
        # Without invalidations from other processes, a cached page may lack the maker's own changes.
        latest = info.wants_latest or (info.principal is not None and not pages.live)
        page = await pages.get(key, partial(make, info), latest=latest)
        return Result(page.status, page.body, dict(page.headers))

    return get


def ending(call: BoundHandler, pages: PageCache, *, in_transaction: bool) -> BoundHandler:
    """Invalidate the page cache after each call that may have changed public data."""

    async def change(info: RequestInfo) -> Result:
        try:
            result = await call(info)
        except (DatabaseUnavailable, asyncio.CancelledError):
            pages.invalidate()  # the transaction may have committed
            raise
        except Exception:
            if not in_transaction:  # the handler may have committed transactions of its own
                pages.invalidate()
            raise
        pages.invalidate()
        return result

    return change
