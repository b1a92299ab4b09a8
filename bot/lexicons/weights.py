"""What the signs of a text weigh, as learned from sentences that were written for it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from bot.languages.data import shared_file


@dataclass(frozen=True, slots=True)
class LearnedWeights:
    """What each sign weighs for each label; the empty sign stands in every text."""

    labels: tuple[str, ...]
    rows: Mapping[str, str]
    """Of each sign the places of its labels with their weights, ``0:-12 3:250``."""

    def sums(self, signs: Collection[str]) -> dict[str, int]:
        """Return how much the signs of a text speak for each label, in thousandths."""
        sums = [0] * len(self.labels)
        for row in (self.rows[""], *map(self.rows.__getitem__, self.rows.keys() & signs)):
            for pair in row.split():
                place, _, weight = pair.partition(":")
                sums[int(place)] += int(weight)
        return dict(zip(self.labels, sums, strict=True))


@cache
def weights_from(name: str) -> LearnedWeights:
    """Return the weights of a file that belongs to all languages, read the first time.

    Its first line names the labels; each other holds a sign and what it weighs. Rows are read
    when a text has their sign: a text has a few hundred of many thousands.
    """
    head, *lines = shared_file(name).read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines)
    return LearnedWeights(tuple(head.split("\t")), {sign: weighed for sign, _, weighed in rows})
