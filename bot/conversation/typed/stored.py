"""Answers that say what was stored of what was typed, each with the way to take it back."""

from dataclasses import replace

from bot.conversation.effects import Message, Rows
from bot.conversation.screens.layout import undo_row
from bot.conversation.texts import Value
from bot.conversation.turn import Turn
from bot.domain.availability.usual_hours import next_awake
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.records.contact import Hold


def undoable(turn: Turn, message: Message) -> Message:
    """Return an answer with Undo below its buttons, if it tells of a change just typed.

    What was pressed has no need of it, nor has an answer to what changed nothing. Of several
    answers in one turn each takes back its own.
    """
    change = turn.book.last_change
    if turn.pressed_on is not None or change is None or change.id <= turn.offered:
        return message
    turn.offered = change.id
    return replace(message, buttons=(*message.buttons, *undo_row(turn.book)))


def say_stored(turn: Turn, text_id: str, buttons: Rows = (), **values: Value) -> None:
    """Answer with one sentence about what was stored, which can be taken back if it was typed."""
    turn.show(undoable(turn, Message(turn.texts(text_id, **values), buttons)))


def until_line(turn: Turn, name: str, hold: Hold) -> str:
    """Promise a chosen time, and say so where quiet hours move it; of the ladder say until when."""
    profile = turn.book.profile
    if hold.chosen:
        kept = next_awake(hold.until, profile.zone, profile.quiet) or hold.until
        if kept != hold.until:
            asked = to_wall(hold.until, profile.zone).time()
            when = turn.promised(kept)
            return turn.texts("snooze.after-quiet", name=name, when=when, time=asked)
        return turn.texts("snooze.closing", name=name, when=turn.promised(kept))
    day = local_date(hold.until, profile.zone)
    return turn.texts("snooze.waits", name=name, when=turn.texts.by_day(day, turn.today))
