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
    """A local wall-clock time, naive: the caller knows the zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Elapsed:
    """An exact time from now on, of hours and minutes; negative when it lies behind.

    It counts elapsed time, so that two hours are two hours on the night the clocks change.
    """

    delta: timedelta


@dataclass(frozen=True, slots=True)
class Two:
    """Two dates that the words may mean, such as "next Tuesday"; which is asked.

    ``at`` is the time of day that goes with either, if one was said.
    """

    first: date
    second: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A moment that was understood and lies in the wrong direction, such as snooze "yesterday"."""


Moment: TypeAlias = Day | Hour | Elapsed | Two | Wrong


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
