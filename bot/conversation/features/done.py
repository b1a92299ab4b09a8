"""/done, and the buttons and words that say it: the two were in touch, or it was tried."""

from bot.application.log_outcome import Event, subject_of
from bot.conversation.buttons.nudge_buttons import GiveReply, ReplyKind
from bot.conversation.buttons.person_buttons import LogDone
from bot.conversation.router import HelpLine, router
from bot.conversation.settling import carry_out, contact_chosen, day_chosen, settle
from bot.conversation.turn import Turn
from bot.conversation.typed.asking import ask_meant
from bot.conversation.typed.commanded import commanded
from bot.conversation.typed.which import about
from bot.understanding.acts.likely_acts import Act
from bot.understanding.replies.nudge_replies import Verb

router.reply(Verb.DONE)(settle)
router.contact(Verb.DONE.name)(contact_chosen)
router.day(Verb.DONE.name)(day_chosen)
router.reply(Verb.TRIED)(settle)
router.contact(Verb.TRIED.name)(contact_chosen)
router.day(Verb.TRIED.name)(day_chosen)
VERBS = {ReplyKind.DONE: Verb.DONE, ReplyKind.TRIED: Verb.TRIED, ReplyKind.SKIP: Verb.SKIP}


@router.command("done", HelpLine.REPLY)
def done_command(turn: Turn) -> None:
    """Log a contact: /done [NAME] [WHEN] [NOTE]."""
    if not commanded(turn, Act.DONE):
        ask_meant(turn, [Act.DONE, Act.NOTE])


@router.button(GiveReply)
def answer_nudge(turn: Turn, button: GiveReply) -> None:
    """Carry out an answer to a nudge; a second tap is answered kindly."""
    nudge = turn.book.nudges.get(button.nudge_id)
    if nudge is None:
        turn.toast("stale.press")
        turn.strip(turn.pressed_on)
        return
    carry_out(turn, VERBS[button.kind], subject_of(turn.book, nudge), Event(turn.now))


@router.button(LogDone)
def log_done(turn: Turn, button: LogDone) -> None:
    """Log a contact from the card; a second tap on the same card changes nothing."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    told_since = any(
        item.contact_id == contact.id and item.id > button.serial
        for item in turn.book.outcomes.values()
    )
    if told_since:
        turn.toast("nudge.already")
    else:
        carry_out(turn, Verb.DONE, about(turn, contact), Event(turn.now))
