"""Cities of the world, their regions and zones, from a table that is read when first asked for.

How the table is written, ``benchmarks/cities.py`` tells. Knows no country by name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.languages.data import shared_text

COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a country, or of a region of one, that lies in one zone.

    Attributes:
        code: of the country, such as "NO", or of the region, such as "US.TX".
        zone: its IANA zone.
        hundreds: how many hundreds of people live in its towns.
    """

    code: str
    zone: str
    hundreds: int


@dataclass(frozen=True, slots=True)
class City:
    """A city under one of its names.

    ``hundreds`` of people live there, where others share the name; else it is 1.
    """

    name: str
    area: Area
    hundreds: int


@dataclass(frozen=True, slots=True)
class _Table:
    """The areas, and for each name alike what is written of its owners, by number of area."""

    areas: Sequence[Area]
    owners: dict[str, str]


def cities_called(key: str) -> Sequence[City]:
    """Return the cities of a folded name, the largest first."""
    found = _table().owners.get(key, "")
    cities = [_city(row) for row in found.split("|") if row]
    return sorted(cities, key=lambda city: -city.hundreds)


@cache
def areas_of(code: str) -> Sequence[Area]:
    """Return the parts of a region or of a country with all its regions, the largest first."""
    within = [area for area in _table().areas if lies_in(area.code, code)]
    return sorted(within, key=lambda area: -area.hundreds)


def lies_in(code: str, other: str) -> bool:
    """Tell whether an area is another one or a region of that country."""
    return code == other or code.startswith(f"{other}.")


def all_names() -> Iterable[str]:
    """Return every folded name of the table."""
    return _table().owners


def all_areas() -> Sequence[Area]:
    """Return every area of the table."""
    return _table().areas


def _city(row: str) -> City:
    number, _, entry = row.partition(";")
    name, _, hundreds = entry.rpartition("=")[2].partition("@")
    return City(name, _table().areas[int(number)], int(hundreds or 1))


@cache
def _table() -> _Table:
    areas: list[Area] = []
    owners: dict[str, str] = {}
    for line in shared_text("cities.txt").splitlines():
        if not line.startswith(COMMENT):
            code, zone, hundreds, entries = line.split("\t")
            _add(owners, entries, len(areas))
            areas.append(Area(code, zone, int(hundreds)))
    return _Table(areas, owners)


def _add(owners: dict[str, str], entries: str, number: int) -> None:
    for entry in filter(None, entries.split("|")):
        key, parts, _ = entry.partition("=")
        if not parts:
            key = entry.partition("@")[0].lower()
        row = f"{number};{entry}"
        owners[key] = f"{owners[key]}|{row}" if key in owners else row
