"""What a further draft is for, when the one before was not the right one."""

from collections.abc import Collection
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
HARD_WALK = (DraftKind.THINKING_OF_YOU, DraftKind.JUST_HI)
"""The same where something hard is going on: nothing is asked, and no past is called up."""
THOUGHTS = 2
"""How many drafts of a kind come before the next kind does."""
SHORTEST = Step(DraftKind.JUST_HI, shortest=True)


def next_step(
    shown: DraftKind, turn: int, *, without: Collection[DraftKind] = (), is_hard: bool = False
) -> Step:
    """Return what the next draft of a nudge is to be: another thought, then the next kind.

    A kind that the user chose stays, in other words. The second further hello is the shortest one
    (docs/drafts.md).

    Args:
        shown: the kind of the draft before.
        turn: how many further drafts were asked for, this one included; from 1.
        without: the kinds that are left out: of a memory where none is known, of a question after
            a gap of over four cadences (R3).
        is_hard: whether something hard is going on with the contact.
    """
    if shown not in WALK:
        return Step(shown)
    if is_hard:
        return Step(HARD_WALK[turn // THOUGHTS % len(HARD_WALK)])
    if turn == p.HESITATIONS:
        return SHORTEST
    kinds = [kind for kind in WALK if kind not in without]
    drafts = turn - (turn > p.HESITATIONS)
    return Step(kinds[drafts // THOUGHTS % len(kinds)])
