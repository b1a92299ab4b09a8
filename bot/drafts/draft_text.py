"""A draft: a few words that its user may send."""

import re
from dataclasses import dataclass

from bot.drafts.kinds import DraftKind

BLANK = "«…»"
"""Where the sender's own words may go; it is never copied."""
AROUND_BLANK = re.compile(rf"(?P<gap>\s?){BLANK}(?P<rest>\s?)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send, as its user sees it.

    Attributes:
        shown: plain text, not escaped for any mark-up; may hold the blank for own words once.
        kind: what it is for.
        thought: what it says, in a few English words; "" for the user's own lines.
    """

    shown: str
    kind: DraftKind
    thought: str

    @property
    def text(self) -> str:
        """What is copied: the same without the blank (R21 of docs/drafts.md)."""
        return without_blank(self.shown)


def without_blank(shown: str) -> str:
    """Return a text without the blank for own words and the space that parts it from the rest."""
    return AROUND_BLANK.sub(lambda found: found["gap"] if found["rest"] else "", shown).strip()


def waits_for_words(shown: str, kind: DraftKind) -> bool:
    """Say whether a draft is nothing to send before its blank is filled."""
    return kind.traits.needs_words and BLANK in shown
