"""Yes, no and never mind, as the whole of what is typed."""

from enum import Enum

from bot.understanding.words.endings import ends
from bot.understanding.words.tokens import Line, is_emoji
from bot.understanding.words.vocabulary import vocabulary


class Consent(Enum):
    """What a short answer to a question says."""

    YES = "yes"
    """So it is."""
    NO = "no"
    """It is not so."""
    CANCEL = "cancel"
    """The question itself is to end."""


_SIGHS = 5
"""Words and marks before it that a mistake may be told: "no one sorry, hit that by mistake"."""
_ADDED = 2
"""Words that may follow when nobody knows: "no idea really"."""


def read_consent(text: str) -> Consent | None:
    """Return what a short answer says, or None if the text says more or something else."""
    said = _whole(Line.of(text), "consent")
    return Consent(said) if said is not None else None


def is_well(text: str) -> bool:
    """Tell whether a text says that its writer is fine, or just no."""
    return read_consent(text) is Consent.NO or _whole(Line.of(text), "well") is not None


def is_mistake(text: str) -> bool:
    """Tell whether a text says at once that something was pressed or sent by mistake."""
    line = Line.of(text)
    return any(vocabulary("mistakes").at(line, at) for at in range(min(len(line), _SIGHS)))


def courtesy_in(text: str) -> str | None:
    """Return the key of the kind word that a small one gets back: thanks, yes or hello."""
    line = Line.of(text)
    said = (m.meaning for m in vocabulary("kind").at(line, 0) if ends(line, m.end))
    pictured = len(line) > 0 and all(is_emoji(token) for token in line.tokens)
    return next(said, "yes" if pictured else None)


def is_ticked(text: str) -> bool:
    """Tell whether a text is a tick and nothing else."""
    line = Line.of(text)
    return any(ends(line, match.end) for match in vocabulary("ticks").at(line, 0))


def knows_not(text: str) -> bool:
    """Tell whether a short answer says that there is nothing to say: "no idea really"."""
    line = Line.of(text)
    starts = (0, *(match.end for match in vocabulary("sighs").at(line, 0)))
    ends_at = (m.end for start in starts for m in vocabulary("know_not").at(line, start))
    return any(len(line) - end <= _ADDED for end in ends_at)


def _whole(line: Line, section: str) -> str | None:
    """Return what the phrase means that is the whole line but for closing marks and emoji."""
    for match in vocabulary(section).at(line, 0):
        if all(_is_closing(line, index) for index in range(match.end, len(line))):
            return match.meaning
    return None


def _is_closing(line: Line, index: int) -> bool:
    return line.tokens[index].text in ".,!;" or is_emoji(line.tokens[index])
