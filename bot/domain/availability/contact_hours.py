"""The hours of one contact on a date of their own: habits of the country, and what was told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.availability.unknown_zones import cautious_hours_on, is_zone_unknown
from bot.domain.availability.usual_hours import SATURDAY, WEEKENDS, weekday_habits
from bot.domain.clock.holidays import is_holiday
from bot.domain.clock.hours import MINUTES_A_DAY, Hours, Span, minute_of, spans_of, without
from bot.domain.clock.wall_time import country_of, only_zone, to_instant
from bot.domain.records.contact import Contact
from bot.domain.records.contact_times import NOTHING_TOLD, WAKING, OwnDay, Preset, Tie, Times

WORK = Hours(time(8), time(16))
WORK_IN = {
    "SE": Hours(time(8), time(17)),
    "GB": Hours(time(9), time(17, 30)),
    "US": Hours(time(9), time(17)),
}
"""The usual working day; where it is another, it begins and ends later."""
AFTER_DINNER = Hours(time(18), time(19))
AFTER_DINNER_IN = {
    "NO": Hours(time(17), time(18)),
    "SE": Hours(time(18, 30), time(19, 15)),
}
"""Norwegians dine from 16, Swedes until 18:30."""
FAMILY_RUSH = Hours(time(16), time(18))
BEDTIME = Hours(time(19), time(20, 15))
"""Until the hours after it begin."""
NIGHT = Hours(time(21), time(8))

Instants = tuple[datetime, datetime]
"""From an instant (included) to another (excluded)."""


@dataclass(frozen=True, slots=True)
class Availability:
    """Where a contact is, and what was told of their hours, from which the good ones follow.

    Where their zone is unknown, ``zone`` is the user's, and of the hours only whole days count.
    """

    zone: str
    country: str | None = None
    times: Times = NOTHING_TOLD
    is_zone_known: bool = True

    @property
    def minds_holidays(self) -> bool:
        """Whether a public holiday makes a difference here."""
        return self.times.tie is not None or Preset.AT_WORK in self.times.presets


def availability_of(contact: Contact, zone: str) -> Availability | None:
    """Return a contact's availability; None where it is that of anybody in the user's zone."""
    times, country = contact.times, contact.address.country
    if is_zone_unknown(contact):
        return Availability(zone, country, _by_days(times), is_zone_known=False)
    if (country is None or country == country_of(zone)) and (
        times is NOTHING_TOLD or times == NOTHING_TOLD
    ):
        return None
    return _known(times, country, zone)


def availability_of_anybody(zone: str) -> Availability:
    """Return the availability of a contact in a zone of whom nothing is known."""
    return Availability(zone, country_of(zone))


def zone_of(contact: Contact, zone: str) -> str:
    """Return a contact's zone: the told one, that of the phone number, else the user's.

    Where it is unknown that is no claim: ask ``is_zone_unknown`` first.
    """
    availability = availability_of(contact, zone)
    return availability.zone if availability else zone


@lru_cache(maxsize=4096)
def _known(times: Times, country: str | None, zone: str) -> Availability:
    if times.zone:
        return Availability(times.zone, country_of(times.zone), times)
    home = only_zone(country) if country else None
    return Availability(home or zone, country or country_of(zone), times)


@lru_cache(maxsize=8192)
def available_on(availability: Availability, day: date) -> tuple[Span, ...]:
    """Return a contact's good hours on one date: the usual habits, or the hours that were told."""
    own = availability.times.on(day.weekday())
    usual = _usual_on(availability, day)
    return _allowed(availability, day, spans_of(own.only) if own and own.only else usual)


@lru_cache(maxsize=256)
def bearable_on(availability: Availability, day: date) -> tuple[Span, ...]:
    """Return when nothing that is known speaks against a word, which may be read later."""
    own = availability.times.on(day.weekday())
    return _allowed(availability, day, spans_of(own.only if own and own.only else WAKING))


def instants_on(availability: Availability, day: date) -> Iterator[Instants]:
    """Yield a contact's good hours on one of their dates as instants, earliest first."""
    yield from (
        as_instants(day, part, availability.zone) for part in available_on(availability, day)
    )


def as_instants(day: date, part: Span, zone: str) -> Instants:
    """Return when a stretch of a local date begins and ends."""
    midnight = datetime.combine(day, time())
    start, end = (midnight + timedelta(minutes=minute) for minute in part)
    return to_instant(start, zone), to_instant(end, zone)


def is_quiet_holiday(availability: Availability, day: date) -> bool:
    """Tell whether a date is a public holiday that makes a difference to the contact."""
    return availability.minds_holidays and is_holiday(day, availability.country)


def hours_of(preset: Preset, availability: Availability, day: date) -> Hours | None:
    """Return from when to when a habit lasts on a date; None where it does not that day."""
    workday = day.weekday() < SATURDAY and not is_quiet_holiday(availability, day)
    match preset:
        case Preset.AT_WORK:
            return WORK_IN.get(availability.country or "", WORK) if workday else None
        case Preset.FAMILY_RUSH:
            return FAMILY_RUSH if workday else None
        case Preset.AFTER_DINNER:
            return AFTER_DINNER_IN.get(availability.country or "", AFTER_DINNER)
        case Preset.BEDTIME:
            return BEDTIME
        case Preset.NIGHT:
            return NIGHT


def _by_days(times: Times) -> Times:
    """Return what holds of hours on whatever clock: days off, and where the contact belongs."""
    return replace(times, presets=(), days=tuple(day for day in times.days if day.is_off))


def _usual_on(availability: Availability, day: date) -> tuple[Span, ...]:
    if availability.is_zone_known:
        return _spread(*_habits(availability, day))
    return cautious_hours_on(availability.country or "", day, availability.zone)


def _habits(availability: Availability, day: date) -> tuple[Hours, ...]:
    if day.weekday() >= SATURDAY or is_quiet_holiday(availability, day):
        return WEEKENDS
    return weekday_habits(availability.country)


def _allowed(availability: Availability, day: date, hours: tuple[Span, ...]) -> tuple[Span, ...]:
    own = availability.times.on(day.weekday())
    if availability.times.tie is Tie.WORK and _is_free(availability, day, own):
        return ()
    told = (hours_of(preset, availability, day) for preset in availability.times.presets)
    return without(hours, (*_spread(*filter(None, told)), *_cut(own)))


def _is_free(availability: Availability, day: date, own: OwnDay | None) -> bool:
    """Tell whether work is far away: a holiday, or a weekend of which no hours were told."""
    weekend = day.weekday() >= SATURDAY and not (own and own.only)
    return weekend or is_quiet_holiday(availability, day)


def _cut(own: OwnDay | None) -> Iterator[Span]:
    if own and own.not_before:
        yield 0, minute_of(own.not_before)
    if own and own.not_after:
        yield minute_of(own.not_after), MINUTES_A_DAY
    if own and own.busy:
        yield from spans_of(own.busy)


def _spread(*hours: Hours) -> tuple[Span, ...]:
    return tuple(part for one in hours for part in spans_of(one))
