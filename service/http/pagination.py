"""Pages by keyset: a cursor is where the last page ended, signed over the sort key, the id and the filters."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

import orjson
from attrs import asdict, fields, frozen

from service.http.problem import BadRequest
from service.http.results import Page
from service.http.schema.fields import integer, text
from service.security.keyring import KeyRing

LAST_ID: Final = UUID(int=2**128 - 1)
"""After every id."""
NEWEST: Final = (datetime(9999, 12, 31, tzinfo=UTC), LAST_ID)
"""After whatever has a time and an id: where the first page of a list begins that has the newest first."""

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
    """The query string of a list."""

    limit: int = integer(min=1, max=100, default=20, description="Items on the page.")
    cursor: str | None = text(max=1000, default=None, description="next_cursor of the page before.")

    @property
    def asked(self) -> str:
        """The query string that asks for this page again, as short as can be."""
        defaults = {a.name: a.default for a in fields(type(self))}
        said = {name: value for name, value in asdict(self, recurse=False).items() if value != defaults[name]}
        return urlencode(said)


class Cursors:
    """Makes and reads cursors."""

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    def encode(self, scope: str, position: Sequence[Any]) -> str:
        """`scope` names the list and its filters: a cursor is good for that list alone."""
        payload = orjson.dumps([_plain(value) for value in position])
        return urlsafe_b64encode(self._sign(scope, payload) + payload).rstrip(b"=").decode()

    def decode(self, scope: str, cursor: str | None, kinds: Sequence[type]) -> tuple[Any, ...] | None:
        """The position, None for the first page. Raises 400 for a cursor that was changed or is another list's."""
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
            "The cursor is not one of this list with these filters. Start at the first page.",
        )

    def page[R, T](
        self,
        scope: str,
        rows: Sequence[R],
        limit: int,
        key: Callable[[R], Sequence[Any]],
        wire: Callable[[R], T],
    ) -> Page[T]:
        """A page out of up to `limit + 1` rows: the row too many says that there is a next page."""
        more = len(rows) > limit
        kept = rows[:limit]
        return Page([wire(row) for row in kept], self.encode(scope, key(kept[-1])) if more else None)

    def _sign(self, scope: str, payload: bytes) -> bytes:
        return self._keyring.sign(_PURPOSE, _message(scope, payload))[:_SIGNATURE]


def _message(scope: str, payload: bytes) -> bytes:
    return scope.encode() + b"\0" + payload


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
