"""When a person is due: a sum over what happened, never a stored date (SEMANTICS 1).

Knows outcomes, cadences and rests. Refuses to know whether the user may be nudged (see gate).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import count

from bot.domain import parameters as p
from bot.domain.book import Book
from bot.domain.cadence import Cadence
from bot.domain.contact import Contact
from bot.domain.nudge import Nudge
from bot.domain.outcome import Outcome, OutcomeKind
from bot.domain.wallclock import to_instant, to_wall

CONTACTS = frozenset(kind for kind in OutcomeKind if kind.is_contact)
SKIPS = frozenset({OutcomeKind.SKIPPED})
LEEWAY = timedelta(days=4)
"""What a cadence of months or years may be shorter than its mean, and the clocks may change."""


@dataclass(frozen=True, slots=True)
class History:
    """What moved each person's clock last, by contact id.

    ``contacts`` and ``skips`` are the latest of each. ``nudges`` holds the newest nudge about
    each person.
    """

    contacts: Mapping[int, datetime]
    skips: Mapping[int, datetime]
    nudges: Mapping[int, Nudge]


def history(book: Book) -> History:
    """Return what happened last with each person, by when it happened, not when it was told."""
    return History(_latest(book, CONTACTS), _latest(book, SKIPS), _newest_nudges(book))


def _latest(book: Book, kinds: frozenset[OutcomeKind]) -> dict[int, datetime]:
    relevant = [item for item in book.outcomes.values() if item.kind in kinds]
    return {item.contact_id: item.occurred_at for item in sorted(relevant, key=_occurred_at)}


def _occurred_at(outcome: Outcome) -> datetime:
    return outcome.occurred_at


def _newest_nudges(book: Book) -> dict[int, Nudge]:
    return {book.nudges[key].contact_id: book.nudges[key] for key in sorted(book.nudges)}


def last_contact_at(book: Book, contact_id: int) -> datetime | None:
    """Return when the user was last in touch with one person; None when that is not known."""
    return history(book).contacts.get(contact_id)


def due_at(book: Book, contact: Contact, past: History | None = None) -> datetime:
    """Return when the next hello is due, as a UTC instant.

    Latest contact + cadence in the user's wall time. Unknown: between a quarter and the whole of
    the first cadence. A skip moves to a later turn of the same series; a rest that ended after
    the person was due spreads them over three weeks, in another order each time (SEMANTICS 5).
    """
    past = past or history(book)
    natural = _natural_due(book, contact, past)
    woken_at = _woken_at(book, contact)
    if woken_at is None or natural >= woken_at:
        return natural
    return woken_at + p.WAKING_SPREAD * spread(contact.id + woken_at.toordinal())


def due_not_before(contact: Contact, past: History) -> datetime:
    """Return an instant that is surely not later than ``due_at``, for a fraction of its cost.

    Skips and rests only put a person off, and months differ from their mean by a few days at
    most; so who is far from due need not be looked up in the rules of a time zone.
    """
    last = past.contacts.get(contact.id)
    whole = _length(contact.cadence)
    if last is None:
        return contact.added_at + (whole - LEEWAY) * p.FIRST_TURN_FROM
    return last + whole - LEEWAY


def _woken_at(book: Book, contact: Contact) -> datetime | None:
    """Return the end of a rest that a person waited through; None when there is none."""
    rest = book.profile.rest
    if rest is None or rest.until is None or rest.until - rest.since < p.SHORT_REST:
        return None
    return rest.until if contact.added_at < rest.until else None


def _natural_due(book: Book, contact: Contact, past: History) -> datetime:
    zone, cadence = book.profile.zone, contact.cadence
    last = past.contacts.get(contact.id)
    if last is None:
        anchor, first = _first_due(contact, zone), 0
    else:
        anchor, first = last, 1
    skipped = past.skips.get(contact.id)
    if skipped is None or skipped < anchor - _length(cadence) or (last and skipped < last):
        return _turn(anchor, cadence, first, zone)
    return _turn_after(anchor, cadence, skipped + _length(cadence) / 2, zone)


def _first_due(contact: Contact, zone: str) -> datetime:
    whole = _turn(contact.added_at, contact.cadence, 1, zone) - contact.added_at
    share = p.FIRST_TURN_FROM + (1 - p.FIRST_TURN_FROM) * spread(contact.id)
    return contact.added_at + whole * share


@lru_cache(maxsize=20_000)
def _turn(anchor: datetime, cadence: Cadence, n: int, zone: str) -> datetime:
    """Return the n-th turn: the same wall time on the n-th date.

    Remembered, since every look at the clock asks for the same turns again.
    """
    wall = to_wall(anchor, zone)
    try:
        day = cadence.occurrence(wall.date(), n)
    except (ValueError, OverflowError):
        day = date.max - timedelta(days=2)
    return to_instant(datetime.combine(day, wall.time()), zone)


def _turn_after(anchor: datetime, cadence: Cadence, after: datetime, zone: str) -> datetime:
    """Return the first turn later than ``after``; the count starts near it, not at the anchor."""
    passed = (after - anchor) / _length(cadence)
    for n in count(max(0, int(passed) - 1)):
        turn = _turn(anchor, cadence, n, zone)
        if turn > after:
            return turn
    raise AssertionError("the turns of a cadence never end")


def _length(cadence: Cadence) -> timedelta:
    return timedelta(days=cadence.approximate_days)


def gap_ratio(contact: Contact, due: datetime, now: datetime) -> float:
    """Return gap / cadence, 1.0 at the due instant: how far the rhythm has stretched."""
    return 1 + (now - due) / _length(contact.cadence)


def spread(serial: int) -> float:
    """Return a share in [0, 1) that lies far from those of neighbouring serials."""
    return serial * p.SPREAD_STEP % 1
