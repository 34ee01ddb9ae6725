"""The servers of one checkout: started by whoever comes first, used by the others, one set at a time."""

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
    """
    Someone asked us to stop (Ctrl-C, SIGTERM, a closed terminal). Not an Exception: nothing may swallow it.
    """


def stop_on_signals() -> None:
    """
    From now on SIGINT, SIGTERM and SIGHUP raise Stopped in the main thread; once: what follows is the tidying
    up.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


@define
class Servers:
    """What this process started, and the environment by which every command finds it."""

    environment: dict[str, str]
    postgres: Postgres | None = None
    redis: Redis | None = None


@contextmanager
def exclusive(layout: Layout, purpose: str) -> Iterator[None]:
    """Holds this checkout for one command. Raises LocalError when another one has its servers running."""
    with _lock(layout, purpose) as holder:
        if holder is not None:
            raise LocalError(f"This checkout's servers run already: {holder}. Stop that first.")
        yield


@contextmanager
def shared_servers(layout: Layout, purpose: str, given: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """
    The environment for a command that needs the servers: the running ones when there are some, else its own.
    """
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
    """Holds the checkout's lock, or yields who holds it. The kernel lets go of it however we end."""
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
    """The URLs of the servers another process is starting or has started."""
    deadline = time.monotonic() + _PATIENCE_WITH_OTHERS
    while time.monotonic() < deadline:
        try:
            found: dict[str, str] = json.loads(layout.running.read_text())
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
        else:
            return found
    raise LocalError("Another command of this checkout is starting the servers and does not come to an end.")


@contextmanager
def started(layout: Layout, given: Mapping[str, str]) -> Iterator[Servers]:
    """
    Starts what `given` does not name by DATABASE_URL or REDIS_URL, and stops it at the end. Only under the
    lock.
    """
    servers = Servers(_environment(layout, given))
    password = read_secrets(layout)["LOCAL_PASSWORD"]
    with ExitStack() as stack:
        # Both start at once; the stack stops Redis first, PostgreSQL last.
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
    """Ends what a killed run left running. Raises LocalError while a run of this checkout is alive."""
    with exclusive(layout, "stop"):
        _postgres(layout, "").end_leftover()
        _redis(layout, "").end_leftover()


def clean_up(layout: Layout) -> None:
    """End leftovers and remove what is outside the checkout. Raise LocalError while a run is alive."""
    stop_leftovers(layout)
    remove_shelters(layout.root / "postgres")


def make_database(server: Postgres) -> None:
    """Makes the service's database unless it is there."""
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
    """The URL of the role that migrates: DATABASE_URL's, where there is one role for everything."""
    return environment.get("OWNER_DATABASE_URL") or environment["DATABASE_URL"]


def _given_urls(given: Mapping[str, str]) -> dict[str, str]:
    urls = {name: given[name] for name in ("DATABASE_URL", "REDIS_URL") if given.get(name)}
    return {**urls, "OWNER_DATABASE_URL": owner_url(given)} if "DATABASE_URL" in urls else urls


def _environment(layout: Layout, given: Mapping[str, str]) -> dict[str, str]:
    """What every process of the service gets; each value set outside wins."""
    ours = {"SECRET_KEYS": read_secrets(layout)["SECRET_KEYS"], "MAIL_URL": f"file://{layout.mail}"}
    return {**ours, **{name: value for name, value in given.items() if value or name not in ours}}
