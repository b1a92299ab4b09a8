"""What no message may hold: control characters and lone surrogates."""

import re

UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""All controls but tab and line feed (and NEL), and surrogates without a partner."""


def cleaned(text: str) -> str:
    """Return a text without what Telegram would refuse or swallow."""
    return UNSENDABLE.sub("", text)


def units(text: str) -> int:
    """Return a text's length as Telegram counts: in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)
