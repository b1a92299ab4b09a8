"""How well the gentleness checker tells good drafts from bad ones, and how long one takes.

Measures on the sets in tests/drafts/sets: ``develop`` was seen while the rules were written, so
its shares are those of a memory; ``heldout`` was not.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.sizes import Sizes
from benchmarks.tables import Table, Value
from bot.drafts.gentleness import check
from bot.languages import Language

SETS = Path(__file__).parents[1] / "tests" / "drafts" / "sets"
LONG = 240
FILLER = {
    Language.EN: "Hi Kari! The lilac by your gate is out and the whole street smells of it. ",
    Language.NB: "Hei Kari! Syrinen ved porten din blomstrer, og hele gata lukter av den. ",
    Language.SV: "Hej Kari! Syrenen vid din grind blommar, och hela gatan doftar av den. ",
}


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield the shares of each set, and the time of a long draft."""
    paths = sorted(SETS.glob("*/*.jsonl"))
    yield Table(
        "gentleness",
        "Telling gentle drafts from pressing ones",
        {"Set": "", "Good that pass": "", "Bad that are caught": "", "By another rule": ""},
        [_row(path) for path in paths],
        "Good and bad drafts written for this. Targets on unseen drafts: 43 of 45 and 41 of 45. "
        "`develop` was seen while the rules were written.",
    )
    yield Table(
        "gentleness-time",
        "Checking one draft",
        {"Language": "", "ms": ".2f"},
        [(str(language), _milliseconds(language, sizes.plans)) for language in Language],
        f"A draft of {LONG} characters, median of {sizes.plans}. Target: under 0.5 ms.",
    )


def _row(path: Path) -> tuple[Value, ...]:
    language = Language(path.stem)
    good: list[bool] = []
    bad: list[bool] = []
    other = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        draft = json.loads(line)
        verdict = check(draft["text"], language)
        (good if draft["good"] else bad).append(verdict.passes)
        found = {hit.rule for hit in verdict.hits}
        other += not draft["good"] and not verdict.passes and found.isdisjoint(draft["rules"])
    caught = len(bad) - sum(bad)
    name = f"{path.parent.name}/{path.stem}"
    return name, f"{sum(good)} of {len(good)}", f"{caught} of {len(bad)}", str(other)


def _milliseconds(language: Language, rounds: int) -> float:
    text = (FILLER[language] * 4)[:LONG]
    check(text, language)
    moments = [perf_counter()]
    for _ in range(rounds):
        check(text, language)
        moments.append(perf_counter())
    return median(after - before for before, after in pairwise(moments)) * 1000
