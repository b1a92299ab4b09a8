"""What handling an update asks of a conversation: promises only, neither words nor Telegram."""

from datetime import datetime
from typing import Protocol

from bot.conversation.effects import Effect, Message, Response
from bot.conversation.incoming import Incoming
from bot.domain.records.book import Book


class Responder(Protocol):
    """A conversation: one turn at a time, without effects of its own."""

    def respond(self, incoming: Incoming, book: Book, now: datetime) -> Response:
        """Return what an update makes of a Book, and what goes out then."""
        ...

    def stranger(self, incoming: Incoming) -> tuple[Effect, ...]:
        """Return what goes out to a user who is not admitted; they have no Book."""
        ...

    def sorry(self, book: Book) -> Message:
        """Return what a user is told when what they wrote could not be dealt with."""
        ...
