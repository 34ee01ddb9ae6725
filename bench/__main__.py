"""`python -m bench run|lists|search|streams` measure, into bench/results/<date>-<commit>/; `plans` tells plans."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs
import psycopg

from bench import lists, plans, report, search, streams, worlds, wrk
from bench.client import AnswerError
from bench.dataset import SIZES, fill
from bench.processes import StartError
from bench.run import Measured, Options, measure
from bench.scenarios import SCENARIOS
from bench.servers import started
from service.local.layout import LocalError
from service.local.servers import Stopped, stop_on_signals
from service.migrations import MigrationError


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 measured, 1 something was answered wrongly or could not run, 2 wrong arguments."""
    options = _parser().parse_args(arguments)
    stop_on_signals()
    try:
        return int(options.run(options))
    except (LocalError, MigrationError, StartError, wrk.LoadError, AnswerError, psycopg.OperationalError) as error:
        print(error, file=sys.stderr)
        return 1
    except Stopped:
        return 130


def _run(options: argparse.Namespace) -> int:
    # A warm-up that meets every token once, for all workers.
    how = (
        Options(1.0, 1, 16, (1,), 1.0)
        if options.smoke
        else Options(options.seconds, options.rounds, options.connections, options.workers, 2.0)
    )
    has_wrk = wrk.find() is not None
    if not has_wrk:
        print(wrk.HOW_TO_GET, file=sys.stderr)
    parts: list[Measured] = []
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        if has_wrk:
            about["wrk"] = wrk.version()
        dataset = fill(servers.database_url, SIZES["smoke" if options.smoke else "small"])
        for scenario in SCENARIOS:
            if not options.only or scenario.name in options.only:
                parts += [measure(scenario, dataset, servers, how, workers) for workers in how.workers]
    place = report.write(options.results, parts, how, about)
    print((place / "README.md").read_text())
    problems = [problem for part in parts for problem in part.problems]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems or not (has_wrk or options.smoke) else 0


def _lists(options: argparse.Namespace) -> int:
    sizes = ["tiny", "small"] if options.smoke else options.sizes
    repetitions, depth = (3, 200) if options.smoke else (options.repetitions, lists.DEPTH)
    with started() as servers:
        about = {"commit": report.commit(), **report.machine(), **servers.versions}
        databases = worlds.given_or_made(servers, sizes, dict(options.database))
        about |= {"postgresql": worlds.version(databases[0]), "repetitions": str(repetitions)}
        with worlds.served(databases, servers) as served:
            found = lists.compare(
                served, repetitions, lambda case: not options.only or options.only in case.name, depth
            )
    page = report.write_part(options.results, "lists", lists.page(found), [each.as_json() for each in found], about)
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
            found = search.measure(served, 1 if options.smoke else options.repetitions)
    page = report.write_part(
        options.results, "search", search.page(found), [attrs.asdict(each) for each in found], about
    )
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


def _plans(options: argparse.Namespace) -> int:
    with started() as servers:
        (world,) = worlds.given_or_made(servers, [options.size], dict(options.database))
        version = worlds.version(world)
        found = plans.plans(world.database_url)
    scanning = [plan for plan in found if plan.scans]
    for plan in scanning:
        print(f"{plan.name} reads all of {', '.join(plan.scans)}:\n{plan.text}\n", file=sys.stderr)
    if not options.verify:
        plans.write(found, options.directory, version)
        print(f"Wrote {len(found)} plans to {options.directory}/")
    return 1 if scanning else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the service.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    run = commands.add_parser("run", help="load the service and its peers", description="Measures everything.")
    run.set_defaults(run=_run)
    run.add_argument("--seconds", type=float, default=5.0, help="of one load (default: 5)")
    run.add_argument("--rounds", type=int, default=5, help="how often each contender is loaded (default: 5)")
    run.add_argument("--connections", type=int, default=64, help="kept busy by wrk (default: 64)")
    run.add_argument("--workers", type=_numbers, default=(1, 2), help="processes, one or several (default: 1,2)")
    names = [scenario.name for scenario in SCENARIOS]
    run.add_argument("--only", type=lambda text: text.split(","), help=f"of: {', '.join(names)}")
    run.add_argument("--results", type=Path, default=Path("bench/results"), help="default: bench/results")
    run.add_argument("--smoke", action="store_true", help="each scenario for a second, on few rows")

    all_lists = commands.add_parser("lists", help="every list, first and deep, on worlds of several sizes")
    all_lists.set_defaults(run=_lists)
    all_lists.add_argument("--sizes", type=_names, default=["small", "large"], help="default: small,large")
    all_lists.add_argument("--repetitions", type=int, default=31, help="of each page, interleaved (default: 31)")
    all_lists.add_argument("--only", help="lists whose name has this in it")
    searches = commands.add_parser("search", help="the queries of bench/queries.txt, one after the other")
    searches.set_defaults(run=_search)
    searches.add_argument("--size", default="large", help="default: large")
    searches.add_argument("--repetitions", type=int, default=3, help="of each query (default: 3)")
    live = commands.add_parser("streams", help="what open streams weigh, and how soon they all hear")
    live.set_defaults(run=_streams)
    live.add_argument("--streams", type=int, default=5000, help="open at once (default: 5000)")
    live.add_argument("--rounds", type=int, default=5, help="events that all hear of (default: 5)")
    live.add_argument("--rest", type=float, default=20.0, help="seconds of heartbeats before weighing (default: 20)")
    for measuring in (all_lists, searches, live):
        measuring.add_argument("--results", type=Path, default=Path("bench/results"), help="default: bench/results")
        measuring.add_argument("--smoke", action="store_true", help="on few rows, and few times")

    writing = commands.add_parser("plans", help="the plans of the hot queries, into docs/plans/")
    writing.set_defaults(run=_plans)
    writing.add_argument("--size", default="medium", help="default: medium")
    writing.add_argument("--directory", type=Path, default=plans.DIRECTORY, help="default: docs/plans")
    writing.add_argument("--verify", action="store_true", help="write nothing; fail when a plan scans")
    for asking in (all_lists, searches, writing):
        asking.add_argument(
            "--database",
            type=_database,
            action="append",
            default=[],
            metavar="SIZE=URL",
            help="a database that holds a world of this size; without one it is made",
        )
    return parser


def _names(text: str) -> list[str]:
    return text.split(",")


def _database(text: str) -> tuple[str, str]:
    size, _, url = text.partition("=")
    if not url.startswith(("postgresql://", "postgres://")):
        raise argparse.ArgumentTypeError("SIZE=postgresql://…")
    return size, url


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
