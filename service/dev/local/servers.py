"""Servers of one checkout. The first command starts them and other commands use them."""

import fcntl
import json
import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import IO

from attrs import define

from service.db import roles
from service.dev.local.layout import Layout, LocalError, read_secrets, remembered_port, write_private
from service.dev.local.postgres import DURABLE, Postgres, remove_shelters
from service.dev.local.redis import Redis

_PATIENCE_WITH_OTHERS = 60.0


class Stopped(BaseException):
    """Request to stop (Ctrl-C, SIGTERM, closed terminal). Not an Exception, so that no handler swallows it."""


def stop_on_signals() -> None:
    """Raise Stopped in the main thread on the first SIGINT, SIGTERM or SIGHUP. Ignore later ones during the cleanup."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


@define
class Servers:
    """Servers that this process started, and the environment with their addresses."""

    environment: dict[str, str]
    postgres: Postgres | None = None
    redis: Redis | None = None


@contextmanager
def exclusive(layout: Layout, purpose: str) -> Iterator[None]:
    """Hold the checkout's lock for one command. Raise LocalError if another command runs the servers."""
    with _lock(layout, purpose) as holder:
        if holder is not None:
            raise LocalError(f"The servers of this checkout are already running: {holder}. Stop that command first.")
        yield


@contextmanager
def shared_servers(layout: Layout, purpose: str, given: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield the environment for a command: that of the running servers, or of newly started ones."""
    if given.get("DATABASE_URL") and given.get("REDIS_URL"):
        yield _environment(layout, given)
        return
    with _lock(layout, purpose) as holder:
        if holder is not None:
            yield _environment(layout, given) | _running(layout) | _given_urls(given)
        else:
            with started(layout, given) as servers:
                yield servers.environment


@contextmanager
def _lock(layout: Layout, purpose: str) -> Iterator[str | None]:
    """Hold the checkout's lock, or yield its holder. The kernel releases the lock when the process ends."""
    with layout.lock.open("a+") as file:
        if not _try_lock(file):
            file.seek(0)
            yield file.read().strip() or "another command of this checkout"
            return
        file.truncate(0)
        file.write(f"{purpose} (process {os.getpid()})\n")
        file.flush()
        layout.running.unlink(missing_ok=True)
        yield None


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _running(layout: Layout) -> dict[str, str]:
    """Return the URLs of the servers that another process starts or has started."""
    deadline = time.monotonic() + _PATIENCE_WITH_OTHERS
    while time.monotonic() < deadline:
        try:
            found: dict[str, str] = json.loads(layout.running.read_text())
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
        else:
            return found
    raise LocalError("Another command of this checkout has not finished starting the servers. Stop it, then try again.")


@contextmanager
def started(layout: Layout, given: Mapping[str, str]) -> Iterator[Servers]:
    """Start the servers that `given` does not define by DATABASE_URL or REDIS_URL, and stop them at the end. Requires
    the lock.
    """
    servers = Servers(_environment(layout, given))
    password = read_secrets(layout)["LOCAL_PASSWORD"]
    with ExitStack() as stack:
        # Both start at once. The stack stops Redis first, PostgreSQL last.
        if not given.get("DATABASE_URL"):
            servers.postgres = _postgres(layout, password)
            stack.callback(servers.postgres.stop)
            servers.postgres.start()
        if not given.get("REDIS_URL"):
            servers.redis = _redis(layout, password)
            stack.callback(servers.redis.stop)
            servers.redis.start()
        if servers.postgres is not None:
            servers.postgres.wait_ready()
            make_database(servers.postgres)
            roles.create(servers.postgres.url(), dict.fromkeys((roles.OWNER, roles.APP, roles.READ), password))
            servers.environment["DATABASE_URL"] = servers.postgres.url(user=roles.APP)
            servers.environment["OWNER_DATABASE_URL"] = servers.postgres.url(user=roles.OWNER)
        else:
            servers.environment["OWNER_DATABASE_URL"] = owner_url(given)
        if servers.redis is not None:
            servers.redis.wait_ready()
            servers.environment["REDIS_URL"] = servers.redis.url()
        urls = {name: servers.environment[name] for name in ("DATABASE_URL", "OWNER_DATABASE_URL", "REDIS_URL")}
        write_private(layout.running, json.dumps(urls))
        stack.callback(layout.running.unlink, missing_ok=True)
        yield servers


def _postgres(layout: Layout, password: str) -> Postgres:
    return Postgres(
        layout.root / "postgres",
        settings=DURABLE,
        log=layout.logs / "postgres.log",
        password=password,
        tcp_port=lambda: remembered_port(layout, "postgres"),
    )


def _redis(layout: Layout, password: str) -> Redis:
    return Redis(
        layout.root / "redis",
        log=layout.logs / "redis.log",
        password=password,
        port=lambda: remembered_port(layout, "redis"),
    )


def stop_leftovers(layout: Layout) -> None:
    """Stop servers that a killed run left behind. Raise LocalError while a run of this checkout is alive."""
    with exclusive(layout, "stop"):
        _postgres(layout, "").end_leftover()
        _redis(layout, "").end_leftover()


def clean_up(layout: Layout) -> None:
    """Stop leftovers and remove the files outside the checkout. Raise LocalError while a run is alive."""
    stop_leftovers(layout)
    remove_shelters(layout.root / "postgres")


def make_database(server: Postgres) -> None:
    """Create the service's database if it does not exist."""
    import psycopg
    from psycopg.errors import InvalidCatalogName
    from psycopg.sql import SQL, Identifier

    from service.dev.local.postgres import DATABASE

    try:
        psycopg.connect(server.url()).close()
    except psycopg.OperationalError as error:
        if not isinstance(error, InvalidCatalogName) and "does not exist" not in str(error):
            raise
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(SQL("create database {}").format(Identifier(DATABASE)))


def owner_url(environment: Mapping[str, str]) -> str:
    """Return the URL of the role that migrates: DATABASE_URL if there is one role for everything."""
    return environment.get("OWNER_DATABASE_URL") or environment["DATABASE_URL"]


def _given_urls(given: Mapping[str, str]) -> dict[str, str]:
    urls = {name: given[name] for name in ("DATABASE_URL", "REDIS_URL") if given.get(name)}
    return {**urls, "OWNER_DATABASE_URL": owner_url(given)} if "DATABASE_URL" in urls else urls


def _environment(layout: Layout, given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of every process of the service. Values set by the caller take precedence."""
    ours = {"SECRET_KEYS": read_secrets(layout)["SECRET_KEYS"], "MAIL_URL": f"file://{layout.mail}"}
    return {**ours, **{name: value for name, value in given.items() if value or name not in ours}}
