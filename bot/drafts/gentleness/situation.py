"""What is known about a message besides its words: what carries it, what it is for, to whom.

Knows the limits that follow from these. Refuses to know texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.records.channels import Carrier
from bot.drafts.kinds import OF_ANY_KIND, DraftKind, Traits
from bot.drafts.rooms import ROOMS


class Closeness(StrEnum):
    """How two people know each other."""

    CLOSE = "close"
    """Family and friends."""
    LOOSE = "loose"
    """Acquaintances."""
    WORK = "work"
    """People known from work."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known besides the words; a rule that needs what is None is not judged.

    Attributes:
        carrier: what carries it; where it is None, what usually carries its kind.
        kind: what it is for.
        tie: how the two know each other.
        name: what the recipient is called.
        notes: all that the user has told about the recipient, now or earlier.
        unanswered: whether the last message has no answer, or the silence is long.
        formal: whether the user wants De and Ni for this person.
        sent: texts this person had, oldest first.
        others: texts others had in the last 90 days.
    """

    carrier: Carrier | None = None
    kind: DraftKind | None = None
    tie: Closeness | None = None
    name: str | None = None
    notes: Sequence[str] | None = None
    unanswered: bool = False
    formal: bool = False
    sent: Sequence[str] = ()
    others: Sequence[str] = ()

    @property
    def traits(self) -> Traits:
        """What sets its kind apart, or holds for any where that is not known."""
        return self.kind.traits if self.kind else OF_ANY_KIND

    @property
    def carried_by(self) -> Carrier:
        """What carries it: where that is not told, what usually carries its kind."""
        return self.carrier or self.traits.usual_carrier

    @property
    def sentences(self) -> int:
        """How many sentences it may have (DRAFTS R2)."""
        return ROOMS[self.carried_by].sentences

    @property
    def questions(self) -> int:
        """How many questions it may ask (DRAFTS R3)."""
        silent = self.unanswered or not self.traits.may_ask or self.carried_by is Carrier.CARD
        return 0 if silent else 1

    @property
    def emoji(self) -> int:
        """How many emoji it may hold (DRAFTS R16)."""
        at_work = self.traits.bans_emoji_at_work and self.tie is Closeness.WORK
        return 0 if self.traits.bans_emoji or at_work else 1
