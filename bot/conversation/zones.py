"""Which zones a typed place may mean, and in which order they are offered."""

from collections.abc import Sequence

from bot.conversation.turn import Turn
from bot.domain.clock.wall_time import common_zones, country_zones, to_wall
from bot.understanding.facts.places import find_zones

MOST_ZONES = 12
"""Zones offered for a country; larger ones are asked for a city."""


def zones_named(turn: Turn, text: str) -> tuple[str, ...]:
    """Return the zones that a city or country has, in any of the languages."""
    return find_zones(text, turn.book.profile.language, country_zones, common_zones())


def zones_offered(turn: Turn, zones: Sequence[str]) -> list[str]:
    """Return the zones to choose from, by the time that their clocks show."""
    return sorted(zones[:MOST_ZONES], key=lambda zone: to_wall(turn.now, zone))
