"""docs/semantics.md, 3: wall times, missing and repeated hours, quiet hours and good ones."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.application.change_settings import choose_zone
from bot.domain.availability.usual_hours import (
    DayPart,
    day_part,
    is_good,
    next_awake,
    next_good,
    usual_hours_on,
)
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import (
    UnknownZone,
    at_local,
    common_zones,
    country_of,
    country_zones,
    distinct,
    is_zone,
    local_date,
    start_of_day,
    to_instant,
    to_wall,
)
from bot.domain.policy.agenda import next_due_at
from tests.domain.people import due_since
from tests.property.strategies import INSTANTS, WALLS, quiet_hours, zones

SECOND = timedelta(seconds=1)
QUARTER = timedelta(minutes=15)


def readings(wall: datetime, zone: str) -> list[datetime]:
    """Return every instant at which clocks in the zone show a time, by trying each offset."""
    guess = to_instant(wall, zone)
    offsets = {
        to_wall(at, zone) - at.replace(tzinfo=None)
        for at in (guess + timedelta(hours=hours) for hours in range(-48, 49, 6))
    }
    found = {(wall - offset).replace(tzinfo=guess.tzinfo) for offset in offsets}
    return sorted(at for at in found if to_wall(at, zone) == wall)


@given(WALLS, zones)
def test_a_wall_time_means_its_first_instant(wall: datetime, zone: str) -> None:
    """3: one that exists twice means the first; one that is missing the first that exists."""
    instant, shown = to_instant(wall, zone), readings(wall, zone)
    if shown:
        assert instant == shown[0]
    else:
        assert to_wall(instant, zone) > wall
        assert to_wall(instant - SECOND, zone) < wall


@given(WALLS, WALLS, zones)
def test_wall_times_keep_their_order(one: datetime, other: datetime, zone: str) -> None:
    """3: a later wall time is never an earlier instant, through gaps and repeated hours."""
    first, second = sorted((one, other))
    assert to_instant(first, zone) <= to_instant(second, zone)


@given(INSTANTS, zones)
def test_instants_come_back_from_the_wall(at: datetime, zone: str) -> None:
    """3: an instant survives the wall, but for a repeated hour, which means its first."""
    back = to_instant(to_wall(at, zone), zone)
    assert to_wall(back, zone) == to_wall(at, zone)
    assert back == readings(to_wall(at, zone), zone)[0] <= at


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("Europe/Oslo", "2026-03-29 02:30", "2026-03-29 01:00"),
        ("Europe/Oslo", "2026-10-25 02:30", "2026-10-25 00:30"),
        ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 01:00"),
        ("America/New_York", "2026-03-08 02:59", "2026-03-08 07:00"),
        ("America/New_York", "2026-11-01 01:00", "2026-11-01 05:00"),
        ("Asia/Kathmandu", "1986-01-01 00:05", "1985-12-31 18:30"),
        ("Asia/Kathmandu", "2026-03-02 12:00", "2026-03-02 06:15"),
        ("Pacific/Apia", "2011-12-30 00:00", "2011-12-30 10:00"),
        ("Pacific/Apia", "2011-12-30 23:59", "2011-12-30 10:00"),
        ("Pacific/Apia", "2011-12-31 00:00", "2011-12-30 10:00"),
        ("Pacific/Apia", "2011-12-29 23:59", "2011-12-30 09:59"),
    ],
)
def test_known_gaps_and_repeats(zone: str, wall: str, instant: str) -> None:
    """3: the clocks that changed, by name."""
    assert to_instant(datetime.fromisoformat(wall), zone) == datetime.fromisoformat(instant + "Z")


@given(INSTANTS, zones, quiet_hours)
def test_next_awake_is_awake(at: datetime, zone: str, quiet: Hours) -> None:
    """3: quiet hours may cross midnight; the next awake instant is outside, never before."""
    awake = next_awake(at, zone, quiet)
    assert awake is not None
    assert awake >= at
    assert to_wall(awake, zone).time() not in quiet
    assert (awake == at) == (to_wall(at, zone).time() not in quiet)


@given(INSTANTS, zones, quiet_hours)
def test_next_good_is_good(at: datetime, zone: str, quiet: Hours) -> None:
    """3: the next good instant is good, outside quiet hours, and never before the asked one."""
    good = next_good(at, zone, quiet)
    assert good is not None
    assert good >= at
    assert is_good(good, zone, quiet)
    assert to_wall(good, zone).time() not in quiet
    assert next_good(good, zone, quiet) == good


@given(INSTANTS, zones, quiet_hours.filter(lambda hours: not time(1) <= hours.end < time(4)))
def test_nothing_good_is_passed_over(at: datetime, zone: str, quiet: Hours) -> None:
    """3: due or earlier: no good or awake quarter of an hour lies before the one that is given."""
    good, awake = next_good(at, zone, quiet), next_awake(at, zone, quiet)
    assert good is not None
    assert awake is not None
    step = at
    while step < min(good, at + timedelta(days=2)):
        assert not is_good(step, zone, quiet)
        assert step >= awake or to_wall(step, zone).time() in quiet
        step += QUARTER


@given(INSTANTS, zones, quiet_hours)
def test_a_laptop_woken_at_night_waits(at: datetime, zone: str, quiet: Hours) -> None:
    """3: woken in quiet hours, a nudge waits for the next good moment and comes no sooner."""
    book = due_since(1.5, zone=zone)
    book = replace(book, profile=replace(book.profile, quiet=quiet))
    at = max(at, datetime.fromisoformat("2026-03-05T12:00Z"))
    assert next_due_at(book, at) == next_good(at, zone, quiet)


@given(INSTANTS, zones, zones)
def test_a_new_zone_plans_anew(at: datetime, zone: str, other: str) -> None:
    """3: due and hours follow the zone at once: nothing is stored from before the move."""
    moved = choose_zone(due_since(1.5, zone=zone), other)
    at = max(at, datetime.fromisoformat("2026-03-05T12:00Z"))
    assert next_due_at(moved, at) == next_due_at(due_since(1.5, zone=other), at)


@given(st.dates(datetime(2000, 1, 1).date(), datetime(2035, 1, 1).date()), zones)  # noqa: DTZ001 - dates
def test_windows_lie_inside_the_users_slots(day: datetime, zone: str) -> None:
    """3: good hours are local wall times, in order, and lie outside the night."""
    hours = usual_hours_on(day, zone)
    assert hours
    assert list(hours) == sorted(hours, key=lambda one: one.start)
    assert all(time(8) <= one.start < one.end <= time(21) for one in hours)


@given(WALLS)
def test_every_moment_has_a_part_of_the_day(wall: datetime) -> None:
    """3: the line about the moment knows each hour; a weekend day is one long part."""
    part = day_part(wall)
    night = {DayPart.NIGHT, DayPart.LATE}
    assert (part in night) == (not time(6) <= wall.time() < time(21))
    assert wall.weekday() >= 5 or part is not DayPart.WEEKEND


def test_zones_by_name_and_country() -> None:
    """3: zones are IANA names; anything else is refused by name."""
    assert is_zone("Europe/Oslo")
    assert not is_zone("Europe/Atlantis")
    assert "Asia/Kathmandu" in common_zones()
    assert country_zones("no") == ["Europe/Oslo"]
    assert not country_zones("xx")
    assert country_of("UTC") is None
    with pytest.raises(UnknownZone):
        to_wall(datetime.fromisoformat("2026-03-02T12:00Z"), "Europe/Atlantis")


@given(INSTANTS, zones)
def test_a_day_begins_with_its_first_moment(at: datetime, zone: str) -> None:
    """3: the start of a local day is the first instant of that date, or after a missing one."""
    day = local_date(at, zone)
    start = start_of_day(day, zone)
    assert start <= at
    assert local_date(start, zone) == day
    assert local_date(start - SECOND, zone) < day
    assert at_local(day, time(), zone) == start


def test_zones_that_differ_in_summer_or_winter() -> None:
    """3: of zones that show the same time all year the first is offered, and no other."""
    offered = ["Europe/Oslo", "Europe/Berlin", "Africa/Lagos", "Africa/Tunis", "UTC"]
    now = datetime.fromisoformat("2026-03-02T12:00Z")
    assert distinct(offered, now) == ("Europe/Oslo", "Africa/Lagos", "UTC")
