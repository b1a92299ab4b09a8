"""What somebody is called, as it is typed: "Kaz", "nothing", "I call her Kaz".

Knows no names; whose nickname it is stands in the text that is given back.
"""

from dataclasses import dataclass

from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

_SURE = "sure"
_QUOTES = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_CLOSING = ".,!"


@dataclass(frozen=True, slots=True)
class Naming:
    """What follows "I call".

    Attributes:
        rest: whom, and what they are called.
        is_sure: whether it can mean nothing but a name; one may also call Kari on Fridays.
    """

    rest: str
    is_sure: bool


def read_naming(text: str) -> Naming | None:
    """Return what follows the words that say how one calls somebody; None without them."""
    line = Line.of(text)
    found = vocabulary("naming").at(line, 0)
    return Naming(line.after(found[0].end), found[0].meaning == _SURE) if found else None


def after_pronoun(text: str) -> str | None:
    """Return what follows "her" or "him"; None where no such word stands first."""
    return _after("named", text)


def read_nickname(text: str) -> str | None:
    """Return the nickname that a text is; "" where it says nothing at all, None where it is empty.

    What joins it to the person is left out, and so are quotes around it.
    """
    joined = _after("naming_joints", text) or text
    bare = joined.strip().strip(_CLOSING).strip(_QUOTES).strip()
    return "" if bare and _is_no_name(bare) else bare or None


def _is_no_name(text: str) -> bool:
    line = Line.of(text)
    return any(match.end == len(line) for match in vocabulary("no_name").at(line, 0))


def _after(section: str, text: str) -> str | None:
    line = Line.of(text)
    return next((line.after(match.end) for match in vocabulary(section).at(line, 0)), None)
