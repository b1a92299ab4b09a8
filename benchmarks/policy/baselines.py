"""Simpler policies, each before the same synthetic user.

All of them look once a day, at noon, which is a good hour for everybody; none knows more of the
user than what they told, but for the oracle.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from benchmarks.policy import worlds as w
from benchmarks.policy.life import Life
from bot.domain.chance import share, stirred
from bot.domain.clock.wall_time import at_local, to_wall

NOON = time(12)
FIXED = timedelta(days=3)
CREDIT = 1.5
"""Nudges that a queue saves up at the most."""


@dataclass(slots=True)
class Known:
    """What a policy knows of one person: the told cadence and what was told of contacts."""

    index: int
    every: timedelta
    last_at: datetime
    """The latest of: a contact that was told, a nudge."""


Policy = Callable[[Life], None]


def monica(life: Life) -> None:
    """Remind of each person N days after the last reminder, whatever happened since.

    That is Monica's stay-in-touch: next = send date + N, one hour, no cap.
    """
    people = _people(life)
    for now in _noons(life):
        for person in people:
            if person.last_at + person.every <= now and not life.tally.left:
                person.last_at = now
                life.takes(person.index, now)


def monica_reset(life: Life) -> None:
    """Remind of the most overdue person, at most of one a day; a told contact starts anew."""
    queue(life, 1.0)


def queue(life: Life, a_day: float) -> None:
    """Remind of whoever has been due for longest, at a rate: the due queue."""
    people, told, credit = _people(life), _tellings(life), _begin(life)
    for now in _noons(life):
        _hear(people, told, now)
        credit = min(CREDIT, credit + a_day)
        due = [one for one in people if one.last_at + one.every <= now]
        if due and credit >= 1:
            credit -= 1
            person = min(due, key=lambda one: one.last_at + one.every)
            person.last_at = now
            life.takes(person.index, now)


def fixed(life: Life) -> None:
    """Remind of one after another every third day, due or not."""
    people, following = _people(life), life.user.begin
    for count, now in enumerate(_noons(life)):
        if now >= following:
            following = now + FIXED - timedelta(hours=1)
            life.takes(people[count // FIXED.days % len(people)].index, now)


def organic(life: Life) -> None:
    """Remind of nobody."""
    for _ in _noons(life):
        pass


def oracle(life: Life, a_day: float) -> None:
    """Remind, at a rate, of whoever the user is readiest to write to, if it is not redundant.

    It sees what nobody can know. Even so it looks only once a day, at the user's best slot.
    """
    credit = _begin(life)
    for noon in _noons(life):
        credit = min(CREDIT, credit + a_day)
        if credit < 1:
            continue
        best = max(_options(life, noon), default=None)
        if best and best[0] > ORACLE_AT:
            credit -= 1
            life.takes(best[2], best[1])


ORACLE_AT = -1.0
"""How ready a user has to be for the oracle to speak, on the logit scale."""


def _options(life: Life, noon: datetime) -> Iterator[tuple[float, datetime, int]]:
    for at in _moments(noon):
        for index in range(len(life.user.people)):
            if life.gap(index, at) >= w.REDUNDANT:
                yield life.readiness(index, at), at, index


def _moments(noon: datetime) -> Iterator[datetime]:
    """Yield one good moment for each slot from noon on."""
    yield noon
    day = to_wall(noon, w.ZONE).date()
    yield at_local(day, time(17, 30), w.ZONE)
    if day.weekday() < 5:
        yield at_local(day, time(20, 15), w.ZONE)


def _begin(life: Life) -> float:
    """Return what a user's queue begins with; all in step would make totals jump."""
    return 0.5 + share(stirred(life.user.seed, life.user.number), 0)


def _people(life: Life) -> list[Known]:
    return [
        Known(index, person.told * w.DAY, person.met[0])
        for index, person in enumerate(life.user.people)
    ]


def _tellings(life: Life) -> list[tuple[datetime, int, datetime]]:
    """Return what will be told unprompted, the soonest last."""
    return sorted(
        (
            (at, index, occurred_at)
            for index, person in enumerate(life.user.people)
            for occurred_at, at in person.logged
        ),
        reverse=True,
    )


def _hear(people: list[Known], told: list[tuple[datetime, int, datetime]], now: datetime) -> None:
    while told and told[-1][0] <= now:
        _, index, occurred_at = told.pop()
        people[index].last_at = max(people[index].last_at, occurred_at)


def _noons(life: Life) -> Iterator[datetime]:
    """Yield each noon until the end, or until the user leaves."""
    day = to_wall(life.user.begin, w.ZONE).date()
    while not life.tally.left:
        noon = at_local(day, NOON, w.ZONE)
        if noon >= life.user.end:
            return
        if noon >= life.user.begin:
            yield noon
        day += timedelta(days=1)
