"""Access checks for stars and follows, and the problems they raise."""

from service.db.pool import Db
from service.deps import Deps
from service.features.community.discovery.queries import MarkedRow
from service.features.projects.projects.domain import why_not
from service.features.projects.projects.reading import missing
from service.http.problem import Conflict, Forbidden
from service.http.refs import ProjectRef


async def marked(db: Db, deps: Deps, project: ProjectRef, row: MarkedRow | None) -> MarkedRow:
    """Return the project that the insert starred or followed.

    Raise Moved if the project has a new address, NotFound if the maker cannot see it, and Conflict if it was removed.
    Raise Forbidden if the maker's account became inactive during the request.
    """
    if row is None:
        raise await missing(db, deps, project)
    if row.status == "removed":
        refused = why_not(row.status)
        raise Conflict(refused.code, str(refused))
    refuse_inactive(is_active=row.is_active)
    return row


def refuse_inactive(*, is_active: bool) -> None:
    """Raise Forbidden if the maker's account became inactive during the request."""
    if not is_active:
        raise Forbidden("account_inactive", "This account can't star or follow. It is suspended or not active.")
