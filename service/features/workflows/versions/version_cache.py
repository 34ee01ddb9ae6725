"""Cache of version contents. Versions are immutable, so each process reads a content once."""

from collections import OrderedDict
from typing import Final
from uuid import UUID

import orjson

from service.db.errors import NoRow
from service.db.pool import Database
from service.features.workflows.documents.document import Content, canonical, read_content
from service.features.workflows.versions.queries import find_content
from service.http.schema.fields import SAFE_INTEGER

CAPACITY: Final = 4_000_000
"""Characters of JSON. A full cache takes about 30 MB of objects."""


def content_of(stored: str) -> Content:
    """Parse a stored content.

    PostgreSQL expands exponents, so 1e16 comes back as an integer. Restore a float for integers beyond SAFE_INTEGER.
    """
    read = orjson.loads(stored)
    for step in read["steps"]:
        for name, value in step["parameters"].items():
            if type(value) is int and abs(value) > SAFE_INTEGER:
                step["parameters"][name] = float(value)
    return read_content(read)


def stored_of(content: Content) -> str:
    """Return the JSON text to store for a content."""
    return canonical(content).decode()


class Contents:
    """LRU cache of contents by version id. Callers check access before each call."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._used = 0
        self._kept: OrderedDict[UUID, tuple[Content, int]] = OrderedDict()

    async def get(self, db: Database, version_id: UUID) -> Content:
        """Return the content of a version. Raises NoRow when the version is deleted."""
        found = self._kept.get(version_id)
        if found is not None:
            self._kept.move_to_end(version_id)
            return found[0]
        row = await find_content(db, version_id)
        if row is None:
            raise NoRow("workflows/find_content")
        content = content_of(row.content)
        self._keep(version_id, content, len(row.content))
        return content

    def _keep(self, version_id: UUID, content: Content, size: int) -> None:
        if version_id in self._kept or size > self._capacity:
            return
        self._kept[version_id] = content, size
        self._used += size
        while self._used > self._capacity:
            _, (_, freed) = self._kept.popitem(last=False)
            self._used -= freed


contents: Final = Contents(CAPACITY)
"""The cache of this process."""
