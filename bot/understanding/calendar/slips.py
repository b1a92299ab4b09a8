"""Slips of the finger in the words of the calendar: "yesterdya", "tommorow", "lørdga"."""

from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache, partial

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.words.tokens import Line, Token, words
from bot.understanding.words.vocabulary import plain_rows, rows

_LEAST = 5
"""Letters of the shortest word in which a slip is forgiven."""
_LEAST_IN_SENTENCE = 6
"""The same in a sentence of other words."""
_DAYS_AND_UNITS = ("weekdays", "plural_weekdays", "past_weekdays", "days", "units")
"""Sections of the words in which a slip is forgiven there."""
_SECTIONS = (
    "weekdays",
    "plural_weekdays",
    "past_weekdays",
    "months",
    "units",
    "days",
    "parts",
    "seasons",
    "past_seasons",
    "feasts",
    "no_slips",
)
"""Where the words stand, and last those that are a letter from one and words of their own."""


def mended(line: Line) -> Line | None:
    """Return a line with each slip in a word of the calendar put right; None without any.

    A name is no slip, whether it has its capital or not: Frida is not Friday.
    """
    right = in_usual_spelling(line).respelled(partial(_right, line))
    return None if right is line else right


def in_usual_spelling(line: Line) -> Line:
    """Return a line with the words of the calendar that are in dialect or shorthand spelled out."""
    usual = _spellings()
    return line.respelled(lambda token: usual.get(token.text, ""))


def mended_sentence(line: Line, known: Container[str]) -> Line:
    """Return a sentence with each slip in a long word for a day or a unit put right, and dialect.

    Less is forgiven than of a moment alone: its first letter is right, and it is no other word.

    Args:
        line: the text.
        known: words that are none, however near they are to one of the calendar.
    """

    def spell(token: Token) -> str:
        is_rare = token.text not in known and _is_low(line, token)
        return _near_day(token.text) if is_rare else ""

    return in_usual_spelling(line).respelled(spell)


def _right(line: Line, token: Token) -> str:
    """Return the word of the calendar that a token is one letter off; "" where it is none."""
    if len(token.text) < _LEAST or not _is_low(line, token) or token.text in _known():
        return ""
    best = process.extractOne(token.text, _long(), scorer=OSA.distance, score_cutoff=1)
    return best[0] if best else ""


def _is_low(line: Line, token: Token) -> bool:
    return line.text[token.start] == line.flat[token.start]


@cache
def _spellings() -> Mapping[str, str]:
    """Return the usual spelling of each word of the calendar that is typed otherwise as well."""
    return {typed: usual for usual, typed in rows("spellings")}


@lru_cache(maxsize=4096)
def _near_day(word: str) -> str:
    """Return the word for a day or a unit that a word is one letter off; "" where it is none."""
    if len(word) < _LEAST_IN_SENTENCE or word in _known():
        return ""
    alike = [each for each in _days_and_units() if each[0] == word[0]]
    best = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=1)
    return best[0] if best else ""


@cache
def _days_and_units() -> tuple[str, ...]:
    phrases = {phrase for section in _DAYS_AND_UNITS for _, phrase in rows(section)}
    return tuple(sorted(word for word in phrases if len(word) >= _LEAST and word.isalpha()))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for section in _SECTIONS for word in _words(section))


@cache
def _long() -> tuple[str, ...]:
    whole = {word for section in _SECTIONS[:-1] for word in _words(section)}
    return tuple(sorted(word for word in whole if len(word) >= _LEAST))


def _words(section: str) -> Iterator[str]:
    for _, phrase in plain_rows(section):
        yield from words(phrase)
