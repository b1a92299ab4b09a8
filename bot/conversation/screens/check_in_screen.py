"""The check-ins about a contact: one calm line each, and buttons that may all be left alone."""

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

OFFERS = {
    CheckIn.RELIEF: ("slower", "rest-from", "let-go"),
    CheckIn.RHYTHM: ("slower", "rest-from", "keep"),
    CheckIn.DUTY: ("keep", "reason", "rest-from", "let-go"),
    CheckIn.REFLECTION: ("keep", "slower", "rest-from", "let-go"),
    CheckIn.HESITATION: ("slower", "let-go", "keep"),
}
"""What each check-in offers; the names of its buttons."""
A_ROW = 3
"""Buttons in a row at the most; more are put two by two."""


def check_in_text(texts: Texts, contact: Contact, check_in: CheckIn) -> str:
    """Return the line of a check-in."""
    return texts(f"calm.{check_in}", name=contact.name, pace=contact.cadence)


def check_in_line(texts: Texts, contact: Contact, check_in: CheckIn) -> str:
    """Return a check-in as it stands under a nudge, with where its buttons are."""
    return f"{check_in_text(texts, contact, check_in)} {texts('calm.how')}"


def check_in_rows(texts: Texts, contact: Contact, check_in: CheckIn) -> Rows:
    """Return the buttons of a check-in."""
    buttons = _buttons(contact)
    row = [Key(texts.label(f"button.{name}"), buttons[name]) for name in OFFERS[check_in]]
    size = 2 if len(row) > A_ROW else A_ROW
    return in_rows(row, size)


def check_in_message(book: Book, contact: Contact, check_in: CheckIn) -> Message:
    """Return a check-in with its buttons."""
    texts = Texts(book.profile.language)
    return Message(check_in_text(texts, contact, check_in), check_in_rows(texts, contact, check_in))


def _buttons(contact: Contact) -> Mapping[str, Button]:
    slower = contact.cadence.slower()
    return {
        "slower": SetCadence(contact.id, slower.count, slower.unit),
        "rest-from": RestFrom(contact.id),
        "let-go": LetGo(contact.id),
        "keep": KeepCadence(contact.id),
        "reason": ChooseReason(contact.id),
    }


def felt_message(book: Book, closing: str) -> Message:
    """Return the words after the contact logged last, with the feelings; ``closing`` is HTML."""
    texts, told = Texts(book.profile.language), max(book.outcomes)
    row = tuple(Key(texts.label(f"felt.{one}"), Felt(told, one)) for one in Feeling)
    return Message(f"{closing}\n\n{texts('felt.ask')}", (row,))
