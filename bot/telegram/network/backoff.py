"""How long to wait after failures in a row."""

from collections.abc import Callable
from dataclasses import dataclass

Chance = Callable[[], float]
"""A draw from [0, 1)."""


@dataclass(slots=True)
class Backoff:
    """Waits that double up to a most, each shortened by up to half so that many do not meet.

    Args:
        chance: draws the jitter.
        first: seconds after the first failure, before jitter.
        most: seconds that no wait exceeds.
    """

    chance: Chance
    first: float = 0.5
    most: float = 30.0
    failures: int = 0

    def next(self) -> float:
        """Count a failure and return the seconds to wait after it."""
        wait = min(self.most, self.first * 2.0 ** min(self.failures, 30))
        self.failures += 1
        return wait * (1 - self.chance() / 2)

    def reset(self) -> None:
        """Forget the failures: it went well."""
        self.failures = 0
