"""One thing to be told of a contact: the same steps for each, whatever it is.

A command names a contact and says the thing. What was not said or not understood is asked for, and
the words that come next are the answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.conversation.router import HelpLine, Router
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho, Question

V = TypeVar("V")


class AboutContact(Protocol):
    """A button or a question that is about one contact."""

    @property
    def contact_id(self) -> int:
        """Whom it is about."""
        ...


@dataclass(frozen=True, slots=True)
class Fact(Generic[V]):
    """How one thing is parted from the name, read, kept and asked for.

    Args:
        word: the command; what waits until it is known whom it is about goes by it too.
        part: returns the name in a command's text, and what is said of them.
        read: returns what words say; None when they do not say it.
        keep: keeps it, and answers.
        question: makes the question that the next words answer, of a contact's id.
        ask: shows that question; it is told what was said and not understood, else "".
        silent: answers a command that says nothing but the name, in place of asking.
    """

    word: str
    part: Callable[[Turn, str], tuple[str, str]]
    read: Callable[[Turn, Contact, str], V | None]
    keep: Callable[[Turn, Contact, V], None]
    question: Callable[[int], Question]
    ask: Callable[[Turn, Contact, str], None]
    silent: Callable[[Turn, Contact], None] | None = None

    def register(self, router: Router, line: HelpLine) -> None:
        """Take the command, and go on once it is known whom it is about."""
        router.command(self.word, line)(self.command)
        router.contact(self.word)(self.chosen)

    def command(self, turn: Turn) -> None:
        """Take what the command says of the contact it names."""
        self.about(turn, *self.part(turn, turn.text))

    def about(self, turn: Turn, name: str, said: str) -> None:
        """Take what is said of the contact with a name; who is meant is asked if need be."""
        go_on_with(turn, name, AskWho(self.word, note=said))

    def chosen(self, turn: Turn, contact: Contact, then: AskWho) -> None:
        """Take what was said of a contact, now that it is known of whom."""
        if then.note or self.silent is None:
            self.take(turn, contact, then.note)
        else:
            self.silent(turn, contact)

    def take(self, turn: Turn, contact: Contact, said: str = "") -> None:
        """Keep what is said, or ask for it."""
        value = self.read(turn, contact, said) if said else None
        if value is not None:
            self.keep(turn, contact, value)
            return
        turn.ask(self.question(contact.id))
        self.ask(turn, contact, said)

    def answered(self, turn: Turn, question: AboutContact) -> None:
        """Take the words after the question, of a contact who may be gone by now."""
        contact = turn.known(question.contact_id)
        if contact:
            self.take(turn, contact, turn.text)

    def asked_for(self, turn: Turn, button: AboutContact) -> None:
        """Ask, because a button says so."""
        contact = turn.known(button.contact_id)
        if contact:
            self.take(turn, contact)
