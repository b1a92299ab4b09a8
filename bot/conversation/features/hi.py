"""/hi: a nudge because the user asked, and another wording for one."""

from datetime import datetime

from bot.application.write_nudge import reword
from bot.conversation.buttons.nudge_buttons import AnotherDraft
from bot.conversation.buttons.person_buttons import FindSomeone, HiAnyway, HiTo
from bot.conversation.delivering import deliver, is_refused
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with, invite, nudge_meant
from bot.domain import parameters as p
from bot.domain.policy.agenda import ask_for_one
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.nudge import Closing, Nudge
from bot.domain.records.question import AskWho


@router.command("hi", HelpLine.HI)
def hi(turn: Turn) -> None:
    """Nudge about the contact the command names, or about one that Hei chooses."""
    if turn.text:
        go_on_with(turn, turn.text, AskWho("hi"))
        return
    chosen = ask_for_one(turn.book, turn.now)
    if chosen:
        deliver(turn, chosen)
    elif turn.book.contacts:
        turn.say("hi.nobody")
    else:
        invite(turn)


@router.button(FindSomeone)
def find_someone(turn: Turn, _button: FindSomeone) -> None:
    """Nudge about one that Hei chooses."""
    turn.pressed_on, turn.text = None, ""
    hi(turn)


@router.button(HiTo)
def hi_to(turn: Turn, button: HiTo) -> None:
    """Nudge about the contact of a card."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    there = turn.book.open_nudge or turn.book.planned_nudge
    if there and there.contact_id == contact.id and _is_fresh(there, turn.now):
        turn.toast("hi.here")
    else:
        nudge_about(turn, contact, AskWho("hi"))


@router.contact("hi")
def nudge_about(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Nudge about a contact, unless they were let go, are left alone or have died."""
    if not is_refused(turn, contact):
        deliver(turn, contact)


@router.button(HiAnyway)
def hi_anyway(turn: Turn, button: HiAnyway) -> None:
    """Nudge about a contact who is left alone: the second tap has come."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    turn.strip(turn.pressed_on)
    if contact.standing is Standing.LEFT_ALONE or not is_refused(turn, contact):
        deliver(turn, contact)


@router.button(AnotherDraft)
def another(turn: Turn, button: AnotherDraft) -> None:
    """Show another draft in the place of the one before."""
    nudge = turn.book.nudges.get(button.nudge_id)
    if nudge is None or nudge.how is Closing.DONE:
        turn.toast("nudge.already" if nudge else "stale.press")
        return
    turn.book, worded = reword(turn.book, nudge, turn.now)
    turn.redraft(worded, nudge_message(turn.book, worded, turn.now))


@router.label("button.another")
def type_another(turn: Turn) -> bool:
    """Show another draft of the nudge that is replied to, else of the open one."""
    nudge = nudge_meant(turn)
    if nudge is None:
        return False
    turn.pressed_on = nudge.message_id
    another(turn, AnotherDraft(nudge.id))
    return True


def _is_fresh(nudge: Nudge, now: datetime) -> bool:
    return nudge.sent_at is None or now - nudge.sent_at < p.DOUBLE_TAP
