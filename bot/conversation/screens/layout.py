"""How buttons are laid out and marked, whatever they are for."""

from collections.abc import Sequence

from bot.conversation.effects import AnyKey, Rows
from bot.conversation.texts import Texts


def in_rows(buttons: Sequence[AnyKey], size: int = 2) -> Rows:
    """Return buttons in rows of at most so many."""
    return tuple(tuple(buttons[n : n + size]) for n in range(0, len(buttons), size))


def marked(texts: Texts, label: str, *, on: bool) -> str:
    """Return a button's label, marked if it is what holds now."""
    return texts.label("button.marked", label=label) if on else label
