"""How often two want to talk, cut out of a text that begins with a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.understanding.cadences.cadences import Found, cadences_in
from bot.understanding.cadences.unclear_cadences import Half, unclear_in
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class SaidPace:
    """What a text says of how often.

    ``left`` is the text with line ends in the place of all that says how often, understood or not,
    so that no word of it is in a name. ``others`` are the cadences before the last, as typed.
    """

    left: str
    found: Found | None
    others: tuple[str, ...]
    unclear: tuple[Half, ...]


def without_pace(text: str) -> SaidPace:
    """Return a text without what it says of how often, and what that is."""
    found = cadences_in(Line.of(text))
    left = blanked(text, ((one.start, _end(text, one)) for one in found))
    unclear: list[Half] = []
    while halves := tuple(unclear_in(left)):
        unclear += halves
        left = blanked(left, ((half.start, half.end) for half in halves))
    others = tuple(text[one.start : one.end] for one in reversed(found[1:]))
    return SaidPace(left, found[0] if found else None, others, tuple(unclear))


def _end(text: str, found: Found) -> int:
    """Return where a cadence ends, with what only says that it is enough: "monthly will do"."""
    behind = Line.of(text[found.end :])
    ends = (behind.tokens[match.end - 1].end for match in vocabulary("often_enough").at(behind, 0))
    return found.end + next(ends, 0)


def blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return the text with line ends for fields, so that words do not join across them."""
    for start, end in places:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text
