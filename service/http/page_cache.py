"""Shared pages and the requests that end them: what stands between a route and service/cache/page_cache.py."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from service.cache.admission import Mark
from service.cache.page_cache import CachedPage, PageCache
from service.db.errors import DatabaseUnavailable
from service.http.guard import SAFE
from service.http.request import RequestInfo
from service.http.results import Result
from service.http.routing import Route

type Bound = Callable[[RequestInfo], Awaitable[Result]]


def mark(route: Route) -> Mark:
    """What the gate notes of a maker who asks this: that they write, or whether they have written lately."""
    if route.shared:
        return "ask"
    return "none" if route.private or route.method in SAFE else "set"


def kept(call: Bound, pages: PageCache) -> Bound:
    """A shared page: made once for all who ask meanwhile and after."""

    async def make(info: RequestInfo) -> CachedPage:
        answer = await call(info)
        return CachedPage(answer.status, answer.body, answer.headers)

    async def get(info: RequestInfo) -> Result:
        key = f"{info.path}?{info.query_string}" if info.query_string else info.path
        # A process that does not hear of the others' changes cannot show makers their own.
        latest = info.wants_latest or (info.principal is not None and not pages.live)
        page = await pages.get(key, partial(make, info), latest=latest)
        return Result(page.status, page.body, dict(page.headers))

    return get


def ending(call: Bound, pages: PageCache, *, in_transaction: bool) -> Bound:
    """What may change something public: once it is committed, no shared page that was made before counts."""

    async def change(info: RequestInfo) -> Result:
        try:
            answer = await call(info)
        except (DatabaseUnavailable, asyncio.CancelledError):
            pages.invalidate()  # whether it was committed is unknown
            raise
        except Exception:
            if not in_transaction:  # of its own transactions some may have been committed
                pages.invalidate()
            raise
        pages.invalidate()
        return answer

    return change
