"""What the tags' endpoints give."""

from attrs import frozen


@frozen
class Tag:
    """`projects` counts the public, published ones that have it."""

    name: str
    projects: int
