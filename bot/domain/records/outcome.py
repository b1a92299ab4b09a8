"""What came of it: a contact, a try, a snooze, a skip.

Knows the user's own acts only. Replies are not recorded: Hei keeps no ledger.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OutcomeKind(StrEnum):
    """What the user did about a contact."""

    DONE = "done"
    """The two were in touch; the only kind that moves the clock (docs/semantics.md, 1)."""
    TRIED = "tried"
    """Tried without an answer: it waits, it is not contact."""
    SNOOZED = "snoozed"
    """Later."""
    SKIPPED = "skipped"
    """Not this time: on to the next turn, without claiming contact."""
    TOLD = "told"
    """When they last talked, as told when the contact was added: from before Hei."""

    @property
    def is_contact(self) -> bool:
        """Whether the two really were in touch."""
        return self in {OutcomeKind.DONE, OutcomeKind.TOLD}


class Feeling(StrEnum):
    """How a logged contact left the user; it belongs to that moment, never to whom it was with."""

    LIGHTER = "lighter"
    NEUTRAL = "neutral"
    HEAVIER = "heavier"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One act, with when it happened and when it was told."""

    id: int
    contact_id: int
    kind: OutcomeKind
    occurred_at: datetime
    recorded_at: datetime
    nudge_id: int | None = None
    note: str = ""
    feeling: Feeling | None = None
