"""What is known about a message besides its words: what carries it, what it is for, to whom."""

from dataclasses import dataclass

from bot.domain.records.channels import Carrier
from bot.drafts.kinds import OF_ANY_KIND, DraftKind, Traits
from bot.drafts.rooms import ROOMS


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known besides the words; a rule that needs what is None is not judged.

    Attributes:
        carrier: what carries it; where it is None, what usually carries its kind.
        kind: what it is for.
        name: what the recipient is called.
    """

    carrier: Carrier | None = None
    kind: DraftKind | None = None
    name: str | None = None

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
        """How many sentences it may have (R2 of docs/drafts.md)."""
        return ROOMS[self.carried_by].sentences

    @property
    def questions(self) -> int:
        """How many questions it may ask (R3 of docs/drafts.md)."""
        return 0 if not self.traits.may_ask or self.carried_by is Carrier.CARD else 1

    @property
    def emoji(self) -> int:
        """How many emoji it may hold (R16 of docs/drafts.md)."""
        return 0 if self.traits.bans_emoji else 1
