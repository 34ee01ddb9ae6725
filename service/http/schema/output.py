"""Response types and their JSON."""

from typing import Final, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True)
class Output(msgspec.Struct, frozen=True, gc=False):
    """Base class of response types. The garbage collector ignores instances, so they must not form cycles.

    A type that requests use, too, is an attrs class instead. `encode` accepts both.
    """


type Encoded[T] = msgspec.Raw
"""JSON of a T that is encoded already. `encode` copies it into the response."""

encode: Final = msgspec.json.Encoder().encode
"""Return the JSON of a response type. Times are RFC 3339, with the suffix Z in UTC."""
