"""Planning the next nudge: pure arithmetic on a Book, beside parsing the file it lies in.

Measures the first look at a Book, when nothing is remembered of it, and the second. It does not
measure reading and sending.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.books import LUNCH, book_of, file_of
from benchmarks.side_by_side import in_turn, ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table, Value
from bot.domain.policy.agenda import next_due_at, propose
from bot.domain.records.book import Book

INSTANT = timedelta(microseconds=1)
LUNCHES = [LUNCH + timedelta(days=n) for n in range(28)]
"""Not every lunch is a day's slot, once something was learned of the hours."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Seconds of each step on one Book, in the order in which they were taken."""

    first: float
    again: float
    due: float
    parse: float


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield the costs for each number of people."""
    looks = [partial(_look, *_kind(people, sizes.outcomes)) for people in sizes.people]
    plans = in_turn(sizes.plans, looks)
    yield Table(
        "plans",
        "Planning the next nudge",
        {
            "People": ".0f",
            "`propose`, first look, ms": ".2f",
            "`propose` again, ms": ".2f",
            "`next_due_at`, ms": ".2f",
            "`json.loads`, ms": ".2f",
            "First look : `json.loads`": ".2f",
            "Again : `json.loads`": ".2f",
            "`next_due_at` : `json.loads`": ".2f",
        },
        [_row(*pair) for pair in zip(sizes.people, plans, strict=True)],
        f"{sizes.outcomes:,} outcomes about these people in each Book, {sizes.plans} rounds in "
        "turn, medians. `json.loads` parses the file of the same Book.",
    )


def _row(people: int, plans: Sequence[Plan]) -> list[Value]:
    first, again, due, parse = (
        [getattr(plan, field.name) for plan in plans] for field in fields(Plan)
    )
    times = [median(column) * 1000 for column in (first, again, due, parse)]
    return [people, *times, *(ratio(column, parse) for column in (first, again, due))]


def _kind(
    people: int, outcomes: int
) -> tuple[Callable[[datetime], Book], Iterator[datetime], bytes]:
    """Return what makes Books of one kind, instants for them, and a file of one."""
    kind = partial(book_of, people, outcomes)
    at = next((at for at in LUNCHES if propose(kind(at), at)), None)
    if at is None:
        raise RuntimeError("there is nothing to plan, so nothing to measure")
    with TemporaryDirectory(prefix="hei-bench-") as name:
        content = file_of(kind(at), Path(name, "1.json"), at)
    return kind, (at + n * INSTANT for n in count(1)), content


def _look(kind: Callable[[datetime], Book], nows: Iterator[datetime], content: bytes) -> Plan:
    """Measure a Book that nobody looked at: all of its instants are new."""
    now = next(nows)
    book = kind(now)
    return Plan(
        _seconds(partial(propose, book, now)),
        _seconds(partial(propose, book, now)),
        _seconds(partial(next_due_at, book, now)),
        _seconds(partial(json.loads, content)),
    )


def _seconds(step: Callable[[], object]) -> float:
    began = perf_counter()
    step()
    return perf_counter() - began
