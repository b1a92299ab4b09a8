"""A message that was edited: what it changed last is told anew, anything else is not read."""

from collections.abc import Callable
from datetime import datetime

from bot.application.change_settings import explain_edits
from bot.application.correcting import made_by, without
from bot.conversation.effects import Message
from bot.conversation.incoming import Typed
from bot.conversation.screens.layout import undo_row
from bot.conversation.turn import Turn
from bot.conversation.typed.taking_back import redraw_nudges
from bot.domain.clock.wall_time import local_date


def read_again(turn: Turn, typed: Typed, sent: datetime, answer: Callable[[Turn], None]) -> bool:
    """Take back what a message changed and answer its new words; False where nothing comes of it.

    Args:
        turn: the turn to answer in.
        typed: the message as it reads now.
        sent: when it was first sent; "yesterday" must mean the same day still.
        answer: answers it in a turn as if it were new.
    """
    made = made_by(turn.book, typed.message_id)
    back = without(turn.book, made, turn.now) if made else None
    if back is None or local_date(sent, turn.book.profile.zone) != turn.today:
        return False
    anew = Turn(back, turn.now, turn.sender)
    answer(anew)
    if not _says_something(anew, made[-1].id):
        return False
    _take_over(turn, anew)
    return True


def leave_unread(turn: Turn, typed: Typed) -> None:
    """Say that what was noted of a message stays, or once that edits go unread."""
    if made_by(turn.book, typed.message_id):
        turn.show(Message(turn.texts("edit.stays"), undo_row(turn.book)))
    elif not turn.book.profile.knows_edits:
        turn.book = explain_edits(turn.book)
        turn.say("edit.unread")


def _says_something(anew: Turn, last_id: int) -> bool:
    """Tell whether new words changed something, or asked what to change."""
    change = anew.book.last_change
    return anew.question is not None or (change is not None and change.id > last_id)


def _take_over(turn: Turn, anew: Turn) -> None:
    before = turn.book
    turn.book, turn.erase = anew.book, anew.erase
    turn.effects += anew.effects
    redraw_nudges(turn, before)
