"""What the numbers of a cadence come to: every 3 or 4 weeks, five times a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from bot.domain.clock.cadence import MONTHS_A_YEAR, Cadence, Unit

_Parts = tuple[tuple[int | Fraction, Unit], ...]
_SMALLER: Mapping[Unit, _Parts] = {
    Unit.YEAR: ((MONTHS_A_YEAR, Unit.MONTH), (52, Unit.WEEK), (Fraction(1461, 4), Unit.DAY)),
    Unit.MONTH: ((4, Unit.WEEK), (30, Unit.DAY)),
    Unit.WEEK: ((7, Unit.DAY),),
    Unit.DAY: (),
}
"""What each unit is counted in where it is parted; a month is four weeks here."""
_WEEKS = {(3, Unit.MONTH): 13, (6, Unit.MONTH): 26}
"""Weeks in several months, where they are more than four a month."""
_FEWEST = 5
"""Of a smaller unit that is rounded down so many at least: what is cut off is little then."""


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many: one number, or any from ``low`` to ``high``."""

    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, number: int | str | Fraction) -> "HowMany":
        """Return one number as a span."""
        return cls(Fraction(number), Fraction(number))

    @property
    def middle(self) -> Fraction:
        """What lies half-way."""
        return (self.low + self.high) / 2

    @property
    def is_one(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def times(self, other: "HowMany") -> "HowMany":
        """Return the product."""
        return HowMany(self.low * other.low, self.high * other.high)

    def into(self, other: "HowMany") -> "HowMany":
        """Return the other divided by this: the more hellos, the shorter the time between."""
        return HowMany(other.low / self.high, other.high / self.low)


@dataclass(frozen=True, slots=True)
class Gap:
    """The cadence that was taken; ``is_exact`` tells whether it is just what was said."""

    cadence: Cadence
    is_exact: bool


def gap_of(every: HowMany, factor: int, unit: Unit) -> Gap:
    """Return the cadence of so many units: every 3 or 4 weeks is every 3, the shorter.

    Raises:
        ValueError: it is shorter than a day or longer than ten years.
    """
    middle = every.middle * factor
    if every.is_one and middle.denominator > 1:
        return _parted(every, ((factor, unit), *_parts(factor, unit)))
    return Gap(Cadence(floor(middle), unit), every.is_one)


def share_of(times: HowMany, every: HowMany, factor: int, unit: Unit) -> Gap:
    """Return the cadence of so many hellos in so many units: five times a year is every 10 weeks.

    Raises:
        ValueError: it is shorter than a day or longer than ten years.
    """
    return _parted(times.into(every), ((factor, unit), *_parts(factor, unit)))


def _parts(factor: int, unit: Unit) -> _Parts:
    """Return what a length of time is counted in where it is no whole number of itself."""
    weeks = _WEEKS.get((factor, unit))
    whole = ((weeks, Unit.WEEK),) if weeks else ()
    return (*whole, *((factor * count, smaller) for count, smaller in _SMALLER[unit]))


def _parted(share: HowMany, parts: _Parts) -> Gap:
    """Return a share in the first unit in which it comes out even, else in one that holds it."""
    for count, unit in parts:
        middle = share.middle * count
        if _is_even(share, count) and middle >= 1:
            return Gap(Cadence(floor(middle), unit), share.is_one)
    middle, unit = _held([(share.middle * count, unit) for count, unit in parts])
    return Gap(Cadence(floor(middle), unit), is_exact=False)


def _is_even(share: HowMany, count: int | Fraction) -> bool:
    return (share.low * count).denominator == (share.high * count).denominator == 1


def _held(counted: list[tuple[Fraction, Unit]]) -> tuple[Fraction, Unit]:
    """Return a length in the longest of the smaller units of which it has enough to be cut."""
    longest = counted[0][1]
    enough = (each for each in counted if each[0] >= _FEWEST and each[1] is not longest)
    return next(enough, counted[-1])
