"""A wall clock that stands still until a test moves it; it never asks the real one."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""A Monday noon, far from any change of the clocks."""


class FakeClock:
    """The ``Clock`` port, moved by hand."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant it was moved to."""
        return self._now

    def advance(self, **by: float) -> datetime:
        """Move by a ``timedelta`` given as keywords (``hours=3``), and return the new instant."""
        return self.move_to(self._now + timedelta(**by))

    def move_to(self, instant: datetime) -> datetime:
        """Move to an aware instant, also back, and return it."""
        self._now = instant.astimezone(UTC)
        return self._now
