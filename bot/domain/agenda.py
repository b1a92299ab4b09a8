"""What may happen next for one user, and when: derived from the Book, never stored as a job.

Knows the gate and the choice. Refuses to send and to word anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain import parameters as p
from bot.domain.book import Book
from bot.domain.clock import History, due_at, due_not_before, gap_ratio, history
from bot.domain.contact import Contact, Hold, Standing
from bot.domain.gate import (
    Verdict,
    contact_holds,
    is_due,
    may_nudge,
    ration_holds,
    user_holds,
    waiting_holds,
)
from bot.domain.nudge import Closing, Nudge, Open, Origin, Planned
from bot.domain.selection import Candidate, choose, rank
from bot.domain.windows import next_awake, next_good


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to nudge about now; ``returns`` is the snoozed nudge that comes back, if any."""

    contact: Contact
    origin: Origin
    returns: Nudge | None = None


def propose(book: Book, now: datetime) -> Proposal | None:
    """Return the one nudge that may go out now; None when there is none."""
    return _kept(book, now) or _planned(book, now)


def ask_for_one(book: Book, now: datetime) -> Contact | None:
    """Return whom /hi without a name is about: no dose and no hours, but nobody who waits."""
    past = history(book)
    ready = [c for c in book.contacts.values() if not contact_holds(book, c, now, Origin.KEPT)]
    waiting = [c for c in book.contacts.values() if c.standing is Standing.KEPT]
    candidates = [_candidate(c, due_at(book, c, past), now, past) for c in ready or waiting]
    return choose(candidates).contact if candidates else None


def next_due_at(book: Book, now: datetime) -> datetime | None:
    """Return the earliest instant at which the heartbeat has work here; None: not by itself.

    Early is harmless, late is not: a missed run must not lose a nudge (SEMANTICS 3).
    """
    return min((at for at in _occasions(book, now) if at), default=None)


def coming_up(book: Book, now: datetime) -> list[tuple[datetime, Contact]]:
    """Return when each person may come up, the soonest first, as if nobody else would.

    Of those who may come up at the same instant the one that would be chosen stands first.
    """
    past = history(book)
    soonest: dict[int, datetime] = {}
    for at, contact in (*_good_openings(book, now, past), *_returns(book, now)):
        soonest[contact.id] = min(at, soonest.get(contact.id, at))

    def order(entry: tuple[datetime, Contact]) -> tuple[datetime, tuple[int, float, int]]:
        at, contact = entry
        return at, rank(_candidate(contact, due_at(book, contact, past), at, past))

    return sorted(((at, book.contacts[key]) for key, at in soonest.items()), key=order)


def is_awaited(nudge: Nudge, now: datetime) -> bool:
    """Tell whether the user asked for a planned nudge just now, so that no hour holds it."""
    if nudge.origin is not Origin.ASKED or not isinstance(nudge.state, Planned):
        return False
    return now - nudge.state.at < p.ASKED_FRESH


def lapses_at(nudge: Nudge) -> datetime | None:
    """Return when an open nudge closes by itself; None when it is not open."""
    return nudge.state.sent_at + p.LAPSE_AFTER if isinstance(nudge.state, Open) else None


def _kept(book: Book, now: datetime) -> Proposal | None:
    for contact, hold in _returning(book):
        if hold.until <= now and may_nudge(book, contact, now, Origin.KEPT).may:
            return Proposal(contact, Origin.KEPT, book.nudges.get(hold.nudge_id or 0))
    return None


def _returning(book: Book) -> Iterator[tuple[Contact, Hold]]:
    """Yield whom the user wanted back at a time of their own choice."""
    for contact in book.contacts.values():
        if contact.hold and contact.hold.chosen:
            yield contact, contact.hold


def _planned(book: Book, now: datetime) -> Proposal | None:
    if user_holds(book, now):
        return None
    candidates = list(_candidates(book, now))
    return Proposal(choose(candidates).contact, Origin.PLANNED) if candidates else None


def _candidates(book: Book, now: datetime) -> Iterator[Candidate]:
    """Yield who may come up now; who cannot be due yet is passed over at once."""
    past = history(book)
    for contact in book.contacts.values():
        if due_not_before(contact, past) > now:
            continue
        due = due_at(book, contact, past)
        if is_due(contact, due, now) and not waiting_holds(contact, now, past):
            yield _candidate(contact, due, now, past)


def _candidate(contact: Contact, due: datetime, now: datetime, past: History) -> Candidate:
    return Candidate(contact, gap_ratio(contact, due, now), _silence(contact, past))


def _silence(contact: Contact, past: History) -> int:
    """Return the id of the nudge that met silence, if the two were not in touch since; else 0."""
    nudge, last = past.nudges.get(contact.id), past.contacts.get(contact.id)
    if nudge is None or nudge.how is not Closing.LAPSED or nudge.sent_at is None:
        return 0
    return nudge.id if last is None or last < nudge.sent_at else 0


def _occasions(book: Book, now: datetime) -> Iterator[datetime | None]:
    planned = book.planned_nudge
    if planned:
        yield now if is_awaited(planned, now) else _awake(book, now)
    if book.open_nudge and (lapse := lapses_at(book.open_nudge)):
        yield _awake(book, max(now, lapse))
    yield from (at for at, _ in _returns(book, now))
    soonest = _soonest_opening(book, now, history(book))
    yield next_good(soonest, book.profile.zone, book.profile.quiet) if soonest else None


def _returns(book: Book, now: datetime) -> Iterator[tuple[datetime, Contact]]:
    """Yield when each of those wanted back at a chosen time may return."""
    for contact, _ in _returning(book):
        opens = may_nudge(book, contact, now, Origin.KEPT).opens_at(now)
        if opens and (at := _awake(book, opens)):
            yield at, contact


def _good_openings(book: Book, now: datetime, past: History) -> Iterator[tuple[datetime, Contact]]:
    """Yield the first good hour of each person that nothing holds back any more by then."""
    for opens, contact in _openings(book, now, past):
        if at := next_good(opens, book.profile.zone, book.profile.quiet):
            yield at, contact


def _openings(book: Book, now: datetime, past: History) -> Iterator[tuple[datetime, Contact]]:
    """Yield when nothing holds each person back any more but the hour of the day."""
    general = Verdict(ration_holds(book, now)).opens_at(now)
    if general is None:
        return
    for contact in book.contacts.values():
        own = Verdict(contact_holds(book, contact, now, past=past)).opens_at(now)
        if own is not None:
            yield max(general, own), contact


def _soonest_opening(book: Book, now: datetime, past: History) -> datetime | None:
    """Return the least of the openings, without working out those that cannot be it."""
    general = Verdict(ration_holds(book, now)).opens_at(now)
    if general is None:
        return None
    soonest: datetime | None = None
    for contact in sorted(book.contacts.values(), key=lambda c: due_not_before(c, past)):
        if soonest and soonest <= max(general, due_not_before(contact, past)):
            break
        own = Verdict(contact_holds(book, contact, now, past=past)).opens_at(now)
        if own is not None:
            soonest = min(soonest or own, own)
    return max(general, soonest) if soonest else None


def _awake(book: Book, at: datetime) -> datetime | None:
    return next_awake(at, book.profile.zone, book.profile.quiet)
