"""From what was typed about time to an instant in the user's zone.

A day that is past means an early hour of it, one that comes a good morning.
"""

from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.conversation.buttons.question_buttons import Ago
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.clock.wall_time import at_local, start_of_day, to_instant
from bot.domain.policy import snoozing
from bot.languages.data import particulars
from bot.understanding.moments.moments import (
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    Stretch,
    Two,
    Wrong,
    read_moment,
    usable,
)

AGO = {
    Ago.WEEK: timedelta(days=3),
    Ago.WEEKS: timedelta(weeks=3),
    Ago.MONTHS: timedelta(days=91),
}
"""The middle of what each tap means: this week, some weeks ago, some months ago."""
Told: TypeAlias = Day | Hour | Elapsed | Two | Wrong
"""A moment that a command can use, or say what is wrong with it."""


def happened_at(moment: Day | Hour | Elapsed, turn: Turn) -> datetime:
    """Return when something happened, never later than now; of a mere day, its morning."""
    zone = turn.book.profile.zone
    match moment:
        case Day(on):
            at = turn.now if on == turn.today else at_local(on, p.TOLD_HOUR, zone)
        case Hour(at_wall):
            at = to_instant(at_wall, zone)
        case Elapsed(delta):
            at = turn.now - abs(delta)
    return min(at, turn.now)


def comes_back_at(moment: Day | Hour | Elapsed, turn: Turn) -> datetime:
    """Return when something shall come back, never before now.

    A day that was named means its morning, one that was counted ("3 days") this time of day. Of "at
    nine" it is the one outside of quiet hours.
    """
    profile = turn.book.profile
    match moment:
        case Day(on) if on == turn.today:
            at = (
                snoozing.returns_at(snoozing.SnoozeChoice.TODAY, profile, turn.now)
                or turn.now + p.LATER_LEAST
            )
        case Day(on, counted=True):
            at = to_instant(datetime.combine(on, turn.wall.time()), profile.zone)
        case Day(on):
            at = snoozing.on_day(on, profile, turn.now)
        case Hour(at_wall, other):
            is_awake = other is not None and other.time() not in profile.quiet
            chosen = other if other and is_awake and at_wall.time() in profile.quiet else at_wall
            at = to_instant(chosen, profile.zone)
        case Elapsed(delta):
            at = turn.now + abs(delta)
    return max(at, turn.now)


def moment_typed(text: str, turn: Turn, facing: Facing) -> Told | None:
    """Return the moment a whole text names, seen from the user's wall clock.

    Of a stretch that has begun nobody can tell which day to come is meant.
    """
    moment = read_moment(text, now=turn.wall, facing=facing)
    begun = isinstance(moment, Stretch) and moment.first <= turn.today
    is_begun = begun and facing is Facing.FUTURE
    return None if is_begun else narrowed(day_first(turn, moment), turn.today, facing)


def day_first(turn: Turn, moment: Moment | None) -> Moment | None:
    """Return the day of a date such as 5/9 where nobody who reads the language means 9 May.

    One that lies far off is asked about all the same.
    """
    if not isinstance(moment, Two) or particulars(turn.book.profile.language).months_first:
        return moment
    first, second = moment.first, moment.second
    is_turned = (first.day, first.month) == (second.month, second.day)
    is_near = abs(first - turn.today) <= p.DATE_NEAR
    if not (is_turned and is_near):
        return moment
    return Hour(datetime.combine(first, moment.at)) if moment.at else Day(first)


def narrowed(moment: Moment | None, today: date, facing: Facing) -> Told | None:
    """Return a moment with a stretch of days brought down to one of them; None if it tells no day.

    What was happened in the middle of it, though not after today; what comes begins with it, though
    not before tomorrow, or with the day that is meant most; of the turn of the year the new one.
    """
    known = usable(moment)
    if not isinstance(known, Stretch):
        return known if isinstance(known, Told) else None
    is_turn = known.first.year < known.last.year and known.last - known.first <= timedelta(days=1)
    if facing is Facing.FUTURE and (is_turn or known.most):
        return Day(max(known.most or known.last, today + timedelta(days=1)))
    if facing is Facing.FUTURE:
        return Day(max(known.first, today + timedelta(days=1)))
    return Day(min(known.first + (known.last - known.first) / 2, today))


def rests_until(moment: Day | Hour | Elapsed, turn: Turn) -> datetime:
    """Return when a rest ends: as the day that was named begins, and today as it ends."""
    if isinstance(moment, Day) and not moment.counted:
        on = moment.on + timedelta(days=1) if moment.on == turn.today else moment.on
        return start_of_day(on, turn.book.profile.zone)
    return comes_back_at(moment, turn)
