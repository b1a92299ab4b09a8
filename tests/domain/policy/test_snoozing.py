"""When a snoozed nudge returns."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import to_instant, to_wall
from bot.domain.policy.snoozing import SnoozeChoice, after_try, choices, ladder, on_day, returns_at
from bot.domain.records.profile import Profile
from tests.domain.people import DAY, person

OSLO = Profile(zone="Europe/Oslo")


def at(text: str) -> datetime:
    """Return the instant of an Oslo wall time."""
    return to_instant(datetime.fromisoformat(text), OSLO.zone)


def shown(later: SnoozeChoice, now: str, profile: Profile = OSLO) -> str | None:
    """Return the Oslo wall time of a choice."""
    instant = returns_at(later, profile, at(now))
    return to_wall(instant, OSLO.zone).isoformat(" ", "minutes") if instant else None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-02 08:30", "2026-03-02 11:30"),
        ("2026-03-02 10:15", "2026-03-02 17:30"),
        ("2026-03-02 15:45", "2026-03-02 17:45"),
        ("2026-03-02 18:10", "2026-03-02 20:15"),
        ("2026-03-02 18:49", "2026-03-02 20:49"),
        ("2026-03-02 18:50", None),
        ("2026-03-02 23:30", None),
    ],
)
def test_later_today_only_while_good_hours_are_left(now: str, expected: str | None) -> None:
    """At least two hours on, at a good hour of the same day, else it is not offered."""
    assert shown(SnoozeChoice.TODAY, now) == expected
    assert (SnoozeChoice.TODAY in choices(OSLO, at(now))) == (expected is not None)


def test_tomorrow_and_the_weekend_are_always_offered() -> None:
    """The other two choices make sense at any time."""
    assert choices(OSLO, at("2026-03-02 23:30")) == (SnoozeChoice.TOMORROW, SnoozeChoice.WEEKEND)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-02 12:00", "2026-03-03 09:30"),
        ("2026-03-02 00:05", "2026-03-03 09:30"),
        ("2026-03-28 12:00", "2026-03-29 09:30"),
        ("2026-12-31 20:00", "2027-01-01 09:30"),
    ],
)
def test_tomorrow_is_the_next_local_morning(now: str, expected: str) -> None:
    """Tomorrow is half past nine on the next date of the user's own calendar."""
    assert shown(SnoozeChoice.TOMORROW, now) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-02 12:00", "2026-03-07 11:00"),
        ("2026-03-06 20:00", "2026-03-07 11:00"),
        ("2026-03-07 08:00", "2026-03-08 11:00"),
        ("2026-03-08 12:00", "2026-03-14 11:00"),
    ],
)
def test_the_weekend_lies_ahead(now: str, expected: str) -> None:
    """The weekend is Saturday at eleven; on a Saturday it is tomorrow, on a Sunday the next."""
    assert shown(SnoozeChoice.WEEKEND, now) == expected


def test_quiet_hours_shorten_later_today() -> None:
    """Good hours inside the user's quiet ones are none."""
    early = replace(OSLO, quiet=Hours(time(17), time(8)))
    assert shown(SnoozeChoice.TODAY, "2026-03-02 12:00", early) is None


def test_a_named_day_has_its_good_moment_and_never_passes() -> None:
    """A day the user named is its morning, a weekend day its late morning, and never before now."""
    now = at("2026-03-02 12:00")
    assert on_day(date(2026, 3, 4), OSLO, now) == at("2026-03-04 09:30")
    assert on_day(date(2026, 3, 8), OSLO, now) == at("2026-03-08 11:00")
    assert on_day(date(2026, 3, 2), OSLO, now) == now


def test_the_ladder_of_bare_snoozes() -> None:
    """The n-th bare snooze of a person holds 1, 3 and 9 days, then half a cadence."""
    kari = person(days=60)
    days = [ladder(replace(kari, snoozes=n)) / DAY for n in range(6)]
    assert days == [1, 3, 9, 30, 30, 30]


@pytest.mark.parametrize(("pace", "days"), [(2, 1), (4, 1), (20, 5), (56, 14), (365, 14)])
def test_a_try_waits_a_quarter_of_the_pace(pace: int, days: float) -> None:
    """After a try without an answer: a quarter of the cadence, from a day to two weeks."""
    tried = replace(person(), cadence=Cadence(pace, Unit.DAY))
    assert after_try(tried) == timedelta(days=days)
