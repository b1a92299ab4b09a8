"""What a turn of the conversation answers, as values: said only after its effects are committed.

The messenger carries them out.
"""

from dataclasses import dataclass

from bot.conversation.buttons.button import Button
from bot.domain.records.book import Book
from bot.domain.records.nudge import Nudge


@dataclass(frozen=True, slots=True)
class Key:
    """A button that comes back to Hei with what it means."""

    label: str
    button: Button


@dataclass(frozen=True, slots=True)
class CopyText:
    """A button that copies a text; one that Telegram would not take is left out on the way."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an http or https address."""

    label: str
    url: str


AnyKey = Key | CopyText | Link
Rows = tuple[tuple[AnyKey, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A text in Telegram's HTML, of any length, and the buttons under it."""

    text: str
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class Say:
    """A new message to the user."""

    message: Message


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Another text and other buttons for a message of Hei's own."""

    message_id: int
    message: Message


@dataclass(frozen=True, slots=True)
class Redraft(Rewrite):
    """A nudge with another draft, for a message; a language model may word it on the way."""

    book: Book
    nudge: Nudge


@dataclass(frozen=True, slots=True)
class Strip:
    """Take the buttons of a message away."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Toast:
    """A line that shows briefly over the chat, in answer to a pressed button."""

    text: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """A planned nudge that goes out now, because the user asked."""

    book: Book
    nudge: Nudge


Effect = Say | Rewrite | Strip | Toast | Deliver


@dataclass(frozen=True, slots=True)
class Response:
    """The Book after a turn, what goes out then, and whether the Book shall be erased."""

    book: Book
    effects: tuple[Effect, ...]
    erase: bool = False
