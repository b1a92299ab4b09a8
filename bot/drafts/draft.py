"""A draft: a few words that its user may send, and which shape they were made by.

Knows the kinds of draft and how long each may be. Refuses to know phrases and people.
"""

from dataclasses import dataclass
from enum import StrEnum


class DraftKind(StrEnum):
    """What a draft is for, from the least obliging kind upwards."""

    JUST_HI = "just-hi"
    """A hello and nothing else: no anchor, no question (DRAFTS R3, R19)."""
    ANCHOR = "thinking-of-you"
    """A hello that holds one thing from the user's own notes."""
    ONE_QUESTION = "one-question"
    """A hello with one small question that five words answer."""

    @property
    def longest(self) -> int:
        """The most code points a draft of this kind holds: it fits one SMS too (DRAFTS R1)."""
        return 120 if self is DraftKind.JUST_HI else 160


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send as it stands.

    Attributes:
        text: plain text, whole without the user's own words; not escaped for any mark-up.
        kind: what it is for.
        shape: the lasting id of the shape it was made by, such as ``nb/just-hi/07``.
    """

    text: str
    kind: DraftKind
    shape: str
