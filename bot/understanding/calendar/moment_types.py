"""What a moment can be once it is read. Values only; local wall-clock time without a zone."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import TypeAlias


class Facing(Enum):
    """Which way a moment is looked for; the command decides, not the words."""

    PAST = auto()
    """Something happened: done, last."""
    FUTURE = auto()
    """Something is put off: snooze, rest."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date without an hour.

    ``counted`` tells that it was counted from now ("3 days") and not named; the day is the same.
    """

    on: date
    counted: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Hour:
    """A local wall-clock time, naive: the caller knows the zone.

    ``other`` is the same figure on the other half of the clock, where nothing but "at nine" was
    said and both lie in the direction; a caller may offer it, and the hour itself is the same.
    ``part`` is from when until when the part of the day lasts that was said instead of an hour.
    """

    at: datetime
    other: datetime | None = field(default=None, compare=False)
    part: tuple[datetime, datetime] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """An exact time from now on, of hours and minutes; negative when it lies behind.

    It counts elapsed time, so that two hours are two hours on the night the clocks change.
    """

    delta: timedelta


@dataclass(frozen=True, slots=True)
class Two:
    """Two dates that the words may mean, such as "next Tuesday"; which is asked.

    They stand as they were said, the likelier first where only one was said; one of a date without
    a year may lie a little on the other side of today. ``at`` is the time of day that goes with
    either, if one was said.
    """

    first: date
    second: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A moment that was understood and lies in the wrong direction, such as snooze "yesterday"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, such as "next week"; both ends belong to it.

    ``about`` tells that nobody would take the ends literally: seasons, "around", "end of".
    ``most`` is the day of it that is meant most: of "the end of" the last, of "mid" the middle one.
    """

    first: date
    last: date
    about: bool = False
    most: date | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """A day that was understood and that no calendar has, such as the 31st of April."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words of time that were understood and tell no date, such as "the other day"."""


Moment: TypeAlias = Day | Hour | Elapsed | Two | Wrong | Stretch | NoSuchDay | Vague


@dataclass(frozen=True, slots=True)
class Around:
    """Where a moment is read: the local time now, naive, and the direction."""

    now: datetime
    facing: Facing

    @property
    def today(self) -> date:
        """The local date now."""
        return self.now.date()

    @property
    def back(self) -> bool:
        """Whether the direction is the past."""
        return self.facing is Facing.PAST
