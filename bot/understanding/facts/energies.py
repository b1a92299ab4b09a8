"""Today's energy, and a plan that is dropped, as the whole of what is typed."""

from bot.domain.records.profile import Energy
from bot.understanding.words.tokens import Line, is_emoji
from bot.understanding.words.vocabulary import vocabulary


def read_energy(text: str) -> Energy | None:
    """Return the energy that the whole of a text names."""
    meaning = _whole("energies", text)
    return Energy(meaning) if meaning else None


def is_off(text: str) -> bool:
    """Tell whether the whole of a text says that a plan is dropped."""
    return _whole("off", text) is not None


def _whole(section: str, text: str) -> str | None:
    """Return the meaning of the phrase that is the whole of a text, marks aside."""
    line = Line.of(text)
    for match in vocabulary(section).at(line, 0):
        rest = (line.tokens[index] for index in range(match.end, len(line)))
        if all(token.text in ".,!;" or is_emoji(token) for token in rest):
            return match.meaning
    return None
