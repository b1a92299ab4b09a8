"""What a whole line says of a span of time: until a moment, or within it.

Refuses to know of spans that two moments make together, such as "from monday to friday".
"""

from collections.abc import Iterator
from datetime import datetime

from bot.understanding.calendar.moment_types import (
    Around,
    Day,
    Elapsed,
    Hour,
    Stretch,
    Two,
)
from bot.understanding.moments.pieces import Strength, pieces_at
from bot.understanding.moments.reaching import Reach, closing, reaches
from bot.understanding.moments.runs import Scan
from bot.understanding.moments.span_types import Mode, RestSpan, SpanRead
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import calendar_words

_ENDS = frozenset({"start"})
"""Rules of days that are the end of what is said: "the rest of the week"."""
_DATES = frozenset({"date", "dom", ""})
"""Rules of dates; one without a word before it says how long, as a figure does."""
_FOUR_FIGURES = 4
_WEEKEND_DAYS = 2


def whole_span(line: Line, around: Around) -> SpanRead:
    """Return what a whole line says; what it says is until something where it begins so."""
    found = [
        reach
        for reach in reaches(line, 0, around)
        if all(closing(line, index) for index in range(reach.end, len(line)))
    ]
    led = any(phrase_ends(line, "until"))
    found.sort(key=lambda reach: led and not reach.until)
    reach = found[0] if found else _leaning(line, around)
    return _span(line, reach, led=led, now=around.now) if reach else None


def _leaning(line: Line, around: Around) -> Reach | None:
    """Return a moment that is one only where nothing else can be meant: "july"."""
    scan = Scan(line, around)
    for run in scan.runs(0):
        moment = scan.moment(run.pieces) if run.end == len(line) else None
        if moment is not None and run.strength is Strength.LEANING:
            return Reach(run.end, moment, Strength.STRONG, until=False, rule=run.rule)
    return None


def _span(line: Line, reach: Reach, *, led: bool, now: datetime) -> SpanRead:
    moment = reach.moment
    if not isinstance(moment, Day | Hour | Elapsed | Two | Stretch):
        return moment
    days = _WEEKEND_DAYS if reach.rule == "weekend" else 1
    mode = Mode.UNTIL if led or _is_length(line, reach, now) else Mode.WITHIN
    counted = isinstance(moment, Elapsed) or (isinstance(moment, Day) and moment.counted)
    return RestSpan(moment, mode, days=days, is_year_said=counted or is_year_said(line))


def _is_length(line: Line, reach: Reach, now: datetime) -> bool:
    """Tell whether a moment without a word for until says how long from now."""
    moment = reach.moment
    if isinstance(moment, Hour):
        return moment.part is None
    if isinstance(moment, Elapsed) or reach.rule in _ENDS:
        return True
    is_plain_date = reach.rule in _DATES and not any(phrase_ends(line, "day_leads"))
    counted = isinstance(moment, Day) and moment.counted
    return counted or (is_plain_date and moment != Day(now.date()))


def is_year_said(line: Line) -> bool:
    """Tell whether a line names a year."""
    figures = any(one.text.isdecimal() and len(one.text) == _FOUR_FIGURES for one in line.tokens)
    return figures or any(
        piece.kind == "year" for index in range(len(line)) for piece in pieces_at(line, index)
    )


def phrase_ends(line: Line, section: str, index: int = 0) -> Iterator[int]:
    """Yield where phrases of a section end that begin at a token, the longest first."""
    found = calendar_words(section).at(line, index) if index < len(line) else ()
    yield from sorted((match.end for match in found if match.end < len(line)), reverse=True)
