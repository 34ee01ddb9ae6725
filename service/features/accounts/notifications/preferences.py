"""What a maker wants to hear of, and whether by mail too."""

from typing import cast

from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.notifications.domain import KINDS, next_digest
from service.features.accounts.notifications.queries import (
    PreferenceRow,
    find_preference,
    insert_preference,
    lock_preference,
    update_preference,
)
from service.features.accounts.notifications.schemas import Digest, NewPreferences, NotificationPreferences
from service.http.etags import IfMatch
from service.http.problem import FieldError, Unprocessable
from service.http.request import Principal

_UNSAID = PreferenceRow([], [], "off", None, 1)


async def get_notification_preferences(deps: Deps, maker: Principal) -> NotificationPreferences:
    """What you hear of. Until you say otherwise that is everything on the site, and nothing by mail."""
    return preferences_of(await find_preference(deps.db, maker.maker_id) or _UNSAID)


async def set_notification_preferences(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, body: NewPreferences
) -> NotificationPreferences:
    """Says what you want to hear of from now on. The first digest comes a day, or a week, after you ask for it."""
    errors = [
        FieldError(f"/mail/{place}", "not_on_site", "A digest gathers what waits on the site: name it there too.")
        for place, kind in enumerate(body.mail)
        if kind not in body.site
    ]
    if errors:
        raise Unprocessable(errors)
    await insert_preference(tx, maker.maker_id)
    row = await lock_preference(tx, maker.maker_id)
    if_match.check(row.version)
    muted = [kind for kind in KINDS if kind not in body.site]
    unmailed = [kind for kind in KINDS if kind not in body.mail]
    now = deps.clock()
    digest_at = row.digest_at if body.digest == row.digest else next_digest(body.digest, now, now)
    await update_preference(tx, maker.maker_id, list(muted), list(unmailed), body.digest, digest_at)
    return preferences_of(await lock_preference(tx, maker.maker_id))


def preferences_of(row: PreferenceRow) -> NotificationPreferences:
    site = [kind for kind in KINDS if kind not in row.muted]
    mail = [kind for kind in site if kind not in row.unmailed]
    return NotificationPreferences(site, mail, cast("Digest", row.digest), row.version)
