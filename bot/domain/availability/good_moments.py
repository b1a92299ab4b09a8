"""The good moments of one contact: the one place that the gate asks about hours.

Where the user's slots meet the hours that suit the contact, in the contact's own zone, outside
quiet hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain import parameters as p
from bot.domain.availability.contact_hours import (
    Availability,
    Instants,
    as_instants,
    availability_of,
    availability_of_anybody,
    available_on,
    bearable_on,
    instants_on,
)
from bot.domain.availability.learned_slots import Timing, timing
from bot.domain.availability.usual_hours import (
    USER_SLOTS,
    is_good,
    next_awake,
    next_good,
    next_good_that,
)
from bot.domain.clock.hours import Hours, minute_of, shared, spans_of, without
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact

SLOTS = tuple(part for slot in USER_SLOTS for part in spans_of(slot))
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Suitability:
    """Whether now suits the contact; if it does not, the one later time that suits better."""

    is_fine: bool
    better_at: datetime | None = None


def is_good_for(book: Book, contact: Contact, now: datetime) -> bool:
    """Tell whether an instant is good for a hello to this contact, and outside quiet hours."""
    profile = book.profile
    availability = availability_of(contact, profile.zone)
    if availability is None:
        return _next_usual(timing(book), now) == now
    return _is_shared(now, profile.zone, profile.quiet, availability)


def next_good_for(book: Book, contact: Contact, after: datetime) -> datetime | None:
    """Return the first good instant at or after the given one; None when there is none.

    For a contact of whom nothing is told it lies in the slot that its day gets.
    """
    profile = book.profile
    availability = availability_of(contact, profile.zone)
    if availability is None:
        return _next_usual(timing(book), after)
    return _next(after, profile.zone, profile.quiet, availability)


def suitability(book: Book, contact: Contact, now: datetime) -> Suitability:
    """Return whether a word may arrive now, or when it suits the contact better.

    Now is fine as long as nothing that is known speaks against it: a word can be read later. The
    better time lies in the contact's own hours, while the user is awake if they share any.
    """
    zone, quiet = book.profile.zone, book.profile.quiet
    availability = availability_of(contact, zone) or availability_of_anybody(zone)
    wall = to_wall(now, availability.zone)
    minute, day = minute_of(wall.time()), wall.date()
    fine = (*bearable_on(availability, day), *available_on(availability, day))
    if any(start <= minute < end for start, end in fine):
        return Suitability(is_fine=True)
    windows = list(_available_ahead(now, availability))
    awake = (next_awake(start, zone, quiet) for start, _ in windows)
    both = (at for at, (_, end) in zip(awake, windows, strict=True) if at and at < end)
    return Suitability(is_fine=False, better_at=next(both, windows[0][0] if windows else None))


def first_shared(
    after: datetime, zone: str, quiet: Hours, availability: Availability
) -> datetime | None:
    """Return the first instant from ``after`` on, within the week, that is good for both."""
    today = local_date(after, zone)
    for ahead in range(p.AVAILABLE_WITHIN.days + 1):
        for start, end in _shared_on(today + ahead * DAY, zone, quiet, availability):
            if after < end:
                return max(start, after) if start < after + p.AVAILABLE_WITHIN else None
    return None


def _available_ahead(now: datetime, availability: Availability) -> Iterator[Instants]:
    """Yield the contact's available hours within the week, what is left of each."""
    today = local_date(now, availability.zone)
    for ahead in range(p.AVAILABLE_WITHIN.days + 1):
        for start, end in instants_on(availability, today + ahead * DAY):
            if now < end and start < now + p.AVAILABLE_WITHIN:
                yield max(start, now), end


@lru_cache(maxsize=64)
def _next_usual(timing: Timing, after: datetime) -> datetime | None:
    """Return the first instant in the slots that days get; else in any good hour."""
    at = next_good_that(after, timing.zone, timing.quiet, timing.suits)
    return at or next_good(after, timing.zone, timing.quiet)


@lru_cache(maxsize=2048)
def _is_shared(now: datetime, zone: str, quiet: Hours, availability: Availability) -> bool:
    first = first_shared(now, zone, quiet, availability)
    return is_good(now, zone, quiet) if first is None else first == now


def _next(after: datetime, zone: str, quiet: Hours, availability: Availability) -> datetime | None:
    """Return the first shared instant; where none is near, the first of the user's good ones.

    By then one may have come near after all, and is waited for.
    """
    first = first_shared(after, zone, quiet, availability)
    if first is not None:
        return first
    usual = next_good(after, zone, quiet)
    if usual is None:
        return None
    return first_shared(usual, zone, quiet, availability) or usual


@lru_cache(maxsize=16384)
def _shared_on(
    day: date, zone: str, quiet: Hours, availability: Availability
) -> tuple[Instants, ...]:
    """Return when on a date of the user's their slots meet the hours that suit the contact."""
    if availability.zone == zone:
        mine = without(SLOTS, spans_of(quiet))
        return tuple(
            as_instants(day, one, zone) for one in shared(mine, available_on(availability, day))
        )
    slots = _slots_on(day, zone, quiet)
    if not slots:
        return ()
    first, last = (
        local_date(slots[0][0], availability.zone),
        local_date(slots[-1][1], availability.zone),
    )
    days = (first + n * DAY for n in range((last - first).days + 1))
    windows = [one for each in days for one in instants_on(availability, each)]
    both = ((max(a, c), min(b, d)) for a, b in slots for c, d in windows)
    return tuple(sorted({one for one in both if one[0] < one[1]}))


@lru_cache(maxsize=1024)
def _slots_on(day: date, zone: str, quiet: Hours) -> tuple[Instants, ...]:
    mine = without(SLOTS, spans_of(quiet))
    return tuple(as_instants(day, one, zone) for one in mine)
