"""Contacts of whom nobody knows what time it is where they are: their country has several clocks.

Knows what the number of a contact leaves open. Refuses to guess which of the clocks is theirs.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.availability.usual_hours import USER_SLOTS, usual_hours_on
from bot.domain.clock.hours import MINUTES_A_DAY, Span, shared, spans_of
from bot.domain.clock.wall_time import at_local, clocks_of, only_zone, to_wall
from bot.domain.records.contact import Contact

DAY_BEGINS, DAY_ENDS = time(9), time(20)
"""Nobody minds a word in between, by any clock."""
DAY = timedelta(days=1)


def is_zone_unknown(contact: Contact) -> bool:
    """Tell whether a contact's number leaves open what time it is there, and nobody told."""
    country = contact.address.country
    return contact.times.zone is None and country is not None and only_zone(country) is None


@lru_cache(maxsize=4096)
def cautious_hours_on(country: str, day: date, zone: str) -> tuple[Span, ...]:
    """Return what of a user's good hours on a date is daytime by every clock of a country.

    Where nothing is, all of their good hours, of which nothing can be claimed.

    Args:
        country: the ISO 3166 code of the contact's number.
        day: a local date of the user's.
        zone: the user's.
    """
    hours = tuple(part for slot in USER_SLOTS for part in spans_of(slot))
    for clock in clocks_of(country):
        hours = shared(hours, _daytime_on(day, clock, zone))
    if hours and clocks_of(country):
        return hours
    return tuple(part for each in usual_hours_on(day, zone) for part in spans_of(each))


def _daytime_on(day: date, clock: str, zone: str) -> tuple[Span, ...]:
    """Return when on a user's date it is daytime by another clock; its days may begin on others."""
    days = (day + n * DAY for n in range(-1, 2))
    parts = [
        (
            _minute_on(day, at_local(each, DAY_BEGINS, clock), zone),
            _minute_on(day, at_local(each, DAY_ENDS, clock), zone),
        )
        for each in days
    ]
    return shared(parts, [(0, MINUTES_A_DAY)])


def _minute_on(day: date, instant: datetime, zone: str) -> int:
    """Return the minutes from a local midnight to an instant, by the wall."""
    since = to_wall(instant, zone) - datetime.combine(day, time())
    return since // timedelta(minutes=1)
