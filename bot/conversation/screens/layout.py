"""How buttons are laid out and marked, and the row that any screen may end with."""

from collections.abc import Sequence

from bot.conversation.buttons.question_buttons import Undo
from bot.conversation.effects import AnyKey, Key, Rows
from bot.conversation.texts import Texts
from bot.domain.records.book import Book


def in_rows(buttons: Sequence[AnyKey], size: int = 2) -> Rows:
    """Return buttons in rows of at most so many."""
    return tuple(tuple(buttons[n : n + size]) for n in range(0, len(buttons), size))


def marked(texts: Texts, label: str, *, on: bool) -> str:
    """Return a button's label, marked if it is what holds now."""
    return texts.label("button.marked", label=label) if on else label


def undo_row(book: Book) -> Rows:
    """Return the button that takes back the change made last, whatever comes after it."""
    if book.last_change is None:
        return ()
    label = Texts(book.profile.language).label("button.undo")
    return ((Key(label, Undo(book.last_change.id)),),)


def listed(texts: Texts, names: Sequence[str]) -> str:
    """Return names as one says them together: Tom, Maria and Jonas."""
    *first, last = names
    return texts.label("because.two-names", first=", ".join(first), second=last) if first else last
