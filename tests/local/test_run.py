"""Test `make run` in a copy of the checkout: start, stop, kill and restart."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from service.db import roles
from tests.local.checkout import Checkout, copied

pytestmark = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Checkout]:
    with copied(tmp_path) as made:
        yield made


def test_start_stop_start(checkout: Checkout) -> None:
    running, said = checkout.start_ready()
    assert f"http://127.0.0.1:{checkout.port}/docs" in said
    assert str(checkout.root / ".local" / "mail") in said
    assert "@example.org" in said

    second = checkout.start()
    output, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"are already running: make run (process {running.pid})" in output

    # Commands use the running servers.
    shared = checkout.start("exec", "--", "python", "-c", "import os; print(os.environ['DATABASE_URL'])")
    assert shared.communicate(timeout=30)[0].strip() == checkout.urls()["DATABASE_URL"]

    assert owner_url_of(checkout, "serve") == owner_url_of(checkout, "worker") == ""
    with psycopg.connect(checkout.urls()["DATABASE_URL"]) as connection:
        found = connection.execute(
            "select current_user, rolsuper from pg_roles where rolname = current_user"
        ).fetchone()
        assert found == (roles.APP, False)
    with psycopg.connect(checkout.urls()["OWNER_DATABASE_URL"]) as connection:
        makers = connection.execute("select count(*) from maker").fetchone()
        connection.execute("create table kept ()")
    running.send_signal(signal.SIGINT)
    rest, _ = running.communicate(timeout=60)
    assert running.returncode == 0, rest
    checkout.wait_gone(0)
    assert not (checkout.root / ".local" / "postgres" / "data" / "postmaster.pid").exists(), "not a clean stop"

    running, said = checkout.start_ready()
    assert "Loading" not in said
    with psycopg.connect(checkout.urls()["OWNER_DATABASE_URL"]) as connection:
        assert connection.execute("select count(*) from maker").fetchone() == makers
        connection.execute("select from kept")
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=60)
    assert running.returncode == 0
    checkout.wait_gone(0)


def owner_url_of(checkout: Checkout, name: str) -> str:
    """Return the owner's URL in the environment of a running process, or ""."""
    pid = (checkout.root / ".local" / f"{name}.pid").read_text().split()[0]
    variables = Path(f"/proc/{pid}/environ").read_text().split("\0")
    return next((text for text in variables if text.startswith("OWNER_DATABASE_URL=")), "")


def test_a_path_too_long_for_a_socket_gives_each_role_a_password(tmp_path: Path) -> None:
    with copied(tmp_path / ("d" * 100)) as checkout:
        running, _ = checkout.start_ready()
        urls = checkout.urls()
        for name, role in (("DATABASE_URL", roles.APP), ("OWNER_DATABASE_URL", roles.OWNER)):
            assert urlsplit(urls[name]).username == role
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(urls[name].replace(f"{role}:", f"{role}:not-"))
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=60)


def test_after_a_kill_the_next_run_starts(checkout: Checkout) -> None:
    running, _ = checkout.start_ready()
    running.kill()
    running.communicate()
    # at once, without waiting for the killed processes
    running, _ = checkout.start_ready()
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 0
    checkout.wait_gone(30)


def test_all_processes_end_after_a_kill(checkout: Checkout) -> None:
    running, _ = checkout.start_ready()
    assert len(checkout.processes()) > 4
    running.kill()
    running.communicate()
    checkout.wait_gone(40)


def test_a_port_in_use_is_reported_before_anything_starts(checkout: Checkout) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", checkout.port))
        taken.listen()
        refused = checkout.start()
        output, _ = refused.communicate(timeout=30)
    assert refused.returncode == 1
    assert f"Port {checkout.port}" in output
    assert "PORT=" in output
    assert not (checkout.root / ".local" / "postgres").exists()


def test_when_a_process_ends_the_others_stop_with_a_message(checkout: Checkout) -> None:
    running, _ = checkout.start_ready()
    pid = int((checkout.root / ".local" / "worker.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    output, _ = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "The job process ended" in output
    checkout.wait_gone(0)


def test_exec_starts_and_stops_separate_servers(checkout: Checkout) -> None:
    command = checkout.start("exec", "--", "python", "-m", "service", "migrate")
    output, _ = command.communicate(timeout=60)
    assert command.returncode == 0, output
    checkout.wait_gone(0)
    failing = checkout.start("exec", "--", "python", "-c", "raise SystemExit(7)")
    failing.communicate(timeout=60)
    assert failing.returncode == 7


def test_secrets_are_created_once_and_are_private(checkout: Checkout) -> None:
    command = ("exec", "--", "python", "-c", "import os; print(os.environ['SECRET_KEYS'], os.environ['MAIL_URL'])")
    given = {"DATABASE_URL": "postgresql://nowhere/x", "REDIS_URL": "redis://nowhere"}
    first, _ = checkout.start(*command, **given).communicate(timeout=30)
    again, _ = checkout.start(*command, **given).communicate(timeout=30)
    assert first == again
    assert first.startswith("local:")
    assert (checkout.root / ".local" / "secrets.env").stat().st_mode & 0o777 == 0o600
    assert not (checkout.root / ".local" / "postgres").exists(), "servers were started despite given URLs"
