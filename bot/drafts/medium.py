"""How a draft travels, and how much of it fits there.

Knows lengths and sentences per medium (DRAFTS R1, R2). Refuses to know people and addresses.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»\"]+|\n+")


@dataclass(frozen=True, slots=True)
class Room:
    """How much one message holds, in code points after NFC and trimming, and in sentences."""

    target: int
    longest: int
    sentences: int = 4
    words: int | None = None


class Medium(StrEnum):
    """The kind of message that carries a draft; Telegram and WhatsApp are both a chat."""

    CHAT = "chat"
    SMS = "sms"
    LINKEDIN = "linkedin"
    EMAIL = "email"
    CARD = "card"
    VOICE = "voice"

    @property
    def room(self) -> Room:
        """What fits (DRAFTS R1, R2)."""
        return ROOMS[self]


ROOMS = {
    Medium.CHAT: Room(160, 240, words=45),
    Medium.SMS: Room(140, 160, sentences=3),
    Medium.LINKEDIN: Room(200, 300),
    Medium.EMAIL: Room(350, 500),
    Medium.CARD: Room(80, 120, sentences=2),
    Medium.VOICE: Room(300, 400),
}
SUBJECT_WORDS = 6
"""The most words of an e-mail's subject."""


def fits(text: str, medium: Medium) -> bool:
    """Say whether one message of this medium holds the text."""
    plain, room = unicodedata.normalize("NFC", text).strip(), medium.room
    return (
        len(plain) <= room.longest
        and len(sentences_in(plain)) <= room.sentences
        and (room.words is None or len(plain.split()) <= room.words)
    )


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a text; a greeting with its mark and a line of its own are one."""
    return [part for part in SENTENCE_END.split(text) if any(map(str.isalpha, part))]
