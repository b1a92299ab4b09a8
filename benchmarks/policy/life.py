"""One synthetic user under one policy: how nudges are taken, and when it is too much.

Knows the model of docs/policy.md's simulation.
"""

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from math import exp, log2

from benchmarks.policy import worlds as w
from benchmarks.policy.people import Person, User
from benchmarks.policy.worlds import World
from bot.domain.availability.usual_hours import WEEKDAYS, WEEKENDS
from bot.domain.chance import share, stirred
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.outcome import Feeling
from bot.domain.records.profile import QUIET_HOURS

ACTS, BUSY, LEAVES, TAPS, TELLS, FEELS, SAYS, WARMS, LESS = range(9)
"""What a share is drawn for."""


class Act(StrEnum):
    """What a user does about a nudge."""

    DONE = "done"
    SENT = "sent"
    """Said hi and did not tell."""
    SNOOZE = "snooze"
    SKIP = "skip"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reaction:
    """What came of a nudge."""

    act: Act
    feeling: Feeling | None = None
    another: bool = False
    too_much: bool = False


@dataclass(slots=True)
class Tally:
    """What is counted of one user."""

    hellos: int = 0
    nudges: int = 0
    redundant: int = 0
    heavy: int = 0
    quiet: int = 0
    left: bool = False
    turns: float = 0.0
    """Hellos a day that the user would like there to be, with everybody."""
    heavy_turns: float = 0.0
    near: float = 0.0
    """Share of the people's days on which the gap was at most one and a half cadences."""


@dataclass(slots=True)
class Life:
    """A user as they live on."""

    world: World
    user: User
    tally: Tally = field(default_factory=Tally)
    met: list[list[datetime]] = field(default_factory=list)
    annoyance: float = 0.0
    habit: float = 0.0
    nudged_at: datetime | None = None
    faded_at: datetime | None = None
    """When annoyance and habit were last worked out."""

    def __post_init__(self) -> None:
        self.met = [list(one.met) for one in self.user.people]

    def takes(self, index: int, at: datetime, *, warm_up: bool = False) -> Reaction:
        """Return what the user makes of a nudge about a person; it may be the last one."""
        person, gap = self.user.people[index], self.gap(index, at)
        redundant = gap < w.REDUNDANT
        readiness = self.readiness(index, at)
        if warm_up and self._share(WARMS, at, index) < w.TAKES_WARM_UP:
            readiness += w.WARMED_UP
        self._is_nudged(person, at, redundant=redundant)
        acts = self._share(ACTS, at, index) < sigmoid(readiness)
        self.tally.left = self._luck(LEAVES) < 1 - exp(
            -w.HAZARD * exp(w.HAZARD_SLOPE * self.annoyance)
        )
        if acts:
            self.tally.hellos += 1
            insort(self.met[index], at)
        return self._told(person, acts=acts)

    def readiness(self, index: int, at: datetime) -> float:
        """Return how ready the user is to act on a nudge just now, on the logit scale."""
        person, user, wall = self.user.people[index], self.user, _wall(at)
        changed = self.world.tastes_change
        late = bool(changed and at >= user.begin + changed * w.DAY)
        self._fade(at)
        return (
            user.trait
            + user.slots[late][slot_of(wall)]
            + person.closeness[late]
            - w.COST_SLOPE * person.cost
            - w.GAP_SLOPE * max(0.0, log2(max(self.gap(index, at), 0.01)))
            - self.world.habituation * self.habit
            - w.ANNOYED_SLOPE * self.annoyance
            + w.DRAFT
            + w.BUSY * (self._share(BUSY, at, 0) < w.BUSY_SHARE)
            + w.WRONG_MOMENT * (not is_right(wall))
        )

    def gap(self, index: int, at: datetime) -> float:
        """Return how long the two have not been in touch, in wanted cadences."""
        met = self.met[index]
        last = met[max(0, bisect_right(met, at) - 1)]
        return (at - last) / w.DAY / self.user.people[index].cadence

    def ends(self) -> None:
        """Work out how near people were kept over all the days, also those after leaving."""
        near = whole = 0.0
        for person, met in zip(self.user.people, self.met, strict=True):
            reach = 1.5 * person.cadence * w.DAY
            for last, following in zip(met, [*met[1:], self.user.end], strict=True):
                start, end = max(last, self.user.begin), min(following, last + reach)
                near += max(timedelta(), end - start) / w.DAY
            whole += self.user.days
            self.tally.turns += 1 / person.cadence
            self.tally.heavy_turns += person.is_heavy / person.cadence
        self.tally.near = near / whole

    def _is_nudged(self, person: Person, at: datetime, *, redundant: bool) -> None:
        tally = self.tally
        again = self.nudged_at is not None and _wall(self.nudged_at).date() == _wall(at).date()
        self.annoyance += self.world.annoyance * (
            w.A_NUDGE
            + w.A_REDUNDANT * redundant
            + w.A_SECOND_TODAY * again
            + w.A_HEAVY * person.is_heavy
        )
        self.habit += 1
        self.nudged_at = at
        tally.nudges += 1
        tally.redundant += redundant
        tally.heavy += person.is_heavy
        tally.quiet += _wall(at).time() in QUIET_HOURS

    def _fade(self, at: datetime) -> None:
        days = (at - self.faded_at) / w.DAY if self.faded_at else 0.0
        self.annoyance *= 2 ** (-days / w.ANNOYANCE_HALF_LIFE)
        self.habit *= 2 ** (-days / w.HABIT_HALF_LIFE)
        self.faded_at = at

    def _told(self, person: Person, *, acts: bool) -> Reaction:
        too_much = self._luck(LESS) < 0.5 * sigmoid((self.annoyance - 1.5) / 0.3)
        if not acts:
            return self._declined(too_much=too_much)
        if self._luck(TELLS) >= w.TELLS_DONE:
            return Reaction(Act.SENT, too_much=too_much)
        felt = self._feeling(person) if self._luck(FEELS) < w.TELLS_FEELING else None
        return Reaction(Act.DONE, felt, too_much=too_much)

    def _declined(self, *, too_much: bool) -> Reaction:
        luck, another = self._luck(TAPS), self._luck(SAYS) < w.TAPS_ANOTHER
        if luck < w.TAPS_SNOOZE:
            return Reaction(Act.SNOOZE, another=another, too_much=too_much)
        skips = luck < w.TAPS_SNOOZE + w.TAPS_SKIP
        return Reaction(Act.SKIP if skips else Act.NOTHING, another=another, too_much=too_much)

    def _feeling(self, person: Person) -> Feeling:
        luck = self._luck(SAYS)
        if luck < 0.8 * person.cost:
            return Feeling.HEAVIER
        return Feeling.LIGHTER if luck > 1 - 0.6 * (1 - person.cost) else Feeling.NEUTRAL

    def _share(self, what: int, at: datetime, index: int) -> float:
        """Return the luck of a day with a person: the same under every policy."""
        day = _wall(at).toordinal()
        return share(stirred(self.user.seed, self.user.number, what, day), index)

    def _luck(self, what: int) -> float:
        """Return the luck with the n-th nudge: the same under every policy."""
        return share(stirred(self.user.seed, self.user.number, what), self.tally.nudges)


def sigmoid(x: float) -> float:
    """Return the logistic function."""
    return 1 / (1 + exp(-x))


def slot_of(wall: datetime) -> int:
    """Return which of the eight slots a wall time lies in, or came last before it."""
    slot = sum(wall.time() >= start for start in w.SLOTS)
    return max(0, slot - 1) + len(w.SLOTS) * (wall.weekday() >= 5)


def is_right(wall: datetime) -> bool:
    """Tell whether a wall time suits the usual habits of others."""
    return any(wall.time() in hours for hours in (WEEKENDS if wall.weekday() >= 5 else WEEKDAYS))


@lru_cache(maxsize=64)
def _wall(at: datetime) -> datetime:
    return to_wall(at, w.ZONE)
