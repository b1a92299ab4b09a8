"""Finding many phrases in one line, fast."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from re import Match, split

from bot.lexicons.phrases import SHORTEST_STEM, Phrase


class Finder:
    """Phrases with an index: each word of a line tells which needs it meets, one bit a need."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._words: dict[str, int] = defaultdict(int)
        self._stems: dict[str, int] = defaultdict(int)
        self._phrases: list[tuple[int, int, Phrase]] = []
        bits: dict[tuple[str, ...], int] = {}
        for number, phrase in enumerate(phrases):
            needed = 0
            for need in phrase.needs:
                needed |= bits.setdefault(need, 1 << len(bits))
            self._phrases.append((needed, number, phrase))
        for need, bit in bits.items():
            self._learn(need, bit)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for stem in self._stems:
            self._lengths[stem[:SHORTEST_STEM]].add(len(stem))

    def __call__(self, line: str) -> Iterator[tuple[int, Phrase, Match[str]]]:
        """Yield every place in a line where a phrase stands, with the number of the phrase."""
        met = self._met(line)
        possible = [row for row in self._phrases if row[0] & met == row[0]]
        for _, number, phrase in possible:
            for match in phrase.pattern.finditer(line):
                yield number, phrase, match

    def _learn(self, need: Sequence[str], bit: int) -> None:
        for word in need:
            known = self._stems if word.endswith("*") else self._words
            known[word.rstrip("*")] |= bit

    def _met(self, line: str) -> int:
        """Return the needs that the words of a line meet."""
        met, words, stems, lengths = 0, self._words, self._stems, self._lengths
        for word in set(split("[ ,.?!]", line)):
            met |= words.get(word, 0)
            for length in lengths.get(word[:SHORTEST_STEM], ()):
                met |= stems.get(word[:length], 0)
        return met
