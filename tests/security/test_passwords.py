"""Test passwords: rules, hashing cost and the limit of waiting hashes."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from argon2 import extract_parameters
from argon2.exceptions import VerificationError
from zxcvbn_rs_py import zxcvbn

from service.security import passwords as module
from service.security.passwords import Busy, Passwords, check_strength
from tests.processes.running import eventually

GOOD = "correct horse battery"


@pytest.fixture
async def passwords() -> AsyncIterator[Passwords]:
    made = Passwords(threads=1, queue=1)
    yield made
    made.close()


class HeldHasher:
    """Replacement of the hasher that holds each hash until the test releases it."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.let = threading.Semaphore(0)

    def hash(self, _: str) -> str:
        self.begun.release()
        assert self.let.acquire(timeout=10)
        return "hash"


async def test_a_password_is_verified(passwords: Passwords) -> None:
    stored = await passwords.hash(GOOD)
    assert await passwords.verify(stored, GOOD)
    assert not await passwords.verify(stored, GOOD + "!")
    assert not await passwords.verify(None, GOOD)
    assert not await passwords.verify("", GOOD)
    assert not await passwords.verify("!", GOOD)


async def test_an_unknown_account_takes_a_hash_with_the_same_parameters(passwords: Passwords) -> None:
    stored = extract_parameters(await passwords.hash(GOOD))
    assert (stored.memory_cost, stored.time_cost, stored.parallelism, stored.type.name) == (
        19 * 1024,
        2,
        1,
        "ID",
    )
    assert extract_parameters(passwords._nobody) == stored
    # The dummy password does not log in to a missing account.
    assert not await passwords.verify(None, "the password of nobody")


async def test_a_password_is_equal_in_all_unicode_forms(passwords: Passwords) -> None:
    composed, decomposed = "Käsekuchen-Rezept", "Ka\u0308sekuchen-Rezept"
    assert composed != decomposed
    assert await passwords.verify(await passwords.hash(composed), decomposed)


async def test_a_hash_without_memory_is_an_error(passwords: Passwords, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    class NoMemory:
        def verify(self, password_hash: str, _: str) -> bool:
            tried.append(password_hash)
            raise VerificationError("Memory allocation error")

    stored = await passwords.hash(GOOD)
    monkeypatch.setattr(passwords, "_hasher", NoMemory())
    with pytest.raises(VerificationError):
        await passwords.verify(stored, GOOD)
    assert tried == [stored, passwords._nobody]


async def test_the_number_of_waiting_hashes_is_limited(passwords: Passwords, monkeypatch: pytest.MonkeyPatch) -> None:
    admission = HeldHasher()
    monkeypatch.setattr(passwords, "_hasher", admission)
    running, waiting = asyncio.create_task(passwords.hash("a")), asyncio.create_task(passwords.hash("b"))
    assert await asyncio.to_thread(admission.begun.acquire, timeout=10)
    with pytest.raises(Busy):
        await passwords.hash("c")
    with pytest.raises(Busy):
        await passwords.verify(None, "c")
    admission.let.release()
    assert await running == "hash"
    third = asyncio.create_task(passwords.hash("c"))
    admission.let.release(2)
    assert [await waiting, await third] == ["hash", "hash"]


async def test_a_cancelled_request_holds_its_place_until_its_thread_ends(
    passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    admission = HeldHasher()
    monkeypatch.setattr(passwords, "_hasher", admission)
    running = asyncio.create_task(passwords.hash("a"))
    assert await asyncio.to_thread(admission.begun.acquire, timeout=10)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()
    # The thread holds one place and the queue the other; a cancelled waiter releases its own.
    for _ in range(3):
        waiting = asyncio.create_task(passwords.hash("b"))
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await passwords.hash("c")
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    admission.let.release(2)
    assert await passwords.hash("d") == "hash"


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        (GOOD, None),
        ("x7Kq!m2v_Tz9", None),
        ("пароль-для-проверки", None),
        ("elevenchars", "too_short"),
        ("", "too_short"),
        ("ﷺ", None),  # NFKC makes eighteen characters of this one
        (GOOD + "x" * (128 - len(GOOD)), None),
        ("x" * (128 - len(GOOD)) + GOOD, None),
        (GOOD + "x" * (129 - len(GOOD)), "too_long"),
        ("x" + "a1b2c3d" * 18 + "y", None),
        ("ﷺ" * 8, "too_long"),
        ("qwertyuiop123", "too_common"),
        ("QWERTYUIOP123", "too_common"),
        ("passwordpassword", "too_common"),
        ("secret-secret-secret", "too_common"),
        ("aaaaaaaaaaaaa", "too_common"),
        ("ababababababa", "too_common"),
        ("ada.lovelace", "too_personal"),
        ("Ada.Lovelace", "too_personal"),
        ("countess@example.test", "too_personal"),
        ("Password123!", "too_weak"),
        ("P@55w0rd123!", "too_weak"),
        ("Summer2024!!", "too_weak"),
        ("Welkom01Welkom", "too_weak"),
        ("wachtwoord123", "too_weak"),
        ("abcdefghijklmn", "too_weak"),
        ("zxcvbnm,./zxcvbnm", "too_weak"),
        ("AIpoweredMakers!", "too_weak"),
        ("ada.lovelace!", "too_personal"),
        ("4d4.L0velace!", "too_personal"),
        ("Lovelace-1815", "too_personal"),
        ("ecalevol.ada1", "too_personal"),
        ("countess12345", "too_personal"),
        ("ByronByron1815", "too_personal"),
        ("hond fiets kaas lamp", None),
        ("nmgqhweoiqtz", None),
    ],
)
def test_password_rules(password: str, problem: str | None) -> None:
    given = {"handle": "ada.lovelace", "email": "countess@example.test", "name": "Ada Byron"}
    assert check_strength(password, **given) == problem


@pytest.mark.parametrize(
    "alphabet", ["4@8({[<369&#!1/|7+0$52%xz", "aeiost4310$57!@", "0123456789", "p@ssw0rd", "日本語ёжж", "ab"]
)
def test_the_strength_estimate_gets_a_short_text(alphabet: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its time depends on the length and on characters that replace letters."""
    estimated: list[str] = []

    def counted(password: str, words: list[str]) -> object:
        estimated.append(password)
        return zxcvbn(password, words)

    monkeypatch.setattr(module, "zxcvbn", counted)
    check_strength((alphabet * 128)[:128], handle="h" * 30, email="a.b-c@" * 40, name="n " * 40)
    assert all(len(text) <= 32 and not set(text) & set("({[<|+%") for text in estimated)
    assert len(estimated) <= 4


def test_the_list_of_common_passwords_is_normalized() -> None:
    known = module._common()
    assert len(known) > 300
    assert all(12 <= len(password) <= 128 and module.normalise(password).casefold() == password for password in known)


async def test_memory_is_released_when_no_hash_runs(passwords: Passwords, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[str] = []
    monkeypatch.setattr(module, "give_back_memory", lambda: given_back.append(threading.current_thread().name))
    monkeypatch.setattr(module, "REST", 3600)
    resting = []
    for _ in range(5):
        await passwords.hash(GOOD)
        resting.append(passwords._resting)
    monkeypatch.setattr(module, "REST", 0)
    await passwords.hash(GOOD)
    # Each hash delays the release that the previous one scheduled.
    assert all(timer is not None and timer.cancelled() for timer in resting)
    await eventually(lambda: given_back == ["argon2_0"])
    module.give_back_memory()
