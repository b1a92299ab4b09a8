"""The phrases that say how often, with numbers in any wording, and how far one may misspell them.

Knows rows of words and what they come to; where in a text they may stand is another matter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.cadences.gaps import Gap, HowMany, gap_of, share_of
from bot.understanding.calendar import slots
from bot.understanding.words.tokens import Line, Token
from bot.understanding.words.tries import (
    Match,
    Phrases,
    Slot,
    beginning_like,
    either,
    pattern,
    places_of,
)
from bot.understanding.words.vocabulary import numbered, rows, vocabulary


class Fit(Enum):
    """How well a cadence holds what was said."""

    EXACT = "exact"
    TAKEN = "taken"
    """It is the nearest: the middle of "every 3-4 weeks", the shorter where it is none."""
    DAY = "day"
    """It is as often, but the day is not kept: every Sunday is every week."""


@dataclass(frozen=True, slots=True)
class CadenceReading:
    """A phrase that says how often, up to a token; ``cadence`` is None where it is out of reach."""

    end: int
    cadence: Cadence | None
    fit: Fit = Fit.EXACT


_SECTIONS = {"cadences": None, "day_cadences": Fit.DAY}
"""The sections of phrases, and what is always so of theirs."""
_SHARE = "1/"
_SLOT = re.compile(r"\{\w+\}")
_SHORTEST_TYPO = 5
"""Letters of a word that may have one wrong: shorter ones are too easily another word."""
_SPELLED = (
    "cadences", "day_cadences", "vague_cadences", "frequency_words", "rhythms", "units", "numbers",
    "more_numbers", "halves", "and_a_half", "range_joints", "articles", "ordinals", "times",
    "time_words", "per", "about", "hedges", "months", "weekdays", "plural_weekdays",
    "short_weekdays", "lone_weekdays",
)  # fmt: skip
"""The sections whose words may be misspelled."""
_KNOWN = (*_SPELLED, "tiers")
"""The sections whose words are no misspelling of others."""


def readings(line: Line, index: int) -> Iterator[CadenceReading]:
    """Yield what a phrase at a token comes to, the longest first."""
    for match in _phrases().at(line, index):
        yield _reading(match)


def may_begin(line: Line) -> Iterable[int]:
    """Return the tokens at which a phrase may say how often something is."""
    return places_of(_phrases().starts(), line)


def begins_number(line: Line, index: int) -> Iterator[int]:
    """Yield where a number, a few times or the like that begins at a token ends."""
    for name in ("times", "many", "nths", "count"):
        yield from (end for end, _ in _slots()[name](line, index))


@cache
def frequency_words() -> Phrases[str]:
    """Return the words that begin or end how often something is: "every", "times a"."""
    return _of("frequency_words")


@cache
def _phrases() -> Phrases[tuple[str, Fit | None]]:
    phrases: Phrases[tuple[str, Fit | None]] = Phrases(_slots())
    for section, fit in _SECTIONS.items():
        for meaning, phrase in rows(section):
            phrases.add(phrase, (meaning, fit))
    return phrases


def _of(section: str) -> Phrases[str]:
    phrases: Phrases[str] = Phrases(_slots())
    for meaning, phrase in rows(section):
        phrases.add(phrase, meaning)
    return phrases


def _reading(match: Match[tuple[str, Fit | None]]) -> CadenceReading:
    meaning, fit = match.meaning
    try:
        gap = _gap(meaning, match.values)
    except ValueError:  # hours, or more than ten years
        return CadenceReading(match.end, None)
    return CadenceReading(match.end, gap.cadence, fit or (Fit.EXACT if gap.is_exact else Fit.TAKEN))


def _gap(meaning: str, values: Mapping[str, Any]) -> Gap:
    *numbers, what = meaning.split()
    factor, name = values[what.strip("{}")] if what.startswith("{") else (1, what)
    every, times = HowMany.of(1), None
    for number in numbers:
        span = _span(number.removeprefix(_SHARE), values)
        if number.startswith(_SHARE):
            times = span
        else:
            every = every.times(span)
    unit = Unit(name)
    return share_of(times, every, factor, unit) if times else gap_of(every, factor, unit)


def _span(number: str, values: Mapping[str, Any]) -> HowMany:
    if not number.startswith("{"):
        low, _, high = number.partition("-")
        return HowMany(Fraction(low), Fraction(high or low))
    found = values[number.strip("{}")]
    return found if isinstance(found, HowMany) else HowMany.of(found)


@cache
def _slots() -> Mapping[str, Slot]:
    basic = slots.basic()
    number = _spans(either(basic["n"], numbered("more_numbers")))
    figures = either(number, _spans(either(_decimals(), _halves(number))))
    few = _spans(numbered("articles"))
    once = _spans(basic["times"])
    time_word = vocabulary("time_words").slot()
    times = either(
        once, _ranging(once), _joined(either(figures, few, _ranging(figures, few)), time_word)
    )
    return {
        **basic,
        "many": either(figures, _ranging(figures)),
        "range": _ranging(number),
        "nths": either(_spans(basic["nth"]), _ranging(_spans(basic["nth"]))),
        "times": times,
        "rhythm": _units_of("rhythms"),
        "month": numbered("months"),
        "shortday": either(numbered("short_weekdays"), numbered("lone_weekdays")),
        "plural": numbered("plural_weekdays"),
    }


def _spans(slot: Slot) -> Slot:
    return beginning_like(slot)(
        lambda line, index: ((end, HowMany.of(value)) for end, value in slot(line, index))
    )


def _decimals() -> Slot:
    """Return a slot for 1.5 and 1,5."""
    return pattern(
        r"(\d{1,2})[.,](\d{1,2})(?!\d)",
        lambda found: Fraction(f"{found[1]}.{found[2]}") or None,
    )


def _halves(number: Slot) -> Slot:
    """Return a slot for one and a half, in a word of its own or after a number."""
    words, after = vocabulary("halves"), vocabulary("and_a_half").slot()

    def read(line: Line, index: int) -> Iterator[tuple[int, Fraction]]:
        yield from ((m.end, Fraction(m.meaning)) for m in words.at(line, index))
        for middle, value in number(line, index):
            yield from ((end, value.low + Fraction(1, 2)) for end, _ in after(line, middle))

    return beginning_like(words, number)(read)


def _ranging(*ends: Slot) -> Slot:
    """Return a slot for a number up to another: 3-4, "to-tre", "once or twice"."""
    number, joints = either(*ends), vocabulary("range_joints").slot()

    def read(line: Line, index: int) -> Iterator[tuple[int, HowMany]]:
        for middle, low in number(line, index):
            for start, _ in joints(line, middle):
                for end, high in number(line, start) if start < len(line) else ():
                    if low.low < high.high:
                        yield end, HowMany(low.low, high.high)

    return beginning_like(number)(read)


def _joined(first: Slot, then: Slot) -> Slot:
    def read(line: Line, index: int) -> Iterator[tuple[int, Any]]:
        for middle, value in first(line, index):
            yield from ((end, value) for end, _ in then(line, middle))

    return beginning_like(first)(read)


def _units_of(section: str) -> Slot:
    phrases: Phrases[tuple[int, str]] = Phrases()
    for key, word in rows(section):
        factor, unit = key.split()
        phrases.add(word, (int(factor), unit))
    return phrases.slot()


def spelled(line: Line, first: int = 0) -> Line:
    """Return the line with the words from ``first`` on that are one letter off put right.

    Only words in lower case: others are names. A line without such a word is returned as it is.
    """
    named = line.tokens[:first]

    def spell(token: Token) -> str:
        is_low = line.text[token.start : token.end] == token.text
        return _put_right(token.text) if is_low and token not in named else ""

    return line.respelled(spell)


@lru_cache(maxsize=4096)
def _put_right(word: str) -> str:
    """Return the longest listed word that one edit makes of this one; "" for a known word."""
    if not word.isalpha() or len(word) < _SHORTEST_TYPO - 1 or word in _listed(_KNOWN):
        return ""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - needed only when nothing else fits

    near = [one for one in _long_words() if OSA.distance(word, one, score_cutoff=1) <= 1]
    return max(near, key=lambda one: (one[:1] == word[:1], len(one), one), default="")


@cache
def _listed(sections: tuple[str, ...]) -> frozenset[str]:
    phrases = (_SLOT.sub(" ", phrase) for section in sections for _, phrase in rows(section))
    return frozenset(word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase))


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in _listed(_SPELLED) if len(word) >= _SHORTEST_TYPO))
