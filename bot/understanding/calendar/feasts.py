"""Feasts, holidays from school and seasons: on which days of a year they fall. Knows no words."""

from datetime import date, timedelta

from bot.domain.clock.cadence import add_months
from bot.domain.clock.easter import easter_sunday
from bot.understanding.calendar.dates import is_date
from bot.understanding.calendar.moment_types import Stretch
from bot.understanding.calendar.recurring import DAY, WEEK, Within, every_year, one_day

_SEASON_MONTHS = 3
_FIRST_MONTHS = (3, 6, 9, 12)
"""Spring begins in March, as the meteorologists of the North have it."""


def feast(key: str) -> Within:
    """Return when a feast comes that the word lists write with such a key.

    ``12-24`` is a day of every year, ``12-24 12-26`` a stretch of days; ``easter -2`` is counted
    from Easter Sunday; ``weekday 4 06-19`` is the first Friday from a day on; ``week 8 9`` are
    weeks of the year. The ends of a stretch are never meant literally.
    """
    kind, *details = key.split()
    match kind:
        case "easter":
            days = [timedelta(days=int(each)) for each in details]
            return every_year(lambda year: _around_easter(year, days))
        case "weekday":
            weekday, from_day = details
            return every_year(lambda year: _weekday_from(year, int(weekday), from_day))
        case "week":
            first, last = map(int, details)
            return every_year(lambda year: _weeks(year, first, last))
    return every_year(lambda year: _fixed(year, kind, details[0] if details else kind))


def month(number: int) -> Within:
    """Return when a month comes."""
    return every_year(lambda year: whole_month(date(year, number, 1)))


def season(number: int) -> Within:
    """Return when a season comes; spring is 0."""

    def of_year(year: int) -> Stretch:
        first = date(year, _FIRST_MONTHS[number], 1)
        return Stretch(first, add_months(first, _SEASON_MONTHS) - DAY, about=True)

    return every_year(of_year)


def week(number: int) -> Within:
    """Return when a numbered week comes; not every year has the last."""

    def of_year(year: int) -> Stretch | None:
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:  # no such week that year
            return None
        return Stretch(monday, monday + WEEK - DAY)

    return lambda first, last: [
        span
        for year in range(first.year, last.year + 2)
        if (span := of_year(year)) and first <= span.first <= last
    ]


def whole_month(day: date) -> Stretch:
    """Return the month of a day."""
    first = day.replace(day=1)
    return Stretch(first, add_months(first, 1) - DAY)


def _around_easter(year: int, days: list[timedelta]) -> Stretch:
    easter = easter_sunday(year)
    return Stretch(easter + days[0], easter + days[-1], about=len(days) > 1)


def _weekday_from(year: int, weekday: int, from_day: str) -> Stretch:
    first = date.fromisoformat(f"{year:04}-{from_day}")
    return one_day(first + timedelta(days=(weekday - first.weekday()) % 7))


def _weeks(year: int, first: int, last: int) -> Stretch:
    monday = date.fromisocalendar(year, first, 1)
    return Stretch(monday, date.fromisocalendar(year, last, 7), about=True)


def _fixed(year: int, first: str, last: str) -> Stretch | None:
    ends = [tuple(map(int, each.split("-"))) for each in (first, last)]
    if not all(is_date(year, *each) for each in ends):
        return None
    start, end = (date(year, *each) for each in ends)
    return Stretch(start, end if end >= start else end.replace(year=year + 1), about=first != last)
