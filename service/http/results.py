"""Return types of handlers, and the response that each becomes before it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from service.http.etags import etag
from service.http.schema.output import Output

if TYPE_CHECKING:
    from service.http.request import RequestInfo
    from service.http.transport.stream import Stream as OpenStream

EVENTS: Final = "text/event-stream"


type BoundHandler = Callable[[RequestInfo], Awaitable[Result]]
"""A handler that is bound to its dependencies at startup."""


@frozen
class Created[T]:
    """201 with the new resource; `location` is its path below API_PATH."""

    value: T
    location: str


@frozen
class Existing[T]:
    """200 instead of 201: the resource exists already, at `location`. Annotate `-> Created[T] | Existing[T]`."""

    value: T
    location: str


@frozen
class Accepted[T]:
    """202: the request is accepted and processed later."""

    value: T


@frozen
class NoContent:
    """204 without a body."""


class Page[T](Output):
    """200 with one page of a list. `next_cursor` is None on the last page."""

    data: list[T]
    next_cursor: str | None


@frozen
class Raw:
    """Body that is not the JSON of a wire type (the docs page, the OpenAPI document)."""

    body: bytes
    content_type: str
    status: int = 200
    cache_control: str = "public, no-cache"
    headers: Mapping[str, str] = field(factory=dict)

    @cached_property
    def etag(self) -> str:
        """Return the ETag. It is computed once, because the bodies are large and served often."""
        return etag(self.body)


@frozen
class Stream:
    """200 with an unlimited stream of events (`text/event-stream`). `opened` gets the stream after its head is sent."""

    opened: "Callable[[OpenStream], None]"


class Result:
    """Response that is ready to be sent, saved or compared: status, body and headers."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.status = status
        self.body = body
        self.headers = headers


class StreamResult(Result):
    """Response that starts a stream. It has no body to save or compare."""

    __slots__ = ("stream",)

    def __init__(self, stream: Stream) -> None:
        # Without X-Accel-Buffering, nginx holds events back until its buffer is full.
        headers = {"Content-Type": EVENTS, "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(200, b"", headers)
        self.stream = stream
