"""The forms of a thing inside a sentence: "new dog" is "the new dog", "your dog" and "a new dog".

Knows nouns, adjectives and what is definite already, per language, as data. Refuses to guess: a
thing whose form is not certain has none, and is left to its user as something to mention.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.languages import Language
from bot.languages.data import table

SHORTEST_PART = 3
"""Letters that each part of a compound has at least: "fjelltur" follows "tur"."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun's indefinite and definite forms, and the article that an adjective before it takes."""

    plain: str
    definite: str
    article: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the words of one language.

    Attributes:
        nouns: by indefinite form.
        definites: by definite form.
        adjectives: the definite form by the indefinite one.
        determined: words after which the rest needs no change ("my", "vår").
        articles: what may stand before an adjective and a definite noun ("the", "den").
        indefinite: articles that give way to the definite form ("a", "en").
        joins: words that may follow a noun ("to", "til", "med").
        article: what makes a noun definite; empty where nouns are inflected.
        bare: words that stand without that article ("chess", "yoga").
        bare_endings: how words end that stand without it ("gardening").
        genitives: how the name of an owner ends ("Lars").
        yours: the word for *your* by a noun's article; ``feminine`` for a definite form in -a.
        yours_first: whether that stands before the noun.
        fresh: the word for *new* by a noun's article, with what stands before it.
    """

    nouns: Mapping[str, Noun]
    definites: Mapping[str, Noun]
    adjectives: Mapping[str, str]
    determined: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    joins: frozenset[str]
    article: str
    bare: frozenset[str]
    bare_endings: tuple[str, ...]
    genitives: tuple[str, ...]
    yours: Mapping[str, str]
    yours_first: bool
    fresh: Mapping[str, str]

    def noun(self, word: str) -> Noun | None:
        """Return a noun by either form, also as the last part of a compound; None if unknown."""
        whole = self.nouns.get(word) or self.definites.get(word)
        if whole:
            return whole
        for known in (self.nouns, self.definites):
            first, last = _split(word, known)
            if last:
                found = known[last]
                return Noun(first + found.plain, first + found.definite, found.article)
        return None

    def is_definite(self, word: str) -> bool:
        """Say whether a word is the definite form of a known noun, and no indefinite one."""
        noun = self.noun(word)
        return noun is not None and word == noun.definite != noun.plain

    def knows(self, word: str) -> bool:
        """Say whether a word is a common one, and no name, so that its capital may go.

        A compound in the definite form may be a name: "Vasaloppet".
        """
        return (
            word in self.adjectives
            or word in self.determined | self.articles | self.indefinite | self.bare
            or word in self.definites
            or word in self.nouns
            or bool(_split(word, self.nouns)[1])
        )

    def your(self, noun: Noun) -> str:
        """Return the word for *your* that goes with a noun."""
        is_feminine = "feminine" in self.yours and noun.definite.endswith("a")
        return self.yours["feminine" if is_feminine and noun.article == "den" else noun.article]


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun with the adjectives before it and with what follows it.

    Attributes:
        adjectives: in the definite form, in their order.
        noun: what it is.
        rest: its name, or where it leads: "to Bergen".
    """

    adjectives: tuple[str, ...]
    noun: Noun
    rest: tuple[str, ...]

    def definite(self, known: Words) -> str:
        """Return it as the one that both know: "the new dog", «den nye hunden»."""
        article = known.article or (self.noun.article if self.adjectives else "")
        return _line(article, *self.adjectives, self.noun.definite, *self.rest)

    def yours(self, known: Words) -> str:
        """Return it as the reader's own: "your dog", «hunden din», ”din hund”."""
        owner = known.your(self.noun)
        if known.yours_first:
            return _line(owner, *self.adjectives, self.noun.plain, *self.rest)
        article = self.noun.article if self.adjectives else ""
        return _line(article, *self.adjectives, self.noun.definite, owner, *self.rest)

    def new(self, known: Words) -> str:
        """Return it as something new: "the new dog", «ny hund»."""
        return _line(known.fresh[self.noun.article], self.noun.plain, *self.rest)


def definite(note: str, language: Language) -> str | None:
    """Return a note as it stands in the middle of a sentence; None when that is not certain.

    Args:
        note: the name of a thing as its user typed it, on one line: "new dog", «Tur til Bergen».
        language: the language of the note and of the sentence.
    """
    known, words = words_in(language), _bare(note, language)
    if not words:
        return None
    if _stands_as_it_is(words, known):
        return _line(*words)
    thing = _thing_of(words, known)
    return thing.definite(known) if thing else None


def thing_in(note: str, language: Language) -> Thing | None:
    """Return the thing that a note names; None when its forms are not certain."""
    return _thing_of(_bare(note, language), words_in(language))


def _bare(note: str, language: Language) -> list[str]:
    """Return the words of a note without its article and without a telephone's capital."""
    known = words_in(language)
    words = _without_capital(note.split(), known)
    return words[1:] if words and words[0] in known.indefinite else words


def _without_capital(words: list[str], known: Words) -> list[str]:
    """Return the words without the capital that a telephone gives to the first."""
    return (
        [words[0].casefold(), *words[1:]] if words and known.knows(words[0].casefold()) else words
    )


def _stands_as_it_is(words: list[str], known: Words) -> bool:
    """Say whether the words are somebody's, need no article, or are a list of such."""
    first = words[0]
    owner = first[0].isupper() and first.endswith(known.genitives)
    owned = owner and len(words) > 1 and known.knows(words[1])
    return (
        (first in known.determined and _thing_of(words[1:], known) is not None)
        or owned
        or (len(words) == 1 and (first in known.bare or first.endswith(known.bare_endings)))
    )


def _thing_of(words: list[str], known: Words) -> Thing | None:
    if words and words[0] in known.articles:
        words = words[1:]
    count = next((i for i, word in enumerate(words) if word not in known.adjectives), len(words))
    count = min(count, len(words) - 1)  # "leken" is playful, and the game
    adjectives, named = words[:count], words[count:]
    head = _head(named, known)
    noun = _noun_of(named[:head], known)
    if noun is None or not _may_follow(named[head:], known):
        return None
    described = tuple(known.adjectives[word] for word in adjectives)
    return Thing(described, noun, tuple(named[head:]))


def _head(named: Sequence[str], known: Words) -> int:
    """Return how many words name the thing: several where compounds are written apart."""
    if not known.article:
        return 1
    return next((i for i, word in enumerate(named) if known.noun(word) is None), len(named))


def _noun_of(words: Sequence[str], known: Words) -> Noun | None:
    """Return the noun that one word is, or several that stand before each other."""
    last = known.noun(words[-1]) if words else None
    if last is None:
        return None
    before = "".join(f"{word} " for word in words[:-1])
    return Noun(before + last.plain, before + last.definite, last.article)


def _may_follow(rest: Sequence[str], known: Words) -> bool:
    """Say whether words may stand behind a noun: nothing, or where it leads."""
    return not rest or (len(rest) > 1 and rest[0] in known.joins)


def _split(word: str, ends: Container[str]) -> tuple[str, str]:
    """Return a compound's first part and its last, the longest that is known; else two blanks."""
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[start:] in ends:
            return word[:start], word[start:]
    return "", ""


def _line(*words: str) -> str:
    return " ".join(filter(None, words))


@cache
def words_in(language: Language) -> Words:
    """Return what is known of one language, read from its file the first time."""
    data = table(language, "inflection.toml")
    nouns = {noun: Noun(noun, *forms) for noun, forms in data["nouns"].items()}
    nouns |= {noun: Noun(noun, noun, data["article"]) for noun in data["common"]}
    return Words(
        nouns=nouns,
        definites={noun.definite: noun for noun in nouns.values()},
        adjectives=data["adjectives"],
        determined=frozenset(data["determined"]),
        articles=frozenset(data["articles"]),
        indefinite=frozenset(data["indefinite"]),
        joins=frozenset(data["joins"]),
        article=data["article"],
        bare=frozenset(data["bare"]),
        bare_endings=tuple(data["bare_endings"]),
        genitives=tuple(data["genitives"]),
        yours=data["yours"],
        yours_first=data["yours_first"],
        fresh=data["fresh"],
    )
