"""Words around a cadence that change nothing: "about", "at least", "or so"."""

from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

_LONGEST = 4
"""Tokens of a hedge such as "ikke mer enn ca."."""


def first_hedge(line: Line, index: int) -> int:
    """Return where a cadence begins with the hedges before it; a name comes before them all."""
    while (start := _hedge_before(line, index)) is not None:
        index = start
    return index


def last_hedge(line: Line, index: int) -> list[int]:
    """Return every token at which hedges that begin at a token may end, itself the first."""
    ends = [index]
    for end in ends:
        matches = [*vocabulary("hedges").at(line, end), *vocabulary("about").at(line, end)]
        ends += [match.end for match in matches if match.end not in ends]
    return ends


def is_low(line: Line, index: int) -> bool:
    """Tell whether a word was typed in lower case, as the words of a name are not.

    Where everything is in capitals, nothing is told by them.
    """
    token = line.tokens[index]
    typed = line.text[token.start : token.end]
    return typed == typed.lower() or line.text.isupper()


def _hedge_before(line: Line, index: int) -> int | None:
    starts = range(max(1, index - _LONGEST), index)
    return next((at for at in starts if _is_hedge(line, at, index) and is_low(line, at)), None)


def _is_hedge(line: Line, start: int, end: int) -> bool:
    matches = (*vocabulary("hedges").at(line, start), *vocabulary("about").at(line, start))
    return any(match.end == end for match in matches)
