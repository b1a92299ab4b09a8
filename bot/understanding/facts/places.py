"""Time zones of the cities, regions and countries that users name, in any of the languages.

Knows how places are written beside each other; zone rules are the domain's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.domain.clock.wall_time import common_zones, to_wall
from bot.domain.names import fold
from bot.languages import Language
from bot.understanding.facts.place_names import (
    Meaning,
    areas_called,
    is_within,
    meanings,
    not_outgrown,
    spelled,
)
from bot.understanding.words import vocabulary
from bot.understanding.words.tokens import Line, is_mark

MOST_ZONES = 12
"""Zones offered for a country; larger ones are asked for a city."""
MOST_WORDS = 6
"""Words of a place and its country that no comma parts."""
MOST_PARTS = 6
"""Names that are read beside each other."""
_PARTED = re.compile(r"[,/()]")


NEAR = 3
"""Words before a place among which a "not" denies it."""
WORDS = 4
"""Words of the longest name of a place among others: New York, United States."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its proper spelling, and the IANA zones that may be meant.

    The name is empty where a zone itself was typed.
    """

    name: str
    zones: tuple[str, ...]


NOWHERE = Place("", ())


def place_named(text: str, language: Language) -> Place:
    """Return the place that a typed city, region, country or zone means; ``NOWHERE`` if it is none.

    "Paris, Texas" is the Paris that lies there. Of "Solna, Stockholm" it is the zones that both
    names have, and the name of the narrower one.

    Args:
        text: such as "København", "Portland, Maine", "Norge", "USA" or "Europe/Oslo".
        language: whose names go first when languages disagree.
    """
    return next((place for place in _readings(text, language) if place.zones), NOWHERE)


def zones_named(text: str, language: Language) -> tuple[str, ...]:
    """Return the IANA zones that a typed place may mean; empty if it is none."""
    return place_named(text, language).zones


def find_place(text: str, language: Language) -> str:
    """Return the place that a text names behind a word such as *in* or *to*; "" where it does not.

    Args:
        text: "Ola moved to Bergen last year".
        language: the user's, in whose names of places it is looked for first.
    """
    line = Line.of(text)
    named = (
        line.between(match.end, end)
        for section in ("to_towns", "before_towns")  # "from Shanghai to Vancouver"
        for at in range(len(line))
        for match in vocabulary.vocabulary(section).at(line, at)
        if not _is_denied(line, at)
        for end in range(_last(line, match.end), match.end, -1)
    )
    return next((place for place in named if zones_named(place, language)), "")


def _is_denied(line: Line, at: int) -> bool:
    """Tell whether a "not" stands right before a token: "bor ikke i Shanghai lenger"."""
    nots = vocabulary.vocabularies("negations", "nevers", "gone_from")
    return any(
        match.end >= at - 1
        for start in range(max(0, at - NEAR), at)
        for match in nots.at(line, start)
    )


def _last(line: Line, start: int) -> int:
    """Return where a place that begins at a token ends at the latest: before a mark."""
    ends = range(start, min(len(line), start + WORDS))
    return next((at for at in ends if is_mark(line.tokens[at])), ends.stop)


def zones_offered(zones: Sequence[str], now: datetime) -> list[str]:
    """Return the zones to choose from, by the time that their clocks show."""
    return sorted(zones[:MOST_ZONES], key=lambda zone: to_wall(now, zone))


def _readings(text: str, language: Language) -> Iterator[Place]:
    """Yield the place as one name, then as a name with others beside it."""
    yield _zone_itself(text)
    yield _called(text, (), language)
    parts = [part for part in _PARTED.split(text) if part.strip()][:MOST_PARTS]
    yield _beside(parts, language)
    yield _run_together(text.split(), language)
    yield _shared(parts, language)


def _zone_itself(text: str) -> Place:
    zone = _zones().get(text.strip().casefold().replace(" ", "_"))
    return Place("", (zone,)) if zone else NOWHERE


@cache
def _zones() -> Mapping[str, str]:
    """Return the zones of a continent or an ocean by their names in small letters."""
    return {zone.casefold(): zone for zone in common_zones() if "/" in zone}


def _called(text: str, areas: Sequence[Mapping[str, str]], language: Language) -> Place:
    """Return the place of a name that lies in all of the areas, each by the codes it may have."""
    for typed in _without_leads(text):
        for key in _keys(typed):
            for found in meanings(key, language):
                fitting = not_outgrown([each for each in found if _is_within_all(each, areas)])
                if fitting:
                    zones = dict.fromkeys(each.zone for each in fitting)
                    return Place(spelled(typed, key, fitting[0].name), tuple(zones))
    return NOWHERE


def _is_within_all(meaning: Meaning, areas: Sequence[Mapping[str, str]]) -> bool:
    return all(any(is_within(meaning, code) for code in codes) for codes in areas)


def _beside(parts: Sequence[str], language: Language) -> Place:
    """Return the place of the first part that lies in the countries and regions of the others."""
    if not parts:
        return NOWHERE
    head, *rest = parts
    areas = [codes for part in rest if (codes := _areas(part, language))]
    place = _called(head, areas, language) if areas else NOWHERE
    own = _areas(head, language).keys()
    further = [next(iter(codes.values())) for codes in areas if not own & codes.keys()]
    return replace(place, name=", ".join((place.name, *further)))


def _run_together(words: Sequence[str], language: Language) -> Place:
    """Return the place of words such as *Portland Maine*, which nothing parts."""
    if len(words) > MOST_WORDS:
        return NOWHERE
    parted = ((" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words)))
    places = (_beside(pair, language) for pair in parted)
    return next((place for place in places if place.zones), NOWHERE)


def _shared(parts: Sequence[str], language: Language) -> Place:
    """Return the zones that all known parts have, by the name of the narrowest part."""
    places = {part: _called(part, (), language) for part in parts}
    known = {part: place for part, place in places.items() if place.zones}
    if not known:
        return NOWHERE
    narrowest = min(known, key=lambda part: (len(known[part].zones), bool(_areas(part, language))))
    zones = known[narrowest].zones
    shared = (z for z in zones if all(z in place.zones for place in known.values()))
    return Place(known[narrowest].name, tuple(shared))


def _areas(text: str, language: Language) -> Mapping[str, str]:
    found = (areas_called(fold(typed), language) for typed in _without_leads(text))
    return next(filter(None, found), {})


def _without_leads(text: str) -> Iterator[str]:
    """Yield a place without a last full stop, then without words such as *in* before it."""
    place = text.strip().rstrip(".!")
    while place:
        yield place
        lead = next((each for each in _leads() if place.casefold().startswith(each)), None)
        place = place[len(lead) :].strip() if lead else ""


@cache
def _leads() -> Sequence[str]:
    return [f"{word} " for _, word in vocabulary.rows("place_leads")]


def _keys(typed: str) -> Iterator[str]:
    """Yield a name folded, then with its usual short words long and its long ones short."""
    key = fold(typed)
    yield key
    swapped = " ".join(_other_words().get(word, word) for word in key.split())
    if swapped != key:
        yield swapped


@cache
def _other_words() -> Mapping[str, str]:
    short = vocabulary.places()["short"].items()
    to_long = {each: word for word, shorter in short for each in shorter}
    return {word: shorter[0] for word, shorter in short} | to_long
