"""What is measured: the requests of each scenario, and who answers them. A new scenario is one entry of SCENARIOS."""

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from bench.contenders import AIOHTTP, FLOOR, OBVIOUS, OURS, Contender
from bench.dataset import Dataset


@frozen
class Request:
    """One GET."""

    path: str
    token: str | None = None


@frozen
class Scenario:
    """`requests` makes what the load goes through, with tokens that hold for five minutes from then."""

    name: str
    title: str
    contenders: Sequence[Contender]
    requests: Callable[[Dataset], list[Request]]


READERS: Final = 2_000
"""So many that none reaches 600 reads a minute, the limit, below 20,000 a second; it is checked all the same."""


def _guarded_read(dataset: Dataset) -> list[Request]:
    return [Request(reader.path, token) for reader, token in Dataset(dataset.readers[:READERS]).tokens()]


SCENARIOS: Final[Sequence[Scenario]] = (
    Scenario(
        "guarded_read",
        "One project, read with a bearer token: live session, exact rate limit, one row",
        (FLOOR, AIOHTTP, OURS, OBVIOUS),
        _guarded_read,
    ),
)
