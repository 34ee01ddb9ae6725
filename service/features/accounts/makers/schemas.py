"""Response schemas of makers."""

from datetime import datetime

from attrs import frozen

from service.features.accounts.identity.schemas import ProfileLink


@frozen
class Maker:
    """Public profile. `followers` counts the maker's followers; `following` counts the makers they follow."""

    handle: str
    display_name: str
    bio: str
    links: list[ProfileLink]
    avatar_url: str | None
    joined_at: datetime
    followers: int
    following: int
