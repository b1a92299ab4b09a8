"""The movable clock runs with its base and never goes back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.tryout.world.movable_clock import MovableClock


def test_moved_clock_keeps_the_distance(clock: MovableClock) -> None:
    """What is advanced stays advanced, and now is aware and in UTC."""
    start = clock.now()
    clock.advance(timedelta(hours=3))
    clock.advance(timedelta(0))
    assert clock.now() - start == timedelta(hours=3)
    assert clock.now().tzinfo is UTC


def test_clock_moves_to_an_instant_of_any_zone(clock: MovableClock) -> None:
    """An instant is an instant, whatever zone it is written in."""
    clock.move_to(datetime(2026, 10, 2, 1, tzinfo=timezone(timedelta(hours=2))))
    assert clock.now() == datetime(2026, 10, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize("by", [timedelta(seconds=-1), timedelta(days=-400)])
def test_clock_never_goes_back(clock: MovableClock, by: timedelta) -> None:
    """Going back is refused and changes nothing."""
    before = clock.now()
    with pytest.raises(ValueError, match="only moves forward"):
        clock.advance(by)
    with pytest.raises(ValueError, match="only moves forward"):
        clock.move_to(before + by)
    assert clock.now() == before


def test_naive_instant_is_refused(clock: MovableClock) -> None:
    """An instant without a zone is no instant."""
    with pytest.raises(ValueError, match="aware"):
        clock.move_to(datetime(2026, 10, 2))  # noqa: DTZ001  (naive is the point)


def test_clock_does_not_leave_the_calendar(clock: MovableClock) -> None:
    """Moving it beyond all calendars is refused and changes nothing: it can be read afterwards."""
    before = clock.now()
    with pytest.raises(ValueError, match="no clock shows"):
        clock.advance(timedelta(days=999_999_999))
    assert clock.now() == before
