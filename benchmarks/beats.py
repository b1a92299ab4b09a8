"""One heartbeat over many users: who is due, before anything is sent, beside looking at everybody.

Measures the memory that the heartbeat asks. It does not measure Books: see plans.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter

from benchmarks.books import LUNCH
from benchmarks.side_by_side import in_turn, ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table
from bot.adapters.tinydb.due_index import DueIndex, Entry

HOUR = timedelta(hours=1)
ONE_IN = 100
"""One user in so many is due."""


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield what one beat costs."""
    entries = {user: Entry(_at(user), LUNCH - HOUR) for user in range(sizes.waiting)}
    index, due = DueIndex(entries.items()), sizes.waiting // ONE_IN
    ways: dict[str, Callable[[], object]] = {
        "Looking at everybody": partial(_scan, entries, LUNCH),
        "Hei: who is due": partial(index.due, LUNCH, due),
        "Hei: and noting all of them as due tomorrow, and back": partial(_note, index, due),
    }
    times = in_turn(sizes.plans, [partial(_seconds, way) for way in ways.values()])
    yield Table(
        "beats",
        "One heartbeat, before anything is sent",
        {"Way": "", "ms": ".2f", "Way : everybody": ".4f"},
        [
            [name, sorted(taken)[len(taken) // 2] * 1000, ratio(taken, times[0])]
            for name, taken in zip(ways, times, strict=True)
        ],
        f"{sizes.waiting:,} users of whom {due:,} are due, {sizes.plans} rounds in turn, medians.",
    )


def _at(user: int) -> datetime:
    return LUNCH - HOUR if user % ONE_IN == 0 else LUNCH + user * HOUR


def _scan(entries: dict[int, Entry], now: datetime) -> list[int]:
    return [user for user, entry in entries.items() if entry.at and entry.at <= now]


def _note(index: DueIndex, due: int) -> None:
    for at in (LUNCH + 24 * HOUR, LUNCH - HOUR):
        for number in range(due):
            index.put(number * ONE_IN, at, LUNCH - HOUR)


def _seconds(step: Callable[[], object]) -> float:
    began = perf_counter()
    step()
    return perf_counter() - began
