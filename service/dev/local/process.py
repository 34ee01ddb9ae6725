"""Start and stop child processes. They end with their parent and run as an ordinary user where root is rejected."""

import ctypes
import os
import pwd
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from attrs import frozen

# linux/prctl.h, linux/capability.h
_PR_SET_PDEATHSIG = 1
_PR_SET_KEEPCAPS = 8
_PR_SET_SECUREBITS = 28
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_SECBIT_NO_SETUID_FIXUP = 1 << 2
_CAP_DAC_OVERRIDE = 1
_CAPABILITY_VERSION_3 = 0x20080522
_NOBODY = 65534

# Load it before any fork: a child should do little between fork and exec.
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@frozen
class Account:
    """User and group ids of a server."""

    uid: int
    gid: int


def unprivileged_account() -> Account | None:
    """Return the account for servers that reject root, or None if this process is not root."""
    if os.geteuid() != 0:
        return None
    # initdb requires a user in the system's user database.
    known = {entry.pw_name: entry for entry in pwd.getpwall() if entry.pw_uid != 0}
    entry = known.get("nobody") or next(iter(known.values()), None)
    return Account(entry.pw_uid, entry.pw_gid) if entry else Account(_NOBODY, _NOBODY)


def start(
    command: Sequence[str | Path],
    *,
    log: IO[bytes] | int,
    on_parent_death: signal.Signals,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a server in a new session, so that Ctrl-C reaches only this process, which stops servers in order.

    On Linux, the kernel sends `on_parent_death` to the server if this process is killed. Elsewhere, the next run stops
    it.
    """
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=environment,
        cwd=directory,
        start_new_session=True,
        preexec_fn=_before_exec(on_parent_death, account),
    )


def run_as(
    command: Sequence[str | Path], account: Account | None, environment: Mapping[str, str] | None = None
) -> None:
    """Run a short command under an account. Raise CalledProcessError with its output."""
    subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        preexec_fn=_before_exec(signal.SIGTERM, account),
    )


def _before_exec(on_parent_death: signal.Signals, account: Account | None) -> Callable[[], None]:
    parent = os.getpid()

    def prepare() -> None:
        if account is not None:
            _become(account)
        if _LIBC is not None:
            # After the change of user, because that clears the setting.
            _LIBC.prctl(_PR_SET_PDEATHSIG, int(on_parent_death), 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)

    return prepare


def can_execute(account: Account, path: Path) -> bool:
    """Return whether a program that `start` runs under this account may execute a file or enter a directory."""
    become = _before_exec(signal.SIGTERM, account)

    def prepare() -> None:
        become()
        if not os.access(path, os.X_OK):
            os._exit(1)

    return (
        subprocess.run(["/bin/sh", "-c", ":"], stdin=subprocess.DEVNULL, preexec_fn=prepare, check=False).returncode
        == 0
    )


def _become(account: Account) -> None:
    """
    Switch to the account, but keep CAP_DAC_OVERRIDE as an ambient capability (capabilities(7)).

    PostgreSQL refuses user id 0 and checks nothing else. With the capability, its programs and data can stay in a
    checkout that other users cannot enter, such as one below /root. Where the kernel or a sandbox refuses the
    capability, the process keeps none; `Postgres` then uses a directory outside the checkout.
    """
    allowed = False
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
        # Without this bit, access(2) ignores the capabilities of every user but root, and initdb calls access(2)
        # to find its own programs.
        allowed = _LIBC.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0) == 0
    os.setgroups([])
    os.setgid(account.gid)
    os.setuid(account.uid)
    if _LIBC is not None and not (
        allowed
        and _set_capabilities(1 << _CAP_DAC_OVERRIDE)
        and _LIBC.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0) == 0
    ):
        _set_capabilities(0)


def _set_capabilities(mask: int) -> bool:
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    return _LIBC is not None and bool(_LIBC.capset(header, struct.pack("6I", mask, mask, mask, 0, 0, 0)) == 0)


def is_alive(pid: int) -> bool:
    """Return whether the process exists and is not a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] != b"Z"
    except OSError:
        return sys.platform != "linux"


def command_line(pid: int) -> str:
    """Return the command line of a process, or an empty result if it is gone or hidden."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def stop_child(child: subprocess.Popen[bytes], sign: signal.Signals, *, patience: float) -> bool:
    """Terminate a child and wait `patience` seconds. Then kill it and return False."""
    if child.poll() is not None:
        return True
    child.send_signal(sign)
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return False
    return True


def stop_leftover(pid: int, signals: Sequence[signal.Signals], *, patience: float) -> None:
    """Stop a process that is not a child: send each signal in turn and wait `patience` seconds after each."""
    for sign in signals:
        if not is_alive(pid):
            return
        os.kill(pid, sign)
        deadline = time.monotonic() + patience
        while is_alive(pid) and time.monotonic() < deadline:
            time.sleep(0.02)
