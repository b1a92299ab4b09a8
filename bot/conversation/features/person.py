"""/person: one contact's card."""

from bot.conversation.buttons.person_buttons import ShowPerson
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import card
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho


@router.command("person", HelpLine.PEOPLE)
def person(turn: Turn) -> None:
    """Show the card of the contact the command names."""
    go_on_with(turn, turn.text, AskWho("person"))


@router.contact("person")
def show_card(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Show a card."""
    turn.show(card(turn.book, contact, turn.now))


@router.button(ShowPerson)
def show_person(turn: Turn, button: ShowPerson) -> None:
    """Show the card of the contact on a button, in the place of what was there."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.turn_into(card(turn.book, contact, turn.now))
