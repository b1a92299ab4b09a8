"""One nudge about one contact, from planned to closed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.domain.records.channels import Channel


class Origin(StrEnum):
    """Why a nudge exists; it decides what it counts for (docs/semantics.md, 2 and 5)."""

    PLANNED = "planned"
    """Hei's own idea: passes the whole gate and counts for everything."""
    ASKED = "asked"
    """The user wrote /hi: never held back, counts for the day and the week."""
    KEPT = "kept"
    """Returns at a time the user chose: not counted; quiet hours, rest and let go hold it."""


class Closing(StrEnum):
    """How a nudge came to its end."""

    DONE = "done"
    TRIED = "tried"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    LAPSED = "lapsed"
    """Nobody answered: it ends without a word."""
    REPLACED = "replaced"
    """Another one went out before it could count as unanswered."""
    WITHDRAWN = "withdrawn"
    """Planned, and no longer right by the time it could be sent."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Decided and on disk, not yet known to be sent."""

    at: datetime
    state: Literal["planned"] = "planned"


@dataclass(frozen=True, slots=True)
class Open:
    """Sent and waiting; ``message_id`` is None when its fate is unknown (docs/semantics.md, 6)."""

    sent_at: datetime
    message_id: int | None
    state: Literal["open"] = "open"


@dataclass(frozen=True, slots=True)
class Closed:
    """Finished. ``sent_at`` is None when it never went out."""

    sent_at: datetime | None
    message_id: int | None
    at: datetime
    how: Closing
    state: Literal["closed"] = "closed"


State = Planned | Open | Closed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user chose a draft to be: its kind, its channel if not the contact's, own words.

    ``is_hard`` tells that something hard is going on with the contact.
    """

    kind: str
    channel: Channel | None = None
    typed: str = ""
    is_hard: bool = False


@dataclass(frozen=True, slots=True)
class Nudge:
    """A proposal to say hi to one contact.

    ``drafts`` holds every wording shown so far, the current one last; ``kind`` names its type,
    and ``wanted`` what the user asked it to be, if they did. ``variant`` is how a language model
    worded the current draft, and stands in its place; "" for none.
    """

    id: int
    contact_id: int
    origin: Origin
    drafts: tuple[str, ...]
    kind: str
    state: State
    wanted: Wanted | None = None
    variant: str = ""

    @property
    def draft(self) -> str:
        """The wording on show."""
        return self.variant or self.drafts[-1]

    @property
    def further(self) -> int:
        """How often another draft was asked for."""
        return len(self.drafts) - 1

    @property
    def sent_at(self) -> datetime | None:
        """When it went out; None when it has not."""
        return None if isinstance(self.state, Planned) else self.state.sent_at

    @property
    def message_id(self) -> int | None:
        """The Telegram message that carries it, where known."""
        return None if isinstance(self.state, Planned) else self.state.message_id

    @property
    def is_open(self) -> bool:
        """Whether it was sent and waits for an answer."""
        return isinstance(self.state, Open)

    @property
    def is_planned(self) -> bool:
        """Whether it is decided but not known to be sent."""
        return isinstance(self.state, Planned)

    @property
    def counts(self) -> bool:
        """Whether it counts for day and week; a kept one does not (docs/semantics.md, 2)."""
        return self.origin is not Origin.KEPT

    @property
    def how(self) -> Closing | None:
        """How it ended; None while it has not."""
        return self.state.how if isinstance(self.state, Closed) else None

    def sent(self, at: datetime, message_id: int | None) -> "Nudge":
        """Return it as sent; one that was answered while it travelled stays answered."""
        if isinstance(self.state, Closed):
            return replace(self, state=replace(self.state, sent_at=at, message_id=message_id))
        return replace(self, state=Open(at, message_id))

    def carried_by(self, message_id: int) -> "Nudge":
        """Return it as another message shows it now; one not sent yet stays as it is."""
        if isinstance(self.state, Planned):
            return self
        return replace(self, state=replace(self.state, message_id=message_id))

    def closed(self, at: datetime, how: Closing) -> "Nudge":
        """Return it as finished; closing it once more changes how it ended."""
        return replace(self, state=Closed(self.sent_at, self.message_id, at, how))

    def reworded(self, draft: str, kind: str) -> "Nudge":
        """Return it with another draft on show."""
        return replace(self, drafts=(*self.drafts, draft), kind=kind, variant="")
