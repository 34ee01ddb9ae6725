"""Notification settings of a maker."""

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
    """Return your notification settings.

    By default, all kinds are shown on the site and no digest is sent.
    """
    return preferences_of(await find_preference(deps.db, maker.maker_id) or _UNSAID)


async def set_notification_preferences(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, body: NewPreferences
) -> NotificationPreferences:
    """Replace your notification settings.

    The settings apply to future notifications. The first digest is due a day or a week after you turn digests on.
    """
    errors = [
        FieldError(
            f"/mail/{place}",
            "not_on_site",
            "A digest contains only kinds that are also enabled on the site. Add this kind to `site`.",
        )
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
