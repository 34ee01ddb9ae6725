"""Ids are UUIDv7 (RFC 9562 §5.7) made here, so that keys grow with time and indexes stay compact."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return uuid7()
