"""A draft: a few words that its user may send, and which shape they were made by.

Knows the kinds of draft. Refuses to know phrases and people.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

BLANK = "«…»"
"""Where the sender's own words may go; it is never copied."""
AROUND_BLANK = re.compile(rf"(?P<gap>\s?){BLANK}(?P<rest>\s?)")


class DraftKind(StrEnum):
    """What a draft is for."""

    JUST_HI = "just-hi"
    """A hello and nothing else: no anchor, no question (DRAFTS R3, R19)."""
    THINKING_OF_YOU = "thinking-of-you"
    """A hello that holds one thing from the user's own notes."""
    MEMORY = "memory"
    """Something from before that came back."""
    ONE_QUESTION = "one-question"
    """A hello with one small question that five words answer."""
    CONGRATULATION = "congratulation"
    """Joy at something that went well."""
    SHARE_A_TIP = "share-a-tip"
    """Something found that suits the other; nothing to do about it."""
    AFTER_WE_MET = "after-we-met"
    """A word after having seen each other."""
    FIRST_WORK_HELLO = "first-work-hello"
    """First words to somebody met at work; only about them."""
    BIRTHDAY = "birthday"
    """A birthday wish, no age."""
    CONDOLENCE = "condolence"
    """A word after a death; only when the user chooses it (DRAFTS R25)."""
    KIND_NO = "kind-no"
    """Declining, kindly and without excuses."""
    LATER = "later"
    """An answer will come, with no date and no apology."""
    POLITE_CLOSE = "polite-close"
    """The end of a conversation."""
    HONEST_ASK = "honest-ask"
    """An ask that says at once that it is one."""
    CALL_OPENER = "call-opener"
    """The first words on the phone."""
    VOICE_OUTLINE = "voice-outline"
    """Three short lines to speak from."""
    CARD = "card"
    """Two sentences at most, written by hand."""
    IN_PERSON_LINE = "in-person-line"
    """Something to say when one meets."""
    INVITATION = "invitation"
    """A time, something small, and a way out."""


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
        """What is copied: the same without the blank, whole as it stands (DRAFTS R21)."""
        return without_blank(self.shown)


def without_blank(shown: str) -> str:
    """Return a text without the blank for own words and the space that parts it from the rest."""
    return AROUND_BLANK.sub(lambda found: found["gap"] if found["rest"] else "", shown).strip()
