"""Test that pgbench runs the same statements per request, as often, as the service."""

import re
from collections import Counter
from pathlib import Path

import attrs
import psycopg
import pytest

from bench import floors
from bench.contenders import OURS, Running, started
from bench.dataset import Dataset, fill
from bench.floors import WRITES, Statement
from bench.request import Request, ask
from bench.scenarios import SCENARIOS
from bench.servers import Servers
from bench.servers import started as started_servers
from service.db.query import SQL_ROOT, read_sql

READERS = 6


def seen(servers: Servers) -> Counter[str]:
    """Return how often each statement ran, by its text without comments."""
    sql = "select query, calls from pg_stat_statements where query !~ 'pg_stat_statements'"
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        rows = connection.execute(sql).fetchall()
    found: Counter[str] = Counter()
    for query, calls in rows:
        found[plain(query)] += calls
    return found


def plain(sql: str) -> str:
    return " ".join(" ".join(line for line in sql.splitlines() if not line.lstrip().startswith("--")).split()).lower()


def beginning(statement: Statement) -> str:
    """Return the text up to the first parameter or constant, which PostgreSQL may show as a parameter."""
    return re.split(r"[$'0-9]", plain(read_sql((SQL_ROOT / statement.name).with_suffix(".sql"))))[0]


def run_round(running: Running, dataset: Dataset, name: str) -> None:
    """Run one round of a scenario as the first reader: each transaction once."""
    (scenario,) = [scenario for scenario in SCENARIOS if scenario.name == name]
    mine = [request for request in scenario.requests(dataset) if request.path.startswith(dataset.readers[0].path)]
    order = {"PUT": 0, "DELETE": 1, "POST": 0}
    for request in sorted(mine, key=lambda request: order[request.method]):
        status, _, body = ask(running.port, request)
        assert status in (201, 204), body


@pytest.mark.timeout(180)
def test_pgbench_runs_the_statements_of_the_service() -> None:
    if floors.find_pgbench() is None:
        pytest.skip(floors.NO_PGBENCH)
    with started_servers() as servers:
        dataset = fill(servers.database_url, READERS)
        with started(OURS, servers, 1, Path("none")) as running:
            for name, transactions in WRITES.items():
                run_round(running, dataset, name)  # with the session read, and the statements prepared
                before = seen(servers)
                run_round(running, dataset, name)
                did = seen(servers) - before
                wanted = [statement for transaction in transactions for statement in transaction]
                for statement in wanted:
                    times = sum(calls for query, calls in did.items() if query.startswith(beginning(statement)))
                    assert times == sum(each.name == statement.name for each in wanted), (statement.name, did)
                controls = sum(calls for query, calls in did.items() if query.rstrip(";") in ("begin", "commit"))
                assert controls == 2 * sum(len(transaction) > 1 for transaction in transactions)
                assert did.total() == len(wanted) + controls, did
        for name in WRITES:
            assert floors.pgbench(servers, name, READERS, READERS, 1) > 0
        assert_counts_hold(servers)


def assert_counts_hold(servers: Servers) -> None:
    """Assert that pgbench changed the intended rows, as counted by triggers."""
    with psycopg.connect(servers.database_url) as connection:
        found = connection.execute("select sum(comments), sum(stars) from project_stats").fetchone()
        rows = connection.execute("select (select count(*) from comment), (select count(*) from star)").fetchone()
    assert found == rows
    assert rows is not None
    assert rows[0] > 2


@pytest.mark.timeout(120)
def test_redis_benchmark_runs_the_admission_script() -> None:
    if floors.find_redis_benchmark() is None:
        pytest.skip(floors.NO_REDIS_BENCHMARK)
    with started_servers() as servers:
        assert floors.redis_admission(servers, 1000) > 0


def test_a_script_has_no_unfilled_parameters() -> None:
    for name in WRITES:
        script = floors.script(name, 10, 20)
        assert "$" not in script
        several = sum(len(transaction) > 1 for transaction in WRITES[name])
        assert script.count("begin;") == script.count("commit;") == several


def test_request_headers_follow_the_request() -> None:
    request = Request("/api/v1/feed", "token")
    assert attrs.evolve(request, etag='"1"').headers == {"Authorization": "Bearer token", "If-None-Match": '"1"'}
