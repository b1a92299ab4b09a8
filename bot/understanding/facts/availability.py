"""When a hello suits a contact, as typed after a name: "weekdays after 18", "ikke før 10", "natt".

Knows days, hours, habits and ties by their words. A bare hour before seven may be morning or
evening: that is not guessed.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from functools import cache
from typing import Any

from bot.domain.clock.hours import Hours
from bot.domain.records.contact_times import (
    WAKING,
    AnyTime,
    HoursTold,
    Preset,
    PresetTold,
    Tie,
    TieTold,
    TimesTold,
    day_off,
)
from bot.understanding.calendar.clock_times import ClockTime
from bot.understanding.calendar.parts_of_day import PartHours
from bot.understanding.calendar.slips import in_usual_spelling
from bot.understanding.facts.quiet_hours import any_clock
from bot.understanding.words.endings import ends
from bot.understanding.words.last_words import before
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Match, Phrases, Slot, either
from bot.understanding.words.vocabulary import numbered, part_rows, rows, vocabulary

_EARLIEST = 7
"""A bare figure below it is no hour of the 24-hour clock: "after 6" is mostly the evening."""
_LONGEST_HEAD = 8
"""Words of a text among which its hours begin."""
_LONGEST_WITHIN = 12
"""Tokens of hours that are looked for among other words."""
DENYING = ("negations", "nevers")
"""Sections of words that turn what stands behind them."""
_AFTER_NOON = re.compile(r"\b(1[3-9]|2[0-3])\b")
"""A figure that can only be an hour of the 24-hour clock."""
_LONGEST = 300
"""Characters that are read; hours take fewer."""


def read_availability(text: str) -> tuple[TimesTold, ...] | None:
    """Return what the whole of a text tells, one thing after the other; None if it is no hours."""
    line = in_usual_spelling(Line.of(text[: _LONGEST + 1]))
    return _read(line, 0, set()) if len(line) and len(text) <= _LONGEST else None


def find_availability(text: str) -> str:
    """Return the part of a text that tells hours, in words that can be read; "" where none does.

    What is best goes for all that suits: "evenings are best for her". A "not" before the hours
    belongs to them, where they are certain: "not Ola before 18". With any other nothing
    is: "never ring her after nine".
    """
    line = Line.of(text)
    within = tuple(line.stretches(_LONGEST_WITHIN))
    read = {one: what for one in within if (what := read_availability(one))}
    hours = (one for one, what in read.items() if what != (AnyTime(),))
    told = next(hours, next(iter(read), ""))
    only = next(_words_of(line, "only"), "")
    if only and not told:
        told = next((f"{only} {one}" for one in within if read_availability(f"{only} {one}")), "")
    denied = next((word for each in DENYING for word in _words_of(line, each)), "")
    if only or not denied or denied in told:
        return told
    turned = f"{denied} {told}"
    return turned if _AFTER_NOON.search(told) and read_availability(turned) else ""


def _words_of(line: Line, section: str) -> Iterator[str]:
    """Yield the words of a section that stand in a text, as they were typed."""
    for index, matches in vocabulary(section).within(line):
        yield line.between(index, matches[0].end)


def head_of_availability(text: str) -> str | None:
    """Return what stands before the hours that end a text; None where none do."""
    starts = [0, *(space.end() for space in re.finditer(r"\s+", text))][:_LONGEST_HEAD]
    start = next((start for start in starts if read_availability(text[start:])), None)
    return None if start is None else before(text, start)


def is_here(text: str) -> bool:
    """Tell whether the whole of a text says that the contact is where the user is."""
    line = Line.of(text)
    return any(ends(line, match.end) for match in vocabulary("mine").at(line, 0))


def _read(line: Line, index: int, dead: set[int]) -> tuple[TimesTold, ...] | None:
    """Read from a token on; ``dead`` are the tokens from which nothing can be read.

    The shortest reading goes first: in "after 18 on weekdays, Saturdays and Sundays not before
    11" a list of days must not reach into what is told next.
    """
    if index in dead or index >= len(line):
        return None
    for match in reversed(_phrases().at(line, index)):
        told = _told(match)
        if told and ends(line, match.end):
            return (told,)
        for start in _after_joint(line, match.end) if told else ():
            rest = _read(line, start, dead)
            if rest and told:
                return (told, *rest)
    dead.add(index)
    return None


def _after_joint(line: Line, index: int) -> Iterator[int]:
    """Yield where the next thing may begin, after a comma, an *and* or both."""
    for match in vocabulary("joints").at(line, index):
        yield match.end
        yield from (second.end for second in vocabulary("joints").at(line, match.end))


@cache
def _phrases() -> Phrases[str]:
    """Return all that can be told; a meaning is the name of what it tells."""
    phrases: Phrases[str] = Phrases(
        {
            "days": _days,
            "time": any_clock(),
            "last": any_clock(),
            "to": vocabulary("to").slot(),
            "none": vocabulary("without_days").slot(),
            "away": vocabulary("takes_away").slot(),
            "preset": vocabulary("presets").slot(),
            "tie": vocabulary("ties").slot(),
            "part": _parts().slot(),
            "only": vocabulary("only").slot(),
        }
    )
    for meaning, phrase in rows("suits"):
        if meaning != "off":
            phrases.add(phrase, meaning)
            phrases.add(f"{phrase} {{days}}", meaning)
        phrases.add(f"{{days}} {phrase}", meaning)
        phrases.add(f"{{days}}: {phrase}", meaning)
    for phrase in ("{part}", "{days} {part}", "{part} {days}"):
        for around in ("PHRASE", "{only} PHRASE", "PHRASE {only}"):
            phrases.add(around.replace("PHRASE", phrase), "part")
    for phrase in ("{only} {days}", "{days} {only}"):
        phrases.add(phrase, "only")
    phrases.add("{none} {days}", "off")
    for kind in ("preset", "tie"):
        for phrase in ("{KIND}", "{away} {KIND}", "{KIND} {away}"):
            phrases.add(phrase.replace("KIND", kind), kind)
    return phrases


@cache
def _parts() -> Phrases[str]:
    """Return the parts of the day, each with its hours in the language that names it."""
    phrases: Phrases[str] = Phrases()
    for hours, phrase in part_rows("suiting_parts"):
        phrases.add(phrase, hours)
    return phrases


def _told(match: Match[str]) -> TimesTold | None:
    values = match.values
    match match.meaning:
        case "preset":
            return PresetTold(Preset(values["preset"]), on="away" not in values)
        case "tie":
            return TieTold(Tie(values["tie"]), on="away" not in values)
        case "any":
            return HoursTold(values["days"], only=WAKING) if "days" in values else AnyTime()
        case "off":
            return day_off(*values["days"])
    return _hours_only(match.meaning, values)


def _hours_only(meaning: str, values: Mapping[str, Any]) -> HoursTold | None:
    """Return what tells of hours: on some days alone, in a part of the day, or by the clock."""
    if meaning == "only":
        return day_off(*(day for day in range(7) if day not in values["days"]))
    if meaning == "part":
        part = PartHours.of(values["part"])
        within = Hours(max(part.start, WAKING.start), min(part.end, WAKING.end))
        return HoursTold(values.get("days", ()), only=within)
    return _hours(meaning, values)


def _hours(meaning: str, values: Mapping[str, Any]) -> HoursTold | None:
    """Return the hours that a phrase tells; None where they are doubtful or hold no moment."""
    days, first = values.get("days", ()), _certain(values["time"])
    last = _certain(values["last"]) if "last" in values else first
    if first is None or last is None:
        return None
    if meaning == "not_before":
        return HoursTold(days, not_before=first)
    if meaning == "not_after":
        return HoursTold(days, not_after=first)
    hours = _reaching(meaning, first, last)
    if hours.start == hours.end:
        return None
    return HoursTold(days, busy=hours) if meaning == "not_between" else HoursTold(days, only=hours)


def _reaching(meaning: str, first: time, last: time) -> Hours:
    """Return hours; an end that is not named is that of the waking day, or midnight beyond it."""
    if meaning == "after":
        return Hours(first, WAKING.end if first < WAKING.end else time())
    if meaning == "before":
        return Hours(WAKING.start if first > WAKING.start else time(), first)
    return Hours(first, last)


def _certain(clock: ClockTime) -> time | None:
    """Return a time of day on the 24-hour clock; None where twelve hours may have to be added."""
    return None if clock.half_open and clock.at.hour < _EARLIEST else clock.at


def _days(line: Line, index: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Read days and sets of them: weekdays; on Saturdays and Sundays; Monday to Thursday."""
    for end, days in _some_days()(line, index):
        yield end, days
        for start in _after_joint(line, end):
            for last, more in _days(line, start):
                yield last, tuple(sorted({*days, *more}))


@cache
def _some_days() -> Slot:
    day = either(*map(numbered, ("weekdays", "plural_weekdays", "short_weekdays", "lone_weekdays")))
    slots = {
        "lead": vocabulary("day_leads").slot(),
        "set": vocabulary("day_sets").slot(),
        "day": day,
        "last": day,
        "through": vocabulary("through").slot(),
    }
    phrases: Phrases[str] = Phrases(slots)
    for phrase in ("{set}", "{day}", "{day} {through} {last}"):
        phrases.add(phrase, phrase)
        phrases.add(f"{{lead}} {phrase}", phrase)

    def read(line: Line, index: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        for match in phrases.at(line, index):
            yield match.end, _week_days(match.values)

    return read


def _week_days(values: Mapping[str, Any]) -> tuple[int, ...]:
    if "set" in values:
        return tuple(map(int, values["set"]))
    first, last = values["day"], values.get("last", values["day"])
    return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
