"""Hours of the local day, such as quiet hours, and what they share or leave of one date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

Span = tuple[int, int]
"""From a minute (included) to another (excluded)."""
MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR


@dataclass(frozen=True, slots=True)
class Hours:
    """From ``start`` (included) to ``end`` (excluded) in local wall time; equal ends mean never."""

    start: time
    end: time

    def __contains__(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}\N{EN DASH}{self.end:%H:%M}"


NEVER = Hours(time(), time())
"""Hours that hold no moment: the quiet hours of a user who wants none."""


def spans_of(hours: Hours) -> tuple[Span, ...]:
    """Return what hours cover of one date: its beginning and its end where they cross midnight."""
    start, end = minute_of(hours.start), minute_of(hours.end)
    parts = ((start, end),) if start <= end else ((0, end), (start, MINUTES_A_DAY))
    return tuple(part for part in parts if part[0] < part[1])


def minute_of(at: time) -> int:
    """Return the minutes since midnight."""
    return at.hour * MINUTES_AN_HOUR + at.minute


def shared(ones: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return what lies in both, earliest first."""
    known = tuple(others)
    both = ((max(a, c), min(b, d)) for a, b in ones for c, d in known)
    return tuple(sorted(part for part in both if part[0] < part[1]))


def without(ones: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of some stretches once others are taken out, earliest first."""
    return shared(ones, _between(taken))


def _between(taken: Iterable[Span]) -> Iterator[Span]:
    free = 0
    for start, end in sorted(taken):
        yield free, start
        free = max(free, end)
    yield free, MINUTES_A_DAY
