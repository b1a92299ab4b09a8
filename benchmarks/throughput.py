"""Updates per second, end to end, with every change durable, beside an echo bot doing nothing.

Measures both bots before the same stand-in on this machine, and what memory they came to need.
It does not measure Telegram: over the real network the wait for its answers counts, too.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bots import Bot, StandIn, Texts, echo, hei, stand_in
from benchmarks.processes import peak_megabytes, processor_seconds
from benchmarks.sizes import Sizes
from benchmarks.tables import Table, Value

FIRST_USER = 1001


@dataclass(frozen=True, slots=True)
class Run:
    """One bot under load: updates a second, milliseconds of processor an update, peak MB."""

    rate: float
    cost: float
    peak: float


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield the rates in turn, and the memory."""
    pairs = [(_run(hei, sizes), _run(echo, sizes)) for _ in range(sizes.pairs)]
    yield _rates(pairs, sizes)
    yield _memory(pairs)


def _rates(pairs: list[tuple[Run, Run]], sizes: Sizes) -> Table:
    compared = [_compared(*pair) for pair in pairs]
    rows: list[tuple[Value, ...]] = [(str(n), *figures) for n, figures in enumerate(compared, 1)]
    middle = [median(column) for column in zip(*compared, strict=True)]
    return Table(
        "throughput",
        "Updates per second, end to end",
        {
            "Pair": "",
            "Hei, updates/s": ".0f",
            "Echo, updates/s": ".0f",
            "Hei : echo": ".2f",
            "Hei, CPU ms/update": ".2f",
            "Echo, CPU ms/update": ".2f",
            "CPU, Hei : echo": ".2f",
        },
        [*rows, ("**median**", *middle)],
        f"{sizes.users * sizes.notes:,} notes from {sizes.users} users, one change and one answer "
        "each. Hei commits durably before it acknowledges; the echo bot (python-telegram-bot's own "
        "Application and polling) writes nothing and sends one answer after the other. From the "
        "moment all notes wait to the last answer, as the stand-in sees it. Target: at least 0.60 "
        "of the echo bot's rate.",
    )


def _compared(ours: Run, theirs: Run) -> tuple[float, ...]:
    rates = (ours.rate, theirs.rate, ours.rate / theirs.rate)
    return (*rates, ours.cost, theirs.cost, ours.cost / theirs.cost)


def _memory(pairs: list[tuple[Run, Run]]) -> Table:
    ours, theirs = (median(run.peak for run in runs) for runs in zip(*pairs, strict=True))
    return Table(
        "memory",
        "Peak memory after these updates",
        {"Bot": "", "MB": ".0f", "It : echo": ".2f"},
        [("Hei", ours, ours / theirs), ("Echo", theirs, 1.0)],
    )


def _run(bot: Bot, sizes: Sizes) -> Run:
    users = range(FIRST_USER, FIRST_USER + sizes.users)
    with TemporaryDirectory(prefix="hei-bench-") as name:
        folder = Path(name)
        with stand_in(folder) as api:
            with bot(api, folder, users) as process:
                run = _under_load(api, process.pid, users, sizes.notes)
            _check(folder, sizes)
    return run


def _under_load(api: StandIn, pid: int, users: Sequence[int], notes: int) -> Run:
    """Let everybody add Kari, and when all is quiet write all the notes at once."""
    api.post([(user, "/add Kari every 3 weeks last: yesterday") for user in users])
    api.settled()
    texts: Texts = [(user, f"/note Kari: thing {n}") for n in range(notes) for user in users]
    before = processor_seconds(pid)
    found = api.post(texts)
    cost = processor_seconds(pid) - before
    if found.posted_at is None or found.last_at is None or api.settled().answers != len(texts):
        raise RuntimeError(f"not one answer to each of {len(texts)} updates")
    rate = len(texts) / (found.last_at - found.posted_at)
    return Run(rate, cost / len(texts) * 1000, peak_megabytes(pid))


def _check(folder: Path, sizes: Sizes) -> None:
    """See that what Hei was told is on disk, if it was Hei.

    Raises:
        RuntimeError: a note is missing or there twice.
    """
    books = [json.loads(path.read_bytes()) for path in folder.glob("books/*.json")]
    kept = sum(len(one["notes"]) for book in books for one in book["contacts"].values())
    if books and kept != sizes.users * sizes.notes:
        raise RuntimeError(f"{kept} notes on disk instead of {sizes.users * sizes.notes}")
