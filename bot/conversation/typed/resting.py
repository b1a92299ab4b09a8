"""From what was typed about a rest to when it begins and ends, or to what there is to ask."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.conversation.turn import Turn
from bot.conversation.typed.instants import rests_until
from bot.domain.clock.cadence import MONTHS_A_YEAR, add_months
from bot.domain.clock.wall_time import start_of_day, to_instant
from bot.understanding.calendar.moment_types import Day, Elapsed, Hour, Moment, Stretch, Two
from bot.understanding.moments.span_types import Endless, Mode, RestSpan
from bot.understanding.moments.spans import read_span

DAY = timedelta(days=1)
_A_MINUTE = timedelta(minutes=1)
"""What the last part of a day, which is written as until 23:59, lacks of the whole day."""


@dataclass(frozen=True, slots=True)
class RestTimes:
    """When a rest begins and ends; None: at once, and when the user wakes it."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class WhichDay:
    """Two days of which one is meant, and how long the rest is from then on.

    ``days`` is how many days it lasts; 0: it lasts from now until that day.
    """

    dates: tuple[date, date]
    days: int


def rest_typed(turn: Turn) -> RestTimes | WhichDay | Moment | None:
    """Return the rest that the text of a turn asks for; a moment is one that cannot be a rest."""
    read = read_span(turn.text, turn.wall)
    if isinstance(read, RestSpan):
        return _of_span(read, turn)
    return RestTimes() if isinstance(read, Endless) else read


def _of_span(span: RestSpan, turn: Turn) -> RestTimes | WhichDay:
    match span.moment:
        case Two(first, second):
            return WhichDay((first, second), 0 if span.mode is Mode.UNTIL else span.days)
        case Elapsed() as moment:
            return RestTimes(until=rests_until(moment, turn))
        case moment:
            return _unless_far(span, moment, turn)


def rest_on(day: date, days: int, turn: Turn) -> RestTimes:
    """Return the rest of so many days from a day on; of none, the rest until then."""
    zone = turn.book.profile.zone
    if not days:
        return RestTimes(until=rests_until(Day(day), turn))
    return RestTimes(start_of_day(day, zone), start_of_day(day + days * DAY, zone))


def _unless_far(span: RestSpan, moment: Day | Hour | Stretch, turn: Turn) -> RestTimes | WhichDay:
    """Return the rest of a span; one that ends in over a year is asked about if no year was said.

    The other day to choose lies a year before.
    """
    times = _times(span, moment, turn)
    a_year = to_instant(
        datetime.combine(add_months(turn.today, MONTHS_A_YEAR), turn.wall.time()),
        turn.book.profile.zone,
    )
    is_far = times.until is not None and times.until > a_year
    if span.is_year_said or not is_far or isinstance(moment, Hour):
        return times
    first, last = _first_day(moment), _last_day(span.last or moment)
    days = 0 if span.mode is Mode.UNTIL else (last - first).days + 1
    return WhichDay((add_months(first, -MONTHS_A_YEAR), first), days)


def _times(span: RestSpan, moment: Day | Hour | Stretch, turn: Turn) -> RestTimes:
    match span.mode:
        case Mode.UNTIL:
            return RestTimes(until=_until(moment, turn))
        case Mode.THROUGH:
            return RestTimes(until=_end(moment, turn))
        case Mode.FROM:
            return RestTimes(since=_begin(moment, turn))
        case Mode.WITHIN:
            return RestTimes(_begin(moment, turn), _end(span.last or moment, turn))


def _until(moment: Day | Hour | Stretch, turn: Turn) -> datetime:
    """Return when a rest until a moment ends; one that has begun has to be over for that."""
    if not isinstance(moment, Stretch):
        return rests_until(moment, turn)
    return _begin(moment, turn) if moment.first > turn.today else _end(moment, turn)


def _begin(moment: Day | Hour | Stretch, turn: Turn) -> datetime:
    zone = turn.book.profile.zone
    if isinstance(moment, Hour):
        return to_instant(moment.part[0] if moment.part else moment.at, zone)
    return start_of_day(_first_day(moment), zone)


def _end(moment: Day | Hour | Stretch, turn: Turn) -> datetime:
    zone = turn.book.profile.zone
    if isinstance(moment, Hour):
        end = moment.part[1] if moment.part else moment.at
        return to_instant(end + _A_MINUTE if end.date() != (end + _A_MINUTE).date() else end, zone)
    return start_of_day(_last_day(moment) + DAY, zone)


def _first_day(moment: Day | Stretch) -> date:
    return moment.on if isinstance(moment, Day) else moment.first


def _last_day(moment: Day | Stretch) -> date:
    return moment.on if isinstance(moment, Day) else moment.last
