"""Compare the time of lists with a million and ten thousand projects, on the first and on deep pages (P6)."""

import time
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from statistics import median
from typing import Any, Final

import attrs
import orjson
from attrs import define, field, frozen
from tqdm import tqdm

from bench.client import AnswerError
from bench.samples import Sample, sample
from bench.worlds import Served
from service.dev.local.layout import CHECKOUT

BOUND: Final = 1.3
DEPTH: Final = 100_000
PAGE: Final = 20
_STEP: Final = 100
"""Items per page while walking to the depth: the maximum."""
_TOKEN_SECONDS: Final = 120.0
"""Use of a token in seconds. It is valid for five minutes, of which one may pass waiting for a limit."""


@frozen
class ListCase:
    """One list: its path and query string for the extremes of a world."""

    name: str
    path: Callable[[Sample], str]
    as_maker: bool = False


LISTS: Final[Sequence[ListCase]] = (
    ListCase("projects, hot", lambda s: "/projects?sort=hot"),
    ListCase("projects, new", lambda s: "/projects?sort=new"),
    ListCase("projects, top", lambda s: "/projects?sort=top"),
    ListCase("projects, top of a day", lambda s: "/projects?sort=top&window=day"),
    ListCase("projects, top of a week", lambda s: "/projects?sort=top&window=week"),
    ListCase("projects, top of a month", lambda s: "/projects?sort=top&window=month"),
    ListCase("projects, top of a year", lambda s: "/projects?sort=top&window=year"),
    ListCase("projects, hot, explained", lambda s: "/projects?sort=hot&explain=1"),
    ListCase("a tag's, hot", lambda s: f"/projects?sort=hot&tag={s.tag}"),
    ListCase("a tag's, new", lambda s: f"/projects?sort=new&tag={s.tag}"),
    ListCase("a tag's, top of a month", lambda s: f"/projects?sort=top&window=month&tag={s.tag}"),
    ListCase("a rare tag's, hot", lambda s: f"/projects?sort=hot&tag={s.rare_tag}"),
    ListCase("a tool's, hot", lambda s: f"/projects?sort=hot&tool={s.tool}"),
    ListCase("a tool's, new", lambda s: f"/projects?sort=new&tool={s.tool}"),
    ListCase("a tool's, top", lambda s: f"/projects?sort=top&tool={s.tool}"),
    ListCase("a tag's and a tool's, hot", lambda s: f"/projects?sort=hot&tag={s.tag}&tool={s.tool}"),
    ListCase("a tag's and a tool's, new", lambda s: f"/projects?sort=new&tag={s.tag}&tool={s.tool}"),
    ListCase("a tag's and a tool's, top", lambda s: f"/projects?sort=top&tag={s.tag}&tool={s.tool}"),
    ListCase("tags", lambda s: "/tags"),
    ListCase("a tag's page", lambda s: f"/tags/{s.tag}/projects"),
    ListCase("tools", lambda s: "/tools"),
    ListCase("a tool's projects", lambda s: f"/tools/{s.tool}/projects"),
    ListCase("a tool's workflows", lambda s: f"/tools/{s.tool}/workflows"),
    ListCase("a maker's projects", lambda s: f"/makers/{s.maker}/projects"),
    ListCase("followers", lambda s: f"/makers/{s.followed}/followers"),
    ListCase("following", lambda s: f"/makers/{s.maker}/following"),
    ListCase("stargazers", lambda s: f"{s.starred}/stargazers"),
    ListCase("comments, best", lambda s: f"{s.discussed}/comments?sort=best"),
    ListCase("comments, new", lambda s: f"{s.discussed}/comments?sort=new"),
    ListCase("replies", lambda s: f"/comments/{s.comment_id}/replies"),
    ListCase("my votes", lambda s: f"{s.discussed}/comments/votes", as_maker=True),
    ListCase("a project's workflows", lambda s: f"{s.workflow.rpartition('/')[0]}"),
    ListCase("a workflow's versions", lambda s: f"{s.workflow}/versions"),
    ListCase("a maker's collections", lambda s: f"/makers/{s.collector}/collections"),
    ListCase("a collection's items", lambda s: f"{s.collection}/items"),
    ListCase("my collections", lambda s: "/me/collections", as_maker=True),
    ListCase("all makers", lambda s: "/admin/makers", as_maker=True),
    ListCase("my projects", lambda s: "/me/projects", as_maker=True),
    ListCase("my published projects", lambda s: "/me/projects?status=published", as_maker=True),
    ListCase("my stars", lambda s: "/me/stars", as_maker=True),
    ListCase("makers I follow", lambda s: "/me/follows?kind=maker", as_maker=True),
    ListCase("my feed", lambda s: "/feed", as_maker=True),
    ListCase("notifications", lambda s: "/notifications", as_maker=True),
    ListCase("notifications, unread", lambda s: "/notifications?unread=true", as_maker=True),
)


SHORT: Final[Mapping[str, str]] = {
    "/me/invitations": "few rows per maker",
    "/me/reports": "few rows per maker",
    "/tools/suggestions": "a short queue",
    "/admin/reports": "a short queue",
    "/admin/removed": "no row in a synthetic world",
    "/admin/audit": "no row in a synthetic world",
    "/moderation/log": "no row in a synthetic world",
    "/search": "measured by search.py",
}
"""Paths of lists that are not measured here."""


@define
class Measured:
    """A list on one world, in milliseconds; `depth` is the position of the deep pages in items."""

    depth: int
    items: int
    deep_items: int
    first: list[float] = field(factory=list)
    deep: list[float] = field(factory=list)


@frozen
class Compared:
    """Results of a list with all data sets, by size."""

    case: ListCase
    by_size: Mapping[str, Measured]
    problem: str = ""

    def ratio(self, small: str, size: str, *, deep: bool) -> float:
        """Return the ratio to the first page on the small world."""
        found = self.by_size[size]
        return median(found.deep if deep else found.first) / median(self.by_size[small].first)

    def as_json(self) -> dict[str, Any]:
        by_size = {size: attrs.asdict(measured) for size, measured in self.by_size.items()}
        return {"list": self.case.name, "worst": self.worst, "problem": self.problem, "sizes": by_size}

    @property
    def worst(self) -> float:
        """Return the highest ratio to the first page of the first size, or 0 if the list failed."""
        if self.problem:
            return 0.0
        small, *_ = self.by_size
        return max(self.ratio(small, size, deep=deep) for size in self.by_size for deep in (False, True))


class _Places:
    """Cursors deep in the lists, kept between runs because walking there takes longer than measuring."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, tuple[int, list[str | None]]] = orjson.loads(path.read_bytes()) if path.exists() else {}

    def find(self, world: Sample, case: ListCase, depth: int) -> tuple[int, list[str | None]] | None:
        return self._known.get(self._key(world, case, depth))

    def keep(self, world: Sample, case: ListCase, depth: int, reached: int, cursors: list[str | None]) -> None:
        self._known[self._key(world, case, depth)] = reached, cursors
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(orjson.dumps(self._known))

    @staticmethod
    def _key(world: Sample, case: ListCase, depth: int) -> str:
        # Identifies a world: equal seeds at other times have other IDs and times.
        return blake2b(f"{world} {case.path(world)} {depth}".encode(), digest_size=16).hexdigest()


class _Reader:
    """Client of one world, logged in as its most active maker if needed."""

    def __init__(self, served: Served, *, cpu: bool) -> None:
        self.size, self.sample = served.world.size, sample(served.world.database_url)
        self.client = served.client(cpu=cpu)
        self._log_in_at = 0.0

    def page(self, case: ListCase, limit: int, cursor: str | None) -> tuple[float, int, str | None]:
        """Return milliseconds, items and the next cursor of a page."""
        if case.as_maker and time.monotonic() > self._log_in_at:
            self.client.log_in(self.sample.email)
            self._log_in_at = time.monotonic() + _TOKEN_SECONDS
        path = case.path(self.sample)
        path += f"{'&' if '?' in path else '?'}limit={limit}" + (f"&cursor={cursor}" if cursor else "")
        answer = self.client.get(path, as_maker=case.as_maker)
        return answer.milliseconds, len(answer.json["data"]), answer.json["next_cursor"]

    def walk(self, case: ListCase, wanted: int, depth: int) -> tuple[int, list[str | None]]:
        """Walk down the list and return its depth and the cursors of the last `wanted` positions with a next page."""
        cursors: list[str | None] = [None]
        cursor: str | None = None
        seen = 0
        while seen < depth:
            _, items, cursor = self.page(case, _STEP, cursor)
            if cursor is None:
                break
            seen += items
            cursors.append(cursor)
        # The page after the last cursor may be short.
        usable = cursors[:-1] if cursor is None and len(cursors) > 1 else cursors
        return max(0, (len(usable) - 1) * _STEP), usable[-wanted:]


def compare(
    served: Sequence[Served],
    repetitions: int,
    only: Callable[[ListCase], bool],
    depth: int = DEPTH,
    *,
    cpu: bool = False,
) -> list[Compared]:
    """Measure every list on all worlds in turn, first page and deep page, repeatedly."""
    readers = [_Reader(each, cpu=cpu) for each in served]
    places = _Places(CHECKOUT / ".local" / "bench" / "places.json")
    with tqdm([case for case in LISTS if only(case)], unit="list") as bar:
        found = []
        for case in bar:
            bar.set_postfix_str(case.name)
            found.append(_compare(readers, places, case, repetitions, depth))
    for reader in readers:
        reader.client.close()
    return found


def _compare(readers: Sequence[_Reader], places: _Places, case: ListCase, repetitions: int, depth: int) -> Compared:
    by_size: dict[str, Measured] = {}
    cursors: dict[str, list[str | None]] = {}
    try:
        for reader in readers:
            known = places.find(reader.sample, case, depth)
            reached, cursors[reader.size] = known or reader.walk(case, 10, depth)
            if known is None:
                places.keep(reader.sample, case, depth, reached, cursors[reader.size])
            _, items, _ = reader.page(case, PAGE, None)
            _, deep_items, _ = reader.page(case, PAGE, cursors[reader.size][-1])
            by_size[reader.size] = Measured(reached, items, deep_items)
        for reader in readers:
            reader.client.warm()
        for number in range(repetitions):
            for reader in readers:
                measured, deep = by_size[reader.size], cursors[reader.size]
                measured.first.append(reader.page(case, PAGE, None)[0])
                measured.deep.append(reader.page(case, PAGE, deep[number % len(deep)])[0])
    except AnswerError as error:
        return Compared(case, by_size, str(error))
    return Compared(case, by_size)


def page(found: Sequence[Compared]) -> list[str]:
    """Return the report, with the highest ratio first."""
    return [
        (
            f"Medians for pages of {PAGE} items, over HTTP on one connection, without the page cache. `deep` is "
            f"{DEPTH:,} items"
        ),
        "down the list, or its end. `×` is the ratio to the first page of the smallest data set, in bold",
        f"above {BOUND:g} (P6).",
        "",
        *_table(found),
    ]


def _table(found: Sequence[Compared]) -> list[str]:
    sizes = list(next((each.by_size for each in found if not each.problem), {}))
    if not sizes:
        return ["No list could be measured.", *(f"- {each.case.name}: {each.problem}" for each in found)]
    small, *others = sizes
    head = ["list", f"{small}, ms", f"{small}, deep"]
    for size in others:
        head += [f"{size}, ms", "×", f"{size}, deep", "×", "depth"]
    rows = []
    for each in sorted(found, key=lambda each: -each.worst):
        if each.problem:
            rows.append([each.case.name, each.problem.replace("|", "/"), *[""] * (len(head) - 2)])
            continue
        cells = [each.case.name, _ms(each.by_size[small].first), _ms(each.by_size[small].deep)]
        for size in others:
            measured = each.by_size[size]
            first, deep = (each.ratio(small, size, deep=where) for where in (False, True))
            cells += [_ms(measured.first), _times(first), _ms(measured.deep), _times(deep), f"{measured.depth:,}"]
        rows.append(cells)
    return [
        f"| {' | '.join(head)} |",
        f"|---|{'---:|' * (len(head) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def _ms(values: Sequence[float]) -> str:
    return f"{median(values):.2f}"


def _times(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio <= BOUND else f"**{ratio:.2f}**"
