"""Local wall time and instants, and the one place that asks pytz.

Knows zone rules, gaps and overlaps. Refuses to know what time it is now.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import pytz
from pytz.tzinfo import BaseTzInfo


class UnknownZone(ValueError):
    """The name is not in the IANA time-zone database."""


_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""A winter day, with the summer half a year after it, on which to compare the clocks of zones."""


@lru_cache(maxsize=512)
def _zone(name: str) -> BaseTzInfo:
    try:
        return pytz.timezone(name)
    except (pytz.UnknownTimeZoneError, AttributeError) as unknown:
        raise UnknownZone(name) from unknown


def is_zone(name: str) -> bool:
    """Tell whether the name is an IANA zone."""
    return name in pytz.all_timezones_set


def common_zones() -> Sequence[str]:
    """Return the zones in everyday use, in alphabetical order."""
    return pytz.common_timezones


def country_zones(country: str) -> Sequence[str]:
    """Return the zones of an ISO 3166 country, in the order of the database; empty when unknown."""
    return pytz.country_timezones.get(country.upper(), [])


@lru_cache(maxsize=512)
def country_of(zone: str) -> str | None:
    """Return the ISO 3166 code of the country a zone belongs to; None for UTC and the like."""
    return next((code for code, zones in pytz.country_timezones.items() if zone in zones), None)


@lru_cache(maxsize=512)
def only_zone(country: str) -> str | None:
    """Return the zone of an ISO 3166 country all of whose clocks agree; None where they differ."""
    zones = clocks_of(country)
    return zones[0] if len(zones) == 1 else None


@lru_cache(maxsize=512)
def clocks_of(country: str) -> Sequence[str]:
    """Return the zones of an ISO 3166 country, one for each clock that differs at any time."""
    return distinct(country_zones(country), _ANY_DAY)


def distinct(zones: Sequence[str], now: datetime) -> Sequence[str]:
    """Return the zones without those that show the same time as an earlier one all year."""
    half_a_year = now + timedelta(days=182)
    first: dict[tuple[datetime, datetime], str] = {}
    for zone in zones:
        first.setdefault((to_wall(now, zone), to_wall(half_a_year, zone)), zone)
    return tuple(first.values())


def to_wall(instant: datetime, zone: str) -> datetime:
    """Return the naive local time that clocks in the zone show at an aware instant."""
    return instant.astimezone(_zone(zone)).replace(tzinfo=None)


def to_instant(wall: datetime, zone: str) -> datetime:
    """Return the UTC instant of a naive local time (docs/semantics.md, 3).

    A time that the clocks skip moves forward to the first that exists; a time that they show
    twice means the first.
    """
    rules = _zone(zone)
    try:
        return rules.localize(wall, is_dst=None).astimezone(UTC)
    except pytz.AmbiguousTimeError:
        return min(rules.localize(wall, is_dst=dst) for dst in (True, False)).astimezone(UTC)
    except pytz.NonExistentTimeError:
        return _end_of_gap(wall, rules)


def _end_of_gap(wall: datetime, rules: BaseTzInfo) -> datetime:
    """Bisect for the instant at which the clocks jumped over ``wall``."""
    sides = sorted(rules.localize(wall, is_dst=dst).astimezone(UTC) for dst in (True, False))
    before, after = sides[0], sides[1]
    old_offset = before.astimezone(rules).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(rules).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def local_date(instant: datetime, zone: str) -> date:
    """Return the calendar date in the zone at an aware instant."""
    return to_wall(instant, zone).date()


def at_local(day: date, at: time, zone: str) -> datetime:
    """Return the UTC instant of a local date and time of day."""
    return to_instant(datetime.combine(day, at), zone)


def start_of_day(day: date, zone: str) -> datetime:
    """Return the instant at which a local date begins, or the first that exists of it."""
    return at_local(day, time(), zone)
