"""What time it is where somebody is: read from words, and found among the clocks of a country."""

from datetime import UTC, datetime, time

import pytest

from bot.domain.clock.wall_time import country_zones, to_wall
from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.facts.clocks_there import (
    clocks_in,
    read_clock,
    says_unknown,
    zones_showing,
)
from tests.every_row import every_row
from tests.phrase_tables import lists, phrases

WALL = datetime(2026, 3, 2, 10, 30)  # noqa: DTZ001 - a wall time
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""It is 07:00 in New York, 06:00 in Chicago, 04:00 in Los Angeles."""
SUMMER = datetime(2026, 7, 6, 12, 0, tzinfo=UTC)
COUNTRIES = ("US", "RU", "AU", "BR", "MX", "ID", "CA", "ES")


@every_row(lists("places", "clock_there"))
def test_a_time_is_read(typed: str, meaning: str) -> None:
    """Promise: as people say it; a half of the day is taken only where it is said."""
    clock = read_clock(typed, WALL)
    assert clock is not None
    assert f"{clock.at:%H:%M}" in {meaning, f"{_other_half(meaning):%H:%M}"}
    assert clock.half_open or f"{clock.at:%H:%M}" == meaning


@every_row(phrases("places", "no_clock"))
def test_what_is_no_time_is_none(typed: str) -> None:
    """Promise: nothing is guessed from half a text."""
    assert read_clock(typed, WALL) is None


@every_row(phrases("places", "nobody_knows"))
def test_not_knowing_is_an_answer(typed: str) -> None:
    """Promise: whoever does not know may say so."""
    assert says_unknown(typed)


@pytest.mark.parametrize("now", [NOON, SUMMER])
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_time_of_a_country_is_there_once(country: str, now: datetime) -> None:
    """Promise: one city for each time that its clocks show now."""
    shown = [to_wall(now, zone) for zone in clocks_in(country, now)]
    assert len(shown) == len(set(shown)) > 1
    assert set(shown) == {to_wall(now, zone) for zone in country_zones(country)}


def test_most_people_come_first() -> None:
    """Promise: by how many live by a clock's zone; a country without zones has none."""
    assert clocks_in("US", NOON)[:3] == (
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
    )
    assert clocks_in("RU", NOON)[0] == "Europe/Moscow"
    assert clocks_in("XK", NOON) == ()


@pytest.mark.parametrize(
    ("clock", "cities"),
    [
        (ClockTime(time(7), half_open=True), {"New_York"}),
        (ClockTime(time(6, 50), half_open=True), {"New_York"}),
        (ClockTime(time(19)), set()),
        (ClockTime(time(6, 30)), {"New_York", "Chicago"}),
        (ClockTime(time(9), half_open=True), set()),
    ],
)
def test_a_time_means_the_nearest_clock_or_is_asked_about(
    clock: ClockTime, cities: set[str]
) -> None:
    """Promise: half an hour off at most, and clearly nearer than the next; else none is taken."""
    found = zones_showing(clock, clocks_in("US", NOON), NOON)
    assert {zone.rpartition("/")[2] for zone in found} == cities


def _other_half(meaning: str) -> time:
    at = time.fromisoformat(meaning)
    return at.replace(hour=(at.hour + 12) % 24)
