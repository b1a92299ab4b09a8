"""The one gate: whether a nudge about a contact may go out now (docs/semantics.md, 2).

Asked when a nudge is planned and again when it is sent. Nothing else decides.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import parameters as p
from bot.domain.availability.good_moments import is_good_for, next_good_for
from bot.domain.availability.usual_hours import next_awake
from bot.domain.clock.wall_time import local_date, start_of_day
from bot.domain.policy.due import is_ready, ready_at
from bot.domain.policy.snoozing import after_silence
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.history import History, history
from bot.domain.records.nudge import Closed, Closing, Open, Origin
from bot.domain.records.profile import Energy


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
    LEFT_ALONE = "left-alone"
    DECEASED = "deceased"
    SNOOZED = "snoozed"
    UNANSWERED = "unanswered"
    """The last nudge about this contact is open or met silence: it is not repeated at once."""
    NOT_DUE = "not-due"
    TOO_HEAVY = "too-heavy"
    """The user's energy is low today, and this contact asks for more."""


@dataclass(frozen=True, slots=True)
class Held:
    """One reason to wait, and until when; ``until`` None: only the user can change it."""

    reason: Reason
    until: datetime | None


@dataclass(frozen=True, slots=True)
class GateVerdict:
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
) -> GateVerdict:
    """Tell whether a nudge about this contact may go out now, and all that speaks against it."""
    return GateVerdict((*user_holds(book, now, origin), *contact_holds(book, contact, now, origin)))


def user_holds(book: Book, now: datetime, origin: Origin = Origin.PLANNED) -> tuple[Held, ...]:
    """Return what holds back every nudge of this origin, whoever it is about."""
    if origin is Origin.ASKED:
        return ()
    if origin is Origin.KEPT:
        return (*_resting(book, now), *_quiet(book, now))
    return (*ration_holds(book, now), *_quiet(book, now))


def ration_holds(book: Book, now: datetime) -> tuple[Held, ...]:
    """Return what holds back every nudge of Hei's own, but for the hour of the day."""
    return (*_resting(book, now), *_rationed(book, now))


def contact_holds(
    book: Book, contact: Contact, now: datetime, origin: Origin = Origin.PLANNED
) -> tuple[Held, ...]:
    """Return what holds back a nudge of that origin about this one contact."""
    if origin is Origin.ASKED:
        return own_holds(contact, now, origin)
    if origin is Origin.KEPT:
        return own_holds(contact, now, origin) or _kept_waits(book, contact, now)
    past = history(book)
    holds = (*waiting_holds(book, contact, now, past), *_hours(book, contact, now))
    if is_ready(book, contact, past, now):
        return holds
    return (*holds, Held(Reason.NOT_DUE, ready_at(book, contact, past, now)))


def waiting_holds(book: Book, contact: Contact, now: datetime, past: History) -> tuple[Held, ...]:
    """Return what holds back a nudge of Hei's own about a contact, but for cadence and hour."""
    own = own_holds(contact, now, Origin.PLANNED)
    return own or (*_nudged(contact, now, past), *_heavy(book, contact, now, past))


def own_holds(contact: Contact, now: datetime, origin: Origin) -> tuple[Held, ...]:
    """Return what a contact's own record holds back: let go, left alone, died, or snoozed."""
    if contact.standing is not Standing.KEPT:
        return (Held(Reason(contact.standing.value), None),)
    if origin is Origin.ASKED:
        return ()
    if contact.hold and now < contact.hold.until:
        return (Held(Reason.SNOOZED, contact.hold.until),)
    return ()


LONGEST = p.LAPSE_AFTER + p.SILENT_MOST + p.AHEAD
"""Further ahead nobody waits: a clock that ran ahead wrote it."""


def _nudged(contact: Contact, now: datetime, past: History) -> tuple[Held, ...]:
    """Return whether a nudge about the same contact is open, or met silence not long ago."""
    state = past.newest_nudge[contact.id].state if contact.id in past.newest_nudge else None
    until = now
    if isinstance(state, Open):
        until = state.sent_at + p.LAPSE_AFTER + after_silence(contact)
    elif isinstance(state, Closed) and state.how is Closing.LAPSED:
        until = state.at + after_silence(contact)
    return (Held(Reason.UNANSWERED, until),) if now < until <= now + LONGEST else ()


def _resting(book: Book, now: datetime) -> tuple[Held, ...]:
    profile = book.profile
    if profile.unreachable:
        return (Held(Reason.UNREACHABLE, None),)
    rest = profile.rest_at(now)
    return (Held(Reason.RESTING, rest.until),) if rest and rest.holds(now) else ()


def _quiet(book: Book, now: datetime) -> tuple[Held, ...]:
    profile = book.profile
    awake = next_awake(now, profile.zone, profile.quiet)
    return () if awake == now else (Held(Reason.QUIET_HOURS, awake),)


def _hours(book: Book, contact: Contact, now: datetime) -> tuple[Held, ...]:
    if is_good_for(book, contact, now):
        return ()
    return (Held(Reason.OUTSIDE_HOURS, next_good_for(book, contact, now)),)


def _heavy(book: Book, contact: Contact, now: datetime, past: History) -> tuple[Held, ...]:
    """Return whether a contact asks for more than a day of low energy gives."""
    if book.profile.energy is None or past.cost(contact.id) <= p.LIGHT_COST:
        return ()
    today = local_date(now, book.profile.zone)
    if book.profile.energy_on(today) is not Energy.LOW:
        return ()
    tomorrow = start_of_day(today + timedelta(days=1), book.profile.zone)
    return (Held(Reason.TOO_HEAVY, tomorrow),)


def _rationed(book: Book, now: datetime) -> tuple[Held, ...]:
    """Return what the day, the week, the spacing, the silences and the dose hold back."""
    past = history(book)
    sent, dose = _counted(book, past, now), book.dose
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
    near = [at for at in sent if at not in past.nudges.asked_at and abs(now - at) < p.SPACING]
    if near:
        held.append(Held(Reason.TOO_CLOSE, near[-1] + p.SPACING))
    if (full := dose.full_at(now)) > now:
        held.append(Held(Reason.DOSE, full))
    return tuple(held)


def _counted(book: Book, past: History, now: datetime) -> list[datetime]:
    """Return when the counted nudges within seven days went out, oldest first."""
    unnamed = (at for at in book.dose.unnamed if abs(now - at) < p.WEEK)
    return sorted((*past.since(now, p.WEEK), *unnamed))


def _today(sent: list[datetime], zone: str, now: datetime) -> list[datetime]:
    if not sent:
        return []
    today = local_date(now, zone)
    return [at for at in sent if local_date(at, zone) == today]


def _kept_waits(book: Book, contact: Contact, now: datetime) -> tuple[Held, ...]:
    """Return until when one that comes back makes room for another that came back before it.

    A nudge that was asked for, or Hei's own, gives way: a chosen time is kept
    (docs/semantics.md, 2).
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
