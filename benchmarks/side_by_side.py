"""Comparisons on a machine that is busy now and then: in turn, by ratios within a round."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import TypeVar

Taken = TypeVar("Taken")


def in_turn(rounds: int, takes: Sequence[Callable[[], Taken]]) -> list[tuple[Taken, ...]]:
    """Take every measurement once a round (A B A B), and return what each of them gave."""
    return list(zip(*([take() for take in takes] for _ in range(rounds)), strict=True))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios within each round.

    Whatever slows a whole round down drops out of it, unlike out of a ratio of two medians.
    """
    return median(a / b for a, b in zip(ours, theirs, strict=True))
