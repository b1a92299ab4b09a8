"""What a text may call each contact of a Book: whole, first and kin names, and nicknames."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.domain.names import fold
from bot.understanding.facts.kin_names import other_names
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

Form = tuple[list[str], int]
"""Folded words that mean a contact, and the contact's id."""
KEPT = 8
"""Books whose names are kept ready."""


@lru_cache(maxsize=KEPT)
def forms_of(
    names: tuple[tuple[int, str], ...], called_as: tuple[tuple[int, str], ...]
) -> Mapping[str, Sequence[Form]]:
    """Return what each contact may be called, by the first word of it, the longest first."""
    whole = [(words, key) for key, name in names for words in _spelled(name)]
    nicknames = [(fold(name).split(), key) for key, name in called_as]
    firsts = [(words[:1], key) for words, key in whole if len(words) > 1]
    kin = [(fold(one).split(), key) for key, name in names for one in other_names(name)]
    titled = [other for form in whole for other in _titled(form)]
    called = _called((*whole, *nicknames))
    kin = [form for form in kin if not called.get(tuple(form[0]))]
    short = [form for form in (*firsts, *nicknames) if len(called[tuple(form[0])]) == 1]
    by_first: dict[str, list[Form]] = {}
    for form in sorted((*whole, *short, *kin, *titled), key=lambda form: -len(form[0])):
        if form[0]:
            by_first.setdefault(form[0][0], []).append(form)
    return by_first


def _spelled(name: str) -> Sequence[list[str]]:
    """Return the words of a name, and those with the marks between them: "Anne-Marie"."""
    words, typed = fold(name).split(), [fold(token.text) for token in Line.of(name).tokens]
    return [words] if words == typed else [words, typed]


def _titled(form: Form) -> Iterator[Form]:
    """Yield how else one who has a title is called: "Dr. Hansen" and "Hansen"."""
    words, key = form
    if len(words) > 1 and any(vocabulary("titled").at(Line.of(words[0]), 0)):
        yield [words[0], ".", *words[1:]], key
        yield words[1:], key


def _called(forms: Sequence[Form]) -> Mapping[tuple[str, ...], set[int]]:
    """Return who is called so, or begins so, by every beginning of a name or a nickname."""
    called: dict[tuple[str, ...], set[int]] = {}
    for words, key in forms:
        for count in range(len(words) + 1):
            called.setdefault(tuple(words[:count]), set()).add(key)
    return called
