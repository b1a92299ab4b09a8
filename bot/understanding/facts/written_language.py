"""Which of Hei's languages a text is written in.

Knows telling little words. Refuses to be sure: where it cannot tell, the reader's own is taken.
"""

from bot.drafts.words import words_of
from bot.languages import Language
from bot.languages.data import particulars


def language_of(text: str, otherwise: Language) -> Language:
    """Return the language whose own little words stand most often in a text.

    Args:
        text: anything typed.
        otherwise: what is taken when two are as likely.
    """
    words = words_of(text)
    found = {each: sum(word in particulars(each).telling for word in words) for each in Language}
    most = max(found.values())
    likely = [each for each, count in found.items() if count == most]
    return likely[0] if len(likely) == 1 else otherwise
