"""What was told just before is put right, once it is known what is right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.application.correcting import Telling
from bot.conversation.amending import amend, as_told
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import Told, comes_back_at, happened_at, narrowed
from bot.conversation.typed.said import told_lately
from bot.conversation.typed.taking_back import take_back
from bot.conversation.typed.which import ask_which_date, ask_who, go_on_with, replies_to_nudge
from bot.domain import parameters as p
from bot.domain.clock.wall_time import to_wall
from bot.domain.names import fold
from bot.domain.records.contact import Standing
from bot.domain.records.outcome import OutcomeKind
from bot.domain.records.question import AskCadence, AskLast, AskMeant, AskWhen, AskWho
from bot.understanding.acts.act_moment import lone_moment
from bot.understanding.acts.corrections import Correction
from bot.understanding.acts.likely_acts import Act
from bot.understanding.acts.parts import parts_of
from bot.understanding.acts.tags import tagged
from bot.understanding.moments.moments import Day, Elapsed, Facing, Hour, Two, Wrong, usable
from bot.understanding.words.vocabulary import vocabulary

CORRECT = "correct"
"""What goes on once it is known whom or which day was meant."""
NEW = ("tried", "snooze", "skip")
"""Sections of the word lists whose phrases say something new of a contact."""


def corrected_freely(turn: Turn, act: Act, *, is_sure: bool = False) -> bool:
    """Correct what was told just before, in words that no rule knows; False where that is unclear.

    Whoever is named is meant instead, a day is the right one, and nothing of both takes it back.
    """
    telling = told_lately(turn, p.CORRECTABLE)
    if telling is None or not is_free(turn):
        return False
    parts = parts_of(turn.utterance(), facing_of(telling))
    told = {one.contact_id for one in telling.outcomes}
    others = _in_full(turn, [one for one in parts.contact_ids if one not in told])
    is_whole = is_sure and bool(others) and parts.moment is not None
    is_doubtful = (parts.is_half_read and not is_whole) or parts.owners
    if is_doubtful or len(others) > 1 or "?" in turn.text:
        return False
    sections = tagged(turn.utterance()).sections
    if act is Act.TRIED or "tried" in sections:
        read = Correction(unanswered=True, moment=parts.moment)
        return not parts.contact_ids and carried_out(turn, telling, read)
    if any(section in sections for section in NEW):
        return False
    zone = turn.book.profile.zone
    known = {Day(to_wall(one.occurred_at, zone).date()) for one in telling.outcomes}
    moment = parts.moment or lone_moment(turn.utterance(), facing_of(telling))
    is_new = moment not in {None, Day(turn.today), *known} and (is_sure or not parts.news)
    if others or is_new:
        read = Correction(contact_id=others[0] if others else None, moment=usable(moment))
        return carried_out(turn, telling, read)
    scrapped = vocabulary("scraps").anywhere(turn.utterance().line)
    return scrapped and carried_out(turn, telling, Correction(takes_back=True))


def _in_full(turn: Turn, contact_ids: Sequence[int]) -> Sequence[int]:
    """Return contacts without those whose name begins another one's: "Anna, Anna Berg"."""
    names = {one: fold(turn.book.contacts[one].name) for one in contact_ids}
    return [
        one
        for one in contact_ids
        if not any(other.startswith(f"{names[one]} ") for other in names.values())
    ]


def carried_out(turn: Turn, telling: Telling, read: Correction) -> bool:
    """Do what a correction says; False where that is not clear after all."""
    if read.takes_back:
        for change in reversed(telling.changes):
            take_back(turn, change)
        return True
    when = narrowed(read.moment, turn.today, facing_of(telling))
    if isinstance(when, Wrong) or (read.moment is not None and when is None):
        return False
    if isinstance(when, Two):
        ask_which_date(turn, AskWhen(CORRECT, read.contact_id), (when.first, when.second))
        return True
    return _put_right(turn, telling, read, instant_of(turn, telling, when))


def told_of_another(turn: Turn, telling: Telling, read: Correction, at: datetime | None) -> bool:
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


def is_free(turn: Turn) -> bool:
    """Tell whether no question is answered but one about who was just added, and no nudge."""
    return not replies_to_nudge(turn) and isinstance(
        turn.question, AskLast | AskCadence | AskMeant | None
    )


def facing_of(telling: Telling) -> Facing:
    """Tell whether what was told looks ahead, as "later" does."""
    snoozed = all(one.kind is OutcomeKind.SNOOZED for one in telling.outcomes)
    return Facing.FUTURE if snoozed else Facing.PAST


def instant_of(turn: Turn, telling: Telling, when: Told | None) -> datetime | None:
    """Return when it was, or comes back, for a moment; None where that is none of one instant."""
    if not isinstance(when, Day | Hour | Elapsed):
        return None
    return (comes_back_at if facing_of(telling) is Facing.FUTURE else happened_at)(when, turn)


def _put_right(turn: Turn, telling: Telling, read: Correction, at: datetime | None) -> bool:
    if read.is_other or read.stranger:
        return _ask_who_else(turn, telling, read, at)
    if read.contact_id is not None:
        return told_of_another(turn, telling, read, at)
    if read.unanswered:
        return _unanswered(turn, telling, at)
    return amend(turn, [as_told(one, at) for one in telling.outcomes])


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


def _unanswered(turn: Turn, telling: Telling, at: datetime | None) -> bool:
    """Take it for a try; False where no contact was logged."""
    if any(one.kind is not OutcomeKind.DONE for one in telling.outcomes):
        return False
    tried = [replace(as_told(one, at), kind=OutcomeKind.TRIED) for one in telling.outcomes]
    if any(turn.book.contacts[one.contact_id].standing is not Standing.KEPT for one in tried):
        return False
    return amend(turn, tried)
