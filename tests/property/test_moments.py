"""docs/semantics.md, 3: the hours of two people, theirs and the user's, wherever each is."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.application.deliver_nudges import decide
from bot.domain import parameters as p
from bot.domain.availability.contact_hours import (
    availability_of,
    availability_of_anybody,
    available_on,
)
from bot.domain.availability.good_moments import (
    first_shared,
    is_good_for,
    next_good_for,
    suitability,
)
from bot.domain.availability.usual_hours import USER_SLOTS, is_good
from bot.domain.clock.hours import Hours, minute_of
from bot.domain.clock.wall_time import to_wall
from bot.domain.policy.agenda import next_due_at
from bot.domain.records.book import Book
from bot.domain.records.contact import Address, Contact
from bot.domain.records.contact_times import HoursTold, hearing
from tests.domain.people import KARI, due_since
from tests.property.strategies import INSTANTS, quiet_hours, times_told, zones

QUARTER = timedelta(minutes=15)
COUNTRIES = st.sampled_from((None, "NO", "SE", "GB", "US"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Book, Contact]:
    """Return a Book in any zone, and Kari, who is due and of whom anything was told."""
    book = due_since(1.5, zone=draw(zones))
    book = replace(book, profile=replace(book.profile, quiet=draw(quiet_hours)))
    kari = replace(
        book.contacts[KARI],
        times=draw(times_told),
        address=Address(phone="+1", country=draw(COUNTRIES)),
    )
    return book.with_contact(kari), kari


def suits_both(book: Book, kari: Contact, at: datetime) -> bool:
    """Tell from two wall clocks whether an instant lies in a slot and in a window."""
    zone, quiet = book.profile.zone, book.profile.quiet
    mine = to_wall(at, zone)
    availability = availability_of(kari, zone) or availability_of_anybody(zone)
    wall = to_wall(at, availability.zone)
    inside = any(
        a <= minute_of(wall.time()) < b for a, b in available_on(availability, wall.date())
    )
    slot = any(mine.time() in one for one in USER_SLOTS)
    return inside and slot and mine.time() not in quiet


def fits_within_a_week(book: Book, kari: Contact, now: datetime) -> bool:
    """Tell whether a window of Kari's meets a slot of the user's in the week to come."""
    zone = book.profile.zone
    availability = availability_of(kari, zone) or availability_of_anybody(zone)
    return first_shared(now, zone, book.profile.quiet, availability) is not None


@given(pairs(), INSTANTS)
def test_the_next_good_moment_is_the_first(pair: tuple[Book, Contact], at: datetime) -> None:
    """3: due or earlier: the next good moment is good, and none before it is."""
    book, kari = pair
    good = next_good_for(book, kari, at)
    assert good is not None
    assert good >= at
    assert is_good_for(book, kari, good)
    assert next_good_for(book, kari, good) == good
    step = at
    while step < min(good, at + timedelta(days=2)):
        assert not is_good_for(book, kari, step)
        step += QUARTER


@given(pairs(), INSTANTS)
def test_a_good_moment_is_good_for_both(pair: tuple[Book, Contact], at: datetime) -> None:
    """3: a slot of the user's and a window of the person's, by each one's own clock."""
    book, kari = pair
    good = next_good_for(book, kari, at)
    assert good
    zone, quiet = book.profile.zone, book.profile.quiet
    assert to_wall(good, zone).time() not in quiet
    if fits_within_a_week(book, kari, good):
        assert suits_both(book, kari, good)
    else:
        assert is_good(good, zone, quiet)
        hours = (good + QUARTER * n for n in range(p.AVAILABLE_WITHIN // QUARTER))
        assert availability_of(kari, zone) is None or not any(
            suits_both(book, kari, h) for h in hours
        )


@settings(max_examples=60)
@given(pairs(), INSTANTS)
def test_nothing_planned_comes_at_a_bad_moment(pair: tuple[Book, Contact], at: datetime) -> None:
    """3: whatever was told and wherever the two are, a planned nudge comes when it suits both."""
    book, kari = pair
    at = max(at, datetime.fromisoformat("2026-03-05T12:00Z"))
    assert next_due_at(book, at) == next_good_for(book, kari, at)
    for n in range(3 * 24 * 2):
        now = at + n * QUARTER * 2
        nudge = decide(book, now).nudge
        assert (nudge is not None) == is_good_for(book, kari, now)
        if nudge and fits_within_a_week(book, kari, now):
            assert suits_both(book, kari, now)


@given(pairs(), INSTANTS)
def test_one_later_time_is_better(pair: tuple[Book, Contact], at: datetime) -> None:
    """3: when now is not fine, the one time that is told lies ahead, and is fine itself."""
    book, kari = pair
    moment = suitability(book, kari, at)
    if moment.is_fine:
        assert moment.better_at is None
    elif moment.better_at is not None:
        assert at < moment.better_at < at + p.AVAILABLE_WITHIN
        assert suitability(book, kari, moment.better_at).is_fine


@given(pairs(), INSTANTS, st.builds(Hours, st.times(), st.times()))
def test_what_is_told_of_another_day_changes_nothing(
    pair: tuple[Book, Contact], at: datetime, hours: Hours
) -> None:
    """3: the hours of one weekday are those of no other."""
    book, kari = pair
    availability = availability_of(kari, book.profile.zone) or availability_of_anybody(
        book.profile.zone
    )
    day = to_wall(at, availability.zone).date()
    other = hearing(availability.times, (HoursTold(((day.weekday() + 1) % 7,), only=hours),))
    assert available_on(replace(availability, times=other), day) == available_on(availability, day)
