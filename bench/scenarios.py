"""Scenarios: the requests and contenders of each. A new scenario is one entry of SCENARIOS."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final
from urllib.parse import urlencode

import orjson
from attrs import frozen

from bench.contenders import OURS, Contender, answering
from bench.dataset import Dataset, Reader
from bench.request import SERIAL, Request, from_everywhere
from bench.samples import PASSWORD
from bench.search import queries

__all__ = ["SCENARIOS", "Request", "Scenario"]


@frozen
class Scenario:
    """A scenario. `requests` creates the load with tokens that are valid for five minutes.

    `floors`: whether the constant-JSON servers are measured, too. `workers` are the default numbers of processes,
    `connections` the maximum. `open_loop`: whether latency is measured at half of the saturation. `statements` names
    the pgbench script (bench/floors.py).
    """

    name: str
    title: str
    requests: Callable[[Dataset], list[Request]]
    floors: bool = True
    workers: Sequence[int] = (1,)
    connections: int = 1000
    unit: str = "requests"
    open_loop: bool = False
    statements: str | None = None

    @property
    def contenders(self) -> tuple[Contender, ...]:
        """Return the contenders: first the floors, then the service."""
        return tuple(each for each in answering(self.name) if self.floors or not each.constant)


MAKERS: Final = 2_000
"""Enough makers that none reaches the limit of 600 reads per minute below 20,000 per second, which is checked."""
STARRERS: Final = 1_000
LAG: Final = 128
"""Requests between adding and removing a star: more than are in flight, so that the star exists."""
ADDRESSES: Final = 4_000
_VISITORS: Final = 400
_FRONT_PAGE: Final = "/api/v1/projects?sort=hot"


def _tokens(dataset: Dataset, count: int = MAKERS) -> list[tuple[Reader, str]]:
    return list(Dataset(dataset.readers[:count]).tokens())


def _json(**fields: Any) -> str:
    return orjson.dumps(fields).decode()


def _cycled[T](values: Sequence[T]) -> Iterator[T]:
    """Repeat the values for all addresses."""
    for number in range(ADDRESSES):
        yield values[number % len(values)]


def _guarded_read(dataset: Dataset) -> list[Request]:
    return [Request(reader.path, token) for reader, token in _tokens(dataset)]


def _anonymous_read(dataset: Dataset) -> list[Request]:
    return from_everywhere(Request(reader.path) for reader in _cycled(dataset.readers))


def _front_page(_: Dataset) -> list[Request]:
    return from_everywhere([Request(_FRONT_PAGE)] * ADDRESSES)


def _not_modified(_: Dataset) -> list[Request]:
    return from_everywhere([Request(_FRONT_PAGE, revalidate=True)] * ADDRESSES)


def _search(_: Dataset) -> list[Request]:
    """Return the project searches of bench/queries.txt, again in capitals and with other page sizes.

    A page is evicted before its query repeats.
    """
    words = [query.words for query in queries() if query.type == "projects"]
    return from_everywhere(
        Request(f"/api/v1/search?{urlencode({'q': spelt(each), 'type': 'projects', 'limit': limit})}")
        for limit in range(16, 25)
        for spelt in (str.lower, str.upper, str.title)
        for each in words
    )


def _workflow_version(dataset: Dataset) -> list[Request]:
    return from_everywhere(Request(version.path) for version in _cycled(dataset.versions))


def _render(dataset: Dataset) -> list[Request]:
    return from_everywhere(
        Request(f"{version.path}/render", method="POST", body=_json(inputs=version.inputs))
        for version in _cycled(dataset.versions)
    )


def _following_feed(dataset: Dataset) -> list[Request]:
    return [Request("/api/v1/feed", token) for _, token in _tokens(dataset)]


def _star(dataset: Dataset, makers: int = STARRERS) -> list[Request]:
    """Add stars and, LAG requests later, remove them, so that each request changes something."""
    stars = [Request(f"{reader.path}/star", token, "PUT") for reader, token in _tokens(dataset, makers)]
    lag = min(LAG, len(stars) // 2)
    both = zip(stars, stars[-lag:] + stars[:-lag], strict=True)
    return [each for put, old in both for each in (put, Request(old.path, old.token, "DELETE"))]


def _comment(dataset: Dataset) -> list[Request]:
    body = _json(body=f"Tried it with my class on Sunday, attempt {SERIAL}, and it held.")
    return [Request(f"{reader.path}/comments", token, "POST", body) for reader, token in _tokens(dataset)]


def _login(dataset: Dataset) -> list[Request]:
    return from_everywhere(
        Request("/api/v1/auth/login", method="POST", body=_json(email=reader.email, password=PASSWORD))
        for reader in dataset.readers
    )


def _visit(dataset: Dataset) -> list[Request]:
    """Four visitors browse and render; the fifth is logged in, reads news and adds stars."""
    words = [query.words for query in queries() if query.type == "projects"]
    visits: list[Request] = []
    stars = iter(_star(dataset, _VISITORS // 5))
    tokens = iter(_tokens(dataset, _VISITORS // 5))
    for number in range(_VISITORS):
        version = dataset.versions[number % len(dataset.versions)]
        asked = urlencode({"q": words[number % len(words)], "type": "projects"})
        visits += [
            Request(_FRONT_PAGE),
            Request(_FRONT_PAGE, revalidate=True),
            Request(version.project),
            Request(f"{version.project}/comments"),
            Request(f"{version.project}/workflows"),
            Request(version.path),
            Request(f"{version.path}/render", method="POST", body=_json(inputs=version.inputs)),
            Request(f"/api/v1/search?{asked}"),
            Request(version.maker),
            Request(dataset.readers[number % len(dataset.readers)].path),
        ]
        if number % 5 == 0:
            _, token = next(tokens)
            visits += [
                Request("/api/v1/me", token),
                Request("/api/v1/feed", token),
                Request("/api/v1/notifications", token),
                next(stars),
                next(stars),
            ]
    return from_everywhere(visits)


SCENARIOS: Final[Sequence[Scenario]] = (
    Scenario(
        "guarded_read",
        "One project, read with a bearer token: live session, exact rate limit, one row",
        _guarded_read,
        workers=(1, 2),
        open_loop=True,
    ),
    Scenario(
        "anonymous_read",
        "One project, without a token: the limit of the address, one row",
        _anonymous_read,
        floors=False,
    ),
    Scenario("front_page", "The 20 hottest projects, without a token", _front_page, open_loop=True),
    Scenario("not_modified", "The same with If-None-Match: 304", _not_modified),
    Scenario(
        "search",
        "Project searches that are not in the page cache",
        _search,
        floors=False,
    ),
    Scenario("workflow_version", "The newest version of one of 500 workflows", _workflow_version, floors=False),
    Scenario("render", "A rendered version of a workflow (POST)", _render, floors=False),
    Scenario("following_feed", "The feed of a maker who follows twenty things", _following_feed, floors=False),
    Scenario(
        "star",
        "Starring and unstarring in turn (PUT, DELETE): token, session, exact limit, one statement",
        _star,
        floors=False,
        open_loop=True,
        statements="star",
    ),
    Scenario(
        "comment",
        "A comment (POST): token, session, exact limit, one transaction of two statements",
        _comment,
        floors=False,
        statements="comment",
    ),
    Scenario(
        "login",
        "Logins, bounded by argon2id with 19 MiB each",
        _login,
        floors=False,
        connections=8,
        unit="logins",
    ),
    Scenario(
        "visit",
        "Visitors: front page, projects, comments, a workflow, its rendering, a search; every fifth is logged in,"
        " reads the feed and stars",
        _visit,
        floors=False,
        open_loop=True,
    ),
)
assert all(OURS in scenario.contenders for scenario in SCENARIOS)
