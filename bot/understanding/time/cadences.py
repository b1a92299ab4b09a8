"""Cadences as users type them: "every 3 weeks", "annenhver uke", "var 14:e dag"."""

from dataclasses import dataclass
from functools import cache

from bot.domain.clock.cadence import MONTHS_A_YEAR, Cadence, Unit
from bot.understanding.time import slots
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.tries import Match, Phrases
from bot.understanding.words.vocabulary import rows, vocabulary

_WEEKS_A_MONTH = 4
_LONGEST_HEDGE = 2
"""Tokens of "more than" or "ca.", which may stand before a cadence."""
_SPLITS = {"year": (MONTHS_A_YEAR, Unit.MONTH), "month": (_WEEKS_A_MONTH, Unit.WEEK)}
"""What "twice a year" is counted in: six months; "twice a month" is every two weeks."""


@dataclass(frozen=True, slots=True)
class Found:
    """A cadence inside a text; ``start`` and ``end`` are places in the text in NFC."""

    cadence: Cadence
    start: int
    end: int


def read_cadence(text: str) -> Cadence | None:
    """Return the cadence that the whole text is, or None.

    A word for how close a contact is (close, venn, lätt ...) is a cadence too.
    """
    line = Line.of(text)
    first = next((i for i, token in enumerate(line.tokens) if not _trimming(line, i)), None)
    if first is None:
        return None
    for match in [*_phrases().at(line, first), *vocabulary("tiers").at(line, first)]:
        if all(_trimming(line, i) for i in range(match.end, len(line))):
            return _cadence(match)
    return None


def find_cadence(text: str) -> Found | None:
    """Return the last cadence inside a text, for a text that begins with a name.

    A single word is a cadence only after other words or alone, so that Daily Mail is a name; a word
    such as *close* only after other words, at the end and in lower case, so that Glenn Close keeps
    her name.
    """
    line = Line.of(text)
    found = _tier_at_end(line)
    return found or next((one for one in reversed(_all(line)) if isinstance(one, Found)), None)


def find_impossible(text: str) -> str | None:
    """Return the last phrase inside a text that says how often and is no cadence: "every hour"."""
    return next((one for one in reversed(_all(Line.of(text))) if isinstance(one, str)), None)


@cache
def _phrases() -> Phrases[str]:
    phrases: Phrases[str] = Phrases(slots.basic())
    for meaning, phrase in rows("cadences"):
        phrases.add(phrase, meaning)
    return phrases


def _cadence(match: Match[str]) -> Cadence | None:
    try:
        if match.meaning == "1/{times} {unit}":
            return _shared(match.values["times"], *match.values["unit"])
        count, unit = slots.measure(match.meaning, match.values)
        return Cadence(count, Unit(unit))
    except ValueError:  # hours, or more than ten years
        return None


def _shared(times: int, factor: int, unit: str) -> Cadence | None:
    """Return the cadence of so many times in a unit; None when it does not come out even."""
    if times == 1:
        return Cadence(factor, Unit(unit))
    parts, smaller = _SPLITS.get(unit, (1, Unit.DAY))
    whole, rest = divmod(parts * factor, times)
    return None if rest else Cadence(whole, smaller)


def _all(line: Line) -> list[Found | str]:
    """Return every cadence in a line, and as a text what is said like one but cannot be."""
    found: list[Found | str] = []
    index = 0
    while index < len(line):
        match = _best(line, index)
        if match is not None:
            first = _hedge(line, index)
            start, end = line.tokens[first].start, line.tokens[match.end - 1].end
            cadence = _cadence(match)
            found.append(Found(cadence, start, end) if cadence else line.text[start:end])
        index = max(index + 1, match.end if match else 0)
    return found


def _best(line: Line, index: int) -> Match[str] | None:
    if not _free(line, index):
        return None
    fitting = (m for m in _phrases().at(line, index) if _free(line, m.end, after=True))
    return next((m for m in fitting if index or m.end > 1 or len(line) == 1), None)


def _hedge(line: Line, index: int) -> int:
    """Return where a cadence begins with the "about" before it; a name comes before both."""
    starts = range(max(1, index - _LONGEST_HEDGE), index)
    about = vocabulary("about")
    hedges = (at for at in starts if any(m.end == index for m in about.at(line, at)))
    return next((at for at in hedges if _is_low(line, at)), index)


def _free(line: Line, index: int, *, after: bool = False) -> bool:
    """Tell whether a phrase may begin (or end) before a token, so that 1.5 weeks is not 5 weeks."""
    if index in {0, len(line)} or line.apart(index):
        return True
    if not after:
        return line.tokens[index - 1].text in ",;("
    return line.tokens[index].text in ",;:.!?)" and (
        index + 1 == len(line) or line.apart(index + 1)
    )


def _tier_at_end(line: Line) -> Found | None:
    last = len(line) - 1
    while last > 0 and _trimming(line, last):
        last -= 1
    if last < 1 or not line.apart(last) or not _has_word(line, last):
        return None
    token = line.tokens[last]
    if not _is_low(line, last):
        return None
    match = next((m for m in vocabulary("tiers").at(line, last) if m.end == last + 1), None)
    cadence = _cadence(match) if match else None
    return Found(cadence, token.start, token.end) if cadence else None


def _is_low(line: Line, index: int) -> bool:
    """Tell whether a word was typed in lower case, as the words of a name are not."""
    token = line.tokens[index]
    return line.text[token.start : token.end] == token.text


def _has_word(line: Line, end: int) -> bool:
    return any(not is_mark(token) for token in line.tokens[:end])


def _trimming(line: Line, index: int) -> bool:
    token = line.tokens[index]
    return token.text in ".,!;:" or is_emoji(token)
