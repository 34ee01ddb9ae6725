"""Test the embedded PostgreSQL: remaining processes, long paths and running as root."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from service.dev.local.layout import LocalError, free_port
from service.dev.local.postgres import THROW_AWAY, Postgres
from service.dev.local.process import is_alive


def server(directory: Path) -> Postgres:
    return Postgres(directory / "pg", THROW_AWAY, directory / "postgres.log", "a password", free_port)


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("p")
    yield place
    # stop the servers of failed tests
    server(place).end_leftover()


def start(directory: Path) -> Postgres:
    found = server(directory)
    found.start()
    found.wait_ready()
    return found


def select(url: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute("select current_setting('listen_addresses')").fetchone()
    return row and row[0]


def test_with_a_socket_the_server_does_not_listen_on_the_network(place: Path) -> None:
    running = start(place)
    assert select(running.url("postgres")) == ""
    running.stop()
    assert not (place / "pg" / "data" / "postmaster.pid").exists()


def test_a_path_too_long_for_a_socket_uses_loopback_with_a_password(place: Path) -> None:
    deep = place / ("d" * 100)
    deep.mkdir()
    running = start(deep)
    try:
        assert select(running.url("postgres")) == "127.0.0.1"
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(running.url("postgres").replace("a%20password", "wrong"))
    finally:
        running.stop()


def test_a_remaining_server_is_stopped_and_its_data_kept(place: Path) -> None:
    first = start(place)
    with psycopg.connect(first.url("postgres"), autocommit=True) as connection:
        connection.execute("create table kept ()")
    old = first.process.pid
    second = start(place)
    first.process.wait(5)
    assert not is_alive(old)
    with psycopg.connect(second.url("postgres")) as connection:
        connection.execute("select from kept")
    second.stop()


def test_the_server_starts_again_after_a_kill(place: Path) -> None:
    first = start(place)
    first.process.kill()
    first.process.wait()
    assert (place / "pg" / "data" / "postmaster.pid").exists()
    start(place).stop()


def test_a_reused_process_id_is_not_killed(place: Path) -> None:
    start(place).stop()
    pidfile = place / "pg" / "data" / "postmaster.pid"
    pidfile.write_text(f"{os.getpid()}\n{place / 'pg' / 'data'}\n1\n5432\n\n\n\nready\n")
    start(place).stop()


def test_data_of_another_version_is_rejected_and_unchanged(place: Path) -> None:
    start(place).stop()
    version = place / "pg" / "data" / "PG_VERSION"
    version.write_text("15\n")
    with pytest.raises(LocalError, match="PostgreSQL 15"):
        server(place).start()
    assert version.read_text() == "15\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts PostgreSQL as another user")
def test_root_runs_the_server_in_a_directory_closed_to_others(place: Path) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    running = start(closed)
    try:
        assert Path(f"/proc/{running.process.pid}").stat().st_uid != 0
        assert closed.stat().st_mode & 0o777 == 0o700
    finally:
        running.stop()


def test_a_failed_start_reports_the_reason(place: Path) -> None:
    start(place).stop()
    wrong = Postgres(place / "pg", {"shared_buffers": "nonsense"}, place / "postgres.log", "a password", free_port)
    wrong.start()
    began = time.monotonic()
    with pytest.raises(LocalError, match="shared_buffers"):
        wrong.wait_ready()
    assert time.monotonic() - began < 10


def test_the_server_ends_when_its_parent_is_killed(place: Path) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        # never return into pytest
        try:
            os.write(writer, f"{start(place).process.pid}\n".encode())
            signal.pause()
        finally:
            os._exit(1)
    os.close(writer)
    pid = int(os.read(reader, 20))
    os.close(reader)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    deadline = time.monotonic() + 10
    while is_alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)
