"""What importing costs: whole interpreters, from their start to their end, beside a bare one.

Knows which commands are compared. Refuses to know what makes an import slow (``python -X
importtime`` tells).
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.processes import seconds_of
from benchmarks.side_by_side import in_turn, ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table

BARE, LIBRARY = "pass", "import telegram.ext"
COMMANDS = (BARE, "import bot", "import bot.cli", LIBRARY, "import bot.cli.run")
"""Nothing, the package, and what ``hei --help``, the echo bot and ``hei run`` need."""


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield what each command takes."""
    with TemporaryDirectory(prefix="hei-bench-") as name:
        takes = [partial(seconds_of, ["-c", command], Path(name)) for command in COMMANDS]
        times = dict(zip(COMMANDS, in_turn(sizes.imports, takes), strict=True))
    bare, library = times[BARE], times[LIBRARY]
    yield Table(
        "imports",
        "Importing",
        {
            "python -c …": "",
            "ms": ".0f",
            "It : bare interpreter": ".2f",
            f"It : {LIBRARY}": ".2f",
        },
        [
            (f"`{command}`", median(own) * 1000, ratio(own, bare), ratio(own, library))
            for command, own in times.items()
        ],
        f"{sizes.imports} interpreters of each in turn, medians, from start to end. `bot.cli` is "
        "what `hei --help` needs, `bot.cli.run` what `hei run` needs.",
    )
