"""When Hei has something to ask or to offer: rarely, one thing at a time, and never twice.

Knows what was asked when. Refuses to ask by itself: each is a line and buttons under a nudge or
an answer, never a message of its own (docs/policy.md, "Who?").
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter

from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, ReasonTag
from bot.domain.records.dose import Dose
from bot.domain.records.nudge import Nudge, Origin
from bot.domain.records.outcome import Feeling, Outcome


class CheckIn(StrEnum):
    """A calm question about one contact; each may stay unanswered.

    When it was last asked is kept for each, but for hesitation: there the snoozes tell.
    """

    RHYTHM = "rhythm"
    """It has been far longer than usual: slower, rest, or keep?"""
    DUTY = "duty"
    """Is it still duty? Once a year."""
    RELIEF = "relief"
    """It was heavy several times: slower, rest, or let go?"""
    REFLECTION = "reflection"
    """What is this contact to you? At most once a quarter."""
    HESITATION = "hesitation"
    """It was put off past the ladder: slower, let go, or keep? In the answer, each time."""


REMEMBERED = (CheckIn.RHYTHM, CheckIn.DUTY, CheckIn.RELIEF, CheckIn.REFLECTION)
"""The questions of which it is kept when they were last asked."""


def offers_less(book: Book, nudge: Nudge) -> bool:
    """Tell whether "too much?" stands under a nudge: the second and every fifth of Hei's own.

    One that is about to go out counts itself. Once it was tapped, none that is out by then does.
    """
    if _said_since(book.dose, nudge.sent_at):
        return False
    own = [n for n in book.nudges.values() if n.origin is Origin.PLANNED]
    number = sum(one.id <= nudge.id for one in own if one.sent_at or one.id == nudge.id)
    offered = number == p.LESS_FIRST or number % p.LESS_EVERY == 0
    return nudge.origin is Origin.PLANNED and offered


def _said_since(dose: Dose, sent_at: datetime | None) -> bool:
    """Tell whether "too much!" was said after a nudge went out, and no dose chosen since."""
    changed_at = dose.counted_at
    return (
        dose.share < 1 and sent_at is not None and changed_at is not None and changed_at > sent_at
    )


def check_in_for(book: Book, contact: Contact, now: datetime) -> CheckIn | None:
    """Return the one question under a nudge about a contact; None: mostly there is none."""
    if asks_relief(book, contact):
        return CheckIn.RELIEF
    if asks_rhythm(book, contact, now):
        return CheckIn.RHYTHM
    if asks_duty(contact, now):
        return CheckIn.DUTY
    return CheckIn.REFLECTION if asks_reflection(contact, now) else None


def check_in_under(book: Book, nudge: Nudge, at: datetime) -> CheckIn | None:
    """Return the question under a nudge of Hei's own: the one that was asked when it went out.

    Before it goes out it is the one that there is to ask at an instant.
    """
    if nudge.origin is not Origin.PLANNED:
        return None
    contact = book.contacts[nudge.contact_id]
    if nudge.sent_at is None:
        return check_in_for(book, contact, at)
    asked = contact.asked
    return next((one for one in REMEMBERED if getattr(asked, f"{one}_at") == nudge.sent_at), None)


def having_asked(book: Book, contact_id: int, check_in: CheckIn, now: datetime) -> Book:
    """Return the Book that knows a question as asked, whether or not it is ever answered."""
    contact = book.contacts[contact_id]
    asked = replace(contact.asked, **{f"{check_in}_at": now})
    return book.with_contact(replace(contact, asked=asked))


def asks_rhythm(book: Book, contact: Contact, now: datetime) -> bool:
    """Tell whether the gap is over six times the usual one, and was not asked about."""
    contacts = _contacts(book, contact.id)
    if not contacts:
        return False
    last, asked_at = contacts[-1].occurred_at, contact.asked.rhythm_at
    known = asked_at is not None and asked_at >= last
    return not known and now - last > p.LOST_TOUCH * usual_gap(book, contact)


def usual_gap(book: Book, contact: Contact) -> timedelta:
    """Return the usual gap between logged contacts; the told cadence until enough are logged."""
    contacts = _contacts(book, contact.id)
    told = timedelta(days=contact.cadence.approximate_days)
    if len(contacts) < p.EARLY_AFTER:
        return told
    gaps = sorted(b.occurred_at - a.occurred_at for a, b in pairwise(contacts))
    return max(timedelta(days=1), gaps[len(gaps) // 2])


def asks_duty(contact: Contact, now: datetime) -> bool:
    """Tell whether it is a year since duty was given as the reason, or last asked about."""
    since = contact.asked.duty_at or contact.added_at
    return contact.reason is ReasonTag.DUTY and now - since >= p.DUTY_AGAIN


def asks_relief(book: Book, contact: Contact) -> bool:
    """Tell whether three of the last four were heavier, and relief was not offered yet."""
    felt = [one.feeling for one in _contacts(book, contact.id) if one.feeling]
    heavy = felt[-p.RELIEF_OF :].count(Feeling.HEAVIER)
    return contact.asked.relief_at is None and heavy >= p.RELIEF_AFTER


def asks_reflection(contact: Contact, now: datetime) -> bool:
    """Tell whether a quarter has passed since the last reflection, or since the beginning."""
    return now - (contact.asked.reflection_at or contact.added_at) >= p.REFLECTION_AGAIN


def asks_hesitation(contact: Contact) -> bool:
    """Tell whether the bare snooze just taken was past the ladder."""
    return contact.snoozes > len(p.SNOOZE_LADDER)


def _contacts(book: Book, contact_id: int) -> list[Outcome]:
    """Return the logged contacts with one contact, in the order in which they happened."""
    found = (o for o in book.outcomes.values() if o.contact_id == contact_id and o.kind.is_contact)
    return sorted(found, key=attrgetter("occurred_at", "id"))
