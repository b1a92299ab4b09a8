"""A language as users name it, in any language: Swedish, svensk, svenska, sv."""

from functools import cache

from bot.languages import Language
from bot.languages.data import particulars
from bot.understanding.words.last_words import before, last_word
from bot.understanding.words.tries import Phrases
from bot.understanding.words.vocabulary import rows


def head_of_language(text: str) -> str | None:
    """Return what stands before the language that ends a text; None where none does."""
    word = last_word(_names(), text)
    return before(text, word.start) if word else None


def read_language(text: str) -> Language | None:
    """Return the language that the whole of a text names."""
    word = last_word(_names(), text)
    return Language(word.meaning) if word and not before(text, word.start) else None


@cache
def _names() -> Phrases[str]:
    """Return what languages are called in any of them, also by their codes."""
    names: Phrases[str] = Phrases()
    for meaning, phrase in rows("languages"):
        names.add(phrase, meaning)
    for language in Language:
        names.add(particulars(language).own_name, language.value)
        names.add(language.value, language.value)
    return names
