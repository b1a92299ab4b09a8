"""The tables of phrases that a linguist edits: one folder a language, one file a subject."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.languages import Language

FOLDER = Path(__file__).with_name("phrases")


def table(name: str, language: Language) -> dict[str, Any]:
    """Return one table of one language."""
    source = FOLDER / language / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def lists(name: str, *path: str) -> Iterator[tuple[str, str]]:
    """Yield from every language what is typed and the word before its list.

    Args:
        name: the file.
        path: where in the file the lists stand, if not at its head.
    """
    for language in Language:
        found = table(name, language)
        for key in path:
            found = found[key]
        yield from ((typed, meaning) for meaning, phrases in found.items() for typed in phrases)


def rows(name: str, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield from every language what is typed and the row of a table in which it stands.

    A language may have no such row; one that no language has is misspelled.
    """
    assert any(key in table(name, language) for language in Language), f"no {key} in {name}"
    for language in Language:
        for row in table(name, language).get(key, ()):
            yield from ((typed, row) for typed in row["typed"])


def in_own_language(name: str, key: str) -> list[tuple[Language, str, str]]:
    """Return of every language its code, what is typed, and the words before its list."""
    return [
        (language, typed, meaning)
        for language in Language
        for meaning, said in table(name, language)[key].items()
        for typed in said
    ]


def phrases(name: str, key: str) -> list[str]:
    """Return from every language what is typed under one word."""
    return [typed for language in Language for typed in table(name, language)[key]]


def unread(name: str) -> list[str]:
    """Return from every language what is typed and means nothing."""
    return phrases(name, "nothing")
