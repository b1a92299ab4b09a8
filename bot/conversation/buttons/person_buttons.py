"""The buttons of a person's card, and of all that can be told about them."""

from dataclasses import dataclass
from typing import ClassVar

from bot.conversation.buttons.button import Button
from bot.domain.clock.cadence import Unit
from bot.domain.records.contact import Channel, ReasonTag
from bot.domain.records.contact_times import Preset, Tie
from bot.languages import Language


@dataclass(frozen=True, slots=True)
class ShowPage(Button):
    """A page of the people, counted from 0."""

    tag: ClassVar[str] = "pp"
    page: int


@dataclass(frozen=True, slots=True)
class ShowPerson(Button):
    """A person's card."""

    tag: ClassVar[str] = "p"
    contact_id: int


@dataclass(frozen=True, slots=True)
class HiTo(Button):
    """A nudge about a person, now."""

    tag: ClassVar[str] = "hi"
    contact_id: int


@dataclass(frozen=True, slots=True)
class LogDone(Button):
    """The two were in touch, told from the card.

    ``serial`` is the Book's last id when the card was shown: a second tap is told by it.
    """

    tag: ClassVar[str] = "ld"
    contact_id: int
    serial: int


@dataclass(frozen=True, slots=True)
class EditNotes(Button):
    """The notes of a person, each with a button that deletes it."""

    tag: ClassVar[str] = "ns"
    contact_id: int


@dataclass(frozen=True, slots=True)
class DropNote(Button):
    """Delete one note."""

    tag: ClassVar[str] = "nd"
    contact_id: int
    note_id: int


@dataclass(frozen=True, slots=True)
class WriteNote(Button):
    """The next message is a note about a person."""

    tag: ClassVar[str] = "nw"
    contact_id: int


@dataclass(frozen=True, slots=True)
class WriteWhy(Button):
    """The next message is the why of a person."""

    tag: ClassVar[str] = "yw"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ChoosePace(Button):
    """The next message or tap is the pace of a person."""

    tag: ClassVar[str] = "pc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetPace(Button):
    """A pace for a person."""

    tag: ClassVar[str] = "ps"
    contact_id: int
    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class KeepPace(Button):
    """The pace is right as it is."""

    tag: ClassVar[str] = "pk"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ChooseChannel(Button):
    """All channels, to choose from."""

    tag: ClassVar[str] = "cc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetChannel(Button):
    """A channel for a person."""

    tag: ClassVar[str] = "cs"
    contact_id: int
    channel: Channel


@dataclass(frozen=True, slots=True)
class SetDraftLanguage(Button):
    """A language for the drafts to a person."""

    tag: ClassVar[str] = "cl"
    contact_id: int
    language: Language


@dataclass(frozen=True, slots=True)
class ChooseTimes(Button):
    """When a hello suits a person, to choose from."""

    tag: ClassVar[str] = "tc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetPreset(Button):
    """A time that does not suit a person, or suits after all; ``on`` is 1 or 0."""

    tag: ClassVar[str] = "tp"
    contact_id: int
    preset: Preset
    on: int


@dataclass(frozen=True, slots=True)
class SetTie(Button):
    """Where a person belongs, or does not; ``on`` is 1 or 0."""

    tag: ClassVar[str] = "tt"
    contact_id: int
    tie: Tie
    on: int


@dataclass(frozen=True, slots=True)
class ClearTimes(Button):
    """Any of the usual hours suits a person."""

    tag: ClassVar[str] = "ta"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetHome(Button):
    """An IANA zone for a person; empty for the user's own."""

    tag: ClassVar[str] = "th"
    contact_id: int
    zone: str


@dataclass(frozen=True, slots=True)
class ChooseReason(Button):
    """The reasons why a person is in the book, to choose from."""

    tag: ClassVar[str] = "rc"
    contact_id: int


@dataclass(frozen=True, slots=True)
class SetReason(Button):
    """The reason why a person is in the book, in one word."""

    tag: ClassVar[str] = "rs"
    contact_id: int
    reason: ReasonTag


@dataclass(frozen=True, slots=True)
class DropReason(Button):
    """No reason in one word after all."""

    tag: ClassVar[str] = "rd"
    contact_id: int


@dataclass(frozen=True, slots=True)
class RestFrom(Button):
    """A season without nudges about one person."""

    tag: ClassVar[str] = "rf"
    contact_id: int


@dataclass(frozen=True, slots=True)
class LetGo(Button):
    """Let a person go."""

    tag: ClassVar[str] = "lg"
    contact_id: int


@dataclass(frozen=True, slots=True)
class HasDied(Button):
    """A person has died."""

    tag: ClassVar[str] = "di"
    contact_id: int


@dataclass(frozen=True, slots=True)
class BringBack(Button):
    """Bring a person back."""

    tag: ClassVar[str] = "bb"
    contact_id: int


@dataclass(frozen=True, slots=True)
class ForgetPerson(Button):
    """Forget a person, for good, while the question is open."""

    tag: ClassVar[str] = "fp"
    contact_id: int
    question_id: int


@dataclass(frozen=True, slots=True)
class StartAdding(Button):
    """Add somebody: the name comes next."""

    tag: ClassVar[str] = "an"
