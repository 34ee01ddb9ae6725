"""Handler of the notification stream."""

import re
from typing import Final

from service.deps import Deps
from service.http.problem import BadRequest
from service.http.request import Principal, RequestInfo
from service.http.results import Stream

_NUMBER: Final = re.compile(r"[0-9]{0,18}")


async def stream_notifications(deps: Deps, maker: Principal, info: RequestInfo) -> Stream:
    """Stream your notifications as Server-Sent Events.

    A `notification` event carries one notification, with its `seq` as the event id. An `unread` event carries the
    unread count, at the start and after every change. A `closed` event gives the reason for the end: `restart`
    (reconnect) or `session_ended` (log in again).

    With `Last-Event-ID`, the stream first sends all kept notifications after that id; without it, only `unread`.
    Comments every 15 seconds keep the connection open. A slow client is disconnected. It misses nothing when it
    reconnects with `Last-Event-ID`. The response is 429 `too_many_streams` when you or your address have reached the
    limit of open streams.
    """
    return deps.broadcaster.stream(maker.maker_id, maker.session_id, _last(info.raw.headers.get("Last-Event-ID", "")))


def _last(header: str) -> int | None:
    header = header.strip()
    if not _NUMBER.fullmatch(header):
        raise BadRequest("invalid_last_event_id", "Last-Event-ID must be an id from this stream.")
    return int(header) if header else None
