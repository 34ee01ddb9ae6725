"""Keyset pagination with signed cursors.

A cursor is the position at which a page ended. Its signature covers the sort key, the id and the filters.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import orjson
from attrs import frozen

from service.http.problem import BadRequest
from service.http.results import Page
from service.http.schema.fields import integer, text
from service.security.keyring import KeyRing

LAST_ID: Final = UUID(int=2**128 - 1)
"""Largest UUID; no id sorts after it."""
NEWEST: Final = (datetime(9999, 12, 31, tzinfo=UTC), LAST_ID)
"""Position before the first row of a newest-first list: later than every time and id."""

_SIGNATURE = 16
_PURPOSE = "cursor"
_READ: dict[type, Callable[[Any], Any]] = {
    datetime: datetime.fromisoformat,
    UUID: UUID,
    int: int,
    float: float,
    str: str,
}


@frozen(kw_only=True)
class PageQuery:
    """Query parameters of a list."""

    limit: int = integer(min=1, max=100, default=20, description="Maximum number of items on the page.")
    cursor: str | None = text(max=1000, default=None, description="The `next_cursor` of the previous page.")


class Cursors:
    """Encoder and decoder of cursors."""

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    def encode(self, scope: str, position: Sequence[Any]) -> str:
        """Return a cursor for `position`. `scope` names the list and its filters; the cursor is valid only for them."""
        payload = orjson.dumps([_plain(value) for value in position])
        return urlsafe_b64encode(self._sign(scope, payload) + payload).rstrip(b"=").decode()

    def decode(self, scope: str, cursor: str | None, kinds: Sequence[type]) -> tuple[Any, ...] | None:
        """Return the position, or None for the first page. Raise 400 for an altered cursor or another scope's."""
        if cursor is None:
            return None
        try:
            data = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            signature, payload = data[:_SIGNATURE], data[_SIGNATURE:]
            if self._keyring.verify(_PURPOSE, _message(scope, payload), signature, length=_SIGNATURE):
                values = orjson.loads(payload)
                return tuple(_READ[kind](value) for kind, value in zip(kinds, values, strict=True))
        except (Base64Error, ValueError, TypeError):
            pass
        raise BadRequest(
            "invalid_cursor",
            "Invalid cursor for this list and these filters. Start at the first page.",
        )

    def page(self, query: PageQuery, scope: str, first: Sequence[Any]) -> "PageRequest":
        """Return the requested page of a list. `first` is the position before the first row. Raises like `decode`."""
        position = self.decode(scope, query.cursor, [type(value) for value in first]) or first
        return PageRequest(self, scope, query.limit, (*position, query.limit + 1))

    def _sign(self, scope: str, payload: bytes) -> bytes:
        return self._keyring.sign(_PURPOSE, _message(scope, payload))[:_SIGNATURE]


@frozen
class PageRequest:
    """Requested page of a list. `place` holds the last arguments of its query: the position, and `limit` + 1."""

    cursors: Cursors
    scope: str
    limit: int
    place: tuple[Any, ...]

    def of[R, T](self, rows: Sequence[R], key: Callable[[R], Sequence[Any]], wire: Callable[[R], T]) -> Page[T]:
        """Return the page with the first `limit` rows. An extra row means that there is a next page."""
        kept = rows[: self.limit]
        more = len(rows) > self.limit
        return Page([wire(row) for row in kept], self.cursors.encode(self.scope, key(kept[-1])) if more else None)


def _message(scope: str, payload: bytes) -> bytes:
    return scope.encode() + b"\0" + payload


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
