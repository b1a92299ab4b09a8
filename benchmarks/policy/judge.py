"""``python -m benchmarks.policy.judge``: all four worlds over many seeds, Hei beside the queue.

Knows which seeds judge: 10 to 39. Those from 0 to 9, of the world base, were tuned on.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.policy import baselines, hei
from benchmarks.policy.picture import Bar, drawn
from benchmarks.policy.results import Result
from benchmarks.policy.runner import Trial
from benchmarks.policy.worlds import WORLDS
from benchmarks.tables import Table, Value

SEEDS = range(10, 40)
DAYS = 180
COLUMNS = {
    "World": "",
    "Hellos a week, Hei": ".3f",
    "Queue": ".3f",
    "Hei : queue": ".2f",
    "Seeds won": ".0f",
    "Nudges a week, Hei": ".3f",
    "Queue's": ".3f",
    "Worst match": ".3f",
    "Retention, Hei": ".3f",
    "Queue, kept": ".3f",
    "Points": ".1f",
    "Redundant, Hei": ".3f",
    "Queue, redundant": ".3f",
    "Heavy, Hei": ".3f",
    "Queue, heavy": ".3f",
    "Heavy, wanted": ".3f",
    "In quiet hours": ".0f",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """What came of both policies with one seed."""

    hei: Result
    queue: Result


def main(argv: Sequence[str] | None = None) -> int:
    """Judge, print the table, draw the picture if one is wanted, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.policy.judge")
    parser.add_argument("--users", type=int, default=100, metavar="N", help="in each world")
    parser.add_argument("--seeds", type=int, default=len(SEEDS), metavar="N", help="how many")
    parser.add_argument("--picture", type=Path, metavar="PATH", help="where to draw an SVG")
    chosen = parser.parse_args(argv)
    found = {name: list(pairs(name, chosen.users, SEEDS[: chosen.seeds])) for name in WORLDS}
    print(table(found, chosen.users).markdown())
    if chosen.picture:
        chosen.picture.write_text(picture(found), "utf-8")
    return 0


def pairs(world: str, users: int, seeds: Sequence[int]) -> Iterator[Pair]:
    """Yield what comes of both policies, seed by seed."""
    for seed in seeds:
        trial = Trial(WORLDS[world], users, DAYS, seed)
        ours = trial.of(hei.run)
        yield Pair(ours, trial.matched(baselines.queue, ours.nudges_per_week))


def table(found: dict[str, list[Pair]], users: int) -> Table:
    """Return the means over the seeds, one row for each world."""
    seeds = len(next(iter(found.values())))
    note = (
        f"{seeds} seeds from {SEEDS[0]} on, {users} users for {DAYS} days each; means over seeds."
    )
    return Table(
        "judge", "Hei beside the queue", COLUMNS, [_row(*pair) for pair in found.items()], note
    )


def picture(found: dict[str, list[Pair]]) -> str:
    """Return the hellos and the retention of both policies in each world, drawn."""
    return drawn(
        "Hellos a week for each enrolled user, at equal nudges",
        [
            Bar(
                world,
                _mean(each, lambda pair: pair.hei.hellos_per_week),
                _mean(each, lambda pair: pair.queue.hellos_per_week),
                100 * _mean(each, lambda pair: pair.hei.retention),
                100 * _mean(each, lambda pair: pair.queue.retention),
            )
            for world, each in found.items()
        ],
    )


def _row(world: str, each: list[Pair]) -> list[Value]:
    ours = _mean(each, lambda pair: pair.hei.hellos_per_week)
    theirs = _mean(each, lambda pair: pair.queue.hellos_per_week)
    kept = [_mean(each, get) for get in (lambda p: p.hei.retention, lambda p: p.queue.retention)]
    return [
        world,
        ours,
        theirs,
        ours / theirs if theirs else None,
        sum(pair.hei.hellos_per_week > pair.queue.hellos_per_week for pair in each),
        _mean(each, lambda pair: pair.hei.nudges_per_week),
        _mean(each, lambda pair: pair.queue.nudges_per_week),
        max(abs(p.queue.nudges_per_week / p.hei.nudges_per_week - 1) for p in each),
        *kept,
        100 * (kept[0] - kept[1]),
        _mean(each, lambda pair: pair.hei.redundant),
        _mean(each, lambda pair: pair.queue.redundant),
        _mean(each, lambda pair: pair.hei.heavy),
        _mean(each, lambda pair: pair.queue.heavy),
        _mean(each, lambda pair: pair.hei.heavy_share),
        sum(pair.hei.quiet_violations for pair in each),
    ]


def _mean(each: list[Pair], get: Callable[[Pair], float]) -> float:
    return fmean(get(pair) for pair in each)


if __name__ == "__main__":
    sys.exit(main())
