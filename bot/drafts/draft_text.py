"""A draft: a few words that its user may send, and which shape they were made by."""

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
        shape: the lasting id of the shape it was made by, such as ``nb/just-hi/07``.
    """

    shown: str
    kind: DraftKind
    shape: str

    @property
    def text(self) -> str:
        """What is copied: the same without the blank (R21 of docs/drafts.md)."""
        return without_blank(self.shown)


def without_blank(shown: str) -> str:
    """Return a text without the blank for own words and the space that parts it from the rest."""
    return AROUND_BLANK.sub(lambda found: found["gap"] if found["rest"] else "", shown).strip()
