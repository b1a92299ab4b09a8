"""How a contact left the user."""

from functools import partial
from operator import attrgetter

from bot.application.log_outcome import feel_after, offer_relief
from bot.conversation.buttons.nudge_buttons import Felt
from bot.conversation.router import router
from bot.conversation.screens.check_in_screen import check_in_message
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.policy.check_ins import CheckIn, asks_relief
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.outcome import Feeling, OutcomeKind


@router.button(Felt)
def feel(turn: Turn, button: Felt) -> None:
    """Keep how it felt, about that moment; the row goes, and nothing else is asked but relief."""
    turn.strip(turn.pressed_on)
    item = turn.book.outcomes.get(button.outcome_id)
    if item is None or item.kind is not OutcomeKind.DONE:
        turn.toast("stale.press")
        return
    turn.book = feel_after(turn.book, item.id, button.feeling)
    turn.toast("felt.noted") if turn.pressed_on else turn.say("felt.noted")
    if button.feeling is Feeling.HEAVIER:
        _offer_relief(turn, turn.book.contacts[item.contact_id])


def type_feeling(turn: Turn, feeling: Feeling) -> bool:
    """Keep a feeling whose label is typed soon after a contact was told; else return False."""
    told = [item for item in turn.book.outcomes.values() if item.kind is OutcomeKind.DONE]
    newest = max(told, key=attrgetter("id"), default=None)
    if newest is None or turn.now - newest.recorded_at >= p.QUESTION_EXPIRES:
        return False
    feel(turn, Felt(newest.id, feeling))
    return True


for each in Feeling:
    router.label(f"felt.{each}")(partial(type_feeling, feeling=each))


def _offer_relief(turn: Turn, contact: Contact) -> None:
    """Offer slower, rest or let go, once, after several heavier ones."""
    if contact.standing is Standing.KEPT and asks_relief(turn.book, contact):
        turn.book = offer_relief(turn.book, contact, turn.now)
        turn.show(check_in_message(turn.book, contact, CheckIn.RELIEF))
