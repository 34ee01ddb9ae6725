"""Ids are UUIDv7 (RFC 9562 §5.7) made here, so that keys grow with time and indexes stay compact."""

from uuid import UUID

from uuid_utils.compat import uuid7

from service.core.clock import system_clock

_TIMESTAMP_BIT = 80
"""The lowest bit of the timestamp in milliseconds."""


class _Newest:
    value = 0


def new_id() -> UUID:
    """Return a fresh UUIDv7. Its timestamp is that of the corrected clock, and it is above all earlier ones."""
    made = uuid7()
    shift = round(system_clock.shift() * 1000)
    if not shift and made.int > _Newest.value:
        _Newest.value = made.int
        return made
    # A shift that has just become smaller must not put this id below the one before.
    _Newest.value = max(made.int + (shift << _TIMESTAMP_BIT), _Newest.value + 1)
    return UUID(int=_Newest.value)
