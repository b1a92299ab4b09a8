"""A line of typed text, cut into words, figures and marks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import category, normalize

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]|_")
_ALIKE = str.maketrans(
    "\u2019\u2018\u02bc\u00b4`\u2010\u2011\u2012\u2013\u2014\u2212", "'''''------"
)
FIGURES = "\\d"
"""Stands for any figures among words."""
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3")


class Token(NamedTuple):
    """A word, a run of figures or a single mark; ``start`` and ``end`` are places in the line."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """A text in NFC with its tokens in lower case; apostrophes and dashes are made alike."""

    text: str
    flat: str
    tokens: tuple[Token, ...]
    ends: dict[int, int]
    """The number of tokens up to a place in the text where a token ends."""
    found: dict[object, Any] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What phrases and slots found in it, by which looked and at which token: each looks once."""

    @classmethod
    def of(cls, text: str) -> "Line":
        """Return the tokens of a text; every place in ``flat`` is the same place in ``text``."""
        nfc = normalize("NFC", text)
        flat = _lowered(nfc).translate(_ALIKE)
        tokens = tuple(Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(flat))
        return cls(nfc, flat, tokens, {t.end: i for i, t in enumerate(tokens, 1)})

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The text of each token, and "" behind the last one."""
        return (*(token.text for token in self.tokens), "")

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The tokens at which each word stands; those of all figures are under FIGURES too."""
        places: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            places.setdefault(token.text, []).append(index)
            if token.text[0].isdigit():
                places.setdefault(FIGURES, []).append(index)
        return places

    def __len__(self) -> int:
        return len(self.tokens)

    def respelled(self, spell: Callable[[Token], str]) -> "Line":
        """Return the line with each token spelled as ``spell`` has it; itself where none changes.

        An empty spelling leaves a token as it is. What was found in the line is not taken along.
        """
        right = {index: word for index, one in enumerate(self.tokens) if (word := spell(one))}
        if all(self.tokens[index].text == word for index, word in right.items()):
            return self
        tokens = list(self.tokens)
        for index, word in right.items():
            tokens[index] = tokens[index]._replace(text=word)
        return replace(self, tokens=tuple(tokens))

    def after(self, index: int) -> str:
        """Return what is written from a token on, as it was typed."""
        return self.text[self.tokens[index].start :].strip() if index < len(self) else ""

    def between(self, first: int, end: int) -> str:
        """Return what is written in the tokens ``first`` up to but not with ``end``."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end] if first < end else ""

    def stretches(self, most: int) -> Iterator[str]:
        """Yield what is written in up to ``most`` tokens in a row, the longest first.

        Each begins and ends with a word or a figure.
        """
        for count in range(min(most, len(self)), 0, -1):
            for first in range(len(self) - count + 1):
                ends = (self.tokens[first], self.tokens[first + count - 1])
                if self.apart(first) and not any(map(is_mark, ends)):
                    yield self.between(first, first + count)

    def apart(self, index: int) -> bool:
        """Tell whether a token has room before it: a space, or the start of the line."""
        start = self.tokens[index].start
        return start == 0 or self.flat[start - 1].isspace()

    def newline_before(self, index: int) -> bool:
        """Tell whether a token begins a line of its own."""
        return (
            index > 0 and "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]
        )


def _lowered(text: str) -> str:
    """Return a text in lower case, in which every letter keeps its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(map(_lower, text))


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def is_mark(token: Token) -> bool:
    """Tell whether a token is punctuation, an emoji or another mark rather than a word."""
    return not token.text[0].isalnum() and category(token.text[0])[0] in "PSMC"


def is_emoji(token: Token) -> bool:
    """Tell whether a token is a picture, a part of one or a symbol."""
    char = token.text[0]
    return char in _JOINERS or category(char) in {"So", "Sk", "Cf", "Mn", "Me", "Cn", "Co"}


def words(text: str) -> Iterator[str]:
    """Yield the tokens of a phrase from the word lists."""
    return (token.text for token in Line.of(text).tokens)
