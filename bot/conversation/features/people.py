"""/people: all contacts by name."""

from bot.conversation.buttons.person_buttons import ShowPage
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.people_screen import people_message
from bot.conversation.turn import Turn
from bot.conversation.typed.which import invite


@router.command("people", HelpLine.PEOPLE)
def people(turn: Turn) -> None:
    """Show the first page of the contacts."""
    if turn.book.contacts:
        turn.show(people_message(turn.book, 0))
    else:
        invite(turn)


@router.button(ShowPage)
def turn_page(turn: Turn, button: ShowPage) -> None:
    """Show another page."""
    turn.turn_into(people_message(turn.book, button.page))
