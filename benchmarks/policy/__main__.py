"""``python -m benchmarks.policy --world NAME``: one world, and how each policy does in it."""

import argparse
import json
import sys
from collections.abc import Sequence

from benchmarks.policy.report import as_json, as_table
from benchmarks.policy.runner import Trial, results
from benchmarks.policy.worlds import WORLDS

MOST = 10**6


def main(argv: Sequence[str] | None = None) -> int:
    """Run one world, print what came of it and return the exit code.

    Raises:
        SystemExit: with 2 on wrong usage, with 0 after ``--help``.
    """
    chosen = _parser().parse_args(argv)
    trial = Trial(WORLDS[chosen.world], chosen.users, chosen.days, chosen.seed)
    found = dict(results(trial, everything=chosen.all))
    if chosen.json:
        print(json.dumps(as_json(trial, found)))
    else:
        print(as_table(trial, found).markdown())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.policy",
        description="Hei's own code before synthetic users, beside simpler policies.",
    )
    parser.add_argument("--world", choices=list(WORLDS), default="base", help="how users behave")
    parser.add_argument("--users", type=_positive, default=500, metavar="N", help="how many")
    parser.add_argument("--days", type=_positive, default=180, metavar="N", help="for how long")
    parser.add_argument("--seed", type=_seed, default=0, metavar="N", help="same in, same out")
    parser.add_argument("--all", action="store_true", help="all baselines and ablations")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser


def _positive(text: str) -> int:
    number = _seed(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return number


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number up to {MOST:,}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
