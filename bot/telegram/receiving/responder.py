"""What the intake asks of a conversation: promises only, neither words nor Telegram."""

from datetime import datetime
from typing import Protocol

from bot.conversation.effects import Answer, Message
from bot.conversation.incoming import Incoming
from bot.domain.records.book import Book


class Reply(Protocol):
    """What one turn made of a Book, and what is said about it."""

    @property
    def book(self) -> Book:
        """The Book after the turn."""
        ...

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is said once the Book is safe."""
        ...

    @property
    def erase(self) -> bool:
        """Whether the user asked to be forgotten whole."""
        ...


class Responder(Protocol):
    """A conversation: one turn at a time, without effects of its own."""

    def respond(self, incoming: Incoming, book: Book, now: datetime) -> Reply:
        """Return what an update makes of a Book, and the answers to it."""
        ...

    def stranger(self, incoming: Incoming) -> tuple[Answer, ...]:
        """Return the answers to somebody who is not admitted; they have no Book."""
        ...

    def sorry(self, book: Book) -> Message:
        """Return what a user is told when what they wrote could not be dealt with."""
        ...
