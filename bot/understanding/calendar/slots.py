"""The slots of phrases: numbers, units, amounts, weekdays and parts of the day."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from bot.understanding.calendar.dates import date_slots, ordinal_ending
from bot.understanding.words.tokens import FIGURES, Line
from bot.understanding.words.tries import (
    Phrases,
    Reader,
    Slot,
    beginning_like,
    either,
    pattern,
)
from bot.understanding.words.vocabulary import (
    calendar_words,
    numbered,
    part_rows,
    plain,
    plain_rows,
    rows,
    vocabulary,
)

_LONGEST_NUMBER = 4
_LONGEST_PHRASE = 3
"""Words of a phrase in which a short weekday is another word."""


def _figures(line: Line, index: int) -> Iterator[tuple[int, int]]:
    text = line.tokens[index].text
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER and int(text) > 0:
        yield index + 1, int(text)


def _unit_slot(section: str) -> Slot:
    phrases: Phrases[tuple[int, str]] = Phrases()
    for key, word in plain_rows(section):
        factor, unit = key.split()
        phrases.add(word, (int(factor), unit))
    return phrases.slot()


@cache
def _parts() -> Slot:
    phrases: Phrases[str] = Phrases()
    for hours, phrase in part_rows("parts"):
        phrases.add(phrase, hours)
        phrases.add(plain(phrase), hours)
    return phrases.slot()


def _short_weekdays() -> Slot:
    """Return a slot for "tue" and "tue."."""
    phrases: Phrases[int] = Phrases()
    for key, word in rows("short_weekdays"):
        phrases.add(word, int(key))
        phrases.add(f"{word}.", int(key))
    return _unless_another_word(phrases.slot())


def _unless_another_word(slot: Slot) -> Slot:
    """Keep a slot from words that are no weekday: "har fri neste uke", "sat down with her"."""

    @beginning_like(slot)
    def read(line: Line, index: int) -> Iterable[tuple[int, int]]:
        return () if _is_another_word(line, index) else slot(line, index)

    return read


def _is_another_word(line: Line, index: int) -> bool:
    return any(
        match.end > index
        for start in range(max(0, index - _LONGEST_PHRASE + 1), index + 1)
        for match in calendar_words("no_weekdays").at(line, start)
    )


def _weekdays() -> dict[str, Slot]:
    full, short = numbered("weekdays"), _short_weekdays()
    lone = _unless_another_word(numbered("lone_weekdays"))
    return {
        "weekday": full,
        "shortweekday": short,
        "loneweekday": lone,
        "anyweekday": either(full, short, lone),
        "pastweekday": numbered("past_weekdays"),
        "weekdays": either(full, numbered("plural_weekdays")),
    }


@cache
def basic() -> Mapping[str, Slot]:
    """Return the slots that cadences and moments share."""
    figures = Reader(_figures, lambda: frozenset({FIGURES}))
    number = either(figures, numbered("numbers"), numbered("larger_numbers"))
    ordinal = rf"(\d{{1,3}}){ordinal_ending()}?(?!\d)"
    nth_figures = pattern(ordinal, lambda found: int(found[1]) or None)
    unit = _unit_slot("units")
    return {
        "n": number,
        "count": either(number, numbered("articles")),
        "nth": either(nth_figures, numbered("ordinals")),
        "times": numbered("times"),
        "per": vocabulary("per").slot(),
        "about": vocabulary("about").slot(),
        "weekday": numbered("weekdays"),
        "unit": unit,
        "unit_of": _unit_slot("units_of"),
    }


@cache
def calendar() -> Mapping[str, Slot]:
    """Return the slots of moments that do not depend on lengths of time."""
    return {
        **basic(),
        **_weekdays(),
        **date_slots(),
        "part": _parts(),
        "which": _which(),
        "or_so": vocabulary("or_so").slot(),
        "season": numbered("seasons"),
        "pastseason": numbered("past_seasons"),
        "feast": calendar_words("feasts").slot(),
        "pastfeast": calendar_words("past_feasts").slot(),
        "anyfeast": either(calendar_words("feasts").slot(), calendar_words("short_feasts").slot()),
    }


def _which() -> Slot:
    """Return a slot for which of the weekdays of a month: the second, 2nd or, as -1, the last."""
    figures = pattern(
        rf"(\d){ordinal_ending()}(?!\d)", lambda found: int(found[1]) if found[1] < "6" else None
    )
    return either(figures, numbered("plain_ordinals"), numbered("last_ordinals"))


def measure(meaning: str, values: Mapping[str, Any]) -> tuple[int, str]:
    """Return the count and the plain unit of a meaning such as ``{count} {unit}`` or ``2 week``."""
    how_many, what = meaning.split()
    count = values[how_many.strip("{}")] if how_many.startswith("{") else int(how_many)
    factor, unit = values[what.strip("{}")] if what.startswith("{") else (1, what)
    return count * factor, unit
