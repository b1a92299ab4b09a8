"""One durable commit of a Book beside what a disk takes for an fsync alone.

Measures the calls that a turn makes, on the disk of the temporary folder. It does not measure
whether that disk keeps what it says it keeps.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.books import LUNCH, book_of, file_of
from benchmarks.side_by_side import ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table
from bot.adapters.system_clock import SystemClock
from bot.adapters.tinydb import TinyDbBooks
from bot.adapters.tinydb.durable import replace_file

USER, PERSON = 1, 1
WAYS = (
    "fsync alone: the same bytes over an open file",
    "The same bytes as a new file: fsync, rename, fsync of the folder",
    "Hei's commit: open the Book, change a person, leave",
)
Write = Callable[[int], Awaitable[None]]
Cost = tuple[float, float]
"""Seconds, and seconds of the processor in all threads."""


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield the costs of the three ways to the disk."""
    with TemporaryDirectory(prefix="hei-bench-") as name:
        folder = Path(name)
        book = book_of(sizes.book, sizes.book * 4 // 3, LUNCH)
        content = file_of(book, folder / f"{USER}.json", LUNCH)
        rounds = asyncio.run(_rounds(folder, content, sizes.commits))
    yield _table(list(zip(*rounds, strict=True)), sizes, len(content))


def _table(ways: Sequence[Sequence[Cost]], sizes: Sizes, size: int) -> Table:
    alone = [seconds for seconds, _ in ways[0]]
    rows = []
    for title, costs in zip(WAYS, ways, strict=True):
        times, busy = zip(*costs, strict=True)
        rows.append((title, median(times) * 1000, median(busy) * 1000, ratio(times, alone)))
    return Table(
        "commits",
        "One commit",
        {"Way": "", "ms": ".2f", "of that CPU, ms": ".2f", "Way : fsync alone": ".2f"},
        rows,
        f"A Book of {sizes.book} people in {size / 1000:.0f} KB, {sizes.commits} rounds of all "
        "three in turn, medians.",
    )


async def _rounds(folder: Path, content: bytes, rounds: int) -> list[list[Cost]]:
    books = TinyDbBooks(folder, SystemClock())
    await books.start()
    descriptor = os.open(folder / "alone", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        ways = (_alone(descriptor, content), _renamed(folder / "new", content), _commit(books))
        for way in ways:
            await way(-1)  # the first one reads the Book and makes the files
        return [[await _cost(way, number) for way in ways] for number in range(rounds)]
    finally:
        os.close(descriptor)
        await books.close()


async def _cost(way: Write, number: int) -> Cost:
    began, began_busy = perf_counter(), process_time()
    await way(number)
    return perf_counter() - began, process_time() - began_busy


def _alone(descriptor: int, content: bytes) -> Write:
    async def write(_: int) -> None:
        os.pwrite(descriptor, content, 0)
        os.fsync(descriptor)

    return write


def _renamed(path: Path, content: bytes) -> Write:
    async def write(_: int) -> None:
        replace_file(path, content)

    return write


def _commit(books: TinyDbBooks) -> Write:
    async def write(number: int) -> None:
        async with books.open(USER) as work:
            told = replace(work.book.contacts[PERSON], why=f"Reason {number}")
            work.book = work.book.with_contact(told).having_handled(800_000_000 + number)

    return write
