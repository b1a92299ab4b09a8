"""A conversation that echoes, stumbles when told to, and shows what it was asked."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation.effects import Deliver, Effect, Message, Response, Say, Toast
from bot.conversation.incoming import Incoming, Pressed, Typed
from bot.domain.records.book import Book
from bot.domain.records.nudge import Origin
from tests.telegram.wording import a_nudge


@dataclass
class Echo:
    """Answers each text with itself; every turn changes the Book by one id.

    "poison" raises always, "stumble" the first time only, "forget" erases, "hi" brings a nudge.
    ``heard`` holds every turn taken: who and what.
    """

    heard: list[tuple[int, str]] = field(default_factory=list)

    def respond(self, incoming: Incoming, book: Book, now: datetime) -> Response:  # noqa: ARG002
        """Return the echo."""
        text = incoming.text if isinstance(incoming, Typed) else type(incoming).__name__
        self.heard.append((incoming.sender.id, text))
        if text == "poison" or (text == "stumble" and len(self.heard) == 1):
            raise ValueError(f"a secret of user {incoming.sender.id}")
        book = replace(book, serial=book.serial + 1)
        if text == "hi":
            nudge = a_nudge(book.next_id(), Origin.ASKED)
            book = book.with_nudge(nudge)
            return Response(book, (Say(Message("here")), Deliver(book, nudge)))
        said = Toast("pressed") if isinstance(incoming, Pressed) else Say(Message(text))
        return Response(book, (said,), erase=text == "forget")

    def stranger(self, incoming: Incoming) -> tuple[Effect, ...]:
        """Return the polite line."""
        return (Say(Message(f"not for {incoming.sender.id}")),)

    def sorry(self, book: Book) -> Message:
        """Return the apology, in the Book's language."""
        return Message(f"sorry {book.profile.language}")
