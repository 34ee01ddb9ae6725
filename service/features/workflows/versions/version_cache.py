"""Cache of version documents. Versions are immutable, so each process reads a document once."""

from typing import Final
from uuid import UUID

import orjson

from service.core.sized_cache import SizedCache
from service.db.errors import NoRow
from service.db.pool import Database
from service.features.workflows.documents.document import Document, canonical, read_document
from service.features.workflows.versions.queries import find_content
from service.http.schema.fields import SAFE_INTEGER

CAPACITY: Final = 4_000_000
"""Characters of JSON. A full cache takes about 30 MB of objects."""


def content_of(stored: str) -> Document:
    """Parse a stored document.

    PostgreSQL expands exponents, so 1e16 comes back as an integer. Restore a float for integers beyond SAFE_INTEGER.
    """
    read = orjson.loads(stored)
    for step in read["steps"]:
        for name, value in step["parameters"].items():
            if type(value) is int and abs(value) > SAFE_INTEGER:
                step["parameters"][name] = float(value)
    return read_document(read)


def stored_of(content: Document) -> str:
    """Return the JSON text to store for a document."""
    return canonical(content).decode()


class VersionCache:
    """LRU cache of documents by version id. Callers check access before each call."""

    def __init__(self, capacity: int) -> None:
        self.cache: SizedCache[UUID, Document] = SizedCache(capacity)

    async def get(self, db: Database, version_id: UUID) -> Document:
        """Return the document of a version. Raises NoRow when the version is deleted."""
        if (found := self.cache.get(version_id)) is not None:
            return found
        row = await find_content(db, version_id)
        if row is None:
            raise NoRow("versions/find_content")
        content = content_of(row.content)
        self.cache.put(version_id, content, len(row.content))
        return content


version_cache: Final = VersionCache(CAPACITY)
"""The cache of this process."""
