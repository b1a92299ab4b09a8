"""The signs of a text that weights are learned for: runs of letters, words, pairs and triples."""

import re
from collections.abc import Iterator, Sequence

SHORTEST_RUN, LONGEST_RUN = 3, 5
"""Signs of a run."""
NEAR = 5
"""Words after a word with which it makes a pair."""
SENTENCE = re.compile(r"(?<=[.?!])")
WORD = re.compile(r"[^ ,.?!]+|[?,!]")


def runs_in(line: str) -> set[str]:
    """Return every run of three to five signs of a Reading's line."""
    places = range(len(line) - SHORTEST_RUN + 1)
    return {
        line[start:end]
        for start in places
        for end in range(start + SHORTEST_RUN, start + LONGEST_RUN + 1)
    }


def words_in(line: str) -> set[str]:
    """Return every word, pair and triple of a line.

    A pair is in the order of its sentence: ``you_never`` stands together, ``you~never`` has up to
    four words between.
    """
    sentences = map(WORD.findall, SENTENCE.split(line))
    return {sign for words in sentences for sign in (*words, *near(words))}


def near(words: Sequence[str]) -> Iterator[str]:
    """Yield the pairs and triples of words in a row."""
    for place, word in enumerate(words):
        following = words[place + 1 : place + 1 + NEAR]
        yield from (f"{word}{'~' if gap else '_'}{far}" for gap, far in enumerate(following))
        if len(following) > 1:
            yield f"{word}_{following[0]}_{following[1]}"
