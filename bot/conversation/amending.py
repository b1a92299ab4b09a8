"""What was told just before is stored as it should have been told, and how it stands is said."""

from collections.abc import Sequence
from datetime import datetime

from bot.application.add_contact import tell_last_contact
from bot.application.correcting import Amended, corrected
from bot.conversation.effects import Message
from bot.conversation.screens.check_in_screen import felt_message
from bot.conversation.screens.person_screen import card_text
from bot.conversation.settling import logged_line, waiting_lines
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable, until_line
from bot.conversation.typed.taking_back import redraw_nudges
from bot.domain.records.contact import Standing
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.understanding.replies.nudge_replies import Verb

VERBS = {
    OutcomeKind.DONE: Verb.DONE,
    OutcomeKind.TRIED: Verb.TRIED,
    OutcomeKind.SKIPPED: Verb.SKIP,
}


def as_told(outcome: Outcome, at: datetime | None) -> Amended:
    """Return an outcome as it was told, at another time if one is given."""
    return Amended(outcome, outcome.contact_id, outcome.kind, at)


def amend(turn: Turn, amended: Sequence[Amended]) -> bool:
    """Store how it stands now, and say so."""
    before = turn.book
    if any(one.kind is OutcomeKind.TOLD for one in amended):
        return _last_talked(turn, amended)
    turn.book = corrected(before, tuple(amended), turn.now)
    lines = [_taken_back(turn, one) for one in amended if one.contact_id != one.outcome.contact_id]
    lines = lines or [turn.texts("correct.done")]
    for one in amended:
        lines += _standing(turn, one)
    turn.show(undoable(turn, _with_feelings(turn, amended, "\n".join(lines))))
    redraw_nudges(turn, before)
    return True


def _last_talked(turn: Turn, amended: Sequence[Amended]) -> bool:
    """Take another day on which the two last talked, of somebody who was just added."""
    (one, *others) = amended
    if others or one.at is None:
        return False
    question, contact = turn.question, turn.book.contacts[one.contact_id]
    turn.book = tell_last_contact(turn.book, contact.id, one.at, turn.now)
    text = f"{turn.texts('add.last-noted')}\n\n{card_text(turn.book, contact, turn.now)}"
    turn.show(undoable(turn, Message(text)))
    if question:
        turn.ask(question)
    return True


def _taken_back(turn: Turn, amended: Amended) -> str:
    """Say that something is not logged any more about whom it was not."""
    old = turn.book.contacts[amended.outcome.contact_id]
    waits = amended.kind is OutcomeKind.SNOOZED and old.hold and old.hold.until > turn.now
    text_id = "undo.waits" if waits else f"undo.{amended.outcome.kind}"
    return turn.texts(text_id, name=old.name)


def _standing(turn: Turn, amended: Amended) -> list[str]:
    """Return the lines that say how one outcome stands."""
    contact, note = turn.book.contacts[amended.contact_id], amended.outcome.note
    if amended.kind is OutcomeKind.SNOOZED:
        lines = [until_line(turn, contact.name, contact.hold)] if contact.hold else []
        return [*lines, *([turn.texts("snooze.noted", note=note)] if note else [])]
    verb = VERBS[amended.kind]
    at = amended.at or amended.outcome.occurred_at
    lines = [logged_line(turn, verb, contact.name, at), *waiting_lines(turn, verb, contact)]
    return [*lines, *([turn.texts("done.noted", note=note)] if note else [])]


def _with_feelings(turn: Turn, amended: Sequence[Amended], text: str) -> Message:
    """Ask how it felt where one contact is logged, and nothing was said of that yet."""
    (one, *others) = amended
    felt = one.outcome.feeling is not None and one.contact_id == one.outcome.contact_id
    alive = turn.book.contacts[one.contact_id].standing is not Standing.DECEASED
    asks = one.kind is OutcomeKind.DONE and alive and not (others or felt)
    return felt_message(turn.book, text) if asks else Message(text)
