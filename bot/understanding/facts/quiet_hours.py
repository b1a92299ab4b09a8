"""Quiet hours as people type them: "21:00-08:00", "22.30 til 07", "9pm-8am", "ingen"."""

from datetime import time
from functools import cache
from typing import Final, TypeAlias

from bot.understanding.calendar import clock_times
from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases, Slot
from bot.understanding.words.vocabulary import vocabulary

QuietHours: TypeAlias = tuple[time, time]

NO_QUIET: Final[QuietHours] = (time.min, time.min)
"""What "none" means: a range that ends where it begins. No pair of typed times gives it."""

_MINUTES = 60
_LONGEST_BARE = 16 * _MINUTES
"""Minutes of quiet that bare hours may give: "10-7" is not read as ten in the morning."""


def read_quiet_hours(text: str) -> QuietHours | None:
    """Return from when until when it is quiet, ``NO_QUIET`` for "none", or None.

    They may cross midnight. The caller shows it back, as a 24-hour clock.
    """
    line = Line.of(text)
    end = next((i for i in range(len(line), 0, -1) if line.tokens[i - 1].text not in ".!"), 0)
    if not end:
        return None
    if any(match.end == end for match in vocabulary("quiet").at(line, 0)):
        return NO_QUIET
    ranges = (m.values for m in _ranges().at(line, 0) if m.end == end)
    return next((_as_hours(each["first"], each["last"]) for each in ranges), None)


def _as_hours(first: ClockTime, last: ClockTime) -> QuietHours | None:
    start, end = first.at, last.at
    length = (_minute(end) - _minute(start)) % (24 * _MINUTES)
    bare = first.vague and last.vague
    return None if not length or (bare and length > _LONGEST_BARE) else (start, end)


def _minute(at: time) -> int:
    return at.hour * _MINUTES + at.minute


@cache
def _ranges() -> Phrases[str]:
    either = any_clock()
    phrases: Phrases[str] = Phrases(
        {
            "from": vocabulary("from").slot(),
            "to": vocabulary("to").slot(),
            "first": either,
            "last": either,
        }
    )
    for phrase in ("{first} - {last}", "{first} {to} {last}"):
        phrases.add(phrase, phrase)
        phrases.add("{from} " + phrase, phrase)
    return phrases


def any_clock() -> Slot:
    """Return a slot for a clock time, with or without the word that leads it."""
    phrases: Phrases[str] = Phrases({"clock": clock_times.clock, "bare": clock_times.bare_clock()})
    phrases.add("{clock}", "clock")
    phrases.add("{bare}", "bare")
    return lambda line, index: (
        (match.end, match.values[match.meaning]) for match in phrases.at(line, index)
    )
