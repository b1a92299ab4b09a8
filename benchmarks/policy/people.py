"""Synthetic users: what each is like, and what would happen without any nudge.

Knows what is drawn once for a user, whatever the policy. All of it follows from the seed, the
user's number and the world (common random numbers).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from benchmarks.policy import worlds as w
from benchmarks.policy.worlds import World
from bot.domain.records.dose import Ease


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a user's life.

    Args:
        cadence: the days that the user would like to lie between two hellos.
        told: the cadence as it was told to the bot.
        closeness: before and after tastes change, on the logit scale.
        cost: how heavy contact is, from 0 to 1.
        met: when the two are in touch unprompted, in order; the first lies before the start.
        logged: which of these are told to the bot, and when.
    """

    cadence: int
    told: int
    closeness: tuple[float, float]
    cost: float
    met: tuple[datetime, ...]
    logged: tuple[tuple[datetime, datetime], ...]

    @property
    def is_heavy(self) -> bool:
        """Whether contact is heavy."""
        return self.cost > w.HEAVY


@dataclass(frozen=True, slots=True)
class User:
    """One synthetic user."""

    number: int
    seed: int
    begin: datetime
    days: int
    trait: float
    ease: Ease
    slots: tuple[tuple[float, ...], tuple[float, ...]]
    people: tuple[Person, ...]

    @property
    def end(self) -> datetime:
        """When the simulation ends for this user."""
        return self.begin + self.days * w.DAY


def users(world: World, count: int, days: int, seed: int) -> Iterator[User]:
    """Yield the users of a world."""
    for number in range(count):
        chance = Random(f"{world.name} {seed} {number}")  # noqa: S311 - a simulation
        yield _user(world, number, days, seed, chance)


def _user(world: World, number: int, days: int, seed: int, chance: Random) -> User:
    begin = w.BEGIN + timedelta(days=number % 7, milliseconds=1000 * seed + number)
    trait = chance.gauss(*w.TRAIT)
    slots = _slots(world, chance), _slots(world, chance)
    people = tuple(_person(world, begin, days, chance) for _ in range(chance.randint(*w.PEOPLE)))
    return User(
        number,
        seed,
        begin,
        days,
        trait,
        _ease(trait + chance.gauss(0, w.TRAIT[1])),
        slots if world.tastes_change else (slots[0], slots[0]),
        people,
    )


def _slots(world: World, chance: Random) -> tuple[float, ...]:
    return tuple(world.profile * common + chance.gauss(0, world.slot) for common in w.PROFILE)


def _ease(felt: float) -> Ease:
    """Return what a user says about keeping in touch; it tells something of how they will act."""
    middle, width = w.TRAIT
    if felt < middle - 0.6 * width:
        return Ease.COSTS
    return Ease.EASY if felt > middle + 0.6 * width else Ease.BETWEEN


def _person(world: World, begin: datetime, days: int, chance: Random) -> Person:
    cadence = chance.choice(w.CADENCES)
    told = max(1, round(cadence * world.mistyped ** chance.uniform(-1, 1)))
    before, after = chance.gauss(*w.CLOSENESS), chance.gauss(*w.CLOSENESS)
    cost = chance.betavariate(*w.COST)
    met = tuple(_meetings(begin, days, cadence, chance))
    told_of = (
        (at, at + timedelta(hours=chance.uniform(0, 12)))
        for at in met[1:]
        if chance.random() < world.logged
    )
    closeness = before, after if world.tastes_change else before
    return Person(cadence, told, closeness, cost, met, tuple(told_of))


def _meetings(begin: datetime, days: int, cadence: int, chance: Random) -> Iterator[datetime]:
    """Yield the contacts without a nudge: the last one before the start, then those after it."""
    mean = cadence / chance.uniform(*w.UNPROMPTED)
    ago = min(chance.expovariate(1 / mean), w.LONGEST_GONE * cadence)
    yield begin - ago * w.DAY
    at = begin + chance.expovariate(1 / mean) * w.DAY
    while at < begin + days * w.DAY:
        yield at
        at += chance.expovariate(1 / mean) * w.DAY
