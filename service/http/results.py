"""What a handler's return annotation can say, and the plain form every answer takes before it is sent."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from service.http.etags import etag

if TYPE_CHECKING:
    from service.http.transport.stream import Stream as OpenStream

EVENTS: Final = "text/event-stream"


@frozen
class Created[T]:
    """201 with the new resource; `location` is its path in this API."""

    value: T
    location: str


@frozen
class Existing[T]:
    """200 in place of 201: what was to be made is there already, at `location`. Beside Created: `-> Created[T] |
    Existing[T]`."""

    value: T
    location: str


@frozen
class Accepted[T]:
    """202: noted, and done later."""

    value: T


@frozen
class Written[T]:
    """200 with a T that is JSON already: written from its row, without the objects between that cost more than the rest
    of the answer. `version` is that of T, where it has one."""

    body: bytes
    version: int | None = None


@frozen
class NoContent:
    """204."""


@frozen
class Page[T]:
    """200 with one page of a list; `next_cursor` is None on the last."""

    data: list[T]
    next_cursor: str | None


@frozen
class Raw:
    """A body that is not JSON of a wire type (the docs page, the OpenAPI document)."""

    body: bytes
    content_type: str
    status: int = 200
    cache_control: str = "public, no-cache"
    headers: Mapping[str, str] = field(factory=dict)

    @cached_property
    def etag(self) -> str:
        """Hashed once: the documents that are served again and again are large."""
        return etag(self.body)


@frozen
class Stream:
    """200 with events that do not end (`text/event-stream`). `opened` gets the stream once its head is on the way."""

    opened: "Callable[[OpenStream], None]"


class Result:
    """Status, body and headers, ready to be sent, saved or compared."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.status = status
        self.body = body
        self.headers = headers


class StreamResult(Result):
    """An answer that goes on. It has no body to be saved or compared."""

    __slots__ = ("stream",)

    def __init__(self, stream: Stream) -> None:
        # The second is for nginx, which would otherwise keep events until it has a buffer full of them.
        headers = {"Content-Type": EVENTS, "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(200, b"", headers)
        self.stream = stream
