"""Hei with one part taken out, to see what that part is worth.

Knows where each part sits. The parts are swapped for the time of a run; nothing else is touched.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

from benchmarks.policy import hei
from bot.domain.availability import good_moments, usual_hours
from bot.domain.availability.learned_slots import Timing
from bot.domain.policy import agenda, choice, gate
from bot.domain.records.dose import Dose


@contextmanager
def swapped(place: Any, name: str, value: object) -> Iterator[None]:
    """Put something else in a place until the block ends."""
    before = getattr(place, name)
    setattr(place, name, value)
    try:
        yield
    finally:
        setattr(place, name, before)


def without_choice() -> AbstractContextManager[None]:
    """Whoever is ready is drawn by chance alone."""
    return swapped(choice, "utility", lambda _, __=None: 0.0)


def without_warm_up() -> AbstractContextManager[None]:
    """Nobody is offered a hello to somebody close first."""
    return swapped(hei, "warm_up", lambda *_: None)


def without_back_off() -> AbstractContextManager[None]:
    """Silence takes nothing from the dose and begins no pause."""
    return swapped(Dose, "met_silence", lambda dose, _: dose)


def without_timing() -> AbstractContextManager[None]:
    """Every good hour is as good as another."""

    def next_good(timing: Timing, after: datetime) -> datetime | None:
        return usual_hours.next_good(after, timing.zone, timing.quiet)

    return swapped(good_moments, "_next", next_good)


@contextmanager
def without_windows() -> Iterator[None]:
    """Every hour outside the quiet ones is a good one."""

    def is_good_for(book: Any, _: Any, now: datetime) -> bool:
        return usual_hours.next_awake(now, book.profile.zone, book.profile.quiet) == now

    def next_good_for(book: Any, _: Any, after: datetime) -> datetime | None:
        return usual_hours.next_awake(after, book.profile.zone, book.profile.quiet)

    with (
        swapped(agenda, "is_good_for", is_good_for),
        swapped(gate, "is_good_for", is_good_for),
        swapped(agenda, "next_good_for", next_good_for),
        swapped(gate, "next_good_for", next_good_for),
    ):
        yield


ABLATIONS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    "no_choice": without_choice,
    "no_warm_up": without_warm_up,
    "no_windows": without_windows,
    "no_back_off": without_back_off,
    "no_timing": without_timing,
}
