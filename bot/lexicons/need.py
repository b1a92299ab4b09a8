"""Whether a text tells of somebody in need: despair, danger, a death, or no wish for contact.

Two things find it: phrases that say it outright, and weights of words and runs of letters, learned
from sentences that were written for it (docs/need.md). Users write in any of the languages.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from math import sqrt
from unicodedata import normalize

from bot.languages import Language
from bot.languages.data import table
from bot.lexicons.finder import Finder
from bot.lexicons.phrases import phrase_of
from bot.lexicons.reading import Reading, read
from bot.lexicons.signs import runs_in, words_in
from bot.lexicons.weights import weights_from

ANYBODY = "kari"
"""What every known name is read as: the weights were learned with it."""
RUN = 0.3
"""How loudly a run of letters speaks, where a word speaks with 1."""
SHORTEST = 3
"""The length of two or three words; of a shorter text little can be told."""
KEPT = 8
"""Books whose names are kept ready."""
REPEATED = re.compile(r"(.)\1{2,}")


class Need(Enum):
    """What a text tells of, the gravest first."""

    SELF = "self"
    """Its writer is in despair, or in danger by their own hand."""
    OTHER = "other"
    """Somebody else is in danger."""
    DIED = "died"
    """Somebody has died."""
    NO_CONTACT = "no_contact"
    """Somebody does not want to hear from the writer."""


MARGINS: Mapping[Need, int] = {
    Need.SELF: 50,
    Need.OTHER: 300,
    Need.DIED: 300,
    Need.NO_CONTACT: 300,
}
"""By how much, in thousandths, a need must outweigh that there is none.

Least for despair: to miss a text of it is worse than to say a warm line too many.
"""
NEAR = 200
"""By how much less a graver need may be hinted than another one and still be answered first."""
PLAINLY_NOT: Mapping[Need, int] = {
    Need.SELF: -1500,
    Need.OTHER: -9000,
    Need.DIED: -4000,
    Need.NO_CONTACT: -2500,
}
"""So little of a need in a text that what sounds outright is none: "the wifi is dead".

Least of somebody else in danger and of a death: whoever tells plainly of one is heard, and "I'm
sorry" beside a plant harms nobody.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a text tells of.

    Attributes:
        need: what it is.
        text: the text, in NFC.
        start: where in the text the first word for a death stands; its end where there is none.
    """

    need: Need
    text: str
    start: int


def find_need(
    text: str, names: Collection[str] = (), *, hints: bool = True, caution: int = 0
) -> Finding | None:
    """Return what a text tells of somebody in need; None when it tells of none.

    Args:
        text: any text.
        names: what people are called whom its writer may speak of.
        hints: whether more is looked for than what is said outright.
        caution: by how much more than its margin a hint must outweigh that there is none.
    """
    reading = read(normalize("NFC", text))
    nameless = read(anonymous(text, names))
    found = set(_said(nameless))
    if hints:
        margins = _margins(nameless)
        found = {need for need in found if margins[need] > PLAINLY_NOT[need]}
        found |= _hinted(margins, caution)
    need = next((need for need in Need if need in found), None)
    return Finding(need, reading.given, _where(reading)) if need else None


def signs_in(nameless: Reading) -> set[str]:
    """Return the signs that may weigh of a text in which every known name is the same one."""
    return runs_of(nameless) | {f"={sign}" for sign in words_in(_plain(nameless))}


def length_of(signs: Collection[str]) -> float:
    """Return the length of a text's signs as that of a vector, words 1 and runs of letters RUN."""
    return max(SHORTEST, sqrt(sum(1 if sign[0] == "=" else RUN * RUN for sign in signs)))


def runs_of(nameless: Reading) -> set[str]:
    """Return the runs of letters that may weigh of a text without names."""
    return runs_in(_plain(nameless))


def _plain(nameless: Reading) -> str:
    """Return a line in which "sooo" is "soo" and "don't" is "dont"."""
    return REPEATED.sub(r"\1\1", nameless.line.replace("'", ""))


def anonymous(text: str, names: Collection[str]) -> str:
    """Return a text in NFC in which every known name is the same one."""
    known = _names_in(tuple(names))
    whole = normalize("NFC", text)
    return known.sub(ANYBODY, whole) if known else whole


@lru_cache(maxsize=KEPT)
def _names_in(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of some names, the longest first; None where there are none."""
    known = sorted((re.escape(normalize("NFC", name)) for name in names if name), key=len)
    longest_first = "|".join(reversed(known))
    return re.compile(rf"(?i)(?<!\w)(?:{longest_first})(?='?s?(?!\w))") if known else None


def _margins(nameless: Reading) -> Mapping[Need, float]:
    """Return by how much the signs of a text speak for each need rather than for none."""
    signs = signs_in(nameless)
    sums = weights_from("need.tsv").sums(signs, length_of(signs))
    return {need: sums[need.value] - sums["none"] for need in Need}


def _hinted(margins: Mapping[Need, float], caution: int) -> set[Need]:
    """Return the need that is hinted at most, or a graver one about as much, beyond its margin."""
    most = max(margins.values())
    near = (need for need in Need if margins[need] >= most - NEAR)
    return {need for need in near if margins[need] > MARGINS[need] + caution}


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What is said outright in one language, what only sounds so, and the words for a death."""

    outright: Mapping[Need, Finder]
    harmless: Finder
    where: Finder


def _said(reading: Reading) -> Iterator[Need]:
    """Yield each need that a phrase says outright."""
    for language in Language:
        lexicon = _lexicon(language)
        safe = list(_places(lexicon.harmless, reading))
        for need, finder in lexicon.outright.items():
            for start, end in _places(finder, reading):
                if not any(first < end and start < last for first, last in safe):
                    yield need


def _where(reading: Reading) -> int:
    """Return where in the text the first word for a death begins, or its end."""
    starts = [
        reading.span_in_line(*place)[0]
        for language in Language
        for place in _places(_lexicon(language).where, reading)
    ]
    return min(starts, default=len(reading.given))


def _places(finder: Finder, reading: Reading) -> Iterator[tuple[int, int]]:
    for _, phrase, match in finder(reading.line):
        if not phrase.is_off(reading.line, reading.sentence_at(match.start()).line):
            yield match.span()


@cache
def _lexicon(language: Language) -> _Lexicon:
    data = table(language, "need.toml")

    def finder(section: str) -> Finder:
        return Finder([phrase_of(source, data["lists"]) for source in data[section]])

    outright = {need: finder(need.value) for need in Need}
    return _Lexicon(outright, finder("harmless"), finder("where"))
