"""What says how often, but not how often exactly: "now and then", "every blue moon"."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.understanding.cadences.cadence_phrases import begins_number, frequency_words, spelled
from bot.understanding.cadences.cadences import best_reading
from bot.understanding.cadences.hedges import first_hedge, last_hedge
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabulary

_ENDINGS = frozenset(",;)")
"""Marks at which half-understood words end."""
_AROUND = " .!,;:"
_LONGEST_NUMBER = 5
"""Tokens of a number such as "2 or even 3"."""


class Unclear(Enum):
    """Why what was said is no cadence."""

    VAGUE = "vague"
    """It has no number: now and then, ofte, när det passar."""
    IMPOSSIBLE = "impossible"
    """It is more often than every day, or less often than every ten years."""
    UNKNOWN = "unknown"
    """It begins or ends like a cadence, and the rest is not understood."""


@dataclass(frozen=True, slots=True)
class Half:
    """Words that say how often, without a cadence; ``start`` and ``end`` as in the text in NFC."""

    text: str
    start: int
    end: int
    why: Unclear


def unclear_in(text: str) -> Iterator[Half]:
    """Yield all words inside a text that say how often without a cadence, in their order.

    Args:
        text: what begins with a name, its cadences left out. No word that belongs to how often
            something is may stay in the name, understood or not.
    """
    line, end = spelled(Line.of(text), 1), 0
    for index, token in enumerate(line.tokens):
        half = next(_at(line, index), None) if token.start >= end else None
        if half is not None:
            yield half
            end = half.end


def is_vague(text: str) -> bool:
    """Tell whether the whole of a text says how often without a number: "now and then"."""
    line = spelled(Line.of(text.strip(_AROUND)))
    vague = vocabulary("vague_cadences")
    ends = (match.end for start in last_hedge(line, 0) for match in vague.at(line, start))
    return any(len(line) in last_hedge(line, end) for end in ends)


def _at(line: Line, index: int) -> Iterator[Half]:
    unknown = [*_unknown(line, index)]
    impossible = best_reading(line, index)
    if impossible and impossible.cadence is None:
        end = impossible.end
        if not unknown or _end(line, end) == end:
            yield _half(line, first_hedge(line, index), end, Unclear.IMPOSSIBLE)
    for vague in vocabulary("vague_cadences").at(line, index) if _is_apart(line, index) else ():
        if vague.end == len(line) or _is_apart(line, vague.end):
            end = max(last_hedge(line, vague.end))
            yield _half(line, first_hedge(line, index), end, Unclear.VAGUE)
    yield from unknown


def _unknown(line: Line, index: int) -> Iterator[Half]:
    for word in frequency_words().at(line, index):
        if word.meaning != "behind" or index > 0:
            start = index if word.meaning == "before" else _first_number(line, index)
            yield _half(line, first_hedge(line, start), _end(line, word.end), Unclear.UNKNOWN)


def _half(line: Line, start: int, end: int, why: Unclear) -> Half:
    first, last = line.tokens[start].start, line.tokens[end - 1].end
    return Half(line.text[first:last], first, last, why)


def _is_apart(line: Line, index: int) -> bool:
    return line.apart(index) or is_mark(line.tokens[index]) or is_mark(line.tokens[index - 1])


def _first_number(line: Line, index: int) -> int:
    """Return where the number before "times a year" begins."""
    starts = range(max(0, index - _LONGEST_NUMBER), index)
    return next((at for at in starts if index in begins_number(line, at)), index)


def _end(line: Line, index: int) -> int:
    """Return where half-understood words end: with the line, or before a mark that parts."""
    while index < len(line) and line.tokens[index].text not in _ENDINGS:
        if line.newline_before(index):
            break
        index += 1
    return index
