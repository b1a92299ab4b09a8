"""Cadences as users type them: "every 3 weeks", "annenhver uke", "to-tre ganger i året"."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.cadences.cadence_phrases import (
    CadenceReading,
    Fit,
    may_begin,
    readings,
    spelled,
)
from bot.understanding.cadences.hedges import first_hedge, is_low, last_hedge
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.vocabulary import vocabulary

_OPENING = ",;(["
_JOINING = "/=:"
"""Marks between a name and a cadence, and between figures: "Liv/monthly", but 1/2 weeks."""
_CLOSING = ",;:.!?)]"


@dataclass(frozen=True, slots=True)
class Found:
    """A cadence inside a text; ``start`` and ``end`` are places in the text in NFC."""

    cadence: Cadence
    start: int
    end: int
    fit: Fit = Fit.EXACT


def read_cadence(text: str) -> Cadence | None:
    """Return the cadence that the whole text is, or None.

    A word for how close a contact is (close, venn, lätt ...) is a cadence too.
    """
    found = read_fitted(text)
    return found.cadence if found else None


def read_fitted(text: str) -> Found | None:
    """Return the cadence that the whole text is, and how well it fits what was said; or None."""
    line = Line.of(text)
    return _whole(line) or _whole(spelled(Line.of(line.text.lower())))


def find_cadence(text: str) -> Found | None:
    """Return the last cadence inside a text, for a text that begins with a name.

    A single word at the beginning is a cadence only in lower case, so that Daily Mail is a name; a
    word such as *close* only after other words, at the end and in lower case, so that Glenn Close
    keeps her name.
    """
    return next(iter(cadences_in(Line.of(text))), None)


def cadences_in(line: Line) -> tuple[Found, ...]:
    """Return every cadence inside a text that begins with a name, the last one first.

    A word that is one letter off is read as the right one, but the first word never is.
    """
    tier, found = _tier_at_end(line), reversed([*_all(spelled(line, 1))])
    return (tier, *(one for one in found if one.end <= tier.start)) if tier else tuple(found)


def best_reading(line: Line, index: int) -> CadenceReading | None:
    """Return the longest phrase at a token that says how often, if it may begin and end there."""
    found = [*readings(line, index)]
    if not found or not _free(line, index):
        return None
    fitting = (one for one in found if _free(line, one.end, after=True))
    alone = len(line) == 1 or is_low(line, 0)
    return next((one for one in fitting if index or one.end > 1 or alone), None)


def _whole(line: Line) -> Found | None:
    first = next((i for i in range(len(line)) if not _trimming(line, i)), None)
    if first is None:
        return None
    for start in last_hedge(line, first):
        for one in (*readings(line, start), *_tiers(line, start)):
            if one.cadence and any(_ends(line, end) for end in last_hedge(line, one.end)):
                return Found(one.cadence, 0, len(line.text), one.fit)
    return None


def _ends(line: Line, end: int) -> bool:
    return all(_trimming(line, index) for index in range(end, len(line)))


def _all(line: Line) -> Iterator[Found]:
    index, begun = 0, set(may_begin(line))
    while index < len(line):
        one = best_reading(line, index) if index in begun else None
        if one is not None and one.cadence:
            end = max(last_hedge(line, one.end))
            start = line.tokens[first_hedge(line, index)].start
            yield Found(one.cadence, start, line.tokens[end - 1].end, one.fit)
        index = max(index + 1, one.end if one else 0)


def _tiers(line: Line, index: int) -> Iterator[CadenceReading]:
    for match in vocabulary("tiers").at(line, index):
        count, unit = match.meaning.split()
        yield CadenceReading(match.end, Cadence(int(count), Unit(unit)))


def _free(line: Line, index: int, *, after: bool = False) -> bool:
    """Tell whether a phrase may begin (or end) before a token, so that 1.5 weeks is not 5 weeks."""
    if index in {0, len(line)} or line.apart(index):
        return True
    if not after:
        mark = line.tokens[index - 1].text
        return mark in _OPENING or (mark in _JOINING and not _is_figure(line, index - 2))
    while line.tokens[index].text in _CLOSING:
        index += 1
        if index == len(line) or line.apart(index):
            return True
    return False


def _is_figure(line: Line, index: int) -> bool:
    return index >= 0 and line.tokens[index].text.isdecimal()


def _tier_at_end(line: Line) -> Found | None:
    last = len(line) - 1
    while last > 0 and _trimming(line, last):
        last -= 1
    if last < 1 or not line.apart(last) or not _has_word(line, last) or not is_low(line, last):
        return None
    token = line.tokens[last]
    tier = next((one for one in _tiers(line, last) if one.end == last + 1), None)
    return Found(tier.cadence, token.start, token.end) if tier and tier.cadence else None


def _has_word(line: Line, end: int) -> bool:
    return any(not is_mark(token) for token in line.tokens[:end])


def _trimming(line: Line, index: int) -> bool:
    token = line.tokens[index]
    return token.text in ".,!;:" or is_emoji(token)
