"""Which of the good hours a day gets: learned from what the user did, never from replies.

Knows the user's slots and what came of the nudges sent in each. Refuses to know contacts: an hour
suits the user, whoever it is about. Nothing is stored: all of it follows from the Book's nudges,
so it can be shown, and forgotten by not looking further back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from math import cos, log, pi, sqrt

from bot.domain import parameters as p
from bot.domain.availability.usual_hours import SATURDAY, USER_SLOTS, starts_on
from bot.domain.chance import share, stirred
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import to_wall
from bot.domain.records.book import Book
from bot.domain.records.history import REMEMBERED, Same
from bot.domain.records.nudge import Closed, Closing, Nudge, Origin

REWARDS = {Closing.DONE: p.REWARD_DONE, Closing.SNOOZED: p.REWARD_SNOOZE}


@dataclass(frozen=True, slots=True, order=True)
class Arm:
    """A slot of a weekday or of a weekend day."""

    weekend: bool
    slot: int

    @property
    def hours(self) -> Hours:
        """The slot's hours."""
        return USER_SLOTS[self.slot]


@dataclass(frozen=True, slots=True)
class Belief:
    """A beta distribution of how often a nudge in a slot is taken up."""

    taken: float
    left: float

    @property
    def mean(self) -> float:
        """The share that is taken up."""
        return self.taken / (self.taken + self.left)

    def drawn(self, seed: int, number: int) -> float:
        """Return a draw, by the normal that has its mean and variance."""
        whole = self.taken + self.left
        deviation = sqrt(self.mean * (1 - self.mean) / (whole + 1))
        return self.mean + deviation * _normal(seed, number)


AHEAD_OF_UTC = timedelta(hours=14)
"""No zone is further ahead; so that no date of its own is later than this one's in UTC."""
ON_ONE_DAY = 8
"""More nudges than can come to an end on one day; they do not count yet, and push out no older."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one nudge told of its slot, and a date by which that was surely known everywhere."""

    arm: Arm
    known_on: date
    reward: float


@dataclass(frozen=True, slots=True, eq=False)
class Timing:
    """What decides the slot of each day for one user; one for each state of their Book."""

    nudges: Mapping[int, Nudge]
    since: datetime | None
    zone: str
    quiet: Hours
    seed: int

    def learns_from(self, nudge: Nudge) -> bool:
        """Tell whether it is known what a nudge was worth, and it is not from before a reset."""
        if reward_of(nudge) is None or nudge.sent_at is None:
            return False
        return self.since is None or nudge.sent_at >= self.since

    def suits(self, wall: datetime) -> bool:
        """Tell whether a local time lies in a slot that its day gets."""
        return any(wall.time() in slot for slot in slots_on(self, wall.date()))


def timing(book: Book) -> Timing:
    """Return what decides the slots of this user."""
    return _timing(Same(book.nudges), Same(book.profile))


@lru_cache(maxsize=REMEMBERED)
def _timing(nudges: Same, settings: Same) -> Timing:
    profile = settings.held
    return Timing(nudges.held, profile.learns_since, profile.zone, profile.quiet, profile.seed)


@lru_cache(maxsize=1024)
def slots_on(timing: Timing, day: date) -> tuple[Hours, ...]:
    """Return the one slot of a day by Thompson sampling; now and then any, to go on learning.

    As long as little is known, a day has all of its slots; one without good hours has none.

    What came to an end on the day itself does not count yet: a day keeps its slot.
    """
    arms = _arms_of(timing.zone, timing.quiet, weekend=day.weekday() >= SATURDAY)
    known = _known(timing, day)
    if not arms or len(known) < p.TIMED_FROM:
        return tuple(arm.hours for arm in arms)
    seed = stirred(timing.seed, day.toordinal())
    if share(seed, len(USER_SLOTS)) < p.EXPLORATION:
        return (arms[int(share(seed, len(USER_SLOTS) + 1) * len(arms))].hours,)
    best = max(arms, key=lambda arm: _posterior(known, arm, day).drawn(seed, arm.slot))
    return (best.hours,)


def _posterior(known: Sequence[Evidence], arm: Arm, day: date) -> Belief:
    mean = p.PRIOR_MEAN + p.PRIOR_MORE * (arm in LIKELIER)
    taken, left = mean * p.PRIOR_STRENGTH, (1 - mean) * p.PRIOR_STRENGTH
    for one in known:
        if one.arm == arm:
            weight = p.FORGETTING ** (day - one.known_on).days
            taken += weight * one.reward
            left += weight * (1 - one.reward)
    return Belief(taken, left)


def _known(timing: Timing, day: date) -> Sequence[Evidence]:
    """Return the newest evidence from before a day."""
    return [one for one in _evidence(timing) if one.known_on < day][: p.LEARNED_FROM]


@lru_cache(maxsize=REMEMBERED)
def _evidence(timing: Timing) -> Sequence[Evidence]:
    """Return what the newest nudges tell of their slots, the newest first."""
    newest = map(timing.nudges.__getitem__, sorted(timing.nudges, reverse=True))
    telling = filter(timing.learns_from, newest)
    found = (_told(nudge, timing.zone) for nudge in islice(telling, p.LEARNED_FROM + ON_ONE_DAY))
    return tuple(filter(None, found))


def _told(nudge: Nudge, zone: str) -> Evidence | None:
    """Return what a nudge tells of its slot; None when it went out in no slot."""
    reward, state = reward_of(nudge), nudge.state
    if reward is None or not isinstance(state, Closed) or state.sent_at is None:
        return None
    arm = arm_at(state.sent_at, zone)
    return Evidence(arm, (state.at + AHEAD_OF_UTC).date(), reward) if arm else None


def reward_of(nudge: Nudge) -> float | None:
    """Return what a nudge of Hei's own was worth to its hour; None while that is not known."""
    state = nudge.state
    if nudge.origin is not Origin.PLANNED or not isinstance(state, Closed):
        return None
    if state.sent_at is None or state.how in {Closing.REPLACED, Closing.WITHDRAWN}:
        return None
    soon = state.at - state.sent_at <= p.REWARD_WITHIN
    another = p.REWARD_ANOTHER if nudge.further else 0.0
    return max(REWARDS.get(state.how, 0.0) * soon, another)


def beliefs(book: Book, day: date) -> Mapping[Arm, Belief]:
    """Return what was learned of each slot that holds good hours, before a local date."""
    known, profile = _known(timing(book), day), book.profile
    return {
        arm: _posterior(known, arm, day)
        for weekend in (False, True)
        for arm in _arms_of(profile.zone, profile.quiet, weekend=weekend)
    }


def is_liked(book: Book, arm: Arm, day: date) -> bool:
    """Tell whether nudges in a slot were taken up more often than expected at first."""
    return _posterior(_known(timing(book), day), arm, day).mean > p.PRIOR_MEAN + p.PRIOR_MORE


@lru_cache(maxsize=4096)
def arm_at(at: datetime, zone: str) -> Arm | None:
    """Return the slot that an instant lies in; None outside all of them."""
    wall = to_wall(at, zone)
    slots = (number for number, slot in enumerate(USER_SLOTS) if wall.time() in slot)
    slot = next(slots, None)
    return None if slot is None else Arm(wall.weekday() >= SATURDAY, slot)


@lru_cache(maxsize=1024)
def _arms_of(zone: str, quiet: Hours, *, weekend: bool) -> tuple[Arm, ...]:
    """Return the slots that hold good hours outside quiet ones; every week is alike."""
    day = date(2024, 1, 6 if weekend else 3)
    starts = [start for start in starts_on(day, zone, quiet) if start not in quiet]
    arms = (Arm(weekend, number) for number in range(len(USER_SLOTS)))
    return tuple(arm for arm in arms if any(start in arm.hours for start in starts))


LIKELIER = {Arm(weekend=False, slot=2), Arm(weekend=False, slot=3), Arm(weekend=True, slot=1)}
"""Evenings, and weekends around noon."""


def _normal(seed: int, number: int) -> float:
    """Return a standard normal draw (Box & Muller 1958)."""
    radius = sqrt(-2 * log(share(seed, number)))
    return radius * cos(2 * pi * share(seed ^ 1 << 40, number))
