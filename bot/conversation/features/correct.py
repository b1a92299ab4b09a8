"""What was told just before is put right: another day or contact, no answer, or not at all."""

from dataclasses import replace
from datetime import date, datetime

from bot.application.correcting import Telling
from bot.conversation.amending import amend, as_told
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import Told, comes_back_at, happened_at, narrowed
from bot.conversation.typed.said import told_lately
from bot.conversation.typed.taking_back import take_back
from bot.conversation.typed.which import ask_which_date, ask_who, go_on_with
from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.question import AskCadence, AskLast, AskMeant, AskWhen, AskWho
from bot.understanding.acts.corrections import (
    Correction,
    asks_undo,
    is_wait,
    opens_with_wait,
    read_correction,
    read_new_name,
)
from bot.understanding.acts.likely_acts import Act, Occasion, likely_acts
from bot.understanding.acts.parts import parts_of
from bot.understanding.acts.tags import tagged
from bot.understanding.calendar.moment_types import Around
from bot.understanding.moments.moments import Day, Elapsed, Facing, Hour, Two, Wrong, usable
from bot.understanding.replies.nudge_replies import Verb
from bot.understanding.words.vocabulary import vocabulary

CORRECT = "correct"
"""What goes on once it is known whom or which day was meant."""
NEW = ("tried", "snooze", "skip")
"""Sections of the word lists whose phrases say something new of a contact."""
SURE = 0.6
"""So likely a message with another name must be a correction, and nothing new."""
STAR = "*"
"""What stands before the right word in a message that corrects the one before."""


def put_right(turn: Turn) -> bool:
    """Correct what was told within the last minutes; False when the words say something else."""
    if not _is_free(turn):
        return False
    telling = told_lately(turn, p.CORRECTABLE)
    read = _read(turn, telling) if telling else None
    if telling and read and _is_clear(turn, telling, read) and _carried_out(turn, telling, read):
        return True
    if turn.text.startswith(STAR) and corrected_freely(turn, Act.CORRECT):
        return True
    return _renamed(turn) or _undone(turn) or _let_wait(turn, telling)


def corrected_freely(turn: Turn, act: Act, *, is_sure: bool = False) -> bool:
    """Correct what was told just before, in words that no rule knows; False where that is unclear.

    Whoever is named is meant instead, a day is the right one, and nothing of both takes it back.
    """
    telling = told_lately(turn, p.CORRECTABLE)
    if telling is None or not _is_free(turn):
        return False
    parts = parts_of(turn.utterance(), _facing(telling))
    told = {one.contact_id for one in telling.outcomes}
    others = [one for one in parts.contact_ids if one not in told]
    if parts.is_half_read or parts.owners or len(others) > 1 or "?" in turn.text:
        return False
    if act is Act.TRIED:
        read = Correction(unanswered=True, moment=parts.moment)
        return not parts.contact_ids and _carried_out(turn, telling, read)
    if any(section in tagged(turn.utterance()).sections for section in NEW):
        return False
    is_new = parts.moment not in {None, Day(turn.today)} and (is_sure or not parts.news)
    if others or is_new:
        read = Correction(contact_id=others[0] if others else None, moment=usable(parts.moment))
        return _carried_out(turn, telling, read)
    scrapped = vocabulary("scraps").anywhere(turn.utterance().line)
    return scrapped and _carried_out(turn, telling, Correction(takes_back=True))


@router.contact(CORRECT)
def contact_chosen(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is clear about whom it was."""
    telling = told_lately(turn, p.QUESTION_EXPIRES)
    if telling is None:
        turn.say("correct.over")
    elif not _about_another(turn, telling, Correction(contact_id=contact.id), then.at):
        turn.say("cancel.unchanged")


@router.day(CORRECT)
def day_chosen(turn: Turn, question: AskWhen, day: date) -> None:
    """Go on once it is clear which of two days it was."""
    telling = told_lately(turn, p.QUESTION_EXPIRES)
    if telling is None:
        turn.say("correct.over")
        return
    read = Correction(contact_id=question.contact_id)
    at = _instant(turn, telling, Day(day))
    if not _about_another(turn, telling, read, at):
        amend(turn, [as_told(one, at) for one in telling.outcomes])


def _is_free(turn: Turn) -> bool:
    """Tell whether no question is answered but one about who was just added, and no nudge."""
    replied = turn.reply_to is not None and turn.book.nudge_in(turn.reply_to) is not None
    return not replied and isinstance(turn.question, AskLast | AskCadence | AskMeant | None)


def _read(turn: Turn, telling: Telling) -> Correction | None:
    told = {one.contact_id for one in telling.outcomes}
    around = Around(turn.wall, _facing(telling))
    return read_correction(turn.text, turn.book.names(), told, around)


def _is_clear(turn: Turn, telling: Telling, read: Correction) -> bool:
    """Tell whether a correction can be nothing else: a new act, or the answer to a nudge."""
    nudge, told_at = turn.book.open_nudge, telling.outcomes[-1].recorded_at
    if nudge and nudge.sent_at and nudge.sent_at > told_at and not (read.moment or read.contact_id):
        return False
    if read.is_sure:
        return True
    if read.contact_id is not None:
        likely = likely_acts(turn.utterance(), Occasion.JUST_DONE)[0]
        return likely.act is Act.CORRECT and likely.share >= SURE
    answers = read.unanswered or _facing(telling) is Facing.FUTURE
    return turn.book.open_nudge is None or not answers


def _facing(telling: Telling) -> Facing:
    snoozed = all(one.kind is OutcomeKind.SNOOZED for one in telling.outcomes)
    return Facing.FUTURE if snoozed else Facing.PAST


def _carried_out(turn: Turn, telling: Telling, read: Correction) -> bool:
    """Do what a correction says; False where that is not clear after all."""
    if read.takes_back:
        for change in reversed(telling.changes):
            take_back(turn, change)
        return True
    when = narrowed(read.moment, turn.today, _facing(telling))
    if isinstance(when, Wrong) or (read.moment is not None and when is None):
        return False
    if isinstance(when, Two):
        ask_which_date(turn, AskWhen(CORRECT, read.contact_id), (when.first, when.second))
        return True
    return _put_right(turn, telling, read, _instant(turn, telling, when))


def _put_right(turn: Turn, telling: Telling, read: Correction, at: datetime | None) -> bool:
    if read.is_other or read.stranger:
        return _ask_who_else(turn, telling, read, at)
    if read.contact_id is not None:
        return _about_another(turn, telling, read, at)
    if read.unanswered:
        return _unanswered(turn, telling, at)
    return amend(turn, [as_told(one, at) for one in telling.outcomes])


def _instant(turn: Turn, telling: Telling, when: Told | None) -> datetime | None:
    if not isinstance(when, Day | Hour | Elapsed):
        return None
    return (comes_back_at if _facing(telling) is Facing.FUTURE else happened_at)(when, turn)


def _ask_who_else(turn: Turn, telling: Telling, read: Correction, at: datetime | None) -> bool:
    """Find out who was meant, if it was told of one contact."""
    if len(telling.outcomes) != 1:
        return False
    told, then = telling.outcomes[0].contact_id, AskWho(CORRECT, at=at)
    if read.stranger:
        go_on_with(turn, read.stranger, then)
        return True
    others = [one for one in turn.book.contacts.values() if one.id != told]
    ask_who(turn, then, [one for one in others if one.standing is Standing.KEPT])
    return bool(others)


def _about_another(turn: Turn, telling: Telling, read: Correction, at: datetime | None) -> bool:
    """Tell it of another contact; False where it is not clear in whose place, or nothing is new."""
    wrong = [one for one in telling.outcomes if read.wrong_id in {None, one.contact_id}]
    told = {one.contact_id for one in telling.outcomes}
    if len(wrong) != 1 or read.contact_id is None or read.contact_id in told:
        return False
    contact = turn.book.contacts.get(read.contact_id)
    if contact is None or wrong[0].kind is OutcomeKind.TOLD:
        return False
    if contact.standing is not Standing.KEPT and wrong[0].kind is not OutcomeKind.DONE:
        turn.say(f"hi.{contact.standing}", name=contact.name)
        return True
    amended = [
        replace(as_told(one, at), contact_id=contact.id) if one is wrong[0] else as_told(one, at)
        for one in telling.outcomes
    ]
    return amend(turn, amended)


def _unanswered(turn: Turn, telling: Telling, at: datetime | None) -> bool:
    """Take it for a try; False where no contact was logged."""
    if any(one.kind is not OutcomeKind.DONE for one in telling.outcomes):
        return False
    tried = [replace(as_told(one, at), kind=OutcomeKind.TRIED) for one in telling.outcomes]
    if any(turn.book.contacts[one.contact_id].standing is not Standing.KEPT for one in tried):
        return False
    return amend(turn, tried)


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
