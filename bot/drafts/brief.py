"""What a draft is to be, before anything is known of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.records.channels import Carrier
from bot.domain.records.voice import AS_WRITTEN, Voice
from bot.drafts.bank import Closeness
from bot.drafts.kinds import DraftKind
from bot.drafts.notes.noted import Noted
from bot.languages import Language


@dataclass(frozen=True, slots=True)
class Brief:
    """What a draft is to be.

    Attributes:
        kind: what it is for.
        language: the language of the draft.
        name: the contact's name as the user wrote it.
        nickname: what the user calls them; "" for no name at all, None where it was not told.
        noted: what is understood of the user's notes about the contact, newest first.
        typed: what the user typed for this very draft; it goes before all notes.
        carrier: what carries it.
        used: all drafts this contact had, of any kind, as they were shown, oldest first.
        others: names and texts of what was lately written for other contacts (R26: 90 days).
        shortest: whether the shortest is wanted, for a user who hesitates.
        voice: how the user writes to this contact.
        is_short: whether they write short messages.
        own: the user's own lines for this contact; they come first.
        closeness: to whom a text may be said that is said to this contact.
        seasons: the weekday, month and season that a text may speak of.
        is_hard: whether something hard is going on with them: nothing playful, no question.
    """

    kind: DraftKind
    language: Language
    name: str
    noted: Sequence[Noted] = ()
    typed: str = ""
    carrier: Carrier = Carrier.CHAT
    used: Sequence[str] = ()
    others: Sequence[tuple[str, str]] = ()
    shortest: bool = False
    nickname: str | None = None
    voice: Voice = AS_WRITTEN
    is_short: bool = False
    own: Sequence[str] = ()
    closeness: frozenset[Closeness] = frozenset({Closeness.ANY})
    seasons: frozenset[str] = frozenset()
    is_hard: bool = False
