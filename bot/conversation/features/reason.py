"""Why a contact is in the book, in one word: joy, care, history, work or duty."""

from bot.application.change_contact import set_reason
from bot.conversation.buttons.person_buttons import ChooseReason, DropReason, SetReason
from bot.conversation.router import router
from bot.conversation.screens.person_screen import card, reason_message
from bot.conversation.turn import Turn
from bot.domain.records.contact import ReasonTag


@router.button(ChooseReason)
def choose(turn: Turn, button: ChooseReason) -> None:
    """Show the reasons in the place of the card."""
    contact = turn.known(button.contact_id)
    if contact:
        turn.turn_into(reason_message(turn.book, contact))


@router.button(SetReason)
def reason_chosen(turn: Turn, button: SetReason) -> None:
    """Take the reason on a button."""
    _take(turn, button.contact_id, button.reason)


@router.button(DropReason)
def drop(turn: Turn, button: DropReason) -> None:
    """Take the reason away."""
    _take(turn, button.contact_id, None)


def _take(turn: Turn, contact_id: int, reason: ReasonTag | None) -> None:
    contact = turn.known(contact_id)
    if contact:
        turn.book = set_reason(turn.book, contact, reason)
        turn.turn_into(card(turn.book, turn.book.contacts[contact_id], turn.now))
