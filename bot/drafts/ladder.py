"""What a further draft is for, when the one before was not the right one."""

from dataclasses import dataclass

from bot.domain import parameters as p
from bot.drafts.kinds import DraftKind


@dataclass(frozen=True, slots=True)
class Step:
    """The kind of the next draft, and whether it is the shortest there is."""

    kind: DraftKind
    shortest: bool = False


WALK = (
    DraftKind.JUST_HI,
    DraftKind.THINKING_OF_YOU,
    DraftKind.MEMORY,
    DraftKind.ONE_QUESTION,
)
"""The kinds that *Another* goes through; an invitation is never offered unasked."""
SHORTEST = Step(DraftKind.JUST_HI, shortest=True)


def next_step(shown: DraftKind, turn: int, *, has_anchor: bool, is_long_gone: bool) -> Step:
    """Return what the next draft of a nudge is to be.

    A kind that the user chose stays, in other words. Otherwise the draft after a hello goes
    through the kinds; the second further one is the shortest hello (DRAFTS, ladder).

    Args:
        shown: the kind of the draft before.
        turn: how many further drafts were asked for, this one included; from 1.
        has_anchor: whether a note can be woven; without one, a thought and a memory are left out.
        is_long_gone: whether the gap is over four cadences; then nothing is asked (R3).
    """
    if shown not in WALK:
        return Step(shown)
    if turn == p.HESITATIONS:
        return SHORTEST
    kinds = [
        kind
        for kind in WALK
        if (has_anchor or not kind.traits.needs_note) and not (is_long_gone and kind.traits.asks)
    ]
    return Step(kinds[(turn - (turn > p.HESITATIONS)) % len(kinds)])
