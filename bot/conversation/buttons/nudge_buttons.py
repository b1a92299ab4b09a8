"""The buttons of a nudge and of what lies behind it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.conversation.buttons.button import Button
from bot.domain.policy.snoozing import SnoozeChoice
from bot.domain.records.outcome import Feeling
from bot.drafts.kinds import DraftKind


class Answered(StrEnum):
    """What the user says about a nudge or a person, in a button."""

    DONE = "d"
    TRIED = "t"
    SKIP = "k"


@dataclass(frozen=True, slots=True)
class Answering(Button):
    """An answer to a nudge."""

    tag: ClassVar[str] = "a"
    how: Answered
    nudge_id: int


@dataclass(frozen=True, slots=True)
class AskLater(Button):
    """Not now: until when is asked next."""

    tag: ClassVar[str] = "s"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class SnoozeUntil(Button):
    """One of the three choices after Snooze."""

    tag: ClassVar[str] = "su"
    nudge_id: int
    later: SnoozeChoice


@dataclass(frozen=True, slots=True)
class SnoozeBack(Button):
    """Back from the snooze choices to the nudge."""

    tag: ClassVar[str] = "sb"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class AnotherDraft(Button):
    """Another wording for a nudge."""

    tag: ClassVar[str] = "x"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class More(Button):
    """What else there is for a nudge: keywords, why, too much, other kinds of draft."""

    tag: ClassVar[str] = "m"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class Keywords(Button):
    """Keywords in place of a text."""

    tag: ClassVar[str] = "kw"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class WhyThis(Button):
    """Why this person came up."""

    tag: ClassVar[str] = "wt"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class TooMuch(Button):
    """Fewer nudges from now on."""

    tag: ClassVar[str] = "tm"
    nudge_id: int


@dataclass(frozen=True, slots=True)
class DraftAs(Button):
    """A draft of another kind for a nudge."""

    tag: ClassVar[str] = "da"
    nudge_id: int
    kind: DraftKind


@dataclass(frozen=True, slots=True)
class DraftFor(Button):
    """A draft of a kind for a person, on a channel; empty for the person's own."""

    tag: ClassVar[str] = "df"
    contact_id: int
    kind: DraftKind
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Felt(Button):
    """How a contact left the user."""

    tag: ClassVar[str] = "f"
    outcome_id: int
    feeling: Feeling
