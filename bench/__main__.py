"""`python -m bench run`: measures, and writes bench/results/<date>-<commit>/."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import report, wrk
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
        return _run(options)
    except (LocalError, MigrationError, StartError, wrk.LoadError) as error:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the service.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    run = commands.add_parser("run", help="measure, and write the results", description="Measures everything.")
    run.add_argument("--seconds", type=float, default=5.0, help="of one load (default: 5)")
    run.add_argument("--rounds", type=int, default=5, help="how often each contender is loaded (default: 5)")
    run.add_argument("--connections", type=int, default=64, help="kept busy by wrk (default: 64)")
    run.add_argument("--workers", type=_numbers, default=(1, 2), help="processes, one or several (default: 1,2)")
    names = [scenario.name for scenario in SCENARIOS]
    run.add_argument("--only", type=lambda text: text.split(","), help=f"of: {', '.join(names)}")
    run.add_argument("--results", type=Path, default=Path("bench/results"), help="default: bench/results")
    run.add_argument("--smoke", action="store_true", help="each scenario for a second, on few rows")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
