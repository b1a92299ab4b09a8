"""The one gate: whether a nudge about a person may go out now (SEMANTICS 2).

Asked when a nudge is planned and again when it is sent. Nothing else decides.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import parameters as p
from bot.domain.book import Book
from bot.domain.clock import History, due_at, gap_ratio, history
from bot.domain.contact import Contact, Standing
from bot.domain.later import after_try
from bot.domain.nudge import Closed, Closing, Open, Origin
from bot.domain.wallclock import local_date, start_of_day
from bot.domain.windows import is_good, next_awake, next_good


class Reason(StrEnum):
    """Why a nudge is held back."""

    UNREACHABLE = "unreachable"
    RESTING = "resting"
    PAUSED = "paused"
    """Quiet days after silence, or until the user writes."""
    QUIET_HOURS = "quiet-hours"
    OUTSIDE_HOURS = "outside-hours"
    HAD_ONE_TODAY = "had-one-today"
    WEEK_IS_FULL = "week-is-full"
    TOO_CLOSE = "too-close"
    """The last nudge of Hei's own is not long enough ago."""
    DOSE = "dose"
    """The bucket does not hold a whole nudge."""
    LET_GO = "let-go"
    DECEASED = "deceased"
    SNOOZED = "snoozed"
    UNANSWERED = "unanswered"
    """The last nudge about this person is open or met silence: it is not repeated at once."""
    NOT_DUE = "not-due"


@dataclass(frozen=True, slots=True)
class Held:
    """One reason to wait, and until when; ``until`` None: only the user can change it."""

    reason: Reason
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that holds a nudge back; nothing means that it may go."""

    held: tuple[Held, ...]

    @property
    def may(self) -> bool:
        """Whether the nudge may go out now."""
        return not self.held

    def opens_at(self, now: datetime) -> datetime | None:
        """Return the earliest instant at which it may; None: only the user can change it."""
        latest = now
        for hold in self.held:
            if hold.until is None:
                return None
            latest = max(latest, hold.until)
        return latest


def may_nudge(
    book: Book, contact: Contact, now: datetime, origin: Origin = Origin.PLANNED
) -> Verdict:
    """Tell whether a nudge about this person may go out now, and all that speaks against it."""
    return Verdict((*user_holds(book, now, origin), *contact_holds(book, contact, now, origin)))


def user_holds(book: Book, now: datetime, origin: Origin = Origin.PLANNED) -> tuple[Held, ...]:
    """Return what holds back every nudge of this origin, whoever it is about."""
    if origin is Origin.ASKED:
        return ()
    if origin is Origin.KEPT:
        return (*_resting(book, now), *_quiet(book, now))
    return (*ration_holds(book, now), *_quiet(book, now), *_hours(book, now))


def ration_holds(book: Book, now: datetime) -> tuple[Held, ...]:
    """Return what holds back every nudge of Hei's own, but for the hour of the day."""
    return (*_resting(book, now), *_rationed(book, now))


def contact_holds(
    book: Book,
    contact: Contact,
    now: datetime,
    origin: Origin = Origin.PLANNED,
    past: History | None = None,
) -> tuple[Held, ...]:
    """Return what holds back a nudge about this one person.

    Args:
        book: the user's Book.
        contact: who it is about.
        now: the instant asked about.
        origin: whose idea the nudge is.
        past: the Book's history, if it was gathered already.
    """
    if origin is Origin.ASKED:
        return own_holds(contact, now, origin)
    if origin is Origin.KEPT:
        return own_holds(contact, now, origin) or _kept_waits(book, contact, now)
    past = past or history(book)
    holds = waiting_holds(contact, now, past)
    due = due_at(book, contact, past)
    return holds if is_due(contact, due, now) else (*holds, Held(Reason.NOT_DUE, due))


def waiting_holds(contact: Contact, now: datetime, past: History) -> tuple[Held, ...]:
    """Return what holds back a nudge of Hei's own about this one person, due or not."""
    return own_holds(contact, now, Origin.PLANNED) or _nudged(contact, now, past)


def own_holds(contact: Contact, now: datetime, origin: Origin) -> tuple[Held, ...]:
    """Return what a person's own record holds back: let go, died, or snoozed."""
    if contact.standing is Standing.LET_GO:
        return (Held(Reason.LET_GO, None),)
    if contact.standing is Standing.DECEASED:
        return (Held(Reason.DECEASED, None),)
    if origin is Origin.ASKED:
        return ()
    if contact.hold and now < contact.hold.until:
        return (Held(Reason.SNOOZED, contact.hold.until),)
    return ()


def is_due(contact: Contact, due: datetime, now: datetime) -> bool:
    """Tell whether the rhythm with a person has stretched far enough for them to come up."""
    return gap_ratio(contact, due, now) >= p.DUE_AT


LONGEST = p.LAPSE_AFTER + p.TRY_MOST + p.AHEAD
"""Further ahead nobody waits: a clock that ran ahead wrote it."""


def _nudged(contact: Contact, now: datetime, past: History) -> tuple[Held, ...]:
    """Return whether a nudge about the same person is open, or met silence not long ago."""
    state = past.nudges[contact.id].state if contact.id in past.nudges else None
    until = now
    if isinstance(state, Open):
        until = state.sent_at + p.LAPSE_AFTER + after_try(contact)
    elif isinstance(state, Closed) and state.how is Closing.LAPSED:
        until = state.at + after_try(contact)
    return (Held(Reason.UNANSWERED, until),) if now < until <= now + LONGEST else ()


def _resting(book: Book, now: datetime) -> tuple[Held, ...]:
    profile = book.profile
    if profile.unreachable:
        return (Held(Reason.UNREACHABLE, None),)
    if profile.rest and profile.rest.holds(now):
        return (Held(Reason.RESTING, profile.rest.until),)
    return ()


def _quiet(book: Book, now: datetime) -> tuple[Held, ...]:
    profile = book.profile
    awake = next_awake(now, profile.zone, profile.quiet)
    return () if awake == now else (Held(Reason.QUIET_HOURS, awake),)


def _hours(book: Book, now: datetime) -> tuple[Held, ...]:
    profile = book.profile
    if is_good(now, profile.zone, profile.quiet):
        return ()
    return (Held(Reason.OUTSIDE_HOURS, next_good(now, profile.zone, profile.quiet)),)


def _rationed(book: Book, now: datetime) -> tuple[Held, ...]:
    """Return what the day, the week, the spacing, the silences and the dose hold back."""
    sent = _counted(book, now)
    dose = book.dose
    held = []
    if dose.silent:
        held.append(Held(Reason.PAUSED, None))
    elif dose.pause_until and now < dose.pause_until:
        held.append(Held(Reason.PAUSED, dose.pause_until))
    if len(_today(sent, book.profile.zone, now)) >= p.NUDGES_A_DAY:
        tomorrow = local_date(now, book.profile.zone) + timedelta(days=1)
        held.append(Held(Reason.HAD_ONE_TODAY, start_of_day(tomorrow, book.profile.zone)))
    if len(sent) >= p.NUDGES_A_WEEK:
        held.append(Held(Reason.WEEK_IS_FULL, sent[-p.NUDGES_A_WEEK] + p.WEEK))
    asked = _asked(book)
    near = [at for at in sent if at not in asked and abs(now - at) < p.SPACING]
    if near:
        held.append(Held(Reason.TOO_CLOSE, near[-1] + p.SPACING))
    if (full := dose.full_at(now)) > now:
        held.append(Held(Reason.DOSE, full))
    return tuple(held)


def _counted(book: Book, now: datetime) -> list[datetime]:
    """Return when the counted nudges within seven days went out, oldest first.

    Those ahead of the clock count as well: it ran ahead and was set back meanwhile.
    """
    sent = [n.sent_at for n in book.nudges.values() if n.counts and n.sent_at]
    return sorted(at for at in (*sent, *book.dose.unnamed) if abs(now - at) < p.WEEK)


def _today(sent: list[datetime], zone: str, now: datetime) -> list[datetime]:
    today = local_date(now, zone)
    return [at for at in sent if local_date(at, zone) == today]


def _asked(book: Book) -> set[datetime]:
    return {n.sent_at for n in book.nudges.values() if n.origin is Origin.ASKED and n.sent_at}


def _kept_waits(book: Book, contact: Contact, now: datetime) -> tuple[Held, ...]:
    """Return until when one that comes back makes room for another that came back before it.

    A nudge that was asked for, or Hei's own, gives way: a chosen time is kept (SEMANTICS 2).
    """
    hold, sent = contact.hold, [n for n in book.nudges.values() if n.sent_at]
    if hold is None or not sent:
        return ()
    newest = max(sent, key=lambda nudge: nudge.id)
    came_back = newest.is_open and newest.origin is Origin.KEPT
    spacing = p.KEPT_SPACING if came_back else timedelta()
    if now - hold.until > p.KEPT_LATE:
        spacing = p.KEPT_LATE_SPACING
    until = (newest.sent_at or now) + spacing
    return (Held(Reason.TOO_CLOSE, until),) if now < until <= now + p.AHEAD else ()
