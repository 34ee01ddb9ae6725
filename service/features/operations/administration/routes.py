"""Routes of the administration of accounts, with their authentication and rate limits."""

from typing import Final

from service.cache.limits import WRITE
from service.features.operations.administration.accounts import delete_suspension, put_role, put_suspension
from service.http.routing import ADMIN, Route, route

_SMALL: Final = 4096
"""Limit in bytes of a request body that contains a role."""


ROUTES: Final[list[Route]] = [
    route(
        "PUT",
        "/admin/makers/{handle}/role",
        put_role,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        responses={409: "last_admin"},
    ),
    route(
        "PUT",
        "/admin/makers/{handle}/suspension",
        put_suspension,
        auth=ADMIN,
        limit=WRITE,
        responses={409: "last_admin"},
    ),
    route("DELETE", "/admin/makers/{handle}/suspension", delete_suspension, auth=ADMIN, limit=WRITE),
]
