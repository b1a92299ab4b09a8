"""Which of a user's notes can be woven into a draft, word for word.

Knows what a thing is called and what a sentence is, roughly. Refuses to weave when in doubt: a
note left out of a draft is still shown to its user as something to mention.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources

from bot.domain.language import Language
from bot.drafts.shapes import LONGEST_NOTE

MOST_WORDS = 6
MOST_DIGITS = 2
LONGEST_ACRONYM = 4
EDGES = {"sensitive": " {} ", "harmless": " {} ", "foreign": " {} ", "aside": " {}"}
THING = re.compile(r"[^\W_](?:[^\W_]|[ ,&'\u2019+-])*")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def fits(note: str, language: Language) -> bool:
    """Say whether a note can stand in a draft of this language as it was typed.

    It can when it is short, on one line, names a thing without telling anything about anyone,
    and touches nothing sensitive (DRAFTS R25).
    """
    return is_thing(note, language) and not is_sensitive(note, language)


def as_anchor(note: str) -> str:
    """Return a fitting note as it stands in a draft: its own letters, no space around it."""
    return unicodedata.normalize("NFC", note).strip()


def is_thing(note: str, language: Language) -> bool:
    """Say whether a note names a thing ("new dog") and is no sentence, reminder or figure."""
    words, lists = words_of(note), _lists_in(language)
    return (
        _is_plain(as_anchor(note))
        and 0 < len(words) <= MOST_WORDS
        and words[0] not in lists["opening"]
        and words[-1] not in lists["closing"]
        and lists["sentence"].isdisjoint(words)
        and not _holds(words, lists["foreign"])
        and not _holds(words, lists["aside"])
    )


def is_sensitive(note: str, language: Language) -> bool:
    """Say whether a note touches what only its user may bring up: illness, death, a break-up.

    The words of every language count, whatever the draft's: people take notes in their own.
    """
    words = words_of(note)
    return _holds(words, _stems()) or _holds(words, _sensitive_words(language))


def words_of(text: str) -> list[str]:
    """Return the words of a text without case; a hyphen parts words, an apostrophe does not."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold())


def _is_plain(note: str) -> bool:
    """Say whether a note is short and holds nothing but words, a few figures and quiet signs."""
    return (
        len(note) <= LONGEST_NOTE
        and THING.fullmatch(note) is not None
        and any(sign.isalpha() for sign in note)
        and sum(sign.isdigit() for sign in note) <= MOST_DIGITS
        and not _is_shouted(note)
        and note[-1].isalnum()
    )


def _is_shouted(note: str) -> bool:
    """Say whether a note is all in capitals and more than a shortened name such as NRK (R15)."""
    return note.isupper() and sum(map(str.isalpha, note)) > LONGEST_ACRONYM


def _holds(words: list[str], wanted: Iterable[str]) -> bool:
    """Say whether one of the wanted texts is in the words, which stand between single spaces."""
    line = f" {' '.join(words)} "
    return any(text in line for text in wanted)


@cache
def _sensitive_words(language: Language) -> frozenset[str]:
    """Return the whole words that are sensitive in any language and not harmless in this one."""
    everywhere = frozenset[str]().union(*(_lists_in(each)["sensitive"] for each in Language))
    return everywhere - _lists_in(language)["harmless"]


@cache
def _stems() -> frozenset[str]:
    """Return the stems of sensitive words of all languages together."""
    return frozenset[str]().union(*(_lists_in(each)["stems"] for each in Language))


@cache
def _lists_in(language: Language) -> dict[str, frozenset[str]]:
    """Return the word lists of one language, read the first time.

    What is looked for in a whole line has a space where it must begin or end with a word.
    """
    source = resources.files("bot.drafts") / "notes" / f"{language}.toml"
    lists = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        key: frozenset(EDGES.get(key, "{}").format(word.casefold()) for word in words)
        for key, words in lists.items()
    }
