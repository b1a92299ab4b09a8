"""Whom a free message brings: the name of somebody new, or another name for a contact."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.names import fold
from bot.understanding.cadences.cadences import find_cadence
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line

_CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w'\u2019-]*(?:\s+[^\W\d_a-zà-öø-ÿ][\w'\u2019-]*)*")
"""Words that begin with a capital, one after the other."""


def newcomer_in(text: str, known: Iterable[str], country: str | None) -> str:
    """Return somebody new whom a text names, as /add takes them; "" when it names nobody.

    Args:
        text: the message.
        known: the names of the Book, of whom none is new.
        country: the ISO 3166 code whose national numbers may be written without a plus.
    """
    found = next(_names(text, known), "")
    if not found:
        return ""
    cadence = find_cadence(text)
    often = text[cadence.start : cadence.end] if cadence else ""
    reached = (one.text for one in addresses_in(text, country))
    return " ".join(filter(None, (found, often, *reached)))


def new_name_in(text: str, name: str) -> str:
    """Return the other name that a text gives a contact; "" when it gives none."""
    longer = (one for one in _names(text, ()) if fold(one) != fold(name))
    return max(longer, key=len, default="")


def _names(text: str, known: Iterable[str]) -> Iterator[str]:
    """Yield what may be names: capitals behind the first word, no known names, no days."""
    folded = {fold(one) for one in known}
    for match in _CAPITALS.finditer(text):
        name = match[0]
        if match.start() == 0 and " " not in name:
            continue
        line = Line.of(name)
        if fold(name) not in folded and not weighty(line, 0, len(line)):
            yield name
