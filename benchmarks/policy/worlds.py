"""The four worlds that a policy has to do well in, and what is drawn in all of them.

They are given: nothing here was chosen after a look at what a policy makes of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""A Monday; half a year from it holds a change of the clocks."""
ZONE = "Europe/Berlin"
DAY = timedelta(days=1)

PEOPLE = (6, 20)
CADENCES = (10, 21, 30, 60, 90, 180)
"""Days that users would like to lie between two hellos."""
UNPROMPTED = (0.1, 0.9)
"""Contacts a cadence that happen without any nudge."""
LONGEST_GONE = 12.0
"""Cadences since the last contact at the start, at the most."""

TRAIT = (-1.0, 0.7)
"""Mean and deviation, on the logit scale, of how readily a user acts on a nudge."""
CLOSENESS = (0.25, 0.5)
"""The mean is set so that about 20 % of the nudges are acted upon."""
COST = (2, 5)
"""A beta distribution: most are light, about one in nine is heavy."""
HEAVY = 0.5
COST_SLOPE = 1.5
GAP_SLOPE = 0.35
ANNOYED_SLOPE = 0.25
HABIT_HALF_LIFE = 14.0
DRAFT = 0.5
BUSY, BUSY_SHARE = -1.2, 0.25
WRONG_MOMENT = -0.7
WARMED_UP = 0.6
TAKES_WARM_UP = 0.5
"""Of those to whom a warm-up is offered."""

REDUNDANT = 0.5
"""A nudge is redundant when the two were in touch within this share of the cadence."""
ANNOYANCE_HALF_LIFE = 10.0
A_NUDGE, A_REDUNDANT, A_SECOND_TODAY, A_HEAVY = 0.25, 0.5, 0.3, 0.3
HAZARD, HAZARD_SLOPE = 0.002, 0.9

SLOTS = (time(8), time(11, 30), time(17, 30), time(20, 15))
PROFILE = (-0.1, 0.0, 0.1, 0.1, 0.0, 0.1, 0.0, 0.0)
"""What everybody's hours have in common: the four slots of a weekday, then of a weekend day."""

TELLS_DONE = 0.8
"""Of the hellos sent after a nudge, how many are told with a tap."""
TELLS_FEELING = 0.5
"""Of those, how many are followed by a tap about how it left the user."""
TAPS_ANOTHER, TAPS_SNOOZE, TAPS_SKIP = 0.05, 0.15, 0.05
"""What users do who do not act; all others do nothing."""


@dataclass(frozen=True, slots=True)
class World:
    """What differs between the worlds.

    Args:
        name: by which it is asked for.
        slot: the deviation of what an hour does to a user.
        profile: how much the hours that all have in common count.
        habituation: what each nudge of late takes, on the logit scale.
        tastes_change: the day on which hours and people get new effects; None: never.
        annoyance: a factor to all that annoys.
        mistyped: the cadence that is told is the wanted one times a factor from 1/x to x.
        logged: the share of unprompted contacts that are told to the bot.
    """

    name: str
    slot: float = 0.8
    profile: float = 1.0
    habituation: float = 0.1
    tastes_change: int | None = None
    annoyance: float = 1.0
    mistyped: float = 1.0
    logged: float = 0.5


BASE = World("base")
WORLDS: Mapping[str, World] = {
    world.name: world
    for world in (
        BASE,
        replace(BASE, name="flat", slot=0.0, profile=0.0, habituation=0.0),
        replace(BASE, name="drift", tastes_change=90),
        replace(BASE, name="hostile", annoyance=2.0, mistyped=2.0, logged=0.1),
    )
}
