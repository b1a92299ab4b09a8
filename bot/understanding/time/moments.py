"""Moments as users type them, such as "in 3 days", "i går kveld" and "på tisdag kl. 18".

Knows three languages and the direction a command looks in. Refuses to guess: a moment that may be
two is ``Two``, one in the wrong direction is ``Wrong``, anything else is None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import cache

from bot.understanding.time import clock_times, parts_of_day, slots
from bot.understanding.time.moment_types import (
    Around,
    Day,
    Elapsed,
    Facing,
    Hour,
    Moment,
    Two,
    Wrong,
)
from bot.understanding.time.parts_of_day import PartHours, PartOnDate
from bot.understanding.time.reckoning import Reckoned, reckon
from bot.understanding.words.tokens import Line, is_emoji, is_mark
from bot.understanding.words.tries import Match, Phrases
from bot.understanding.words.vocabulary import part_rows, vocabulary

__all__ = [
    "Day",
    "Elapsed",
    "Facing",
    "FoundMoment",
    "Hour",
    "Moment",
    "Two",
    "Wrong",
    "find_moment",
    "read_moment",
]


class Strength(IntEnum):
    """How much a phrase may be trusted to be a moment where other words follow."""

    LEANING = -1
    """Only after a word such as *until*: "until May"."""
    LONE = 0
    """Only as the whole of what is said: "sun"; looking back also "3 days"."""
    BOUNDED = 1
    """Also before punctuation: "tue, she called"."""
    STRONG = 2
    """Also before other words: "yesterday she got the job"."""


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A moment at the start of a text, and what is written after it."""

    moment: Moment
    rest: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A moment in a line and the token after it."""

    end: int
    moment: Moment
    strength: Strength
    until: bool
    rule: str
    """The rule of the word lists that named the day, such as ``ahead``; empty for an hour alone."""


_SHAPES = (
    "{day}",
    "{day} {part}",
    "{day} {clock}",
    "{day}, {clock}",
    "{day} {part} {clock}",
    "{day} {clock} {part}",
    "{clock}",
    "{clock} {day}",
    "{clock}, {day}",
    "{clock} {day} {part}",
    "{day} {hour}",
    "{day} {part} {hour}",
)
_BEFORE_HOUR = frozenset({"shift", "part"})
"""Rules that a bare hour may follow: "tomorrow 18". After a weekday it may be a date as well."""
_YEARLY = frozenset({"month", "date"})
"""Rules whose days come every year."""
_HALF_A_YEAR = timedelta(days=183)
_COUNTING = frozenset({"ahead", "ago", "amount", "lasting"})
"""Rules that count from now instead of naming a day."""
_SECTIONS = {
    "days": Strength.STRONG,
    "bounded_days": Strength.BOUNDED,
    "lone_days": Strength.LONE,
    "leaning_days": Strength.LEANING,
}


def read_moment(text: str, *, now: datetime, facing: Facing) -> Moment | None:
    """Return the moment that the whole text is, or None.

    Args:
        text: what was typed after a command or a label.
        now: the local wall-clock time, naive.
        facing: the direction; it decides what "på tirsdag" means.
    """
    line = Line.of(text)
    for reach in reaches(line, 0, Around(now, facing)):
        if all(_closing(line, i) for i in range(reach.end, len(line))):
            return reach.moment
    return None


def find_moment(text: str, *, now: datetime, facing: Facing) -> FoundMoment | None:
    """Return the longest moment at the start of a text and the rest of it, or None.

    A word that is also an ordinary one ("sun", "man", "weekend") counts only where it stands
    apart, and a moment in the wrong direction only before punctuation: "tomorrow she moves" is a
    note.
    """
    line = Line.of(text)
    reach = standing(line, 0, Around(now, facing))
    if reach is None:
        return None
    rest = reach.end
    while rest < len(line) and is_mark(line.tokens[rest]) and line.tokens[rest].text not in "([\"'":
        rest += 1
    after = line.after(rest)
    if facing is Facing.FUTURE and after.isdecimal():  # "Friday 18": an hour, or a date?
        return None
    return FoundMoment(reach.moment, after)


def standing(line: Line, index: int, around: Around) -> Reach | None:
    """Return the longest moment at a token that stands as a phrase of its own there."""
    return next((reach for reach in reaches(line, index, around) if stands(line, reach)), None)


def reaches(line: Line, index: int, around: Around) -> Iterator[Reach]:
    """Yield every moment that begins at a token, the longest first."""
    for match in _shapes().at(line, index):
        until = "until" in match.values
        if until and around.back:
            yield Reach(match.end, Wrong(), Strength.BOUNDED, until=True, rule="")
            continue
        strength = Strength.STRONG if until else _strength(match, around)
        moment = _moment(match, around)
        if around.back and _may_be_ahead(match, moment, around):
            strength = min(strength, Strength.BOUNDED)
        if moment is not None and strength is not Strength.LEANING:
            yield Reach(match.end, moment, strength, until, _rule(match))


def stands(line: Line, reach: Reach) -> bool:
    """Tell whether a moment stands as a phrase of its own, whatever follows it."""
    whole = reach.end == len(line)
    bounded = whole or (
        is_mark(line.tokens[reach.end]) and line.tokens[reach.end].text not in "'%€$"
    )
    if reach.strength is Strength.LONE:
        return all(_closing(line, i) for i in range(reach.end, len(line)))
    if reach.strength is Strength.BOUNDED or isinstance(reach.moment, Wrong):
        return bounded
    return bounded or line.apart(reach.end)


def _closing(line: Line, index: int) -> bool:
    return line.tokens[index].text in ".,!;:" or is_emoji(line.tokens[index])


@cache
def _days() -> Phrases[tuple[Strength, str]]:
    phrases: Phrases[tuple[Strength, str]] = Phrases(slots.calendar())
    for section, strength in _SECTIONS.items():
        for meaning, phrase in part_rows(section):
            phrases.add(phrase, (strength, meaning))
    return phrases


@cache
def _shapes() -> Phrases[str]:
    phrases: Phrases[str] = Phrases(
        {
            "until": vocabulary("until").slot(),
            "day": _days().nested(),
            "part": slots.calendar()["part"],
            "clock": clock_times.clock,
            "hour": clock_times.bare_clock(),
        }
    )
    for shape in _SHAPES:
        phrases.add(shape, shape)
        phrases.add("{until} " + shape, shape)
    return phrases


def _strength(match: Match[str], around: Around) -> Strength:
    """Return how much a match may be trusted; ahead, "3 days" says how long a snooze is."""
    if _rule(match) == "amount" and not around.back:
        return Strength.STRONG
    if match.meaning == "{day}":
        strength: Strength = match.values["day"].meaning[0]
        return strength
    alone = match.meaning == "{clock}" and match.values["clock"].vague
    return Strength.BOUNDED if alone or "hour" in match.values else Strength.STRONG


def _may_be_ahead(match: Match[str], moment: Moment | None, around: Around) -> bool:
    """Tell whether a date without a year lies so far back that it may well be the coming one.

    "Done Kari, and in May she moves" tells of the May to come.
    """
    if _rule(match) not in _YEARLY or not isinstance(moment, Day):
        return False
    values = match.values["day"].values
    dated = "year" in values or getattr(values.get("date"), "year", None) is not None
    return not dated and around.today - moment.on > _HALF_A_YEAR


def _rule(match: Match[str]) -> str:
    day: Match[tuple[Strength, str]] | None = match.values.get("day")
    return day.meaning[1].split()[0] if day else ""


def _moment(match: Match[str], around: Around) -> Moment | None:
    values = match.values
    if "day" not in values:
        return parts_of_day.nearest(values["clock"], around)
    if "hour" in values and _rule(match) not in _BEFORE_HOUR:
        return None
    day: Match[tuple[Strength, str]] = values["day"]
    reading = reckon(day.meaning[1], day.values, around)
    part = PartHours.of(values["part"]) if "part" in values else None
    moment = _with_hour(reading, part, values.get("clock") or values.get("hour"), around)
    counted = day.meaning[1].split()[0] in _COUNTING
    return replace(moment, counted=counted) if isinstance(moment, Day) else moment


def _with_hour(
    reading: Reckoned, part: PartHours | None, clock: clock_times.ClockTime | None, around: Around
) -> Moment | None:
    match reading:
        case Elapsed() | Wrong() | None:
            return None if part or clock else _directed(reading, around)
        case Two():
            at = clock.at if clock else part.typical if part else None
            return Two(reading.first, reading.second, at)
        case PartOnDate():
            return _on_stretch(reading, clock, around) if part is None else None
        case _:
            return _on_day(reading, part, clock, around)


def _on_day(
    day: date, part: PartHours | None, clock: clock_times.ClockTime | None, around: Around
) -> Moment:
    if clock is not None:
        return parts_of_day.on_date(day, clock, around, part)
    if part is not None:
        return PartOnDate(day, part).hour(around)
    lies_wrong = day > around.today if around.back else day < around.today
    return Wrong() if lies_wrong else Day(day)


def _on_stretch(stretch: PartOnDate, clock: clock_times.ClockTime | None, around: Around) -> Moment:
    if clock is None:
        return stretch.hour(around)
    return parts_of_day.on_date(stretch.on, clock, around, stretch.part)


def _directed(reading: Elapsed | Wrong | None, around: Around) -> Moment | None:
    if isinstance(reading, Elapsed) and (reading.delta.days < 0) is not around.back:
        return Wrong()
    return reading
