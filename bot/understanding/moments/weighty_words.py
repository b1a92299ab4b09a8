"""Whether words have something of weight about time in them, which a reader must account for."""

from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.understanding.calendar import slots
from bot.understanding.moments.pieces import Strength, pieces_at
from bot.understanding.words.learned_words import learned_words
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Slot
from bot.understanding.words.vocabulary import calendar_words, numbered, plain_rows, rows

__all__ = ["weighty"]

_WORDS = ("distances", "frequencies", "units_of", "feasts", "larger_ordinals", "last_ordinals")
"""Sections each phrase of which has weight by itself: *ago*, *every*, *Easter*."""
_DAYS = ("weekdays", "plural_weekdays", "past_weekdays", "past_seasons")
_LEAST = 6
"""Letters of the shortest day that other words may look like."""
RARE_SLIPS = 2
"""Letters by which a rare and long word may differ from a day that begins alike."""
_KINDS = frozenset({"part", "hour"})
"""Kinds of pieces that are too often no part of a moment: "late", and any figure."""


def weighty(line: Line, start: int, end: int) -> bool:
    """Tell whether the tokens from ``start`` up to ``end`` hold something of weight.

    That is a word of the calendar or one that looks like a day, an ordinal, a number with its unit,
    a word such as *ago* or *every*, or an *and* or *or* beside a moment. A caller that has read the
    tokens around them may not drop these without a word.
    """
    return any(_weighs(line, index, end) for index in range(start, end))


def _weighs(line: Line, index: int, end: int) -> bool:
    return (
        _within(_weights(), line, index, end)
        or _joins(line, index, end)
        or _looks_like_day(line.between(index, index + 1))
    )


@lru_cache(maxsize=4096)
def _looks_like_day(typed: str) -> bool:
    """Tell whether a word may name a day: a slip of one, one with more to it, a day of its own.

    Those are "yesterdya", "söndagseftermiddagen" and "valdagen"; a name with its capital is none.
    """
    word = typed.lower()
    if len(word) < _LEAST - 1 or not word.isalpha() or word in _undated():
        return False
    if word.startswith(_weekdays()) or word.endswith(_endings()):
        return True
    is_rare = len(word) > _LEAST and word not in learned_words()
    slips = RARE_SLIPS if is_rare else 1
    return word == typed and any(
        OSA.distance(word, day, score_cutoff=slips) <= (slips if word[0] == day[0] else 1)
        for day in _single_days()
    )


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(day for _, day in plain_rows("weekdays") if len(day) >= _LEAST)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending for _, ending in rows("day_endings"))


@cache
def _single_days() -> frozenset[str]:
    days = (
        phrase for section in ("weekdays", "past_weekdays", "days") for _, phrase in rows(section)
    )
    return frozenset(day for day in days if len(day) >= _LEAST and day.isalpha())


@cache
def _undated() -> frozenset[str]:
    return frozenset(word for _, word in rows("undated"))


def _within(readers: Iterable[Slot], line: Line, index: int, end: int) -> bool:
    return any(stop <= end for reader in readers for stop, _ in reader(line, index))


def _joins(line: Line, index: int, end: int) -> bool:
    """Tell whether an *and* stands before a moment, or an *or* on either side of one."""
    pluses = [match.end for match in calendar_words("plus").at(line, index)]
    ors = [match.end for match in calendar_words("or").at(line, index)]
    before = any(stop < len(line) and _begins_moment(line, stop) for stop in (*pluses, *ors))
    behind = bool(ors) and _ends_moment(line, index)
    return any(stop <= end for stop in (*pluses, *ors)) and (before or behind)


def _begins_moment(line: Line, index: int) -> bool:
    return any(
        piece.strength >= Strength.LONE or piece.kind == "part" for piece in pieces_at(line, index)
    )


def _ends_moment(line: Line, index: int) -> bool:
    return any(
        piece.end == index and piece.strength >= Strength.BOUNDED
        for start in range(max(0, index - 4), index)
        for piece in pieces_at(line, start)
    )


@cache
def _weights() -> tuple[Slot, ...]:
    return (
        *(calendar_words(section).slot() for section in _WORDS),
        *(numbered(section) for section in _DAYS),
        slots.calendar()["shortweekday"],
        _months(),
        _parts(),
        _pieces,
        slots.calendar()["nthdom"],
    )


def _pieces(line: Line, index: int) -> Iterable[tuple[int, None]]:
    found = pieces_at(line, index)
    return (
        (piece.end, None)
        for piece in found
        if piece.kind not in _KINDS
        and (piece.strength >= Strength.BOUNDED or piece.rule == "amount")
    )


def _months() -> Slot:
    """Return a slot for the months and seasons whose names are no other words."""
    lone = calendar_words("lone_words")
    names = (calendar_words("months").slot(), calendar_words("seasons").slot())
    return lambda line, index: (
        each for name in names for each in name(line, index) if not lone.at(line, index)
    )


def _parts() -> Slot:
    """Return a slot for parts of the day of which the name is no other word, such as *evening*."""
    lone = calendar_words("lone_words")
    part = slots.calendar()["part"]
    return lambda line, index: part(line, index) if not lone.at(line, index) else ()
