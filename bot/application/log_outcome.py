"""Store what came of it: done, tried, snoozed or skipped, for a nudge or for a contact.

Pressing twice changes nothing; another answer to the same nudge corrects the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.application.undoing import remember
from bot.domain import parameters as p
from bot.domain.policy import snoozing
from bot.domain.policy.check_ins import CheckIn, having_asked
from bot.domain.records.book import Book
from bot.domain.records.change import ChangeKind
from bot.domain.records.contact import Ahead, Contact, Hold, Note
from bot.domain.records.nudge import Closing, Nudge
from bot.domain.records.outcome import Feeling, Outcome, OutcomeKind

LED = frozenset({Closing.DONE, Closing.TRIED})
"""How a nudge ends that led to something."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an answer is about: a contact, and the nudge it answers if there is one."""

    contact: Contact
    nudge: Nudge | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What the user tells: when it happened, when they told it, and what is worth noting.

    ``again`` is when they want to try once more, ``ahead`` what the note tells of a day to come.
    """

    now: datetime
    occurred_at: datetime | None = None
    note: str = ""
    again: datetime | None = None
    ahead: Ahead | None = None


def subject_of(book: Book, nudge: Nudge) -> Subject:
    """Return the contact and the nudge an answer to this nudge is about."""
    return Subject(book.contacts[nudge.contact_id], nudge)


def is_settled(book: Book, nudge: Nudge) -> bool:
    """Tell whether a nudge is done: answered so, or followed by a logged contact."""
    return nudge.how is Closing.DONE or any(
        item.contact_id == nudge.contact_id
        and item.kind is OutcomeKind.DONE
        and item.id > nudge.id
        and item.occurred_at >= (nudge.sent_at or item.occurred_at)
        for item in book.outcomes.values()
    )


def done(book: Book, subject: Subject, event: Event) -> Book:
    """Return the Book after a logged contact: the clock moves and every open question closes.

    It counts from when it happened. An open nudge about the contact closes with it, the snooze
    ends, and a note becomes the contact's newest (docs/semantics.md, 1 and 2).
    """
    after = _recorded(book, subject, OutcomeKind.DONE, event)
    contact = replace(after.contacts[subject.contact.id], hold=None, snoozes=0)
    return _answered(book, after.with_contact(contact), subject, Closing.DONE, event.now)


def tried(book: Book, subject: Subject, event: Event) -> Book:
    """Return the Book after a try without an answer: it waits a while, it is not contact."""
    after = _recorded(book, subject, OutcomeKind.TRIED, event)
    until = (event.occurred_at or event.now) + snoozing.after_try(subject.contact)
    hold = Hold(event.again, chosen=True) if event.again else Hold(until)
    contact = replace(after.contacts[subject.contact.id], hold=hold)
    return _answered(book, after.with_contact(contact), subject, Closing.TRIED, event.now)


def skip(book: Book, subject: Subject, event: Event) -> Book:
    """Return the Book in which a contact waits for the next turn, without a logged contact."""
    after = _recorded(book, subject, OutcomeKind.SKIPPED, event)
    contact = replace(after.contacts[subject.contact.id], hold=None)
    return _answered(book, after.with_contact(contact), subject, Closing.SKIPPED, event.now)


def snooze(book: Book, subject: Subject, event: Event, until: datetime | None = None) -> Book:
    """Return the Book in which a contact waits.

    Args:
        book: the user's Book.
        subject: whom it is about.
        event: when it was said.
        until: the time the user chose, kept to the letter; None follows the ladder.
    """
    after = _recorded(book, subject, OutcomeKind.SNOOZED, event)
    contact = after.contacts[subject.contact.id]
    if until is None:
        hold = _later_of(contact.hold, Hold(event.now + snoozing.ladder(contact)))
        held = replace(contact, hold=hold, snoozes=contact.snoozes + 1)
    else:
        nudge_id = subject.nudge.id if subject.nudge else None
        held = replace(contact, hold=Hold(until, chosen=True, nudge_id=nudge_id))
    return _answered(book, after.with_contact(held), subject, Closing.SNOOZED, event.now)


def each(
    book: Book,
    use_case: Callable[[Book, Subject, Event], Book],
    subjects: Sequence[Subject],
    event: Event,
) -> Book:
    """Return the Book after the same was told of several contacts; one /undo takes that back."""
    after = book
    for subject in subjects:
        known = replace(subject, contact=after.contacts[subject.contact.id])
        after = use_case(after, known, event)
    last = after.last_change
    if last is None:
        return after
    names = ", ".join(one.contact.name for one in subjects)
    return remember(book, replace(after, changes=book.changes), last.kind, names)


def feel_after(book: Book, outcome_id: int, feeling: Feeling) -> Book:
    """Return the Book in which a logged contact has a feeling, which another tap replaces.

    An outcome that is gone or is no contact changes nothing.
    """
    item = book.outcomes.get(outcome_id)
    if item is None or item.kind is not OutcomeKind.DONE or item.feeling is feeling:
        return book
    return book.with_outcome(replace(item, feeling=feeling))


def offer_relief(book: Book, contact: Contact, now: datetime) -> Book:
    """Return the Book that knows relief as offered, after several times that felt heavier."""
    return having_asked(book, contact.id, CheckIn.RELIEF, now)


def rest_from(book: Book, subject: Subject, event: Event) -> Book:
    """Return the Book in which a contact waits for a season: no cadence changes, none is let go."""
    after = _recorded(book, subject, OutcomeKind.SNOOZED, event)
    contact = after.contacts[subject.contact.id]
    held = replace(contact, hold=_later_of(contact.hold, Hold(event.now + p.PERSON_REST)))
    return _answered(book, after.with_contact(held), subject, Closing.SNOOZED, event.now)


def _later_of(known: Hold | None, new: Hold) -> Hold:
    """Return the hold that ends later: nobody comes back before a time that was chosen."""
    return known if known and known.until > new.until else new


def _recorded(book: Book, subject: Subject, kind: OutcomeKind, event: Event) -> Book:
    """Store the outcome in place of an earlier one for the same nudge, and what it tells."""
    nudge_id = subject.nudge.id if subject.nudge else None
    cleared = book.without_outcomes(nudge_id) if nudge_id else book
    outcome = Outcome(
        id=cleared.next_id(),
        contact_id=subject.contact.id,
        kind=kind,
        occurred_at=min(event.occurred_at or event.now, event.now),
        recorded_at=event.now,
        nudge_id=nudge_id,
        note=event.note,
    )
    after = cleared.with_outcome(outcome)
    if not event.note or kind is OutcomeKind.SNOOZED:  # "later, I am at work" tells of the user
        return after
    note = Note(after.next_id(), event.note, event.now, event.ahead)
    return after.with_contact(after.contacts[subject.contact.id].noted(note))


def _answered(before: Book, after: Book, subject: Subject, how: Closing, now: datetime) -> Book:
    """Close the nudge and every other one that waits about the contact.

    A nudge that led to a hello, or to a try, gives dose back, and only once. "Later" and a logged
    contact without a nudge are signs of life, and no wish for more nudges (decision 10).
    """
    led = False
    for nudge in before.nudges_about(subject.contact.id):
        meant = subject.nudge is not None and nudge.id == subject.nudge.id
        if nudge.is_planned and not meant:
            after = after.with_nudge(nudge.closed(now, Closing.WITHDRAWN))
        elif nudge.is_open or meant:
            led = led or (how in LED and nudge.how not in LED)
            after = after.with_nudge(nudge.closed(now, how))
    dose = after.dose.taken_up(now) if led else after.dose.heard()
    after = replace(after, dose=dose, open_question=None)
    return remember(before, after, ChangeKind(how.value), subject.contact.name)
