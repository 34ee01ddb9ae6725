"""Latency of a normal visitor during attacks: `python -m bench hostile`.

Two API workers, a job process and the web run with their defaults. A visitor sends requests at a constant rate (open
loop), timed from their scheduled moment. Quiet and hostile periods alternate, so that a slower machine slows both.
bench/attack.py creates the load.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import quantiles
from typing import Any, Final

import aiohttp
import attrs
import orjson
from attrs import define, field, frozen
from tqdm import tqdm

from bench import attack
from bench.contenders import environment
from bench.dataset import Dataset, fill, settle
from bench.processes import running
from bench.request import Request, ask
from bench.servers import Servers
from bench.worlds import made
from service.dev.local import web
from service.dev.local.layout import CHECKOUT, free_port

BOUND: Final = 2.0
"""Limit of a visitor's p99 under attack, as a multiple of that in quiet periods."""

API_RATE: Final = 16.0
WEB_RATE: Final = 4.0
"""Requests per second of the visitor."""

_ATTACKERS: Final = 4
_PATIENCE: Final = 30.0
_STEPS: Final = 50
_TEMPLATE: Final = 3_900
"""50 steps of 3,900 characters are just below the limit of a workflow."""


class HostileError(Exception):
    """The attack could not be prepared; the message says why."""


@define
class Visits:
    """Measurements of one kind of visit: milliseconds by period, and responses other than 200."""

    name: str
    quiet: list[float] = field(factory=list)
    hostile: list[float] = field(factory=list)
    failures: dict[str, int] = field(factory=dict)

    @property
    def ratio(self) -> float:
        """Return p99 under attack divided by p99 in quiet periods."""
        return _percentile(self.hostile, 99) / _percentile(self.quiet, 99)


@frozen
class Found:
    """The result.

    `attacks` are the attackers' counts by attack and outcome; `seconds` is the sum of hostile periods.
    """

    visits: list[Visits]
    attacks: dict[str, int]
    seconds: float


@frozen
class Stage:
    """Running system."""

    api: int
    web: int | None


def measure(servers: Servers, size: str, seconds: float, periods: int, *, with_web: bool) -> Found:
    """Load a world, start everything and measure `periods` hostile periods of `seconds` in total, between quiet ones.

    Raise HostileError, StartError and LocalError.
    """
    world = made(servers, size)
    dataset = settle(world.database_url, fill(world.database_url, 50))
    with _started(servers.of(world.database_url), with_web=with_web) as stage:
        plan = _prepared(stage, dataset, seconds / periods)
        return asyncio.run(_measure(stage, plan, dataset, seconds / periods, periods, servers))


@contextmanager
def _started(servers: Servers, *, with_web: bool) -> Iterator[Stage]:
    """Run API, job process and web.

    The API trusts only the web (127.0.0.1); visitors and attackers have other loopback addresses.
    """
    api = free_port()
    settings = {**environment(servers, api, 2), "WEB_URL": "http://127.0.0.1"}
    python = [sys.executable, "-m", "service"]
    with (
        running([[*python, "serve"], [*python, "worker"]], settings, port=api, log=servers.place / "hostile-api.log"),
        _web(servers, api) if with_web else _nothing() as port,
    ):
        yield Stage(api, port)


@contextmanager
def _web(servers: Servers, api: int) -> Iterator[int]:
    program = web.build(lambda line: print(line, file=sys.stderr))
    port = free_port()
    settings = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "NODE_ENV": "production",
        "NEXT_TELEMETRY_DISABLED": "1",
        "API_URL": f"http://127.0.0.1:{api}",
        "WEB_URL": f"http://127.0.0.1:{port}",
        "HOSTNAME": "127.0.0.1",
        "PORT": str(port),
    }
    log = servers.place / "hostile-web.log"
    with running([["node", str(program)]], settings, port=port, log=log, directory=program.parent):
        yield port


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _prepared(stage: Stage, dataset: Dataset, seconds: float) -> attack.Plan:
    """Create a workflow of an attacker with two entirely different versions, in a public project with comments."""
    tokens = [token for _, token in zip(range(_ATTACKERS), dict(dataset.tokens()).values(), strict=False)]
    owner = dataset.readers[0].handle

    def post(path: str, body: object) -> None:
        status, _, said = ask(
            stage.api, Request(path, tokens[0], "POST", orjson.dumps(body).decode(), address="127.0.66.90")
        )
        if status >= 300:
            raise HostileError(f"POST {path} returned {status}: {said[:300].decode(errors='replace')}")

    project = f"/api/v1/projects/{owner}/hostile"
    post("/api/v1/projects", {"title": "Hostile", "slug": "hostile", "body": attack.MARKDOWN[0]})
    post(f"{project}/publish", {})
    first, second = (_content(word) for word in ("left", "right"))
    post(f"{project}/workflows", {"title": "Hostile", "slug": "hostile"})
    for content in (first, second):
        post(f"{project}/workflows/hostile/versions", {"content": content, "changelog": "x"})
    for number in range(8):
        post(f"{project}/comments", {"body": attack.MARKDOWN[number][:10_000]})
    workflow = f"{project}/workflows/hostile"
    return attack.Plan(
        api=stage.api,
        web=stage.web,
        diff=f"{workflow}/diff?from=1&to=2",
        render=f"{workflow}/versions/1/render",
        page=f"/projects/{owner}/hostile",
        comments=f"{project}/comments",
        tokens=tokens,
        seconds=seconds,
    )


def _content(word: str) -> dict[str, Any]:
    """Return the largest valid document, in which every word occurs once."""
    steps = []
    for step in range(_STEPS):
        words = " ".join(f"{word}{step}x{number}" for number in range(_TEMPLATE))
        steps.append({"key": f"s{step}", "title": f"Step {step}", "template": words[:_TEMPLATE]})
    return {"variables": [], "steps": steps}


async def _measure(
    stage: Stage, plan: attack.Plan, dataset: Dataset, seconds: float, periods: int, servers: Servers
) -> Found:
    reader = dataset.readers[1]
    api = Visits("API: front page, a project, a version")
    api_paths = ["/api/v1/projects?sort=hot", reader.path, *(version.path for version in dataset.versions[:20])]
    pages = Visits("web: front page, a project")
    web_paths = ["/", reader.path.removeprefix("/api/v1")]
    attacks: dict[str, int] = {}
    place = servers.place / "attack.json"
    place.write_bytes(orjson.dumps(attrs.asdict(plan)))
    with tqdm(total=2 * periods + 1, desc="Periods", unit="period") as bar:
        for number in range(2 * periods + 1):
            is_hostile = number % 2 == 1
            attackers = _attackers(str(place)) if is_hostile else None
            try:
                # The first and last quiet period are half as long, so that both kinds have the same total.
                length = seconds if is_hostile or 0 < number < 2 * periods else seconds / 2
                visits = [_visit(api, stage.api, api_paths, API_RATE, length, is_hostile=is_hostile)]
                if stage.web is not None:
                    visits.append(_visit(pages, stage.web, web_paths, WEB_RATE, length, is_hostile=is_hostile))
                await asyncio.gather(*visits)
            finally:
                if attackers is not None:
                    said, _ = await asyncio.to_thread(attackers.communicate, timeout=3 * _PATIENCE)
                    for name, count in orjson.loads(said or b"{}").items():
                        attacks[name] = attacks.get(name, 0) + count
            bar.update()
    return Found([api, pages] if stage.web is not None else [api], attacks, seconds * periods)


def _attackers(plan: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "bench.attack", plan], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=CHECKOUT
    )


async def _visit(
    visits: Visits, port: int, paths: Sequence[str], rate: float, seconds: float, *, is_hostile: bool
) -> None:
    """Request the paths in turn from four addresses in turn, so that no rate limit is reached."""
    times = visits.hostile if is_hostile else visits.quiet
    sessions = [
        aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(local_addr=(f"127.0.1.{number}", 0)),
            timeout=aiohttp.ClientTimeout(total=_PATIENCE),
        )
        for number in range(1, 5)
    ]
    begun = time.perf_counter()

    async def one(number: int) -> None:
        due = begun + number / rate
        await asyncio.sleep(due - time.perf_counter())
        try:
            url = f"http://127.0.0.1:{port}{paths[number % len(paths)]}"
            async with sessions[number % len(sessions)].get(url) as response:
                await response.read()
                outcome = str(response.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            outcome = type(error).__name__
        times.append((time.perf_counter() - due) * 1000)
        if outcome != "200":
            name = f"{outcome}, {'under attack' if is_hostile else 'quiet'}"
            visits.failures[name] = visits.failures.get(name, 0) + 1

    try:
        await asyncio.gather(*(one(number) for number in range(round(rate * seconds))))
    finally:
        for session in sessions:
            await session.close()


def _percentile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def page(found: Found) -> list[str]:
    """Return the lines of the report."""
    return [
        (
            f"Response times of a visitor in milliseconds, without and with an attack of {found.seconds:.0f} s "
            "(bench/attack.py)."
        ),
        "",
        "| visit | quiet p50 | quiet p99 | attacked p50 | attacked p99 | ratio of p99 | failures |",
        "|---|---:|---:|---:|---:|---:|---|",
        *[
            f"| {each.name} | {_percentile(each.quiet, 50):.1f} | {_percentile(each.quiet, 99):.1f}"
            f" | {_percentile(each.hostile, 50):.1f} | {_percentile(each.hostile, 99):.1f} | {each.ratio:.2f}"
            f" | {', '.join(f'{count} × {name}' for name, count in each.failures.items()) or 'none'} |"
            for each in found.visits
        ],
        "",
        "| attack: outcome | count |",
        "|---|---:|",
        *[f"| {name} | {count} |" for name, count in found.attacks.items()],
    ]


def problems(found: Found) -> list[str]:
    """Return the reasons for a failed run."""
    wrong = [
        f"{each.name}: the p99 under attack is {each.ratio:.2f} times that of the quiet periods; the limit is {BOUND:g}"
        for each in found.visits
        if each.ratio > BOUND
    ]
    wrong += [f"{each.name}: {count} × {name}" for each in found.visits for name, count in each.failures.items()]
    failed = {name: count for name, count in found.attacks.items() if name.rpartition(": ")[2] == "500"}
    return wrong + [f"{count} × {name}" for name, count in failed.items()]


def data(found: Found) -> dict[str, Any]:
    """Return the data for the JSON file."""
    return {**attrs.asdict(found), "ratios": {each.name: each.ratio for each in found.visits}}
