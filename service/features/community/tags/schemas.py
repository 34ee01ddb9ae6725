"""Wire types of tags."""

from attrs import frozen


@frozen
class Tag:
    """Tag. `projects` is the number of public, published projects with this tag."""

    name: str
    projects: int
