"""Comparisons of two documents, computed in a separate thread and cached as JSON."""

from collections.abc import Callable
from typing import Final

from msgspec import Raw

from service.core.compute import QueueFull
from service.core.sized_cache import SizedCache
from service.deps import Deps
from service.features.workflows.documents.diff import diff
from service.features.workflows.documents.document import Document
from service.features.workflows.versions.queries import VersionRow
from service.features.workflows.versions.version_cache import version_cache
from service.http.problem import Unavailable
from service.http.request import RequestInfo, limit_key
from service.http.schema.output import encode

CAPACITY: Final = 8_000_000
"""Bytes of JSON that the cache of one process holds."""
LARGEST: Final = CAPACITY // 4
_OVERHEAD: Final = 300
"""Bytes that an entry takes in addition to its JSON."""

type Hashes = tuple[bytes, bytes]

comparisons: Final[SizedCache[Hashes, bytes]] = SizedCache(CAPACITY, LARGEST)
"""Diffs as JSON, by the document hashes of both sides. Equal hashes give equal diffs, so entries never expire."""


async def compare(deps: Deps, request: RequestInfo, old: VersionRow, new: VersionRow) -> Raw:
    """Return the JSON of the DocumentDiff of two versions. Raises Unavailable when the queue is full."""
    hashes = old.content_hash, new.content_hash
    if (kept := comparisons.get(hashes)) is not None:
        return Raw(kept)
    one, other = await version_cache.get(deps.db, old.version_id), await version_cache.get(deps.db, new.version_id)
    json = await computed(deps, request, lambda: comparisons.peek(hashes) or _compared(one, other))
    comparisons.put(hashes, json, len(json) + _OVERHEAD)
    return Raw(json)


async def computed[T](deps: Deps, request: RequestInfo, work: Callable[[], T]) -> T:
    """Run `work` in the thread for CPU-heavy work and return its result. Raises Unavailable when the queue is full."""
    client = limit_key(request.address) if request.principal is None else str(request.principal.maker_id)
    try:
        return await deps.compute.run(client, work)
    except QueueFull:
        raise Unavailable("Too many comparisons are running. Try again.", retry_after=2) from None


def _compared(old: Document, new: Document) -> bytes:
    return encode(diff(old, new))
