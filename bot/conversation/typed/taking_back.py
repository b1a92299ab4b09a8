"""Taking a change back, and saying what holds again now."""

from bot.application.undoing import undo
from bot.conversation.effects import Rewrite
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.screens.rest_lines import begin_text
from bot.conversation.turn import Turn
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.contact import Standing


def take_back(turn: Turn, change: Change) -> None:
    """Take a change back and say which it was; a nudge that is open again has its buttons."""
    before = turn.book
    turn.book, _ = undo(turn.book, turn.now, change.id)
    turn.say(undone(turn, change), name=change.about, begin=_rest_begins(turn))
    redraw_nudges(turn, before)


def undone(turn: Turn, change: Change) -> str:
    """Return the sentence for a change, by what holds again now."""
    if change.kind is ChangeKind.ADDED and len(change.contacts) > 1:
        return "undo.added-several"
    profile = turn.book.profile
    contacts = [turn.book.contacts[key] for key in change.contacts if key in turn.book.contacts]
    match change.kind:
        case ChangeKind.RESTED | ChangeKind.WOKEN:
            if profile.is_resting(turn.now):
                return "undo.woken"
            return "undo.rest-ahead" if profile.rests_after(turn.now) else "undo.rested"
        case ChangeKind.SNOOZED if any(c.hold and c.hold.until > turn.now for c in contacts):
            return "undo.waits"
        case ChangeKind.BROUGHT_BACK if any(c.standing is not Standing.LET_GO for c in contacts):
            return "undo.died"
    return f"undo.{change.kind}"


def _rest_begins(turn: Turn) -> str:
    """Return when the next rest begins; empty where none is to come."""
    profile = turn.book.profile
    ahead = profile.rests_after(turn.now)
    return begin_text(turn.texts, ahead[0].since, profile.zone, turn.now) if ahead else ""


def redraw_nudges(turn: Turn, before: Book) -> None:
    """Give a nudge that is open again its buttons back, and take those of one that is closed."""
    for nudge in turn.book.nudges.values():
        old = before.nudges.get(nudge.id)
        if nudge.message_id is None or nudge == old:
            continue
        if nudge.is_open:
            message = nudge_message(turn.book, nudge, turn.now)
            turn.effects.append(Rewrite(nudge.message_id, message))
        elif old and old.is_open:
            turn.strip(nudge.message_id)
