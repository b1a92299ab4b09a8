"""The buttons of a nudge and of what lies behind it."""

from enum import StrEnum

from bot.conversation.buttons.button import Button
from bot.domain.policy.snoozing import SnoozeChoice
from bot.domain.records.outcome import Feeling
from bot.drafts.kinds import DraftKind


class ReplyKind(StrEnum):
    """What a button says of a nudge."""

    DONE = "d"
    TRIED = "t"
    SKIP = "k"


class GiveReply(Button, tag="a"):
    """A reply to a nudge."""

    kind: ReplyKind
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


class ShowHardNote(Button, tag="hn"):
    """What was noted on something hard."""

    nudge_id: int


class More(Button, tag="m"):
    """What else there is for a nudge: a few kinds of draft, keywords, a shorter one."""

    nudge_id: int


class SomethingElse(Button, tag="se"):
    """All that *More* has no room for: the other kinds of draft, why, fewer nudges."""

    nudge_id: int


class BackToNudge(Button, tag="bn"):
    """Back from what else there is to the nudge."""

    nudge_id: int


class Shorter(Button, tag="sh"):
    """The shortest hello for a nudge."""

    nudge_id: int


class HardTimes(Button, tag="ht"):
    """A draft for somebody who has it hard, which presumes nothing."""

    nudge_id: int


class Keywords(Button, tag="kw"):
    """Keywords in place of a text."""

    nudge_id: int


class WhyThis(Button, tag="wt"):
    """Why this contact came up."""

    nudge_id: int


class TooMuch(Button, tag="tm"):
    """Fewer nudges from now on."""

    nudge_id: int


class DraftAs(Button, tag="da"):
    """A draft of another kind for a nudge."""

    nudge_id: int
    kind: DraftKind


class DraftFor(Button, tag="df"):
    """A draft of a kind for a contact, on a channel; empty for the contact's own."""

    contact_id: int
    kind: DraftKind
    channel: str = ""


class Felt(Button, tag="f"):
    """How a logged contact left the user."""

    outcome_id: int
    feeling: Feeling
