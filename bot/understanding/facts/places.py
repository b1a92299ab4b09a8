"""Time zones of the cities and countries that users name, in any of the languages.

Knows names; zone rules are the domain's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.clock.wall_time import common_zones, country_zones, to_wall
from bot.domain.names import fold
from bot.languages import Language
from bot.understanding.words import vocabulary

if TYPE_CHECKING:
    from babel import Locale

MOST_ZONES = 12
"""Zones offered for a country; larger ones are asked for a city."""
_PARTED = re.compile(r"[,/()]")
_REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia"}
    | {"Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
"""Where zones are named after cities; the others are old names such as Japan or US/Pacific."""


def zones_named(text: str, language: Language) -> tuple[str, ...]:
    """Return the IANA zones that a typed city, country or zone may mean; empty if it is none.

    Of "Oslo, Norge" or "Tyskland/Germany" it is the zones that both names have.

    Args:
        text: such as "København", "Norge", "USA" or "Europe/Oslo".
        language: whose names go first when languages disagree.
    """
    whole = _find(text, language)
    if whole:
        return whole
    parts = (_find(part, language) for part in _PARTED.split(text))
    known = [zones for zones in parts if zones]
    shared = (zone for zone in known[0] if all(zone in zones for zones in known)) if known else ()
    return tuple(shared)


def zones_offered(zones: Sequence[str], now: datetime) -> list[str]:
    """Return the zones to choose from, by the time that their clocks show."""
    return sorted(zones[:MOST_ZONES], key=lambda zone: to_wall(now, zone))


def _find(text: str, language: Language) -> tuple[str, ...]:
    typed, all_zones = _wanted(text), common_zones()
    if not typed:
        return ()
    languages = (language, *(other for other in Language if other is not language))
    readings: tuple[Iterable[str], ...] = (
        _named_zone(text, all_zones),
        _cities(typed),
        _last_parts(typed, all_zones),
        _exemplars(typed, languages),
        _of_countries(typed, languages),
    )
    known = ([zone for zone in zones if zone in all_zones] for zones in readings)
    return tuple(dict.fromkeys(next(filter(None, known), ())))


def _wanted(text: str) -> str:
    """Return the place without a word such as *in* before it and without a last full stop."""
    place = text.strip().rstrip(".!").casefold()
    leads = (f"{word} " for _, word in vocabulary.rows("place_leads"))
    lead = next((each for each in leads if place.startswith(each)), "")
    return fold(place.removeprefix(lead))


def _same(name: str, typed: str) -> bool:
    return fold(name) == typed


def _named_zone(text: str, all_zones: Iterable[str]) -> Iterator[str]:
    wanted = text.strip().casefold().replace(" ", "_")
    return (zone for zone in all_zones if "/" in zone and zone.casefold() == wanted)


def _last_parts(typed: str, all_zones: Iterable[str]) -> Iterator[str]:
    for zone in sorted(all_zones):
        region, _, city = zone.partition("/")
        if region in _REGIONS and _same(city.rpartition("/")[2].replace("_", " "), typed):
            yield zone


def _cities(typed: str) -> Iterator[str]:
    for zone, cities in vocabulary.places()["cities"].items():
        if any(_same(city, typed) for city in cities):
            yield zone


def _exemplars(typed: str, languages: Iterable[Language]) -> Iterator[str]:
    for language in languages:
        for zone, names in _locale(language).time_zones.items():
            if "city" in names and _same(names["city"], typed):
                yield zone


def _of_countries(typed: str, languages: Iterable[Language]) -> Iterator[str]:
    """Yield the zones of the countries of a name, those with a large city first."""
    large = vocabulary.places()["cities"]
    for code in _codes(typed, languages):
        yield from sorted(country_zones(code), key=lambda zone: zone not in large)


def _codes(typed: str, languages: Iterable[Language]) -> Iterator[str]:
    for code, names in vocabulary.places()["countries"].items():
        if any(_same(name, typed) for name in names):
            yield code
    for language in languages:
        for code, name in _locale(language).territories.items():
            if code.isalpha() and _same(name, typed):
                yield code


@cache
def _locale(language: Language) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - slow to import, needed for one question only

    return Locale(language.value)
