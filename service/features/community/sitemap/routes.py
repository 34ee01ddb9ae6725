"""Routes of the sitemap."""

from typing import Final

from service.cache.limits import READ
from service.features.community.sitemap.reading import get_sitemap_file, list_sitemap_files
from service.http.routing import OPTIONAL, Route, route

ROUTES: Final[list[Route]] = [
    route("GET", "/sitemap", list_sitemap_files, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/sitemap/{name}", get_sitemap_file, auth=OPTIONAL, limit=READ),
]
