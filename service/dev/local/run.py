"""Run everything (`make run`): start servers, schema, demo data, API, job process and web in order, watch them, and
stop them in reverse order.
"""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from attrs import frozen

from service.core.config import API_PATH
from service.db import migrations
from service.dev.local import web
from service.dev.local.layout import CHECKOUT, Layout, LocalError, port_is_free, remembered_port
from service.dev.local.logs import readable
from service.dev.local.process import command_line, is_alive, start, stop_child, stop_leftover
from service.dev.local.servers import Servers, Stopped, exclusive, owner_url, started, stop_on_signals

_READY_SECONDS = 60.0


@frozen
class Demo:
    """Demo data, passed by the caller because of the import layers."""

    load_when_empty: Callable[[str, Callable[[str], None]], object]
    """Called with a database URL and a progress function. Does nothing if the database has data."""
    accounts: Callable[[str], list[str]]
    """Called with a database URL. Returns lines that describe the demo accounts, if they exist."""


def run(demo: Demo, environment: Mapping[str, str]) -> int:
    """Run everything until Ctrl-C or until a part ends. Return the exit status. Raise LocalError."""
    layout = Layout.of_checkout()
    stop_on_signals()
    try:
        with exclusive(layout, "make run"), ExitStack() as stack:
            given = _checked(layout, environment)
            with_web = _web_runs(given)
            servers = stack.enter_context(started(layout, _with_web(given) if with_web else given))
            _prepare_database(servers, demo)
            children = _start_service(layout, servers, stack)
            accounts = demo.accounts(servers.environment["DATABASE_URL"])
            _wait_ready(layout, servers, children)
            _welcome(layout, servers, accounts)
            _warn_of_redis(servers)
            beside = _start_web(layout, servers, stack) if with_web else None
            return _watch(layout, servers, children, beside)
    except Stopped:
        say("Stopped." if environment.get("DATABASE_URL") else "Stopped. The data stays in .local/.")
        return 0


def say(line: str) -> None:
    print(line, flush=True)


def _checked(layout: Layout, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment with all ports. Raise LocalError for a used port before anything starts."""
    _end_leftovers(layout)
    host = environment.get("HOST") or "127.0.0.1"
    chosen = {"HOST": host, "PORT": _free(environment, "PORT", "8000", host)}
    if not environment.get("METRICS_PORT"):
        # The default is 9100. Each checkout has its own port, so that two can run at the same time.
        chosen["METRICS_PORT"] = str(remembered_port(layout, "metrics"))
    return {**environment, **chosen}


def _free(environment: Mapping[str, str], name: str, default: str, host: str) -> str:
    """Return the port that a variable names. Raise LocalError if it is invalid or in use."""
    port = environment.get(name) or default
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise LocalError(f"{name} must be a number from 1 to 65535, not {port!r}.")
    if not port_is_free(int(port), host):
        other = next((p for p in range(int(port) + 1, min(int(port) + 100, 65536)) if port_is_free(p, host)), None)
        hint = f"`{name}={other} make run`" if other else f"another {name}"
        raise LocalError(f"Port {port} on {host} is in use. Stop the other program, or use {hint}.")
    return port


def _web_runs(environment: Mapping[str, str]) -> bool:
    """Return whether to run the web; print the reason if it cannot run. Raise LocalError for a WEB other than on or
    off.
    """
    wanted = (environment.get("WEB") or "on").lower()
    if wanted not in {"on", "off"}:
        raise LocalError(f"WEB must be on or off, not {wanted!r}.")
    if wanted == "off":
        return False
    why = web.missing()
    if why is not None:
        say(f"The web does not start: {why}")
    return why is None


def _with_web(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment with the web's port and address, which the API needs, too."""
    port = _free(environment, "WEB_PORT", "3000", environment["HOST"])
    if port == environment["PORT"]:
        raise LocalError(f"PORT and WEB_PORT are both {port}. Change one of them.")
    # Only on this machine can all visitors have the same address, which the web forwards.
    trusted = ",".join(filter(None, (environment.get("TRUSTED_PROXIES"), "127.0.0.1,::1")))
    address = _address(_reachable_host(environment), port)
    known = {"WEB_PORT": port, "WEB_URL": environment.get("WEB_URL") or address, "TRUSTED_PROXIES": trusted}
    return {**environment, **known}


def _start_web(layout: Layout, servers: Servers, stack: ExitStack) -> web.Web:
    environment = servers.environment
    host, port = _reachable_host(environment), environment["WEB_PORT"]
    own = {
        "API_URL": _address(host, environment["PORT"]),
        "PORT": port,
        "HOSTNAME": environment["HOST"],
        # The API trusts this web as a proxy. The web trusts the proxy in front of it.
        "TRUSTED_PROXIES": os.environ.get("TRUSTED_PROXIES", ""),
    }
    made = web.Web(layout, _address(host, port), {**environment, **own})
    # Stopped first.
    stack.callback(made.stop)
    made.begin(say)
    return made


def _address(host: str, port: str) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _end_leftovers(layout: Layout) -> None:
    """Stop API, job process and web of a killed run where the kernel does not do so (not Linux)."""
    for name in ("serve", "worker", "web"):
        pidfile = layout.root / f"{name}.pid"
        try:
            pid, supervisor = (int(word) for word in pidfile.read_text().split())
        except (FileNotFoundError, ValueError):
            continue
        if not is_alive(supervisor) and is_alive(pid) and _is_ours(name, command_line(pid)):
            stop_leftover(pid, (signal.SIGTERM, signal.SIGKILL), patience=35.0)


def _is_ours(name: str, command: str) -> bool:
    """Return whether the process is the web: the process id may be reused, and Next sets its own process title."""
    known = ("-m service local web-build", "server.js", "next-server") if name == "web" else (f"-m service {name}",)
    return any(words in command for words in known)


def _prepare_database(servers: Servers, demo: Demo) -> None:
    url = owner_url(servers.environment)
    applied = migrations.apply(url, say)
    if applied:
        say(f"Migrations applied: {len(applied)}.")
    demo.load_when_empty(url, say)


def _start_service(layout: Layout, servers: Servers, stack: ExitStack) -> dict[str, subprocess.Popen[bytes]]:
    children: dict[str, subprocess.Popen[bytes]] = {}
    # Only migrations need the owner's URL. An attacker who takes over the application must not find it.
    environment = {name: value for name, value in servers.environment.items() if name != "OWNER_DATABASE_URL"}
    # Start the job process first, so that the API stops before it and the last mails are sent.
    for name in ("worker", "serve"):
        log = _log(layout, name)
        if log.exists():
            # Each run starts a new file and keeps the file of the run before.
            log.replace(log.with_suffix(".previous.log"))
        with log.open("ab") as file:
            child = start(
                [sys.executable, "-m", "service", name],
                log=file,
                on_parent_death=signal.SIGTERM,
                environment={**environment, "LOG_FORMAT": "json"},
                directory=CHECKOUT,
            )
        (layout.root / f"{name}.pid").write_text(f"{child.pid} {os.getpid()}\n")
        stack.callback(stop_child, child, signal.SIGTERM, patience=40.0)
        children[name] = child
    return children


def _wait_ready(layout: Layout, servers: Servers, children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while not _is_ready(servers.environment):
        for name, child in children.items():
            if child.poll() is not None:
                raise LocalError(_obituary(layout, name, child))
        if time.monotonic() > deadline:
            raise LocalError(f"The API is not ready after {_READY_SECONDS:.0f} s; see {_log(layout, 'serve')}")
        time.sleep(0.03)


def _is_ready(environment: Mapping[str, str]) -> bool:
    connection = http.client.HTTPConnection(_reachable_host(environment), int(environment["PORT"]), timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _reachable_host(environment: Mapping[str, str]) -> str:
    host = environment["HOST"]
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 — compared, not bound


def _welcome(layout: Layout, servers: Servers, accounts: list[str]) -> None:
    environment = servers.environment
    base = _address(_reachable_host(environment), environment["PORT"])
    say(f"\n  API      {base}{API_PATH}")
    say(f"  Docs     {base}/docs")
    metrics_host = environment.get("METRICS_HOST") or "127.0.0.1"
    say(f"  Metrics  http://{metrics_host}:{environment['METRICS_PORT']}/metrics")
    if environment["MAIL_URL"].startswith("file://"):
        say(f"  Mail     {environment['MAIL_URL'].removeprefix('file://')}")
    say(f"  Logs     {layout.logs}  (`make logs-pretty`)")
    for number, account in enumerate(accounts):
        say(f"  {'Log in' if number == 0 else '':7}  {account}")
    say("\nCtrl-C stops it.")


def _warn_of_redis(servers: Servers) -> None:
    """Warn about a wrong REDIS_URL: the API is ready without Redis, but nobody could log in."""
    if servers.redis is not None:
        return
    import redis

    try:
        with redis.Redis.from_url(
            servers.environment["REDIS_URL"], socket_connect_timeout=2, socket_timeout=2
        ) as client:
            client.ping()
    except redis.RedisError as error:
        say(f"\nNo connection to REDIS_URL. Nobody can log in: {error}")


def _watch(
    layout: Layout, servers: Servers, children: Mapping[str, subprocess.Popen[bytes]], beside: web.Web | None
) -> int:
    """Return 1 when a part ends. Stopped passes through."""
    while True:
        if beside is None or beside.settled:
            # Sleep until a child ends. Its owner reaps it.
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        if beside is not None and not beside.step(say):
            return 1
        for name, child in children.items():
            if child.poll() is not None:
                say(_obituary(layout, name, child))
                return 1
        for server in (servers.postgres, servers.redis):
            if server is not None and server.process.poll() is not None:
                say(f"{type(server).__name__} ended unexpectedly; see {server.log}. Stopping the rest.")
                return 1
        time.sleep(0.1)  # an adopted grandchild, or a child that is already reaped


def _log(layout: Layout, name: str) -> Path:
    return layout.logs / f"{'api' if name == 'serve' else name}.log"


def _obituary(layout: Layout, name: str, child: subprocess.Popen[bytes]) -> str:
    log = _log(layout, name)
    words = [readable(line, colour=False) for line in log.read_text(errors="replace").splitlines()[-8:]]
    part = "The API" if name == "serve" else "The job process"
    return "\n".join([f"{part} ended (exit status {child.returncode}). The end of {log}:", *words])
