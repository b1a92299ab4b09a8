"""What a span of time can be once it is read. Values only."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from bot.understanding.calendar.moment_types import Day, Elapsed, Hour, Moment, Stretch, Two


class Mode(Enum):
    """What the moment of a span is to it."""

    WITHIN = auto()
    """It is the whole of it: next week."""
    UNTIL = auto()
    """It begins when the span, which begins now, is over: until Friday."""
    THROUGH = auto()
    """It is over when the span, which begins now, is over: through Friday."""
    FROM = auto()
    """It begins when the span begins, and nobody said how long that is: from Friday."""


@dataclass(frozen=True, slots=True)
class RestSpan:
    """A span as it was said.

    Attributes:
        moment: what was named.
        mode: what that is to the span.
        last: the moment with which it ends, where two were named: Monday to Friday.
        days: how many days it has, where it is not clear which those are: next weekend.
        is_year_said: whether the year was said, or a length of time that needs none.
    """

    moment: Day | Hour | Elapsed | Two | Stretch
    mode: Mode
    last: Day | Stretch | None = None
    days: int = 1
    is_year_said: bool = False


@dataclass(frozen=True, slots=True)
class Endless:
    """A span that begins now and lasts until something else is said."""


SpanRead: TypeAlias = RestSpan | Endless | Moment | None
"""A span, or a moment that cannot be one: no such day, too vague, over."""
