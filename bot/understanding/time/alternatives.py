"""Two moments of which either is meant: "friday or saturday", "i förrgår eller igår"."""

from collections.abc import Iterator
from datetime import date, time

from bot.understanding.time.moment_types import Around, Day, Hour, Moment, Two, Wrong
from bot.understanding.time.pieces import Strength
from bot.understanding.time.runs import PiecesAt, Run, moment_of, runs_at
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import calendar_words

_SHARED = frozenset({"clock", "part", "week", "month", "year"})
"""Kinds that, said once, hold for both: "monday or tuesday next week"."""


def alternatives(
    line: Line, first: Run, pieces: PiecesAt, around: Around
) -> Iterator[tuple[int, Moment, Strength]]:
    """Yield the end, the moment and the strength of a run and another after an *or*."""
    if first.end >= len(line):
        return
    for match in calendar_words("or").at(line, first.end):
        for second in runs_at(line, match.end, pieces):
            both = _both(first, second, around)
            weak = min(first.strength(), second.strength())
            if both is not None and weak > Strength.LEANING:
                yield second.end, both, weak


def _both(first: Run, second: Run, around: Around) -> Moment | None:
    later = moment_of(second.pieces, around)
    kinds = {piece.kind for piece in first.pieces}
    shared = [p for p in second.pieces if p.kind in _SHARED and p.kind not in kinds]
    sooner = moment_of((*first.pieces, *shared), around) if shared else None
    return _joined(sooner or moment_of(first.pieces, around), later)


def _joined(first: Moment | None, second: Moment | None) -> Moment | None:
    if isinstance(first, Wrong) and isinstance(second, Wrong):
        return Wrong()
    one, other = _day_and_hour(first), _day_and_hour(second)
    if one is None or other is None or one[0] == other[0]:
        return None
    same_hour = one[1] == other[1]
    if not same_hour and None not in {one[1], other[1]}:
        return None
    return Two(one[0], other[0], one[1] if same_hour else None)


def _day_and_hour(moment: Moment | None) -> tuple[date, time | None] | None:
    match moment:
        case Day(on):
            return on, None
        case Hour(at):
            return at.date(), at.time()
    return None
