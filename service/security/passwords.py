"""Password hashing (argon2id in a few threads behind a bounded queue) and password validation."""

import asyncio
import ctypes
import os
import re
import threading
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from argon2.low_level import Type
from zxcvbn_rs_py import zxcvbn

MINIMUM_LENGTH = 12
MAXIMUM_LENGTH = 128
MINIMUM_LOG10_GUESSES = 9.0
"""Equals 10⁹ guesses. On zxcvbn's scale from 0 to 4, score 3 begins at 10⁸ guesses and score 4 at 10¹⁰."""
_ESTIMATED = 32
"""Number of characters per estimate: its time grows faster than the square of the length."""
_RARE_SUBSTITUTES = str.maketrans("({[<|+%", "~~~~~~~")
"""Signs that people rarely use as letters. zxcvbn tries all their combinations, which can take seconds."""
_SITE = ("aipoweredmakers", "powered", "makers")
_WORDS = 24
COMMON_PASSWORDS = Path(__file__).with_name("common_passwords.txt")

REST = 2.0
"""Seconds without a new password after which memory is returned to the system. During a series of passwords it is kept,
because allocating 19 MiB again, page by page, makes a hash 25 % slower.
"""


type Weakness = Literal["too_short", "too_long", "too_common", "too_personal", "too_weak"]


class Busy(Exception):
    """Error for a full queue of passwords to hash. HTTP returns 503 with Retry-After."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)


@cache
def _nobody() -> str:
    """Return the hash to verify if there is no account, so that a missing account takes the same time.

    It is a random hash of no password, so that a process need not compute one at start.
    """
    salt, digest = (b64encode(os.urandom(size)).decode().rstrip("=") for size in (16, 32))
    hasher = _hasher()
    return f"$argon2id$v=19$m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}${salt}${digest}"


class Passwords:
    """Password hasher with argon2id (RFC 9106): 19 MiB, two passes, one lane, OWASP's first choice.

    `threads` hashes run at once (default: one per core), and `queue` more may wait. A hash cannot be interrupted, so a
    cancelled request keeps its slot until its thread finishes. Otherwise clients that disconnect early could start
    unlimited hashes.

    Passwords are normalized to NFKC first (NIST SP 800-63B §3.1.1.2), so that all keyboards and systems produce the
    same password. They are neither trimmed nor case-folded.
    """

    def __init__(self, threads: int | None = None, queue: int = 32) -> None:
        threads = threads or os.cpu_count() or 1
        self._hasher = _hasher()
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="argon2")
        self._places = threading.BoundedSemaphore(threads + queue)
        self._nobody = _nobody()
        self._resting: asyncio.TimerHandle | None = None

    async def hash(self, password: str) -> str:
        """Return the PHC string to store. Raises Busy."""
        normal = normalise(password)
        return await self._run(lambda: self._hasher.hash(normal))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Return whether the password matches the hash. For None (no account) return False after the same time. Raises
        Busy.
        """
        normal = normalise(password)
        matches = await self._run(lambda: self._matches(password_hash or self._nobody, normal))
        return matches and password_hash is not None

    def close(self) -> None:
        """Wait for running hashes and drop the queued ones."""
        if self._resting is not None:
            self._resting.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _matches(self, password_hash: str, normal: str) -> bool:
        try:
            return self._hasher.verify(password_hash, normal)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError):
            if password_hash == self._nobody:
                raise  # the hash is valid, so argon2 ran out of memory
            # For example the marker of a deleted account: spend the time of a hash here, too.
            return self._matches(self._nobody, normal)

    async def _run[T](self, work: Callable[[], T]) -> T:
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            future: Future[T] = self._threads.submit(work)
        except BaseException:
            self._places.release()
            raise
        # Called when the thread finishes or a queued hash is cancelled, not when the waiting request is cancelled.
        future.add_done_callback(lambda _: self._places.release())
        if self._resting is not None:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(REST, self._threads.submit, give_back_memory)
        return await asyncio.wrap_future(future)


def give_back_memory() -> None:
    """Return memory that glibc has freed and kept to the system. Without glibc, do nothing."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def normalise(password: str) -> str:
    """Return the NFKC form, which is measured, compared and hashed."""
    return unicodedata.normalize("NFKC", password)


def check_strength(password: str, *, handle: str = "", email: str = "", name: str = "") -> Weakness | None:
    """Return why a password is rejected, or None if it is strong enough.

    The criteria are length, known passwords and the guesses that an attacker needs, not kinds of characters (NIST SP
    800-63B §3.1.1.2). zxcvbn (Wheeler, USENIX Security 2016) estimates the guesses. It knows words, names, dates,
    keyboard walks, repeats and substitutions, and receives the words of the account. The check takes a few milliseconds
    at most.
    """
    normal = normalise(password)
    # The length as sent is limited, too: NFKC can make a text eighteen times as long.
    if len(normal) < MINIMUM_LENGTH:
        return "too_short"
    if len(password) > MAXIMUM_LENGTH or len(normal) > MAXIMUM_LENGTH:
        return "too_long"
    folded = normal.casefold()
    if folded in _common() or _repeats(folded):
        return "too_common"
    personal = _words(handle, email, name)
    if folded in personal:
        return "too_personal"
    guesses = _log10_guesses(normal, [*personal, *_SITE])
    if guesses >= MINIMUM_LOG10_GUESSES:
        return None
    return "too_personal" if guesses < _log10_guesses(normal, _SITE) - 0.5 else "too_weak"


def _log10_guesses(password: str, words: Sequence[str]) -> float:
    """Estimate the guesses for a password. A strong beginning or end is sufficient."""
    plain = password.translate(_RARE_SUBSTITUTES)
    guesses: float = zxcvbn(plain[:_ESTIMATED], list(words)).guesses_log10
    if guesses < MINIMUM_LOG10_GUESSES and len(plain) > _ESTIMATED:
        guesses = max(guesses, zxcvbn(plain[-_ESTIMATED:], list(words)).guesses_log10)
    return guesses


def _words(handle: str, email: str, name: str) -> list[str]:
    """Return the words of an account, whole and in parts, case-folded."""
    whole = [normalise(text).casefold() for text in (handle, email, email.partition("@")[0], name) if text]
    parts = [part for text in whole for part in re.split(r"[\W_]+", text) if len(part) >= 3]
    return list(dict.fromkeys([*whole, *parts]))[:_WORDS]


def _repeats(text: str) -> bool:
    """Return whether the text repeats one shorter text, such as abcabcabcabca or secretsecret."""
    return any((text[:size] * len(text)).startswith(text) for size in range(1, len(text) // 2 + 1))


@cache
def _common() -> frozenset[str]:
    lines = COMMON_PASSWORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
