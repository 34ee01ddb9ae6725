"""
Directories outside the checkout, for a server whose user cannot enter the checkout.

Only root needs them, and only where the kernel or a sandbox refuses the capability of `process.start`. They are below
/var/lib, where only root can create files, so no other user can prepare or replace them.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from service.dev.local.layout import LocalError

ROOT = Path("/var/lib/aipoweredmakers-local")


def shelter_of(path: Path) -> Path:
    """Return the replacement of `path`. Each path, and so each checkout, has its own."""
    return ROOT / hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:20]


def make_shelter(path: Path) -> Path:
    """Create the replacement of `path`; other users may pass through it. Raise LocalError."""
    try:
        for directory in (ROOT, shelter_of(path)):
            directory.mkdir(mode=0o711, exist_ok=True)
            found = directory.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != 0 or found.st_mode & 0o022:
                raise LocalError(f"{directory} must be a directory that only root can write to. Remove it.")
            directory.chmod(0o711)  # whatever the umask
    except OSError as error:
        raise LocalError(
            f"PostgreSQL runs as another user than root, and that user cannot enter {path}.\n"
            f"The directory that replaces it cannot be created: {error}\n"
            "Move the checkout to a directory that every user can enter, or set DATABASE_URL to your own server."
        ) from error
    return shelter_of(path)


def copy_into_shelter(paths: Sequence[Path], *, version: str) -> Path:
    """Copy directories into the shelter of the first, unless this version is there. Return where they are."""
    shelter = make_shelter(paths[0])
    target = shelter / version
    if not target.exists():
        draft = Path(tempfile.mkdtemp(dir=shelter))
        for path in paths:
            shutil.copytree(path, draft / path.name, symlinks=True)
        draft.chmod(0o755)
        try:
            draft.rename(target)
        except OSError:  # another process was faster
            shutil.rmtree(draft)
    return target


def remove_shelter(path: Path) -> None:
    """Remove the replacement of `path` if it exists."""
    if ROOT.exists():
        shutil.rmtree(shelter_of(path), ignore_errors=True)
        with contextlib.suppress(OSError):  # others are in use
            ROOT.rmdir()
