"""The whole service on separate servers, which a test may stop, flush and kill.

Other tests share the PostgreSQL and Redis of the run; tests of this folder never touch those.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import orjson
import psycopg
from argon2 import PasswordHasher
from attrs import define, field, frozen

from service.core.clock import system_clock
from service.core.config import Config
from service.core.ids import new_id
from service.db import migrations, roles
from service.dev.local.layout import free_port
from service.dev.local.postgres import Postgres
from service.dev.local.process import is_alive, start
from service.dev.local.redis import Redis
from service.security.keyring import KeyRing
from service.security.tokens import AccessTokens, RefreshTokens
from tests.api import PASSWORD

CHECKOUT = Path(__file__).parents[2]
DATABASE = "fire"
ROUNDS = int(os.environ.get("FIRE_ROUNDS", "1"))
"""How often a test repeats its scenario. `make fire` sets more than a test run has time for."""

# An acknowledged commit must survive a killed server. Without fsync it may be lost only on a power failure.
SETTINGS = {"max_connections": "100", "fsync": "off", "full_page_writes": "off", "autovacuum": "off"}

START_SECONDS = 60.0


@frozen
class Maker:
    """A logged-in account."""

    maker_id: UUID
    handle: str
    email: str
    session_id: UUID
    token: str
    refresh_token: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@define
class Deployment:
    """The servers and the service's configuration for them."""

    place: Path
    postgres: Postgres
    redis: Redis
    environment: dict[str, str]
    password_hash: str
    _executor: ThreadPoolExecutor = field(init=False, factory=lambda: ThreadPoolExecutor(1))
    _made: int = field(init=False, default=0)

    @property
    def config(self) -> Config:
        return Config.from_env(self.environment)

    @contextmanager
    def database(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        with psycopg.connect(self.postgres.url(DATABASE), autocommit=True) as connection:
            yield connection

    def makers(self, count: int, *, role: Literal["maker", "admin"] = "maker") -> list[Maker]:
        """Insert accounts with a session each and return them with tokens."""
        keyring = KeyRing(self.config.secret_keys)
        access, refresh = AccessTokens(keyring, self.config.public_url), RefreshTokens(keyring)
        now = system_clock()
        made: list[Maker] = []
        with self.database() as database, database.cursor() as cursor:
            for _ in range(count):
                self._made += 1
                maker_id, handle = new_id(), f"maker-{self._made}"
                session_id = new_id()
                token, _ = access.issue(maker_id, session_id, role)
                made.append(
                    Maker(maker_id, handle, f"{handle}@example.org", session_id, token, refresh.encode(session_id, 0))
                )
            with cursor.copy(
                "copy maker (maker_id, handle, email, display_name, password_hash, role, created_at, updated_at)"
                " from stdin"
            ) as copy:
                for maker in made:
                    copy.write_row(
                        (maker.maker_id, maker.handle, maker.email, maker.handle, self.password_hash, role, now, now)
                    )
            with cursor.copy(
                "copy session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
                " expires_at) from stdin"
            ) as copy:
                for maker in made:
                    copy.write_row(
                        (
                            *(maker.session_id, maker.maker_id, "Fire", "fire", "127.0.0.1", "127.0.0.0/24"),
                            *(now, now, now + timedelta(days=30)),
                        )
                    )
        return made

    def another_session(self, maker: Maker, *, role: Literal["maker", "admin"] = "maker") -> str:
        """Log the maker in on another device and return the access token."""
        session_id, now = new_id(), system_clock()
        with self.database() as database:
            database.execute(
                "insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
                " expires_at) values (%s, %s, 'Fire', 'fire', '127.0.0.1', '127.0.0.0/24', %s, %s, %s)",
                (session_id, maker.maker_id, now, now, now + timedelta(days=30)),
            )
        keyring = KeyRing(self.config.secret_keys)
        return AccessTokens(keyring, self.config.public_url).issue(maker.maker_id, session_id, role)[0]

    def titles(self, like: str) -> list[str]:
        """Return the titles of all matching projects, including duplicates."""
        with self.database() as database:
            return [row[0] for row in database.execute("select title from project where title like %s", (like,))]

    def listed(self) -> list[str]:
        """Return the IDs of all listed projects."""
        with self.database() as database:
            return [str(row[0]) for row in database.execute("select project_id from project_listed")]

    async def in_thread[**P, T](self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run slow work in a thread that is always the same.

        A server ends with the thread that started it (prctl(2), PR_SET_PDEATHSIG).
        """
        return await asyncio.get_running_loop().run_in_executor(self._executor, partial(work, *args, **kwargs))

    def close(self) -> None:
        self._executor.shutdown()

    def postgres_processes(self) -> list[int]:
        """Return the process IDs of the server and its backends."""
        return [self.postgres.process.pid, *children(self.postgres.process.pid)]

    def kill_postgres(self) -> None:
        """Kill only the main server process, as the kernel's out-of-memory killer does."""
        self.postgres.process.kill()
        self.postgres.process.wait()

    def start_postgres(self) -> None:
        self.postgres.start()
        self.postgres.wait_ready()

    def kill_redis(self) -> None:
        self.redis.process.kill()
        self.redis.process.wait()

    def start_redis(self) -> None:
        """Start an empty Redis."""
        self.redis.start()
        self.redis.wait_ready()

    @contextmanager
    def serving(self, **changes: str) -> Iterator["Service"]:
        """Run `python -m service serve` with two workers until the block ends."""
        service = Service.start(self, "serve", **changes)
        try:
            service.wait_serving()
            yield service
        finally:
            service.end()

    @contextmanager
    def delivering(self, **changes: str) -> Iterator["Service"]:
        """Run `python -m service worker` until the block ends."""
        worker = Service.start(self, "worker", **changes)
        try:
            worker.event("job_process_started")
            yield worker
        finally:
            worker.end()


@contextmanager
def prepared(**settings: str) -> Iterator[Deployment]:
    """Start the servers in a temporary directory and migrate. `settings` are additional PostgreSQL settings."""
    with ExitStack() as exits:
        place = Path(tempfile.mkdtemp(prefix="aipm-fire-"))
        exits.callback(shutil.rmtree, place, ignore_errors=True)
        postgres_port, redis_port = free_port(), free_port()
        postgres = Postgres(
            place / "pg", {**SETTINGS, **settings}, place / "postgres.log", "unused", lambda: postgres_port
        )
        redis = Redis(place / "redis", place / "redis.log", "fire-password", lambda: redis_port, durable=False)
        exits.callback(postgres.stop)
        exits.callback(redis.stop)
        postgres.start()
        redis.start()
        postgres.wait_ready()
        with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {DATABASE}".encode())
        roles.create(postgres.url(DATABASE), {})
        migrations.apply(postgres.url(DATABASE, user=roles.OWNER))
        redis.wait_ready()
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(CHECKOUT),
            "DATABASE_URL": postgres.url(DATABASE, user=roles.APP),
            "REDIS_URL": redis.url(),
            "MAIL_URL": f"file://{place}/mail",
            "SECRET_KEYS": "fire:" + "0123456789abcdef" * 3,
            "PUBLIC_URL": "http://fire.test",
            "HOST": "127.0.0.1",
            "PORT": "0",
            "METRICS_PORT": "0",
            "WORKERS": "2",
            "DRAIN_TIMEOUT": "10",
            "MAX_CONNECTIONS_PER_ADDRESS": "100000",  # all test clients have one address
        }
        deployment = Deployment(place, postgres, redis, environment, PasswordHasher(2, 19_456, 1).hash(PASSWORD))
        exits.callback(deployment.close)
        yield deployment


@define
class Service:
    """A process of the service with its children and its log."""

    process: subprocess.Popen[bytes]
    log: Path
    port: int = 0
    _lines: list[bytes] = field(init=False, factory=list)
    _read: int = field(init=False, default=0)
    _reading: threading.Lock = field(init=False, factory=threading.Lock)

    @classmethod
    def start(cls, deployment: Deployment, command: str, **changes: str) -> "Service":
        log = deployment.place / f"{command}-{new_id()}.log"
        with log.open("ab") as file:
            process = start(
                [sys.executable, "-m", "service", command],
                log=file,
                on_parent_death=signal.SIGTERM,
                environment={**deployment.environment, **changes},
                directory=CHECKOUT,
            )
        return cls(process, log)

    def wait_serving(self) -> None:
        self.port = int(self.event("service_started")["port"])

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the log entries of one event so far; `request` entries are not kept."""
        with self._reading, self.log.open("rb") as file:
            file.seek(self._read)
            text = file.read()
            whole, _, _ = text.rpartition(b"\n")
            self._read += len(whole)
            self._lines += [line for line in whole.splitlines() if line and b'"event":"request"' not in line]
        mark = f'"event":"{name}"'.encode()
        return [orjson.loads(line) for line in self._lines if mark in line]

    def event(self, name: str, count: int = 1) -> dict[str, Any]:
        """Wait for the count-th entry of an event and return it. This blocks; use `until_event` inside a loop."""
        deadline = time.monotonic() + START_SECONDS
        while len(found := self.events(name)) < count:
            ended = self.process.poll() is not None
            assert not ended, f"the process ended without {name}:\n{self.tail()}"
            assert time.monotonic() < deadline, f"there is no {name} ({count}):\n{self.tail()}"
            time.sleep(0.02)
        return found[count - 1]

    async def until_event(self, name: str, count: int = 1) -> dict[str, Any]:
        """Wait as `event` does, while the loop continues."""
        return await asyncio.to_thread(self.event, name, count)

    def tail(self) -> str:
        return b"\n".join(self._lines[-30:]).decode(errors="replace")

    def workers(self) -> list[int]:
        return children(self.process.pid)

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self) -> None:
        """End the process and its workers in any state."""
        workers = self.workers()
        for _ in range(2):  # the second signal skips the drain
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
                time.sleep(0.05)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pid in workers:
            ended(pid, signal.SIGKILL, patience=5.0)

    def kill(self) -> list[int]:
        """Kill only the parent and return the workers, which end by themselves."""
        workers = self.workers()
        self.process.kill()
        self.process.wait()
        return workers


def ended(pid: int, sign: signal.Signals, *, patience: float) -> bool:
    """Wait until a process that is not our child ends. After `patience` seconds, send the signal."""
    deadline = time.monotonic() + patience
    while is_alive(pid):
        if time.monotonic() > deadline:
            os.kill(pid, sign)
            return False
        time.sleep(0.02)
    return True


def children(pid: int) -> list[int]:
    """Return the children of the process's first thread (proc(5), CONFIG_PROC_CHILDREN)."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []
