"""How long a line of two hundred characters takes to be read, beside a library that reads dates.

The whole of Hei's free reading (which act it is, whom it names, when, and the news), and its look
for people in need, each against ``dateparser.search``, which finds the dates alone and in languages
it is told; without it (``pip install 'hei[rivals]'``) the ratios are empty.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from benchmarks.side_by_side import in_turn, ratio
from benchmarks.sizes import Sizes
from benchmarks.tables import Table
from bot.lexicons.need import find_need
from bot.understanding.acts.likely_acts import Occasion, likely_acts
from bot.understanding.acts.parts import parts_of
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
NAMES = dict(enumerate(("Kari", "Ola", "Mum", "Mamma", "Anna", "Anna Berg", "Jonas", "Åsa")))
LINES = {
    "en": (
        "talked to Kari on Sunday for an hour or so, she has got the new job in the city and "
        "starts after the summer, we agreed to have lunch next time I am there, and the little "
        "one walks since last week"
    ),
    "nb": (
        "ringte Ola i går kveld og vi snakket lenge om den nye jobben hans i Bergen, han flytter "
        "i november og vil gjerne ha besøk når alt er på plass, så minn meg på ham igjen om en "
        "måned eller så takk"
    ),
    "sv": (
        "pratade med mamma i söndags i nästan en timme, hon mår bättre efter operationen och ska "
        "börja gå på stavgång med grannen igen, vi bestämde att vi äter middag ihop på lördag om "
        "tre veckor hemma hos Jonas"
    ),
}
"""A line of about two hundred characters by the language it is written in."""


def measure(sizes: Sizes) -> Iterator[Table]:
    """Yield what each takes for each line."""
    rival = _rival()
    rows = []
    for language, line in LINES.items():
        takes = [partial(_seconds, partial(each, line)) for each in (_read, _needs)]
        read, need = (median(each) * 1000 for each in in_turn(sizes.lines, takes))
        beside: tuple[float | None, float | None] = (None, None)
        if rival:
            other = partial(_seconds, partial(rival, line, languages=[language]))
            ours, theirs = in_turn(sizes.lines, (takes[0], other))
            beside = (median(ours) * 1000, ratio(ours, theirs))
        rows.append((language, float(len(line)), read, need, *beside))
    yield Table(
        "reading",
        "Reading a line",
        {
            "Language": "",
            "Characters": ".0f",
            "Act and parts, ms": ".1f",
            "Need, ms": ".1f",
            "Act and parts beside dateparser, ms": ".1f",
            "Act and parts : dateparser": ".2f",
        },
        rows,
        f"{sizes.lines} readings of each, medians: of Hei alone, then in turn with the rival, "
        "which finds dates and nothing else.",
    )


def _read(line: str) -> None:
    said = Utterance(line, NAMES, NOW)
    likely_acts(said, Occasion.NUDGE)
    parts_of(said, Facing.PAST)


def _needs(line: str) -> None:
    find_need(line, tuple(NAMES.values()))


def _seconds(take: Callable[[], object]) -> float:
    start = perf_counter()
    take()
    return perf_counter() - start


def _rival() -> Callable[..., object] | None:
    if find_spec("dateparser") is None:
        return None
    search: Callable[..., object] = import_module("dateparser.search").search_dates
    return search
