"""Routes for operators and machines, outside the API's version: is it alive, is it ready, what can it do."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from attrs import frozen

from service.cache.limits import UNLIMITED
from service.http.problem import Unavailable
from service.http.results import Raw
from service.http.routing import PUBLIC, route


@frozen
class Operations:
    """What these routes ask of the process. `document` is the OpenAPI document, made when it is first asked for, and
    hashed once."""

    find_trouble: Callable[[], Awaitable[str | None]]
    is_draining: Callable[[], bool]
    document: Callable[[], Raw]


@frozen
class Health:
    """`ok` is all there is to say; what is not answers 503."""

    status: Literal["ok"]


@frozen
class Index:
    """Where to go from here: paths on this host."""

    api: str
    docs: str
    openapi: str


async def index() -> Index:
    """Where the API and its documents are."""
    return Index(api="/api/v1", docs="/docs", openapi="/openapi.json")


async def livez() -> Health:
    """Whether the process answers at all. Asks nothing of anybody."""
    return Health("ok")


async def readyz(deps: Operations) -> Health:
    """Whether this process should get requests; otherwise 503 with the reason.

    The database answers, accepts writes and has a schema that is new enough, the clocks agree, and the process is not
    draining. Redis is not asked: reads go on without it.
    """
    if deps.is_draining():
        raise Unavailable("The process is draining.")
    if (trouble := await deps.find_trouble()) is not None:
        raise Unavailable(trouble, retry_after=5)
    return Health("ok")


async def openapi_document(deps: Operations) -> Annotated[Raw, "application/json"]:
    """This document."""
    return deps.document()


ROUTES = [
    route("GET", "/", index, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/livez", livez, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/readyz", readyz, auth=PUBLIC, limit=UNLIMITED),
    route("GET", "/openapi.json", openapi_document, auth=PUBLIC, limit=UNLIMITED),
]
