"""What users type, in the words of all languages, read once; knows rows of words alone."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from unicodedata import combining, normalize

from bot.languages import Language
from bot.languages.data import shared, table
from bot.understanding.words.tries import Phrases, Slot, beginning_like

_STROKES = {ord("\u00f8"): "o", ord("\u00e6"): "ae"}
"""Letters that are no letter with a mark: o with its stroke, and a joined to e."""
_LEAST_PLAIN = 4
"""Letters of the shortest phrase that is known without its marks: "mån" is never "man"."""


@cache
def _tables(language: Language) -> dict[str, Any]:
    return table(language, "phrases.toml")


def rows(section: str) -> Iterator[tuple[str, str]]:
    """Yield meaning and phrase for every phrase of a section, in all languages."""
    for language in Language:
        yield from rows_in(language, section)


def rows_in(language: Language, section: str) -> Iterator[tuple[str, str]]:
    """Yield meaning and phrase for every phrase of a section in one language."""
    for meaning, phrases in _tables(language).get(section, {}).items():
        yield from ((meaning, phrase) for phrase in phrases)


def part_rows(section: str) -> Iterator[tuple[str, str]]:
    """Yield like ``rows``, with the names of parts of the day replaced by that language's hours.

    The hours differ because meals do: after dinner is 18:00 in Norway and 19:00 in Sweden.
    """
    for language in Language:
        named = _tables(language)["hours"]
        hours = {name: value.replace(" ", "/") for name, value in named.items()}
        for meaning, phrase in rows_in(language, section):
            yield " ".join(hours.get(word, word) for word in meaning.split()), phrase


def plain_rows(section: str) -> Iterator[tuple[str, str]]:
    """Yield like ``rows``, longer phrases also as they are typed without their diacritics."""
    for meaning, phrase in rows(section):
        yield meaning, phrase
        if len(phrase) >= _LEAST_PLAIN:
            yield meaning, plain(phrase)


def plain(phrase: str) -> str:
    """Return a phrase without its diacritics: "på lørdag" is typed "pa lordag" as well."""
    apart = normalize("NFD", phrase.translate(_STROKES))
    return "".join(char for char in apart if not combining(char))


@cache
def calendar_words(section: str) -> Phrases[str]:
    """Return the phrases of a section like ``vocabulary``, with and without their diacritics.

    What is a phrase as it stands means that alone: "attende" is the 18th, no 8th without its ring.
    """
    phrases: Phrases[str] = Phrases()
    spelled = {phrase: meaning for meaning, phrase in rows(section)}
    for meaning, phrase in plain_rows(section):
        if spelled.get(phrase, meaning) == meaning:
            phrases.add(phrase, meaning)
    return phrases


@cache
def vocabulary(section: str) -> Phrases[str]:
    """Return the phrases of a section that has no slots; a meaning is its row's key."""
    phrases: Phrases[str] = Phrases()
    for meaning, phrase in rows(section):
        phrases.add(phrase, meaning)
    return phrases


@cache
def vocabularies(*sections: str) -> Phrases[str]:
    """Return the phrases of several sections; a meaning is the section with the row's key."""
    phrases: Phrases[str] = Phrases()
    for section in sections:
        for meaning, phrase in rows(section):
            phrases.add(phrase, f"{section} {meaning}")
    return phrases


def numbered(section: str) -> Slot:
    """Return a slot that reads a section whose keys are numbers, without diacritics too."""
    words = calendar_words(section)
    return beginning_like(words)(
        lambda line, index: ((m.end, int(m.meaning)) for m in words.at(line, index))
    )


@cache
def places() -> dict[str, dict[str, list[str]]]:
    """Return the cities and countries that neither locale data nor the table of cities knows."""
    return shared("places.toml")


@cache
def regions() -> dict[str, list[str]]:
    """Return the names of regions, by the code of the country and the region."""
    return shared("regions.toml")
