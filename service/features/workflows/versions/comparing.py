"""Comparisons of two contents, computed in a separate thread and cached as JSON."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from service.core.compute import QueueFull
from service.deps import Deps
from service.features.workflows.documents.diff import ContentDiff, diff
from service.features.workflows.documents.document import Content
from service.features.workflows.versions.queries import VersionRow
from service.features.workflows.versions.version_cache import contents
from service.http.problem import Unavailable
from service.http.request import Principal, RequestInfo, limit_key
from service.http.schema.wire import writer

CAPACITY: Final = 8_000_000
"""Bytes of JSON that the cache of one process holds."""
LARGEST: Final = CAPACITY // 4
_OVERHEAD: Final = 300
"""Bytes that an entry takes in addition to its JSON."""

type Hashes = tuple[bytes, bytes]

_write: Final = writer(ContentDiff)


class Comparisons:
    """LRU cache of diffs as JSON, keyed by the content hashes of both sides.

    Entries never expire, because equal hashes give equal diffs. Only code on the event loop uses it.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[Hashes, bytes] = OrderedDict()
        self.bytes_held = 0
        self.made = 0

    def get(self, hashes: Hashes) -> bytes | None:
        """Return the JSON of a cached diff."""
        found = self._kept.get(hashes)
        if found is not None:
            self._kept.move_to_end(hashes)
        return found

    def keep(self, hashes: Hashes, json: bytes) -> None:
        """Cache the JSON of a diff. Ignores JSON larger than LARGEST."""
        self.made += 1
        if hashes in self._kept or len(json) > LARGEST:
            return
        self._kept[hashes] = json
        self.bytes_held += len(json) + _OVERHEAD
        while self.bytes_held > self._capacity:
            _, dropped = self._kept.popitem(last=False)
            self.bytes_held -= len(dropped) + _OVERHEAD


comparisons: Final = Comparisons()
"""The cache of this process."""


async def compare(
    deps: Deps, request: RequestInfo, viewer: Principal | None, old: VersionRow, new: VersionRow
) -> bytes:
    """Return the JSON of the ContentDiff of two versions. Raises Unavailable when the queue is full."""
    hashes = old.content_hash, new.content_hash
    if (kept := comparisons.get(hashes)) is not None:
        return kept
    one, other = await contents.get(deps.db, old.version_id), await contents.get(deps.db, new.version_id)
    json = await computed(deps, request, viewer, lambda: comparisons.get(hashes) or _compared(one, other))
    comparisons.keep(hashes, json)
    return json


async def computed[T](deps: Deps, request: RequestInfo, viewer: Principal | None, work: Callable[[], T]) -> T:
    """Run `work` in the thread for CPU-heavy work and return its result. Raises Unavailable when the queue is full."""
    client = limit_key(request.address) if viewer is None else str(viewer.maker_id)
    try:
        return await deps.compute.run(client, work)
    except QueueFull:
        raise Unavailable("Too many comparisons are waiting. Try again in a moment.", retry_after=2) from None


def _compared(old: Content, new: Content) -> bytes:
    return _write(diff(old, new))
