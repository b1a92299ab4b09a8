"""What phrases with a weekday say: "last friday", "two fridays ago", "a week on friday"."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from bot.understanding.calendar.amounts import LONGEST, away
from bot.understanding.calendar.moment_readings import MomentReading, settled
from bot.understanding.calendar.moment_types import Around, Stretch
from bot.understanding.calendar.recurring import (
    DAY,
    WEEK,
    Recurring,
    every_week,
    meant,
    nth_weekday,
)

Values: TypeAlias = Mapping[str, Any]

_SATURDAY = 5
_REACH = timedelta(days=15)


def _weekday_value(values: Values) -> int:
    return next(int(value) for name, value in values.items() if "weekday" in name)


def weekday(details: list[str], values: Values, around: Around) -> MomentReading:
    """Read a weekday, which is never today; the next Wednesday, on a Wednesday, is in a week."""
    manner, wanted = manner_of(details, "aside"), _weekday_value(values)
    if manner == "next" and around.today.weekday() == wanted:
        manner = "coming"
    return Recurring(every_week(wanted), manner, _REACH)


def weekdays_away(details: list[str], values: Values, around: Around) -> MomentReading:
    """Read "two fridays ago"."""
    sign = int(details[0])
    if values["count"] * WEEK > LONGEST:
        return None
    nearest = settled(
        Recurring(every_week(values["weekdays"]), "past" if sign < 0 else "coming", _REACH), around
    )
    return nearest + sign * (values["count"] - 1) * WEEK if isinstance(nearest, date) else None


def before_last(_: list[str], values: Values, around: Around) -> MomentReading:
    """Read "the sunday before last" and "a week last sunday"."""
    last = meant(Recurring(every_week(_weekday_value(values)), "past", _REACH), around)
    return last.first - WEEK if last else None


def beyond(details: list[str], values: Values, around: Around) -> MomentReading:
    """Read "a week on friday" and "friday week": counted from the coming one, or from a day."""
    amount = ((int(details[0]), details[1]),) if details else values["amount"]
    if "weekday" not in " ".join(values):
        return away(amount, around.today + DAY, 1)
    coming = settled(Recurring(every_week(_weekday_value(values)), "coming", _REACH), around)
    return away(amount, coming, 1) if isinstance(coming, date) else None


def nth(_: list[str], values: Values, __: Around) -> MomentReading:
    """Read "second monday", of a month that stands beside it."""
    return Recurring(nth_weekday(values["which"], _weekday_value(values)))


def weekend(details: list[str], _: Values, around: Around) -> MomentReading:
    """Read a weekend: the one that has a day in the direction, today left out."""
    manner = manner_of(details, "aside")
    saturdays = every_week(_SATURDAY)
    if manner == "next":
        return settled(Recurring(saturdays, manner, _REACH), around)

    def within(first: date, last: date) -> list[Stretch]:
        return [Stretch(each.first, each.first + DAY) for each in saturdays(first - DAY, last)]

    return meant(Recurring(within, manner, _REACH), around)


def manner_of(details: list[str], usual: str = "near") -> str:
    """Return which one of those that come again a meaning names."""
    return details[0] if details else usual
