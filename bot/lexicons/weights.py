"""What the signs of a text weigh, as learned from sentences that were written for it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

from bot.languages.data import shared_file

_WIDTH = 32
"""Bits of one label in a packed number: far more than any sum needs."""
_HALF, _MASK = 1 << (_WIDTH - 1), (1 << _WIDTH) - 1


@dataclass(frozen=True, slots=True)
class LearnedWeights:
    """What each sign weighs for each label; the empty sign stands in every text."""

    labels: tuple[str, ...]
    rows: Mapping[str, str]
    """Of each sign the places of its labels with their weights, ``0:-12 3:250``."""
    _packed: dict[str, int] = field(default_factory=dict)
    """The rows that were needed so far, each as one number with a field for each label."""

    def sums(self, signs: Collection[str], length: float = 1) -> dict[str, float]:
        """Return how much the signs of a text speak for each label, in thousandths.

        Args:
            signs: the signs of the text.
            length: by how much they are divided, so that a long text speaks no louder.
        """
        told, bias = self._summed(set(signs)), self._summed({""})
        return {label: told[label] / length + bias[label] for label in self.labels}

    def _summed(self, signs: set[str]) -> dict[str, int]:
        """Return the sums of rows, which are added as whole numbers, all labels at once."""
        packed = self._packed
        for sign in self.rows.keys() & signs.difference(packed):
            packed[sign] = _pack(self.rows[sign])
        total = sum(map(packed.__getitem__, packed.keys() & signs), _zero(len(self.labels)))
        return {
            label: (total >> place * _WIDTH & _MASK) - _HALF
            for place, label in enumerate(self.labels)
        }


def _pack(row: str) -> int:
    pairs = (pair.partition(":") for pair in row.split())
    return sum(int(weight) << int(place) * _WIDTH for place, _, weight in pairs)


@cache
def _zero(labels: int) -> int:
    """Return a packed number in which every label has zero, with room for sums below it."""
    return sum(_HALF << place * _WIDTH for place in range(labels))


@cache
def weights_from(name: str) -> LearnedWeights:
    """Return the weights of a file that belongs to all languages, read the first time.

    Its first line names the labels; each other holds a sign and what it weighs. Rows are packed
    when a text has their sign: a text has a few hundred of many thousands.
    """
    head, *lines = shared_file(name).read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines)
    return LearnedWeights(tuple(head.split("\t")), {sign: weighed for sign, _, weighed in rows})
