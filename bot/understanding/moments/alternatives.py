"""Two moments of which either is meant: "friday or saturday", "i förrgår eller igår"."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from bot.understanding.calendar.moment_types import Day, Hour, Moment, Two, Wrong
from bot.understanding.moments.pieces import Strength
from bot.understanding.moments.runs import Run, Scan
from bot.understanding.words.vocabulary import calendar_words

_SHARED = frozenset({"clock", "part", "week", "month", "year"})
"""Kinds that, said once, hold for both: "monday or tuesday next week"."""


def alternatives(scan: Scan, runs: Iterable[Run]) -> Iterator[tuple[int, Moment, Strength, str]]:
    """Yield the end, the moment, the strength and the rule of a run and another after an *or*.

    Of several that end alike only the first is looked at.
    """
    done: set[int] = set()
    for first in runs:
        for second in _after_or(scan, first):
            weak = min(first.strength, second.strength)
            if second.end in done or weak <= Strength.LEANING:
                continue
            both = _both(scan, first, second)
            if both is not None:
                done.add(second.end)
                yield second.end, both, weak, first.rule


def _after_or(scan: Scan, first: Run) -> Iterator[Run]:
    if first.end < len(scan.line):
        for match in calendar_words("or").at(scan.line, first.end):
            yield from scan.runs(match.end)


def _both(scan: Scan, first: Run, second: Run) -> Moment | None:
    later = scan.moment(second.pieces)
    if later is None:
        return None
    kinds = {piece.kind for piece in first.pieces}
    shared = [p for p in second.pieces if p.kind in _SHARED and p.kind not in kinds]
    sooner = scan.moment((*first.pieces, *shared)) if shared else None
    return _joined(sooner or scan.moment(first.pieces), later)


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
