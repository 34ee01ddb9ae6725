"""Command line of the benchmarks.

`python -m bench run|lists|search|streams|hostile` measures into bench/results/<date>-<commit>/. `compare` compares two
commits and `plans` writes query plans.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import attrs
import psycopg

from bench import compare, figures, floors, hostile, lists, plans, report, search, streams, worlds, write_plans, wrk
from bench.client import AnswerError
from bench.dataset import fill, settle
from bench.latency import LatencyError
from bench.processes import StartError
from bench.run import Options, measure_all, ready_seconds
from bench.scenarios import MAKERS, SCENARIOS
from bench.servers import started
from service.db.migrations import MigrationError
from service.dev.local.layout import LocalError
from service.dev.local.servers import Stopped, stop_on_signals

STREAMS: Final = "sse_fanout"
SMOKE_READERS: Final = 200
STARTS: Final = 5
FAILURES: Final = (
    LocalError,
    MigrationError,
    StartError,
    wrk.LoadError,
    LatencyError,
    floors.FloorError,
    AnswerError,
    hostile.HostileError,
    compare.CompareError,
    psycopg.OperationalError,
)

_CPU: Final = {"milliseconds": "CPU time of the service and PostgreSQL instead of response time"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Return 0 after a measurement, 1 after a wrong response or a failure, 2 for wrong arguments."""
    options = _parser().parse_args(arguments)
    stop_on_signals()
    try:
        return int(options.run(options))
    except FAILURES as error:
        print(error, file=sys.stderr)
        return 1
    except Stopped:
        return 130


def _run(options: argparse.Namespace) -> int:
    how = (
        Options(1.0, 1, 16, (1,), 0.0, open_rounds=1, everybody=False)
        if options.smoke
        else Options(options.seconds, options.rounds, options.connections, options.workers, options.warm_up)
    )
    wanted = [scenario for scenario in SCENARIOS if not options.only or scenario.name in options.only]
    missing = []
    if wrk.find() is None:
        missing.append(wrk.HOW_TO_GET)
    if floors.find_pgbench() is None:
        missing.append(floors.NO_PGBENCH)
    if floors.find_redis_benchmark() is None:
        missing.append(floors.NO_REDIS_BENCHMARK)
    for line in missing:
        print(line, file=sys.stderr)
    size = options.size or ("tiny" if options.smoke else "medium")
    begun = time.monotonic()

    def tell(what: str) -> None:
        print(f"{time.monotonic() - begun:4.0f} s  {what}", file=sys.stderr)

    problems: list[str] = []
    place = Path(options.results)
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions, "size": size}
        if wrk.find() is not None:
            about["wrkf"] = wrk.version()
        if wanted:
            tell(f"a {size} data set")
            world = worlds.made(servers, size)
            dataset = settle(world.database_url, fill(world.database_url, SMOKE_READERS if options.smoke else MAKERS))
            parts, lacking = measure_all(wanted, dataset, servers.of(world.database_url), how, tell)
            problems += [f"{part.scenario.name}: {problem}" for part in parts for problem in part.problems]
            ready = [] if options.only else ready_seconds(servers, 1 if options.smoke else STARTS)
            about["took"] = f"{time.monotonic() - begun:.0f} s"
            place = report.write(options.results, parts, how, about, ready, missing + lacking)
        if not options.only or STREAMS in options.only:
            tell(STREAMS)
            found = streams.measure(servers, *((100, 1, 0.5) if options.smoke else (1000, 3, 5.0)))
            page, data = streams.page(found), streams.data(found)
            place = report.write_part(options.results, "streams", page, data, about).parent
            problems += [] if options.smoke else streams.problems(found)
    print((place / "README.md").read_text())
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems or not (wrk.find() or options.smoke) else 0


def _lists(options: argparse.Namespace) -> int:
    sizes = ["tiny", "small"] if options.smoke else options.sizes
    repetitions, depth = (3, 200) if options.smoke else (options.repetitions, lists.DEPTH)
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        databases = worlds.given_or_made(servers, sizes, dict(options.database))
        about |= {"postgresql": worlds.version(databases[0]), "repetitions": str(repetitions)}
        with worlds.served(databases, servers) as served:
            found = lists.compare(
                served, repetitions, lambda case: not options.only or options.only in case.name, depth, cpu=options.cpu
            )
    about |= _CPU if options.cpu else {}
    data = [each.as_json() for each in found]
    promise = [] if options.smoke or options.only or options.cpu else [figures.of_lists(found, sizes)]
    page = report.write_part(options.results, "lists", lists.page(found), data, about, promise)
    print(page.read_text())
    missed = [each.case.name for each in found if each.problem or each.worst > lists.BOUND]
    print(f"{len(found)} lists, {len(missed)} above {lists.BOUND:g}: {', '.join(missed) or 'none'}", file=sys.stderr)
    return 1 if any(each.problem for each in found) else 0


def _search(options: argparse.Namespace) -> int:
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        size = "small" if options.smoke else options.size
        databases = worlds.given_or_made(servers, [size], dict(options.database))
        about |= {"postgresql": worlds.version(databases[0]), "size": size}
        with worlds.served(databases, servers) as (served,):
            found = search.measure(served, 1 if options.smoke else options.repetitions, cpu=options.cpu)
    about |= _CPU if options.cpu else {}
    data, promise = [attrs.asdict(each) for each in found], [] if options.cpu else [figures.of_search(found, size)]
    page = report.write_part(options.results, "search", search.page(found), data, about, promise)
    print(page.read_text())
    return 0


def _streams(options: argparse.Namespace) -> int:
    count, rounds, rest = (200, 1, 1.0) if options.smoke else (options.streams, options.rounds, options.rest)
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        found = streams.measure(servers, count, rounds, rest)
    page = report.write_part(options.results, "streams", streams.page(found), streams.data(found), about)
    print(page.read_text())
    for problem in streams.problems(found):
        print(problem, file=sys.stderr)
    return 1 if streams.problems(found) and not options.smoke else 0


def _hostile(options: argparse.Namespace) -> int:
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        if options.smoke:
            found = hostile.measure(servers, "tiny", 2.0, 1, with_web=False)
        else:
            found = hostile.measure(servers, "small", options.seconds, options.periods, with_web=True)
    page = report.write_part(options.results, "hostile", hostile.page(found), hostile.data(found), about)
    print(page.read_text())
    for problem in hostile.problems(found):
        print(problem, file=sys.stderr)
    return 1 if hostile.problems(found) and not options.smoke else 0


def _plans(options: argparse.Namespace) -> int:
    with started() as servers:
        (world,) = worlds.given_or_made(servers, [options.size], dict(options.database), lambda: plans.MOMENT)
        version = worlds.version(world)
        found = plans.plans(world.database_url)
        written = write_plans.check(world.database_url)
    scanning = [plan for plan in found if plan.scans]
    for plan in scanning:
        print(f"{plan.name} scans all of {', '.join(plan.scans)}:\n{plan.text}\n", file=sys.stderr)
    bad = [plan for plan in written if plan.problems]
    for each in bad:
        print(f"{each.name}: {'; '.join(each.problems)}", file=sys.stderr)
    print(f"{len(written)} writes, {sum(plan.ran for plan in written)} of them with their triggers.")
    if not options.verify:
        plans.write(found, options.directory, version)
        print(f"Wrote {len(found)} plans to {options.directory}/")
    return 1 if scanning or bad else 0


def _compare(options: argparse.Namespace) -> int:
    if wrk.find() is None:
        print(wrk.HOW_TO_GET, file=sys.stderr)
        return 1
    wanted = [scenario for scenario in SCENARIOS if scenario.name in options.only]
    found = compare.run(
        options.ref, wanted, options.size, Options(options.seconds, options.rounds, options.connections, (1,), 6.0)
    )
    print("\n".join(compare.page(found)))
    return 1 if any(each.slower for each in found) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the service.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    run = commands.add_parser("run", help="measure the service and its peers", description="Measures everything.")
    run.set_defaults(run=_run)
    run.add_argument("--seconds", type=float, default=2.0, help="seconds per load (default: 2)")
    run.add_argument("--rounds", type=int, default=5, help="rounds per contender (default: 5)")
    run.add_argument("--connections", type=int, default=64, help="connections of wrk (default: 64)")
    run.add_argument(
        "--warm-up", type=float, default=4.0, help="maximum seconds of warm-up before a contender's first load"
    )
    run.add_argument(
        "--workers", type=_numbers, default=(), help="numbers of worker processes (default: those of each scenario)"
    )
    run.add_argument("--size", help="size of the data set (default: medium)")
    names = [*(scenario.name for scenario in SCENARIOS), STREAMS]
    run.add_argument("--only", type=_some_of(names), help=f"names of scenarios: {', '.join(names)}")
    run.add_argument("--results", type=Path, default=Path("bench/results"), help="default: bench/results")
    run.add_argument("--smoke", action="store_true", help="run each scenario for one second with few rows")

    other = commands.add_parser("compare", help="compare this tree with a commit, interleaved on the same data")
    other.set_defaults(run=_compare)
    other.add_argument("--ref", required=True, help="commit, such as HEAD~1")
    other.add_argument("--rounds", type=int, default=24, help="pairs of loads (default: 24)")
    other.add_argument("--seconds", type=float, default=1.0, help="seconds per load (default: 1)")
    other.add_argument("--connections", type=int, default=64, help="connections of wrk (default: 64)")
    other.add_argument("--size", default="small", help="size of the data set (default: small)")
    known = [scenario.name for scenario in SCENARIOS]
    other.add_argument(
        "--only", type=_some_of(known), default=list(compare.DEFAULT), help=f"names of scenarios: {', '.join(known)}"
    )

    all_lists = commands.add_parser(
        "lists", help="measure every list, first and deep pages, with data sets of several sizes"
    )
    all_lists.set_defaults(run=_lists)
    all_lists.add_argument(
        "--sizes", type=_names, default=["small", "large"], help="sizes of the data sets (default: small,large)"
    )
    all_lists.add_argument("--repetitions", type=int, default=31, help="requests per page, interleaved (default: 31)")
    all_lists.add_argument("--only", help="only lists whose name contains this")
    searches = commands.add_parser("search", help="measure the queries of bench/queries.txt, one after the other")
    searches.set_defaults(run=_search)
    searches.add_argument("--size", default="large", help="size of the data set (default: large)")
    searches.add_argument("--repetitions", type=int, default=3, help="repetitions of each query (default: 3)")
    for timing in (all_lists, searches):
        timing.add_argument(
            "--cpu", action="store_true", help="measure CPU time instead of response time, for a shared machine"
        )
    live = commands.add_parser("streams", help="measure memory and delivery time of open streams")
    live.set_defaults(run=_streams)
    live.add_argument("--streams", type=int, default=5000, help="number of open streams (default: 5000)")
    live.add_argument("--rounds", type=int, default=5, help="number of events for all streams (default: 5)")
    live.add_argument(
        "--rest", type=float, default=20.0, help="seconds of heartbeats before the memory is measured (default: 20)"
    )
    attacked = commands.add_parser("hostile", help="compare a visitor's latency under attack and in quiet periods")
    attacked.set_defaults(run=_hostile)
    attacked.add_argument("--seconds", type=float, default=60.0, help="total seconds of attack (default: 60)")
    attacked.add_argument("--periods", type=int, default=3, help="number of attack periods (default: 3)")
    for measuring in (all_lists, searches, live, attacked):
        measuring.add_argument("--results", type=Path, default=Path("bench/results"), help="default: bench/results")
        measuring.add_argument("--smoke", action="store_true", help="few rows and few repetitions")

    writing = commands.add_parser("plans", help="write the query plans of hot statements into .local/plans/")
    writing.set_defaults(run=_plans)
    writing.add_argument("--size", default="medium", help="size of the data set (default: medium)")
    writing.add_argument(
        "--directory", type=Path, default=plans.DIRECTORY, help="folder of the plans (default: .local/plans)"
    )
    writing.add_argument("--verify", action="store_true", help="write nothing; fail if a plan scans a growing table")
    for asking in (all_lists, searches, writing):
        asking.add_argument(
            "--database",
            type=_database,
            action="append",
            default=[],
            metavar="SIZE=URL",
            help="a database with a data set of this size (default: create one)",
        )
    return parser


def _names(text: str) -> list[str]:
    return text.split(",")


def _some_of(names: Sequence[str]) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        if unknown := [name for name in _names(text) if name not in names]:
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}")
        return _names(text)

    return read


def _database(text: str) -> tuple[str, str]:
    size, _, url = text.partition("=")
    if not url.startswith(("postgresql://", "postgres://")):
        raise argparse.ArgumentTypeError("SIZE=postgresql://…")
    return size, url


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
