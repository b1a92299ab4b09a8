"""Add a contact, and tell when the user and they last talked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.application.undoing import remember
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import DEFAULT_CADENCE, Contact
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.question import Newcomer


def add_contact(book: Book, newcomer: Newcomer, now: datetime) -> tuple[Book, Contact]:
    """Return the Book with a new contact, and that contact.

    Without a told last contact the clock starts between a quarter and the whole of the first
    cadence (docs/semantics.md, 1); without a cadence it is 30 days.
    """
    added, contact = _with_newcomer(book, newcomer, now)
    added = replace(added, open_question=None)
    return remember(book, added, ChangeKind.ADDED, contact.name), contact


def add_contacts(
    book: Book, newcomers: Sequence[Newcomer], names: str, now: datetime
) -> tuple[Book, tuple[Contact, ...]]:
    """Return the Book with several new contacts, and those; one /undo takes all of them back.

    Args:
        book: the Book before.
        newcomers: who is added.
        names: what they are called together, for the answer to /undo.
        now: the current instant.
    """
    added, contacts = book, []
    for newcomer in newcomers:
        added, contact = _with_newcomer(added, newcomer, now)
        contacts.append(contact)
    added = replace(added, open_question=None)
    return remember(book, added, ChangeKind.ADDED, names), tuple(contacts)


def tell_last_contact(book: Book, contact_id: int, last_at: datetime, now: datetime) -> Book:
    """Return the Book that knows when the two last talked; telling again replaces it."""
    kept = {
        key: item
        for key, item in book.outcomes.items()
        if not (item.contact_id == contact_id and item.kind is OutcomeKind.TOLD)
    }
    told = _told(replace(book, outcomes=kept), contact_id, last_at, now)
    return remember(book, told, ChangeKind.TOLD, book.contacts[contact_id].name)


def _with_newcomer(book: Book, newcomer: Newcomer, now: datetime) -> tuple[Book, Contact]:
    contact = Contact(
        id=book.next_id(),
        name=newcomer.name,
        cadence=newcomer.cadence or DEFAULT_CADENCE,
        added_at=now,
        address=newcomer.address,
        channel=newcomer.channel,
        why=newcomer.why,
    )
    added = book.with_contact(contact)
    if newcomer.last_at:
        added = _told(added, contact.id, newcomer.last_at, now)
    return added, contact


def _told(book: Book, contact_id: int, last_at: datetime, now: datetime) -> Book:
    occurred_at = min(last_at, now)
    outcome = Outcome(book.next_id(), contact_id, OutcomeKind.TOLD, occurred_at, now)
    return book.with_outcome(outcome)
