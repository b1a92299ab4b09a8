"""docs/semantics.md, 4: months keep their anchor, days and weeks are exact."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clock.cadence import Cadence, Unit, add_months
from tests.property.strategies import cadences

DATES = st.dates(date(1990, 1, 1), date(2040, 12, 31))
ENDS = st.integers(0, 600).map(lambda n: add_months(date(1990, 1, 31), n))
ANCHORS = DATES | ENDS | st.just(date(2024, 2, 29))
COUNTS = st.integers(1, 24)
TURNS = st.integers(0, 60)


@given(ANCHORS, COUNTS, TURNS)
def test_a_month_is_counted_from_its_anchor(anchor: date, count: int, n: int) -> None:
    """4: turn n is the anchor plus n times so many months, clamped to that month each time."""
    day = Cadence(count, Unit.MONTH).occurrence(anchor, n)
    months = (day.year - anchor.year) * 12 + day.month - anchor.month
    assert months == count * n
    assert day.day == min(anchor.day, monthrange(day.year, day.month)[1])


@given(ANCHORS, COUNTS, TURNS)
def test_clamping_never_sticks(anchor: date, count: int, n: int) -> None:
    """4: a short month shortens its own turn only: the next long month has the day again."""
    long_again = next(k for k in range(n + 1, n + 49) if _holds(anchor, count * k))
    assert Cadence(count, Unit.MONTH).occurrence(anchor, long_again).day == anchor.day


@given(ANCHORS, COUNTS, TURNS)
def test_days_and_weeks_are_exact(anchor: date, count: int, n: int) -> None:
    """4: days and weeks are counted, not approximated."""
    assert Cadence(count, Unit.DAY).occurrence(anchor, n) - anchor == timedelta(days=count * n)
    assert Cadence(count, Unit.WEEK).occurrence(anchor, n) - anchor == timedelta(weeks=count * n)


@given(st.integers(1, 8), st.integers(0, 10))
def test_leap_days_fall_on_the_28th_in_common_years(count: int, n: int) -> None:
    """4: 29 February is 28 February in common years, and itself again in leap years."""
    day = Cadence(count, Unit.YEAR).occurrence(date(2024, 2, 29), n)
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    assert day == date(2024 + count * n, 2, 29 if leap else 28)


@given(cadences, ANCHORS, TURNS)
def test_turns_follow_one_another(cadence: Cadence, anchor: date, n: int) -> None:
    """4: turns never stand still or go back, and the zeroth is the anchor itself."""
    assert cadence.occurrence(anchor, 0) == anchor
    assert cadence.occurrence(anchor, n) < cadence.occurrence(anchor, n + 1)


@given(cadences)
def test_slower_is_half_the_pace(cadence: Cadence) -> None:
    """4: half the pace is twice the count, and too slow to be one changes nothing."""
    slower = cadence.slower()
    assert slower.unit is cadence.unit
    assert slower.count in {cadence.count * 2, cadence.count}
    assert slower.approximate_days <= 3660


def test_too_slow_stays() -> None:
    """4: a pace of ten years cannot be halved."""
    assert Cadence(10, Unit.YEAR).slower() == Cadence(10, Unit.YEAR)


@pytest.mark.parametrize("count", [0, -1, 3661])
def test_a_pace_lies_between_a_day_and_ten_years(count: int) -> None:
    """4: no pace of nothing, and none that nobody lives to see."""
    with pytest.raises(ValueError, match="between one day and ten years"):
        Cadence(count, Unit.DAY)


def test_the_last_day_of_each_month() -> None:
    """4: 31 January is followed by 28 February and then by 31 March."""
    monthly = Cadence(1, Unit.MONTH)
    days = [monthly.occurrence(date(2026, 1, 31), n) for n in range(1, 5)]
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def _holds(anchor: date, months: int) -> bool:
    month = add_months(anchor.replace(day=1), months)
    return monthrange(month.year, month.month)[1] >= anchor.day
