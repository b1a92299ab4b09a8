"""What buttons mean: one class each, and the only place where callback data is packed.

Data is ``tag:field:field``; it carries ids, at most 64 bytes. Refuses to act on it. The file is
long because it is the list of all buttons; what reads and writes them is at its end.
"""

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import ClassVar, get_type_hints

from bot.domain.cadence import Unit
from bot.domain.contact import Channel, ReasonTag
from bot.domain.dose import Ease
from bot.domain.language import Language
from bot.domain.later import Later
from bot.domain.outcome import Feeling
from bot.domain.profile import Energy
from bot.domain.suiting import Preset, Tie
from bot.drafts.draft import DraftKind

DATA_LIMIT = 64
"""Bytes that Telegram carries in a button."""


class Answered(StrEnum):
    """What the user says about a nudge or a person, in a button."""

    DONE = "d"
    TRIED = "t"
    SKIP = "k"


class Ago(StrEnum):
    """When the two last talked, as one tap tells."""

    WEEK = "w"
    WEEKS = "ws"
    MONTHS = "ms"
    UNKNOWN = "u"


class Setting(StrEnum):
    """A line of the settings."""

    LANGUAGE = "l"
    PLACE = "p"
    QUIET = "q"
    EASE = "e"
    LEARNED = "k"


@dataclass(frozen=True, slots=True)
class Callback:
    """What one button means; every field is an int, a short word or an ISO date."""

    tag: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Answering(Callback):
    """An answer to a nudge."""

    tag: ClassVar[str] = "a"
    how: Answered
    nudge_id: int


@dataclass(frozen=True, slots=True)
class AskLater(Callback):
    """Not now: until when is asked next."""

    tag: ClassVar[str] = "s"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class SnoozeUntil(Callback):
    """One of the three choices after Snooze."""

    tag: ClassVar[str] = "su"
    nudge_id: int
    later: Later


@dataclass(frozen=True, slots=True)
class SnoozeBack(Callback):
    """Back from the snooze choices to the nudge."""

    tag: ClassVar[str] = "sb"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class AnotherDraft(Callback):
    """Another wording for a nudge."""

    tag: ClassVar[str] = "x"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class More(Callback):
    """What else there is for a nudge: keywords, why, too much, other kinds of draft."""

    tag: ClassVar[str] = "m"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class Keywords(Callback):
    """Keywords in place of a text."""

    tag: ClassVar[str] = "kw"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class WhyThis(Callback):
    """Why this person came up."""

    tag: ClassVar[str] = "wt"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class TooMuch(Callback):
    """Fewer nudges from now on."""

    tag: ClassVar[str] = "tm"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class DraftAs(Callback):
    """A draft of another kind for a nudge."""

    tag: ClassVar[str] = "da"
    nudge_id: int
    kind: DraftKind


@dataclass(frozen=True, slots=True)
class DraftFor(Callback):
    """A draft of a kind for a person, on a channel; empty for the person's own."""

    tag: ClassVar[str] = "df"
    contact_id: int
    kind: DraftKind
    channel: str = ""


@dataclass(frozen=True, slots=True)
class About(Callback):
    """Whom a waiting answer or command is about."""

    tag: ClassVar[str] = "w"
    question_id: int
    contact_id: int


@dataclass(frozen=True, slots=True)
class OnDate(Callback):
    """Which of two dates was meant."""

    tag: ClassVar[str] = "on"
    question_id: int
    day: date


@dataclass(frozen=True, slots=True)
class LastTalked(Callback):
    """When the user and a new person last talked."""

    tag: ClassVar[str] = "lt"
    contact_id: int
    ago: Ago


@dataclass(frozen=True, slots=True)
class AddAnyway(Callback):
    """A second person of the same name."""

    tag: ClassVar[str] = "ad"
    question_id: int


@dataclass(frozen=True, slots=True)
class Undo(Callback):
    """Take one change back; pressed late, it is not the last one any more."""

    tag: ClassVar[str] = "un"
    change_id: int


@dataclass(frozen=True, slots=True)
class ShowPage(Callback):
    """A page of the people, counted from 0."""

    tag: ClassVar[str] = "pp"
    page: int


@dataclass(frozen=True, slots=True)
class ShowPerson(Callback):
    """A person's card."""

    tag: ClassVar[str] = "p"
    contact_id: int


@dataclass(frozen=True, slots=True)
class HiTo(Callback):
    """A nudge about a person, now."""

    tag: ClassVar[str] = "hi"
    contact_id: int


@dataclass(frozen=True, slots=True)
class LogDone(Callback):
    """The two were in touch, told from the card.

    ``serial`` is the Book's last id when the card was shown: a second tap is told by it.
    """

    tag: ClassVar[str] = "ld"
    contact_id: int
    serial: int


@dataclass(frozen=True, slots=True)
class EditNotes(Callback):
    """The notes of a person, each with a button that deletes it."""

    tag: ClassVar[str] = "ns"
    contact_id: int


@dataclass(frozen=True, slots=True)
class DropNote(Callback):
    """Delete one note."""

    tag: ClassVar[str] = "nd"
    contact_id: int
    note_id: int


@dataclass(frozen=True, slots=True)
class WriteNote(Callback):
    """The next message is a note about a person."""

    tag: ClassVar[str] = "nw"
    contact_id: int


@dataclass(frozen=True, slots=True)
class WriteWhy(Callback):
    """The next message is the why of a person."""

    tag: ClassVar[str] = "yw"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ChoosePace(Callback):
    """The next message or tap is the pace of a person."""

    tag: ClassVar[str] = "pc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetPace(Callback):
    """A pace for a person."""

    tag: ClassVar[str] = "ps"
    contact_id: int
    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class KeepPace(Callback):
    """The pace is right as it is."""

    tag: ClassVar[str] = "pk"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ChooseChannel(Callback):
    """All channels, to choose from."""

    tag: ClassVar[str] = "cc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetChannel(Callback):
    """A channel for a person."""

    tag: ClassVar[str] = "cs"
    contact_id: int
    channel: Channel


@dataclass(frozen=True, slots=True)
class SetDraftLanguage(Callback):
    """A language for the drafts to a person."""

    tag: ClassVar[str] = "cl"
    contact_id: int
    language: Language


@dataclass(frozen=True, slots=True)
class ChooseTimes(Callback):
    """When a hello suits a person, to choose from."""

    tag: ClassVar[str] = "tc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetPreset(Callback):
    """A time that does not suit a person, or suits after all; ``on`` is 1 or 0."""

    tag: ClassVar[str] = "tp"
    contact_id: int
    preset: Preset
    on: int


@dataclass(frozen=True, slots=True)
class SetTie(Callback):
    """Where a person belongs, or does not; ``on`` is 1 or 0."""

    tag: ClassVar[str] = "tt"
    contact_id: int
    tie: Tie
    on: int


@dataclass(frozen=True, slots=True)
class ClearTimes(Callback):
    """Any of the usual hours suits a person."""

    tag: ClassVar[str] = "ta"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetHome(Callback):
    """An IANA zone for a person; empty for the user's own."""

    tag: ClassVar[str] = "th"
    contact_id: int
    zone: str


@dataclass(frozen=True, slots=True)
class LetGo(Callback):
    """Let a person go."""

    tag: ClassVar[str] = "lg"
    contact_id: int


@dataclass(frozen=True, slots=True)
class HasDied(Callback):
    """A person has died."""

    tag: ClassVar[str] = "di"
    contact_id: int


@dataclass(frozen=True, slots=True)
class BringBack(Callback):
    """Bring a person back."""

    tag: ClassVar[str] = "bb"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ForgetPerson(Callback):
    """Forget a person, for good, while the question is open."""

    tag: ClassVar[str] = "fp"
    contact_id: int
    question_id: int


@dataclass(frozen=True, slots=True)
class ForgetAll(Callback):
    """Forget everything, for good, while the question is open."""

    tag: ClassVar[str] = "fa"
    question_id: int


@dataclass(frozen=True, slots=True)
class Never(Callback):
    """No after all; ``question_id`` is 0 where no question was opened."""

    tag: ClassVar[str] = "no"
    question_id: int = 0


@dataclass(frozen=True, slots=True)
class ChooseEase(Callback):
    """How keeping in touch feels; the nudges a week it sets."""

    tag: ClassVar[str] = "e"
    ease: Ease
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class ZoneIsRight(Callback):
    """The time shown is the user's."""

    tag: ClassVar[str] = "zy"


@dataclass(frozen=True, slots=True)
class ZoneIsWrong(Callback):
    """The time shown is not the user's."""

    tag: ClassVar[str] = "zn"


@dataclass(frozen=True, slots=True)
class SetZone(Callback):
    """An IANA zone for the user."""

    tag: ClassVar[str] = "z"
    zone: str
    onboarding: int = 0


@dataclass(frozen=True, slots=True)
class OpenSetting(Callback):
    """One line of the settings."""

    tag: ClassVar[str] = "so"
    setting: Setting


@dataclass(frozen=True, slots=True)
class OpenSettings(Callback):
    """All settings."""

    tag: ClassVar[str] = "st"


@dataclass(frozen=True, slots=True)
class SetLanguage(Callback):
    """A language of the interface."""

    tag: ClassVar[str] = "l"
    language: Language


@dataclass(frozen=True, slots=True)
class SetQuiet(Callback):
    """Quiet hours, as four digits each: ``2100`` and ``0800``."""

    tag: ClassVar[str] = "q"
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class SetEnergy(Callback):
    """How much energy today has."""

    tag: ClassVar[str] = "en"
    level: Energy


@dataclass(frozen=True, slots=True)
class Felt(Callback):
    """How a contact left the user."""

    tag: ClassVar[str] = "f"
    outcome_id: int
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class RestFrom(Callback):
    """A season without nudges about one person."""

    tag: ClassVar[str] = "rf"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ChooseReason(Callback):
    """The reasons why a person is in the book, to choose from."""

    tag: ClassVar[str] = "rc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetReason(Callback):
    """The reason why a person is in the book, in one word."""

    tag: ClassVar[str] = "rs"
    contact_id: int
    reason: ReasonTag


@dataclass(frozen=True, slots=True)
class DropReason(Callback):
    """No reason in one word after all."""

    tag: ClassVar[str] = "rd"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ResetLearned(Callback):
    """Learn anew from now on."""

    tag: ClassVar[str] = "lr"


@dataclass(frozen=True, slots=True)
class Wake(Callback):
    """End the rest."""

    tag: ClassVar[str] = "wk"


@dataclass(frozen=True, slots=True)
class StartAdding(Callback):
    """Add somebody: the name comes next."""

    tag: ClassVar[str] = "an"


_BY_TAG: dict[str, type[Callback]] = {kind.tag: kind for kind in Callback.__subclasses__()}


class UnreadableCallback(ValueError):
    """Data that no button of this version carries."""


def pack(callback: Callback) -> str:
    """Return the data of a button.

    Raises:
        ValueError: it would not fit into 64 bytes.
    """
    data = ":".join((callback.tag, *(f"{value}" for value in astuple(callback))))
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"{len(data.encode())} bytes of callback data")
    return data


def unpack(data: str) -> Callback:
    """Return what a button means.

    Raises:
        UnreadableCallback: the data is not of this version, or forged.
    """
    tag, *values = data.split(":")
    kind = _BY_TAG.get(tag)
    if kind is None or len(values) != len(fields(kind)):
        raise UnreadableCallback(data)
    types = get_type_hints(kind)
    try:
        return kind(*(_reader(types[f.name])(v) for f, v in zip(fields(kind), values, strict=True)))
    except ValueError as wrong:
        raise UnreadableCallback(data) from wrong


def _ease(value: str) -> Ease:
    return Ease(int(value))


_READERS: Mapping[type, Callable[[str], object]] = {date: date.fromisoformat, Ease: _ease}
"""How fields are read whose class does not take the packed word itself."""


def _reader(kind: type) -> Callable[[str], object]:
    return _READERS.get(kind, kind)
