"""Words before a number or an address that belong to it: "her number is", "tlf", "nummer:"."""

from collections.abc import Sequence

from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

_LONGEST = 5
"""Tokens of such words: "call her at" and a colon."""
_JOINED = ":."


def start_with_words(
    line: Line, start: int, taken: Sequence[tuple[int, int]], *, spares_channels: bool
) -> int:
    """Return where an address begins with the words that tell of it; a name comes before them.

    Args:
        line: the whole text.
        start: where the address itself begins in it.
        taken: what is part of other addresses.
        spares_channels: whether a word for a channel before it is left alone.
    """
    index = sum(token.start < start for token in line.tokens)
    first = index
    while first > 0 and line.tokens[first - 1].text in _JOINED:
        first -= 1
    for at in range(max(0, first - _LONGEST), first):
        begins = line.tokens[at].start
        free = not any(begins < end and start > other for other, end in taken)
        spared = spares_channels and _ends_in_channel(line, at, first)
        if free and not spared and line.apart(at) and _is_told(line, at, first, index):
            return begins
    return start


def _is_told(line: Line, start: int, *ends: int) -> bool:
    return any(match.end in ends for match in vocabulary("reach_words").at(line, start))


def _ends_in_channel(line: Line, start: int, end: int) -> bool:
    channels = vocabulary("channels")
    return any(match.end == end for at in range(start, end) for match in channels.at(line, at))
