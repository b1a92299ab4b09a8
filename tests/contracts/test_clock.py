"""What every clock promises."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.adapters.system_clock import SystemClock
from bot.application.ports import Clock
from tests.fakes.clock import START, FakeClock


@pytest.mark.parametrize("clock", [SystemClock(), FakeClock()])
def test_a_clock_tells_aware_utc(clock: Clock) -> None:
    """Instants are aware and in UTC, wherever the machine stands."""
    assert clock.now().tzinfo is UTC


def test_the_system_clock_goes_on() -> None:
    """The real clock tells a time in this century, and not twice the same for ever."""
    clock = SystemClock()
    first = clock.now()
    assert first > datetime(2024, 1, 1, tzinfo=UTC)
    while clock.now() == first:
        pass


def test_the_fake_clock_goes_only_where_it_is_told() -> None:
    """It stands still, moves by keywords and to any instant, also back."""
    clock = FakeClock()
    assert clock.now() == clock.now() == START
    assert clock.advance(days=1, minutes=5) == START + timedelta(days=1, minutes=5)
    oslo = START.astimezone(timezone(timedelta(hours=1)))
    assert clock.move_to(oslo) == START
    assert clock.now().tzinfo is UTC
