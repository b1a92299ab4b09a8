"""A span of time that stands among other words: "off on monday, back on 5 october"."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.understanding.calendar.moment_types import Around, Day, Facing
from bot.understanding.moments.pieces import Strength
from bot.understanding.moments.reaching import Reach, reaches_in
from bot.understanding.moments.runs import Scan
from bot.understanding.moments.span_types import RestSpan
from bot.understanding.moments.spans import read_line
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import calendar_words

_THERE_AND_BACK = 2
"""Days of a span that is told by when it begins and when it is over."""
DAY_OF_MONTH, STOP = "dom", "."
"""The rule of a day without its month, and what makes an ordinal of a figure."""
LONGEST = 14
"""Tokens of the longest span that is looked for among other words."""


def find_span(text: str, now: datetime) -> str:
    """Return the span that stands in a text, in words that ``read_span`` reads; "" where none does.

    That is until the day on which somebody is back, if it says that, else the longest span.
    """
    line, around = Line.of(text), Around(now, Facing.FUTURE)
    found = _until_back(line, around)
    if found:
        return found
    within = line.stretches(LONGEST)
    span = next(
        (one for one in within if isinstance(read_line(Line.of(one), around), RestSpan)), ""
    )
    before = Line.of(line.text[: line.text.index(span)]) if span else line
    is_over = any(_ends_with(before, "befores"))
    return f"until {span}" if span and is_over else span


def _until_back(line: Line, around: Around) -> str:
    """Read "off on monday, back on 5 october", "off on monday for a week" and "back on friday"."""
    found = [one for one in _in_turn(line, around) if isinstance(one[1].moment, Day)]
    days = [(index, reach.moment) for index, reach in found if isinstance(reach.moment, Day)]
    named = [(index, day.on) for index, day in days if not day.counted]
    named = _in_turn_of_months(named)
    lengths = [day.on - around.today for _, day in days if day.counted]
    if not 0 < len(named) <= _THERE_AND_BACK:
        return ""
    first, last = named[0][1], named[-1][1]
    if len(named) == 1 and len(lengths) == 1:
        return f"{first} - {first + lengths[0] - timedelta(days=1)}"
    until = named[-1][0]
    is_apart = any(_parts(line, at) for at in range(named[0][0], until))
    is_until = bool(calendar_words("befores").at(line, until)) or (found[-1][1].until and is_apart)
    is_before = len(named) > 1 and is_until
    is_till_then = calendar_words("till_then").anywhere(line) and not found[-1][1].until
    if first < last and calendar_words("rest_until").at(line, until):
        return f"{first} - {last}"
    if not (is_before or is_till_then or any(_ends_with(line, "backs", until))):
        return ""
    return f"{first} - {last - timedelta(days=1)}" if first < last else f"until {last}"


def _parts(line: Line, at: int) -> bool:
    """Tell whether a mark parts what stands around it; behind a figure a stop makes an ordinal."""
    is_ordinal = at > 0 and line.tokens[at].text == "." and line.tokens[at - 1].text.isdecimal()
    return is_mark(line.tokens[at]) and not is_ordinal


def _in_turn_of_months(named: list[tuple[int, date]]) -> list[tuple[int, date]]:
    """Let a day of the month follow the day before it: "off on 3 october, back on the 17th"."""
    if len(named) == _THERE_AND_BACK and named[0][1].day < named[1][1].day:
        (start, first), (end, last) = named
        if last < first and last.day <= monthrange(first.year, first.month)[1]:
            return [(start, first), (end, first.replace(day=last.day))]
    return named


def _in_turn(line: Line, around: Around) -> Iterator[tuple[int, Reach]]:
    """Yield the moments of a line that do not overlap, each the longest where it begins."""
    scan, index = Scan(line, around), 0
    while index < len(line):
        strong = (one for one in reaches_in(scan, index) if one.strength >= Strength.BOUNDED)
        reach = next((one for one in strong if not _is_bare_figure(line, one)), None)
        if reach:
            yield index, reach
        index = reach.end if reach else index + 1


def _is_bare_figure(line: Line, reach: Reach) -> bool:
    """Tell whether a day of the month may be a figure at the end of a sentence: "home by 6."."""
    return reach.rule == DAY_OF_MONTH and line.tokens[reach.end - 1].text == STOP


def _ends_with(line: Line, section: str, end: int | None = None) -> Iterator[int]:
    """Yield where phrases of a section begin that end with a line, or before a token of it."""
    stop = len(line) if end is None else end
    for start in range(max(0, stop - 3), stop):
        yield from (start for match in calendar_words(section).at(line, start) if match.end == stop)
