"""Chance that can be asked again: every number is a function of a key, whatever else was asked before.

So one table may be made without the rows of another: who starred project 7 needs its id and its date, and both follow
from the seed and the 7. Nothing is kept, however large the world is.
"""

from collections.abc import Sequence
from math import gcd
from typing import Final
from uuid import UUID

_MASK: Final = 2**64 - 1
_SHARE: Final = 2.0**-32
_GOLDEN: Final = 0x9E3779B97F4A7C15


def mixed(key: int) -> int:
    """64 bits that look nothing like the key's: SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014)."""
    key = (key * _GOLDEN + _GOLDEN) & _MASK
    key = ((key ^ (key >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    key = ((key ^ (key >> 27)) * 0x94D049BB133111EB) & _MASK
    return key ^ (key >> 31)


class Dice:
    """Throws that follow from a key: Knuth's MMIX generator (TAOCP 2, §3.3.4), of which the upper half is used."""

    __slots__ = ("_state",)

    def __init__(self, key: int) -> None:
        self._state = mixed(key)

    def share(self) -> float:
        """From 0 up to, but not, 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (self._state >> 32) * _SHARE

    def below(self, count: int) -> int:
        """From 0 to count - 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (self._state >> 32) * count >> 32

    def skewed(self, count: int, power: int) -> int:
        """From 0 to count - 1, low ones far more often: 0 comes with probability count ** (-1 / power)."""
        return int(count * self.share() ** power)

    def pick[T](self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]


class Shuffle:
    """A fixed disorder of 0 … count - 1 that can be undone: multiplication and shift modulo `count`."""

    __slots__ = ("_back", "_by", "_count", "_shift")

    def __init__(self, count: int, key: int) -> None:
        chance = mixed(key)
        by = int(count * (0.6 + chance % 1000 / 10_000))
        while gcd(by, count) != 1:
            by += 1
        self._count, self._by, self._back, self._shift = count, by, pow(by, -1, count), (chance >> 10) % count

    def place(self, number: int) -> int:
        return (number * self._by + self._shift) % self._count

    def number(self, place: int) -> int:
        """The number that `place` put there."""
        return (place - self._shift) * self._back % self._count


class Steep:
    """How a total is spread over places, by Zipf's law: place r has its share of (r + 1) ** -exponent."""

    __slots__ = ("_exponent", "_first", "_most")

    def __init__(self, total: int, places: int, exponent: float, most: int) -> None:
        # The sum of the law by its integral (Euler–Maclaurin, first term): exact to a percent, which is enough.
        whole = 0.5 + 0.5 * places**-exponent + (places ** (1 - exponent) - 1) / (1 - exponent)
        self._first, self._exponent, self._most = total / whole, exponent, most

    def at(self, place: int, share: float) -> int:
        """How many at a place; `share` (0 to 1) decides what happens to the fraction."""
        return min(self._most, int(self._first * (place + 1) ** -self._exponent + share))


def id_at(milliseconds: int, bits: int) -> UUID:
    """A UUIDv7 (RFC 9562 §5.7) of a time since 1970 and 64 bits."""
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (bits >> 52) << 64 | 0b10 << 62 | (bits & 0x3FFFFFFFFFFFFFFF))
