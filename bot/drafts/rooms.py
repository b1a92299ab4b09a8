"""How much of a draft fits in what carries it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.records.channels import Carrier

SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»\"]+|\n+")


@dataclass(frozen=True, slots=True)
class Room:
    """How much one message holds, in code points after NFC and trimming, and in sentences."""

    target: int
    longest: int
    sentences: int = 4
    words: int | None = None


ROOMS: Mapping[Carrier, Room] = {
    Carrier.CHAT: Room(160, 240, words=45),
    Carrier.SMS: Room(140, 160, sentences=3),
    Carrier.LINKEDIN: Room(200, 300),
    Carrier.EMAIL: Room(350, 500),
    Carrier.CARD: Room(80, 120, sentences=2),
    Carrier.VOICE: Room(300, 400),
}
"""What fits each carrier (R1, R2 of docs/drafts.md)."""
SUBJECT_WORDS = 6
"""The most words of an e-mail's subject."""


def fits(text: str, carrier: Carrier) -> bool:
    """Say whether one message of this kind holds the text."""
    plain, room = unicodedata.normalize("NFC", text).strip(), ROOMS[carrier]
    return (
        len(plain) <= room.longest
        and len(sentences_in(plain)) <= room.sentences
        and (room.words is None or len(plain.split()) <= room.words)
    )


def opening(text: str) -> str:
    """Return the first sentence of a text; dots tell that it goes on."""
    first, *rest = sentences_in(text)
    return f"{first} …" if rest else first


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a text; a greeting with its mark and a line of its own are one."""
    return [part for part in SENTENCE_END.split(text) if any(map(str.isalpha, part))]
