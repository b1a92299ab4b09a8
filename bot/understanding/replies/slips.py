"""Slips of the finger in what is said about a nudge: "klrat", "remnid me tomorrow"."""

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.replies.nudge_replies import Verb
from bot.understanding.words.tokens import Line, words
from bot.understanding.words.vocabulary import rows

LEAST = 5
"""Letters of the shortest word in which a slip is forgiven."""
MOST = 6
"""Words of the longest text that is looked at."""


def without_slips(text: str) -> str:
    """Return a text with each slip in a word of an answer put right; "" where none is found."""
    line = Line.of(text)
    if not 0 < len(line) <= MOST:
        return ""
    mended = [_mended(token.text) for token in line.tokens]
    typed = [token.text for token in line.tokens]
    return " ".join(mended) if mended != typed else ""


def _mended(word: str) -> str:
    if len(word) < LEAST or word in _words():
        return word
    best = process.extractOne(word, _long(), scorer=OSA.distance, score_cutoff=1)
    return best[0] if best else word


@cache
def _words() -> frozenset[str]:
    phrases = (phrase for verb in Verb for _, phrase in rows(verb.value))
    return frozenset(word for phrase in phrases for word in words(phrase))


@cache
def _long() -> tuple[str, ...]:
    return tuple(sorted(word for word in _words() if len(word) >= LEAST))
