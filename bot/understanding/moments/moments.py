"""Moments as users type them, such as "in 3 days", "i går kveld" and "på tisdag kl. 18".

Knows the direction a command looks in, and no words: those are in the word lists. Refuses to guess:
a moment that may be two is ``Two``, one in the wrong direction is ``Wrong``, anything else is None.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.understanding.calendar.moment_types import (
    Around,
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    NoSuchDay,
    Stretch,
    Two,
    Vague,
    Wrong,
)
from bot.understanding.calendar.slips import mended
from bot.understanding.moments.pieces import Strength, pieces_at
from bot.understanding.moments.reaching import Reach, closing, reaches, standing, stands
from bot.understanding.words.tokens import Line, is_mark

__all__ = [
    "Day",
    "Elapsed",
    "Facing",
    "FoundMoment",
    "Hour",
    "Moment",
    "NoSuchDay",
    "Reach",
    "Strength",
    "Stretch",
    "Two",
    "Vague",
    "Wrong",
    "find_moment",
    "reaches",
    "read_moment",
    "standing",
    "stands",
    "usable",
]

_ONWARD = frozenset({"weekday", "date", "dom", "day", "away", "week", "stretch", "clock"})
"""Kinds of pieces that no note begins with when they stand right after a moment."""


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A moment at the start of a text, and what is written after it."""

    moment: Moment
    rest: str


def read_moment(text: str, *, now: datetime, facing: Facing) -> Moment | None:
    """Return the moment that the whole text is, or None; one slip of the finger is forgiven.

    Args:
        text: what was typed after a command or a label.
        now: the local wall-clock time, naive.
        facing: the direction; it decides what "på tirsdag" means.
    """
    line, around = Line.of(text), Around(now, facing)
    return _whole(line, around) or _whole(mended(line), around)


def _whole(line: Line | None, around: Around) -> Moment | None:
    if line is None:
        return None
    for reach in reaches(line, 0, around):
        if all(closing(line, i) for i in range(reach.end, len(line))):
            return reach.moment
    return None


def find_moment(text: str, *, now: datetime, facing: Facing) -> FoundMoment | None:
    """Return the longest moment at the start of a text and the rest of it, or None.

    A word that is also an ordinary one ("sun", "man", "weekend") counts only where it stands
    apart, and a moment in the wrong direction only before punctuation: "tomorrow she moves" is a
    note. A slip of the finger is forgiven only where nothing else is said.
    """
    line, around = Line.of(text), Around(now, facing)
    reach = standing(line, 0, around)
    if reach is not None and _goes_on(line, reach.end):
        return None
    if reach is None:
        slip = _whole(mended(line), around)
        return FoundMoment(slip, "") if slip else None
    rest = reach.end
    while rest < len(line) and is_mark(line.tokens[rest]) and line.tokens[rest].text not in "([\"'":
        rest += 1
    after = line.after(rest)
    if facing is Facing.FUTURE and after.isdecimal():  # "Friday 18": an hour, or a date?
        return None
    return FoundMoment(reach.moment, after)


def _goes_on(line: Line, index: int) -> bool:
    """Tell whether a moment goes on where its reading ended: then only half of it is known."""
    pieces = pieces_at(line, index) if index < len(line) else ()
    return any(
        piece.kind in _ONWARD and piece.strength >= Strength.BOUNDED and _ends_well(line, piece.end)
        for piece in pieces
    )


def _ends_well(line: Line, end: int) -> bool:
    return end == len(line) or line.apart(end) or is_mark(line.tokens[end])


def usable(moment: Moment | None) -> Moment | None:
    """Return a moment that something can be done with; None for a vague one and for no such day."""
    return None if isinstance(moment, Vague | NoSuchDay) else moment
