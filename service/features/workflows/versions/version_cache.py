"""Cache of version contents. Versions are immutable, so each process reads a content once."""

from typing import Final
from uuid import UUID

import orjson

from service.core.sized_cache import SizedCache
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
        self.cache: SizedCache[UUID, Content] = SizedCache(capacity)

    async def get(self, db: Database, version_id: UUID) -> Content:
        """Return the content of a version. Raises NoRow when the version is deleted."""
        if (found := self.cache.get(version_id)) is not None:
            return found
        row = await find_content(db, version_id)
        if row is None:
            raise NoRow("versions/find_content")
        content = content_of(row.content)
        self.cache.put(version_id, content, len(row.content))
        return content


contents: Final = Contents(CAPACITY)
"""The cache of this process."""
