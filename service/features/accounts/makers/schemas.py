"""Response schemas of makers."""

from datetime import datetime

from service.features.accounts.identity.schemas import ProfileLink
from service.http.schema.output import Encoded, Output


class Maker(Output):
    """Public profile. `followers` counts the maker's followers; `following` counts the makers they follow."""

    handle: str
    display_name: str
    bio: str
    links: Encoded[list[ProfileLink]]
    avatar_url: str | None
    joined_at: datetime
    followers: int
    following: int
