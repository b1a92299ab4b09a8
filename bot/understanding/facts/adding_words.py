"""Plain words that add somebody: "add Lisa", "legg til Lisa hver måned"; and how many these are."""

from bot.understanding.words.tokens import Line, Token, is_emoji
from bot.understanding.words.vocabulary import vocabulary


def read_adding(text: str) -> str | None:
    """Return who is to be added, as typed; empty for nobody in particular, None for other words.

    "Add a note" adds nobody.
    """
    line = Line.of(text)
    rests = [(match.end, line.after(match.end)) for match in vocabulary("adding").at(line, 0)]
    for end, rest in rests:
        if not rest or _is_all(rest, "adding_nobody"):
            return ""
        begins_other = any(vocabulary("adding_other").at(line, end))
        return None if begins_other or not line.apart(end) else rest
    return None


def says_together(text: str) -> bool:
    """Tell whether the whole text says that several names are one contact."""
    return _is_all(text, "together")


def says_each(text: str) -> bool:
    """Tell whether the whole text says that several names are as many contacts."""
    return _is_all(text, "each")


def _is_all(text: str, section: str) -> bool:
    line = Line.of(text)
    matches = vocabulary(section).at(line, 0)
    return any(all(map(_is_closing, line.tokens[match.end :])) for match in matches)


def _is_closing(token: Token) -> bool:
    return token.text in ".,!;" or is_emoji(token)
