"""Everybody by name, and one person's card."""

from bot.conversation.buttons import ShowPage, ShowPerson
from bot.conversation.router import Feature
from bot.conversation.screens.people_screen import people_message
from bot.conversation.screens.person_screen import card
from bot.conversation.turn import Turn
from bot.conversation.which import invite, person
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho


def people(turn: Turn) -> None:
    """Show the first page of everybody."""
    if turn.book.contacts:
        turn.show(people_message(turn.book, 0))
    else:
        invite(turn)


def turn_page(turn: Turn, press: ShowPage) -> None:
    """Show another page."""
    turn.turn_into(people_message(turn.book, press.page))


def show_person(turn: Turn) -> None:
    """Show the card of the person the command names."""
    then = AskWho("person")
    contact = person(turn, turn.text, then)
    if contact:
        show_card(turn, contact, then)


def show_card(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Show a card."""
    turn.show(card(turn.book, contact, turn.now))


def press_person(turn: Turn, press: ShowPerson) -> None:
    """Show the card of the person on a button, in the place of what was there."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.turn_into(card(turn.book, contact, turn.now))


FEATURE = Feature(
    commands={"people": people, "person": show_person},
    presses={ShowPage: turn_page, ShowPerson: press_person},
    people={"person": show_card},
)
