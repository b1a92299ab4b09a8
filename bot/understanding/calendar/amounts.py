"""Lengths of time as they are said: counts, halves, ranges, sums and estimates. Knows no today."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.calendar import slots
from bot.understanding.words.tokens import Line
from bot.understanding.words.tries import Phrases, Slot, beginning_like
from bot.understanding.words.vocabulary import plain_rows, vocabulary

Amount: TypeAlias = tuple[tuple[int, str], ...]
"""Counts of plain units, which add up."""

LONGEST = timedelta(days=3660)
_HALVES = {
    "minute": (1, "minute"),
    "hour": (30, "minute"),
    "day": (1, "day"),
    "week": (4, "day"),
    "month": (15, "day"),
    "year": (6, "month"),
}
"""Half of each unit, rounded up where it does not come out even."""
_SUMS = (
    "{first}",
    "{first} {second}",
    "{first}, {second}",
    "{first} {plus} {second}",
    "{first} {second} {plus} {third}",
    "{first}, {second} {plus} {third}",
)
_ESTIMATES = ("{sum}", "{about} {sum}", "{sum} {or_so}", "{about} {sum} {or_so}")
_OF_THE_CLOCK = frozenset({"minute", "hour"})


def elapsed(amount: Amount) -> timedelta | None:
    """Return an amount that has hours or minutes as exact time; None if it has none, or months."""
    units = {unit for _, unit in amount}
    if not units & _OF_THE_CLOCK or units & {"month", "year"}:
        return None
    total = sum((timedelta(**{f"{unit}s": count}) for count, unit in amount), timedelta())
    return total if total <= LONGEST else None


def away(amount: Amount, day: date, sign: int) -> date | None:
    """Return the day so far behind or ahead of a day; None if it is no day or ten years away."""
    there = day
    try:
        for count, unit in amount:
            there = Cadence(count, Unit(unit)).occurrence(there, sign)
    except ValueError:  # hours, or more than ten years
        return None
    return there if abs(there - day) <= LONGEST else None


@cache
def amount_slot() -> Slot:
    """Return a slot for an amount in any wording."""
    estimates: Phrases[str] = Phrases(
        {"sum": _sums(), "about": vocabulary("about").slot(), "or_so": vocabulary("or_so").slot()}
    )
    for phrase in _ESTIMATES:
        estimates.add(phrase, phrase)
    return beginning_like(estimates)(
        lambda line, index: ((m.end, m.values["sum"]) for m in estimates.at(line, index))
    )


def _sums() -> Slot:
    one = _single()
    plus = vocabulary("plus").slot()
    sums: Phrases[str] = Phrases({"first": one, "second": one, "third": one, "plus": plus})
    for phrase in _SUMS:
        sums.add(phrase, phrase)
    return beginning_like(sums)(
        lambda line, index: (
            (match.end, total) for match in sums.at(line, index) if (total := _total(match.values))
        )
    )


def _total(values: Mapping[str, Any]) -> Amount | None:
    """Return the sum of what was said, the largest unit first; none of "1 week 2 weeks"."""
    parts = [values[name] for name in ("first", "second", "third") if name in values]
    units = [part[0][1] for part in parts]
    order = list(reversed(_HALVES))
    falls = all(order.index(a) < order.index(b) for a, b in pairwise(units))
    return tuple(each for part in parts for each in part) if falls else None


def _single() -> Slot:
    phrases: Phrases[str] = Phrases({**slots.basic(), "last": slots.basic()["n"]})
    for meaning, phrase in plain_rows("amounts"):
        phrases.add(phrase, meaning)

    def read(line: Line, index: int) -> Iterator[tuple[int, Amount]]:
        for match in phrases.at(line, index):
            amount = _measured(match.meaning, match.values)
            if amount:
                yield match.end, amount

    return beginning_like(phrases)(read)


def _measured(meaning: str, values: Mapping[str, Any]) -> Amount | None:
    """Return what a meaning such as ``{count} {unit}``, ``{n} {unit} half`` or ``2 week`` is."""
    *measure, more = [*meaning.split(), ""][:3]
    count, unit = slots.measure(" ".join(measure), values)
    match more:
        case "half":
            return ((count, unit), _half(values["unit"]))
        case "range":
            return _middle(count, values["last"] * values["unit"][0], unit)
    return ((count, unit),)


def _half(measure: tuple[int, str]) -> tuple[int, str]:
    factor, unit = measure
    count, smaller = _HALVES[unit]
    return (factor // 2, unit) if factor > 1 and not factor % 2 else (factor * count, smaller)


def _middle(low: int, high: int, unit: str) -> Amount | None:
    """Return the middle of "2-3 weeks", rounded away from now; none of "3-2 weeks"."""
    if high <= low:
        return None
    whole, odd = divmod(low + high, 2)
    if not odd:
        return ((whole, unit),)
    half = _HALVES[unit]
    return ((whole + 1, unit),) if half[1] == unit else ((whole, unit), half)
