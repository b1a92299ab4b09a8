"""Names of contacts: made clean, made alike, and looked up without guessing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar
from unicodedata import category, normalize

K = TypeVar("K")

NAME_LIMIT = 64
"""Code points in a name."""

_JOINERS = "\u200c\u200d"
_UNSEEN = {"Cc", "Cf", "Cs"}
_DOUBLED = re.compile("(?<=a)[ae]+|(?<=[ou])e+")
"""What writing å, ä, ö and ü without their marks adds: Aase, Maerta, Joerg, Juergen."""
_SHORTEST_TYPO = 4
_LONGEST_NAME = 8
"""Words of a text that may be one name."""
_MARKS = " \t\r\n,;:.!?-\u2013\u2014"
_LONGEST_TYPO = 3
"""Words of a text in whose beginning a mistyped name is looked for."""
_QUOTES = ('"', "\u201c\u201d\u201e", "\u00ab\u00bb", "'\u2018\u2019")
_QUOTED = re.compile(
    rf"(?:^|(?<=\s))(?:{'|'.join(f'[{q}]([^{q}]+)[{q}]' for q in _QUOTES)})(?=[\s,]|$)"
)


class Names(dict[K, str]):
    """Everyone's name by key, and the nicknames that some are called as well."""

    def __init__(self, names: Mapping[K, str], nicknames: Mapping[K, str]) -> None:
        super().__init__(names)
        self.nicknames = nicknames

    def forms(self) -> tuple[str, ...]:
        """Return all that anybody is called."""
        return (*self.values(), *self.nicknames.values())


def nicknames_in(names: Mapping[K, str]) -> Mapping[K, str]:
    """Return the nicknames that come with names by key; plain names have none."""
    return names.nicknames if isinstance(names, Names) else {}


def quoted(name: str) -> str:
    """Return the nickname that stands in quotes in a name: Bob of Robert "Bob" Smith; else ""."""
    found = _QUOTED.search(name)
    return next(filter(None, found.groups()), "").strip() if found else ""


def without_quoted(name: str) -> str:
    """Return a name without the nickname that stands in quotes in it."""
    return " ".join(_QUOTED.sub(" ", name).split())


def clean(text: str, limit: int) -> str:
    """Return one trimmed line in NFC, without control characters, of at most ``limit`` code points.

    Direction marks and other unseen format characters go, so that a name cannot turn the text
    around it; the joiners of emoji and of Persian and Indic words stay. A text in which nothing
    can be seen is empty.
    """
    return _cut(" ".join(_visible(text).split()), limit)


def clean_name(text: str) -> str:
    """Return a name fit to keep: clean and of at most ``NAME_LIMIT`` code points."""
    return clean(text, NAME_LIMIT)


def clean_text(text: str, limit: int) -> str:
    """Return a note fit to keep: like ``clean``, but its lines stay lines."""
    lines = (" ".join(line.split()) for line in _visible(text).split("\n"))
    return _cut("\n".join(lines).strip(), limit)


def _visible(text: str) -> str:
    kept = (_seen(char) for char in re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text))
    return normalize("NFC", "".join(kept))


def _seen(char: str) -> str:
    if char in "\n\t":
        return char
    return char if char in _JOINERS or category(char) not in _UNSEEN else ""


def _cut(text: str, limit: int) -> str:
    cut = text[:limit].strip().strip(_JOINERS).strip()
    return cut if any(category(char)[0] in "LNPS" for char in cut) else ""


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return what all ways to write a name share: Åse, Ase, Aase and ÅSE give the same.

    Case, diacritics, ligatures, apostrophes and hyphens are folded; other scripts are written in
    Latin letters, so that Yuliya finds Юлия.
    """
    from anyascii import anyascii  # noqa: PLC0415 - its tables are slow to import

    plain = anyascii(normalize("NFC", name).casefold()).casefold()
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "")).split())
    words = _DOUBLED.sub("", words)
    return words or name.casefold().strip()


def find(names: Mapping[K, str], typed: str) -> tuple[K, ...]:
    """Return whom a typed name means; several keys when several contacts fit equally well.

    In this order: the name itself, the name but for case and diacritics, its beginning in whole
    words ("Kari" for Kari Nordmann), other whole words, the beginning of a word, one typo. A
    nickname counts like the beginning of a name, so that whoever has it as a name goes first.
    """
    wanted = fold(typed).split()
    if not wanted:
        return ()
    return (
        _by_words(names, typed, wanted)
        or _matching(names, lambda name: _inside(name, wanted, _begins))
        or _mistyped(names, wanted)
    )


def is_slip(names: Mapping[K, str], typed: str) -> bool:
    """Tell whether a typed name means somebody only if a typo is forgiven."""
    wanted = fold(typed).split()
    begun = _matching(names, lambda name: _inside(name, wanted, _begins)) if wanted else ()
    return bool(wanted) and not (begun or _by_words(names, typed, wanted))


def split_known(names: Mapping[K, str], text: str) -> tuple[tuple[K, ...], str]:
    """Return whom the longest beginning of a text names, and the rest of the text.

    Whole words count, so that "Kari no answer" leaves its note alone; a typo is looked for in the
    first three words. The beginning of a word counts only where it ends the text and settles who
    is meant ("Kari N"). Where nobody is named, the rest is the whole text.
    """
    found, rest = _longest_beginning(names, text)
    if len(found) == 1:
        return found, rest
    whole = find(names, text)
    return (whole, "") if whole and (not found or len(whole) == 1) else (found, rest)


def _longest_beginning(names: Mapping[K, str], text: str) -> tuple[tuple[K, ...], str]:
    ends = [word.end() for word in re.finditer(r"\S+", text)][:_LONGEST_NAME]
    for count in range(len(ends), 0, -1):
        typed = text[: ends[count - 1]].rstrip(_MARKS)
        wanted = fold(typed).split()
        found = _by_words(names, typed, wanted) if wanted else ()
        if not found and wanted and count <= _LONGEST_TYPO:
            found = _mistyped(names, wanted)
        if found:
            return found, text[ends[count - 1] :].strip().lstrip(_MARKS).lstrip()
    return (), text.strip()


def _by_words(names: Mapping[K, str], typed: str, wanted: Sequence[str]) -> tuple[K, ...]:
    """Return whom whole words name: all of the name, its beginning, or any of it."""
    exact = normalize("NFC", typed).casefold().strip()
    whole = dict(names)
    return (
        _matching(whole, lambda name: normalize("NFC", name).casefold() == exact)
        or _matching(whole, lambda name: fold(name).split() == wanted)
        or _matching(names, lambda name: fold(name).split()[: len(wanted)] == wanted)
        or _matching(names, lambda name: _inside(name, wanted, _equal))
    )


def _matching(names: Mapping[K, str], fits: Callable[[str], bool]) -> tuple[K, ...]:
    forms = (*names.items(), *nicknames_in(names).items())
    return tuple(dict.fromkeys(key for key, name in forms if fits(name)))


def _inside(name: str, wanted: Sequence[str], last_fits: Callable[[str, str], bool]) -> bool:
    """Tell whether the words follow one another in a name; the last fits in its own way."""
    *first, last = wanted
    return any(
        run[:-1] == first and last_fits(run[-1], last) for run in _runs(fold(name), len(wanted))
    )


def _runs(folded: str, count: int) -> Iterator[list[str]]:
    words = folded.split()
    return (words[i : i + count] for i in range(len(words) - count + 1))


def _equal(word: str, typed: str) -> bool:
    return word == typed


def _begins(word: str, typed: str) -> bool:
    return word.startswith(typed)


def _mistyped(names: Mapping[K, str], wanted: Sequence[str]) -> tuple[K, ...]:
    """Return whom the words name but for one typo: a letter too many, too few, wrong or swapped."""
    return _matching(names, lambda name: _one_typo(fold(name).split()[: len(wanted)], wanted))


def _one_typo(words: Sequence[str], wanted: Sequence[str]) -> bool:
    unlike = [pair for pair in zip(words, wanted, strict=False) if pair[0] != pair[1]]
    return len(words) == len(wanted) and len(unlike) == 1 and _close(*unlike[0])


def _close(word: str, typed: str) -> bool:
    """Tell whether one typo lies between two words; another first letter is another name.

    Kari and Mari are two contacts; Akri is Kari, typed in a hurry.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - needed only when nothing else fits

    start = word[:1] == typed[:1] or word[:2] == typed[1::-1]
    return len(typed) >= _SHORTEST_TYPO and start and OSA.distance(word, typed, score_cutoff=1) == 1
