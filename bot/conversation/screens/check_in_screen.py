"""The calm questions about a person: one line, and answers that may all be left alone."""

from collections.abc import Mapping

from bot.conversation.buttons.button import Button
from bot.conversation.buttons.nudge_buttons import Felt
from bot.conversation.buttons.person_buttons import (
    ChooseReason,
    KeepCadence,
    LetGo,
    RestFrom,
    SetCadence,
)
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.layout import in_rows
from bot.conversation.texts import Texts
from bot.domain.policy.check_ins import CheckIn
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.outcome import Feeling

ANSWERS = {
    CheckIn.RELIEF: ("slower", "rest-from", "let-go"),
    CheckIn.RHYTHM: ("slower", "rest-from", "keep"),
    CheckIn.DUTY: ("keep", "reason", "rest-from", "let-go"),
    CheckIn.REFLECTION: ("keep", "slower", "rest-from", "let-go"),
    CheckIn.HESITATION: ("slower", "let-go", "keep"),
}
"""What each question offers; the names of its buttons."""
A_ROW = 3
"""Answers in a row at the most; more are put two by two."""


def calm_text(texts: Texts, contact: Contact, calm: CheckIn) -> str:
    """Return a calm question."""
    return texts(f"calm.{calm}", name=contact.name, pace=contact.cadence)


def calm_line(texts: Texts, contact: Contact, calm: CheckIn) -> str:
    """Return a calm question as it stands under a nudge, with where its answers are."""
    return f"{calm_text(texts, contact, calm)} {texts('calm.how')}"


def calm_rows(texts: Texts, contact: Contact, calm: CheckIn) -> Rows:
    """Return the answers to a calm question."""
    taps = _taps(contact)
    row = [Key(texts.label(f"button.{name}"), taps[name]) for name in ANSWERS[calm]]
    size = 2 if len(row) > A_ROW else A_ROW
    return in_rows(row, size)


def calm_message(book: Book, contact: Contact, calm: CheckIn) -> Message:
    """Return a calm question with its answers."""
    texts = Texts(book.profile.language)
    return Message(calm_text(texts, contact, calm), calm_rows(texts, contact, calm))


def _taps(contact: Contact) -> Mapping[str, Button]:
    slower = contact.cadence.slower()
    return {
        "slower": SetCadence(contact.id, slower.count, slower.unit),
        "rest-from": RestFrom(contact.id),
        "let-go": LetGo(contact.id),
        "keep": KeepCadence(contact.id),
        "reason": ChooseReason(contact.id),
    }


def felt_message(book: Book, closing: str) -> Message:
    """Return the words after the contact told last, with the row; ``closing`` is HTML."""
    texts, told = Texts(book.profile.language), max(book.outcomes)
    row = tuple(Key(texts.label(f"felt.{one}"), Felt(told, one)) for one in Feeling)
    return Message(f"{closing}\n\n{texts('felt.ask')}", (row,))
