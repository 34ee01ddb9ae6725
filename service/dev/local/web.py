"""Web of `make run`: built once for each state of its sources, then run as Next's standalone server. The API never
waits for it.
"""

import fcntl
import hashlib
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import define, field

from service.dev.local.layout import CHECKOUT, Layout, LocalError
from service.dev.local.process import start, stop_child
from service.dev.local.servers import stop_on_signals

FRONTEND = CHECKOUT / "frontend"
BUILDS = CHECKOUT / ".local" / "web"
"""Builds of all states of the sources, shared by all LOCAL_DIR."""

_OLDEST_NODE = (20, 9)
_KEPT_BUILDS = 3
_READY_SECONDS = 60.0
_STOP_SECONDS = 10.0

# Paths that are not part of a build: results, tools, tests.
_OTHER_FOLDERS = {"node_modules", "e2e", "test", "coverage", "test-results", "playwright-report"}
_OTHER_FILES = re.compile(
    r"\.test\.tsx?$|\.tsbuildinfo$|\.md$|^next-env\.d\.ts$|^Dockerfile$|^(playwright|vitest|eslint)\."
)

# Variables of the service that the web does not need and must not get.
_SECRETS = {"DATABASE_URL", "OWNER_DATABASE_URL", "REDIS_URL", "SECRET_KEYS", "MAIL_URL"}
# Variables that would change a build or omit the development packages.
_OURS = {"PORT", "HOST", "HOSTNAME", "NODE_ENV"}


def missing() -> str | None:
    """Return the reason why the web cannot run here, or None."""
    if not (FRONTEND / "package.json").exists():
        return "this checkout has no frontend/."
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"it needs Node 20.9 or newer with npm (https://nodejs.org/), but {program} is not on PATH."
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    version = re.match(r"v(\d+)\.(\d+)", said)
    if version is None or (int(version[1]), int(version[2])) < _OLDEST_NODE:
        return f"it needs Node 20.9 or newer (https://nodejs.org/), but found {said or 'another program'}."
    return None


def fingerprint() -> str:
    """Return a name for the state of the web's sources, from contents instead of dates."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(f"{path.relative_to(CHECKOUT)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = sorted(name for name in folders if name not in _OTHER_FOLDERS and not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not _OTHER_FILES.search(name):
                yield Path(folder, name)
    if (CHECKOUT / "openapi.json").exists():
        yield CHECKOUT / "openapi.json"


def built() -> Path | None:
    """Return the server.js of the current sources if it exists."""
    return _server(BUILDS / fingerprint())


def _server(build: Path) -> Path | None:
    program = build / "server.js"
    return program if program.exists() else None


def build(say: Callable[[str], None]) -> Path:
    """Build the web unless this state is built. Return its server.js. Raise LocalError."""
    stop_on_signals()
    why = missing()
    if why is not None:
        raise LocalError(f"Cannot build the web: {why}")
    BUILDS.mkdir(parents=True, exist_ok=True)
    with (BUILDS / "build.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return built() or _build(say)


def _build(say: Callable[[str], None]) -> Path:
    before = time.monotonic()
    _run(["sh", FRONTEND / "setup.sh"], "Installing the packages of the web failed")
    wanted = fingerprint()
    say("Building the web …")
    pnpm = CHECKOUT / ".local" / "node" / "node_modules" / ".bin" / "pnpm"
    _run([pnpm, "-C", FRONTEND, "run", "build"], "Building the web failed")
    made = FRONTEND / ".next" / "standalone"
    if _server(made) is None:
        raise LocalError(f"The build did not create {made.relative_to(CHECKOUT)}/server.js.")
    # The sources changed during the build. Use the result once, under a name that no later run looks up.
    place = BUILDS / (wanted if fingerprint() == wanted else f"{wanted}-{os.getpid()}")
    shutil.rmtree(place, ignore_errors=True)
    # Moved, so that the next build does not delete files of a running server.
    made.rename(place)
    _forget_old(place)
    say(f"Built the web in {time.monotonic() - before:.0f} s.")
    return place / "server.js"


def _forget_old(newest: Path) -> None:
    os.utime(newest)
    places = sorted((p for p in BUILDS.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime, reverse=True)
    for place in places[_KEPT_BUILDS:]:
        shutil.rmtree(place, ignore_errors=True)


def _run(command: Sequence[str | Path], failure: str) -> None:
    """Run a tool that starts other processes, and stop all of them on Stopped."""
    environment = {name: value for name, value in os.environ.items() if name not in _SECRETS | _OURS}
    sys.stdout.flush()
    child = start(
        command,
        log=sys.stdout.fileno(),
        on_parent_death=signal.SIGTERM,
        environment={**environment, "NEXT_TELEMETRY_DISABLED": "1"},
        directory=CHECKOUT,
    )
    try:
        status = child.wait()
    except BaseException:
        _end_group(child)
        raise
    if status != 0:
        raise LocalError(f"{failure} (exit status {status}).")


def _end_group(child: subprocess.Popen[bytes]) -> None:
    """Stop a child and its process group: each child leads a session."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, sign)
        except ProcessLookupError:
            break
        try:
            child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
    child.wait()


@define
class Web:
    """Web beside a running API. `step` advances it without waiting."""

    layout: Layout
    address: str
    """Address for browsers."""
    environment: Mapping[str, str]
    """Return API_URL, WEB_URL, PORT and HOSTNAME and the caller's variables."""
    _child: subprocess.Popen[bytes] | None = field(init=False, default=None)
    _stage: str = field(init=False, default="new")
    _since: float = field(init=False, default=0.0)

    @property
    def settled(self) -> bool:
        """Return whether nothing happens until a child ends."""
        return self._stage in {"running", "failed"}

    @property
    def log(self) -> Path:
        return self.layout.logs / "web.log"

    @property
    def build_log(self) -> Path:
        return self.layout.logs / "web-build.log"

    def begin(self, say: Callable[[str], None]) -> None:
        """Start the built server, or the build."""
        program = built()
        if program is not None:
            self._serve(program)
            return
        say(f"\nBuilding the web, once for this state of its sources ({self.build_log}) …")
        self._start("building", [sys.executable, "-m", "service", "local", "web-build"], self.build_log, CHECKOUT, {})

    def step(self, say: Callable[[str], None]) -> bool:
        """Advance and report the progress. Return False if the server has ended."""
        child = self._child
        if child is None:
            return True
        status = child.poll()
        if self._stage == "building" and status is not None:
            self._child = None
            program = _last_build(self.build_log) if status == 0 else None
            if program is None:
                self._stage = "failed"
                say(f"{_last_words('Building the web failed', self.build_log)}\nThe other parts continue.")
            else:
                self._serve(program)
        elif status is not None:
            say(_last_words(f"The web ended (exit status {status})", self.log))
            return False
        elif self._stage == "starting" and self._answers():
            self._stage = "running"
            say(f"\n  Web      {self.address}")
        elif self._stage == "starting" and time.monotonic() > self._since + _READY_SECONDS:
            say(_last_words(f"The web did not respond within {_READY_SECONDS:.0f} s", self.log))
            return False
        return True

    def stop(self) -> None:
        """Stop the web, at any stage."""
        child, self._child = self._child, None
        if child is not None and not stop_child(child, signal.SIGTERM, patience=_STOP_SECONDS):
            print("The web did not stop in time and was killed.")
        self.pidfile.unlink(missing_ok=True)

    @property
    def pidfile(self) -> Path:
        return self.layout.root / "web.pid"

    def _serve(self, program: Path) -> None:
        self._since = time.monotonic()
        # For the browser tests, which start a second server of the same build.
        (self.layout.root / "web.program").write_text(str(program))
        self._start("starting", ["node", program], self.log, program.parent, {"NODE_ENV": "production"})

    def _start(
        self, stage: str, command: Sequence[str | Path], log: Path, directory: Path, also: Mapping[str, str]
    ) -> None:
        environment = {name: value for name, value in self.environment.items() if name not in _SECRETS}
        if log.exists():
            log.replace(log.with_suffix(".previous.log"))
        with log.open("ab") as file:
            self._child = start(
                command,
                log=file,
                on_parent_death=signal.SIGTERM,
                environment={**environment, **also, "NEXT_TELEMETRY_DISABLED": "1"},
                directory=directory,
            )
        self.pidfile.write_text(f"{self._child.pid} {os.getpid()}\n")
        self._stage = stage

    def _answers(self) -> bool:
        """Return whether the web returns a page. Any response counts."""
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=10)
        try:
            connection.request("GET", "/robots.txt")
            return connection.getresponse().status < 600
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def _last_build(log: Path) -> Path | None:
    """Return the program that `web-build` printed in its last line."""
    lines = log.read_text(errors="replace").splitlines()
    program = Path(lines[-1]) if lines else Path()
    return program if program.name == "server.js" and program.exists() else None


def _last_words(what: str, log: Path) -> str:
    words = log.read_text(errors="replace").splitlines()[-12:] if log.exists() else []
    return "\n".join([f"{what}. The end of {log}:", *words])
