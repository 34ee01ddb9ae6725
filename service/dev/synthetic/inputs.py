"""Input data for the rows of all tables."""

from uuid import UUID

from attrs import frozen

from service.dev.synthetic.workflows import Workflows
from service.dev.synthetic.world import World


@frozen
class Inputs:
    """Inputs for the rows. `tool_ids` maps slugs of the catalogue to ids, most used first."""

    world: World
    workflows: Workflows
    tool_ids: dict[str, UUID]
    password_hash: str
