"""Background job that builds the sitemap of public content (https://www.sitemaps.org)."""

import asyncio
import gzip
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

from service.db.pool import Db
from service.features.community.sitemap.queries import (
    PortionRow,
    delete_files,
    list_collections,
    list_files,
    list_makers,
    list_projects,
    list_tags,
    list_tools,
    list_workflows,
    put_file,
)
from service.jobs.context import JobContext, Periodic
from service.jobs.outbox import enqueue

BUILD: Final = "sitemap.build"

URLS: Final = 50_000
"""Maximum number of addresses per file; the limit of sitemaps.org."""
BUILD_SECONDS: Final = 10.0
"""Time in seconds after which another job continues."""

_FIRST_ID: Final = "00000000-0000-0000-0000-000000000000"
_KINDS: Final[Mapping[str, tuple[Callable[[Db, str, str, int], Awaitable[PortionRow]], str]]] = {
    "makers": (list_makers, _FIRST_ID),
    "projects": (list_projects, _FIRST_ID),
    "workflows": (list_workflows, _FIRST_ID),
    "collections": (list_collections, _FIRST_ID),
    "tags": (list_tags, ""),
    "tools": (list_tools, ""),
}
"""Query of each kind and the start key before its first address."""


async def build(job: JobContext, payload: dict[str, Any]) -> None:
    """Build all files, one transaction each. After BUILD_SECONDS, enqueue a job that continues with the next file."""
    until = time.monotonic() + BUILD_SECONDS
    kinds = list(_KINDS)
    kind = payload.get("kind", kinds[0])
    number, after = payload.get("number", 1), payload.get("after", _KINDS[kind][1])
    while True:
        last = await _build_file(job, kind, number, after)
        if last is not None:
            number, after = number + 1, last
        else:
            await _delete_from(job, kind, number)
            if kind == kinds[-1]:
                return
            kind = kinds[kinds.index(kind) + 1]
            number, after = 1, _KINDS[kind][1]
        if time.monotonic() > until:
            rest = {"kind": kind, "number": number, "after": after}
            async with job.db.transaction() as tx:
                await enqueue(tx, BUILD, rest, dedupe_key=f"{BUILD}:{kind}:{number}")
            return


async def _build_file(job: JobContext, kind: str, number: int, after: str) -> str | None:
    """Build one file and return the key of its last address. Return None if no address is left."""
    read, _ = _KINDS[kind]
    portion = await read(job.db, escape(job.config.web_url), after, URLS)
    if portion.last is None or portion.lines is None:
        return None
    body = await asyncio.to_thread(_compress, portion.lines)
    await put_file(job.db, f"{kind}-{number}", portion.urls, body, job.clock())
    return portion.last


async def _delete_from(job: JobContext, kind: str, number: int) -> None:
    """Delete the files of a kind from `number` on. They are left over if the number of addresses has shrunk."""
    parts = [(row.name, *row.name.rsplit("-", 1)) for row in await list_files(job.db)]
    if surplus := [name for name, of, at in parts if of == kind and int(at) >= number]:
        await delete_files(job.db, surplus)


def _compress(lines: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return gzip.compress(f"{head}{lines}\n</urlset>\n".encode(), mtime=0)


PERIODIC: Final[Periodic] = {BUILD: (3600, build)}
