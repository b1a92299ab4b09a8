"""Cold start: from starting the process to its first request for updates, with few and many Books.

Measures new processes on a warm file cache, as after an update of the program. It does not
measure the first start after the machine came up, when the disk counts as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.books import SMALL, fill
from benchmarks.bots import Bot, echo, hei, stand_in
from benchmarks.processes import peak_megabytes
from benchmarks.side_by_side import in_turn, ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table, Value


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to the first poll, and the peak MB by then."""

    seconds: float
    peak: float


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield how long each folder takes, beside the echo bot that has none."""
    with TemporaryDirectory(prefix="hei-bench-") as name:
        folders = [Path(name, str(users)) for users in sizes.folders]
        for folder, users in zip(folders, sizes.folders, strict=True):
            folder.mkdir()
            size = fill(folder / "books", users)
        programs = [partial(_start, hei, folder) for folder in folders]
        starts = in_turn(sizes.starts, [*programs, partial(_start, echo, Path(name))])
    yield _table(starts, sizes, size)


def _table(starts: Sequence[Sequence[Start]], sizes: Sizes, size: int) -> Table:
    names = [f"Hei, {users:,} Books" for users in sizes.folders]
    rows = [_row(*pair, starts) for pair in zip([*names, "Echo"], starts, strict=True)]
    return Table(
        "starts",
        "Cold start, until the first request for updates",
        {
            "Program": "",
            "s": ".2f",
            f"It : Hei with {sizes.folders[0]:,}": ".2f",
            "It : echo": ".2f",
            "Peak MB": ".0f",
        },
        rows,
        f"{sizes.starts} starts of each in turn, medians, on a warm file cache. Each Book has "
        f"{SMALL} people in {size / 1000:.1f} KB.",
    )


def _row(name: str, own: Sequence[Start], starts: Sequence[Sequence[Start]]) -> list[Value]:
    seconds, fewest, theirs = (
        [one.seconds for one in each] for each in (own, starts[0], starts[-1])
    )
    against = [ratio(seconds, fewest), ratio(seconds, theirs)]
    return [name, median(seconds), *against, median(one.peak for one in own)]


def _start(bot: Bot, folder: Path) -> Start:
    with stand_in(folder) as api:
        began = perf_counter()
        with bot(api, folder, (1,)) as process:
            polled_at = api.polled().polled_at
            if polled_at is None:
                raise RuntimeError("the stand-in saw no request for updates")
            return Start(polled_at - began, peak_megabytes(process.pid))
