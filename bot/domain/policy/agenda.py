"""What may happen next for one user, and when: derived from the Book, never stored as a job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter

from bot.domain import parameters as p
from bot.domain.availability.good_moments import is_good_for, next_good_for
from bot.domain.availability.usual_hours import next_awake
from bot.domain.chance import stirred
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.choice import Candidate, Draw, choose, rank
from bot.domain.policy.due import (
    due_ratio,
    due_ratio_if_ready,
    is_ready,
    ready_at,
    ready_not_before,
)
from bot.domain.policy.gate import (
    GateVerdict,
    contact_holds,
    may_nudge,
    ration_holds,
    user_holds,
    waiting_holds,
)
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Hold, ReasonTag, Standing
from bot.domain.records.history import History, history
from bot.domain.records.nudge import Nudge, Open, Origin, Planned

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contact to nudge about now; ``returns`` is the snoozed nudge that comes back, if any."""

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
    candidates = [candidate(book, c, past, now) for c in ready or waiting]
    return choose(candidates, draw_of(book, now)).contact if candidates else None


def next_due_at(book: Book, now: datetime) -> datetime | None:
    """Return the earliest instant at which the heartbeat has work here; None: not by itself.

    Early is harmless, late is not: a missed run must not lose a nudge (docs/semantics.md, 3).
    """
    for start, end in _spells(book, now):
        soonest = min((at for at in _instants(book, start) if at), default=None)
        if soonest and (end is None or soonest < end):
            return soonest
    return None


def coming_up(book: Book, now: datetime) -> list[tuple[datetime, Contact]]:
    """Return when each contact may come up, the soonest first, as if nobody else would.

    Of those who may come up at the same instant the one that would be chosen stands first.
    """
    past = history(book)
    soonest: dict[int, datetime] = {}
    for at, contact in _chances(book, now, past):
        soonest[contact.id] = min(at, soonest.get(contact.id, at))

    def order(entry: tuple[datetime, Contact]) -> tuple[datetime, float]:
        at, contact = entry
        return at, -rank(candidate(book, contact, past, at), draw_of(book, at))

    return sorted(((at, book.contacts[key]) for key, at in soonest.items()), key=order)


def _chances(book: Book, now: datetime, past: History) -> Iterator[tuple[datetime, Contact]]:
    """Yield when each contact may come up, before the next rest begins and after each."""
    for start, end in _spells(book, now):
        for at, contact in (*_good_openings(book, start, past), *_returns(book, start)):
            if end is None or at < end:
                yield at, contact


def _spells(book: Book, now: datetime) -> Iterator[tuple[datetime, datetime | None]]:
    """Yield from when until when what holds back stays the same but for the time that passes.

    A rest that has not begun holds nothing yet; from when it begins, all is seen anew.
    """
    starts = (now, *(rest.since for rest in book.profile.rests_after(now)))
    yield from zip(starts, (*starts[1:], None), strict=True)


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
    if not candidates:
        return None
    return Proposal(choose(candidates, draw_of(book, now)).contact, Origin.PLANNED)


def _candidates(book: Book, now: datetime) -> Iterator[Candidate]:
    """Yield who may come up now; who cannot be ready yet is passed over at once."""
    past = history(book)
    for contact in book.contacts.values():
        ratio = due_ratio_if_ready(book, contact, past, now)
        if ratio is None or waiting_holds(book, contact, now, past):
            continue
        if is_good_for(book, contact, now):
            yield _candidate(contact, ratio, past, now)


def candidate(book: Book, contact: Contact, past: History, now: datetime) -> Candidate:
    """Return what the choice has to know of a contact, who need not be ready."""
    return _candidate(contact, due_ratio(book, contact, past, now), past, now)


def _candidate(contact: Contact, ratio: float, past: History, now: datetime) -> Candidate:
    nudged_at = past.nudges.last_nudge_at.get(contact.id)
    passed_over = (now - (nudged_at or contact.added_at)) / DAY
    overdue = (ratio - p.DUE_AT) * contact.cadence.approximate_days
    return Candidate(
        contact,
        ratio,
        past.cost(contact.id),
        (now - nudged_at) / DAY if nudged_at else None,
        contact.reason is ReasonTag.DUTY,
        min(passed_over, overdue),
    )


def draw_of(book: Book, now: datetime) -> Draw:
    """Return the chance of the local day."""
    profile, day = book.profile, local_date(now, book.profile.zone)
    seed = stirred(profile.seed, day.toordinal(), len(book.outcomes))
    return Draw(seed, profile.energy_on(day))


def _instants(book: Book, now: datetime) -> Iterator[datetime | None]:
    planned = book.planned_nudge
    if planned:
        yield now if is_awaited(planned, now) else _awake(book, now)
    if book.open_nudge and (lapse := lapses_at(book.open_nudge)):
        yield _awake(book, max(now, lapse))
    yield from (at for at, _ in _returns(book, now))
    yield _soonest_opening(book, now, history(book))


def _returns(book: Book, now: datetime) -> Iterator[tuple[datetime, Contact]]:
    """Yield when each of those wanted back at a chosen time may return."""
    for contact, _ in _returning(book):
        opens = may_nudge(book, contact, now, Origin.KEPT).opens_at(now)
        if opens and (at := _awake(book, opens)):
            yield at, contact


def _good_openings(book: Book, now: datetime, past: History) -> Iterator[tuple[datetime, Contact]]:
    """Yield the first good hour of each contact that nothing holds back any more by then."""
    for opens, contact in _openings(book, now, past):
        if at := next_good_for(book, contact, opens):
            yield at, contact


def _openings(book: Book, now: datetime, past: History) -> Iterator[tuple[datetime, Contact]]:
    """Yield when nothing holds each contact back any more but the hour of the day."""
    general = GateVerdict(ration_holds(book, now)).opens_at(now)
    if general is None:
        return
    for contact in book.contacts.values():
        own = _opening(book, contact, now, past)
        if own is not None:
            yield max(general, own), contact


def _opening(book: Book, contact: Contact, now: datetime, past: History) -> datetime | None:
    """Return when a contact may come up but for the hour and for what holds back every nudge."""
    opens = GateVerdict(waiting_holds(book, contact, now, past)).opens_at(now)
    if opens is None or is_ready(book, contact, past, now):
        return opens
    return max(opens, ready_at(book, contact, past, now))


def _soonest_opening(book: Book, now: datetime, past: History) -> datetime | None:
    """Return the first good opening of all, without working out those that cannot be it."""
    general = GateVerdict(ration_holds(book, now)).opens_at(now)
    if general is None:
        return None
    soonest: datetime | None = None
    people = ((ready_not_before(c, past), c) for c in book.contacts.values())
    for earliest, contact in sorted(people, key=itemgetter(0)):
        if soonest and soonest <= max(general, earliest):
            break
        own = _opening(book, contact, now, past)
        at = None if own is None else next_good_for(book, contact, max(general, own))
        if at is not None:
            soonest = min(soonest or at, at)
    return soonest


def _awake(book: Book, at: datetime) -> datetime | None:
    return next_awake(at, book.profile.zone, book.profile.quiet)
