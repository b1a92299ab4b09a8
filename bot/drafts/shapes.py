"""The vetted shapes of drafts, read once from one file per language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import prod
from typing import Any

from bot.drafts.draft_text import BLANK, Draft
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from bot.languages.data import table

LONGEST_NAME = 25
LONGEST_NOTE = 40
LONGEST_ANCHOR = LONGEST_NOTE + 5
"""A note with the article or the ending that its definite form takes."""
NAME, ANCHOR = "{name}", "{the}"
FIELD = re.compile(r"\{(\w*)\}")
FILLED = re.compile(rf"\{{\w*\}}|{BLANK}")
CHOICE = re.compile(r"<([^<>]+)>|\[([^\[\]]*)\]")
Alternatives = tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """A draft with open choices: one text for every way to take one alternative of each part.

    Attributes:
        id: language, kind and number, such as ``nb/just-hi/07``.
        kind: what its drafts are for.
        parts: the alternatives of each part, in order; a fixed part has one.

    Raises:
        ValueError: it holds a field that is not ``{name}`` or ``{the}``, or cannot do without a
            name, or holds more than one blank for own words.
    """

    id: str
    kind: DraftKind
    parts: tuple[Alternatives, ...]

    def __post_init__(self) -> None:
        fields = {field for part in self.parts for text in part for field in FIELD.findall(text)}
        if not fields <= {"name", "the"}:
            raise ValueError(f"{self.id}: holds {sorted(fields)}, may hold name and the")
        if any(NAME in text for part in self.nameless for text in part):
            raise ValueError(f"{self.id}: cannot do without a name")
        if sum(max(text.count(BLANK) for text in part) for part in self.parts) > 1:
            raise ValueError(f"{self.id}: holds the blank {BLANK} more than once")

    @cached_property
    def named(self) -> tuple[Alternatives, ...]:
        """The parts for a contact who can be called by name."""
        return tuple(_either(part, named=True) for part in self.parts)

    @cached_property
    def nameless(self) -> tuple[Alternatives, ...]:
        """The parts for a contact whose name cannot stand in a greeting."""
        return tuple(_either(part, named=False) for part in self.parts)

    @cached_property
    def holds_anchor(self) -> bool:
        """Whether its texts hold a note of the user's."""
        return any(ANCHOR in text for part in self.parts for text in part)

    def count(self, *, named: bool) -> int:
        """Return how many texts it makes of one name and one anchor."""
        return prod(map(len, self._parts(named)))

    def fill(self, number: int, name: str, anchor: str) -> Draft:
        """Return the text with a number, from 0 to ``count``, for a first name ("" for none)."""
        chosen = []
        for part in self._parts(bool(name)):
            number, place = divmod(number, len(part))
            chosen.append(part[place])
        shown = "".join(chosen).replace(ANCHOR, anchor).replace(NAME, name)
        return Draft(shown, self.kind, self.id)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches every text it made, whoever and whatever it was about."""
        return re.compile("".join(map(_pattern, self.parts)), re.DOTALL)

    def _parts(self, named: bool) -> tuple[Alternatives, ...]:  # noqa: FBT001
        return self.named if named else self.nameless


def _either(part: Alternatives, *, named: bool) -> Alternatives:
    """Return the alternatives with a name or those without; all where there is no such choice."""
    fitting = tuple(text for text in part if (NAME in text) is named)
    return fitting if any(NAME in text for text in part) and fitting else part


def _pattern(part: Alternatives) -> str:
    """Return what matches any of the alternatives, with anything in the place of what is filled."""
    texts = (".+".join(map(re.escape, FILLED.split(text))) for text in part)
    return f"(?:{'|'.join(texts)})"


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that one language has for drafts.

    Attributes:
        all: the shapes in their lasting order, kind by kind.
        releases: the phrases that let the reader off an answer; they must not become a habit (R20).
        subjects: what an e-mail may be headed, by kind; ``any`` where a kind has none of its own.
        keywords: everyday things to have in mind where no note helps.
        questions: open questions to have in mind.
    """

    all: tuple[Shape, ...]
    releases: tuple[str, ...]
    subjects: Mapping[str, Sequence[str]]
    keywords: tuple[str, ...]
    questions: tuple[str, ...]

    def of(self, kind: DraftKind) -> tuple[Shape, ...]:
        """Return the shapes of one kind."""
        return tuple(shape for shape in self.all if shape.kind is kind)

    def releases_in(self, text: str) -> bool:
        """Say whether the text lets its reader off an answer in words."""
        return any(phrase in text for phrase in self.releases)


def parse_shapes(language: Language, data: dict[str, Any]) -> Shapes:
    """Return the shapes of a parsed file.

    Raises:
        ValueError: a shape is not sound, or asks for a choice that is not in the file.
        KeyError: a kind or a list is missing.
    """
    return Shapes(
        all=tuple(
            Shape(f"{language}/{kind}/{number}", kind, parse_parts(text, data["choices"]))
            for kind in DraftKind
            for number, text in data[kind].items()
        ),
        releases=tuple(data["releases"]),
        subjects=data["subjects"],
        keywords=tuple(data["keyword-card"]["keywords"]),
        questions=tuple(data["keyword-card"]["questions"]),
    )


def parse_parts(text: str, choices: Mapping[str, Sequence[str]]) -> tuple[Alternatives, ...]:
    """Return the parts of a written shape: ``<named choice>``, ``[one|two]`` and plain text.

    Raises:
        ValueError: a named choice is not among the choices.
    """
    parts: list[Alternatives] = []
    end = 0
    for found in CHOICE.finditer(text):
        name, inline = found.groups()
        if name and name not in choices:
            raise ValueError(f"<{name}> is none of the choices, in {text!r}")
        parts += [(text[end : found.start()],), tuple(choices[name] if name else inline.split("|"))]
        end = found.end()
    return tuple(part for part in (*parts, (text[end:],)) if part != ("",))


@cache
def shapes_in(language: Language) -> Shapes:
    """Return the shapes of one language, read from its file the first time."""
    return parse_shapes(language, table(language, "drafts.toml"))
