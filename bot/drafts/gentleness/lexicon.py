"""What one language says when it presses, asks too much or makes itself small."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.languages import Language
from bot.languages.data import table
from bot.lexicons.finder import Finder
from bot.lexicons.phrases import phrase_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases and words of one language.

    Attributes:
        pressing: finds the phrases that break a rule.
        rules: the rule that each of these breaks, by the number of the phrase.
        safe: finds phrases that break nothing and are not looked into, such as "no rush".
        releases: finds phrases that let the reader off an answer (R20 of docs/drafts.md).
        window: finds when something is to be.
        way_out: finds what leaves a free choice.
        words: named lists of single words, without case.
        swaps: named lists of words with what is lighter.
    """

    pressing: Finder
    rules: Sequence[str]
    safe: Finder
    releases: Finder
    window: Finder
    way_out: Finder
    words: Mapping[str, frozenset[str]]
    swaps: Mapping[str, Mapping[str, str]]


def parse_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon of a parsed file.

    Raises:
        KeyError: a part is missing, or a phrase names a list that there is not.
        re.error: a phrase is not sound.
    """
    pressing = [(rule, source) for rule, sources in data["rules"].items() for source in sources]

    def finder(sources: Sequence[str]) -> Finder:
        return Finder([phrase_of(source, data["lists"]) for source in sources])

    return Lexicon(
        pressing=finder([source for _, source in pressing]),
        rules=tuple(rule for rule, _ in pressing),
        safe=finder([*data["safe"], *data["releases"]]),
        releases=finder(data["releases"]),
        window=finder(data["window"]),
        way_out=finder(data["way_out"]),
        words={name: frozenset(words) for name, words in data["words"].items()},
        swaps=data["swaps"],
    )


@cache
def lexicon_in(language: Language) -> Lexicon:
    """Return the lexicon of one language, read from its file the first time."""
    return parse_lexicon(table(language, "lexicon.toml"))
