"""What stands beside the phrases in their tables, as it is read."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.understanding.moments.moments import (
    Day,
    Elapsed,
    Hour,
    Moment,
    NoSuchDay,
    Stretch,
    Two,
    Vague,
    Wrong,
)


def cadence(said: str) -> Cadence:
    """Return how often, such as "3 weeks"."""
    count, unit = said.split()
    return Cadence(int(count), Unit(unit.removesuffix("s")))


def hours(said: str) -> Hours:
    """Return from when to when, such as "18:00-21:00"."""
    start, end = map(time.fromisoformat, said.split("-"))
    return Hours(start, end)


WORDED: dict[str, Moment] = {
    "the other direction": Wrong(),
    "no such day": NoSuchDay(),
    "vague": Vague(),
}


def moment(said: Any, at: time | None = None) -> Moment:
    """Return a moment: a date, a date with an hour, two dates, a stretch, or an amount of time.

    A stretch is written "2026-09-21 to 2026-09-27", with an "about" before it where it is one.

    Args:
        said: what the table says.
        at: the hour that goes with either of two dates.
    """
    match said:
        case [first, second]:
            return Two(first, second, at)
        case datetime() as hour:
            return Hour(hour)
        case date() as day:
            return Day(day)
    return WORDED.get(said) or _stretch(said) or _length(said)


def _stretch(said: str) -> Stretch | None:
    first, apart, last = said.removeprefix("about ").partition(" to ")
    if not apart:
        return None
    about = said.startswith("about ")
    return Stretch(date.fromisoformat(first), date.fromisoformat(last), about)


def _length(said: str) -> Elapsed:
    figure = re.fullmatch(r"in (\d+) minutes|(\d+) minutes ago", said)
    assert figure, f"{said!r} is no moment"
    return Elapsed(timedelta(minutes=int(figure[1] or 0) - int(figure[2] or 0)))
