"""How often user and contact would like to talk: a count of days, weeks, months or years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS_A_YEAR = 12


class Unit(StrEnum):
    """The unit a cadence or a duration is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


DAYS = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.436875, Unit.YEAR: 365.2425}
"""How long each unit is, on average."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """``count`` units between two hellos, such as every 3 weeks.

    Raises:
        ValueError: the count is below 1 or the cadence is longer than ten years.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1 or self.approximate_days > 3660:  # noqa: PLR2004 - ten years
            raise ValueError("a cadence lies between one day and ten years")

    @property
    def approximate_days(self) -> float:
        """The length in days, with the mean Gregorian month and year; for ratios, not for dates."""
        return self.count * DAYS[self.unit]

    def slower(self) -> "Cadence":
        """Return the cadence of half as many hellos, or itself where that would be too slow."""
        try:
            return Cadence(self.count * 2, self.unit)
        except ValueError:
            return self

    def occurrence(self, anchor: date, n: int) -> date:
        """Return the n-th date after the anchor.

        Months and years are counted from the anchor and clamped each time, so that 31 January is
        followed by 28 February and then by 31 March. Days and weeks are exact
        (docs/semantics.md, 4).
        """
        match self.unit:
            case Unit.DAY:
                return anchor + timedelta(days=self.count * n)
            case Unit.WEEK:
                return anchor + timedelta(weeks=self.count * n)
            case Unit.MONTH:
                return add_months(anchor, self.count * n)
            case Unit.YEAR:
                return add_months(anchor, self.count * n * MONTHS_A_YEAR)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later, clamped to the length of that month."""
    years, month0 = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month0 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
