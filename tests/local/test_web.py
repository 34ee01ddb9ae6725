"""Test `make run` with its web, using a stand-in for Node that builds and serves at once."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from service.dev.local.layout import free_port
from service.dev.local.web import fingerprint
from tests.local.checkout import Checkout, copied

pytestmark = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")

# stand-in for `node --version` and `node …/server.js`; it returns its environment
NODE = """#!{python}
import http.server, os, sys
if sys.argv[1] == "--version":
    print(os.environ.get("FAKE_VERSION", "v20.9.0")); raise SystemExit
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        names = ("API_URL", "WEB_URL", "HOSTNAME", "NODE_ENV", "SECRET_KEYS", "DATABASE_URL", "REDIS_URL", "MAIL_URL")
        self.send_response(200); self.end_headers()
        self.wfile.write("".join(f"{{name}}={{os.environ.get(name)}}\\n" for name in names).encode())
http.server.HTTPServer((os.environ["HOSTNAME"], int(os.environ["PORT"])), Page).serve_forever()
"""

SETUP = """#!/bin/sh
mkdir -p .local/node/node_modules/.bin
cat >.local/node/node_modules/.bin/pnpm <<'END'
#!/bin/sh
echo "building as told"
test ! -e frontend/src/broken || { echo "src/broken:1 does not compile"; exit 3; }
mkdir -p frontend/.next/standalone && echo "a build" >frontend/.next/standalone/server.js
END
chmod +x .local/node/node_modules/.bin/pnpm
"""


@pytest.fixture
def given(database_url: str, redis_url: str) -> dict[str, str]:
    """Servers that already run, for tests that do not start them."""
    return {"DATABASE_URL": database_url, "REDIS_URL": redis_url}


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Checkout]:
    with copied(tmp_path) as made:
        (tmp_path / "frontend" / "src").mkdir(parents=True)
        (tmp_path / "frontend" / "package.json").write_text("{}")
        (tmp_path / "frontend" / "setup.sh").write_text(SETUP)
        programs(tmp_path, "node", "npm")
        yield made


def programs(root: Path, *names: str) -> None:
    """Return a folder for PATH with the given programs and the shell's, without another Node."""
    folder = root / "programs"
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(NODE.format(python=sys.executable))
        (folder / name).chmod(0o755)
    for name in ("sh", "mkdir", "cat", "chmod", "echo", "test", "redis-server"):
        found = shutil.which(name)
        if found is not None and not (folder / name).exists():
            (folder / name).symlink_to(found)


def path(checkout: Checkout) -> str:
    return str(checkout.root / "programs")


def read_until(said: IO[str] | None, words: str) -> str:
    assert said is not None
    lines = ""
    for line in said:
        lines += line
        if words in line:
            return lines
    pytest.fail(f"`{words}` was never said:\n{lines}")


def start(checkout: Checkout, port: int, **environment: str) -> subprocess.Popen[str]:
    return checkout.start(**{"PATH": path(checkout), "WEB": "on", "WEB_PORT": str(port), **environment})


def stop(running: subprocess.Popen[str]) -> str:
    running.send_signal(signal.SIGINT)
    rest, _ = running.communicate(timeout=60)
    assert running.returncode == 0, rest
    return rest


def page(port: int) -> dict[str, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as response:
        lines = response.read().decode().splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_the_web_is_built_once_per_state_of_its_sources(checkout: Checkout, given: dict[str, str]) -> None:
    port = free_port()
    running = start(checkout, port, **given)
    said = read_until(running.stdout, "  Web ")
    # The API is ready before the web, and the welcome says so.
    assert said.index("Ctrl-C stops it.") < said.index("Building the web") < said.index("  Web ")
    assert f"http://127.0.0.1:{port}\n" in said
    known = page(port)
    assert known["API_URL"] == f"http://127.0.0.1:{checkout.port}"
    assert known["WEB_URL"] == f"http://127.0.0.1:{port}"
    assert (known["HOSTNAME"], known["NODE_ENV"]) == ("127.0.0.1", "production")
    for secret in ("SECRET_KEYS", "DATABASE_URL", "REDIS_URL", "MAIL_URL"):
        assert known[secret] == "None"
    assert "building as told" in (checkout.root / ".local" / "logs" / "web-build.log").read_text()
    # The service trusts the web as a proxy, and no other address.
    service = int((checkout.root / ".local" / "serve.pid").read_text().split()[0])
    environment = Path(f"/proc/{service}/environ").read_bytes().decode().split("\0")
    assert "TRUSTED_PROXIES=127.0.0.1,::1" in environment
    assert f"WEB_URL=http://127.0.0.1:{port}" in environment
    stop(running)
    checkout.wait_gone(0)

    # A changed test or timestamp causes no build; a changed source does.
    (checkout.root / "frontend" / "src" / "a.test.ts").write_text("a test")
    (checkout.root / "frontend" / "package.json").touch()
    running = start(checkout, port, **given)
    assert "Building the web" not in read_until(running.stdout, "  Web ")
    stop(running)
    (checkout.root / "frontend" / "src" / "page.tsx").write_text("new")
    running = start(checkout, port, **given)
    assert "Building the web" in read_until(running.stdout, "  Web ")

    # When the web ends, a message appears and everything stops.
    os.kill(int((checkout.root / ".local" / "web.pid").read_text().split()[0]), signal.SIGKILL)
    output, _ = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "The web ended" in output
    checkout.wait_gone(0)


def test_a_failed_web_build_does_not_stop_the_service(checkout: Checkout, given: dict[str, str]) -> None:
    (checkout.root / "frontend" / "src" / "broken").touch()
    running = start(checkout, free_port(), **given)
    said = read_until(running.stdout, "other parts continue")
    assert "Building the web failed" in said
    assert "src/broken:1 does not compile" in said
    assert checkout.readyz() == 200
    assert "Web" not in stop(running)


def test_the_web_runs_again_after_a_kill(checkout: Checkout, given: dict[str, str]) -> None:
    port = free_port()
    running = start(checkout, port, **given)
    read_until(running.stdout, "  Web ")
    running.kill()
    running.communicate()
    running = start(checkout, port, **given)
    read_until(running.stdout, "  Web ")
    stop(running)
    checkout.wait_gone(30)


def test_without_node_the_web_is_skipped_with_a_message(checkout: Checkout, given: dict[str, str]) -> None:
    (checkout.root / "programs" / "node").unlink()
    running = start(checkout, free_port(), **given)
    said = read_until(running.stdout, "Ctrl-C")
    assert [line for line in said.splitlines() if "Node" in line] == [
        "The web does not start: it needs Node 20.9 or newer with npm (https://nodejs.org/), but node is not on PATH."
    ]
    assert checkout.readyz() == 200
    stop(running)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"FAKE_VERSION": "v18.19.0"}, "Node 20.9 or newer (https://nodejs.org/), but found v18.19.0."),
        ({"WEB": "maybe"}, "WEB must be on or off, not 'maybe'."),
        ({"WEB_PORT": "many"}, "WEB_PORT must be a number from 1 to 65535, not 'many'."),
    ],
)
def test_configuration_errors_are_reported_before_anything_starts(
    checkout: Checkout, given: dict[str, str], environment: dict[str, str], message: str
) -> None:
    refused = start(checkout, free_port(), **{**given, **environment})
    assert message in read_until(refused.stdout, message)
    refused.send_signal(signal.SIGINT)
    refused.communicate(timeout=60)


def test_a_port_in_use_is_reported_before_anything_starts(checkout: Checkout) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = start(checkout, port)
        output, _ = refused.communicate(timeout=30)
    assert refused.returncode == 1
    assert f"Port {port} on 127.0.0.1 is in use" in output
    assert "WEB_PORT=" in output
    same = start(checkout, checkout.port)
    assert "PORT and WEB_PORT are both" in same.communicate(timeout=30)[0]
    assert not (checkout.root / ".local" / "postgres").exists()


def test_another_local_dir_runs_a_separate_system(checkout: Checkout, given: dict[str, str]) -> None:
    """Browser tests use LOCAL_DIR to run beside a `make run`."""
    first = checkout.start_ready(**given)[0]
    other, port = Checkout(checkout.root, free_port()), free_port()
    second = start(other, port, LOCAL_DIR=".local/second")
    read_until(second.stdout, "  Web ")
    assert page(port)["API_URL"] == f"http://127.0.0.1:{other.port}"
    assert (checkout.root / ".local" / "second" / "running.json").exists()
    assert len(list((checkout.root / ".local" / "web").glob("*/server.js"))) == 1, "builds are not shared"
    stop(second)
    assert first.poll() is None
    assert checkout.readyz() == 200
    stop(first)


def test_stopping_a_build_stops_its_tools(checkout: Checkout, given: dict[str, str]) -> None:
    (checkout.root / "frontend" / "setup.sh").write_text("mkdir -p .local/here; while :; do cat /dev/null; done")
    running = start(checkout, free_port(), **given)
    read_until(running.stdout, "Building the web")
    deadline = time.monotonic() + 20
    while not (checkout.root / ".local" / "here").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    stop(running)
    checkout.wait_gone(5)


def test_the_fingerprint_of_the_sources_is_stable_and_short() -> None:
    assert len(fingerprint()) == 16
    assert fingerprint() == fingerprint()
