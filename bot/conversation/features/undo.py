"""/undo: a change is taken back, whatever it was; the last one, or the one under whose answer."""

from collections.abc import Sequence

from bot.application.undoing import changed_since, undo
from bot.conversation.buttons.question_buttons import Undo
from bot.conversation.effects import Rewrite
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.contact import Standing


@router.command("undo", HelpLine.OTHERS)
def undo_command(turn: Turn) -> None:
    """Take the last change back and say which it was; the next time the one before it."""
    if turn.book.last_change is None:
        turn.say("undo.nothing")
    else:
        _take_back(turn, turn.book.last_change)


@router.label("button.undo")
def type_undo(turn: Turn) -> bool:
    """Take the last change back, as /undo does."""
    undo_command(turn)
    return True


@router.button(Undo)
def undo_by_button(turn: Turn, button: Undo) -> None:
    """Take back the change a button names, unless what it touched was changed since."""
    change = turn.book.change(button.change_id)
    if change is None:
        turn.toast(_why_gone(turn.book, button.change_id), n=p.CHANGES_KEPT)
        return
    since = changed_since(turn.book, change)
    if since:
        turn.say("undo.changed-since", changes=_named(turn, since))
        return
    turn.strip(turn.pressed_on)
    _take_back(turn, change)


def _take_back(turn: Turn, change: Change) -> None:
    turn.book, _ = undo(turn.book, turn.now, change.id)
    turn.say(_said(turn, change), name=change.about)
    _show_reopened(turn, change)


def _why_gone(book: Book, change_id: int) -> str:
    """Return what to say of a change that is not kept: too old if newer ones fill the list."""
    is_older = len(book.changes) == p.CHANGES_KEPT and change_id < book.changes[0].id
    return "undo.too-old" if is_older else "undo.nothing"


def _named(turn: Turn, changes: Sequence[Change]) -> str:
    """Return what changes were about, each once, in their order."""
    named = [turn.texts.label(f"since.{one.kind}", name=one.about) for one in changes]
    return ", ".join(dict.fromkeys(named))


def _said(turn: Turn, change: Change) -> str:
    """Return the sentence for a change, by what holds again now."""
    if change.kind is ChangeKind.ADDED and len(change.contacts) > 1:
        return "undo.added-several"
    rest = turn.book.profile.rest
    contacts = [turn.book.contacts[key] for key in change.contacts if key in turn.book.contacts]
    match change.kind:
        case ChangeKind.RESTED | ChangeKind.WOKEN:
            return "undo.woken" if rest and rest.holds(turn.now) else "undo.rested"
        case ChangeKind.SNOOZED if any(c.hold and c.hold.until > turn.now for c in contacts):
            return "undo.waits"
        case ChangeKind.BROUGHT_BACK if any(c.standing is not Standing.LET_GO for c in contacts):
            return "undo.died"
    return f"undo.{change.kind}"


def _show_reopened(turn: Turn, change: Change) -> None:
    """Give a nudge that is open again its buttons back."""
    for nudge_id in change.nudges:
        nudge = turn.book.nudges.get(nudge_id)
        if nudge and nudge.is_open and nudge.message_id:
            message = nudge_message(turn.book, nudge, turn.now)
            turn.effects.append(Rewrite(nudge.message_id, message))
