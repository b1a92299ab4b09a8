"""/undo: the last change is taken back, whatever it was."""

from bot.application.undoing import undo
from bot.conversation.buttons.question_buttons import Undo
from bot.conversation.effects import Rewrite
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.turn import Turn
from bot.domain.records.change import Change, ChangeKind


@router.command("undo", HelpLine.OTHERS)
def undo_command(turn: Turn) -> None:
    """Take the last change back and say which it was."""
    turn.book, change = undo(turn.book, turn.now)
    if change is None:
        turn.say("undo.nothing")
    else:
        turn.say(_said(turn, change), name=change.about)
        _show_reopened(turn, change)


@router.label("button.undo")
def type_undo(turn: Turn) -> bool:
    """Take the last change back, as /undo does."""
    undo_command(turn)
    return True


@router.button(Undo)
def undo_by_button(turn: Turn, button: Undo) -> None:
    """Take back the change a button names; when more happened since, point to /undo."""
    change = turn.book.last_change
    if change is None or change.id != button.change_id:
        turn.toast("undo.stale" if change else "undo.nothing")
        return
    turn.strip(turn.pressed_on)
    undo_command(turn)


def _said(turn: Turn, change: Change) -> str:
    """Return the sentence for a change; a rest within a rest gives way to the one before."""
    if change.kind is ChangeKind.ADDED and len(change.contacts) > 1:
        return "undo.added-several"
    rest = turn.book.profile.rest
    if change.kind is ChangeKind.RESTED and rest and rest.holds(turn.now):
        return "undo.woken"
    return f"undo.{change.kind}"


def _show_reopened(turn: Turn, change: Change) -> None:
    """Give a nudge that is open again its buttons back."""
    for nudge_id in change.nudges:
        nudge = turn.book.nudges.get(nudge_id)
        if nudge and nudge.is_open and nudge.message_id:
            message = nudge_message(turn.book, nudge, turn.now)
            turn.effects.append(Rewrite(nudge.message_id, message))
