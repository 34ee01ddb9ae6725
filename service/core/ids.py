"""UUIDv7 ids (RFC 9562 §5.7), created here so that keys grow with time and indexes stay compact."""

from uuid import UUID

from uuid_utils.compat import uuid7

from service.core.clock import system_clock

_TIMESTAMP_BIT = 80
"""Lowest bit of the timestamp, which is in milliseconds."""


class _Newest:
    value = 0


def new_id() -> UUID:
    """Return a new UUIDv7 with the corrected clock's timestamp. It is greater than all earlier ids of this process."""
    made = uuid7()
    shift = round(system_clock.shift() * 1000)
    if not shift and made.int > _Newest.value:
        _Newest.value = made.int
        return made
    # A clock correction that decreases the shift must not produce an id below the previous one.
    _Newest.value = max(made.int + (shift << _TIMESTAMP_BIT), _Newest.value + 1)
    return UUID(int=_Newest.value)
