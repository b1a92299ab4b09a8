"""When a contact is due: a sum over what happened, never a stored date (docs/semantics.md, 1)."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import count

from bot.domain import parameters as p
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.wall_time import to_instant, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.history import History, history

LEEWAY = {
    Unit.DAY: timedelta(hours=30),
    Unit.WEEK: timedelta(hours=30),
    Unit.MONTH: timedelta(days=4),
    Unit.YEAR: timedelta(days=4),
}
"""What a turn may be nearer or further than its mean: a date that a zone left out and the change
of its clocks, and for months their unequal lengths."""


def last_contact_at(book: Book, contact_id: int) -> datetime | None:
    """Return when the user was last in touch with one contact; None when that is not known."""
    return history(book).last_contact_at.get(contact_id)


def due_at(
    book: Book, contact: Contact, past: History | None = None, now: datetime | None = None
) -> datetime:
    """Return when the next hello is due, as a UTC instant.

    Latest contact + cadence in the user's wall time. Unknown: between a quarter and the whole of
    the first cadence. A skip moves to a later turn of the same series; a rest that ended after
    the contact was due spreads them over three weeks, in another order each time
    (docs/semantics.md, 5).

    Args:
        book: the user's Book.
        contact: whom it is about.
        past: what was worked out of the Book already.
        now: from where it is seen: a rest that has not begun by then puts nobody off. None knows
            of no rest but one that began as it was said.
    """
    past = past or history(book)
    natural = _natural_due(book, contact, past)
    woken_at = _woken_at(book, contact, now)
    if woken_at is None or natural >= woken_at:
        return natural
    return woken_at + p.WAKING_SPREAD * spread(contact.id + woken_at.toordinal())


def ready_at(book: Book, contact: Contact, past: History, now: datetime | None = None) -> datetime:
    """Return from when a contact may come up: when due, or earlier where the usual gap is known.

    Whoever was skipped or rested comes no earlier: that turn was put off on purpose. What ``now``
    means is told at ``due_at``.
    """
    due = due_at(book, contact, past, now)
    if not past.knows_cadence(contact.id) or not _runs_plainly(book, contact, past, now):
        return due
    return due - _length(contact.cadence) * (p.DUE_AT - p.EARLY_AT)


def is_ready(book: Book, contact: Contact, past: History, now: datetime) -> bool:
    """Tell whether a contact may come up."""
    return due_ratio_if_ready(book, contact, past, now) is not None


def due_ratio_if_ready(book: Book, contact: Contact, past: History, now: datetime) -> float | None:
    """Return f of a contact who may come up; None for one who may not yet.

    The rules of a time zone are asked only when it is close: they and the calendar shift a turn
    by no more than the leeway.
    """
    if _runs_plainly(book, contact, past, now):
        ratio = (now - past.outcomes.last_contact_at[contact.id]) / _length(contact.cadence)
        leeway = LEEWAY[contact.cadence.unit] / _length(contact.cadence)
        beyond = ratio - (p.EARLY_AT if past.knows_cadence(contact.id) else p.DUE_AT)
        if abs(beyond) > leeway:
            return ratio if beyond > 0 else None
    elif ready_not_before(contact, past) > now:
        return None
    ready = ready_at(book, contact, past, now) <= now
    return due_ratio(book, contact, past, now) if ready else None


def ready_not_before(contact: Contact, past: History) -> datetime:
    """Return an instant that is surely not later than ``ready_at``, for a fraction of its cost.

    Skips and rests only put a contact off, and months differ from their mean by a few days at
    most; so who is far from ready need not be looked up in the rules of a time zone.
    """
    last = past.outcomes.last_contact_at.get(contact.id)
    whole, leeway = _length(contact.cadence), LEEWAY[contact.cadence.unit]
    if last is None:
        return contact.added_at + (whole - leeway) * p.FIRST_TURN_FROM
    share = p.EARLY_AT if past.knows_cadence(contact.id) else p.DUE_AT
    return last + whole * share - leeway


def due_ratio(book: Book, contact: Contact, past: History, now: datetime) -> float:
    """Return f = gap / cadence: 1 when a contact is due, 2 after twice the cadence.

    After a rest, or a skip, f is counted from the turn that came instead.
    """
    if _runs_plainly(book, contact, past, now):
        return (now - past.outcomes.last_contact_at[contact.id]) / _length(contact.cadence)
    return gap_ratio(contact, due_at(book, contact, past, now), now)


def _runs_plainly(book: Book, contact: Contact, past: History, now: datetime | None) -> bool:
    """Tell whether the clock simply runs from the last contact: no skip and no rest since."""
    last = past.outcomes.last_contact_at.get(contact.id)
    if last is None or past.last_skip(contact.id) is not None:
        return False
    woken_at = _woken_at(book, contact, now)
    return woken_at is None or last >= woken_at


def _woken_at(book: Book, contact: Contact, now: datetime | None) -> datetime | None:
    """Return the end of a rest that a contact waited through; None when there is none."""
    rest = book.profile.rest_at(now) if now else book.profile.rest
    if rest is None or rest.until is None or rest.until - rest.since < p.SHORT_REST:
        return None
    return rest.until if contact.added_at < rest.until else None


def _natural_due(book: Book, contact: Contact, past: History) -> datetime:
    zone, cadence = book.profile.zone, contact.cadence
    last = past.last_contact_at.get(contact.id)
    if last is None:
        anchor, first = _first_due(contact, zone), 0
    else:
        anchor, first = last, 1
    skipped = past.last_skip(contact.id)
    if skipped is None or skipped < anchor - _length(cadence):
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


@lru_cache(maxsize=256)
def _length(cadence: Cadence) -> timedelta:
    return timedelta(days=cadence.approximate_days)


def gap_ratio(contact: Contact, due: datetime, now: datetime) -> float:
    """Return gap / cadence, counted from the due instant, where it is 1.0."""
    return 1 + (now - due) / _length(contact.cadence)


def spread(serial: int) -> float:
    """Return a share in [0, 1) that lies far from those of neighbouring serials."""
    return serial * p.SPREAD_STEP % 1
