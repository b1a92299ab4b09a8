"""Pieces of a moment that stand side by side, such as a weekday and a date, made into one.

Knows which kinds go together and what they mean together, no words.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import NamedTuple, TypeAlias

from bot.understanding.calendar.moment_readings import (
    A_LITTLE,
    MomentReading,
    Settled,
    Third,
    as_day,
    nearest,
    settled,
)
from bot.understanding.calendar.moment_types import Around, NoSuchDay, Stretch, Two
from bot.understanding.calendar.recurring import DAY, WEEK, Recurring, meant

_A_YEAR = timedelta(days=365)
FRIDAY, A_WEEK = timedelta(days=4), timedelta(days=7)
"""From Monday on; nobody who says the end of the week means Sunday."""


class Part(NamedTuple):
    """A kind of piece and what it says."""

    kind: str
    reading: MomentReading


_Rule: TypeAlias = Callable[[MomentReading, MomentReading, Around], MomentReading]


def combined(parts: Sequence[Part], around: Around) -> Settled:
    """Return what pieces in any order mean together; None where they mean nothing together."""
    if len(parts) == 1:
        return settled(parts[0].reading, around)
    for first, second in permutations(parts, 2):
        rule = _PAIRS.get((first.kind, second.kind))
        if rule is None:
            continue
        kind, join = rule
        reading = join(first.reading, second.reading, around)
        if reading is None:
            continue
        others = [each for each in parts if each not in (first, second)]
        found = combined([Part(kind, reading), *others], around)
        if found is not None:
            return found
    return None


def may_join(kinds: frozenset[str]) -> bool:
    """Tell whether pieces of these kinds may ever mean something together."""
    return len(kinds) == 1 or any(
        {first, second} <= kinds and may_join(kinds - {first, second} | {kind})
        for (first, second), (kind, _) in _PAIRS.items()
    )


def _weekday_of(weekday: MomentReading) -> int | None:
    if not isinstance(weekday, Recurring):
        return None
    some = date(2000, 1, 3)
    return weekday.within(some, some + WEEK - DAY)[0].first.weekday()


def _on_date(weekday: MomentReading, dated: MomentReading, around: Around) -> MomentReading:
    """Read "monday the 22nd": the date if it is a Monday, else that date and the Monday."""
    wanted = _weekday_of(weekday)
    if wanted is None or not isinstance(dated, Recurring):
        return _agreed(weekday, dated, around)
    if dated.manner != "dated":
        return _agreed(weekday, settled(dated, around), around)
    agreeing = [day for day in _candidates(dated, around) if day.weekday() == wanted]
    if agreeing:
        return min(agreeing, key=lambda day: (_lies_wrong(day, around), abs(day - around.today)))
    near = nearest(dated.within, around)
    return _either(near, weekday, around) if near else NoSuchDay()


def _candidates(dated: Recurring, around: Around) -> list[date]:
    """Return the dates that may be meant: within a year in the direction, or a little aside."""
    first, last = around.today - A_LITTLE, around.today + _A_YEAR
    if around.back:
        first, last = around.today - _A_YEAR, around.today + A_LITTLE
    ways = [dated.within, *filter(None, [dated.turned])]
    return [each.first for way in ways for each in way(first, last)]


def _lies_wrong(day: date, around: Around) -> bool:
    return day > around.today if around.back else day < around.today


def _agreed(weekday: MomentReading, day: MomentReading, around: Around) -> MomentReading:
    """Return the day if it is that weekday, else both that are meant."""
    wanted = _weekday_of(weekday)
    if isinstance(day, NoSuchDay) or wanted is None:
        return day
    if not isinstance(day, date):
        return None
    return day if day.weekday() == wanted else _either(day, weekday, around)


def _either(day: date, weekday: MomentReading, around: Around) -> MomentReading:
    other = settled(weekday, around)
    other = other.first if isinstance(other, Two) else other
    return Two(day, other) if isinstance(other, date) and other != day else None


def _same(one: MomentReading, other: MomentReading, around: Around) -> MomentReading:
    """Return the day that both pieces name; two days where they differ."""
    day, again = settled(other, around), settled(one, around)
    if isinstance(day, Two) and again in {day.first, day.second}:
        return again
    if not (isinstance(day, date) and isinstance(again, date)):
        return None
    return day if day == again else Two(again, day)


def _beside(weekday: MomentReading, away: MomentReading, around: Around) -> MomentReading:
    """Read "friday in two weeks": the Friday of the week in which that day lies.

    Within a week the day itself must be that weekday, or both are meant.
    """
    wanted = _weekday_of(weekday)
    if wanted is None or not isinstance(away, date):
        return None
    found = away + timedelta(days=wanted - away.weekday())
    if found != away and abs(away - around.today) < WEEK:
        return _either(away, weekday, around)
    return found


def _inside(narrow: MomentReading, wide: MomentReading, around: Around) -> MomentReading:
    """Read "friday in week 13" and "first sunday in may": the only such time in the stretch."""
    if not isinstance(narrow, Recurring):
        return None
    if isinstance(wide, Stretch):
        found = narrow.once(wide.first, wide.last)
        return as_day(found) if found else None
    if not isinstance(wide, Recurring):
        return None
    stretches = wide

    def within(first: date, last: date) -> list[Stretch]:
        found = (
            narrow.once(each.first, each.last) for each in stretches.within(first - _A_YEAR, last)
        )
        return [each for each in found if each and first <= each.first <= last]

    inner = Recurring(within, "near" if wide.manner == "aside" else wide.manner)
    found = meant(inner, around)
    return as_day(found) if found else None


def _third(third: MomentReading, whole: MomentReading, _: Around) -> MomentReading:
    """Read "early next month" and "end of february": a third of it, never meant literally."""
    if not isinstance(third, Third):
        return None
    place = third.place
    if isinstance(whole, Stretch):
        return _part_of(whole, place)
    if not isinstance(whole, Recurring):
        return None
    stretches = whole

    def within(first: date, last: date) -> list[Stretch]:
        found = (_part_of(each, place) for each in stretches.within(first - _A_YEAR, last))
        return [each for each in found if first <= each.first <= last]

    return Recurring(within, whole.manner)


def _part_of(whole: Stretch, place: int) -> Stretch:
    days = (whole.last - whole.first).days + 1
    length = timedelta(days=-(-days // 3))
    start = (whole.first, whole.first + timedelta(days=days // 3), whole.last + DAY - length)
    first, last = start[place], start[place] + length - DAY
    middle = whole.first + (whole.last - whole.first - DAY) // 2  # of a month the 15th
    end = whole.first + FRIDAY if whole.last - whole.first < A_WEEK else last
    most = (None, middle, end)[place]
    return Stretch(first, last, about=True, most=most)


def _second(_: MomentReading, second: MomentReading, __: Around) -> MomentReading:
    return second


_STRETCHES = ("week", "month", "season", "year")
_PAIRS: dict[tuple[str, str], tuple[str, _Rule]] = {
    ("weekday", "date"): ("day", _on_date),
    ("weekday", "dom"): ("day", _on_date),
    ("weekday", "day"): ("day", _agreed),
    ("weekday", "away"): ("day", _beside),
    ("weekday", "week"): ("day", _inside),
    ("weekday", "feast"): ("day", _inside),
    ("dom", "month"): ("day", _inside),
    ("nth", "month"): ("day", _inside),
    ("date", "year"): ("day", _inside),
    ("month", "year"): ("month", _inside),
    ("season", "year"): ("season", _inside),
    ("feast", "year"): ("feast", _inside),
    ("week", "year"): ("week", _inside),
    ("date", "day"): ("day", _same),
    ("dom", "day"): ("day", _same),
    ("feast", "date"): ("day", _same),
    ("feast", "day"): ("day", _same),
    **{("third", kind): (kind, _third) for kind in _STRETCHES},
    **{("sometime", kind): (kind, _second) for kind in (*_STRETCHES, "day", "away", "feast")},
}
"""The kinds of two pieces, and the kind and the meaning of what they are together."""
