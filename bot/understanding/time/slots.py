"""The slots of phrases: numbers, units, amounts, weekdays and parts of the day."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.understanding.time.dates import date_slots, ordinal_ending
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases, Slot, either, pattern
from bot.understanding.words.vocabulary import numbered, part_rows, rows, vocabulary

_LONGEST_NUMBER = 4


def _figures(line: Line, index: int) -> Iterator[tuple[int, int]]:
    text = line.tokens[index].text
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER and int(text) > 0:
        yield index + 1, int(text)


@cache
def _units() -> Slot:
    phrases: Phrases[tuple[int, str]] = Phrases()
    for key, word in rows("units"):
        factor, unit = key.split()
        phrases.add(word, (int(factor), unit))
    return phrases.slot()


@cache
def _parts() -> Slot:
    phrases: Phrases[str] = Phrases()
    for hours, phrase in part_rows("parts"):
        phrases.add(phrase, hours)
    return phrases.slot()


def _weekdays() -> dict[str, Slot]:
    full, short, lone = map(numbered, ("weekdays", "short_weekdays", "lone_weekdays"))
    return {
        "weekday": full,
        "shortweekday": short,
        "loneweekday": lone,
        "anyweekday": either(full, short, lone),
        "pastweekday": numbered("past_weekdays"),
    }


@cache
def basic() -> Mapping[str, Slot]:
    """Return the slots that cadences and moments share."""
    number = either(_figures, numbered("numbers"))
    ordinal = rf"(\d{{1,3}}){ordinal_ending()}?(?!\d)"
    nth_figures = pattern(ordinal, lambda found: int(found[1]) or None)
    return {
        "n": number,
        "count": either(number, numbered("articles")),
        "nth": either(nth_figures, numbered("ordinals")),
        "times": numbered("times"),
        "per": vocabulary("per").slot(),
        "about": vocabulary("about").slot(),
        "weekday": numbered("weekdays"),
        "unit": _units(),
    }


@cache
def calendar() -> Mapping[str, Slot]:
    """Return the slots of moments."""
    amounts: Phrases[str] = Phrases(basic())
    for meaning, phrase in rows("amounts"):
        amounts.add(phrase, meaning)
    return {**basic(), **_weekdays(), **date_slots(), "amount": _amount(amounts), "part": _parts()}


def _amount(amounts: Phrases[str]) -> Slot:
    def read(line: Line, index: int) -> Iterator[tuple[int, tuple[int, str]]]:
        for match in amounts.at(line, index):
            yield match.end, measure(match.meaning, match.values)

    return read


def measure(meaning: str, values: Mapping[str, Any]) -> tuple[int, str]:
    """Return the count and the plain unit of a meaning such as ``{count} {unit}`` or ``2 week``."""
    how_many, what = meaning.split()
    count = values[how_many.strip("{}")] if how_many.startswith("{") else int(how_many)
    factor, unit = values["unit"] if what == "{unit}" else (1, what)
    return count * factor, unit
