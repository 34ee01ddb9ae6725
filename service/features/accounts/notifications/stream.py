"""The stream of notifications: who opens one, and where it goes on."""

import re
from typing import Final

from service.deps import Deps
from service.http.problem import BadRequest
from service.http.request import Principal, RequestInfo
from service.http.results import Stream

_NUMBER: Final = re.compile(r"[0-9]{0,18}")


async def stream_notifications(deps: Deps, maker: Principal, info: RequestInfo) -> Stream:
    """Notifications as they come: Server-Sent Events that do not end.

    `notification` carries one, with its `seq` as the event's id; `unread` says how many wait, first of all and whenever
    that changes; `closed` says why the stream ends: `restart` (come back) or `session_ended` (log in again). With
    `Last-Event-ID` everything that came after it and is still kept comes first, without it only `unread`. Comments
    every 15 seconds keep it open. A reader that does not keep up is cut off, and loses nothing when it comes back with
    `Last-Event-ID`. 429 `too_many_streams` when you, or your address, have as many open as are allowed.
    """
    return deps.broadcaster.stream(maker.maker_id, maker.session_id, _last(info.raw.headers.get("Last-Event-ID", "")))


def _last(header: str) -> int | None:
    header = header.strip()
    if not _NUMBER.fullmatch(header):
        raise BadRequest("invalid_last_event_id", "Last-Event-ID must be an id that this stream gave.")
    return int(header) if header else None
