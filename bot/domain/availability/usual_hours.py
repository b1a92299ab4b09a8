"""Good-enough hours: the user's slots where they meet the contact's habits.

Knows a week's pattern per country in local wall time.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import product

from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import country_of, to_instant, to_wall

USER_SLOTS = (
    Hours(time(8), time(9, 30)),
    Hours(time(11, 30), time(13)),
    Hours(time(17, 30), time(19)),
    Hours(time(20, 15), time(20, 50)),
)
"""Edges of the day's chapters: when a phone is in the hand and nothing has begun yet."""

WEEKDAYS = (
    Hours(time(11, 30), time(13)),
    Hours(time(17, 30), time(18, 30)),
    Hours(time(20, 15), time(21)),
)
"""Lunch, after dinner, after bedtime."""
WEEKDAYS_IN = {
    "NO": (
        Hours(time(11), time(12)),
        Hours(time(17, 30), time(18, 30)),
        Hours(time(20, 15), time(21)),
    ),
    "SE": (
        Hours(time(11, 30), time(12, 30)),
        Hours(time(18, 30), time(19)),
        Hours(time(20, 15), time(21)),
    ),
}
"""Norwegians lunch from 11 and dine from 16; Swedes lunch from 11:30 and dine until 18:30."""
WEEKENDS = (Hours(time(10, 30), time(20)),)

SATURDAY = 5
DAYS_AHEAD = 9
"""A week's pattern repeats; two more days cover a date that a zone skipped."""


class DayPart(StrEnum):
    """Which part of the local day a moment falls in, for the one line about it."""

    NIGHT = "night"
    MORNING = "morning"
    FORENOON = "forenoon"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    LATE = "late"
    WEEKEND = "weekend"


PARTS = (
    (time(6), DayPart.NIGHT),
    (time(9, 30), DayPart.MORNING),
    (time(11), DayPart.FORENOON),
    (time(13), DayPart.LUNCH),
    (time(17, 30), DayPart.AFTERNOON),
    (time(21), DayPart.EVENING),
    (time(23), DayPart.LATE),
)
"""Each part ends at its time; what is left belongs to the night."""


def day_part(wall: datetime) -> DayPart:
    """Return the part of the day of a naive local time; weekend days count as one long part."""
    part = next((part for end, part in PARTS if wall.time() < end), DayPart.NIGHT)
    daytime = part not in {DayPart.NIGHT, DayPart.LATE}
    return DayPart.WEEKEND if daytime and wall.weekday() >= SATURDAY else part


def weekday_habits(country: str | None) -> tuple[Hours, ...]:
    """Return the usual good hours of a weekday in an ISO 3166 country."""
    return WEEKDAYS_IN.get(country or "", WEEKDAYS)


@lru_cache(maxsize=4096)
def usual_hours_on(day: date, zone: str) -> tuple[Hours, ...]:
    """Return the good hours of one date, earliest first."""
    weekend = day.weekday() >= SATURDAY
    habits = WEEKENDS if weekend else weekday_habits(country_of(zone))
    shared = (
        Hours(max(slot.start, habit.start), min(slot.end, habit.end))
        for slot, habit in product(USER_SLOTS, habits)
    )
    return tuple(hours for hours in shared if hours.start < hours.end)


@lru_cache(maxsize=64)
def is_good(now: datetime, zone: str, quiet: Hours) -> bool:
    """Tell whether an instant lies in a good hour and outside the quiet ones."""
    return _is_good_wall(to_wall(now, zone), zone, quiet)


def _is_good_wall(wall: datetime, zone: str, quiet: Hours) -> bool:
    if wall.time() in quiet:
        return False
    inside = any(wall.time() in hours for hours in usual_hours_on(wall.date(), zone))
    return inside or _quiet_covers_all(zone, quiet)


@lru_cache(maxsize=1024)
def _quiet_covers_all(zone: str, quiet: Hours) -> bool:
    """Tell whether quiet hours leave no good hour in any week: then every other hour is good."""
    week = (date(2024, 1, 1) + timedelta(days=n) for n in range(7))
    return all(start in quiet for day in week for start in starts_on(day, zone, quiet))


def starts_on(day: date, zone: str, quiet: Hours) -> Iterator[time]:
    """Yield when good hours of a date may begin: at their usual start, or where quiet hours end."""
    for hours in usual_hours_on(day, zone):
        yield hours.start
        if quiet.end in hours:
            yield quiet.end


@lru_cache(maxsize=64)
def next_good(after: datetime, zone: str, quiet: Hours) -> datetime | None:
    """Return the first good instant at or after the given one; None when no hour is left."""
    return _first(after, zone, lambda wall: _is_good_wall(wall, zone, quiet), quiet)


def next_good_that(
    after: datetime, zone: str, quiet: Hours, suits: Callable[[datetime], bool]
) -> datetime | None:
    """Return the first good instant whose wall time suits as well; None when there is none near."""
    return _first(after, zone, lambda wall: _is_good_wall(wall, zone, quiet) and suits(wall), quiet)


def next_awake(after: datetime, zone: str, quiet: Hours) -> datetime | None:
    """Return the first instant outside quiet hours at or after the given one."""
    return _first(after, zone, lambda wall: wall.time() not in quiet, quiet)


def _first(
    after: datetime, zone: str, good: Callable[[datetime], bool], quiet: Hours
) -> datetime | None:
    for instant in _edges(after, zone, quiet):
        if good(to_wall(instant, zone)):
            return instant
    return None


def _edges(after: datetime, zone: str, quiet: Hours) -> Iterator[datetime]:
    """Yield the instants from ``after`` on at which an hour may turn good, in order."""
    yield after
    today = to_wall(after, zone).date()
    for ahead in range(DAYS_AHEAD):
        edges = _edges_on(today + timedelta(days=ahead), zone, quiet)
        yield from (instant for instant in edges if instant > after)


@lru_cache(maxsize=4096)
def _edges_on(day: date, zone: str, quiet: Hours) -> tuple[datetime, ...]:
    """Return the instants of one date at which an hour may turn good, in order."""
    times = {time(), quiet.end, *(hours.start for hours in usual_hours_on(day, zone))}
    walls = (datetime.combine(day, at) for at in times)
    return tuple(sorted({instant for wall in walls for instant in _readings(wall, zone)}))


def _readings(wall: datetime, zone: str) -> Iterator[datetime]:
    """Yield the instants at which clocks show a time: two in the hour that comes twice."""
    first = to_instant(wall, zone)
    yield first
    again = first + timedelta(hours=1)
    if to_wall(again, zone) == wall:
        yield again
