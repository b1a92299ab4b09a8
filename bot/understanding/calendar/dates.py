"""Dates as they are typed: 24.12., 24/12, 2026-12-24, Dec 24. Knows figures and names of months.

A typed date need not exist: what "31.4." means is settled where it is looked for in the calendar.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.domain.clock.cadence import MONTHS_A_YEAR
from bot.understanding.words.tries import Phrases, Slot, beginning_like, either, pattern
from bot.understanding.words.vocabulary import numbered, rows

_AS_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_CENTURY = 2000
_LEAP_YEAR = 2000
_FEW = 3
"""Up to which ordinal a word is used of more than days: "the second one"."""
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date as it was typed; ``year`` is None when none was said."""

    year: int | None
    month: int
    day: int
    either_way: bool = False
    """Whether the figures may be the other way round: 4/3 of no year."""

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day, of no year in some year."""
        return is_date(_LEAP_YEAR if self.year is None else self.year, self.month, self.day)

    def turned(self) -> "TypedDate":
        """Return the date with day and month the other way round."""
        return replace(self, month=self.day, day=self.month)


def _day_of_month(found: re.Match[str]) -> int | None:
    return int(found[1]) or None


def _iso(found: re.Match[str]) -> TypedDate:
    return TypedDate(int(found[1]), int(found[2]), int(found[3]))


def _day_first(found: re.Match[str]) -> TypedDate | None:
    """Read 24.12. and 24/12; 12/24 only because no month has that number."""
    day, month, year = int(found["d"]), int(found["m"]), found["y"]
    full = int(year) + (_CENTURY if len(year) == len("26") else 0) if year else None
    slashed = "/" in found[0]
    if slashed and month > MONTHS_A_YEAR >= day:
        day, month = month, day
    either_way = slashed and full is None and day != month and day <= MONTHS_A_YEAR
    return _possible(TypedDate(full, month, day, either_way))


def _possible(typed: TypedDate) -> TypedDate | None:
    """Return a date that lies in a month, though perhaps in none so long."""
    in_a_month = 1 <= typed.month <= MONTHS_A_YEAR and 1 <= typed.day <= _LONGEST_MONTH
    return typed if in_a_month else None


def _dotted(found: re.Match[str]) -> TypedDate | None:
    """Read 24.12 without a last dot, but no time of day (12.10) and no amount (1.5 hours)."""
    typed = None if _is_amount(found) or _AS_CLOCK.fullmatch(found[0]) else _day_first(found)
    return typed if typed and typed.exists else None


def _dashed(found: re.Match[str]) -> TypedDate | None:
    """Read 15-12, but neither "2-3 weeks" nor the hours "8-10"."""
    typed = None if _is_amount(found) else _day_first(found)
    certain = typed is not None and (typed.day > MONTHS_A_YEAR or found["m"].startswith("0"))
    return typed if typed and certain and typed.exists else None


def _is_amount(found: re.Match[str]) -> bool:
    return _units().match(found.string, found.end()) is not None


@cache
def _units() -> re.Pattern[str]:
    """Return what matches a word for a length of time, after figures that are thus no date."""
    return re.compile(rf"\s*(?:{'|'.join(re.escape(word) for _, word in rows('units'))})\b")


def is_date(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _short_months() -> Slot:
    phrases: Phrases[int] = Phrases()
    for key, name in rows("short_months"):
        phrases.add(name, int(key))
        phrases.add(f"{name}.", int(key))
    return phrases.slot()


@cache
def ordinal_ending() -> str:
    """Return a regular expression for what makes a figure an ordinal: 24th, 24. and 24:e."""
    endings = sorted({ending for _, ending in rows("ordinal_endings")}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, endings))})"


def _later_than(least: int, ordinals: Slot) -> Slot:
    """Return a slot for ordinals that are no other words: "den andra" is the other one."""
    return beginning_like(ordinals)(
        lambda line, index: ((end, day) for end, day in ordinals(line, index) if day > least)
    )


def date_slots() -> dict[str, Slot]:
    """Return the slots of dates: whole ones in figures, days, months and years."""
    shapes = (
        pattern(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)", _iso),
        pattern(r"(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.(?P<y>\s?\d{4}|\d\d)?(?![\d:])", _day_first),
        pattern(
            r"(?P<d>\d\d?)/(?P<m>\d\d?)(?:[/-](?P<y>\d{4}|\d\d))?(?![\d/]|-(?!\d\d?/))", _day_first
        ),
        pattern(r"(?P<d>\d\d?)\.(?P<m>\d\d?)(?P<y>(?!))?(?![\d.:])", _dotted),
        pattern(r"(?P<d>\d\d?)-(?P<m>\d\d?)(?P<y>(?!))?(?![\d.:-])", _dashed),
        pattern(r"(?P<d>\d\d?)-(?P<m>\d\d?)-(?P<y>\d{4})(?![\d.:-])", _day_first),
    )
    ending = ordinal_ending()
    figures = pattern(rf"(\d\d?){ending}?(?!\d)", _day_of_month)
    words = either(numbered("plain_ordinals"), numbered("ordinals"), numbered("larger_ordinals"))
    return {
        "date": either(*shapes),
        "dom": either(figures, words),
        "laterdom": _later_than(_FEW, numbered("ordinals")),
        "figures": figures,
        "nthdom": either(
            pattern(rf"(\d\d?){ending}(?!\d)", _day_of_month), numbered("larger_ordinals")
        ),
        "year": pattern(r"(\d{4})(?!\d)", lambda found: int(found[1])),
        "fullmonth": numbered("months"),
        "month": either(numbered("months"), _short_months()),
    }
