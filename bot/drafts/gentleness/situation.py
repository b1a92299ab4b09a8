"""What is known about a message besides its words: the way it travels, what it is for, to whom.

Knows the limits that follow from these. Refuses to know texts.
"""

from dataclasses import dataclass

from bot.drafts.draft import DraftKind
from bot.drafts.medium import Medium

MEDIA = {DraftKind.CARD: Medium.CARD, DraftKind.VOICE_OUTLINE: Medium.VOICE}
"""Kinds that are made for one medium."""
UNASKING = {DraftKind.JUST_HI, DraftKind.CONDOLENCE, DraftKind.CARD}
"""Kinds without any question (DRAFTS R3)."""
SOBER = {DraftKind.CONDOLENCE, DraftKind.FIRST_WORK_HELLO}
"""Kinds without any emoji (DRAFTS R16)."""
EXCUSED: dict[DraftKind, frozenset[str]] = {
    DraftKind.CONDOLENCE: frozenset({"R5", "R14", "R25"}),
    DraftKind.HONEST_ASK: frozenset({"R10"}),
    DraftKind.CALL_OPENER: frozenset({"R5", "R10"}),
    DraftKind.KIND_NO: frozenset({"R5", "R6", "R7"}),
    DraftKind.LATER: frozenset({"R5", "R6", "R7", "R9"}),
}
"""Rules that a kind is free of, because what they ask is what the kind is for."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known besides the words; a rule that needs what is None is not judged.

    Attributes:
        channel: how the message travels; None counts as chat.
        kind: what it is for.
        name: what the recipient is called.
    """

    channel: Medium | None = None
    kind: DraftKind | None = None
    name: str | None = None

    @property
    def medium(self) -> Medium:
        """The way it travels: where that is not known, what its kind asks for, else a chat."""
        if self.channel is None:
            return MEDIA.get(self.kind, Medium.CHAT) if self.kind else Medium.CHAT
        return self.channel

    @property
    def sentences(self) -> int:
        """How many sentences it may have (DRAFTS R2)."""
        return self.medium.room.sentences

    @property
    def questions(self) -> int:
        """How many questions it may ask (DRAFTS R3)."""
        return 0 if self.kind in UNASKING or self.medium is Medium.CARD else 1

    @property
    def emoji(self) -> int:
        """How many emoji it may hold (DRAFTS R16)."""
        return 0 if self.kind in SOBER else 1

    @property
    def excused(self) -> frozenset[str]:
        """The rules that its kind is free of."""
        return EXCUSED.get(self.kind, frozenset()) if self.kind else frozenset()
