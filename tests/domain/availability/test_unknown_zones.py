"""When a hello may go to a contact whose number says a country with several clocks."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.application.write_nudge import proposed_channel
from bot.domain.availability.contact_hours import availability_of, available_on, zone_of
from bot.domain.availability.good_moments import is_good_for, next_good_for
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.availability.usual_hours import is_good
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address, Contact
from bot.domain.records.contact_times import HoursTold, Tie, Times, day_off, hearing
from tests.domain.people import KARI, NIGHT, due_since

MONDAY = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
OSLO, LONDON, NEW_YORK = "Europe/Oslo", "Europe/London", "America/New_York"


def known_by_number(country: str, zone: str, times: Times | None = None) -> tuple[Book, Contact]:
    """Return a Book in a zone, and Kari, who has a number of a country."""
    book = due_since(1.5, zone=zone)
    address = Address(phone="+1", country=country)
    kari = replace(book.contacts[KARI], address=address, times=times or Times())
    return book.with_contact(kari), kari


@pytest.mark.parametrize(
    ("country", "zone", "hours"),
    [
        ("US", OSLO, ("20:15", "20:50")),
        ("US", NEW_YORK, ("17:30", "19:00")),
        ("RU", OSLO, ("08:00", "09:00")),
        ("AU", OSLO, ("08:00", "09:30")),
    ],
)
def test_the_slots_are_narrowed_to_daytime_everywhere(
    country: str, zone: str, hours: tuple[str, str]
) -> None:
    """Promise: nine to twenty by every clock there, also where the user is in that country."""
    book, kari = known_by_number(country, zone)
    start, end = map(time.fromisoformat, hours)
    for quarter in range(7 * 24 * 4):
        at = MONDAY + quarter * timedelta(minutes=15)
        assert is_good_for(book, kari, at) == (to_wall(at, zone).time() in Hours(start, end))


def test_where_no_slot_is_daytime_everywhere_the_users_own_hours_hold() -> None:
    """Promise: from London no slot is daytime from Kaliningrad to Kamchatka."""
    book, kari = known_by_number("RU", LONDON)
    for quarter in range(7 * 24 * 4):
        at = MONDAY + quarter * timedelta(minutes=15)
        assert is_good_for(book, kari, at) == is_good(at, LONDON, NIGHT)


def test_whole_days_are_kept_and_hours_wait_for_a_clock() -> None:
    """Promise: a day off and work's weekends hold on any clock; "after 18" does not."""
    told = hearing(Times(tie=Tie.WORK), (HoursTold(not_before=time(22)), day_off(0)))
    book, kari = known_by_number("US", OSLO, told)
    availability = availability_of(kari, OSLO)
    assert availability is not None
    week = [MONDAY.date() + timedelta(days=n) for n in range(7)]
    assert [bool(available_on(availability, day)) for day in week] == [
        False, True, True, True, True, False, False,
    ]  # fmt: skip
    assert next_good_for(book, kari, MONDAY) == datetime(2026, 3, 3, 19, 15, tzinfo=UTC)


@pytest.mark.parametrize("channel", [None, *Channel])
def test_no_call_is_proposed_until_the_zone_is_told(channel: Channel | None) -> None:
    """Promise: what rings gives way to the best that waits, and comes back with the zone."""
    _, kari = known_by_number("US", OSLO)
    kari = replace(kari, channel=channel)
    assert is_zone_unknown(kari)
    waits = channel if channel is not Channel.CALL else Channel.TELEGRAM
    assert proposed_channel(kari) is (waits or Channel.TELEGRAM)
    told = replace(kari, times=Times(zone=NEW_YORK))
    assert proposed_channel(told) is (channel or Channel.TELEGRAM)
    assert zone_of(told, OSLO) == NEW_YORK
