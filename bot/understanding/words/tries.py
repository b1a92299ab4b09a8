"""Phrases with slots, kept in a trie. Knows how to find them in a line, not what they mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.understanding.words.tokens import Line, words

M = TypeVar("M")
Slot = Callable[[Line, int], Iterable[tuple[int, Any]]]
"""Reads one slot at a token: yields each possible end and value."""
_PIECE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Match(Generic[M]):
    """A phrase found: the token after it, its meaning and the values of its slots."""

    end: int
    meaning: M
    values: Mapping[str, Any]


@dataclass(slots=True)
class _Node(Generic[M]):
    words: "dict[str, _Node[M]]" = field(default_factory=dict)
    slots: "dict[str, _Node[M]]" = field(default_factory=dict)
    meanings: list[M] = field(default_factory=list)


class Phrases(Generic[M]):
    """Phrases and their meanings. A phrase such as ``every {n} {unit}`` names its slots."""

    def __init__(self, slots: Mapping[str, Slot] | None = None) -> None:
        self._root: _Node[M] = _Node()
        self._slots = slots or {}

    def add(self, phrase: str, meaning: M) -> None:
        """Add a phrase; the same phrase with the same meaning twice is one.

        Raises:
            KeyError: the phrase names a slot that nobody reads.
        """
        node = self._root
        for kind, text in _pieces(phrase):
            if kind == "slot":
                _ = self._slots[text]
            branches = node.slots if kind == "slot" else node.words
            node = branches.setdefault(text, _Node())
        if meaning not in node.meanings:
            node.meanings.append(meaning)

    def at(self, line: Line, index: int) -> list[Match[M]]:
        """Return every phrase that begins at a token, the longest first."""
        root = self._root
        if not (root.slots or root.meanings) and (
            index >= len(line) or line.tokens[index].text not in root.words
        ):
            return []  # most phrases begin nowhere near: this is what reading spends its time on
        found = list(self._walk(self._root, line, index, {}))
        return sorted(found, key=lambda match: -match.end)

    def slot(self) -> Slot:
        """Return a slot that reads these phrases and gives their meanings."""
        return lambda line, index: ((m.end, m.meaning) for m in self.at(line, index))

    def nested(self) -> Slot:
        """Return a slot that reads these phrases and gives the whole match."""
        return lambda line, index: ((m.end, m) for m in self.at(line, index))

    def _walk(
        self, node: _Node[M], line: Line, index: int, values: dict[str, Any]
    ) -> Iterator[Match[M]]:
        for meaning in node.meanings:
            yield Match(index, meaning, values)
        if index >= len(line):
            return
        following = node.words.get(line.tokens[index].text)
        if following is not None:
            yield from self._walk(following, line, index + 1, values)
        for name, branch in node.slots.items():
            for end, value in self._slots[name](line, index):
                yield from self._walk(branch, line, end, {**values, name: value})


def _pieces(phrase: str) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(_PIECE.split(phrase)):
        if number % 2:
            yield "slot", part
        else:
            yield from (("word", word) for word in words(part))


def pattern(expression: str, make: Callable[[re.Match[str]], Any]) -> Slot:
    """Return a slot for a regular expression that must end where a token ends.

    ``make`` returns None to refuse.
    """
    compiled = re.compile(expression)

    def read(line: Line, index: int) -> Iterator[tuple[int, Any]]:
        found = compiled.match(line.flat, line.tokens[index].start)
        if found and (end := line.ends.get(found.end())) and (value := make(found)) is not None:
            yield end, value

    return read


def either(*readers: Slot) -> Slot:
    """Return a slot that reads what any of the slots reads."""

    def read(line: Line, index: int) -> Iterator[tuple[int, Any]]:
        for reader in readers:
            yield from reader(line, index)

    return read
