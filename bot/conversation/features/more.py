"""What lies behind *More* under a nudge: keywords, why this one, fewer nudges, another kind."""

from collections.abc import Callable

from bot.application.change_settings import choose_less
from bot.application.log_outcome import is_settled
from bot.application.write_nudge import reword_as
from bot.conversation.buttons import DraftAs, Keywords, More, TooMuch, WhyThis
from bot.conversation.effects import Message
from bot.conversation.router import Feature
from bot.conversation.screens.more_screen import keywords_message, more_message
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.screens.person_screen import undo_row
from bot.conversation.screens.why_screen import why_message
from bot.conversation.subjects import waiting_nudge
from bot.conversation.turn import Turn
from bot.conversation.which import nudge_meant
from bot.domain import parameters as p
from bot.domain.records.change import ChangeKind
from bot.domain.records.nudge import Nudge


def more(turn: Turn, press: More) -> None:
    """Show what else there is, in a message of its own: a nudge keeps its seven buttons."""
    nudge = waiting_nudge(turn, press.nudge_id)
    if nudge is None:
        return
    if turn.pressed_on in {None, nudge.message_id}:
        turn.show(more_message(turn.book, nudge, turn.now))
    else:
        turn.turn_into(more_message(turn.book, nudge, turn.now))


def keywords(turn: Turn, press: Keywords) -> None:
    """Show the keyword card in place of a text."""
    nudge = waiting_nudge(turn, press.nudge_id)
    if nudge:
        turn.turn_into(keywords_message(turn.book, nudge))


def why_this(turn: Turn, press: WhyThis) -> None:
    """Say in plain words why this person came up."""
    nudge = waiting_nudge(turn, press.nudge_id)
    if nudge:
        turn.turn_into(why_message(turn.book, nudge, turn.now))


def too_much(turn: Turn, press: TooMuch) -> None:
    """Halve the dose, and say so; the nudge that offered it stays, and a second tap is no other."""
    if _is_halved_already(turn):
        turn.toast("nudge.already") if turn.pressed_on else turn.say("nudge.already")
        return
    turn.book = choose_less(turn.book, turn.now)
    said = Message(turn.texts("too-much.halved"), undo_row(turn.book))
    nudge = turn.book.nudges.get(press.nudge_id)
    if nudge is None or nudge.message_id != turn.pressed_on:
        turn.turn_into(said)
        return
    if turn.pressed_on and not is_settled(turn.book, nudge):
        turn.turn_into(nudge_message(turn.book, nudge, turn.now))
    turn.show(said)


def _is_halved_already(turn: Turn) -> bool:
    """Tell whether the last change was the same tap, a moment ago."""
    change, dose = turn.book.last_change, turn.book.dose
    if change is None or change.kind is not ChangeKind.EASE or dose.counted_at is None:
        return False
    return dose.share < 1 and turn.now - dose.counted_at < p.DOUBLE_TAP


def draft_as(turn: Turn, press: DraftAs) -> None:
    """Show a draft of another kind; the message with the choices becomes the nudge."""
    nudge = waiting_nudge(turn, press.nudge_id)
    if nudge is None:
        return
    turn.book, worded = reword_as(turn.book, nudge, press.kind, turn.now)
    if turn.pressed_on and turn.pressed_on != nudge.message_id:
        turn.strip(nudge.message_id)
        turn.book = turn.book.with_nudge(worded.carried_by(turn.pressed_on))
    turn.turn_into(nudge_message(turn.book, worded, turn.now))


def _typed(act: Callable[[Turn, Nudge], None]) -> Callable[[Turn], bool]:
    """Return what a label does when it is typed; it says False when no nudge is open."""

    def do(turn: Turn) -> bool:
        nudge = nudge_meant(turn)
        if nudge:
            act(turn, nudge)
        return nudge is not None

    return do


FEATURE = Feature(
    presses={
        More: more,
        Keywords: keywords,
        WhyThis: why_this,
        TooMuch: too_much,
        DraftAs: draft_as,
    },
    labels={
        "button.more": _typed(lambda turn, nudge: more(turn, More(nudge.id))),
        "button.keywords": _typed(lambda turn, nudge: keywords(turn, Keywords(nudge.id))),
        "button.why-this": _typed(lambda turn, nudge: why_this(turn, WhyThis(nudge.id))),
        "button.too-much": _typed(lambda turn, nudge: too_much(turn, TooMuch(nudge.id))),
    },
)
