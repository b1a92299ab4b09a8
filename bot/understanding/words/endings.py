"""Where a reply may end. Knows marks, emoji and words of thanks."""

from bot.understanding.words.tokens import Line, is_emoji
from bot.understanding.words.vocabulary import vocabulary

CLOSING = frozenset(".,!;:…~)-")
APART = frozenset(".,!;:…(")
"""Marks that set words apart; a dash does so only beside a space, and a line end always."""


def ends(line: Line, index: int) -> bool:
    """Tell whether nothing of weight is left: marks, emoji and a word of thanks."""
    rest = skip(line, index)
    courtesies = vocabulary("courtesies")
    thanks = (match.end for start in (index, rest) for match in courtesies.at(line, start))
    return rest == len(line) or any(skip(line, end) == len(line) for end in thanks)


def skip(line: Line, index: int, marks: str | frozenset[str] = CLOSING) -> int:
    """Return the first token from ``index`` on that is neither such a mark nor an emoji."""
    while index < len(line) and (line.tokens[index].text in marks or is_emoji(line.tokens[index])):
        index += 1
    return index


def separated(line: Line, index: int) -> int | None:
    """Return where the words begin that a mark sets apart, or None if none does."""
    if index >= len(line):
        return None
    token = line.tokens[index]
    dash = token.text == "-" and (line.apart(index) or _apart_after(line, index))
    if token.text in APART or dash or is_emoji(token):
        start = skip(line, index, CLOSING | {"("})
        return None if start < len(line) and line.tokens[start].text == "?" else start
    return index if line.newline_before(index) else None


def _apart_after(line: Line, index: int) -> bool:
    return index + 1 < len(line) and line.apart(index + 1)
