"""Every policy before the same users, and those at a rate matched in nudges."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from benchmarks.policy import ablations, baselines, hei
from benchmarks.policy.life import Life, Tally
from benchmarks.policy.people import users
from benchmarks.policy.results import Result, result_of
from benchmarks.policy.worlds import World

WITHIN = 0.01
"""How near a matched policy comes to Hei in nudges; 0.02 is asked for."""
STEPS = 14
MOST_A_DAY = 1.0

Policy = Callable[[Life], None]
PLAIN: Mapping[str, Policy] = {
    "monica": baselines.monica,
    "monica_reset": baselines.monica_reset,
    "fixed": baselines.fixed,
    "organic": baselines.organic,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A world, how many users live in it for how long, and the seed of it all."""

    world: World
    users: int
    days: int
    seed: int

    def of(self, policy: Policy) -> Result:
        """Return what a policy makes of it."""
        tallies = [self._lived(policy, life) for life in self._lives()]
        return result_of(tallies, self.days, self.seed)

    def matched(self, policy: Callable[[Life, float], None], target: float) -> Result:
        """Return what a policy with a rate makes of it, at so many nudges a week.

        Where so many cannot be had, it is as near as it gets.
        """
        rate, found = target / 7, []
        for step in range(STEPS):
            found.append(self.of(partial(_at_rate, policy, rate)))
            sent = found[-1].nudges_per_week
            if abs(sent - target) <= WITHIN * target or not sent:
                break
            rate = min(MOST_A_DAY, rate * (target / sent) ** (1 if step < STEPS / 2 else 0.5))
        return min(found, key=lambda result: abs(result.nudges_per_week - target))

    def _lives(self) -> Iterator[Life]:
        for user in users(self.world, self.users, self.days, self.seed):
            yield Life(self.world, user)

    def _lived(self, policy: Policy, life: Life) -> Tally:
        policy(life)
        life.ends()
        return life.tally


def results(trial: Trial, *, everything: bool) -> Iterator[tuple[str, Result]]:
    """Yield each policy's result as soon as it is known, Hei's first."""
    ours = trial.of(hei.run)
    yield "hei", ours
    yield "matched_queue", trial.matched(baselines.queue, ours.nudges_per_week)
    if not everything:
        return
    for name, policy in PLAIN.items():
        yield name, trial.of(policy)
    yield "oracle", trial.matched(baselines.oracle, ours.nudges_per_week)
    for name, without in ablations.ABLATIONS.items():
        with without():
            yield name, trial.of(hei.run)


def _at_rate(policy: Callable[[Life, float], None], rate: float, life: Life) -> None:
    policy(life, rate)
