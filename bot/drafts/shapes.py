"""The vetted shapes of drafts, read once from one file per language.

Knows what a shape may hold and how it is filled. Refuses to know people and what they were sent.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

from bot.domain.language import Language
from bot.drafts.draft import Draft, DraftKind

LONGEST_NAME = 25
LONGEST_NOTE = 40
BLANKS = {DraftKind.ANCHOR: {"note"}}


@dataclass(frozen=True, slots=True)
class Shape:
    """One vetted sentence or two with room for a first name, a note, or neither.

    Raises:
        ValueError: it asks for something else, lacks its note, or may grow too long.
    """

    id: str
    kind: DraftKind
    text: str

    def __post_init__(self) -> None:
        needed = BLANKS.get(self.kind, set())
        if self.blanks - {"name"} != needed:
            raise ValueError(f"{self.id}: holds {sorted(self.blanks)}, may hold name and {needed}")
        if len(self.fill("n" * LONGEST_NAME, "n" * LONGEST_NOTE).text) > self.kind.longest:
            raise ValueError(f"{self.id}: may grow over {self.kind.longest} characters")

    @property
    def blanks(self) -> set[str]:
        """The names of the blanks in the text."""
        return {field for _, field, _, _ in Formatter().parse(self.text) if field is not None}

    def fill(self, name: str, note: str) -> Draft:
        """Return the draft that this shape makes of a first name and a note."""
        return Draft(self.text.format(name=name, note=note), self.kind, self.id)

    def pattern(self) -> re.Pattern[str]:
        """Return what matches every text made by this shape, whoever and whatever it was about."""
        literals = re.split(r"\{\w+\}", self.text)
        return re.compile(".+".join(map(re.escape, literals)), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes of one language, in their lasting order.

    Attributes:
        all: the shapes, kind by kind.
        releases: the phrases that let someone off an answer; they must not become a habit (R20).
    """

    all: tuple[Shape, ...]
    releases: tuple[str, ...]

    def of(self, kind: DraftKind) -> tuple[Shape, ...]:
        """Return the shapes of one kind."""
        return tuple(shape for shape in self.all if shape.kind is kind)

    def releases_in(self, text: str) -> bool:
        """Say whether the text lets its reader off an answer in words."""
        return any(phrase in text for phrase in self.releases)


def parse_shapes(language: Language, data: dict[str, Any]) -> Shapes:
    """Return the shapes of a parsed file.

    Raises:
        ValueError: a shape is not sound.
        KeyError: a kind or the list of releases is missing.
    """
    return Shapes(
        all=tuple(
            Shape(f"{language}/{kind}/{number}", kind, text)
            for kind in DraftKind
            for number, text in data[kind].items()
        ),
        releases=tuple(data["releases"]),
    )


@cache
def shapes_in(language: Language) -> Shapes:
    """Return the shapes of one language, read from its file the first time."""
    source = resources.files("bot.drafts") / "shapes" / f"{language}.toml"
    return parse_shapes(language, tomllib.loads(source.read_text(encoding="utf-8")))


@cache
def pattern_of(shape: Shape) -> re.Pattern[str]:
    """Return the shape's pattern, compiled the first time."""
    return shape.pattern()
