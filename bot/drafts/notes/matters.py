"""Hard matters: illness, death, a break-up, lost work, money, a child on its way or not coming.

What touches one is never woven into a draft and never stands beside a cheerful one (R25 of
docs/drafts.md). In doubt a note counts as one.
"""

from collections.abc import Iterable
from functools import cache

from bot.drafts.words import words_of
from bot.languages import Language
from bot.languages.data import table
from bot.lexicons.need import find_need


def is_hard(note: str, language: Language) -> bool:
    """Say whether a note touches what only its user may bring up.

    The words of every language count, whatever the draft's: users take notes in their own.

    Args:
        note: what the user wrote down.
        language: the language of the drafts; its everyday words are no hard ones of another.
    """
    line = f" {' '.join(words_of(note))} "
    for phrase in _harmless(language):
        line = line.replace(phrase, "  ")
    told = any(map(line.__contains__, _stems())) or any(map(line.__contains__, _hard_words()))
    return told or find_need(note, hints=False) is not None


def holds(words: list[str], wanted: Iterable[str]) -> bool:
    """Say whether one of the wanted texts is in the words, which stand between single spaces."""
    line = f" {' '.join(words)} "
    return any(text in line for text in wanted)


@cache
def _harmless(language: Language) -> tuple[str, ...]:
    """Return the everyday words of a language that are hard ones of another, the longest first."""
    return tuple(sorted((f" {word} " for word in _list("harmless", language)), key=len)[::-1])


@cache
def _hard_words() -> frozenset[str]:
    """Return the whole words that are hard in any language."""
    return frozenset(f" {word} " for each in Language for word in _list("sensitive", each))


@cache
def _stems() -> frozenset[str]:
    """Return the stems of hard words of all languages together."""
    return frozenset(stem for each in Language for stem in _list("stems", each))


def _list(key: str, language: Language) -> list[str]:
    return [word.casefold() for word in table(language, "notes.toml")[key]]
