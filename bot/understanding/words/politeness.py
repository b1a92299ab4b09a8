"""Thanks and the like around what is said."""

from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.vocabulary import calendar_words

_MARKS = ",.!;:"


def without_politeness(text: str) -> str:
    """Return a text without thanks and the like at its ends."""
    line = Line.of(text)
    first, end = 0, len(line)
    while first < end and (after := _polite_end(line, first)) is not None:
        first = after
    while first < end and (before := _polite_start(line, first, end)) is not None:
        end = before
    return line.between(first, end)


def _polite_end(line: Line, first: int) -> int | None:
    if is_mark(line.tokens[first]) and line.tokens[first].text in _MARKS:
        return first + 1
    found = calendar_words("rest_politeness").at(line, first)
    return max((match.end for match in found), default=None)


def _polite_start(line: Line, first: int, end: int) -> int | None:
    if line.tokens[end - 1].text in _MARKS or is_emoji(line.tokens[end - 1]):
        return end - 1
    words = calendar_words("rest_politeness")
    starts = (i for i in range(first, end) if any(m.end == end for m in words.at(line, i)))
    return next(starts, None)
