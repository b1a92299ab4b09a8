"""Which of Hei's languages a text is written in.

Knows telling little words. Refuses to be sure: where it cannot tell, the reader's own is taken.
"""

from functools import cache

from bot.drafts.anchors import words_of
from bot.drafts.tables import table
from bot.languages import Language


def language_of(text: str, otherwise: Language) -> Language:
    """Return the language whose own little words stand most often in a text.

    Args:
        text: anything typed.
        otherwise: what is taken when two are as likely.
    """
    words = words_of(text)
    found = {each: sum(word in _telling()[each] for word in words) for each in Language}
    most = max(found.values())
    likely = [each for each, count in found.items() if count == most]
    return likely[0] if len(likely) == 1 else otherwise


@cache
def _telling() -> dict[Language, frozenset[str]]:
    """Return the words of each language that no other of them has."""
    return {Language(code): frozenset(words) for code, words in table("tongue.toml").items()}
