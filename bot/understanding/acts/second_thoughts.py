"""What a text takes back itself: of "friday, no wait, saturday" only Saturday holds."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.moments.moments import Strength
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

FARTHEST = 4
"""Words that may stand between what is taken back and the word that does so, and behind that."""


def without_taken_back(said: Utterance) -> str:
    """Return a text without the moments and rhythms that it takes back, and the words for it."""
    if not vocabulary("second_thoughts").anywhere(said.line):
        return said.text
    for spans in (_moments(said), said.cadence_tokens):
        for first, then in pairwise(spans):
            word = _taken_back(said.line, first, then)
            if word:
                return _cut(said.line, first, word, then)
    return said.text


def _moments(said: Utterance) -> Sequence[range]:
    """Return the tokens of each moment, in the order of the text; the longest where one begins."""
    ends: dict[int, int] = {}
    for facing in Facing:
        for start, reach in said.found(facing):
            if reach.strength >= Strength.BOUNDED:
                ends[start] = max(ends.get(start, 0), reach.end)
    return list(_apart(range(start, ends[start]) for start in sorted(ends)))


def _apart(spans: Iterator[range]) -> Iterator[range]:
    """Yield the spans that begin behind the one before them."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.stop


def _taken_back(line: Line, first: range, then: range) -> range | None:
    """Return the words between two spans that take the first one back; None where none do.

    "Not today, no, Friday" takes nothing back.
    """
    if first.start and vocabularies("negations", "buts").at(line, first.start - 1):
        return None
    for at in range(first.stop, min(first.stop + FARTHEST + 1, then.start)):
        for match in vocabulary("second_thoughts").at(line, at)[:1]:
            behind = range(match.end, then.start)
            bare = vocabularies("fillers", "second_thoughts", "clause_joints", "until")
            is_bare = all(is_mark(line.tokens[n]) or bare.at(line, n) for n in behind)
            if match.end <= then.start and len(behind) <= FARTHEST and is_bare:
                return range(at, match.end)
    return None


def _cut(line: Line, first: range, word: range, then: range) -> str:
    """Return a text without what is taken back and the word for it, and the marks around it."""
    behind = word.stop
    while behind < then.start and is_mark(line.tokens[behind]):
        behind += 1
    kept = range(first.stop, word.start)
    is_bare = all(is_mark(line.tokens[n]) for n in kept)
    between = "" if is_bare else line.between(kept.start, kept.stop)
    pieces = (line.between(0, first.start), between, line.after(behind))
    return " ".join(piece.strip() for piece in pieces if piece)
