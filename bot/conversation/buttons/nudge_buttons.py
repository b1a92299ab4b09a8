"""The buttons of a nudge and of what lies behind it."""

from enum import StrEnum

from bot.conversation.buttons.button import Button
from bot.domain.policy.snoozing import SnoozeChoice
from bot.domain.records.outcome import Feeling
from bot.drafts.kinds import DraftKind


class Answered(StrEnum):
    """What the user says about a nudge or a person, in a button."""

    DONE = "d"
    TRIED = "t"
    SKIP = "k"


class Answering(Button, tag="a"):
    """An answer to a nudge."""

    how: Answered
    nudge_id: int


class AskLater(Button, tag="s"):
    """Not now: until when is asked next."""

    nudge_id: int


class SnoozeUntil(Button, tag="su"):
    """One of the three choices after Snooze."""

    nudge_id: int
    later: SnoozeChoice


class SnoozeBack(Button, tag="sb"):
    """Back from the snooze choices to the nudge."""

    nudge_id: int


class AnotherDraft(Button, tag="x"):
    """Another wording for a nudge."""

    nudge_id: int


class More(Button, tag="m"):
    """What else there is for a nudge: keywords, why, too much, other kinds of draft."""

    nudge_id: int


class Keywords(Button, tag="kw"):
    """Keywords in place of a text."""

    nudge_id: int


class WhyThis(Button, tag="wt"):
    """Why this person came up."""

    nudge_id: int


class TooMuch(Button, tag="tm"):
    """Fewer nudges from now on."""

    nudge_id: int


class DraftAs(Button, tag="da"):
    """A draft of another kind for a nudge."""

    nudge_id: int
    kind: DraftKind


class DraftFor(Button, tag="df"):
    """A draft of a kind for a person, on a channel; empty for the person's own."""

    contact_id: int
    kind: DraftKind
    channel: str = ""


class Felt(Button, tag="f"):
    """How a contact left the user."""

    outcome_id: int
    feeling: Feeling
