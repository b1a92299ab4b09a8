"""What comes again every week, month or year: when it does, and which time of it is meant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from bot.domain.clock.cadence import MONTHS_A_YEAR, add_months
from bot.understanding.calendar.dates import is_date
from bot.understanding.calendar.moment_types import Around, Stretch

Within: TypeAlias = Callable[[date, date], list[Stretch]]
_OneOf: TypeAlias = Callable[[int], Stretch | None]

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
_LONGEST = timedelta(days=100)
"""As long as what comes again may last: a season has three months."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that comes again.

    Attributes:
        within: gives each time that begins in a stretch of days.
        manner: which one was meant: ``near``, ``aside`` (near, today left out), ``past``,
            ``coming``, or ``next``, which may be one of two.
        reach: how far from today one is looked for.
        turned: the other way to read the figures of a date, if there is one.
    """

    within: Within
    manner: str = "near"
    reach: timedelta = timedelta(days=800)
    turned: Within | None = None

    def once(self, first: date, last: date) -> Stretch | None:
        """Return the only time that begins in a stretch; None if there are more or none."""
        found = self.within(first, last)
        return found[0] if len(found) == 1 else None


def every_week(weekday: int) -> Within:
    """Return when a weekday comes."""

    def within(first: date, last: date) -> list[Stretch]:
        day = first + timedelta(days=(weekday - first.weekday()) % 7)
        return [one_day(day + n * WEEK) for n in range((last - day).days // 7 + 1)]

    return within


def every_month(of_month: Callable[[date], date | None]) -> Within:
    """Return when a day of the month comes, worked out from the first of each month."""

    def within(first: date, last: date) -> list[Stretch]:
        days = map(of_month, _months(first, last))
        return [one_day(day) for day in days if day and first <= day <= last]

    return within


def every_year(of_year: _OneOf) -> Within:
    """Return when a stretch of days comes that every year has, or some years have."""

    def within(first: date, last: date) -> list[Stretch]:
        spans = map(of_year, range(max(1, first.year), min(last.year, date.max.year - 1) + 1))
        return [span for span in spans if span and first <= span.first <= last]

    return within


def numbered_day(day: int) -> Within:
    """Return when the so-and-so-many-eth of a month comes."""
    return every_month(
        lambda first: first.replace(day=day) if is_date(first.year, first.month, day) else None
    )


def nth_weekday(nth: int, weekday: int) -> Within:
    """Return when the first or, as -1, the last such weekday of a month comes."""

    def of_month(first: date) -> date | None:
        last = add_months(first, 1) - DAY
        found = every_week(weekday)(first, last)
        fits = nth < 0 or nth <= len(found)
        return found[nth if nth < 0 else nth - 1].first if fits else None

    return every_month(of_month)


def one_day(day: date) -> Stretch:
    """Return a day as a stretch."""
    return Stretch(day, day)


def meant(what: Recurring, around: Around) -> Stretch | None:
    """Return the time that is meant; None where there is none near enough."""
    today = around.today
    if what.manner == "past" or (around.back and what.manner not in {"coming", "next"}):
        over = what.within(today - what.reach, today)
        return next((each for each in reversed(over) if _is_over(what, each, today)), None)
    to_come = what.within(today - min(what.reach, _LONGEST), today + what.reach)
    return next((each for each in to_come if _is_to_come(what, each, today)), None)


def _is_over(what: Recurring, one: Stretch, today: date) -> bool:
    match what.manner:
        case "past":
            return one.last < today
        case "aside":
            return one.first < today
    return one.first <= today


def _is_to_come(what: Recurring, one: Stretch, today: date) -> bool:
    match what.manner:
        case "coming" | "next":
            return one.first > today
        case "aside":
            return one.last > today
    return one.last >= today


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        if (month.year, month.month) == (date.max.year, MONTHS_A_YEAR):
            return
        month = add_months(month, 1)
