"""The question what time it is at a contact's, whose number leaves it open: asked once, unasked."""

from datetime import datetime

from bot.application.change_contact import having_asked_zone
from bot.conversation.screens.availability_screen import home_message
from bot.conversation.turn import Turn
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.question import AskZone
from bot.understanding.facts.clocks_there import clocks_in

MOST_CLOCKS = 8
"""Times offered; of a country with more, the others are typed."""


def ask_time_there(turn: Turn, contact: Contact) -> None:
    """Ask what time it is at a contact's now, whatever was asked before."""
    turn.ask(AskZone(contact.id))
    show_times_there(turn, contact, turn.texts("home.time-there", name=contact.name))


def show_times_there(turn: Turn, contact: Contact, lead: str) -> None:
    """Show the times that the clocks in the country of a contact's number show now.

    ``lead`` asks, as HTML.
    """
    turn.book = having_asked_zone(turn.book, contact, turn.now)
    zones = clocks_there(turn, contact)[:MOST_CLOCKS]
    turn.show(home_message(turn.book, contact, turn.now, lead, zones))


def clocks_there(turn: Turn, contact: Contact) -> tuple[str, ...]:
    """Return a zone for each time that it may be at a contact's by their number."""
    country = contact.address.country
    return clocks_in(country, turn.now) if country else ()


def ask_of_newcomers(turn: Turn, added_at: datetime) -> None:
    """Ask of the first of those added together whose time is unknown and was not asked yet."""
    for contact in turn.book.contacts.values():
        if contact.added_at == added_at and asks_time_there(contact):
            ask_time_there(turn, contact)
            return


def asks_time_there(contact: Contact) -> bool:
    """Tell whether it is worth asking, unasked, what time it is at a contact's."""
    is_new = contact.asked.zone_at is None and contact.standing is Standing.KEPT
    return is_new and is_zone_unknown(contact)
