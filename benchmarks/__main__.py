"""``python -m benchmarks [--quick] [--json] [NAME ...]``: measures, and prints what it found."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks import beats, commits, gentleness, imports, plans, reading, starts, throughput
from benchmarks.sizes import FULL, QUICK, Sizes
from benchmarks.tables import Table

BENCHMARKS: Mapping[str, Callable[[Sizes], Iterator[Table]]] = {
    "throughput": throughput.measure,
    "commits": commits.measure,
    "starts": starts.measure,
    "imports": imports.measure,
    "plans": plans.measure,
    "gentleness": gentleness.measure,
    "beats": beats.measure,
    "reading": reading.measure,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what was asked for, print it and return the exit code.

    Raises:
        SystemExit: with 2 on wrong usage, with 0 after ``--help``.
    """
    chosen = _parser().parse_args(argv)
    found = tables(chosen.names or list(BENCHMARKS), QUICK if chosen.quick else FULL)
    if chosen.json:
        print(json.dumps({"machine": machine(), "tables": [one.as_json() for one in found]}))
        return 0
    print(machine(), flush=True)
    for table in found:
        print(f"\n{table.markdown()}", flush=True)
    return 0


def tables(names: Sequence[str], sizes: Sizes) -> Iterator[Table]:
    """Yield each table as soon as it is measured."""
    for name in names:
        yield from BENCHMARKS[name](sizes)


def machine() -> str:
    """Return what the figures hold for, and how busy it is just now."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    load = f"load average {os.getloadavg()[0]:.1f} at the start"
    return f"{python}, {platform.system()}, {os.cpu_count()} processors, {load}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure Hei beside what everybody knows."
    )
    parser.add_argument("--quick", action="store_true", help="only see that it works")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    listed = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", type=_name, metavar="NAME", help=f"of: {listed}")
    return parser


def _name(text: str) -> str:
    if text in BENCHMARKS:
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(BENCHMARKS)}")


if __name__ == "__main__":
    sys.exit(main())
