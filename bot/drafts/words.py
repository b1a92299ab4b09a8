"""The words of a text as they are compared: without case, one spelling for each."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text without case; a hyphen parts words, an apostrophe does not."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold())
