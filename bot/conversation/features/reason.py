"""Why a person is in the book, in one word: joy, care, history, work or duty."""

from bot.application.change_contact import set_reason
from bot.conversation.buttons import ChooseReason, DropReason, SetReason
from bot.conversation.router import Feature
from bot.conversation.screens.person_screen import card, reason_message
from bot.conversation.turn import Turn
from bot.domain.records.contact import ReasonTag


def choose(turn: Turn, press: ChooseReason) -> None:
    """Show the reasons in the place of the card."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.turn_into(reason_message(turn.book, contact))


def press_reason(turn: Turn, press: SetReason) -> None:
    """Take the reason on a button."""
    _take(turn, press.contact_id, press.reason)


def drop(turn: Turn, press: DropReason) -> None:
    """Take the reason away."""
    _take(turn, press.contact_id, None)


def _take(turn: Turn, contact_id: int, reason: ReasonTag | None) -> None:
    contact = turn.known(contact_id)
    if contact:
        turn.book = set_reason(turn.book, contact, reason)
        turn.turn_into(card(turn.book, turn.book.contacts[contact_id], turn.now))


FEATURE = Feature(presses={ChooseReason: choose, SetReason: press_reason, DropReason: drop})
