"""Access checks for stars and follows, and the problems they raise."""

from typing import Final

from service.db.pool import Db
from service.deps import Deps
from service.features.community.discovery.queries import MarkedRow
from service.features.projects.projects.domain import why_not
from service.features.projects.projects.queries import find_address
from service.http.problem import Conflict, Forbidden, Moved, NotFound, Problem
from service.http.request import Principal

STAR: Final = "/api/v1/projects/{}/{}/star"
FOLLOW: Final = "/api/v1/me/follows/project/{}/{}"


async def marked(
    db: Db, deps: Deps, maker: Principal, handle: str, slug: str, row: MarkedRow | None, place: str
) -> MarkedRow:
    """Return the project that the insert starred or followed at `place`.

    Raise Moved if the project has a new address, NotFound if the maker cannot see it, and Conflict if it was removed.
    Raise Forbidden if the maker's account became inactive during the request.
    """
    if row is None:
        raise await lost(db, deps, maker, handle, slug, place)
    if row.status == "removed":
        refused = why_not(row.status)
        raise Conflict(refused.code, str(refused))
    refuse_inactive(is_active=row.is_active)
    return row


async def lost(db: Db, deps: Deps, maker: Principal, handle: str, slug: str, place: str) -> Problem:
    """Return the problem for a missing project: Moved if the maker can see it at a new address, else NotFound."""
    found = await find_address(db, handle, slug, maker.maker_id, deps.clock())
    if found is not None and (found.handle, found.slug) != (handle, slug):
        return Moved(place.format(found.handle, found.slug))
    return NotFound()


def refuse_inactive(*, is_active: bool) -> None:
    """Raise Forbidden if the maker's account became inactive during the request."""
    if not is_active:
        raise Forbidden("account_inactive", "This account cannot star or follow just now.")
