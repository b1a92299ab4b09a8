"""Correct what was told last, as one change, and take back what an edited message changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.application.log_outcome import Event, Subject, done, feel_after, skip, snooze, tried
from bot.application.undoing import remember, undo
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.outcome import Outcome, OutcomeKind

USE_CASES: dict[OutcomeKind, Callable[[Book, Subject, Event], Book]] = {
    OutcomeKind.DONE: done,
    OutcomeKind.TRIED: tried,
    OutcomeKind.SKIPPED: skip,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """What the user told last: the changes that it made, and the outcomes that it left."""

    changes: tuple[Change, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """How one outcome shall stand instead.

    Attributes:
        outcome: the outcome as it was told first.
        contact_id: whom it was about.
        kind: what came of it.
        at: when it was, or until when a snoozed contact waits; None as it was told first.
    """

    outcome: Outcome
    contact_id: int
    kind: OutcomeKind
    at: datetime | None = None


def last_telling(book: Book) -> Telling | None:
    """Return what was told last, if that left outcomes; several changes of one message are one."""
    last = book.last_change
    if last is None:
        return None
    made = [one for one in book.changes if _is_of(one, last)]
    changes = tuple(made) if made == list(book.changes[-len(made) :]) else (last,)
    outcomes = tuple(outcome for one in changes for outcome in _left(book, one))
    return Telling(changes, outcomes) if outcomes else None


def corrected(book: Book, amended: tuple[Amended, ...], now: datetime) -> Book:
    """Return the Book in which what was told last was told otherwise; one /undo takes that back.

    Args:
        book: the user's Book, in which something was told last.
        amended: how each outcome of it shall stand.
        now: the current instant.
    """
    back = _before_telling(book, now)
    after = back
    for one in amended:
        after = _told_anew(after, book, one, now)
    names = [book.contacts[key].name for key in dict.fromkeys(one.contact_id for one in amended)]
    after = replace(after, changes=book.changes)
    return remember(book, after, ChangeKind.CORRECTED, ", ".join(names))


def made_by(book: Book, message_id: int) -> tuple[Change, ...]:
    """Return the changes that a message of the user's made, if nothing was changed since."""
    made = tuple(one for one in book.changes if one.message_id == message_id)
    return made if made and made == book.changes[-len(made) :] else ()


def without(book: Book, changes: tuple[Change, ...], now: datetime) -> Book | None:
    """Return the Book before several changes; None when one cannot be taken back."""
    for change in reversed(changes):
        book, gone = undo(book, now, change.id)
        if gone is None:
            return None
    return book


def signed(book: Book, since: int, message_id: int) -> Book:
    """Return the Book in which the changes after an id say which message made them."""
    changes = tuple(
        replace(one, message_id=message_id) if one.id > since else one for one in book.changes
    )
    return replace(book, changes=changes) if changes != book.changes else book


def _is_of(change: Change, last: Change) -> bool:
    """Tell whether a change was made by the message that made the last one."""
    return change.id == last.id or (
        last.message_id is not None and change.message_id == last.message_id
    )


def _left(book: Book, change: Change) -> list[Outcome]:
    """Return the outcomes that a change brought and that are still there."""
    new = (key for key, old in change.outcomes.items() if old is None)
    return [book.outcomes[key] for key in new if key in book.outcomes]


def _before_telling(book: Book, now: datetime) -> Book:
    """Return the Book before what was told last, and before what that corrected."""
    telling = last_telling(book)
    if telling is None:
        return book
    back = without(book, telling.changes, now) or book
    is_correction = telling.changes[0].kind is ChangeKind.CORRECTED
    return _before_telling(back, now) if is_correction and back is not book else back


def _told_anew(book: Book, first: Book, amended: Amended, now: datetime) -> Book:
    """Return the Book with one outcome as it shall stand; what it felt like stays with it."""
    subject = _subject(book, amended)
    after = _carried_out(book, first, subject, amended, now)
    feeling = amended.outcome.feeling
    same = subject.contact.id == amended.outcome.contact_id
    new = max(after.outcomes)
    return feel_after(after, new, feeling) if feeling and same else after


def _subject(book: Book, amended: Amended) -> Subject:
    """Return whom it is about, with the nudge that was answered or that is open about them."""
    contact = book.contacts[amended.contact_id]
    answered = amended.outcome.nudge_id
    if contact.id == amended.outcome.contact_id and answered is not None:
        return Subject(contact, book.nudges.get(answered))
    nudge = book.open_nudge
    return Subject(contact, nudge if nudge and nudge.contact_id == contact.id else None)


def _carried_out(
    book: Book, first: Book, subject: Subject, amended: Amended, now: datetime
) -> Book:
    old = amended.outcome
    if amended.kind is OutcomeKind.SNOOZED:
        hold = first.contacts[old.contact_id].hold
        until = amended.at or (hold.until if hold and hold.chosen else None)
        return snooze(book, subject, Event(now, note=old.note), until)
    event = Event(now, amended.at or old.occurred_at, old.note)
    return USE_CASES[amended.kind](book, subject, event)
