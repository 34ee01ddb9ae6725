"""Keyed pseudo-random numbers: every number is a function of a key, independent of earlier calls.

Each table can therefore be generated without the rows of another table. A star of project 7 needs the project's id and
date, and both follow from the seed and the number 7. Nothing is stored, so the size of the data set does not matter.
"""

from collections.abc import Sequence
from math import gcd
from typing import Final
from uuid import UUID

_MASK: Final = 2**64 - 1
_SHARE: Final = 2.0**-32
_GOLDEN: Final = 0x9E3779B97F4A7C15


def mixed(key: int) -> int:
    """Return 64 hashed bits: the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014)."""
    key = (key * _GOLDEN + _GOLDEN) & _MASK
    key = ((key ^ (key >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    key = ((key ^ (key >> 27)) * 0x94D049BB133111EB) & _MASK
    return key ^ (key >> 31)


class Prng:
    """Pseudo-random sequence of a key: Knuth's MMIX generator (TAOCP 2, §3.3.4), upper 32 bits."""

    __slots__ = ("_state",)

    def __init__(self, key: int) -> None:
        self._state = mixed(key)

    def share(self) -> float:
        """Return a number of [0, 1)."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (self._state >> 32) * _SHARE

    def below(self, count: int) -> int:
        """Return an integer from 0 to count - 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & _MASK
        return (self._state >> 32) * count >> 32

    def skewed(self, count: int, power: int) -> int:
        """Return an integer from 0 to count - 1, mostly a low one: 0 has the probability count ** (-1 / power)."""
        return int(count * self.share() ** power)

    def pick[T](self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]


class Shuffle:
    """Invertible permutation of 0 … count - 1: multiplication and shift modulo `count`."""

    __slots__ = ("_back", "_by", "_count", "_shift")

    def __init__(self, count: int, key: int) -> None:
        bits = mixed(key)
        by = int(count * (0.6 + bits % 1000 / 10_000))
        while gcd(by, count) != 1:
            by += 1
        self._count, self._by, self._back, self._shift = count, by, pow(by, -1, count), (bits >> 10) % count

    def place(self, number: int) -> int:
        return (number * self._by + self._shift) % self._count

    def number(self, place: int) -> int:
        """Return the number at `place`."""
        return (place - self._shift) * self._back % self._count


class Zipf:
    """Distribution of a total by Zipf's law: the share of place r is proportional to (r + 1) ** -exponent."""

    __slots__ = ("_exponent", "_first", "_most")

    def __init__(self, total: int, places: int, exponent: float, most: int) -> None:
        # The sum as an integral (Euler–Maclaurin, first term): accurate to one percent, which is sufficient.
        whole = 0.5 + 0.5 * places**-exponent + (places ** (1 - exponent) - 1) / (1 - exponent)
        self._first, self._exponent, self._most = total / whole, exponent, most

    def at(self, place: int, share: float) -> int:
        """Return the count of a place. `share` (0 to 1) rounds the fraction."""
        return min(self._most, int(self._first * (place + 1) ** -self._exponent + share))


def id_at(milliseconds: int, bits: int) -> UUID:
    """Return the UUIDv7 (RFC 9562 §5.7) of a Unix time and 64 random bits."""
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (bits >> 52) << 64 | 0b10 << 62 | (bits & 0x3FFFFFFFFFFFFFFF))
