"""Stretches of one day, in minutes from midnight: shared ones, and what is left without some."""

from collections.abc import Iterable, Iterator
from datetime import time

from bot.domain.clock.hours import Hours

Span = tuple[int, int]
"""From a minute (included) to another (excluded)."""
HOUR = 60
DAY = 24 * HOUR


def spans_of(hours: Hours) -> tuple[Span, ...]:
    """Return what hours cover of one date: its beginning and its end where they cross midnight."""
    start, end = minute_of(hours.start), minute_of(hours.end)
    parts = ((start, end),) if start <= end else ((0, end), (start, DAY))
    return tuple(part for part in parts if part[0] < part[1])


def minute_of(at: time) -> int:
    """Return the minutes since midnight."""
    return at.hour * HOUR + at.minute


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
    yield free, DAY
