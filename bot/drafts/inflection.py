"""The form in which a note stands inside a sentence: "the new dog" for a note "new dog".

Knows nouns, adjectives and what is definite already, per language, as data. Refuses to guess: a
note whose form is not certain has none, and is left to its user as something to mention.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from bot.languages import Language
from bot.languages.data import in_any, table

SHORTEST_PART = 3
"""Letters that each part of a compound has at least: "fjelltur" follows "tur"."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun's definite form, and the article that an adjective before it asks for."""

    definite: str
    article: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the words of one language.

    Attributes:
        nouns: by indefinite form.
        definites: the definite forms of all nouns.
        adjectives: the definite form by the indefinite one.
        determined: words after which the rest needs no change ("my", "den", "vår").
        indefinite: articles that give way to the definite form ("a", "en").
        joins: words that may follow a noun ("to", "til", "med").
        article: what makes any noun definite, listed or not; empty where nouns are inflected.
        bare: words that stand without that article ("chess", "yoga").
        bare_endings: how words end that stand without it ("gardening").
        genitives: how the name of an owner ends ("Lars").
    """

    nouns: Mapping[str, Noun]
    definites: frozenset[str]
    adjectives: Mapping[str, str]
    determined: frozenset[str]
    indefinite: frozenset[str]
    joins: frozenset[str]
    article: str
    bare: frozenset[str]
    bare_endings: tuple[str, ...]
    genitives: tuple[str, ...]

    def noun(self, word: str) -> Noun | None:
        """Return a noun, also as the last part of a compound; None when it is not known."""
        if word in self.nouns:
            return self.nouns[word]
        first, last = _split(word, self.nouns)
        found = self.nouns.get(last)
        return Noun(first + found.definite, found.article) if found else None

    def is_definite(self, word: str) -> bool:
        """Say whether a word is the definite form of a known noun or of a compound with one."""
        return word in self.definites or bool(_split(word, self.definites)[1])

    def knows(self, word: str) -> bool:
        """Say whether a word is a common one, and no name, so that its capital may go.

        A compound in the definite form may be a name: "Vasaloppet".
        """
        return (
            word in self.adjectives
            or word in self.determined | self.indefinite | self.bare | self.definites
            or self.noun(word) is not None
        )


def definite(note: str, language: Language) -> str | None:
    """Return a note as it stands in the middle of a sentence; None when that is not certain.

    Args:
        note: the name of a thing as its user typed it, on one line: "new dog", «Tur til Bergen».
        language: the language of the note and of the sentence.
    """
    known = words_in(language)
    words = _without_capital(note.split(), known)
    if words and words[0] in known.indefinite:
        words = words[1:]
    if not words:
        return None
    if _stands_as_it_is(words, known):
        return " ".join(words)
    return _with_article(words, known) if known.article else _inflected(words, known)


def _without_capital(words: list[str], known: Words) -> list[str]:
    """Return the words without the capital that a telephone gives to the first."""
    return (
        [words[0].casefold(), *words[1:]] if words and known.knows(words[0].casefold()) else words
    )


def _stands_as_it_is(words: list[str], known: Words) -> bool:
    """Say whether the words are somebody's, somebody's name for a thing, or definite already."""
    first = words[0]
    owner = first[0].isupper() and first.endswith(known.genitives)
    owned = owner and len(words) > 1 and known.knows(words[1])
    return (
        (first in known.determined and len(words) > 1)
        or owned
        or first.endswith(tuple(f"{sign}{end}" for sign in "'\u2019" for end in known.genitives))
        or all(word[0].isupper() for word in words)
    )


def _with_article(words: list[str], known: Words) -> str:
    """Return the words behind the article, where they take one."""
    is_list = not _listing().isdisjoint(words) or any(word.endswith(",") for word in words)
    does_without = words[0] in known.bare or words[0].endswith(known.bare_endings) or is_list
    return " ".join(words if does_without else [known.article, *words])


def _inflected(words: list[str], known: Words) -> str | None:
    """Return the words with the noun, and the adjectives before it, in the definite form."""
    if words[0] in known.definites and words[0] not in known.nouns:
        return " ".join(words) if _may_follow(words[1:], known) else None
    count = next((i for i, word in enumerate(words) if word not in known.adjectives), len(words))
    adjectives, rest = words[:count], words[count:]
    if not rest or not _may_follow(rest[1:], known):
        return None
    noun = known.noun(rest[0])
    if noun and adjectives:
        described = [noun.article, *(known.adjectives[word] for word in adjectives)]
        return " ".join([*described, noun.definite, *rest[1:]])
    if noun:
        return " ".join([noun.definite, *rest[1:]])
    return " ".join(rest) if not adjectives and known.is_definite(rest[0]) else None


def _may_follow(rest: list[str], known: Words) -> bool:
    """Say whether words may stand behind a noun: nothing, a name, or where it leads."""
    leads_on = len(rest) > 1 and rest[0] in known.joins
    return not rest or leads_on or all(word[0].isupper() for word in rest)


def _split(word: str, ends: Container[str]) -> tuple[str, str]:
    """Return a compound's first part and its last, the longest that is known; else two blanks."""
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[start:] in ends:
            return word[:start], word[start:]
    return "", ""


@cache
def _listing() -> frozenset[str]:
    """Return what stands between the things of a list, in any language."""
    return in_any(lambda each: each.listing) | {"&"}


@cache
def words_in(language: Language) -> Words:
    """Return what is known of one language, read from its file the first time."""
    data = table(language, "inflection.toml")
    nouns = {noun: Noun(*forms) for noun, forms in data["nouns"].items()}
    nouns |= {noun: Noun(noun, data["article"]) for noun in data["common"]}
    return Words(
        nouns=nouns,
        definites=frozenset(noun.definite for noun in nouns.values()),
        adjectives=data["adjectives"],
        determined=frozenset(data["determined"]),
        indefinite=frozenset(data["indefinite"]),
        joins=frozenset(data["joins"]),
        article=data["article"],
        bare=frozenset(data["bare"]),
        bare_endings=tuple(data["bare_endings"]),
        genitives=tuple(data["genitives"]),
    )
