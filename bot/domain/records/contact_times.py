"""When a hello suits a contact, as far as the user told it: nothing is learned from replies.

Knows habits by name, hours by weekday, whether the contact is from work.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from bot.domain.clock.hours import NEVER, Hours

WAKING = Hours(time(8), time(21))
"""What "after 18" and "any time" reach to, unless an hour beyond it is named: nobody is woken."""
WEEK = tuple(range(7))
"""All days, Monday is 0."""


class Preset(StrEnum):
    """A time of the day that does not suit."""

    AT_WORK = "at-work"
    FAMILY_RUSH = "family-rush"
    """Fetching, cooking, homework."""
    AFTER_DINNER = "after-dinner"
    """The rest after dinner."""
    BEDTIME = "bedtime"
    """The children's."""
    NIGHT = "night"


class Tie(StrEnum):
    """Where a contact belongs, which is what public holidays are about."""

    WORK = "work"
    """Weekends and public holidays are quiet."""
    FAMILY = "family"
    """Public holidays are fine, as a weekend is."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What holds on one weekday, 0 to 6.

    ``only`` stands in place of the usual habits; hours without a moment in them are a day off. The
    bounds, and the hours in which the contact is ``busy``, cut whatever else holds.
    """

    weekday: int
    only: Hours | None = None
    not_before: time | None = None
    not_after: time | None = None
    busy: Hours | None = None

    @property
    def is_off(self) -> bool:
        """Whether nothing suits on this day."""
        return self.only is not None and self.only.start == self.only.end


@dataclass(frozen=True, slots=True)
class Times:
    """All that was told of the hours of one contact, in their own zone.

    ``zone`` is an IANA name; None takes that of the phone number, else the user's.
    """

    zone: str | None = None
    presets: tuple[Preset, ...] = ()
    days: tuple[OwnDay, ...] = ()
    """At most one for each weekday, in their order."""
    tie: Tie | None = None

    def on(self, weekday: int) -> OwnDay | None:
        """Return what was told of one weekday."""
        return next((day for day in self.days if day.weekday == weekday), None)


NOTHING_TOLD = Times()


@dataclass(frozen=True, slots=True)
class PresetTold:
    """A habit that a contact has, or has not."""

    preset: Preset
    on: bool = True


@dataclass(frozen=True, slots=True)
class TieTold:
    """Where a contact belongs, or does not."""

    tie: Tie
    on: bool = True


@dataclass(frozen=True, slots=True)
class HoursTold:
    """Hours on weekdays; no days means all of them."""

    days: tuple[int, ...] = ()
    only: Hours | None = None
    not_before: time | None = None
    not_after: time | None = None
    busy: Hours | None = None


@dataclass(frozen=True, slots=True)
class AnyTime:
    """Nothing speaks against any of the usual hours."""


TimesTold = PresetTold | TieTold | HoursTold | AnyTime


def day_off(*days: int) -> HoursTold:
    """Return that nothing suits on some weekdays."""
    return HoursTold(days, only=NEVER)


def hearing(times: Times, said: Sequence[TimesTold]) -> Times:
    """Return the times after what was said, one thing after the other."""
    for one in said:
        times = _after(times, one)
    return times


def _after(times: Times, said: TimesTold) -> Times:
    match said:
        case PresetTold(preset, on):
            kept = {*times.presets, preset} if on else {*times.presets} - {preset}
            return replace(times, presets=tuple(each for each in Preset if each in kept))
        case TieTold(tie, on):
            return replace(times, tie=tie if on else None if times.tie is tie else times.tie)
        case HoursTold():
            changed = {day: _on_day(times.on(day), day, said) for day in said.days or WEEK}
            days = {**{day.weekday: day for day in times.days}, **changed}
            return replace(times, days=tuple(days[key] for key in sorted(days)))
        case AnyTime():
            return replace(times, presets=(), days=())


def _on_day(before: OwnDay | None, weekday: int, said: HoursTold) -> OwnDay:
    """Return what holds on a day now: named hours begin anew, a bound is put to what there was.

    A bound for all days leaves a day off alone; one for that very day ends it.
    """
    if said.only is not None:
        return OwnDay(weekday, said.only)
    day = before or OwnDay(weekday)
    if said.days and day.is_off:
        day = OwnDay(weekday)
    return replace(
        day,
        not_before=said.not_before or day.not_before,
        not_after=said.not_after or day.not_after,
        busy=said.busy or day.busy,
    )
