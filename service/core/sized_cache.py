"""LRU cache with a bounded total size, for immutable values."""

from collections import OrderedDict


class SizedCache[K, V]:
    """LRU cache whose values together have at most `capacity` size units. Values above `largest` are not cached.

    It is not thread-safe, except `peek`.
    """

    def __init__(self, capacity: int, largest: int | None = None) -> None:
        self._capacity = capacity
        self._largest = capacity if largest is None else largest
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.size = 0
        self.puts = 0
        """Calls of `put`, also for values that were not cached."""

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """Return a cached value and mark it as used."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def peek(self, key: K) -> V | None:
        """Return a cached value without marking it as used, from any thread."""
        entry = self._entries.get(key)
        return None if entry is None else entry[0]

    def put(self, key: K, value: V, size: int) -> None:
        """Cache a value, and evict the least recently used values beyond the capacity."""
        self.puts += 1
        if key in self._entries or size > self._largest:
            return
        self._entries[key] = value, size
        self.size += size
        while self.size > self._capacity:
            _, (_, freed) = self._entries.popitem(last=False)
            self.size -= freed
