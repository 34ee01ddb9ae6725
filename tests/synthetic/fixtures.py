"""A tiny synthetic world."""

from datetime import UTC, datetime
from typing import Final

from attrs import frozen

from service.dev.synthetic.load import load_world
from service.dev.synthetic.progress import Progress
from service.dev.synthetic.queries import CountsRow
from service.dev.synthetic.sizes import SIZES

NOW: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
TINY: Final = SIZES["tiny"]


@frozen
class World:
    """The name of a database with the world, and the numbers of its rows."""

    database: str
    made: CountsRow


def quiet() -> Progress:
    return Progress(lambda _line: None, bars=False)


async def load_tiny(url: str, seed: int = 1) -> CountsRow:
    made = await load_world(url, TINY, quiet(), seed=seed, clock=lambda: NOW)
    assert made is not None
    return made
