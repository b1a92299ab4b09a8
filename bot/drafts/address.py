"""What to call a contact at the head of a draft, from the name the user typed.

Knows first names of one and two words. Refuses to change a letter of them.
"""

import re
from functools import cache

from bot.drafts.shapes import LONGEST_NAME
from bot.languages.data import shared

BRACKETS = set('()[]{}«»"!?:;|\\')
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001ffff]")


def address(name: str) -> str:
    """Return the part of a name one says hi to: "Kari" of "Kari Nordmann", "Aunt May" whole.

    Names of two people, names with a particle before the surname and names with a shortened
    title ("Dr. No") are kept as they were typed.
    """
    words = name.split()
    if not words:
        return ""
    lowered = [word.casefold().strip(".,") for word in words]
    if _is_whole(words[0], lowered):
        return " ".join(words)
    if words[0].endswith(",") and len(words) > 1:  # "Nordmann, Kari", as address books write it
        return address(" ".join(words[1:]))
    return " ".join(words[: _words_of_first_name(lowered)]).rstrip(",")


def is_speakable(first_name: str) -> bool:
    """Say whether a first name can stand in a greeting; if not, the draft does without it."""
    return (
        0 < len(first_name) <= LONGEST_NAME
        and first_name.isprintable()
        and not any(sign in BRACKETS or sign.isdigit() for sign in first_name)
        and (any(map(str.isalpha, first_name)) or emoji_in(first_name) == 1)
        and emoji_in(first_name) <= 1
    )


def emoji_in(text: str) -> int:
    """Return how many emoji a text holds, counted by code point."""
    return len(EMOJI.findall(text))


def _is_whole(first: str, lowered: list[str]) -> bool:
    """Say whether the name would be wrong, or another's, without all of its words."""
    customs = _customs()
    opens = first.endswith(".") or lowered[0] in customs["openers"]
    return opens or not customs["joiners"].isdisjoint(lowered)


def _words_of_first_name(lowered: list[str]) -> int:
    """Return how many of the words make up the first name."""
    customs, pair = _customs(), lowered[:2]
    if len(pair) == 1:
        return 1
    double = pair[0] in customs["heads"] and pair[1] in customs["tails"]
    return 2 if double or pair[0] in customs["titles"] else 1


@cache
def _customs() -> dict[str, frozenset[str]]:
    """Return the lists of words that tell first names apart, read the first time."""
    return {key: frozenset(words) for key, words in shared("first_names.toml").items()}
