"""A language as people name it, in any of them: Swedish, svensk, svenska, sv."""

from bot.languages import Language
from bot.understanding.words.last_words import before, last_word


def head_of_language(text: str) -> str | None:
    """Return what stands before the language that ends a text; None where none does."""
    word = last_word("languages", text)
    return before(text, word.start) if word else None


def read_language(text: str) -> Language | None:
    """Return the language that the whole of a text names."""
    word = last_word("languages", text)
    return Language(word.meaning) if word and not before(text, word.start) else None
