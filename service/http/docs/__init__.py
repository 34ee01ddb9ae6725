"""Docs page: Swagger UI, bundled so that it works offline. README.md explains how to update it."""

from pathlib import Path
from typing import Annotated, Final

from service.cache.limits import UNLIMITED
from service.http.problem import NotFound
from service.http.results import Raw
from service.http.routing import PUBLIC, route

_FOLDER: Final = Path(__file__).parent
_KINDS: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_HEADERS: Final = {
    # The page loads nothing from other hosts. Swagger UI sets style attributes and uses data: URLs for icons.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_PAGE: Final = Raw((_FOLDER / "index.html").read_bytes(), "text/html; charset=utf-8", headers=_HEADERS)
_ASSETS: Final = {
    path.name: Raw(path.read_bytes(), _KINDS[path.suffix], cache_control="public, max-age=86400", headers=_HEADERS)
    for path in sorted(_FOLDER.iterdir())
    if path.suffix in _KINDS
}


async def docs_page() -> Annotated[Raw, "text/html"]:
    """Show the OpenAPI document as an interactive page."""
    return _PAGE


async def docs_asset(asset: str) -> Raw:
    """Return a style sheet or script of the docs page."""
    found = _ASSETS.get(asset)
    if found is None:
        raise NotFound
    return found


ROUTES = [
    route("GET", "/docs", docs_page, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/docs/{asset}", docs_asset, auth=PUBLIC, limit=UNLIMITED),
]
