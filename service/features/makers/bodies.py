"""What the makers' endpoints give."""

from datetime import datetime

from attrs import frozen

from service.features.identity.bodies import ProfileLink


@frozen
class Maker:
    handle: str
    display_name: str
    bio: str
    links: list[ProfileLink]
    avatar_url: str | None
    joined_at: datetime
