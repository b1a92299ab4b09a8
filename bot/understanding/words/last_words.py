"""A listed word that ends a text, such as the channel or the language after a name."""

from dataclasses import dataclass
from functools import cache

from bot.understanding.words.endings import ends
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import vocabulary

_BEFORE = " \t\n,;:(-\u2013\u2014"
"""What may stand between a name and such a word: "Kari - sms", "Kari: sms"."""


@dataclass(frozen=True, slots=True)
class LastWord:
    """What the word means, and where it begins, with its *by* or *in*."""

    meaning: str
    start: int


def last_word(words: Phrases[str], text: str) -> LastWord | None:
    """Return the longest of the listed words that ends a text, thanks and marks aside."""
    line = Line.of(text)
    for index in range(len(line)):
        for match in _phrases(words).at(line, index) if _is_apart(line, index) else ():
            if ends(line, match.end):
                return LastWord(match.values["word"], line.tokens[index].start)
    return None


def before(text: str, start: int) -> str:
    """Return what stands before a place in a text, without the marks between."""
    return text[:start].rstrip(_BEFORE)


def after(text: str, head: str) -> str:
    """Return what stands after the head of a text, without the marks between."""
    return text[len(head) :].lstrip(_BEFORE)


def _is_apart(line: Line, index: int) -> bool:
    return line.apart(index) or line.tokens[index - 1].text in _BEFORE


@cache
def _phrases(words: Phrases[str]) -> Phrases[str]:
    phrases: Phrases[str] = Phrases({"by": vocabulary("by").slot(), "word": words.slot()})
    for phrase in ("{word}", "{by} {word}"):
        phrases.add(phrase, phrase)
    return phrases
