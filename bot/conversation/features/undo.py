"""/undo: a change is taken back, whatever it was; the last one, or the one under whose answer."""

from collections.abc import Sequence

from bot.application.undoing import changed_since
from bot.conversation.buttons.question_buttons import Undo
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.taking_back import take_back
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import Change


@router.command("undo", HelpLine.OTHERS)
def undo_command(turn: Turn) -> None:
    """Take the last change back and say which it was; the next time the one before it."""
    if turn.book.last_change is None:
        turn.say("undo.nothing")
    else:
        take_back(turn, turn.book.last_change)


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
    take_back(turn, change)


def _why_gone(book: Book, change_id: int) -> str:
    """Return what to say of a change that is not kept: too old if newer ones fill the list."""
    is_older = len(book.changes) == p.CHANGES_KEPT and change_id < book.changes[0].id
    return "undo.too-old" if is_older else "undo.nothing"


def _named(turn: Turn, changes: Sequence[Change]) -> str:
    """Return what changes were about, each once, in their order."""
    named = [turn.texts.label(f"since.{one.kind}", name=one.about) for one in changes]
    return ", ".join(dict.fromkeys(named))
