"""Read operations for the sitemap."""

from typing import Final

from service.deps import Deps
from service.features.community.sitemap.queries import FileRow, get_file, list_files
from service.features.community.sitemap.schemas import SitemapFile
from service.http.results import Page, Raw
from service.http.schema.mapper import mapper


async def list_sitemap_files(deps: Deps) -> Page[SitemapFile]:
    """List the files of the sitemap.

    The web application builds the sitemap index from them.
    """
    return Page([_file_of(row) for row in await list_files(deps.db)], None)


async def get_sitemap_file(deps: Deps, name: str) -> Raw:
    """Return one file of the sitemap.

    The file is gzip-compressed XML with at most 50,000 addresses.
    """
    body = await get_file(deps.db, name)
    return Raw(body, "application/gzip", cache_control="public, max-age=3600")


_file_of: Final = mapper(FileRow, SitemapFile)
