"""Spans of time as users type them, such as "next week", "i helga" and "från fredag till söndag".

Knows whether a moment is meant as a whole, or as the end of what begins now. Refuses to know what
a span is good for, and when a day begins.
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.understanding.calendar.moment_types import (
    Around,
    Day,
    Elapsed,
    Facing,
    Hour,
    Stretch,
    Two,
    Vague,
)
from bot.understanding.calendar.slips import mended
from bot.understanding.moments.pieces import pieces_at
from bot.understanding.moments.reaching import Reach, reaches
from bot.understanding.moments.span_types import Endless, Mode, RestSpan, SpanRead
from bot.understanding.moments.whole_spans import is_year_said, phrase_ends, whole_span
from bot.understanding.words.politeness import without_politeness
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import calendar_words, rows

SATURDAY = 5
GAPLESS = timedelta(days=1)
"""Between two days that are told with an *and* as one rest: "tomorrow and Friday"."""
WEEK = timedelta(days=7)


def read_span(text: str, now: datetime) -> SpanRead:
    """Return the span that the whole text is; None where it is nothing of the kind.

    Args:
        text: what was typed, with thanks and the like around it.
        now: the local wall-clock time, naive.
    """
    line = Line.of(without_politeness(text))
    if not len(line) or _is_all(line, "rest_open"):
        return Endless()
    if _is_all(line, "rest_vague"):
        return Vague()
    around = Around(now, Facing.FUTURE)
    return read_line(line, around) or read_line(mended(line), around)


def read_line(line: Line | None, around: Around) -> SpanRead:
    """Return the span that a whole line is, as ``read_span`` does of a text."""
    if line is None:
        return None
    readings = (_through, _between, _lasting, _within_or_until, _from)
    return next((found for read in readings if (found := read(line, around))), None)


def _through(line: Line, around: Around) -> SpanRead:
    """Read "through friday" and "til og med fredag"."""
    for end in phrase_ends(line, "rest_until"):
        found = whole_span(_renamed(line, end), around)
        if isinstance(found, RestSpan) and not isinstance(found.moment, Two | Elapsed):
            return replace(found, mode=Mode.THROUGH)
    return None


def _within_or_until(line: Line, around: Around) -> SpanRead:
    """Read "next week", "all of july" and "until friday"."""
    for end in (0, *phrase_ends(line, "rest_leads")):
        found = whole_span(_renamed(line, end), around)
        if found is not None:
            return found
    return None


def _between(line: Line, around: Around) -> SpanRead:
    """Read "from monday to friday", "1 july - 14 july" and "1-14 july"."""
    starts = (*phrase_ends(line, "from"), 0)
    found = (_joined(line, start, around) or _dates(line, start, around) for start in starts)
    return next((span for span in found if span), None)


def _joined(line: Line, start: int, around: Around) -> RestSpan | None:
    """Read two moments; the last one is seen from the first."""
    for reach in reaches(line, start, around):
        first = reach.moment
        if not isinstance(first, Day | Stretch) or reach.rule == "year":
            continue
        for end in phrase_ends(line, "through", reach.end):
            last = _last_seen(line, end, reach, around)
            named = first.on.day if isinstance(first, Day) and reach.rule == "dom" else 0
            if span := _between_days(first, last, named):
                return _without_last(span) if _is_until_weekday(line, reach.end, end) else span
        for end in phrase_ends(line, "plus", reach.end):
            last = _last_seen(line, end, reach, around)
            span = _between_days(first, last, 0)
            if span and _is_gapless(span):
                return span
    return None


def _last_seen(line: Line, index: int, reach: Reach, around: Around) -> SpanRead:
    """Return the last moment of a span as it is seen from its first one."""
    first = reach.moment
    if not isinstance(first, Day | Stretch):
        return None
    begins = first.on if isinstance(first, Day) else first.first
    seen = Around(max(around.now, datetime.combine(begins, time())), Facing.FUTURE)
    rest = Line.of(line.after(index))
    last = _sooner(whole_span(rest, around), begins) or whole_span(rest, seen)
    last = last or _later_in_month(line, index, first) or _later_week(line, index, first)
    last = last or whole_span(Line.of(f"{rest.text}."), seen)  # "saturday 19 to sunday 27"
    is_weekday = any(piece.kind == "weekday" for piece in pieces_at(line, index))
    return _last_away(reach, begins, last) if is_weekday else _single(last)


def _is_until_weekday(line: Line, index: int, end: int) -> bool:
    """Tell whether a weekday follows an *until*: "from Monday till Friday", back on Friday."""
    joints = calendar_words("through").at(line, index)
    is_until = any(joint.end == end and joint.meaning == "until" for joint in joints)
    return is_until and any(piece.kind == "weekday" for piece in pieces_at(line, end))


def _without_last(span: RestSpan) -> RestSpan:
    """Return a span that ends on the day before a working day on which one is back."""
    match span.moment, span.last:
        case (Day(first), Day(last)) if first < last and last.weekday() < SATURDAY:
            return replace(span, last=Day(last - timedelta(days=1)))
    return span


def _is_gapless(span: RestSpan) -> bool:
    """Tell whether two that are joined by an *and* follow each other, and are one rest."""
    match span.moment, span.last:
        case (Day(first), Day(last)) | (Stretch(_, first), Stretch(last, _)):
            return timedelta() < last - first <= GAPLESS
    return False


def _sooner(last: SpanRead, begins: date) -> SpanRead:
    """Return a last day as it is seen from today, where that is not before the first one."""
    is_later = (
        isinstance(last, RestSpan) and isinstance(last.moment, Day) and last.moment.on > begins
    )
    return last if is_later else None


def _last_away(reach: Reach, begins: date, last: SpanRead) -> SpanRead:
    """Return the last day away, of a span that begins on a day.

    Of "21/9-4/10" it is 4 October, and from Saturday to Saturday one is back on the second.
    """
    last = _single(last)
    if not isinstance(last, RestSpan):
        return last
    if reach.rule == "weekday" and last.moment == Day(begins + WEEK):
        return replace(last, moment=Day(begins + WEEK - timedelta(days=1)))
    return last


def _single(last: SpanRead) -> SpanRead:
    """Return the first of two days that a last one may be."""
    if isinstance(last, RestSpan) and isinstance(last.moment, Two):
        return replace(last, moment=Day(last.moment.first))
    return last


def _between_days(first: Day | Stretch | None, last: SpanRead, named: int) -> RestSpan | None:
    """Return the span between two days; ``named`` is the first where it names no month, else 0."""
    if not (isinstance(last, RestSpan) and isinstance(last.moment, Day | Stretch)):
        return None
    if isinstance(last.moment, Day) and last.moment.counted:
        return None
    first = _in_month_of(last.moment, named) or first
    return (
        RestSpan(first, Mode.WITHIN, last.moment, is_year_said=last.is_year_said) if first else None
    )


def _later_in_month(line: Line, index: int, first: Day | Stretch) -> RestSpan | None:
    """Read the last day of "Oct 3 to 10", where only the first one names its month."""
    figure = line.tokens[index].text if index == len(line) - 1 else ""
    if not (isinstance(first, Day) and figure.isdecimal() and int(figure) > first.on.day):
        return None
    if int(figure) > monthrange(first.on.year, first.on.month)[1]:
        return None
    return RestSpan(Day(first.on.replace(day=int(figure))), Mode.UNTIL)


def _later_week(line: Line, index: int, first: Day | Stretch) -> RestSpan | None:
    """Read the last week of "week 41-42", where only the first one is called so."""
    figure = line.tokens[index].text if index == len(line) - 1 else ""
    is_week = isinstance(first, Stretch) and first.last - first.first == WEEK - timedelta(days=1)
    if not (isinstance(first, Stretch) and is_week and figure.isdecimal()):
        return None
    year, number, _ = first.first.isocalendar()
    weeks = int(figure) - number
    monday = first.first + weeks * WEEK
    if weeks <= 0 or monday.isocalendar().year != year:
        return None
    return RestSpan(Stretch(monday, monday + WEEK - timedelta(days=1)), Mode.WITHIN)


def _in_month_of(last: Day | Stretch, day: int) -> Day | None:
    """Return the earlier day in the month of a date: in "1-14 july" only the last one names it."""
    is_earlier = isinstance(last, Day) and 0 < day < last.on.day
    return Day(last.on.replace(day=day)) if isinstance(last, Day) and is_earlier else None


def _dates(line: Line, start: int, around: Around) -> RestSpan | None:
    """Read "1-14 july", where only the last date names its month."""
    figure = line.tokens[start].text
    has_dot = start + 1 < len(line) and line.tokens[start + 1].text == "."
    for end in phrase_ends(line, "through", start + 1 + has_dot) if figure.isdecimal() else ():
        last = whole_span(Line.of(line.after(end)), around)
        if span := _between_days(None, last, int(figure)):
            return span
    return None


def _lasting(line: Line, around: Around) -> SpanRead:
    """Read "from saturday for 2 weeks"."""
    for start in (*phrase_ends(line, "from"), 0):
        for reach in reaches(line, start, around):
            first = reach.moment
            length = _length(line, reach.end, around) if isinstance(first, Day) else None
            if isinstance(first, Day) and length:
                last = Day(first.on + length - timedelta(days=1))
                return RestSpan(first, Mode.WITHIN, last, is_year_said=is_year_said(line))
    return None


def _length(line: Line, start: int, around: Around) -> timedelta | None:
    """Return how long the rest of a line says that something lasts; None where it says no days."""
    begins = start + 1 if start < len(line) and line.tokens[start].text == "," else start
    for end in (begins, *phrase_ends(line, "lasting", begins)):
        for reach in reaches(line, end, around) if end < len(line) else ():
            moment = reach.moment
            if reach.end == len(line) and isinstance(moment, Day) and moment.counted:
                return moment.on - around.today
    return None


def _from(line: Line, around: Around) -> SpanRead:
    """Read "from friday", which has no end."""
    for end in phrase_ends(line, "from"):
        found = whole_span(_renamed(line, end), around)
        if isinstance(found, RestSpan) and isinstance(found.moment, Day | Hour | Stretch):
            return replace(found, mode=Mode.FROM)
    return None


def _renamed(line: Line, start: int) -> Line:
    """Return what follows in a line, in the words in which it is understood as a time."""
    rest = line.after(start)
    return Line.of(_span_names().get(" ".join(t.text for t in Line.of(rest).tokens), rest))


@cache
def _span_names() -> dict[str, str]:
    return {phrase: meaning for meaning, phrase in rows("rest_spans")}


def _is_all(line: Line, section: str) -> bool:
    return any(match.end == len(line) for match in calendar_words(section).at(line, 0))
