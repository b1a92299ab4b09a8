"""One change, and how to take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.records.contact import Contact
from bot.domain.records.dose import Dose
from bot.domain.records.nudge import Nudge
from bot.domain.records.outcome import Outcome
from bot.domain.records.profile import Profile


class ChangeKind(StrEnum):
    """What the user did, to be named when it is taken back."""

    ADDED = "added"
    TOLD = "told"
    NOTED = "noted"
    NOTE_DROPPED = "note-dropped"
    PACED = "paced"
    EXPLAINED = "explained"
    RENAMED = "renamed"
    DONE = "done"
    TRIED = "tried"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    LET_GO = "let-go"
    BROUGHT_BACK = "brought-back"
    LEFT_ALONE = "left-alone"
    DIED = "died"
    RESTED = "rested"
    WOKEN = "woken"
    LANGUAGE = "language"
    PLACE = "place"
    QUIET = "quiet"
    EASE = "ease"
    CHANNEL = "channel"
    DRAFT_LANGUAGE = "draft-language"
    TIMES = "times"
    ZONE = "zone"
    NICKNAMED = "nicknamed"
    CORRECTED = "corrected"
    VOICE = "voice"
    LINE = "line"
    LINE_DROPPED = "line-dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the touched records as they were; None for those that were not there.

    ``profile`` and ``dose`` are None when they were not touched. ``id`` lets a button name the
    change it would take back. ``message_id`` is the message of the user's that made it,
    None where a button did.
    """

    id: int
    kind: ChangeKind
    about: str = ""
    contacts: Mapping[int, Contact | None] = field(default_factory=dict)
    nudges: Mapping[int, Nudge | None] = field(default_factory=dict)
    outcomes: Mapping[int, Outcome | None] = field(default_factory=dict)
    profile: Profile | None = None
    dose: Dose | None = None
    message_id: int | None = None

    @property
    def touched(self) -> frozenset[int]:
        """The ids of its records; an id is given out once, whatever kind of record has it."""
        return frozenset((*self.contacts, *self.nudges, *self.outcomes))

    def without_lines_for(self, contact_id: int) -> "Change":
        """Return it without the user's own lines for a contact, who is forgotten."""
        kept = self.profile and self.profile.without_lines_for(contact_id)
        return self if kept is self.profile else replace(self, profile=kept)

    @property
    def newcomers(self) -> frozenset[int]:
        """The contacts that were not there before."""
        return frozenset(key for key, old in self.contacts.items() if old is None)
