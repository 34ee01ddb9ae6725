"""Routes of notifications, with their auth and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.accounts.notifications.preferences import (
    get_notification_preferences,
    set_notification_preferences,
)
from service.features.accounts.notifications.reading import count_unread, list_notifications, mark_notifications_read
from service.features.accounts.notifications.stream import stream_notifications
from service.http.routing import MAKER, Route, route

_SMALL: Final = 16 * 1024

ROUTES: Final[list[Route]] = [
    route("GET", "/notifications", list_notifications, auth=MAKER, limit=READ),
    route("GET", "/notifications/unread", count_unread, auth=MAKER, limit=READ),
    route(
        "GET",
        "/notifications/stream",
        stream_notifications,
        auth=MAKER,
        limit=READ,
        responses={400: "invalid_last_event_id"},
    ),
    route(
        "POST",
        "/notifications/read",
        mark_notifications_read,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        private=True,
    ),
    route("GET", "/notifications/preferences", get_notification_preferences, auth=MAKER, limit=READ),
    route(
        "PUT",
        "/notifications/preferences",
        set_notification_preferences,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        private=True,
    ),
]
