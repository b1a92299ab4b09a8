"""Phrases with slots, kept in a trie. Knows how to find them in a line, not what they mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from bot.understanding.words.tokens import FIGURES, Line, words

M = TypeVar("M")
Slot = Callable[[Line, int], Iterable[tuple[int, Any]]]
"""Reads one slot at a token: yields each possible end and value."""
_PIECE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """A slot that knows with which words it may begin; None where that may be any."""

    read: Slot
    starts: Callable[[], frozenset[str] | None]

    def __call__(self, line: Line, index: int) -> Iterable[tuple[int, Any]]:
        """Read the slot at a token."""
        return self.read(line, index)


def beginning_like(*begun: "Slot | Phrases[Any]") -> Callable[[Slot], Reader]:
    """Let a slot begin with the words with which any of others, or of phrases, may begin."""

    @cache
    def starts() -> frozenset[str] | None:
        return starts_of_any(*map(starts_of, begun))

    return lambda read: Reader(read, starts)


def starts_of_any(*starts: frozenset[str] | None) -> frozenset[str] | None:
    """Return the words with which any of several may begin; None where that may be any word."""
    return frozenset[str]().union(*filter(None, starts)) if None not in starts else None


def starts_of(begun: "Slot | Phrases[Any]") -> frozenset[str] | None:
    """Return the words with which a slot or phrase may begin; None where that may be any."""
    known = getattr(begun, "starts", None)
    return known() if known else None


class Match(NamedTuple, Generic[M]):
    """A phrase found: the token after it, its meaning and the values of its slots."""

    end: int
    meaning: M
    values: Mapping[str, Any]


@dataclass(slots=True)
class _Node(Generic[M]):
    words: "dict[str, _Node[M]]" = field(default_factory=dict)
    slots: "dict[str, _Node[M]]" = field(default_factory=dict)
    meanings: list[M] = field(default_factory=list)
    begun: "list[tuple[frozenset[str] | None, str, _Node[M]]] | None" = None
    """The slots, each with the words with which it may begin; None until that was asked for."""


class Phrases(Generic[M]):
    """Phrases and their meanings. A phrase such as ``every {n} {unit}`` names its slots."""

    def __init__(self, slots: Mapping[str, Slot] | None = None) -> None:
        self._root: _Node[M] = _Node()
        self._slots = slots or {}
        self._starts: tuple[frozenset[str] | None] | None = None

    def add(self, phrase: str, meaning: M) -> None:
        """Add a phrase; the same phrase with the same meaning twice is one.

        Raises:
            KeyError: the phrase names a slot that nobody reads.
        """
        self._starts = None
        node = self._root
        for kind, text in _pieces(phrase):
            node.begun = None
            if kind == "slot":
                _ = self._slots[text]
            branches = node.slots if kind == "slot" else node.words
            node = branches.setdefault(text, _Node())
        if meaning not in node.meanings:
            node.meanings.append(meaning)

    def at(self, line: Line, index: int) -> list[Match[M]]:
        """Return every phrase that begins at a token, the longest first."""
        starts = self._starts[0] if self._starts else self.starts()
        if starts is not None:  # most phrases begin nowhere near, and are left here without a call
            word = line.words[index] if index < len(line.words) else ""
            if word not in starts and not (FIGURES in starts and word[:1].isdigit()):
                return []
        key = (self, index)
        found: list[Match[M]] | None = line.found.get(key)
        if found is None:
            found = line.found[key] = []
            self._walk(self._root, line, index, {}, found)
            if len(found) > 1:
                found.sort(key=lambda match: -match.end)
        return found

    def within(self, line: Line) -> Sequence[tuple[int, list[Match[M]]]]:
        """Return each token at which phrases begin, with them, the longest first."""
        within: list[tuple[int, list[Match[M]]]] | None = line.found.get(self)
        if within is None:
            begun = places_of(self.starts(), line)
            within = [(index, found) for index in begun if (found := self.at(line, index))]
            line.found[self] = within
        return within

    def anywhere(self, line: Line) -> bool:
        """Tell whether any phrase stands in a line."""
        return bool(self.within(line))

    def starts(self) -> frozenset[str] | None:
        """Return the words with which a phrase may begin; None where that may be any."""
        if self._starts is None:
            slots = [starts_of(self._slots[name]) for name in self._root.slots]
            is_any = bool(self._root.meanings) or None in slots
            known = frozenset(self._root.words).union(*filter(None, slots))
            self._starts = (None if is_any else known,)
        return self._starts[0]

    def slot(self) -> Slot:
        """Return a slot that reads these phrases and gives their meanings."""
        return Reader(
            lambda line, index: ((m.end, m.meaning) for m in self.at(line, index)), self.starts
        )

    def nested(self) -> Slot:
        """Return a slot that reads these phrases and gives the whole match."""
        return Reader(lambda line, index: ((m.end, m) for m in self.at(line, index)), self.starts)

    def _walk(
        self,
        node: _Node[M],
        line: Line,
        index: int,
        values: dict[str, Any],
        found: list[Match[M]],
    ) -> None:
        """Add every phrase that goes on from a node at a token."""
        words, passed = line.words, []
        while True:
            if node.meanings:
                found += [Match(index, meaning, values) for meaning in node.meanings]
            word = words[index]
            begun = self._slots_of(node) if node.begun is None else node.begun
            if begun and word:
                passed.append((begun, word, index))
            following = node.words.get(word)
            if following is None:
                break
            node, index = following, index + 1
        for begun, word, at in reversed(passed):
            for starts, name, branch in begun:
                if starts is None or word in starts or (FIGURES in starts and word[0].isdigit()):
                    for end, value in _read(self._slots[name], line, at):
                        self._walk(branch, line, end, {**values, name: value}, found)

    def _slots_of(self, node: _Node[M]) -> Sequence[tuple[frozenset[str] | None, str, _Node[M]]]:
        node.begun = [
            (starts_of(self._slots[name]), name, branch) for name, branch in node.slots.items()
        ]
        return node.begun


def places_of(starts: frozenset[str] | None, line: Line) -> Iterable[int]:
    """Return the tokens of a line, in order, at which what has such first words may begin."""
    if starts is None:
        return range(len(line))
    found = (places for word, places in line.places.items() if word in starts)
    return sorted({index for places in found for index in places})


def read_at(slot: Slot, line: Line, index: int) -> Sequence[tuple[int, Any]]:
    """Return what a slot reads at a token, if it may begin there; each is read there once."""
    starts = starts_of(slot)
    word = line.words[index] if index < len(line.words) else ""
    begins = starts is None or word in starts or (FIGURES in starts and word[:1].isdigit())
    return _read(slot, line, index) if begins else ()


def _read(slot: Slot, line: Line, index: int) -> Sequence[tuple[int, Any]]:
    key = (slot, index)
    found: tuple[tuple[int, Any], ...] | None = line.found.get(key)
    if found is None:
        found = line.found[key] = tuple(slot(line, index))
    return found


def _pieces(phrase: str) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(_PIECE.split(phrase)):
        if number % 2:
            yield "slot", part
        else:
            yield from (("word", word) for word in words(part))


def pattern(expression: str, make: Callable[[re.Match[str]], Any]) -> Slot:
    """Return a slot for a regular expression of figures, which must end where a token ends.

    ``make`` returns None to refuse.
    """
    compiled = re.compile(expression)

    def read(line: Line, index: int) -> Iterator[tuple[int, Any]]:
        found = compiled.match(line.flat, line.tokens[index].start)
        if found and (end := line.ends.get(found.end())) and (value := make(found)) is not None:
            yield end, value

    return Reader(read, lambda: frozenset({FIGURES}))


def either(*readers: Slot) -> Slot:
    """Return a slot that reads what any of the slots reads."""

    def read(line: Line, index: int) -> Iterator[tuple[int, Any]]:
        for reader in readers:
            yield from read_at(reader, line, index)

    return beginning_like(*readers)(read)
