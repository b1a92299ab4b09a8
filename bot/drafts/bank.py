"""The bank: every text that Hei offers, whole as it was written, from one file a language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from typing import Any

from bot.drafts.draft_text import BLANK
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from bot.languages.data import table

LONGEST_NAME = 25
LONGEST_NOTE = 40
LONGEST_TYPED = 200
"""Code points of what is typed for a draft, that it still carries."""
LONGEST_ENDS = 40
"""Code points of a greeting, or of a closing, before or after a text that was sent."""
NAME = "name"
SLOT = re.compile(r"\{(\w+)\}")


class Tone(StrEnum):
    """How a text sounds."""

    PLAIN = "plain"
    WARM = "warm"
    PLAYFUL = "playful"
    """Kept away while something hard is known."""


class Closeness(StrEnum):
    """To whom a text can be said."""

    NEAR = "near"
    """Only to somebody close."""
    ANY = "any"
    """Also to a neighbour, or to somebody not heard of for long."""
    WORK = "work"
    """To a colleague or a customer."""


class Need(StrEnum):
    """What a text is filled with; each but the first has slots of its own."""

    NOTHING = "nothing"
    COMING = "coming"
    """Something of theirs that is ahead: ``{the}``, ``{when}``."""
    AFTER = "after"
    """The same once it has been: ``{the}``."""
    NEW = "new"
    """Something they have got or begun: ``{the}``, ``{your}``, ``{new}``."""
    PLACE = "place"
    """Where they moved: ``{place}``."""
    LIKES = "likes"
    """Something they like: ``{it}``."""
    PEOPLE = "people"
    """People and animals of theirs: ``{them}``."""
    THING = "thing"
    """A thing of theirs or between the two; no more is known: ``{the}``."""
    MEMORY = "memory"
    """What the user marked as a memory: ``{the}``."""
    HARD = "hard"
    """Something hard, of which nothing is said: no slot."""
    TYPED = "typed"
    """The user's own words, a phrase or a sentence: ``{typed}``."""
    TYPED_PHRASE = "typed-phrase"
    """The user's own words as the beginning of a sentence: ``{typed}``."""
    TYPED_SENTENCE = "typed-sentence"
    """The user's own words as a sentence: ``{typed}``."""


SLOTS: Mapping[Need, frozenset[str]] = {
    Need.NOTHING: frozenset(),
    Need.COMING: frozenset({"the", "when"}),
    Need.AFTER: frozenset({"the"}),
    Need.NEW: frozenset({"the", "your", "new"}),
    Need.PLACE: frozenset({"place"}),
    Need.LIKES: frozenset({"it"}),
    Need.PEOPLE: frozenset({"them"}),
    Need.THING: frozenset({"the"}),
    Need.MEMORY: frozenset({"the"}),
    Need.HARD: frozenset(),
    Need.TYPED: frozenset({"typed"}),
    Need.TYPED_PHRASE: frozenset({"typed"}),
    Need.TYPED_SENTENCE: frozenset({"typed"}),
}
"""The slots that a text may have, by what it is filled with; a name may stand in any."""


@dataclass(frozen=True)
class BankText:
    """A message as it was written, its greeting, its emoji and its closing apart.

    Attributes:
        kind: what it is for.
        body: the message itself, with slots in braces.
        thought: what it says, in a few English words that every text of the same thought has.
        greeting: the plain hello before it; "" for none.
        emoji: the one that may stand behind it; "" for none.
        closing: the sign-off or wish after it; "" for none.
        tone: how it sounds.
        closeness: to whom it can be said.
        need: what it is filled with.
        season: the weekday, month or season that it speaks of; "" for none.
        marks: what each reader who did not write it would do with it: send, touch or no.

    Raises:
        ValueError: it has a slot that nothing fills.
    """

    kind: DraftKind
    body: str
    thought: str
    greeting: str = ""
    emoji: str = ""
    closing: str = ""
    tone: Tone = Tone.PLAIN
    closeness: Closeness = Closeness.ANY
    need: Need = Need.NOTHING
    season: str = ""
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = self.slots - SLOTS[self.need] - {NAME}
        if unknown:
            raise ValueError(f"{self.body!r}: nothing fills {sorted(unknown)}")

    @cached_property
    def slots(self) -> frozenset[str]:
        """What its body is filled with."""
        return frozenset(SLOT.findall(self.body))

    @property
    def written(self) -> str:
        """The whole as it was written, with its slots."""
        return joined(self.greeting, self.body, self.emoji, self.closing)

    def filled(self, slots: Mapping[str, str]) -> str:
        """Return the body with every slot filled; what fills the first word gets its capital."""
        return SLOT.sub(lambda found: self._in_place(found, slots[found[1]]), self.body)

    def _in_place(self, found: re.Match[str], filling: str) -> str:
        is_first = starts_sentence(self.body, found) and "://" not in filling
        return filling[:1].upper() + filling[1:] if is_first else filling


def starts_sentence(body: str, found: re.Match[str]) -> bool:
    """Say whether what was found in a text begins one of its sentences."""
    before = body[: found.start()].rstrip()
    return not before or before[-1] in ".!?…"


def joined(*parts: str) -> str:
    """Return the parts of a message with a space between those that are not empty."""
    return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Bank:
    """All that one language has for drafts.

    Attributes:
        texts: every text, kind by kind.
        greetings: the plain hellos that a contact may get, the most usual first.
        hellos: first words by which a greeting is known in what a user wrote.
        sign_offs: what may end a message, the most usual first.
        releases: the phrases that let the reader off an answer; they must not become a habit (R20).
        worn: phrases that no text may hold: they belong on a wreath or in a rejection letter.
        days: what stands for a day ahead: today, tomorrow, then the weekdays from Monday.
        months: what stands for a month ahead, from January.
        subjects: what an e-mail may be headed, by kind; ``any`` where a kind has none of its own.
        keywords: everyday things to have in mind where no note helps.
        questions: open questions to have in mind.
    """

    texts: tuple[BankText, ...]
    greetings: tuple[str, ...]
    hellos: tuple[str, ...]
    sign_offs: tuple[str, ...]
    releases: tuple[str, ...]
    worn: tuple[str, ...]
    days: tuple[str, ...]
    months: tuple[str, ...]
    subjects: Mapping[str, Sequence[str]]
    keywords: tuple[str, ...]
    questions: tuple[str, ...]

    def of(self, kind: DraftKind) -> tuple[BankText, ...]:
        """Return the texts of one kind."""
        return tuple(text for text in self.texts if text.kind is kind)

    def releases_in(self, text: str) -> bool:
        """Say whether the text lets its reader off an answer in words."""
        lowered = text.casefold()
        return any(phrase in lowered for phrase in self.releases)


def parse_bank(data: Mapping[str, Any]) -> Bank:
    """Return the bank of a parsed file.

    Raises:
        ValueError: a text is not sound.
        KeyError: a kind, a list or a text's body is missing.
    """
    return Bank(
        texts=tuple(_texts(data["texts"])),
        greetings=tuple(data["greetings"]),
        hellos=tuple(data["hellos"]),
        sign_offs=tuple(data["sign_offs"]),
        releases=tuple(data["releases"]),
        worn=tuple(data["worn"]),
        days=(data["days"]["today"], data["days"]["tomorrow"], *data["days"]["weekdays"]),
        months=tuple(data["days"]["months"]),
        subjects=data["subjects"],
        keywords=tuple(data["keyword-card"]["keywords"]),
        questions=tuple(data["keyword-card"]["questions"]),
    )


def _texts(kinds: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[BankText]:
    for kind in DraftKind:
        for row in kinds[kind]:
            yield BankText(
                kind=kind,
                body=row["text"],
                thought=row["thought"],
                greeting=row.get("greeting", ""),
                emoji=row.get("emoji", ""),
                closing=row.get("closing", ""),
                tone=Tone(row.get("tone", Tone.PLAIN)),
                closeness=Closeness(row.get("for", Closeness.ANY)),
                need=Need(row.get("needs", Need.NOTHING)),
                season=row.get("when", ""),
                marks=tuple(row.get("marks", ())),
            )


@cache
def bank_in(language: Language) -> Bank:
    """Return the bank of one language, read from its file the first time."""
    return parse_bank(table(language, "drafts.toml"))


@lru_cache(maxsize=2**12)
def made_of(sent: str, language: Language, kind: DraftKind) -> int | None:
    """Return the place, among the texts of a kind, of the one that a draft was made of.

    Whatever it was filled with, and whatever greeting, emoji and closing stood around it; None
    where none of them made it.
    """
    found = _pattern(language, kind).fullmatch(sent)
    return int((found.lastgroup or "_0")[1:]) if found else None


@cache
def _pattern(language: Language, kind: DraftKind) -> re.Pattern[str]:
    """Return what matches every draft of a kind, with a group for each text.

    Those with more words of their own come first: a short one may stand inside a longer one.
    """
    texts = sorted(enumerate(bank_in(language).of(kind)), key=lambda item: -_own_length(item[1]))
    bodies = (f"(?P<_{place}>{_body_pattern(text)})" for place, text in texts)
    ends = f".{{1,{LONGEST_ENDS}}}?"
    return re.compile(rf"(?:{ends} )??(?:{'|'.join(bodies)})(?: {ends})??", re.DOTALL)


def _own_length(text: BankText) -> int:
    """Return how many characters of a body fill no slot."""
    return len(SLOT.sub("", text.body))


def _body_pattern(text: BankText) -> str:
    parts = re.split(rf"\{{\w+\}}|{BLANK}", text.body)
    return ".+?".join(map(re.escape, parts))
