"""The pieces of moments in a line: every phrase of the word lists that may be a part of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from bot.understanding.calendar import clock_times, slots
from bot.understanding.calendar.amounts import amount_slot
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import (
    Match,
    Phrases,
    Slot,
    beginning_like,
    either,
    read_at,
    starts_of,
    starts_of_any,
)
from bot.understanding.words.vocabulary import calendar_words, part_rows, plain, rows


class Strength(IntEnum):
    """How much a phrase may be trusted to be a moment where other words follow."""

    JOINED = -2
    """Only beside another piece: "monday 22nd", "second sunday in may"."""
    LEANING = -1
    """Only after a word such as *until*: "until May"."""
    LONE = 0
    """Only as the whole of what is said: "sun"; looking back also "3 days"."""
    BOUNDED = 1
    """Also before punctuation: "tue, she called"."""
    STRONG = 2
    """Also before other words: "yesterday she got the job"."""


@dataclass(frozen=True, slots=True)
class MomentPiece:
    """A phrase in a line that may be a part of a moment.

    ``kind`` says what it may stand beside; ``meaning`` is its key in the word lists and ``values``
    are its slots. Of an hour and of a part of the day the value is the meaning.
    """

    end: int
    kind: str
    strength: Strength
    meaning: Any
    values: Any

    @property
    def rule(self) -> str:
        """The rule of the word lists that named the day; empty of an hour."""
        return self.meaning.split()[0] if self.kind not in HOURS else ""


HOURS = frozenset({"clock", "hour", "part"})
"""Kinds that name an hour and no day."""
_SECTIONS = {
    "days": Strength.STRONG,
    "bounded_days": Strength.BOUNDED,
    "lone_days": Strength.LONE,
    "leaning_days": Strength.LEANING,
    "joined_days": Strength.JOINED,
}
_KINDS = {
    "shift": "day",
    "later": "day",
    "earlier": "day",
    "weekdays": "day",
    "before-last": "day",
    "beyond": "day",
    "start": "day",
    "ago": "away",
    "ahead": "away",
    "amount": "length",
    "lasting": "length",
    "weekend": "week",
    "numbered": "week",
    "part": "stretch",
    "past": "stretch",
    "near": "stretch",
    "night": "stretch",
}
"""The kinds of rules that are not called as their rule is."""


@cache
def first_words() -> frozenset[str] | None:
    """Return the words with which a piece, or the two pieces of one word, may begin."""
    hours = (slots.calendar()["part"], _clock(), _bare_hour())
    days: tuple[Phrases[Any], ...] = (_days(), _compounds(), calendar_words("day_leads"))
    return starts_of_any(*map(starts_of, hours), *map(starts_of, days))


def pieces_at(line: Line, index: int) -> Iterator[MomentPiece]:
    """Yield every piece that begins at a token."""
    for match in _days().at(line, index):
        strength, meaning = match.meaning
        rule = meaning.split()[0]
        yield MomentPiece(match.end, _KINDS.get(rule, rule), strength, meaning, match.values)
    for end, hours in read_at(slots.calendar()["part"], line, index):
        yield MomentPiece(end, "part", Strength.JOINED, hours, {})
    for end, clock in read_at(_clock(), line, index):
        strength = Strength.BOUNDED if clock.vague else Strength.STRONG
        yield MomentPiece(end, "clock", strength, clock, {})
    for end, hour in read_at(_bare_hour(), line, index):
        yield MomentPiece(end, "hour", Strength.JOINED, hour, {})


def compounds_at(line: Line, index: int) -> Iterator[tuple[MomentPiece, MomentPiece]]:
    """Yield the two pieces of one word that names a weekday and a part of it: "mandagskveld"."""
    leads = (match.end for match in calendar_words("day_leads").at(line, index))
    for match in (found for at in (index, *leads) for found in _compounds().at(line, at)):
        weekday, hours = match.meaning
        day = MomentPiece(match.end, "weekday", Strength.STRONG, "weekday", {"weekday": weekday})
        yield day, MomentPiece(match.end, "part", Strength.JOINED, hours, {})


@cache
def _compounds() -> Phrases[tuple[int, str]]:
    phrases: Phrases[tuple[int, str]] = Phrases()
    for weekday, day in rows("weekdays"):
        for hours, part in part_rows("parts"):
            for word in (f"{day}s{part}", f"{day}{part}") if " " not in part else ():
                phrases.add(word, (int(weekday), hours))
                phrases.add(plain(word), (int(weekday), hours))
    return phrases


@cache
def _days() -> Phrases[tuple[Strength, str]]:
    phrases: Phrases[tuple[Strength, str]] = Phrases({**slots.calendar(), "amount": amount_slot()})
    for section, strength in _SECTIONS.items():
        for meaning, phrase in part_rows(section):
            phrases.add(phrase, (strength, meaning))
            phrases.add(plain(phrase), (strength, meaning))
    return phrases


@cache
def _bare_hour() -> Slot:
    return clock_times.bare_clock()


@cache
def _clock() -> Slot:
    """Return a slot for an hour, perhaps with what leads it: "after 8", "not before 10"."""
    led: Phrases[str] = Phrases(
        {
            "lead": calendar_words("hour_leads").slot(),
            "clock": either(clock_times.clock_slot(), _bare_hour(), clock_times.hour_in_words()),
        }
    )
    led.add("{lead} {clock}", "")
    return either(clock_times.clock_slot(), _led(led))


def _led(phrases: Phrases[str]) -> Slot:
    def read(line: Line, index: int) -> Iterator[tuple[int, clock_times.ClockTime]]:
        found: list[Match[str]] = phrases.at(line, index)
        yield from ((match.end, match.values["clock"]) for match in found)

    return beginning_like(phrases)(read)
