"""The wall clock of this machine: the only module that reads it.

Refuses to measure elapsed time; for that there is the loop's monotonic clock.
"""

from datetime import UTC, datetime


class SystemClock:
    """The machine's wall clock, for the ``Clock`` port."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one adapter that may
