"""Whom to say hi to first, before a contact who has been gone for long.

Knows who is close. Refuses to insist: where nobody is close, nothing is offered.
"""

from datetime import datetime

from bot.domain import parameters as p
from bot.domain.policy.due import due_ratio
from bot.domain.policy.gate import own_holds
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.history import History, history
from bot.domain.records.nudge import Origin


def warm_up(book: Book, contact: Contact, now: datetime) -> Contact | None:
    """Return a close contact to say hi to first; None when it takes no warm-up, or none is close.

    A first word is easier after one to a familiar contact (Aknin & Sandstrom 2024: writing to
    friends for three minutes beforehand raised those who reached out from 31 to 53 %).
    """
    past = history(book)
    if due_ratio(book, contact, past, now) <= p.LONG_GAP:
        return None
    close = [one for one in book.contacts.values() if is_close(book, one, past, now)]
    return min(close, key=lambda one: _ease(one, past), default=None)


def is_close(book: Book, contact: Contact, past: History, now: datetime) -> bool:
    """Tell whether a contact is close: light, at hand, and in touch as often as wanted."""
    return (
        past.knows_cadence(contact.id)
        and past.cost(contact.id) <= p.LIGHT_COST
        and due_ratio(book, contact, past, now) <= p.CLOSE_UNTIL
        and not own_holds(contact, now, Origin.PLANNED)
    )


def _ease(contact: Contact, past: History) -> tuple[float, float, int]:
    return past.cost(contact.id), contact.cadence.approximate_days, contact.id
