"""Wire types of tags."""

from service.http.schema.output import Output


class Tag(Output):
    """Tag. `projects` is the number of public, published projects with this tag."""

    name: str
    projects: int
