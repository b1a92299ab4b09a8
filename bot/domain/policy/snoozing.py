"""When a snoozed nudge returns: the choices on the button, days the user named, the ladder."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import parameters as p
from bot.domain.availability.usual_hours import next_awake, next_good
from bot.domain.clock.wall_time import at_local, to_wall
from bot.domain.records.contact import Contact
from bot.domain.records.profile import Profile

SATURDAY = 5


class SnoozeChoice(StrEnum):
    """The three choices of the Snooze button."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEKEND = "weekend"


def choices(profile: Profile, now: datetime) -> tuple[SnoozeChoice, ...]:
    """Return the choices that make sense now; later today only while good hours are left."""
    return tuple(later for later in SnoozeChoice if returns_at(later, profile, now) is not None)


def returns_at(later: SnoozeChoice, profile: Profile, now: datetime) -> datetime | None:
    """Return the instant of a choice; None when today has no good hour left."""
    today = to_wall(now, profile.zone).date()
    match later:
        case SnoozeChoice.TODAY:
            return _later_today(profile, now, today)
        case SnoozeChoice.TOMORROW:
            return at_local(today + timedelta(days=1), p.MORNING, profile.zone)
        case SnoozeChoice.WEEKEND:
            ahead = (SATURDAY - today.weekday()) % 7 if today.weekday() != SATURDAY else 1
            return at_local(today + timedelta(days=ahead), p.WEEKEND_MORNING, profile.zone)


def on_day(day: date, profile: Profile, now: datetime) -> datetime:
    """Return the good moment of a day that the user named, not before ``now``."""
    hour = p.WEEKEND_MORNING if day.weekday() >= SATURDAY else p.MORNING
    return max(now, at_local(day, hour, profile.zone))


def ladder(contact: Contact) -> timedelta:
    """Return how long a contact's next bare snooze holds: 1, 3, 9 days, then half a cadence."""
    if contact.snoozes < len(p.SNOOZE_LADDER):
        return p.SNOOZE_LADDER[contact.snoozes]
    return timedelta(days=contact.cadence.approximate_days) / 2


def after_try(contact: Contact) -> timedelta:
    """Return how long a contact waits after a try without an answer."""
    share = timedelta(days=contact.cadence.approximate_days * p.TRY_SHARE)
    return min(p.TRY_MOST, max(p.TRY_LEAST, share))


def after_silence(contact: Contact) -> timedelta:
    """Return how long a contact stays away after a nudge about them met silence.

    A hello that was sent and not told looks the same; half a cadence later it is no repetition.
    """
    share = timedelta(days=contact.cadence.approximate_days * p.SILENT_SHARE)
    return min(p.SILENT_MOST, max(p.TRY_LEAST, share))


def _later_today(profile: Profile, now: datetime, today: date) -> datetime | None:
    good = next_good(now + p.LATER_LEAST, profile.zone, profile.quiet)
    if good is None or to_wall(good, profile.zone).date() != today:
        return None
    return next_awake(good, profile.zone, profile.quiet)
