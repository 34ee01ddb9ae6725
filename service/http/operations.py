"""Routes for operators and machines, outside the API's version: is it alive, is it ready."""

from collections.abc import Awaitable, Callable
from typing import Literal

from attrs import frozen

from service.cache.limits import UNLIMITED
from service.db.pool import Database
from service.http.problem import Unavailable
from service.http.routing import PUBLIC, Route, route


@frozen
class Health:
    """`ok` is all there is to say; what is not answers 503."""

    status: Literal["ok"]


def routes(
    db: Database, schema_is_current: Callable[[Database], Awaitable[bool]], is_draining: Callable[[], bool]
) -> list[Route]:
    """livez asks nothing. readyz asks PostgreSQL and its schema version, and not Redis, without which reads go on."""

    async def livez() -> Health:
        """Whether the process answers at all."""
        return Health("ok")

    async def readyz() -> Health:
        """Whether this process should get requests: the database answers, its schema is new enough, and the process
        is not on its way out."""
        if is_draining():
            raise Unavailable("The process is draining.")
        if not await schema_is_current(db):
            raise Unavailable("The database lacks migrations.", retry_after=5)
        return Health("ok")

    return [
        route("GET", "/livez", livez, auth=PUBLIC, limit=UNLIMITED),
        route("GET", "/readyz", readyz, auth=PUBLIC, limit=UNLIMITED, responses={503: "unavailable"}),
    ]
