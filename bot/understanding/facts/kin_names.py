"""What one's own kin are called: whoever is Mum in the Book is meant by "my mom" as well."""

from collections.abc import Iterator, Mapping
from functools import cache

from bot.domain.names import fold
from bot.languages import Language
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import rows_in, vocabulary


def other_names(name: str) -> Iterator[str]:
    """Yield what a contact may be called as well whose name is what one calls kin.

    Of the words of one language only: "mor" is no mum of an English speaker, nor "far" a dad.
    """
    for kin in _kin_by_name().get(fold(name), ()):
        yield from (other for other, meant in _names_by_kin() if meant == kin)


def kin_meant(names: Mapping[int, str], typed: str) -> str:
    """Return the name that the Book has for the user's own kin, however typed; "" where none is.

    Args:
        names: the names of the Book by contact id.
        typed: whom the user means: "my mom", "mamma mi".
    """
    wanted = fold(_without_mine(typed))
    called = (name for name in names.values() if wanted in map(fold, other_names(name)))
    return next(called, "")


def _without_mine(typed: str) -> str:
    line = Line.of(typed)
    start, end = 0, len(line)
    for match in vocabulary("possessives").at(line, 0):
        start = match.end
    if end > 1 and any(match.end == end for match in vocabulary("possessives").at(line, end - 1)):
        end -= 1
    return line.between(start, end)


@cache
def _names_by_kin() -> tuple[tuple[str, tuple[Language, str]], ...]:
    return tuple(
        (phrase, (language, kin))
        for language in Language
        for kin, phrase in rows_in(language, "kin_called")
    )


@cache
def _kin_by_name() -> Mapping[str, frozenset[tuple[Language, str]]]:
    names = {fold(name) for name, _ in _names_by_kin()}
    return {
        name: frozenset(kin for other, kin in _names_by_kin() if fold(other) == name)
        for name in names
    }
