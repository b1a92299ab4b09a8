"""What a piece of a moment can be before it is settled, and how it is settled here and now."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from bot.understanding.calendar.moment_types import (
    Around,
    Elapsed,
    NoSuchDay,
    Stretch,
    Two,
    Vague,
    Wrong,
)
from bot.understanding.calendar.parts_of_day import PartOnDate
from bot.understanding.calendar.recurring import DAY, WEEK, Recurring, Within, meant

Settled: TypeAlias = date | PartOnDate | Elapsed | Two | Wrong | Stretch | NoSuchDay | Vague | None
MomentReading: TypeAlias = "Settled | Recurring | Third"

_YEAR = timedelta(days=365)
A_LITTLE = timedelta(days=60)
"""How far on the other side of today a date without a year may lie and still be meant."""
_FAR_APART = timedelta(days=60)
"""How far apart the two ways to read 4/3 must lie to be asked about."""
_LEAP_CYCLE = timedelta(days=366 * 8)
"""Time without a 29 February: at most eight years around a century."""


@dataclass(frozen=True, slots=True)
class Third:
    """The beginning, the middle or the end of a stretch, which stands beside it: 0, 1 or 2."""

    place: int


def settled(reading: MomentReading, around: Around) -> Settled:
    """Return what a piece means here and now; what recurs comes down to one time or two."""
    if isinstance(reading, Third):
        return None
    if not isinstance(reading, Recurring):
        return reading
    if reading.manner == "dated":
        return _settled_date(reading, around)
    found = meant(reading, around)
    if found is None:
        return None
    if reading.manner == "next" and reading.reach < _YEAR:
        return Wrong() if around.back else Two(found.first, found.first + WEEK)
    return as_day(found)


def as_day(span: Stretch) -> date | Stretch:
    """Return a stretch of one day as that day."""
    return span.first if span.first == span.last and not span.about else span


def nearest(within: Within, around: Around) -> date | None:
    """Return the nearest such date in the direction, today included.

    Ahead it lies within a year; a leap day that lies behind is looked for as long as it takes.
    """
    today = around.today
    if around.back:
        found = within(today - _LEAP_CYCLE, today)[-1:]
    else:
        found = within(today, today + _YEAR)[:1]
    return found[0].first if found else None


def _settled_date(dates: Recurring, around: Around) -> Settled:
    """Settle a date without a year: one day, or two where either may be meant."""
    near = nearest(dates.within, around)
    if near is None:
        return NoSuchDay()
    turned = nearest(dates.turned, around) if dates.turned else None
    if turned is not None and abs(turned - near) > _FAR_APART:
        return Two(near, turned)
    aside = _a_little_aside(dates.within, around)
    if aside is None or near == around.today:
        return near
    return Two(near, aside) if around.back else Two(aside, near)


def _a_little_aside(within: Within, around: Around) -> date | None:
    today = around.today
    if around.back:
        found = within(today + DAY, today + A_LITTLE)
    else:
        found = within(today - A_LITTLE, today - DAY)
    return found[0].first if found else None
