"""Unversioned operational routes: index, liveness, readiness and the OpenAPI document."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from attrs import frozen

from service.cache.limits import UNLIMITED
from service.core.config import API_PATH
from service.http.problem import Unavailable
from service.http.results import Raw
from service.http.routing import PUBLIC, route


@frozen
class Operations:
    """Functions of the process that these routes call. `document` builds and hashes the OpenAPI document once, on first
    use."""

    find_trouble: Callable[[], Awaitable[str | None]]
    is_draining: Callable[[], bool]
    document: Callable[[], Raw]


@frozen
class Health:
    """Health of the process. An unhealthy process responds with 503."""

    status: Literal["ok"]


@frozen
class Index:
    """Paths of the API and its documentation on this host."""

    api: str
    docs: str
    openapi: str


async def index() -> Index:
    """Return the paths of the API and its documentation."""
    return Index(api=API_PATH, docs="/docs", openapi="/openapi.json")


async def livez() -> Health:
    """Report that the process is alive.

    The check calls no other service.
    """
    return Health("ok")


async def readyz(deps: Operations) -> Health:
    """Report whether this process is ready for requests.

    A process that is not ready responds with 503 and the reason. A ready process is not draining. Its database
    responds, accepts writes and has a recent enough schema, and the clocks agree. Redis is not checked, because reads
    work without it.
    """
    if deps.is_draining():
        raise Unavailable("The process is shutting down.")
    if (trouble := await deps.find_trouble()) is not None:
        raise Unavailable(trouble, retry_after=5)
    return Health("ok")


async def openapi_document(deps: Operations) -> Annotated[Raw, "application/json"]:
    """Return this OpenAPI document."""
    return deps.document()


ROUTES = [
    route("GET", "/", index, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/livez", livez, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/readyz", readyz, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/openapi.json", openapi_document, auth=PUBLIC, limit=UNLIMITED),
]
