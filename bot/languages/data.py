"""What the folders of the languages hold: their files, and what is peculiar to each language."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from bot.languages import Language

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is peculiar to one language, from its ``language.toml``.

    Attributes:
        own_name: what it is called by those who speak it.
        codes: the IETF codes that choose it, whatever the region; it is named by the first.
        usual_zone: where most who read it live; None when it says nothing about that.
        after_z: the letters with a place of their own at the end of the alphabet.
        neighbours: for letters of its neighbours, by code point, where a reader looks for them.
        paces: by the name of a wording for which counts a pace has it, as a rule in C: ``n == 2``.
        ordinals: the words for third, fourth and on, as a pace is said; empty where it has figures.
        everything: words that mean all that Hei keeps.
        subject_marks: what stands before the colon of an e-mail's subject.
        listing: words that join the things of a list.
        telling: little words that no other language has.
        before_place: the word before a place where somebody is, such as *in*.
        before_places: the word before those places that have another.
        months_first: whether some of its readers write the month of a date in figures first.
    """

    own_name: str
    codes: Sequence[str]
    usual_zone: str | None
    after_z: str
    neighbours: Mapping[int, str]
    paces: Mapping[str, str]
    ordinals: Sequence[str]
    everything: frozenset[str]
    subject_marks: frozenset[str]
    listing: frozenset[str]
    telling: frozenset[str]
    before_place: str
    before_places: Mapping[str, str]
    months_first: bool


def _by_place(words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    return {place: word for word, places in words.items() for place in places}


@cache
def particulars(language: Language) -> Particulars:
    """Return what is peculiar to a language, read from its folder the first time."""
    found = table(language, "language.toml")
    words = {name: frozenset(listed) for name, listed in found["words"].items()}
    return Particulars(
        own_name=found["own_name"],
        codes=tuple(found["codes"]),
        usual_zone=found.get("usual_zone"),
        after_z=found["after_z"],
        neighbours=str.maketrans(found["neighbours"]),
        paces=found["paces"],
        ordinals=tuple(found.get("ordinals", ())),
        before_place=found["before_place"],
        before_places=_by_place(found.get("before_places", {})),
        months_first=found.get("months_first", False),
        **words,
    )


def chosen_by(code: str | None) -> Language | None:
    """Return the language of an IETF tag, whatever its region; None when Hei does not speak it.

    Args:
        code: a tag such as ``nb``, ``nn-NO``, ``sv-FI`` or ``en_GB``; None when unknown.
    """
    primary = (code or "").replace("_", "-").partition("-")[0].lower()
    return next((each for each in Language if primary in particulars(each).codes), None)


def in_any(words: Callable[[Particulars], frozenset[str]]) -> frozenset[str]:
    """Return words of all languages together, such as those for everything: users mix them."""
    return frozenset[str]().union(*(words(particulars(each)) for each in Language))


def table(language: Language, name: str) -> dict[str, Any]:
    """Return a TOML file of a language, read anew; who needs it often remembers it."""
    return _parsed(file(language, name))


def shared(name: str) -> dict[str, Any]:
    """Return a TOML file that belongs to all languages, read anew."""
    return _parsed(shared_file(name))


def shared_file(name: str) -> "Traversable":
    """Return a file that belongs to all languages."""
    return resources.files("bot.languages") / name


def shared_text(name: str) -> str:
    """Return the text of a file that belongs to all languages, read anew."""
    return (resources.files("bot.languages") / name).read_text(encoding="utf-8")


def file(language: Language, name: str) -> "Traversable":
    """Return a file in the folder of a language."""
    return resources.files("bot.languages") / language.value / name


def _parsed(source: "Traversable") -> dict[str, Any]:
    return tomllib.loads(source.read_text(encoding="utf-8"))
