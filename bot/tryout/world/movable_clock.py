"""A clock that can be moved forward from another one, which alone reads the time."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

_END = datetime(9000, 1, 1, tzinfo=UTC)
"""Beyond it calendars come to their end; some years are left for what is planned ahead."""


class HasNow(Protocol):
    """Whatever can tell the present instant."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...


class MovableClock:
    """A base clock plus an offset that only ever grows.

    Args:
        base: the clock whose running is kept; a standing base gives a standing clock.
    """

    def __init__(self, base: HasNow) -> None:
        self._base = base
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """Return the base clock's instant plus the offset, aware and in UTC."""
        return self._base.now().astimezone(UTC) + self._offset

    def advance(self, by: timedelta) -> None:
        """Move the clock forward.

        Args:
            by: how far; zero is allowed.

        Raises:
            ValueError: when the clock would go back, or beyond the last year there is.
        """
        if by < timedelta(0):
            raise ValueError(f"the clock only moves forward, not by {by}")
        if by > _END - self.now():
            raise ValueError(f"no clock shows a time {by} ahead")
        self._offset += by

    def move_to(self, instant: datetime) -> None:
        """Move the clock forward to an instant.

        Args:
            instant: aware; not before now.

        Raises:
            ValueError: when the instant is naive or has passed.
        """
        if instant.tzinfo is None:
            raise ValueError(f"a clock needs an aware instant, not {instant}")
        self.advance(instant - self.now())
