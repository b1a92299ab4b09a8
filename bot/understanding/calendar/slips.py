"""Slips of the finger in the words of the calendar: "yesterdya", "tommorow", "lørdga"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.words.tokens import Line, Token, words
from bot.understanding.words.vocabulary import plain_rows

_LEAST = 5
"""Letters of the shortest word in which a slip is forgiven."""
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
    tokens = tuple(_mended(line, token) for token in line.tokens)
    return None if tokens == line.tokens else replace(line, tokens=tokens)


def _mended(line: Line, token: Token) -> Token:
    capital = line.text[token.start] != line.flat[token.start]
    if len(token.text) < _LEAST or capital or token.text in _known():
        return token
    best = process.extractOne(token.text, _long(), scorer=OSA.distance, score_cutoff=1)
    return token._replace(text=best[0]) if best else token


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
