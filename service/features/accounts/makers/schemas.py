"""What the makers' endpoints give."""

from datetime import datetime

from attrs import frozen

from service.features.accounts.identity.schemas import ProfileLink


@frozen
class Maker:
    """`followers` follow them; `following` counts the makers they follow."""

    handle: str
    display_name: str
    bio: str
    links: list[ProfileLink]
    avatar_url: str | None
    joined_at: datetime
    followers: int
    following: int
