"""Clock times as they are typed: 18:30, at 6pm, halv sju. Knows figures and words, no day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import cache

from bot.understanding.calendar.dates import is_date
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases, Slot, beginning_like, either, pattern
from bot.understanding.words.vocabulary import numbered, rows, vocabulary

_NOON = 12
_MIDNIGHT = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A clock time as it was typed, with what was left open.

    ``half_open`` is true when a part of the day may add twelve hours ("8:30", then "this evening");
    ``vague`` when nothing but the hour was said ("at 8").
    """

    at: time
    half_open: bool = False
    vague: bool = False


def digital(text: str) -> ClockTime | None:
    """Return the time that 18, 18:30 or 18.30 is, or None if no clock shows it."""
    hours, _, minutes = text.replace(".", ":").partition(":")
    hour, minute = int(hours), int(minutes or 0)
    if len(minutes) == 1 or hour >= _MIDNIGHT or minute >= _MINUTES:
        return None
    return ClockTime(time(hour, minute), 0 < hour < _NOON and hours[0] != "0", not minutes)


def _meridiem(found: re.Match[str]) -> ClockTime | None:
    hour, minute = int(found[1]), int(found[2] or 0)
    if not 1 <= hour <= _NOON or minute >= _MINUTES:
        return None
    return ClockTime(time(hour % _NOON + _half_days()[found[3]], minute))


@cache
def _half_days() -> dict[str, int]:
    """Return the hour at which the half of the day begins that a word such as *pm* names."""
    return {word: int(hour) for hour, word in rows("half_days")}


def _unmistakable(found: re.Match[str]) -> ClockTime | None:
    """Read 18:30, and 18.30 when it cannot be a date."""
    if "." in found[0] and is_date(2000, int(found[2]), int(found[1])):
        return None
    return digital(found[0])


def _spoken(hour: int, minutes: int) -> ClockTime | None:
    """Return the time that "half past six" or "halv sju" is, morning or evening left open."""
    if hour > _NOON:
        return ClockTime(time(hour)) if hour < _MIDNIGHT and not minutes else None
    minute = (hour * _MINUTES + minutes) % (_NOON * _MINUTES)
    return ClockTime(time(*divmod(minute, _MINUTES)), half_open=True, vague=True)


@cache
def _spoken_phrases(section: str) -> Phrases[int]:
    """Return the times of day in words; a meaning is the minutes after the hour that is named."""
    slots: dict[str, Slot] = {
        "at": vocabulary("at").slot(),
        "word": either(numbered("numbers"), numbered("larger_numbers")),
        "named": numbered("hour_words"),
        "n": either(numbered("numbers"), pattern(r"(\d\d?)(?![\d:.])", _hour_of_half_a_day)),
    }
    phrases: Phrases[int] = Phrases(slots)
    phrases.add("{at} {word}", 0)
    phrases.add("{named}", 0)
    phrases.add("{at} {named}", 0)
    for minutes, phrase in rows(section):
        phrases.add(phrase, int(minutes))
    for minutes, phrase in (*rows("clock"), *rows("clock_minutes")):
        phrases.add("{at} " + phrase, int(minutes))
    return phrases


def _hour_of_half_a_day(found: re.Match[str]) -> int | None:
    return int(found[1]) if 1 <= int(found[1]) <= _NOON else None


@cache
def clock_phrases() -> Phrases[str]:
    """Return every way to write a time of day in figures; the time is in the slot of the match."""
    halves = "|".join(map(re.escape, _half_days()))
    slots: dict[str, Slot] = {
        "at": vocabulary("at").slot(),
        "meridiem": pattern(rf"(\d{{1,2}})(?:[:.](\d\d))?\s*({halves})\b\.?", _meridiem),
        "certain": pattern(r"(\d{1,2})[:.](\d\d)(?!\d|\.\d)", _unmistakable),
        "hour": bare_clock(),
        "joined": pattern(
            r"(\d\d)(\d\d)(?!\d|[.:]\d)", lambda found: digital(":".join(found.groups()))
        ),
    }
    phrases: Phrases[str] = Phrases(slots)
    for phrase in ("{meridiem}", "{certain}", "{at} {meridiem}", "{at} {hour}", "{at} {joined}"):
        phrases.add(phrase, phrase.rpartition("{")[2].rstrip("}"))
    return phrases


def bare_clock() -> Slot:
    """Return a slot for 18, 18:30 and 18.30, for where nothing but a time of day may stand."""
    return pattern(r"\d{1,2}(?:[:.]\d\d)?(?!\d|[.:]\d)", lambda found: digital(found[0]))


def hour_in_words() -> Slot:
    """Return a slot for "eight", for where nothing but a time of day may stand."""
    hours = either(numbered("numbers"), numbered("larger_numbers"))
    return beginning_like(hours)(
        lambda line, index: (
            (end, at) for end, hour in hours(line, index) if (at := _spoken(hour, 0)) is not None
        )
    )


def clock(line: Line, index: int) -> Iterator[tuple[int, ClockTime]]:
    """Read a time of day: 18:30, kl. 18, at 6pm, halv sju. A bare figure is none."""
    for match in clock_phrases().at(line, index):
        yield match.end, match.values[match.meaning]
    yield from _in_words(line, index, "clock")


@cache
def clock_slot() -> Slot:
    """Return ``clock`` as a slot that knows with which words it may begin."""
    return beginning_like(clock_phrases(), _spoken_phrases("clock"))(clock)


def clock_to_the_minute(line: Line, index: int) -> Iterator[tuple[int, ClockTime]]:
    """Read a time of day as it is read off a clock: five to nine, ti over halv sju.

    Only where the time now is asked for: elsewhere "five to nine" are hours.
    """
    yield from _in_words(line, index, "clock_minutes")


def _in_words(line: Line, index: int, section: str) -> Iterator[tuple[int, ClockTime]]:
    for said in _spoken_phrases(section).at(line, index):
        hours = (said.values.get(slot) for slot in ("word", "named", "n"))
        at = _spoken(next(filter(None, hours)), said.meaning)
        if at is not None:
            yield said.end, at
