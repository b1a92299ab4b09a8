"""Where a reply may end and its note begin. Knows marks, emoji and words of thanks."""

from bot.understanding.words.tokens import Line, is_emoji
from bot.understanding.words.vocabulary import vocabulary

CLOSING = frozenset(".,!;:…~)-")
APART = frozenset(".,!;:…(")
"""Marks that set a note apart; a dash does so only beside a space, and a line end always."""


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
    """Return where a note begins that is set apart, or None if it is not."""
    if index >= len(line):
        return None
    token = line.tokens[index]
    dash = token.text == "-" and (line.apart(index) or _apart_after(line, index))
    if token.text in APART or dash or is_emoji(token):
        start = skip(line, index, CLOSING | {"("})
        return None if start < len(line) and line.tokens[start].text == "?" else start
    return index if line.newline_before(index) else None


def after_thanks(line: Line, index: int) -> int | None:
    """Return where a note begins that is set apart, a word of thanks before it left out."""
    for match in vocabulary("courtesies").at(line, index):
        if (start := separated(line, match.end)) is not None:
            return start
    start = separated(line, index)
    for match in vocabulary("courtesies").at(line, start) if start is not None else ():
        if (later := separated(line, match.end)) is not None:
            return later
    return start


def _apart_after(line: Line, index: int) -> bool:
    return index + 1 < len(line) and line.apart(index + 1)


def note_from(line: Line, start: int) -> str:
    """Return the rest of the message as a note, without the parentheses around it."""
    note = line.after(start)
    opened = start > 0 and line.tokens[start - 1].text == "("
    return note[:-1].rstrip() if opened and note.endswith(")") else note
