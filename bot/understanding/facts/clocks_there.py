"""What time it is where somebody is, as people say it: "9", "kvart over ni", "I don't know".

Knows clocks of a country by what they show at an instant.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import cache

from bot.domain.clock.hours import MINUTES_A_DAY, minute_of
from bot.domain.clock.wall_time import to_wall
from bot.understanding.calendar import clock_times
from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.calendar.moment_types import Facing, Hour
from bot.understanding.facts.place_names import main_zones
from bot.understanding.moments.moments import read_moment
from bot.understanding.words.endings import ends
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Slot, either
from bot.understanding.words.vocabulary import vocabulary

NEAR = 30
"""Minutes by which a time that somebody says may miss the clock: "nine" is said at 8:40."""
CLEAR = 15
"""Minutes by which the nearest clock has to be nearer than the next to be the one that is meant."""


def clocks_in(country: str, now: datetime) -> tuple[str, ...]:
    """Return a zone of a country for each time that its clocks show, most people first."""
    first: dict[datetime, str] = {}
    for zone in main_zones(country):
        first.setdefault(to_wall(now, zone), zone)
    return tuple(first.values())


def read_clock(text: str, now: datetime) -> ClockTime | None:
    """Return the time of day that the whole of a text says; None if it says something else.

    Args:
        text: such as "9", "it's 9:05 there" or "halv ti om kvelden".
        now: any naive local time; it only serves to read what names no day.
    """
    line = Line.of(text)
    leads = (match.end for match in vocabulary("clock_leads").at(line, 0))
    starts = (0, *leads) if len(line) else ()
    return next((clock for start in starts for clock in _clocks(line, start, now)), None)


def says_unknown(text: str) -> bool:
    """Tell whether the whole of a text says that its writer does not know."""
    line = Line.of(text)
    return any(ends(line, match.end) for match in vocabulary("unknown").at(line, 0))


def zones_showing(clock: ClockTime, zones: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Return the zone whose clock shows a time, or all that may be meant; none if none does."""
    off = {zone: _minutes_off(clock, to_wall(now, zone).time()) for zone in zones}
    nearest = min(off.values(), default=NEAR + 1)
    if nearest > NEAR:
        return ()
    return tuple(zone for zone in zones if off[zone] < nearest + CLEAR)


def _minutes_off(clock: ClockTime, shown: time) -> int:
    """Return how far a time is from what a clock shows; "nine" is morning and evening."""
    circle = MINUTES_A_DAY // 2 if clock.half_open else MINUTES_A_DAY
    apart = (minute_of(clock.at) - minute_of(shown)) % circle
    return min(apart, circle - apart)


def _clocks(line: Line, start: int, now: datetime) -> Iterator[ClockTime]:
    """Yield the time that stands from a token on, with nothing of weight after it."""
    yield from (clock for end, clock in _any_clock()(line, start) if _is_last(line, end))
    moment = read_moment(line.after(start), now=now, facing=Facing.FUTURE)
    if isinstance(moment, Hour):
        yield ClockTime(moment.at.time(), half_open=moment.other is not None)


def _is_last(line: Line, index: int) -> bool:
    tails = (match.end for match in vocabulary("clock_tails").at(line, index))
    return any(ends(line, end) for end in (index, *tails))


@cache
def _any_clock() -> Slot:
    return either(
        clock_times.clock,
        clock_times.clock_to_the_minute,
        clock_times.bare_clock(),
        clock_times.hour_in_words(),
    )
