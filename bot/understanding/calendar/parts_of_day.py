"""Parts of the day and clock times on a date: which local time "i kveld" and "at 8" mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.calendar.moment_types import Around, Facing, Hour, Wrong

_WAKING = time(7)
"""A bare hour before this one is read as afternoon: "at 3" is 15:00, nobody says hi at three."""
_BED = time(23)
_HALF_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class PartHours:
    """A part of the day: from when, the hour that is meant, and until when."""

    start: time
    typical: time
    end: time

    @classmethod
    def of(cls, hours: str) -> "PartHours":
        """Return the part written as ``17:00/19:00/23:59`` in the word lists."""
        return cls(*map(time.fromisoformat, hours.split("/")))

    def lies_in(self, other: "PartHours") -> bool:
        """Tell whether it is a part of another part."""
        return other.start <= self.start and self.end <= other.end

    def length(self) -> timedelta:
        """Return how long it is."""
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)


@dataclass(frozen=True, slots=True)
class PartOnDate:
    """A part of the day on a date."""

    on: date
    part: PartHours

    def hour(self, around: Around) -> Hour | Wrong:
        """Return its hour. Inside the part: now when looking back, else the middle of what is left.

        Args:
            around: the local time now and the direction.
        """
        start, typical, end = (
            datetime.combine(self.on, at)
            for at in (self.part.start, self.part.typical, self.part.end)
        )
        if around.back:
            return Hour(min(typical, around.now)) if start <= around.now else Wrong()
        if typical > around.now:
            return Hour(typical, part=(start, end))
        left = (end - around.now) / 2
        middle = (around.now + left).replace(second=0, microsecond=0)
        return Hour(middle, part=(start, end)) if middle > around.now else Wrong()


def on_date(
    on: date, clock: ClockTime, around: Around, part: PartHours | None = None
) -> Hour | Wrong:
    """Return a clock time on a date; the part of the day settles "8:30 in the evening"."""
    hours = [datetime.combine(on, at) for at in _readings(clock, part)]
    right = [hour for hour in hours if _lies_right(hour, around)]
    return _first_of(right) if right else Wrong()


def nearest(clock: ClockTime, around: Around) -> Hour:
    """Return the nearest such time in the direction, today or the day next to it."""
    step = timedelta(days=-1 if around.back else 1)
    hours = (
        datetime.combine(on, at)
        for on in (around.today, around.today + step)
        for at in _readings(clock, None)
    )
    right = (hour for hour in hours if _lies_right(hour, around))
    found = _first_of(sorted(right, key=lambda hour: abs(hour - around.now)))
    if around.back or clock.vague or not clock.half_open:
        return found
    others = (found.at - _HALF_DAY, found.at + _HALF_DAY)  # of "5:30", where that is in the night
    return replace(found, other=next(hour for hour in others if hour > around.now))


def _first_of(hours: Sequence[datetime]) -> Hour:
    """Return the first of hours, and with it the same figure on the other half of the clock."""
    first = hours[0]
    others = (hour for hour in hours if hour.time() != first.time())
    return Hour(first, next(others, None))


def near_day(part: PartHours, around: Around) -> date:
    """Return the date of a part of the day that was named without a day ("in the morning")."""
    if around.facing is Facing.PAST:
        begun = part.start <= around.now.time()
        return around.today if begun else around.today - timedelta(days=1)
    to_come = part.typical > around.now.time()
    return around.today if to_come else around.today + timedelta(days=1)


def _lies_right(hour: datetime, around: Around) -> bool:
    return hour <= around.now if around.back else hour > around.now


def _readings(clock: ClockTime, part: PartHours | None) -> Iterable[time]:
    """Return the times that a clock may mean, the likeliest first."""
    later = (datetime.combine(date.min, clock.at) + _HALF_DAY).time()
    if part is not None and clock.half_open:
        return [at for at in (clock.at, later) if part.start <= at <= part.end] or [clock.at]
    if clock.vague and clock.half_open:
        return [at for at in (clock.at, later) if _WAKING <= at < _BED]
    return [clock.at]
