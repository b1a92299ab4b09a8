"""Which act a message is, by the weights of its words, learned from sentences of many writers.

Knows no names and no days: who and when is found by rules (docs/understanding.md).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from math import exp

from bot.lexicons.need import anonymous, signs_in
from bot.lexicons.reading import read
from bot.lexicons.signs import WORD
from bot.lexicons.weights import weights_from

UNIT = 1000


class Act(StrEnum):
    """What a message does."""

    DONE = "done"
    TRIED = "tried"
    SNOOZE = "snooze"
    SKIP = "skip"
    NOTE = "note"
    ADD = "add"
    CADENCE = "cadence"
    REST = "rest"
    LET_GO = "let_go"
    FORGET = "forget"
    CORRECT = "correct"
    CHANNEL = "channel"
    PLACE = "place"
    HOURS = "hours"
    RENAME = "rename"
    ASK_NEXT = "ask_next"
    ASK_LAST = "ask_last"
    ASK_PEOPLE = "ask_people"
    ASK_HELP = "ask_help"
    ASK_SETTINGS = "ask_settings"
    ASK_WHY = "ask_why"
    ASK_DRAFT = "ask_draft"
    YES = "yes"
    NO = "no"
    THANKS = "thanks"
    KNOW_NOT = "know_not"
    LAST = "last"
    NONE = "none"


class Occasion(Enum):
    """What a message may answer."""

    NUDGE = "nudge"
    IDLE = "idle"
    JUST_DONE = "just_done"
    JUST_ADDED = "just_added"
    ASK_NOTE = "ask_note"
    ASK_PACE = "ask_pace"
    ASK_WHO = "ask_who"


@dataclass(frozen=True, slots=True)
class Likely:
    """An act with how likely it is, from 0 to 1."""

    act: Act
    share: float


def likely_acts(text: str, names: Collection[str], occasion: Occasion) -> Sequence[Likely]:
    """Return the acts that a message may be, the likeliest first.

    Args:
        text: the message.
        names: what the contacts are called.
        occasion: what it may answer.
    """
    sums = weights_from("acts.tsv").sums(signs_of_act(text, names, occasion.value))
    most = max(sums.values())
    shares = {label: exp((weight - most) / UNIT) for label, weight in sums.items()}
    whole = sum(shares.values())
    ordered = sorted(shares, key=lambda label: -shares[label])
    return [Likely(Act(label), shares[label] / whole) for label in ordered]


def signs_of_act(text: str, names: Collection[str], occasion: str) -> set[str]:
    """Return the signs of a message, each word once more with the occasion it stands in."""
    nameless = read(anonymous(text, names))
    words = WORD.findall(nameless.line)
    placed = {f"@{occasion}", *(f"@{occasion} {word}" for word in words)}
    return signs_in(nameless) | placed | {f"@first {word}" for word in words[:1]}
