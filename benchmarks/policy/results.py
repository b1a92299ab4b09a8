"""What came of a policy in a world: figures for the table and for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.policy.life import Tally

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """One policy over all users; leavers stay in every denominator (intention to treat).

    Args:
        hellos_per_week: hellos sent after a nudge, per enrolled user-week.
        hellos_ci: the 95 % bootstrap interval of it, over users.
        nudges_per_week: nudges per enrolled user-week.
        retention: the share of users who have not left at the end.
        redundant: the share of nudges about somebody in touch within half a cadence.
        coverage: the share of all people's days on which the gap was at most 1.5 cadences.
        quiet_violations: nudges sent in quiet hours.
        heavy: the share of nudges that were about heavy people.
        heavy_share: the share of all wanted hellos that is theirs.
    """

    hellos_per_week: float
    hellos_ci: tuple[float, float]
    nudges_per_week: float
    retention: float
    redundant: float
    coverage: float
    quiet_violations: int
    heavy: float
    heavy_share: float

    def as_json(self) -> dict[str, object]:
        """Return what programs are promised."""
        return {
            "hellos_per_week": self.hellos_per_week,
            "hellos_ci": list(self.hellos_ci),
            "nudges_per_week": self.nudges_per_week,
            "retention": self.retention,
            "redundant": self.redundant,
            "coverage": self.coverage,
            "quiet_violations": self.quiet_violations,
        }


def result_of(tallies: Sequence[Tally], days: int, seed: int) -> Result:
    """Return the figures of one policy."""
    weeks = len(tallies) * days / 7
    nudges = sum(one.nudges for one in tallies)
    return Result(
        hellos_per_week=sum(one.hellos for one in tallies) / weeks,
        hellos_ci=_interval([one.hellos for one in tallies], days, seed),
        nudges_per_week=nudges / weeks,
        retention=1 - sum(one.left for one in tallies) / len(tallies),
        redundant=sum(one.redundant for one in tallies) / max(1, nudges),
        coverage=sum(one.near for one in tallies) / len(tallies),
        quiet_violations=sum(one.quiet for one in tallies),
        heavy=sum(one.heavy for one in tallies) / max(1, nudges),
        heavy_share=sum(t.heavy_turns for t in tallies) / sum(t.turns for t in tallies),
    )


def _interval(hellos: Sequence[int], days: int, seed: int) -> tuple[float, float]:
    """Return the middle 95 % of what other draws of as many users would have given."""
    chance, weeks = Random(seed), len(hellos) * days / 7  # noqa: S311 - a simulation
    means = sorted(sum(chance.choices(hellos, k=len(hellos))) / weeks for _ in range(RESAMPLES))
    return means[RESAMPLES * 25 // 1000], means[RESAMPLES * 975 // 1000 - 1]
