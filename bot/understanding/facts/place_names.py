"""What one name may mean: a city, a country, a region, in any of the languages.

Knows names one at a time; what stands beside them is read in ``places``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.domain.clock.wall_time import common_zones, country_zones
from bot.domain.names import fold
from bot.languages import Language
from bot.understanding.facts.gazetteer import areas_of, cities_called, lies_in
from bot.understanding.words import vocabulary

if TYPE_CHECKING:
    from babel import Locale

FAR_LARGER = 10
"""How many times larger the place is that is meant without asking."""
_CITY_REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia"}
    | {"Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)
"""Where zones are named after cities; the others are old names such as Japan or US/Pacific."""
_ABBREVIATION = 2
"""Letters of the name of a region that counts only beside the name of a city, such as TX."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the places that a name may mean, in its proper spelling.

    Attributes:
        name: in the language in which it was found.
        zone: its IANA zone.
        code: of the country or region it is or lies in; empty when only the zone is known.
        hundreds: of people who live there, at least one.
    """

    name: str
    zone: str
    code: str = ""
    hundreds: int = 1


def meanings(key: str, language: Language) -> Iterator[Sequence[Meaning]]:
    """Yield what a folded name may mean, the likeliest sort of place first.

    Args:
        key: the name, folded.
        language: whose names go first when languages disagree.
    """
    yield _famous().get(key, ())
    yield [meaning for each in _ordered(language) for meaning in _exemplars(each).get(key, ())]
    yield _zone_cities().get(key, ())
    yield list(_of_areas(key, language))
    yield [
        Meaning(city.name, city.area.zone, city.area.code, city.hundreds)
        for city in cities_called(key)
    ]


def areas_called(key: str, language: Language) -> Mapping[str, str]:
    """Return the codes of the countries and regions of a folded name, with their proper names."""
    known = (_named_areas(), *(_territories(each) for each in _ordered(language)))
    return {code: name for names in reversed(known) for code, name in names.get(key, ())}


def is_within(meaning: Meaning, code: str) -> bool:
    """Tell whether a place lies in a country or region, or in what belongs to that country."""
    codes = (code, *vocabulary.places()["belonging"].get(code, ()))
    if meaning.code:
        return any(lies_in(meaning.code, each) for each in codes)
    return any(meaning.zone in _all_zones(each) for each in codes)


def not_outgrown(found: Sequence[Meaning]) -> list[Meaning]:
    """Return the places of a name but for those that the first of them is far larger than."""
    return [each for each in found if each.hundreds * FAR_LARGER > found[0].hundreds]


def spelled(typed: str, key: str, name: str) -> str:
    """Return the name in the spelling that was typed, where that is a proper one too."""
    wanted = typed.casefold()
    if name.casefold() == wanted:
        return name
    others = (
        *(each.name for each in _famous().get(key, ())),
        *(c.name for c in cities_called(key)),
    )
    return next((each for each in others if each.casefold() == wanted), name)


def _ordered(language: Language) -> Iterator[Language]:
    yield language
    yield from (other for other in Language if other is not language)


def _of_areas(key: str, language: Language) -> Iterator[Meaning]:
    for code, name in areas_called(key, language).items():
        if not _is_region(code) or len(key) > _ABBREVIATION:
            yield from (Meaning(name, zone, code) for zone in main_zones(code))


def _is_region(code: str) -> bool:
    return "." in code


def main_zones(code: str) -> Sequence[str]:
    """Return the zones of a country, or those of a region in which more than a few live.

    Those of a country are in the order of how many live in each, most first.
    """
    people = Counter[str]()
    for area in areas_of(code):
        people[area.zone] += area.hundreds
    if not _is_region(code):
        return sorted(country_zones(code), key=lambda zone: -people[zone])
    most = max(people.values(), default=0)
    return [zone for zone, hundreds in people.items() if hundreds * FAR_LARGER > most]


@cache
def _all_zones(code: str) -> frozenset[str]:
    return frozenset([*country_zones(code), *(area.zone for area in areas_of(code))])


@cache
def _famous() -> Mapping[str, Sequence[Meaning]]:
    """Return the places of places.toml."""
    named = vocabulary.places()["cities"].items()
    return _by_key(Meaning(name, zone) for zone, names in named for name in names)


@cache
def _exemplars(language: Language) -> Mapping[str, Sequence[Meaning]]:
    """Return the cities of zones as a language calls them."""
    zones = _locale(language).time_zones.items()
    return _by_key(Meaning(names["city"], zone) for zone, names in zones if "city" in names)


@cache
def _zone_cities() -> Mapping[str, Sequence[Meaning]]:
    """Return the cities that zones are named after."""
    parted = ((zone, zone.partition("/")[0], zone.rpartition("/")[2]) for zone in common_zones())
    return _by_key(
        Meaning(city.replace("_", " "), zone)
        for zone, region, city in parted
        if region in _CITY_REGIONS
    )


def _by_key(found: Iterable[Meaning]) -> Mapping[str, Sequence[Meaning]]:
    common, by_key = frozenset(common_zones()), defaultdict[str, list[Meaning]](list)
    for meaning in found:
        if meaning.zone in common:
            by_key[fold(meaning.name)].append(meaning)
    return by_key


@cache
def _named_areas() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return codes and names of the countries and regions that the locale data does not know."""
    countries, regions = vocabulary.places()["countries"], vocabulary.regions()
    return _areas_by_key(
        (code, name) for code, names in (countries | regions).items() for name in names
    )


@cache
def _territories(language: Language) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return codes and names of the countries as a language calls them."""
    named = _locale(language).territories.items()
    return _areas_by_key((code, name) for code, name in named if code.isalpha())


def _areas_by_key(found: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[tuple[str, str]]]:
    by_key = defaultdict[str, list[tuple[str, str]]](list)
    for code, name in found:
        by_key[fold(name)].append((code, name))
    return by_key


@cache
def _locale(language: Language) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - slow to import, needed for one question only

    return Locale(language.value)
