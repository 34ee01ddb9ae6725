"""What the rows of all tables are made with."""

from uuid import UUID

from attrs import frozen

from service.dev.synthetic.workflows import Workflows
from service.dev.synthetic.world import World


@frozen
class Ground:
    """`tool_ids` are the catalogue's, by slug, those used most first."""

    world: World
    workflows: Workflows
    tool_ids: dict[str, UUID]
    password_hash: str
