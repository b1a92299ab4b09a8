"""Which act a message is, by the weights of its tags, learned from sentences of many writers.

Knows that a name or a day is there, not which: that is found by rules (docs/understanding.md).
"""

from collections.abc import Sequence
from enum import Enum, StrEnum
from math import exp
from typing import NamedTuple

from bot.lexicons.need import runs_of
from bot.lexicons.signs import near
from bot.lexicons.weights import weights_from
from bot.understanding.acts.tags import tagged
from bot.understanding.acts.utterance import Utterance

UNIT = 1000
LONG = 8
"""Tags of a text from which on it is long; how much longer tells nothing."""


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


class Likely(NamedTuple):
    """An act with how likely it is, from 0 to 1."""

    act: Act
    share: float


def likely_acts(said: Utterance, occasion: Occasion) -> Sequence[Likely]:
    """Return the acts that a text may be, the likeliest first; ``occasion`` is what it answers."""
    sums = weights_from("acts.tsv").sums(signs_of_act(said, occasion))
    most = max(sums.values())
    shares = {label: exp((weight - most) / UNIT) for label, weight in sums.items()}
    whole = sum(shares.values())
    ordered = sorted(shares, key=lambda label: -shares[label])
    return [Likely(Act(label), shares[label] / whole) for label in ordered]


def signs_of_act(said: Utterance, occasion: Occasion) -> set[str]:
    """Return the signs of a text: its runs of letters, and its tags alone and near each other.

    Each tag stands once more with the occasion; "never" answers a nudge otherwise than a question.
    """
    tags = tagged(said)
    row = ("^", *tags.row, "$")
    alone = {f"={tag}" for tag in (*row, *tags.sections, f"{min(len(tags.row), LONG)} tags")}
    placed = {f"@{occasion.value} {sign[1:]}" for sign in alone}
    return runs_of(said.nameless) | alone | placed | {f"={sign}" for sign in near(row)}
