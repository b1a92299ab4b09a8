"""A stretch of the local day, such as quiet hours; it may cross midnight."""

from dataclasses import dataclass
from datetime import time


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
"""Hours that hold no moment: the quiet hours of someone who wants none."""
