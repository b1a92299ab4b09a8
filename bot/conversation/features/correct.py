"""What was told just before is put right: another day or contact, no answer, or not at all."""

from datetime import date, datetime

from bot.application.correcting import Telling
from bot.conversation.amending import amend, as_told
from bot.conversation.correcting import (
    CORRECT,
    carried_out,
    corrected_freely,
    facing_of,
    instant_of,
    is_free,
    told_of_another,
)
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.said import told_lately
from bot.conversation.typed.taking_back import take_back
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.acts.corrections import (
    Correction,
    asks_undo,
    is_wait,
    opens_with_wait,
    read_correction,
    read_new_name,
)
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.calendar.moment_types import Around
from bot.understanding.moments.moments import Day, Facing
from bot.understanding.replies.nudge_replies import Verb

SURE = 0.6
"""So likely a message with another name must be a correction, and nothing new."""
STAR = "*"
"""What stands before the right word in a message that corrects the one before."""


def put_right(turn: Turn) -> bool:
    """Correct what was told within the last minutes; False when the words say something else."""
    if not is_free(turn):
        return False
    telling = told_lately(turn, p.CORRECTABLE)
    read = _read(turn, telling) if telling else None
    if telling and read and _is_clear(turn, telling, read) and carried_out(turn, telling, read):
        return True
    if turn.text.startswith(STAR) and corrected_freely(turn, Act.CORRECT):
        return True
    return _renamed(turn) or _undone(turn) or _let_wait(turn, telling)


@router.contact(CORRECT)
def contact_chosen(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is clear about whom it was."""
    telling = told_lately(turn, p.QUESTION_EXPIRES)
    if telling is None:
        turn.say("correct.over")
    elif not told_of_another(turn, telling, Correction(contact_id=contact.id), then.at):
        turn.say("cancel.unchanged")


@router.day(CORRECT)
def day_chosen(turn: Turn, question: AskWhen, day: date) -> None:
    """Go on once it is clear which of two days it was."""
    telling = told_lately(turn, p.QUESTION_EXPIRES)
    if telling is None:
        turn.say("correct.over")
        return
    read = Correction(contact_id=question.contact_id)
    at = instant_of(turn, telling, Day(day))
    if not told_of_another(turn, telling, read, at):
        amend(turn, [as_told(one, at) for one in telling.outcomes])


def _read(turn: Turn, telling: Telling) -> Correction | None:
    told = {one.contact_id for one in telling.outcomes}
    around = Around(turn.wall, facing_of(telling))
    return read_correction(turn.text, turn.book.names(), told, around)


def _is_clear(turn: Turn, telling: Telling, read: Correction) -> bool:
    """Tell whether a correction can be nothing else: a new act, or the answer to a nudge."""
    nudge, told_at = turn.book.open_nudge, telling.outcomes[-1].recorded_at
    if nudge and nudge.sent_at and nudge.sent_at > told_at and not (read.moment or read.contact_id):
        return False
    if read.is_sure:
        return True
    if read.contact_id is not None:
        likely = turn.likely(Occasion.JUST_DONE)[0]
        return likely.act is Act.CORRECT and likely.share >= SURE
    answers = read.unanswered or facing_of(telling) is Facing.FUTURE
    return turn.book.open_nudge is None or not answers


def _renamed(turn: Turn) -> bool:
    """Rename somebody who was just added; False when no name is said."""
    contact = _newcomer(turn.book, turn.now)
    if contact is None:
        return False
    name = read_new_name(turn.text, contact.name, Around(turn.wall, Facing.PAST))
    if not name:
        return False
    question = turn.question
    router.contacts["rename"](turn, contact, AskWho("rename", note=name))
    if question:
        turn.ask(question)
    return True


def _newcomer(book: Book, now: datetime) -> Contact | None:
    """Return the one contact whom the last change added, if that is not long ago."""
    change = book.last_change
    if change is None or change.kind is not ChangeKind.ADDED or len(change.newcomers) != 1:
        return None
    contact = book.contacts[next(iter(change.newcomers))]
    return contact if now - contact.added_at < p.CORRECTABLE else None


def _undone(turn: Turn) -> bool:
    """Take back what was changed last, whatever it was, where the words say just that."""
    change = turn.book.last_change
    if change is None or not asks_undo(turn.text, Around(turn.wall, Facing.PAST)):
        return False
    take_back(turn, change)
    return True


def _let_wait(turn: Turn, telling: Telling | None) -> bool:
    """Let a "wait" put nothing off: alone it asks for a moment, and more may follow it."""
    if telling and turn.book.open_nudge is None and is_wait(turn.text):
        turn.say("correct.what")
        return True
    reply = turn.reply
    if telling and reply and reply.verb is Verb.SNOOZE and opens_with_wait(turn.text):
        turn.reply = reply if reply.moment is not None else None
    return False
